/** Bodies that answer for what is not the municipality's. */
import type { Institution } from './types.ts'

export const institutions = [
  {
    slug: 'il-ozel-idaresi',
    name: { tr: 'Bitlis İl Özel İdaresi', en: 'Bitlis Special Provincial Administration' },
    phone: null,
    tell: {
      tr: 'Köy ve mezraların yolu, suyu ve çöpü İl Özel İdaresinin görevidir. Başvurunuzu oraya iletiyoruz.',
      en: 'The provincial administration serves villages and hamlets. We pass your report to it.',
    },
  },
  {
    slug: 'elektrik-dagitim',
    name: { tr: 'VEDAŞ (elektrik dağıtım)', en: 'VEDAŞ (electricity network)' },
    phone: '186',
    tell: {
      tr: 'Elektrik kesintisi ve sokak lambaları elektrik dağıtım şirketinindir. Arıza hattı 186, gün boyu açıktır.',
      en: 'Power cuts and street lamps belong to the electricity company. Its fault line, 186, is always open.',
    },
  },
  {
    slug: 'dogal-gaz',
    name: { tr: 'Doğal gaz dağıtım şirketi', en: 'Natural gas network company' },
    phone: '187',
    tell: {
      tr: 'Gaz kokusunda çakmak ve elektrik düğmesi kullanmayın. Vanayı kapatın, dışarı çıkın, 187’yi arayın.',
      en: 'If you smell gas, use no flame or switch. Close the valve, go outside, call 187.',
    },
  },
  {
    slug: 'acil-112',
    name: { tr: '112 Acil Çağrı Merkezi', en: '112 Emergency Call Centre' },
    phone: '112',
    tell: {
      tr: 'Can güvenliği, yangın, polis ve jandarma için tek numara 112’dir. Hemen arayın.',
      en: 'For danger to life, fire, police and gendarmerie the one number is 112. Call now.',
    },
  },
  {
    slug: 'emniyet',
    name: { tr: 'Tatvan İlçe Emniyet Müdürlüğü', en: 'Tatvan Police' },
    phone: '112',
    tell: {
      tr: 'Bu konu polisin görevidir. Acil ise 112’yi arayın.',
      en: 'This is a matter for the police. If it is urgent, call 112.',
    },
  },
  {
    slug: 'jandarma',
    name: { tr: 'Tatvan İlçe Jandarma Komutanlığı', en: 'Tatvan Gendarmerie' },
    phone: '112',
    tell: {
      tr: 'Köylerde güvenlik jandarmanın görevidir. Acil ise 112’yi arayın.',
      en: 'In villages the gendarmerie keeps the peace. If it is urgent, call 112.',
    },
  },
  {
    slug: 'karayollari',
    name: { tr: 'Karayolları Genel Müdürlüğü', en: 'General Directorate of Highways' },
    phone: '159',
    tell: {
      tr: 'Şehirlerarası devlet yolları Karayollarının görevidir. Yol danışma ve ihbar hattı 159’dur.',
      en: 'State roads between towns belong to the Highways. Their line is 159.',
    },
  },
  {
    slug: 'dsi',
    name: { tr: 'Devlet Su İşleri', en: 'State Hydraulic Works' },
    phone: null,
    tell: {
      tr: 'Dere yatağı, baraj ve sulama kanalı Devlet Su İşlerinin görevidir.',
      en: 'Stream beds, dams and irrigation canals belong to State Hydraulic Works.',
    },
  },
  {
    slug: 'tapu',
    name: { tr: 'Tatvan Tapu Müdürlüğü', en: 'Tatvan Land Registry' },
    phone: '181',
    tell: {
      tr: 'Tapu ve kadastro işlemini Tapu Müdürlüğü yapar. Randevu ve bilgi hattı 181’dir.',
      en: 'The Land Registry handles title deeds. Its information line is 181.',
    },
  },
  {
    slug: 'sgk',
    name: { tr: 'Sosyal Güvenlik Kurumu', en: 'Social Security Institution' },
    phone: '170',
    tell: {
      tr: 'Sigorta, emeklilik ve prim sorularını 170 yanıtlar.',
      en: 'Line 170 answers questions on insurance, pensions and contributions.',
    },
  },
  {
    slug: 'sydv',
    name: {
      tr: 'Kaymakamlık Sosyal Yardımlaşma ve Dayanışma Vakfı',
      en: 'District Governor’s Social Assistance Foundation',
    },
    phone: '144',
    tell: {
      tr: 'Düzenli para yardımını Kaymakamlıktaki vakıf yapar. Bilgi hattı 144’tür.',
      en: 'The foundation at the District Governor’s office pays regular aid. The information line is 144.',
    },
  },
  {
    slug: 'aile-bakanligi',
    name: { tr: 'Aile ve Sosyal Hizmetler Bakanlığı', en: 'Ministry of Family and Social Services' },
    phone: '183',
    tell: {
      tr: 'Aile, kadın, çocuk, engelli ve yaşlı desteği için 183’ü arayın. Tehlike varsa 112’yi arayın.',
      en: 'For support for families, women, children, disabled or elderly people call 183. In danger call 112.',
    },
  },
  {
    slug: 'milli-egitim',
    name: { tr: 'Tatvan İlçe Milli Eğitim Müdürlüğü', en: 'Tatvan Directorate of Education' },
    phone: null,
    tell: {
      tr: 'Okul, öğretmen ve öğrenci taşıma işleri Milli Eğitim Müdürlüğünündür.',
      en: 'Schools, teachers and school transport belong to the Directorate of Education.',
    },
  },
  {
    slug: 'saglik',
    name: { tr: 'Bitlis İl Sağlık Müdürlüğü', en: 'Bitlis Directorate of Health' },
    phone: '182',
    tell: {
      tr: 'Hastane randevusu için 182’yi arayın. Isırık ve zehirlenmede hemen hastaneye gidin.',
      en: 'For hospital appointments call 182. After a bite or poisoning go to hospital at once.',
    },
  },
  {
    slug: 'tarim',
    name: { tr: 'Tatvan İlçe Tarım ve Orman Müdürlüğü', en: 'Tatvan Directorate of Agriculture' },
    phone: '174',
    tell: {
      tr: 'Gıda ihbarını Alo 174 alır. Hayvan hastalığı ve destek Tarım Müdürlüğünündür.',
      en: 'Line 174 takes food complaints. Animal disease and farm support belong to Agriculture.',
    },
  },
  {
    slug: 'orman',
    name: { tr: 'Orman İşletme Müdürlüğü', en: 'Forestry Directorate' },
    phone: '112',
    tell: {
      tr: 'Orman yangınını hemen 112’ye bildirin. Ağaç kesim izni Orman İşletmesinindir.',
      en: 'Report a forest fire to 112 at once. Forestry gives permits to fell trees.',
    },
  },
  {
    slug: 'tcdd',
    name: { tr: 'TCDD Taşımacılık', en: 'TCDD (trains and the Van ferry)' },
    phone: null,
    tell: {
      tr: 'Tren ve Van feribotu seferlerini TCDD Taşımacılık düzenler.',
      en: 'TCDD runs the trains and the Van ferry.',
    },
  },
  {
    slug: 'ptt',
    name: { tr: 'PTT', en: 'PTT (post)' },
    phone: null,
    tell: { tr: 'Mektup ve kargo PTT’nin görevidir.', en: 'Letters and parcels are the post office’s duty.' },
  },
  {
    slug: 'turk-telekom',
    name: { tr: 'Türk Telekom', en: 'Türk Telekom' },
    phone: null,
    tell: {
      tr: 'Telefon ve internet direği, kablosu ve arızası telefon şirketinindir.',
      en: 'Telephone and internet poles, cables and faults belong to the telephone company.',
    },
  },
  {
    slug: 'nufus',
    name: { tr: 'Tatvan İlçe Nüfus Müdürlüğü', en: 'Tatvan Civil Registry' },
    phone: '199',
    tell: {
      tr: 'Kimlik, pasaport ve adres kaydını Nüfus Müdürlüğü yapar. Randevu hattı 199’dur.',
      en: 'The Civil Registry handles identity cards, passports and addresses. Its line is 199.',
    },
  },
  {
    slug: 'tuketici',
    name: { tr: 'Tüketici Hakem Heyeti (Ticaret Bakanlığı)', en: 'Consumer Arbitration (Ministry of Trade)' },
    phone: '175',
    tell: {
      tr: 'Ayıplı mal ve para iadesi için Alo Tüketici 175’i arayın.',
      en: 'For faulty goods and refunds call the consumer line 175.',
    },
  },
] as const satisfies readonly Institution[]

export type InstitutionSlug = (typeof institutions)[number]['slug']
