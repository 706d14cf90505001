import { date, number, theme, topic, words, working, yesNo } from './notation.ts'

export const culture = theme('kultur', 'Kültür, spor ve nikâh', 'Culture, sports and weddings', [
  topic('kurs-etkinlik', 'Kurs ve etkinlik', 'Courses and events', {
    said: 'kurs kaydı, kurs var mı, konser ne zaman, yüzme kursu, meslek kursu, sinema, tiyatro, çocuk etkinliği, festival',
    lead: 'kultur-sosyal-isler', with: ['halkla-iliskiler'], due: working(16), everywhere: true,
    kinds: ['information', 'request', 'complaint', 'suggestion', 'thanks'],
    ask: [
      words('etkinlik', 'Hangi kurs veya etkinlik?', 'Which course or event?'),
      number('yas', 'Katılacak kişi kaç yaşında?', 'How old is the participant?'),
    ],
    causes: [
      ['Kontenjan dolu', 'Places are full'], ['Duyuru görülmedi', 'Announcement not seen'],
      ['İptal edilmiş', 'Cancelled'],
    ],
  }),
  topic('salon-saha', 'Salon ve saha ayırtma', 'Booking a hall or pitch', {
    said: 'düğün salonu, salon kiralama, halı saha, spor salonu, konferans salonu, saha bozuk, salon tahsis, kütüphane',
    lead: 'kultur-sosyal-isler', with: ['isletme-istirakler'], due: working(16), everywhere: true,
    kinds: ['request', 'information', 'complaint', 'suggestion'],
    ask: [
      words('yer', 'Hangi salon veya saha?', 'Which hall or pitch?'),
      date('tarih', 'Hangi gün için?', 'For which day?'),
      number('kisi', 'Kaç kişi?', 'How many people?'),
    ],
    causes: [['Yer dolu', 'Fully booked'], ['Bakım gerekiyor', 'Needs repair'], ['Ücret sorusu', 'Question on fees']],
  }),
  topic('nikah', 'Nikâh işlemleri', 'Weddings', {
    said: 'nikah günü, evlilik başvurusu, nikâh salonu, evlenmek için ne lazım, nikah memuru, evlilik evrakı',
    lead: 'kultur-sosyal-isler', with: ['mali-hizmetler'], due: working(8), everywhere: true,
    kinds: ['information', 'request', 'complaint', 'thanks'], personal: true, named: true,
    ask: [
      date('tarih', 'İstenen gün ne?', 'Which day is wanted?'),
      yesNo('yabanci', 'Eşlerden biri yabancı mı?', 'Is one of the couple a foreign national?'),
    ],
    causes: [
      ['Evrak sorusu', 'Question on papers'], ['Gün dolu', 'Day is full'], ['Salon sorusu', 'Question on the hall'],
    ],
  }),
])
