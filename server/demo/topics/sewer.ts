import { choice, number, since, straight, theme, topic, words, working, yesNo } from './notation.ts'

export const sewer = theme('kanalizasyon', 'Kanalizasyon ve yağmur suyu', 'Sewers and storm water', [
  topic('kanal-tikali', 'Tıkalı kanalizasyon', 'Blocked sewer', {
    said: 'kanal tıkandı, lağım taştı, lağım akıyor, rögar taşıyor, pis su sokağa akıyor, kanalizasyon taştı, gider tıkalı',
    lead: 'su-kanalizasyon', with: ['temizlik-isleri'], due: straight(8),
    ask: [
      choice('nereden', 'Nereden taşıyor?', 'Where is it overflowing?', [
        ['Sokaktaki rögardan', 'Street manhole'], ['Bina giderinden', 'Building drain'], ['Bilmiyor', 'Not known'],
      ]),
      yesNo('ev-giriyor', 'Eve giriyor mu?', 'Is it entering a home?'),
      since,
    ],
    causes: [
      ['Yağ ve bez birikmesi', 'Grease and rags'], ['Ağaç kökü', 'Tree roots'], ['Çöken boru', 'Collapsed pipe'],
      ['Yetersiz hat', 'Sewer too small'],
    ],
  }),
  topic('ev-su-basti', 'Evi su veya pis su bastı', 'Home flooded', {
    said: 'bodrumu su bastı, evimizi su bastı, evi lağım bastı, dükkânı su bastı, su içeri giriyor, zemin kat su altında',
    lead: 'itfaiye', with: ['su-kanalizasyon', 'sosyal-yardim-isleri'], due: straight(2), emergency: true,
    ask: [
      yesNo('can-tehlikesi', 'İçeride çıkamayan var mı?', 'Is anyone trapped inside?'),
      number('santim', 'Su kaç santim?', 'How many centimetres of water?'),
      yesNo('elektrik', 'Elektrik kapatıldı mı?', 'Is the electricity off?'),
    ],
    causes: [
      ['Kanal geri tepmesi', 'Sewer backing up'], ['Sağanak yağış', 'Cloudburst'], ['Kar erimesi', 'Snowmelt'],
      ['Patlak su borusu', 'Burst water pipe'],
    ],
  }),
  topic('sel-baskin', 'Yolda su baskını ve dere taşması', 'Flooded road or stream', {
    said: 'sel geldi, yolu su bastı, dere taştı, cadde göl oldu, alt geçit su doldu, yağmur suyu birikti',
    lead: 'fen-isleri', with: ['su-kanalizasyon', 'itfaiye', 'ulasim-hizmetleri'], due: straight(2),
    emergency: true, near: 500,
    ask: [
      yesNo('arac-mahsur', 'Mahsur kalan araç veya kişi var mı?', 'Is a car or person stranded?'),
      yesNo('yol-kapali', 'Yol kapandı mı?', 'Is the road closed?'),
      words('dere', 'Dere ise adı ne?', 'If a stream, which one?'),
    ],
    causes: [
      ['Tıkalı ızgara', 'Blocked gullies'], ['Dere yatağı dolmuş', 'Silted stream bed'],
      ['Sağanak yağış', 'Cloudburst'], ['Kar erimesi', 'Snowmelt'], ['Menfez yetersiz', 'Culvert too small'],
    ],
  }),
  topic('rogar-kapagi', 'Açık veya kırık rögar kapağı', 'Open or broken manhole cover', {
    said: 'rögar kapağı yok, kapak çalınmış, logar kapağı, mazgal çökmüş, kapak ses yapıyor, çukura çocuk düşer',
    lead: 'su-kanalizasyon', with: ['fen-isleri', 'zabita'], due: straight(3), emergency: true,
    ask: [
      choice('durum', 'Kapak ne durumda?', 'What state is it in?', [
        ['Yok', 'Missing'], ['Kırık', 'Broken'], ['Yerinden oynuyor', 'Loose'],
        ['Yoldan alçak veya yüksek', 'Not level with the road'],
      ]),
      yesNo('isaret', 'Çevresine işaret konmuş mu?', 'Is it marked off?'),
    ],
    causes: [
      ['Çalınmış', 'Stolen'], ['Ağır araç kırmış', 'Broken by a heavy vehicle'],
      ['Asfalt sonrası kotu düşük', 'Left low after paving'], ['Su kapağı kaldırmış', 'Lifted by water'],
    ],
  }),
  topic('yagmur-izgarasi', 'Tıkalı yağmur suyu ızgarası', 'Blocked street gully', {
    said: 'mazgal tıkalı, ızgara tıkanmış, su gitmiyor, yağmur suyu gideri, su birikintisi, yaprak doldu mazgala',
    lead: 'su-kanalizasyon', with: ['temizlik-isleri'], due: working(16),
    ask: [yesNo('birikme', 'Yolda su birikiyor mu?', 'Does water pool on the road?'), since],
    causes: [
      ['Yaprak ve çamur', 'Leaves and mud'], ['Çöp atılmış', 'Rubbish'], ['İnşaat harcı', 'Building mortar'],
      ['Izgara yetersiz', 'Too few gullies'],
    ],
  }),
  topic('kanal-kokusu', 'Kanalizasyon kokusu', 'Sewer smell', {
    said: 'lağım kokusu, kanal kokuyor, foseptik kokusu, sokak pis kokuyor, mazgaldan koku, giderden koku geliyor',
    lead: 'su-kanalizasyon', with: ['iklim-sifir-atik'], due: working(24),
    ask: [
      choice('yer', 'Koku nerede?', 'Where is the smell?', [
        ['Ev içinde', 'Indoors'], ['Sokakta', 'In the street'], ['Dere veya göl kenarında', 'By a stream or the lake'],
      ]),
      since,
    ],
    causes: [
      ['Tıkalı hat', 'Blocked sewer'], ['Sifonsuz gider', 'Drain without a trap'],
      ['Açık akan atık su', 'Sewage in the open'], ['Dolmuş foseptik', 'Full septic tank'],
    ],
  }),
  topic('kanal-baglantisi', 'Kanal bağlantısı isteği', 'Request for a sewer connection', {
    said: 'kanalizasyon yok, kanal bağlansın, kanalımız yok, altyapı istiyoruz, yeni binaya kanal, foseptikten kurtulalım',
    lead: 'su-kanalizasyon', with: ['fen-isleri', 'imar-sehircilik'], due: working(120),
    kinds: ['request', 'complaint', 'suggestion'],
    ask: [
      number('hane', 'Kaç haneyi ilgilendiriyor?', 'How many homes are concerned?'),
      yesNo('ruhsat', 'Binanın ruhsatı var mı?', 'Has the building a permit?'),
    ],
    causes: [
      ['Yeni yerleşim', 'New housing'], ['Hat oraya ulaşmıyor', 'The sewer does not reach'],
      ['Eski foseptik', 'Old septic tank'],
    ],
  }),
  topic('vidanjor', 'Vidanjör ile foseptik çekimi', 'Emptying a septic tank', {
    said: 'vidanjör, foseptik doldu, kuyu çekilsin, çukur doldu, lağım çekme aracı',
    lead: 'su-kanalizasyon', due: working(16), kinds: ['request', 'complaint'], named: true,
    ask: [
      yesNo('tasiyor', 'Taşıyor mu?', 'Is it overflowing?'),
      yesNo('arac-yanasir', 'Araç yanaşabiliyor mu?', 'Can the lorry reach it?'),
    ],
    causes: [
      ['Dolmuş foseptik', 'Full septic tank'], ['Kanal bağlantısı yok', 'No sewer connection'],
      ['Yer altı suyu giriyor', 'Groundwater getting in'],
    ],
  }),
])
