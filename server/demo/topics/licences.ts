import { choice, theme, topic, words, working, yesNo } from './notation.ts'

export const licences = theme('ruhsat', 'İşyeri ruhsatı', 'Business licences', [
  topic('isyeri-acma', 'İşyeri açma ruhsatı', 'Licence to open a business', {
    said: 'işyeri açacağım, dükkân açma, ruhsat için ne lazım, ruhsat başvurusu, ruhsatım çıkmadı, ruhsat devri, ruhsat yenileme',
    lead: 'ruhsat-denetim', with: ['itfaiye', 'imar-sehircilik', 'zabita'], due: working(40),
    kinds: ['information', 'request', 'complaint'], personal: true, named: true,
    ask: [
      words('is', 'Ne işi yapılacak?', 'What kind of business?'),
      choice('asama', 'Hangi aşamada?', 'At which stage?', [
        ['Başvuracak', 'About to apply'], ['Başvurdu', 'Applied'], ['Devir', 'Transfer'], ['Ret aldı', 'Refused'],
      ]),
    ],
    causes: [
      ['Evrak eksik', 'Missing papers'], ['İtfaiye görüşü bekleniyor', 'Waiting for the fire service'],
      ['İmara aykırı', 'Against zoning'],
    ],
  }),
  topic('umuma-acik', 'Kahvehane, oyun ve eğlence yeri izni', 'Permit for cafés, games and entertainment', {
    said: 'kahvehane ruhsatı, internet kafe, oyun salonu, canlı müzik izni, umuma açık, nargile kafe',
    lead: 'ruhsat-denetim', with: ['zabita', 'itfaiye'], due: working(40), named: true,
    ask: [
      words('isyeri', 'İşyerinin adı ne?', 'What is the business called?'),
      yesNo('ruhsat', 'Ruhsatı var mı?', 'Is it licensed?'),
    ],
    causes: [
      ['İzin başvurusu', 'Application'], ['Okula yakınlık', 'Too near a school'], ['Emniyet görüşü', 'Police opinion'],
    ],
  }),
  topic('isgaliye-izni', 'Geçici satış ve alan kullanım izni', 'Permit to use public space', {
    said: 'stant açmak, masa koyma izni, işgaliye ücreti, kermes izni, geçici satış yeri, kurban satış yeri, çadır kurma',
    lead: 'zabita', with: ['ruhsat-denetim', 'mali-hizmetler'], due: working(24),
    kinds: ['request', 'information', 'complaint'], named: true,
    ask: [
      words('kullanim', 'Alan ne için kullanılacak?', 'What will the space be used for?'),
      words('sure', 'Hangi günler için?', 'For which days?'),
    ],
    causes: [
      ['Bayram satışı', 'Holiday sales'], ['Kermes ve tanıtım', 'Fair or promotion'],
      ['Dükkân önü kullanımı', 'Space before a shop'],
    ],
  }),
])
