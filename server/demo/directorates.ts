import type { Calendar, Directorate, Stretch } from './types.ts'

const weekdays = [1, 2, 3, 4, 5]
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const office: readonly Stretch[] = [
  { days: weekdays, from: '08:00', to: '12:00' },
  { days: weekdays, from: '13:00', to: '17:00' },
]

export const calendars: readonly Calendar[] = [
  { slug: 'mesai', name: { tr: 'Mesai saatleri', en: 'Office hours' }, week: office, keepsHolidays: true },
  {
    slug: 'kesintisiz', name: { tr: 'Kesintisiz', en: 'Round the clock' },
    week: [{ days: everyDay, from: '00:00', to: '24:00' }], keepsHolidays: false,
  },
  {
    slug: 'temizlik-vardiyasi', name: { tr: 'Temizlik vardiyası', en: 'Cleaning shifts' },
    week: [{ days: [1, 2, 3, 4, 5, 6], from: '06:00', to: '22:00' }], keepsHolidays: false,
  },
  {
    slug: 'zabita-vardiyasi', name: { tr: 'Zabıta vardiyası', en: 'Municipal police shifts' },
    week: [{ days: everyDay, from: '08:00', to: '24:00' }], keepsHolidays: false,
  },
]

export const directorates = [
  {
    slug: 'fen-isleri',
    name: { tr: 'Fen İşleri Müdürlüğü', en: 'Public Works Directorate' },
    does: {
      tr: 'Yol, asfalt, kaldırım, köprü yapar ve onarır; karla mücadele eder.',
      en: 'Builds and repairs roads, pavements and bridges; clears snow.',
    },
    calendar: 'mesai', onCall: true,
  },
  {
    slug: 'temizlik-isleri',
    name: { tr: 'Temizlik İşleri Müdürlüğü', en: 'Cleaning Directorate' },
    does: {
      tr: 'Çöpü toplar, sokakları süpürür, konteynerlere bakar.',
      en: 'Collects refuse, sweeps streets and looks after containers.',
    },
    calendar: 'temizlik-vardiyasi', onCall: false,
  },
  {
    slug: 'su-kanalizasyon',
    name: { tr: 'Su ve Kanalizasyon Müdürlüğü', en: 'Water and Sewerage Directorate' },
    does: {
      tr: 'İçme suyunu verir; su, kanalizasyon ve yağmur suyu hatlarını onarır.',
      en: 'Supplies drinking water; repairs water, sewer and storm drains.',
    },
    calendar: 'mesai', onCall: true,
  },
  {
    slug: 'park-bahceler',
    name: { tr: 'Park ve Bahçeler Müdürlüğü', en: 'Parks and Gardens Directorate' },
    does: {
      tr: 'Parklara, oyun alanlarına, ağaçlara ve yeşil alanlara bakar.',
      en: 'Looks after parks, playgrounds, trees and green areas.',
    },
    calendar: 'mesai', onCall: true,
  },
  {
    slug: 'zabita',
    name: { tr: 'Zabıta Müdürlüğü', en: 'Municipal Police Directorate' },
    does: {
      tr: 'Pazarı, dükkânları, kaldırım işgalini ve gürültüyü denetler.',
      en: 'Inspects markets and shops, blocked pavements and noise.',
    },
    calendar: 'zabita-vardiyasi', onCall: true,
  },
  {
    slug: 'imar-sehircilik',
    name: { tr: 'İmar ve Şehircilik Müdürlüğü', en: 'Zoning and Planning Directorate' },
    does: {
      tr: 'İmar planına, yapı ruhsatına, kaçak ve tehlikeli yapılara bakar.',
      en: 'Handles zoning plans, building permits, unlawful and dangerous buildings.',
    },
    calendar: 'mesai', onCall: true,
  },
  {
    slug: 'veteriner-isleri',
    name: { tr: 'Veteriner İşleri Müdürlüğü', en: 'Veterinary Directorate' },
    does: {
      tr: 'Sahipsiz hayvanları toplar, tedavi eder, kısırlaştırır; haşereyle mücadele eder.',
      en: 'Collects, treats and neuters stray animals; controls pests.',
    },
    calendar: 'mesai', onCall: true,
  },
  {
    slug: 'itfaiye',
    name: { tr: 'İtfaiye Müdürlüğü', en: 'Fire Directorate' },
    does: {
      tr: 'Yangın söndürür, mahsur kalanı kurtarır, su baskınına gider.',
      en: 'Puts out fires, rescues the trapped, attends floods.',
    },
    calendar: 'kesintisiz', onCall: true,
  },
  {
    slug: 'sosyal-yardim-isleri',
    name: { tr: 'Sosyal Yardım İşleri Müdürlüğü', en: 'Social Aid Directorate' },
    does: {
      tr: 'İhtiyacı olana gıda, yakacak ve eşya yardımı yapar; hasta ve yaşlıya destek olur.',
      en: 'Gives food, fuel and household aid; supports the sick and the elderly.',
    },
    calendar: 'mesai', onCall: true,
  },
  {
    slug: 'kultur-sosyal-isler',
    name: { tr: 'Kültür ve Sosyal İşler Müdürlüğü', en: 'Culture and Social Affairs Directorate' },
    does: {
      tr: 'Kurs, etkinlik, spor ve nikâh işlerini yürütür.',
      en: 'Runs courses, events, sports and weddings.',
    },
    calendar: 'mesai', onCall: false,
  },
  {
    slug: 'mali-hizmetler',
    name: { tr: 'Mali Hizmetler Müdürlüğü', en: 'Financial Services Directorate' },
    does: {
      tr: 'Emlak ve çevre temizlik vergisini, borç ve ödemeleri takip eder.',
      en: 'Handles property and cleaning taxes, debts and payments.',
    },
    calendar: 'mesai', onCall: false,
  },
  {
    slug: 'ruhsat-denetim',
    name: { tr: 'Ruhsat ve Denetim Müdürlüğü', en: 'Licensing and Inspection Directorate' },
    does: { tr: 'İşyeri açma ruhsatı verir, ruhsata uyulmasını denetler.', en: 'Licenses businesses and inspects them.' },
    calendar: 'mesai', onCall: false,
  },
  {
    slug: 'ulasim-hizmetleri',
    name: { tr: 'Ulaşım Hizmetleri Müdürlüğü', en: 'Transport Services Directorate' },
    does: {
      tr: 'Minibüs hatlarını, durakları, trafik levhalarını ve otoparkları düzenler.',
      en: 'Manages minibus lines, stops, traffic signs and parking.',
    },
    calendar: 'mesai', onCall: true,
  },
  {
    slug: 'mezarliklar',
    name: { tr: 'Mezarlıklar Müdürlüğü', en: 'Cemeteries Directorate' },
    does: {
      tr: 'Cenaze aracı, defin ve mezar yeri işlerini yürütür; mezarlıklara bakar.',
      en: 'Provides hearses, burials and graves; looks after cemeteries.',
    },
    calendar: 'mesai', onCall: true,
  },
  {
    slug: 'halkla-iliskiler',
    name: { tr: 'Basın Yayın ve Halkla İlişkiler Müdürlüğü', en: 'Press and Public Relations Directorate' },
    does: {
      tr: 'Ak Masa’yı yürütür, duyuruları yapar, başvuruların yanıtını izler.',
      en: 'Runs the contact centre, makes announcements, follows every answer.',
    },
    calendar: 'mesai', onCall: false,
  },
  {
    slug: 'emlak-istimlak',
    name: { tr: 'Emlak ve İstimlak Müdürlüğü', en: 'Property and Expropriation Directorate' },
    does: {
      tr: 'Belediyenin taşınmazlarını kiralar, satar; kamulaştırma yapar.',
      en: 'Lets and sells municipal property; expropriates land.',
    },
    calendar: 'mesai', onCall: false,
  },
  {
    slug: 'isletme-istirakler',
    name: { tr: 'İşletme ve İştirakler Müdürlüğü', en: 'Municipal Enterprises Directorate' },
    does: {
      tr: 'Belediye tesislerini, otoparkları, pazar ve otogar işletmesini yürütür.',
      en: 'Runs municipal facilities, car parks, markets and the bus terminal.',
    },
    calendar: 'mesai', onCall: false,
  },
  {
    slug: 'iklim-sifir-atik',
    name: { tr: 'İklim Değişikliği ve Sıfır Atık Müdürlüğü', en: 'Climate and Zero Waste Directorate' },
    does: {
      tr: 'Geri dönüşümü toplar; hava, göl ve çevre kirliliğini izler.',
      en: 'Collects recycling; watches air, lake and land pollution.',
    },
    calendar: 'mesai', onCall: false,
  },
  {
    slug: 'muhtarlik-isleri',
    name: { tr: 'Muhtarlık İşleri Müdürlüğü', en: 'Neighbourhood Heads Directorate' },
    does: {
      tr: 'Muhtarların isteklerini alır ve sonucunu bildirir.',
      en: 'Takes the requests of neighbourhood heads and tells them the outcome.',
    },
    calendar: 'mesai', onCall: false,
  },
  {
    slug: 'yazi-isleri',
    name: { tr: 'Yazı İşleri Müdürlüğü', en: 'Registry Directorate' },
    does: {
      tr: 'Dilekçe ve bilgi edinme başvurularını kaydeder, meclis kararlarını yürütür.',
      en: 'Registers petitions and information requests; serves the council.',
    },
    calendar: 'mesai', onCall: false,
  },
] as const satisfies readonly Directorate[]

export type DirectorateSlug = (typeof directorates)[number]['slug']
