import { choice, number, since, straight, theme, topic, words, working, yesNo } from './notation.ts'

export const networks = theme('aydinlatma-enerji', 'Aydınlatma, elektrik, gaz', 'Lighting, power, gas', [
  topic('elektrik-kesintisi', 'Elektrik kesintisi', 'Power cut', {
    said: 'elektrik yok, ceryan yok, cereyan kesildi, elektrikler gitti, ışıklar gitti, trafo patladı, voltaj düşük',
    lead: 'halkla-iliskiler', due: straight(2), near: 1000, notOurs: 'elektrik-dagitim',
    ask: [
      choice('kapsam', 'Kimlerde yok?', 'Who has none?', [
        ['Yalnız bizde', 'Only us'], ['Sokakta', 'The street'], ['Mahallede', 'The neighbourhood'],
      ]),
      yesNo('cihaz-hasta', 'Cihaza bağlı hasta var mı?', 'Does a patient depend on a device?'),
    ],
    causes: [['Arıza', 'Fault'], ['Planlı kesinti', 'Planned cut'], ['Fırtına ve kar', 'Storm and snow']],
  }),
  topic('sokak-lambasi', 'Yanmayan sokak lambası', 'Street lamp out', {
    said: 'sokak lambası yanmıyor, sokak karanlık, direğin lambası, lamba patlak, ışık yok sokakta, gündüz yanıyor, sokak ışığı',
    lead: 'fen-isleri', with: ['halkla-iliskiler'], due: working(8), notOurs: 'elektrik-dagitim',
    ask: [
      number('adet', 'Kaç lamba yanmıyor?', 'How many lamps are out?'),
      words('direk', 'Direk numarası görünüyor mu?', 'Is there a pole number?'),
      since,
    ],
    causes: [['Ampul bitmiş', 'Lamp burnt out'], ['Hat arızası', 'Line fault'], ['Zaman ayarı bozuk', 'Timer fault']],
  }),
  topic('elektrik-tehlikesi', 'Kopuk tel veya devrilen direk', 'Fallen wire or leaning pole', {
    said: 'tel koptu, kablo sarkıyor, direk devrildi, direk yıkılacak, elektrik çarpıyor, direk kıvılcım çıkarıyor, açıkta kablo',
    lead: 'itfaiye', with: ['zabita', 'fen-isleri'], due: straight(1), emergency: true, notOurs: 'elektrik-dagitim',
    ask: [
      yesNo('yerde', 'Tel yere değiyor mu?', 'Is the wire touching the ground?'),
      yesNo('yarali', 'Çarpılan oldu mu?', 'Has anyone been shocked?'),
      choice('direk', 'Ne direği?', 'What kind of pole?', [
        ['Elektrik', 'Power'], ['Telefon', 'Telephone'], ['Park aydınlatması', 'Park lighting'],
        ['Bilmiyor', 'Not known'],
      ]),
    ],
    causes: [
      ['Fırtına', 'Storm'], ['Kar yükü', 'Weight of snow'], ['Araç çarpması', 'Hit by a vehicle'], ['Çürüme', 'Rot'],
    ],
  }),
  topic('park-aydinlatmasi', 'Park ve sahil aydınlatması', 'Lighting in parks and on the shore', {
    said: 'park karanlık, sahil karanlık, parkın lambası, bahçe lambası, yürüyüş yolu ışıkları, projektör yanmıyor',
    lead: 'park-bahceler', with: ['fen-isleri'], due: working(24),
    ask: [number('adet', 'Kaç lamba yanmıyor?', 'How many lamps are out?'), since],
    causes: [
      ['Ampul bitmiş', 'Lamp burnt out'], ['Kablo çalınmış', 'Stolen cable'], ['Kırılmış', 'Vandalised'],
      ['Sigorta atmış', 'Blown fuse'],
    ],
  }),
  topic('aydinlatma-istegi', 'Yeni aydınlatma isteği', 'Request for new lighting', {
    said: 'lamba konsun, direk dikilsin, sokağımıza ışık, aydınlatma istiyoruz, karanlıkta yürüyoruz',
    lead: 'fen-isleri', with: ['halkla-iliskiler'], due: working(80), kinds: ['request', 'suggestion', 'complaint'],
    ask: [
      choice('yer', 'Neresi?', 'Where?', [
        ['Sokak', 'Street'], ['Park', 'Park'], ['Merdiven', 'Steps'], ['Durak', 'Stop'],
      ]),
      number('metre', 'Kaç metrelik yer?', 'How many metres?'),
    ],
    causes: [
      ['Direk yok', 'No pole'], ['Direkler seyrek', 'Poles too far apart'],
      ['Ağaç ışığı kapatıyor', 'A tree blocks the light'],
    ],
  }),
  topic('gaz-kokusu', 'Gaz kokusu', 'Smell of gas', {
    said: 'gaz kokuyor, doğal gaz kaçağı, doğalgaz kokusu, tüp kokusu, gaz sızıyor, kazıda gaz borusu delindi',
    lead: 'itfaiye', with: ['zabita'], due: straight(1), emergency: true, notOurs: 'dogal-gaz',
    ask: [
      yesNo('disarida', 'Herkes dışarı çıktı mı?', 'Is everyone outside?'),
      choice('yer', 'Koku nerede?', 'Where is the smell?', [
        ['Ev içinde', 'Indoors'], ['Merdivende', 'Stairwell'], ['Sokakta', 'Street'],
      ]),
    ],
    causes: [['Delinen boru', 'Pierced pipe'], ['Cihaz kaçağı', 'Leaking appliance'], ['Tüp', 'Gas bottle']],
  }),
  topic('dogal-gaz-hizmeti', 'Doğal gaz bağlantısı ve kesintisi', 'Gas connection or cut', {
    said: 'doğal gaz ne zaman gelecek, gaz kesildi, doğal gaz bağlansın, mahallemize doğal gaz, gaz saati',
    lead: 'halkla-iliskiler', with: ['fen-isleri'], due: working(8), notOurs: 'dogal-gaz',
    ask: [
      choice('konu', 'Konu ne?', 'What is it about?', [
        ['Kesinti', 'Cut'], ['Yeni bağlantı', 'New connection'], ['Fatura', 'Bill'],
      ]),
      since,
    ],
    causes: [['Hat ulaşmıyor', 'The network does not reach'], ['Arıza', 'Fault'], ['Planlı çalışma', 'Planned work']],
  }),
  topic('telekom-kablosu', 'Telefon ve internet hattı', 'Telephone and internet lines', {
    said: 'internet yok, telefon direği, telekom kablosu sarkıyor, fiber, menhol kapağı telekom, baz istasyonu',
    lead: 'halkla-iliskiler', with: ['zabita'], due: working(8), notOurs: 'turk-telekom',
    ask: [
      choice('sorun', 'Sorun ne?', 'What is wrong?', [
        ['Sarkan kablo', 'Hanging cable'], ['Eğik direk', 'Leaning pole'], ['Hizmet yok', 'No service'],
        ['Baz istasyonu', 'Mobile mast'],
      ]),
      yesNo('tehlike', 'Yola engel mi?', 'Does it block the road?'),
    ],
    causes: [['Fırtına', 'Storm'], ['Araç takılması', 'Caught by a vehicle'], ['Bakımsızlık', 'Neglect']],
  }),
])
