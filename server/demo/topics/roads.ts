import { choice, date, number, since, straight, theme, topic, words, working, yesNo } from './notation.ts'

export const roads = theme('yollar', 'Yollar', 'Roads', [
  topic('yol-cukuru', 'Yolda çukur', 'Pothole', {
    said: 'çukur var, asfalt bozuk, yol delik deşik, kasis gibi çukur, arabanın altı vurdu, lastik patladı, yol çukur dolu',
    lead: 'fen-isleri', due: working(40), evidence: 'before_and_after',
    ask: [
      choice('boy', 'Ne kadar büyük?', 'How big is it?', [
        ['Tabak kadar', 'Like a plate'], ['Lastik kadar', 'Like a tyre'], ['Daha büyük', 'Bigger'],
      ]),
      yesNo('kaza', 'Kaza veya hasar oldu mu?', 'Any accident or damage?'),
      since,
    ],
    causes: [
      ['Don ve çözülme', 'Frost and thaw'], ['Kötü yama', 'Poor patch'],
      ['Su kaçağı altını boşaltmış', 'Undermined by a leak'], ['Ağır araç', 'Heavy vehicles'],
    ],
  }),
  topic('yol-cokmesi', 'Yol çökmesi', 'Road collapse', {
    said: 'yol çöktü, asfalt çöktü, yolun altı boş, obruk açıldı, yol yarıldı, heyelan yolu götürdü',
    lead: 'fen-isleri', with: ['su-kanalizasyon', 'ulasim-hizmetleri', 'zabita'], due: straight(2), emergency: true,
    ask: [
      yesNo('dusen', 'İçine düşen oldu mu?', 'Has anyone fallen in?'),
      yesNo('yol-kapali', 'Yol kapatıldı mı?', 'Is the road closed off?'),
      number('metre', 'Kaç metre?', 'How many metres across?'),
    ],
    causes: [
      ['Kanal çökmesi', 'Collapsed sewer'], ['Su kaçağı', 'Water leak'], ['Heyelan', 'Landslide'],
      ['Kazı kötü doldurulmuş', 'Badly filled trench'],
    ],
  }),
  topic('kazi-kapatilmadi', 'Kapatılmayan kazı', 'Trench left open', {
    said: 'kazdılar kapatmadılar, kazı çukuru, yol kazıldı bırakıldı, doğal gazcılar yolu bozdu, internet kazısı, yama yapılmadı',
    evidence: 'after', lead: 'fen-isleri', with: ['su-kanalizasyon', 'zabita'], due: working(24),
    ask: [
      words('kim-kazdi', 'Kim kazdı?', 'Who dug it?'),
      date('kazi-tarihi', 'Ne zaman kazıldı?', 'When was it dug?'),
      yesNo('isaret', 'Uyarı işareti var mı?', 'Are there warning signs?'),
    ],
    causes: [
      ['Su veya kanal çalışması', 'Water or sewer work'], ['Gaz çalışması', 'Gas work'],
      ['Telekom çalışması', 'Telecom work'], ['Elektrik çalışması', 'Power work'],
    ],
  }),
  topic('asfalt-istegi', 'Asfalt veya parke isteği', 'Request for paving', {
    said: 'asfalt istiyoruz, yolumuz toprak, parke döşensin, kilit taşı, yolumuz yapılmadı, mahallemize asfalt',
    lead: 'fen-isleri', with: ['su-kanalizasyon'], due: working(120), kinds: ['request', 'complaint', 'suggestion'],
    ask: [
      number('metre', 'Yol yaklaşık kaç metre?', 'About how many metres?'),
      yesNo('altyapi', 'Su ve kanal hattı döşendi mi?', 'Are water and sewer laid?'),
    ],
    causes: [
      ['Hiç kaplanmamış', 'Never paved'], ['Kaplama ömrünü doldurmuş', 'Worn out'],
      ['Altyapı bekleniyor', 'Waiting for pipes'],
    ],
  }),
  topic('toprak-yol', 'Çamurlu veya tozlu toprak yol', 'Muddy or dusty dirt road', {
    said: 'yol çamur, çamurdan geçilmiyor, toz içindeyiz, stabilize dökülsün, mıcır, yol sulansın, greyder düzeltsin',
    lead: 'fen-isleri', with: ['temizlik-isleri'], due: working(40),
    ask: [
      choice('sorun', 'Sorun ne?', 'What is the problem?', [
        ['Çamur', 'Mud'], ['Toz', 'Dust'], ['Tekerlek izi ve çukur', 'Ruts and holes'],
      ]),
      number('hane', 'Kaç hane kullanıyor?', 'How many homes use it?'),
    ],
    causes: [
      ['Yağmur ve kar erimesi', 'Rain and snowmelt'], ['Hafriyat kamyonları', 'Spoil lorries'],
      ['Malzeme serilmemiş', 'No gravel laid'],
    ],
  }),
  topic('hiz-kesici', 'Hız kesici kasis', 'Speed bump', {
    said: 'kasis yapılsın, kasis istiyoruz, araçlar hızlı gidiyor, kasis çok yüksek, kasis kaldırılsın, tümsek',
    lead: 'ulasim-hizmetleri', with: ['fen-isleri'], due: working(80),
    ask: [
      choice('istek', 'Ne isteniyor?', 'What is wanted?', [
        ['Yapılsın', 'Build one'], ['Onarılsın', 'Repair it'], ['Kaldırılsın', 'Remove it'],
      ]),
      yesNo('okul', 'Okul veya park yanında mı?', 'Is it by a school or park?'),
    ],
    causes: [
      ['Hızlı geçen araçlar', 'Speeding cars'], ['Yıpranmış kasis', 'Worn bump'],
      ['Kurala uymayan kasis', 'Bump against the rules'],
    ],
  }),
  topic('istinat-duvari', 'İstinat duvarı ve toprak kayması', 'Retaining wall or earth slip', {
    said: 'duvar yıkılacak, istinat duvarı çatladı, toprak kayıyor, yamaç kayıyor, duvar devrildi, taş düşüyor',
    lead: 'fen-isleri', with: ['imar-sehircilik', 'itfaiye'], due: straight(6), emergency: true,
    ask: [
      yesNo('ev-altinda', 'Altında ev veya yol var mı?', 'Is a home or road below?'),
      choice('durum', 'Duvar ne durumda?', 'What state is it in?', [
        ['Yıkıldı', 'Fallen'], ['Eğildi', 'Leaning'], ['Çatladı', 'Cracked'], ['Hiç yok', 'There is none'],
      ]),
    ],
    causes: [
      ['Su birikmesi', 'Trapped water'], ['Kar erimesi', 'Snowmelt'], ['Yandaki kazı', 'Digging next to it'],
      ['Eski duvar', 'Old wall'],
    ],
  }),
  topic('kopru-menfez', 'Köprü, menfez ve korkuluk', 'Bridge, culvert or railing', {
    said: 'köprü çürük, korkuluk kırık, menfez tıkalı, bariyer yok, yaya köprüsü, üst geçit',
    lead: 'fen-isleri', with: ['ulasim-hizmetleri'], due: working(40),
    ask: [
      choice('yapi', 'Hangisi?', 'Which one?', [
        ['Köprü', 'Bridge'], ['Menfez', 'Culvert'], ['Korkuluk', 'Railing'], ['Üst geçit', 'Footbridge'],
      ]),
      yesNo('tehlike', 'Düşme tehlikesi var mı?', 'Could someone fall?'),
    ],
    causes: [
      ['Araç çarpması', 'Hit by a vehicle'], ['Paslanma', 'Rust'], ['Sel zararı', 'Flood damage'],
      ['Tıkanma', 'Blockage'],
    ],
  }),
  topic('devlet-yolu', 'Şehirlerarası yol', 'State road between towns', {
    said: 'çevre yolu bozuk, bitlis yolu, van yolu, muş yolu, devlet yolu kapalı, rahva kapalı mı, kuskunkıran geçidi, karayolu',
    lead: 'halkla-iliskiler', with: ['ulasim-hizmetleri'], due: working(8), near: 1000, notOurs: 'karayollari',
    ask: [
      words('kesim', 'Yolun neresi?', 'Which part of the road?'),
      yesNo('kapali', 'Yol kapalı mı?', 'Is it closed?'),
    ],
    causes: [['Kar ve tipi', 'Snow and drifting'], ['Bozuk asfalt', 'Damaged paving'], ['Kaza', 'Accident']],
  }),
])
