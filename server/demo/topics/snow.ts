import { choice, number, since, straight, theme, topic, words, working, yesNo } from './notation.ts'

export const snow = theme('kar-buz', 'Kar ve buz', 'Snow and ice', [
  topic('yol-kar', 'Kardan kapanan sokak', 'Street blocked by snow', {
    said: 'yol kapalı, kar küreme, karları temizleyin, greyder gelmedi, kepçe gelmedi, sokağımız kardan geçilmiyor, araba çıkmıyor',
    lead: 'fen-isleri', with: ['ulasim-hizmetleri'], due: straight(12),
    ask: [
      choice('gecis', 'Kim geçemiyor?', 'Who cannot get through?', [
        ['Yaya da araç da', 'Neither people nor cars'], ['Yalnız araç', 'Cars only'], ['Zor da olsa geçiliyor', 'Passable with difficulty'],
      ]),
      yesNo('hasta', 'Sokakta bakıma muhtaç hasta var mı?', 'Does anyone seriously ill live there?'),
      since,
    ],
    causes: [
      ['Yoğun kar yağışı', 'Heavy snowfall'], ['Tipi ve rüzgâr savurması', 'Drifting snow'],
      ['Kepçe sokağa girmedi', 'The plough skipped the street'], ['Park etmiş araçlar', 'Parked cars'],
    ],
  }),
  topic('hasta-yolu-kar', 'Hasta için kar açma', 'Clearing snow for a patient', {
    said: 'diyaliz hastası var, ambulans giremiyor, hamile var yol kapalı, cenaze çıkamıyor kardan, hastaneye gidemiyoruz',
    lead: 'fen-isleri', with: ['itfaiye', 'sosyal-yardim-isleri'], due: straight(2), emergency: true, personal: true,
    ask: [
      yesNo('112-arandi', '112 arandı mı?', 'Has 112 been called?'),
      words('ne-zaman', 'Hasta saat kaçta yola çıkmalı?', 'When must the patient leave?'),
      yesNo('yaya-gecis', 'Yaya geçilebiliyor mu?', 'Can one get through on foot?'),
    ],
    causes: [
      ['Yol kardan kapalı', 'Road closed by snow'], ['Yol buzlu', 'Icy road'],
      ['Çığ veya kar kayması', 'Avalanche or snow slide'],
    ],
  }),
  topic('buzlanma', 'Buzlanma ve tuzlama', 'Ice and salting', {
    said: 'yol buz tuttu, tuz atılsın, tuzlama yapılmadı, yokuş buz pisti, araçlar kayıyor, gizli buz, ayaz',
    lead: 'fen-isleri', with: ['ulasim-hizmetleri'], due: straight(6),
    ask: [
      yesNo('yokus', 'Yokuş veya kavşak mı?', 'Is it a slope or a junction?'),
      yesNo('kaza', 'Kaza oldu mu?', 'Has there been an accident?'),
    ],
    causes: [
      ['Gece donu', 'Night frost'], ['Patlak borudan akan su', 'Water from a burst pipe'],
      ['Eriyip donan kar', 'Thawed and frozen snow'], ['Tuzlama yapılmamış', 'Not salted'],
    ],
  }),
  topic('kaldirim-kar', 'Kaldırımda kar ve buz', 'Snow and ice on the pavement', {
    said: 'kaldırım buzlu, kaldırımda kar var, yaşlılar düşüyor, ayağım kaydı, merdivenler buz, okul yolu karlı',
    lead: 'fen-isleri', with: ['temizlik-isleri', 'zabita'], due: straight(24),
    ask: [
      yesNo('okul-hastane', 'Okul veya hastane yanında mı?', 'Is it next to a school or hospital?'),
      yesNo('dusen', 'Düşüp yaralanan oldu mu?', 'Has anyone fallen and been hurt?'),
    ],
    causes: [
      ['Dükkân önü temizlenmemiş', 'Shopfront not cleared'],
      ['Kepçe karı kaldırıma yığmış', 'The plough piled snow there'],
      ['Çatıdan damlayan su', 'Water dripping from a roof'],
    ],
  }),
  topic('kar-yigini', 'Yola yığılan kar', 'Heaps of snow left behind', {
    said: 'kar yığını, garajın önü kapandı, kapımın önüne kar yığdılar, kepçe karı bıraktı, karlar kaldırılsın, kar taşıma',
    lead: 'fen-isleri', with: ['temizlik-isleri'], due: straight(36),
    ask: [
      yesNo('giris-kapali', 'Kapı veya garaj girişi kapandı mı?', 'Is a door or garage blocked?'),
      number('metre', 'Yığın kaç metre?', 'How many metres long is the heap?'),
    ],
    causes: [
      ['Kepçenin bıraktığı kar', 'Left by the plough'], ['Esnafın yola attığı kar', 'Thrown out by shopkeepers'],
      ['Çatıdan inen kar', 'Fallen from roofs'],
    ],
  }),
  topic('cati-kar', 'Çatıdan kar ve sarkıt tehlikesi', 'Snow or icicles on a roof', {
    said: 'damdan kar düşüyor, çatıdan buz sarkıyor, sarkıt, buz saçağı, kafamıza buz düşecek, çatıda kar birikti',
    lead: 'zabita', with: ['itfaiye', 'imar-sehircilik'], due: straight(4), emergency: true,
    ask: [
      yesNo('altindan-gecilir', 'Altından insan geçiyor mu?', 'Do people pass below?'),
      choice('bina', 'Nasıl bir bina?', 'What kind of building?', [
        ['Konut', 'House or flats'], ['İşyeri', 'Business'], ['Okul veya kamu binası', 'School or public building'],
        ['Boş bina', 'Empty building'],
      ]),
    ],
    causes: [
      ['Saçakta buz birikmesi', 'Ice on the eaves'], ['Çatı oluğu tıkalı', 'Blocked gutter'],
      ['Kar tutucu yok', 'No snow guards'],
    ],
  }),
  topic('durak-okul-kar', 'Durak ve okul önü kar temizliği', 'Snow at stops and schools', {
    said: 'durak karlı, minibüse binemiyoruz, okulun önü kapalı, servis giremiyor, cami önü kar',
    lead: 'fen-isleri', with: ['ulasim-hizmetleri', 'temizlik-isleri'], due: straight(10),
    ask: [
      choice('yer', 'Neresi?', 'Where?', [
        ['Durak', 'Stop'], ['Okul', 'School'], ['Sağlık kuruluşu', 'Clinic or hospital'], ['Cami', 'Mosque'],
      ]),
      since,
    ],
    causes: [
      ['Yoğun kar yağışı', 'Heavy snowfall'], ['Kepçenin yığdığı kar', 'Piled up by the plough'],
      ['Temizlik sırası gelmedi', 'Not yet reached'],
    ],
  }),
  topic('kum-tuz-istegi', 'Kum veya tuz kutusu isteği', 'Request for a sand or salt box', {
    said: 'tuz kutusu konulsun, kum bırakın, tuz torbası, yokuş başına tuz',
    lead: 'fen-isleri', due: working(40), kinds: ['request', 'suggestion'],
    ask: [
      yesNo('yokus', 'Yokuş mu?', 'Is it a slope?'),
      number('hane', 'Yaklaşık kaç hane kullanacak?', 'About how many homes will use it?'),
    ],
    causes: [
      ['Dik yokuş', 'Steep slope'], ['Güneş görmeyen sokak', 'Street without sun'],
      ['Araç giremeyen dar sokak', 'Too narrow for the gritter'],
    ],
  }),
])
