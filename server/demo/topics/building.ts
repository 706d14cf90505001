import { choice, number, since, straight, theme, topic, words, working, yesNo } from './notation.ts'

export const building = theme('imar', 'İmar ve yapı', 'Zoning and building', [
  topic('kacak-yapi', 'Kaçak yapı', 'Unlawful building', {
    said: 'kaçak inşaat, kaçak kat, ruhsatsız yapı, kaçak ev yapıyor, balkonu kapattı, gecekondu, bahçeye oda yaptı',
    lead: 'imar-sehircilik', with: ['zabita'], due: working(24), kinds: ['tip_off', 'complaint'],
    ask: [
      yesNo('suruyor', 'İnşaat sürüyor mu?', 'Is work going on?'),
      choice('tur', 'Ne yapılıyor?', 'What is being built?', [
        ['Yeni bina', 'New building'], ['Kaçak kat', 'Extra floor'], ['Eklenti', 'Extension'],
        ['Duvar veya çit', 'Wall or fence'],
      ]),
    ],
    causes: [
      ['Ruhsatsız yapım', 'No permit'], ['Ruhsata aykırı yapım', 'Against the permit'],
      ['Hazine veya belediye arazisi', 'On public land'], ['Ortak alan kapatma', 'Enclosing shared space'],
    ],
  }),
  topic('yikilma-tehlikesi', 'Yıkılma tehlikesi olan bina', 'Building in danger of collapse', {
    said: 'bina yıkılacak, ev çatladı, metruk bina, eski ev çöküyor, depremde hasar gördü, duvar devrilecek, çatı uçtu, cepheden parça düşüyor',
    lead: 'imar-sehircilik', with: ['zabita', 'itfaiye', 'fen-isleri'], due: straight(3), emergency: true,
    ask: [
      yesNo('oturan', 'İçinde oturan var mı?', 'Does anyone live there?'),
      choice('belirti', 'Ne görülüyor?', 'What is seen?', [
        ['Büyük çatlak', 'Large cracks'], ['Eğilme', 'Leaning'], ['Parça düşmesi', 'Falling pieces'],
        ['Çatı çökmesi', 'Roof collapse'],
      ]),
      yesNo('yol-kenari', 'Yol veya okul yanında mı?', 'Is it by a road or school?'),
    ],
    causes: [
      ['Deprem hasarı', 'Earthquake damage'], ['Bakımsızlık', 'Neglect'], ['Kar yükü', 'Weight of snow'],
      ['Yandaki temel kazısı', 'Digging next door'],
    ],
  }),
  topic('imar-durumu', 'İmar durumu ve plan bilgisi', 'Zoning status of a plot', {
    said: 'imar durumu, arsam imarlı mı, kaç kat izin var, imar planı, parsel sorgu, ifraz, tevhit, çap',
    lead: 'imar-sehircilik', with: ['emlak-istimlak'], due: working(40),
    kinds: ['information', 'request', 'complaint'], named: true,
    ask: [
      words('ada-parsel', 'Ada ve parsel kaç?', 'Which block and plot?'),
      choice('islem', 'Ne isteniyor?', 'What is wanted?', [
        ['İmar durumu', 'Zoning status'], ['Plan değişikliği', 'Plan change'],
        ['Ayırma veya birleştirme', 'Dividing or merging'], ['Bilgi', 'Information'],
      ]),
    ],
    causes: [
      ['Satış öncesi bilgi', 'Before a sale'], ['Yapı hazırlığı', 'Before building'],
      ['Plan değişmiş', 'The plan changed'],
    ],
  }),
  topic('yapi-ruhsati', 'Yapı ruhsatı ve iskân', 'Building permit and occupancy', {
    said: 'inşaat ruhsatı, yapı ruhsatı, iskân, oturma ruhsatı, iskan alınmadı, tadilat izni, ruhsatım çıkmadı',
    lead: 'imar-sehircilik', with: ['fen-isleri', 'su-kanalizasyon', 'itfaiye'], due: working(80),
    kinds: ['information', 'request', 'complaint'], personal: true, named: true,
    ask: [
      words('dosya', 'Dosya veya ada parsel numarası kaç?', 'File or plot number?'),
      choice('belge', 'Hangi belge?', 'Which paper?', [
        ['Yapı ruhsatı', 'Building permit'], ['İskân', 'Occupancy permit'], ['Tadilat izni', 'Renovation permit'],
        ['Yıkım izni', 'Demolition permit'],
      ]),
    ],
    causes: [
      ['Evrak eksik', 'Missing papers'], ['Eksik imalat', 'Unfinished work'],
      ['Görüş bekleniyor', 'Waiting for an opinion'],
    ],
  }),
  topic('insaat-guvenligi', 'İnşaat güvenliği', 'Building site safety', {
    said: 'inşaattan parça düşüyor, iskele tehlikeli, inşaat önlemsiz, temel kazısı açık, vinç, inşaat perdesi yok, harç dökülüyor',
    lead: 'imar-sehircilik', with: ['zabita'], due: straight(8), emergency: true,
    ask: [
      yesNo('yarali', 'Yaralanan oldu mu?', 'Has anyone been hurt?'),
      yesNo('calisma', 'Şu anda çalışma var mı?', 'Is work going on now?'),
      choice('tehlike', 'Tehlike ne?', 'What is the danger?', [
        ['Düşen malzeme', 'Falling material'], ['Açık çukur', 'Open pit'], ['İskele', 'Scaffolding'],
        ['Elektrik', 'Electricity'],
      ]),
    ],
    causes: [
      ['Çevrilmemiş alan', 'Site not fenced'], ['Denetimsiz çalışma', 'Unsupervised work'],
      ['Terk edilmiş inşaat', 'Abandoned site'],
    ],
  }),
  topic('insaat-rahatsizligi', 'İnşaatın çevreye zararı', 'Nuisance from a building site', {
    said: 'inşaat tozu, inşaat malzemesi yolda, beton mikseri yolu kapattı, inşaat çamuru, kamyonlar yolu bozdu, evimiz çatladı inşaattan',
    lead: 'zabita', with: ['imar-sehircilik', 'fen-isleri'], due: working(16),
    ask: [
      choice('rahatsizlik', 'Ne rahatsız ediyor?', 'What disturbs?', [
        ['Toz', 'Dust'], ['Çamur', 'Mud'], ['Yolu kapatma', 'Blocked road'], ['Yapıya zarar', 'Damage to a building'],
      ]),
      words('firma', 'Firmanın adı ne?', 'What is the builder called?'),
    ],
    causes: [
      ['Temizlenmeyen tekerlekler', 'Unwashed wheels'], ['İzinsiz yol kapatma', 'Road closed without permission'],
      ['Önlem alınmamış', 'No precautions'],
    ],
  }),
  topic('numarataj', 'Kapı numarası ve sokak tabelası', 'House number and street sign', {
    said: 'kapı numarası, bina numarası, adres çıkmıyor, sokak tabelası yok, numarataj, sokağın adı, adresim sistemde yok',
    lead: 'imar-sehircilik', with: ['ulasim-hizmetleri'], due: working(24),
    kinds: ['request', 'complaint', 'information', 'suggestion'],
    ask: [
      choice('istek', 'Ne isteniyor?', 'What is wanted?', [
        ['Kapı numarası', 'House number'], ['Sokak tabelası', 'Street sign'], ['Adres kaydı', 'Address record'],
        ['Ad değişikliği', 'Change of name'],
      ]),
      words('adres', 'Şimdiki adres ne?', 'What is the present address?'),
    ],
    causes: [['Yeni bina', 'New building'], ['Tabela düşmüş', 'Sign fallen'], ['Numara değişmiş', 'Number changed']],
  }),
  topic('asansor', 'Asansör arızası ve denetimi', 'Lift fault and inspection', {
    said: 'asansör bozuk, asansörde kaldık, asansör kırmızı etiket, asansör denetimi, asansör düştü',
    lead: 'imar-sehircilik', with: ['itfaiye'], due: working(16),
    ask: [
      yesNo('iceride', 'İçeride kalan var mı?', 'Is anyone trapped?'),
      number('kat', 'Bina kaç katlı?', 'How many floors?'),
      since,
    ],
    causes: [
      ['Bakım yapılmamış', 'Not serviced'], ['Arızalı kapı', 'Faulty door'], ['Elektrik kesintisi', 'Power cut'],
    ],
  }),
  topic('tapu-kadastro', 'Tapu ve sınır anlaşmazlığı', 'Title deed and boundary dispute', {
    said: 'tapu, tapum yok, hisseli tapu, komşu arsama girdi, sınır anlaşmazlığı, kadastro, miras arsa',
    lead: 'halkla-iliskiler', with: ['emlak-istimlak'], due: working(8), personal: true, named: true, notOurs: 'tapu',
    ask: [
      words('ada-parsel', 'Ada ve parsel kaç?', 'Which block and plot?'),
      yesNo('belediye-payi', 'Belediyenin payı var mı?', 'Has the municipality a share?'),
    ],
    causes: [['Miras', 'Inheritance'], ['Eski ölçüm', 'Old survey'], ['Hisseli satış', 'Shared sale']],
  }),
])
