import { choice, since, theme, topic, words, working, yesNo } from './notation.ts'

export const pavements = theme('kaldirim', 'Kaldırım ve erişim', 'Pavements and access', [
  topic('kaldirim-bozuk', 'Bozuk kaldırım', 'Broken pavement', {
    said: 'kaldırım kırık, taşlar oynuyor, kaldırım taşı çıkmış, kaldırım çöktü, bordür kırık, yürürken düştüm',
    lead: 'fen-isleri', due: working(40),
    ask: [yesNo('dusen', 'Düşüp yaralanan oldu mu?', 'Has anyone fallen and been hurt?'), since],
    causes: [
      ['Araç çıkması', 'Cars driving on it'], ['Ağaç kökü', 'Tree roots'],
      ['Kötü kapatılmış kazı', 'Badly filled trench'], ['Don', 'Frost'],
    ],
  }),
  topic('kaldirim-yok', 'Kaldırım isteği', 'Request for a pavement', {
    said: 'kaldırım yok, kaldırım yapılsın, yoldan yürüyoruz, çocuklar yoldan gidiyor, kaldırım çok dar',
    lead: 'fen-isleri', with: ['imar-sehircilik', 'ulasim-hizmetleri'], due: working(120),
    kinds: ['request', 'suggestion', 'complaint'],
    ask: [
      yesNo('okul-yolu', 'Okul yolu mu?', 'Is it a way to school?'),
      choice('taraf', 'Hangi taraf?', 'Which side?', [['Bir taraf', 'One side'], ['İki taraf', 'Both sides']]),
    ],
    causes: [['Hiç yapılmamış', 'Never built'], ['Çok dar', 'Too narrow'], ['Bina taşmış', 'A building juts out']],
  }),
  topic('kaldirim-isgali', 'Kaldırım işgali', 'Blocked pavement', {
    said: 'esnaf kaldırıma çıkmış, masa sandalye koymuş, tezgâh kaldırımda, kaldırımdan yürünmüyor, dubalar, malını dışarı yığmış, işgaliye',
    lead: 'zabita', with: ['ruhsat-denetim'], due: working(16),
    ask: [
      choice('isgal', 'Ne kapatıyor?', 'What blocks it?', [
        ['Tezgâh veya mal', 'Stall or goods'], ['Masa sandalye', 'Tables and chairs'],
        ['İnşaat malzemesi', 'Building material'], ['Tabela veya duba', 'Sign or bollard'],
      ]),
      words('isyeri', 'İşyerinin adı ne?', 'What is the business called?'),
    ],
    causes: [
      ['İzinsiz kullanım', 'Use without permission'], ['İzin sınırı aşılmış', 'Beyond what was allowed'],
      ['Seyyar satıcı', 'Street seller'],
    ],
  }),
  topic('kaldirimda-arac', 'Kaldırıma park eden araç', 'Car parked on the pavement', {
    said: 'araba kaldırımda, kaldırıma park etmiş, engelli yolunu kapatmış, garaj önüne park, geçemiyoruz araçtan',
    lead: 'zabita', with: ['ulasim-hizmetleri'], due: working(4),
    ask: [
      words('plaka', 'Plakası kaç?', 'What is the number plate?'),
      yesNo('simdi', 'Araç hâlâ orada mı?', 'Is the car still there?'),
    ],
    causes: [['Otopark yok', 'No car park'], ['Dükkân önü yükleme', 'Loading at a shop'], ['Alışkanlık', 'Habit']],
  }),
  topic('engelli-rampasi', 'Engelli rampası ve sarı şerit', 'Ramp and tactile strip', {
    said: 'rampa yok, tekerlekli sandalye çıkamıyor, sarı çizgi bozuk, görme engelli yolu, engelli yolu, bebek arabası çıkmıyor',
    lead: 'fen-isleri', with: ['ulasim-hizmetleri', 'sosyal-yardim-isleri'], due: working(40),
    ask: [
      choice('istek', 'Ne gerekiyor?', 'What is needed?', [
        ['Yeni rampa', 'New ramp'], ['Rampa onarımı', 'Ramp repair'], ['Sarı şerit', 'Tactile strip'],
        ['Engel kaldırma', 'Removing an obstacle'],
      ]),
      yesNo('kamu', 'Kamu binası girişinde mi?', 'Is it at a public building?'),
    ],
    causes: [
      ['Hiç yapılmamış', 'Never built'], ['Eğim çok dik', 'Too steep'], ['Önü kapatılmış', 'Blocked'],
      ['Kırılmış', 'Broken'],
    ],
  }),
  topic('merdiven-korkuluk', 'Sokak merdiveni ve tutamak', 'Street steps and handrails', {
    said: 'merdiven kırık, korkuluk yok, tırabzan, basamak bozuk, merdivenden düşüyorlar',
    lead: 'fen-isleri', due: working(40),
    ask: [
      choice('sorun', 'Sorun ne?', 'What is wrong?', [
        ['Kırık basamak', 'Broken step'], ['Tutamak yok', 'No handrail'], ['Kaygan', 'Slippery'],
      ]),
      since,
    ],
    causes: [['Eskime', 'Wear'], ['Don', 'Frost'], ['Tutamak sökülmüş', 'Handrail removed']],
  }),
])
