import { choice, date, number, straight, theme, topic, words, working, yesNo } from './notation.ts'

export const funeral = theme('cenaze', 'Cenaze ve mezarlık', 'Funerals and cemeteries', [
  topic('cenaze-hizmeti', 'Cenaze aracı ve defin', 'Hearse and burial', {
    said: 'cenazemiz var, cenaze aracı, mezar kazılsın, defin, vefat, yıkama, kefen, cenaze nakli, imam',
    lead: 'mezarliklar', with: ['fen-isleri'], due: straight(2), personal: true, named: true, everywhere: true,
    ask: [
      words('nerede', 'Cenaze nerede?', 'Where is the deceased?'),
      yesNo('olum-belgesi', 'Ölüm belgesi alındı mı?', 'Has the death certificate been issued?'),
      words('zaman', 'Defin hangi gün ve saatte?', 'When is the burial?'),
      words('defin-yeri', 'Nereye defnedilecek?', 'Where will the burial be?'),
    ],
    causes: [
      ['Evde vefat', 'Death at home'], ['Hastanede vefat', 'Death in hospital'],
      ['Başka ilden nakil', 'Brought from another province'],
    ],
  }),
  topic('mezar-yeri', 'Mezar yeri', 'Grave plots', {
    said: 'mezar satın alma, aile mezarlığı, mezar yeri sorgulama, annemin mezarı nerede, tahsis',
    lead: 'mezarliklar', with: ['mali-hizmetler'], due: working(16),
    kinds: ['request', 'information', 'complaint'], personal: true, named: true,
    ask: [
      choice('istek', 'Ne isteniyor?', 'What is wanted?', [
        ['Yer sorgulama', 'Finding a grave'], ['Yeni yer', 'New plot'], ['Aile yeri', 'Family plot'],
        ['Devir', 'Transfer'],
      ]),
      date('vefat', 'Varsa vefat tarihi ne?', 'Date of death, if any?'),
    ],
    causes: [
      ['Kayıt bulunamıyor', 'Record not found'], ['Yer kalmamış', 'No place left'],
      ['Ücret sorusu', 'Question on fees'],
    ],
  }),
  topic('mezarlik-bakimi', 'Mezarlık bakımı', 'Cemetery upkeep', {
    said: 'mezarlık bakımsız, mezarlıkta ot, mezar çöktü, mezar taşı kırık, mezarlığa köpek girmiş, mezarlık duvarı, mezarlık yolu, mezarlıkta su yok',
    lead: 'mezarliklar', with: ['park-bahceler', 'fen-isleri', 'veteriner-isleri'], due: working(24),
    ask: [
      choice('sorun', 'Sorun ne?', 'What is wrong?', [
        ['Ot ve temizlik', 'Weeds and litter'], ['Çöken mezar', 'Sunken grave'], ['Duvar veya kapı', 'Wall or gate'],
        ['Su', 'Water'], ['Yol', 'Path'],
      ]),
      words('ada', 'Varsa ada ve mezar numarası?', 'Section and grave number, if any?'),
    ],
    causes: [['Yağmur ve kar', 'Rain and snow'], ['Bakım aksamış', 'Missed upkeep'], ['Zarar verilmiş', 'Vandalised']],
  }),
  topic('taziye', 'Taziye evi ve taziye desteği', 'Condolence house and support', {
    said: 'taziye evi, taziye çadırı, sandalye masa, taziyeye yemek, taziye yeri ayırtma, çay kazanı',
    lead: 'kultur-sosyal-isler', with: ['mezarliklar', 'sosyal-yardim-isleri'], due: straight(4), everywhere: true,
    kinds: ['request', 'information', 'complaint', 'thanks'], personal: true, named: true,
    ask: [
      choice('istek', 'Ne isteniyor?', 'What is wanted?', [
        ['Taziye evi', 'Condolence house'], ['Çadır', 'Tent'], ['Masa ve sandalye', 'Tables and chairs'],
        ['Yemek', 'Food'],
      ]),
      date('gun', 'Hangi günden başlayarak?', 'From which day?'),
      number('kisi', 'Kaç kişi bekleniyor?', 'How many people are expected?'),
    ],
    causes: [
      ['Yeni vefat', 'Recent death'], ['Ev küçük', 'Home too small'],
      ['Köyden gelenler', 'People coming from villages'],
    ],
  }),
])
