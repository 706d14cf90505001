import { choice, date, number, straight, theme, topic, working, yesNo } from './notation.ts'

export const social = theme('sosyal-destek', 'Sosyal destek', 'Social support', [
  topic('gida-yardimi', 'Gıda ve eşya yardımı', 'Food and household aid', {
    said: 'gıda kolisi, erzak, yardım istiyorum, aç kaldık, kumanya, eşya yardımı, giysi, bebek bezi, mama, iş yok güç yok',
    lead: 'sosyal-yardim-isleri', with: ['muhtarlik-isleri'], due: working(24),
    kinds: ['request', 'complaint', 'information', 'thanks'], personal: true, named: true,
    ask: [
      number('hane', 'Evde kaç kişi yaşıyor?', 'How many live at home?'),
      yesNo('gelir', 'Eve düzenli gelir giriyor mu?', 'Is there a regular income?'),
      choice('ihtiyac', 'En acil ihtiyaç ne?', 'What is most urgent?', [
        ['Gıda', 'Food'], ['Giysi', 'Clothing'], ['Eşya', 'Household goods'], ['Bebek', 'Baby supplies'],
      ]),
    ],
    causes: [
      ['İşsizlik', 'Unemployment'], ['Hastalık', 'Illness'], ['Gelir yetersiz', 'Low income'],
      ['Yardım kesildi', 'Aid stopped'],
    ],
  }),
  topic('yakacak-yardimi', 'Yakacak yardımı', 'Fuel aid', {
    said: 'kömür yardımı, odun, yakacak, kömür gelmedi, sobamız yok, üşüyoruz, evde soba yanmıyor',
    lead: 'sosyal-yardim-isleri', with: ['muhtarlik-isleri'], due: working(16),
    kinds: ['request', 'complaint', 'information', 'thanks'], personal: true, named: true,
    ask: [
      choice('isinma', 'Ev neyle ısınıyor?', 'How is the home heated?', [
        ['Kömür', 'Coal'], ['Odun', 'Wood'], ['Elektrik', 'Electricity'], ['Isınmıyor', 'Not heated'],
      ]),
      yesNo('bebek-yasli', 'Evde bebek, yaşlı veya hasta var mı?', 'Is there a baby, elderly or sick person?'),
    ],
    causes: [
      ['Gelir yetersiz', 'Low income'], ['Dağıtım gecikti', 'Late delivery'], ['Listede adı yok', 'Not on the list'],
    ],
  }),
  topic('hasta-yasli-bakim', 'Hasta, yaşlı ve engelli desteği', 'Support for sick, elderly, disabled', {
    said: 'yatalak hasta, evde bakım, hasta yatağı, tekerlekli sandalye, hasta bezi, yaşlı yalnız, akülü araç, engelli aracı, hastaneye götürün',
    lead: 'sosyal-yardim-isleri', with: ['ulasim-hizmetleri'], due: working(16),
    kinds: ['request', 'complaint', 'information', 'thanks'], personal: true, named: true,
    ask: [
      choice('ihtiyac', 'Ne gerekiyor?', 'What is needed?', [
        ['Hasta yatağı', 'Care bed'], ['Tekerlekli sandalye', 'Wheelchair'], ['Hasta nakli', 'Patient transport'],
        ['Evde temizlik ve bakım', 'Care at home'],
      ]),
      yesNo('yalniz', 'Yalnız mı yaşıyor?', 'Lives alone?'),
      yesNo('rapor', 'Sağlık raporu var mı?', 'Is there a medical report?'),
    ],
    causes: [['Yatağa bağımlı', 'Bedridden'], ['Yakını yok', 'No relatives'], ['Cihaz bozuldu', 'Broken device']],
  }),
  topic('evsiz', 'Evsiz veya soğukta kalan kişi', 'Homeless or out in the cold', {
    said: 'sokakta yatıyor, evsiz, dışarıda kaldık, soğukta kaldı, barınma, kalacak yer, parkta yatan adam',
    lead: 'sosyal-yardim-isleri', with: ['zabita', 'itfaiye'], due: straight(1), emergency: true, personal: true,
    ask: [
      yesNo('bilinc', 'Bilinci açık mı?', 'Conscious?'),
      number('kisi', 'Kaç kişi?', 'How many people?'),
      yesNo('cocuk', 'Çocuk var mı?', 'Are there children?'),
    ],
    causes: [
      ['Evden çıkarılma', 'Evicted'], ['Yolda kalma', 'Stranded'], ['Ailevi sorun', 'Family trouble'],
      ['Yangın veya afet', 'Fire or disaster'],
    ],
  }),
  topic('afet-zarari', 'Afet ve yangın sonrası destek', 'Aid after disaster or fire', {
    said: 'evimiz yandı, deprem oldu, sel zararı, çatımız uçtu, çadır, battaniye, hasar tespiti, heyelan evi yıktı',
    lead: 'sosyal-yardim-isleri', with: ['imar-sehircilik', 'itfaiye', 'fen-isleri'], due: straight(4),
    personal: true, named: true,
    ask: [
      yesNo('kalacak-yer', 'Kalacak yeriniz var mı?', 'Have you somewhere to stay?'),
      number('kisi', 'Kaç kişi etkilendi?', 'How many people are affected?'),
      date('olay', 'Ne zaman oldu?', 'When did it happen?'),
    ],
    causes: [
      ['Yangın', 'Fire'], ['Deprem', 'Earthquake'], ['Sel', 'Flood'], ['Fırtına', 'Storm'], ['Heyelan', 'Landslide'],
    ],
  }),
  topic('duzenli-para-yardimi', 'Düzenli para yardımı', 'Regular cash assistance', {
    said: 'maaş bağlansın, yaşlılık aylığı, engelli maaşı, dul maaşı, kaymakamlık yardımı, nakit para yardımı, şartlı eğitim',
    lead: 'halkla-iliskiler', with: ['sosyal-yardim-isleri'], due: working(8),
    kinds: ['information', 'request', 'complaint'], personal: true, named: true, notOurs: 'sydv',
    ask: [
      choice('tur', 'Hangi yardım?', 'Which aid?', [
        ['Yaşlı', 'Elderly'], ['Engelli', 'Disabled'], ['Eşi vefat etmiş', 'Widowed'], ['Öğrenci', 'Student'],
      ]),
      yesNo('basvuru', 'Daha önce başvuruldu mu?', 'Has there been an application?'),
    ],
    causes: [['İlk başvuru', 'First application'], ['Yardım kesildi', 'Aid stopped'], ['Yanıt gelmedi', 'No answer']],
  }),
  topic('siddet-cocuk', 'Şiddet, ihmal ve istismar', 'Violence, neglect and abuse', {
    said: 'kadına şiddet, kocam dövüyor, çocuk ihmali, çocuğa bakmıyorlar, sığınma evi, istismar, yaşlıya kötü davranıyorlar',
    lead: 'sosyal-yardim-isleri', with: ['zabita'], due: straight(1),
    emergency: true, personal: true, notOurs: 'acil-112',
    ask: [
      yesNo('simdi', 'Tehlike şu anda sürüyor mu?', 'Is the danger going on now?'),
      yesNo('112-arandi', '112 arandı mı?', 'Has 112 been called?'),
      yesNo('guvenle-arama', 'Bu numara güvenle aranabilir mi?', 'Is it safe to call this number?'),
    ],
    causes: [
      ['Aile içi şiddet', 'Domestic violence'], ['Çocuk ihmali', 'Child neglect'],
      ['Yaşlı ihmali', 'Neglect of the elderly'],
    ],
  }),
])
