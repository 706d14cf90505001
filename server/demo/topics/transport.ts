import { choice, date, number, since, straight, theme, topic, words, working, yesNo } from './notation.ts'

export const transport = theme('ulasim', 'Ulaşım ve trafik', 'Transport and traffic', [
  topic('minibus-hat', 'Minibüs hattı ve saatleri', 'Minibus lines and times', {
    said: 'minibüs gelmiyor, dolmuş az, dolmuş saatleri, minibüs geçmiyor, otobüs yok, son sefer, güzergâh değişti, tıklım tıklım',
    lead: 'ulasim-hizmetleri', due: working(40), near: 500, everywhere: true,
    ask: [
      words('hat', 'Hangi hat?', 'Which line?'),
      words('saat', 'Hangi saatte?', 'At what time?'),
      choice('sorun', 'Sorun ne?', 'What is the problem?', [
        ['Gelmedi', 'Did not come'], ['Sefer az', 'Too few'], ['Güzergâh', 'Route'], ['Kalabalık', 'Crowded'],
      ]),
    ],
    causes: [
      ['Sefer atlanmış', 'Skipped run'], ['Araç az', 'Too few vehicles'], ['Yol kapalı', 'Closed road'],
      ['Plan değişmiş', 'Changed timetable'],
    ],
  }),
  topic('sofor-davranisi', 'Şoför davranışı', 'Driver’s conduct', {
    said: 'şoför kaba, şoför almadı, ayakta yolcu, hızlı kullanıyor, telefonla konuşuyor, para üstü vermedi, yaşlıyı indirdi, taksi pahalı aldı',
    lead: 'ulasim-hizmetleri', with: ['zabita'], due: working(24), everywhere: true,
    kinds: ['complaint', 'tip_off', 'thanks'], personal: true,
    ask: [
      words('plaka', 'Plakası kaç?', 'What is the number plate?'),
      date('tarih', 'Hangi gün oldu?', 'On which day?'),
      words('saat', 'Saat kaçta?', 'At what time?'),
    ],
    causes: [
      ['Kaba davranma', 'Rudeness'], ['Kurala uymama', 'Breaking the rules'], ['Fazla ücret', 'Overcharging'],
      ['Yolcu almama', 'Refusing passengers'],
    ],
  }),
  topic('durak', 'Durak isteği ve onarımı', 'Stops: request and repair', {
    said: 'durak yok, durak konsun, durak kırık, durağın camı kırık, durakta ıslanıyoruz, kapalı durak, durak çok uzak',
    lead: 'ulasim-hizmetleri', with: ['fen-isleri'], due: working(40),
    ask: [
      choice('istek', 'Ne isteniyor?', 'What is wanted?', [
        ['Yeni durak', 'New stop'], ['Onarım', 'Repair'], ['Yer değişikliği', 'Another place'],
      ]),
      number('kisi', 'Yaklaşık kaç kişi kullanıyor?', 'About how many people use it?'),
    ],
    causes: [['Hiç yok', 'None there'], ['Kırılmış', 'Broken'], ['Kar ve yağmur alıyor', 'No shelter from weather']],
  }),
  topic('trafik-isigi', 'Trafik ışığı ve levha', 'Traffic light and signs', {
    said: 'trafik ışığı yanmıyor, sinyal bozuk, levha düşmüş, dur levhası, yön tabelası, ayna konsun, yaya geçidi çizilsin, yol çizgisi',
    lead: 'ulasim-hizmetleri', with: ['fen-isleri', 'zabita'], due: straight(12),
    ask: [
      choice('ne', 'Hangisi?', 'Which one?', [
        ['Işık', 'Light'], ['Levha', 'Sign'], ['Yol çizgisi', 'Road marking'], ['Ayna', 'Mirror'],
      ]),
      yesNo('kaza', 'Kaza tehlikesi var mı?', 'Is there a risk of accident?'),
      since,
    ],
    causes: [
      ['Elektrik arızası', 'Electrical fault'], ['Araç çarpması', 'Hit by a vehicle'], ['Silinmiş', 'Worn away'],
      ['Hiç konmamış', 'Never installed'],
    ],
  }),
  topic('trafik-duzeni', 'Trafik sıkışıklığı ve yön düzeni', 'Congestion and traffic layout', {
    said: 'trafik kilitlendi, yol tek yön olsun, kavşak tehlikeli, çift sıra park, okul çıkışı trafik, araçlar ters giriyor',
    lead: 'ulasim-hizmetleri', with: ['zabita', 'fen-isleri'], due: working(40),
    kinds: ['complaint', 'suggestion', 'request', 'information'],
    ask: [
      words('saat', 'En çok hangi saatte?', 'At what time mostly?'),
      choice('neden', 'Ne yüzünden?', 'Because of what?', [
        ['Park eden araçlar', 'Parked cars'], ['Kavşak düzeni', 'Junction layout'], ['Çalışma', 'Works'],
        ['Okul veya pazar', 'School or market'],
      ]),
    ],
    causes: [
      ['Çift sıra park', 'Double parking'], ['Yetersiz kavşak', 'Poor junction'], ['Yol çalışması', 'Road works'],
      ['Pazar günü', 'Market day'],
    ],
  }),
  topic('otopark', 'Otopark ve park yasağı', 'Parking and parking bans', {
    said: 'otopark yok, park yeri bulamıyoruz, otopark ücreti, engelli otoparkı, park yasağı levhası, otoparkçı para istiyor, değnekçi',
    lead: 'ulasim-hizmetleri', with: ['isletme-istirakler', 'zabita'], due: working(24),
    ask: [
      choice('konu', 'Konu ne?', 'What is it about?', [
        ['Yer yok', 'No space'], ['Ücret', 'Fee'], ['Engelli yeri', 'Disabled bay'],
        ['İzinsiz ücret alan', 'Unlawful charging'],
      ]),
      words('yer', 'Otoparkın adı ne?', 'What is the car park called?'),
    ],
    causes: [
      ['Yer yetersiz', 'Too few places'], ['Levha yok', 'No sign'], ['İzinsiz işletme', 'Run without permission'],
    ],
  }),
  topic('terk-arac', 'Terk edilmiş araç', 'Abandoned vehicle', {
    said: 'hurda araç, terk edilmiş araba, aylardır duran araba, plakasız araç, sahipsiz araç, yanmış araba',
    lead: 'zabita', with: ['ulasim-hizmetleri'], due: working(24),
    ask: [
      words('plaka', 'Plakası veya rengi ne?', 'Number plate or colour?'),
      since,
      yesNo('yol-kapatiyor', 'Yolu kapatıyor mu?', 'Does it block the way?'),
    ],
    causes: [['Hurda', 'Scrap'], ['Sahibi taşınmış', 'Owner moved away'], ['Çalıntı şüphesi', 'Possibly stolen']],
  }),
  topic('feribot-tren', 'Feribot ve tren seferleri', 'Ferry and train times', {
    said: 'feribot saati, van feribotu, tren saati, tren geldi mi, vangölü ekspresi, gar telefonu, iskele sefer',
    lead: 'halkla-iliskiler', with: ['ulasim-hizmetleri'], due: working(4),
    kinds: ['information', 'complaint', 'suggestion'], notOurs: 'tcdd',
    ask: [
      choice('arac', 'Hangisi?', 'Which one?', [['Feribot', 'Ferry'], ['Tren', 'Train']]),
      date('tarih', 'Hangi gün için?', 'For which day?'),
    ],
    causes: [['Sefer bilgisi', 'Timetable'], ['Gecikme', 'Delay'], ['Hava koşulları', 'Weather']],
  }),
])
