import { choice, date, number, straight, theme, topic, working, yesNo } from './notation.ts'

export const fire = theme('itfaiye', 'İtfaiye ve kurtarma', 'Fire and rescue', [
  topic('yangin', 'Yangın', 'Fire', {
    said: 'yangın var, ev yanıyor, duman çıkıyor, çöp yanıyor, araba yanıyor, baca tutuştu, ot yangını, alev',
    lead: 'itfaiye', with: ['zabita', 'su-kanalizasyon', 'sosyal-yardim-isleri'], due: straight(1), emergency: true,
    ask: [
      yesNo('iceride', 'İçeride kalan var mı?', 'Is anyone inside?'),
      choice('ne', 'Ne yanıyor?', 'What is burning?', [
        ['Bina', 'Building'], ['Araç', 'Vehicle'], ['Baca', 'Chimney'], ['Ot veya çöp', 'Grass or refuse'],
      ]),
      yesNo('112-arandi', '112 arandı mı?', 'Has 112 been called?'),
    ],
    causes: [
      ['Soba ve baca', 'Stove and chimney'], ['Elektrik', 'Electricity'], ['Ocak', 'Cooker'],
      ['Kundaklama şüphesi', 'Suspected arson'],
    ],
  }),
  topic('kurtarma', 'Mahsur kalan kişi veya hayvan', 'Trapped person or animal', {
    said: 'asansörde kaldı, kapı kilitli çocuk içeride, kedi ağaçta kaldı, kuyuya düştü, buza düştü, mahsur kaldı, kapı açılsın',
    lead: 'itfaiye', with: ['zabita', 'veteriner-isleri'], due: straight(1), emergency: true,
    ask: [
      choice('kim', 'Mahsur kalan kim?', 'Who is trapped?', [
        ['Yetişkin', 'Adult'], ['Çocuk', 'Child'], ['Hayvan', 'Animal'],
      ]),
      choice('nerede', 'Nerede kaldı?', 'Where?', [
        ['Asansörde', 'Lift'], ['Evde', 'Home'], ['Suda veya buzda', 'Water or ice'], ['Yüksekte', 'High up'],
        ['Kuyuda', 'Well'],
      ]),
      yesNo('yarali', 'Yaralı mı?', 'Injured?'),
    ],
    causes: [
      ['Kilitli kapı', 'Locked door'], ['Asansör arızası', 'Lift fault'], ['Düşme', 'Fall'],
      ['Kar ve tipi', 'Snow and drifting'],
    ],
  }),
  topic('baca-temizligi', 'Baca temizliği', 'Chimney sweeping', {
    said: 'bacam çekmiyor, baca tıkalı, soba tütüyor, baca süpürme, kurum',
    lead: 'itfaiye', due: working(24), kinds: ['request', 'information', 'complaint'], named: true,
    ask: [
      choice('yakit', 'Ne yakılıyor?', 'What is burnt?', [
        ['Kömür', 'Coal'], ['Odun', 'Wood'], ['Tezek', 'Dung cake'], ['Doğal gaz', 'Natural gas'],
      ]),
      number('kat', 'Bina kaç katlı?', 'How many floors?'),
    ],
    causes: [['Kurum birikmesi', 'Soot'], ['Kuş yuvası', 'Bird’s nest'], ['Yanlış baca', 'Badly built chimney']],
  }),
  topic('itfaiye-belgesi', 'Yangın raporu ve uygunluk belgesi', 'Fire report and safety certificate', {
    said: 'itfaiye raporu, yangın raporu, sigorta için rapor, itfaiye uygunluk, yangın tatbikatı, okulda eğitim',
    lead: 'itfaiye', with: ['ruhsat-denetim'], due: working(40),
    kinds: ['request', 'information', 'complaint', 'thanks'], personal: true, named: true,
    ask: [
      choice('belge', 'Ne isteniyor?', 'What is wanted?', [
        ['Yangın raporu', 'Fire report'], ['İşyeri uygunluğu', 'Business certificate'],
        ['Eğitim veya tatbikat', 'Training or drill'],
      ]),
      date('olay', 'Olay varsa hangi gün?', 'If an incident, on which day?'),
    ],
    causes: [
      ['Sigorta başvurusu', 'Insurance claim'], ['Ruhsat başvurusu', 'Licence application'],
      ['Eğitim planı', 'Training plan'],
    ],
  }),
])
