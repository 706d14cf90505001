/** Nobody here exists and every number is made up: connect no real SMS gateway or trunk to the demo. */
import { directorates } from './directorates.ts'
import type { DirectorateSlug } from './directorates.ts'
import type { Citizen, Staff } from './types.ts'

/** `.example` is reserved: no mail can reach it. */
function account(login: string, name: string, role: Staff['role'], more: Pick<Staff, 'directorate' | 'mobile' | 'speaksFor'> = {}): Staff {
  return { login, email: `${login}@tatvan.example`, name, role, ...more }
}

const desk: readonly Staff[] = [
  account('operator1', 'Zeynep Aydar', 'operator'),
  account('operator2', 'Murat Saygun', 'operator'),
  account('operator3', 'Rojda Yazgan', 'operator'),
  account('lider', 'Hatice Tunalı', 'supervisor', { mobile: '+905000000100' }),
  account('yonetici', 'Emre Kocaoğlu', 'administrator'),
  account('denetci', 'Nurten Ardıç', 'auditor'),
  account('baskan-yardimcisi', 'Nevin Akşar', 'deputy_mayor', { mobile: '+905000000299' }),
  account('muhtar', 'Ramazan Ekmekli', 'muhtar', { mobile: '+905000000308', speaksFor: 'hidayet-mahallesi' }),
]

const heads: Record<DirectorateSlug, readonly [director: string, officer: string]> = {
  'fen-isleri': ['Kemal Durukan', 'Sevda Alkan'],
  'temizlik-isleri': ['Orhan Bilgiç', 'Fatma Yalım'],
  'su-kanalizasyon': ['Selim Akbulak', 'Berfin Oruç'],
  'park-bahceler': ['Gülay Serter', 'Hasan Filiz'],
  'zabita': ['Cemil Tokgöz', 'Derya Uslu'],
  'imar-sehircilik': ['Aslı Mertoğlu', 'Yusuf Karanfil'],
  'veteriner-isleri': ['Şükrü Balkan', 'İpek Sönmezer'],
  'itfaiye': ['Rıza Alev', 'Tolga Demiralp'],
  'sosyal-yardim-isleri': ['Meryem Gökçe', 'Baran Işıklı'],
  'kultur-sosyal-isler': ['Nazlı Ersin', 'Okan Çınarcı'],
  'mali-hizmetler': ['Halil Başaran', 'Esra Tuncel'],
  'ruhsat-denetim': ['Fikret Ünlüer', 'Gamze Toprakçı'],
  'ulasim-hizmetleri': ['Volkan Yolcu', 'Songül Dinç'],
  'mezarliklar': ['Abdullah Sezen', 'Adem Kutlay'],
  'halkla-iliskiler': ['Elif Sancar', 'Onur Bayındır'],
  'emlak-istimlak': ['Nihat Arsal', 'Pınar Ekinci'],
  'isletme-istirakler': ['Serkan Uğurlu', 'Leyla Özgen'],
  'iklim-sifir-atik': ['Ceren Göktürk', 'Ferhat Yeşil'],
  'muhtarlik-isleri': ['Mustafa Ovalı', 'Havva Kılınçer'],
  'yazi-isleri': ['Sabiha Noyan', 'İlker Satır'],
}

/** Where someone is on call it is the director, in the demo: 0500 000 02 and the directorate's place in the list. */
const offices: readonly Staff[] = directorates.flatMap(({ slug, onCall }, i) => {
  const mobile = onCall ? `+9050000002${String(i + 1).padStart(2, '0')}` : undefined
  const [director, officer] = heads[slug]
  return [
    account(`${slug}-mudur`, director, 'director', { directorate: slug, mobile }),
    account(slug, officer, 'officer', { directorate: slug }),
  ]
})

/** Two crews that go out, each with a telephone that signs in as one of them. */
const outside: readonly Staff[] = [
  account('yol-ekibi', 'Sinan Taşçı', 'crew', { directorate: 'fen-isleri' }), account('yol-ekibi-2', 'Mahmut Ervan', 'crew', { directorate: 'fen-isleri' }),
  account('su-ekibi', 'Zeki Pınarbaş', 'crew', { directorate: 'su-kanalizasyon' }), account('su-ekibi-2', 'Cihan Delidağ', 'crew', { directorate: 'su-kanalizasyon' }),
]
export const crews = [
  { name: 'Yol bakım ekibi', directorate: 'fen-isleri', people: ['yol-ekibi', 'yol-ekibi-2'] },
  { name: 'Su arıza ekibi', directorate: 'su-kanalizasyon', people: ['su-ekibi', 'su-ekibi-2'] },
] as const

export const staff: readonly Staff[] = [...desk, ...offices, ...outside]

function citizen(slug: string, name: string, phone: string, place: string, more: Partial<Citizen> = {}): Citizen {
  return { slug, name, phone, place, language: 'tr', street: null, note: null, ...more }
}
export const citizens: readonly Citizen[] = [
  citizen('ayse', 'Ayşe Yıldızhan', '+905000000301', 'karsiyaka-mahallesi', { street: 'Okulun arkası, 3. sokak' }),
  citizen('mehmet', 'Mehmet Gürol', '+905000000302', 'tug-mahallesi'),
  citizen('berivan', 'Berivan Aktaşlı', '+905000000303', 'aydinlar-mahallesi', { street: 'Caminin üst sokağı' }),
  citizen('huseyin', 'Hüseyin Taşkıran', '+904340000301', 'kultur-mahallesi', { note: 'Ev telefonu; SMS alamaz.' }),
  citizen('gulsen', 'Gülşen Arıkanlı', '+905000000305', 'sahil-mahallesi'),
  citizen('ismail', 'İsmail Şahintürk', '+905000000306', 'kale-mahallesi'),
  citizen('yasemin', 'Yasemin Koçtaş', '+905000000307', 'saray-mahallesi'),
  citizen('muhtar-hidayet', 'Ramazan Ekmekli', '+905000000308', 'hidayet-mahallesi', { muhtarOf: 'hidayet-mahallesi' }),
  citizen('dilan', 'Dilan Gümüşer', '+905000000309', 'cumhuriyet-mahallesi'),
  citizen('suleyman', 'Süleyman Ağırbaş', '+905000000310', 'adabag-koyu'),
  citizen('emma', 'Emma Lindqvist', '+905000000311', 'sahil-mahallesi', { language: 'en' }),
  citizen('nevzat', 'Nevzat Işıkçı', '+905000000312', 'isletme-mahallesi'),
]
