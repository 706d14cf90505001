import { choice, number, since, straight, theme, topic, words, working, yesNo } from './notation.ts'

export const animals = theme('hayvanlar', 'Hayvanlar', 'Animals', [
  topic('basibos-kopek', 'Başıboş köpekler', 'Stray dogs', {
    said: 'sokak köpeği, başıboş köpek, köpek sürüsü, köpekler toplandı, it dolu, köpekten korkuyoruz, çocuklar okula gidemiyor, köpekleri toplayın',
    lead: 'veteriner-isleri', with: ['zabita'], due: working(16), near: 500,
    ask: [
      number('adet', 'Kaç köpek?', 'How many dogs?'),
      yesNo('saldirgan', 'Saldıran oldu mu?', 'Has any attacked?'),
      yesNo('kupe', 'Kulağında küpe var mı?', 'Do they have ear tags?'),
    ],
    causes: [
      ['Açık çöp', 'Open refuse'], ['Terk edilmiş hayvan', 'Abandoned animals'],
      ['Kısırlaştırılmamış', 'Not neutered'], ['Yem bırakılması', 'Feeding places'],
    ],
  }),
  topic('kopek-saldirisi', 'Köpek saldırısı ve ısırık', 'Dog attack or bite', {
    said: 'köpek ısırdı, köpek saldırdı, kuduz şüphesi, kedi tırmaladı, çocuğu köpek ısırdı, pitbull',
    lead: 'veteriner-isleri', with: ['zabita', 'sosyal-yardim-isleri'], due: straight(3), emergency: true,
    ask: [
      yesNo('hastane', 'Yaralı hastaneye gitti mi?', 'Has the injured person gone to hospital?'),
      yesNo('hayvan-orada', 'Hayvan hâlâ orada mı?', 'Is the animal still there?'),
      choice('sahip', 'Hayvan kimin?', 'Whose animal is it?', [
        ['Sahipli', 'Owned'], ['Sahipsiz', 'Stray'], ['Bilmiyor', 'Not known'],
      ]),
    ],
    causes: [
      ['Başıboş sürü', 'Stray pack'], ['Tasmasız sahipli köpek', 'Owned dog off the lead'],
      ['Kuduz şüphesi', 'Suspected rabies'], ['Yavrulu hayvan', 'Mother with young'],
    ],
  }),
  topic('yarali-hayvan', 'Yaralı veya hasta hayvan', 'Injured or sick animal', {
    said: 'yaralı köpek, araba çarpmış kedi, hasta hayvan, kuş yaralı, köpek can çekişiyor, hayvan ambulansı',
    lead: 'veteriner-isleri', due: straight(4),
    ask: [
      words('hayvan', 'Hangi hayvan?', 'Which animal?'),
      yesNo('hareket', 'Hareket edebiliyor mu?', 'Can it move?'),
    ],
    causes: [
      ['Trafik kazası', 'Hit by a car'], ['Hastalık', 'Disease'], ['Kötü davranma', 'Cruelty'], ['Soğuk', 'Cold'],
    ],
  }),
  topic('olu-hayvan', 'Ölü hayvan alımı', 'Dead animal', {
    said: 'ölü köpek, hayvan leşi, kedi ölmüş, leş kokuyor, inek ölüsü, yolda ölmüş hayvan',
    lead: 'temizlik-isleri', with: ['veteriner-isleri'], due: straight(8),
    ask: [
      words('hayvan', 'Hangi hayvan?', 'Which animal?'),
      yesNo('yolda', 'Yolun ortasında mı?', 'Is it on the road?'),
    ],
    causes: [['Trafik kazası', 'Hit by a car'], ['Zehirlenme', 'Poisoning'], ['Hastalık', 'Disease']],
  }),
  topic('kisirlastirma', 'Kısırlaştırma, aşı, sahiplenme', 'Neutering, vaccination, adoption', {
    said: 'kısırlaştırma, aşı yapılsın, köpek sahiplenmek, kedi sahiplenme, barınak, kulübe, mama bırakın, bakımevi',
    lead: 'veteriner-isleri', due: working(40), kinds: ['request', 'information', 'suggestion', 'complaint', 'thanks'],
    ask: [
      choice('istek', 'Ne isteniyor?', 'What is wanted?', [
        ['Kısırlaştırma', 'Neutering'], ['Aşı', 'Vaccination'], ['Sahiplenme', 'Adoption'],
        ['Mama veya kulübe', 'Food or shelter'],
      ]),
      number('adet', 'Kaç hayvan?', 'How many animals?'),
    ],
    causes: [['Artan yavrular', 'More litters'], ['Bakımevi dolu', 'Shelter full'], ['Kış koşulları', 'Winter']],
  }),
  topic('basibos-buyukbas', 'Sokakta gezen inek, at, koyun', 'Cattle, horses, sheep in the street', {
    said: 'inek sokakta, inekler bahçeye girdi, at geziyor, koyun sürüsü caddede, ineğin sahibi yok, manda yolda, dana',
    lead: 'zabita', with: ['veteriner-isleri'], due: straight(4),
    ask: [
      words('hayvan', 'Hangi hayvan, kaç tane?', 'Which animals, how many?'),
      yesNo('trafik', 'Trafiği tehlikeye atıyor mu?', 'Is traffic in danger?'),
    ],
    causes: [
      ['Sahibi salmış', 'Let loose by the owner'], ['Çit yok', 'No fence'],
      ['Otlağa giden sürü', 'Herd on its way to pasture'],
    ],
  }),
  topic('mahallede-ahir', 'Mahallede ahır ve kümes', 'Barn or coop among homes', {
    said: 'ahır kokusu, mahallede inek besliyor, kümes, horoz sesi, tavuk besliyor, gübre yığmış, apartmanda hayvan',
    lead: 'zabita', with: ['veteriner-isleri', 'imar-sehircilik'], due: working(40),
    ask: [
      words('hayvan', 'Hangi hayvanlar, kaç tane?', 'Which animals, how many?'),
      choice('rahatsizlik', 'En çok ne rahatsız ediyor?', 'What disturbs most?', [
        ['Koku', 'Smell'], ['Sinek', 'Flies'], ['Ses', 'Noise'], ['Gübre', 'Manure'],
      ]),
    ],
    causes: [
      ['İzinsiz ahır', 'Barn without permission'], ['Temizlenmeyen gübre', 'Manure not removed'],
      ['Eve çok yakın', 'Too close to homes'],
    ],
  }),
  topic('yilan-ari', 'Yılan, arı, yaban hayvanı', 'Snake, bees or wild animal', {
    said: 'yılan girdi, arı kovanı, eşek arısı, ayı indi, kurt indi, tilki, akrep, yarasa',
    lead: 'itfaiye', with: ['veteriner-isleri'], due: straight(3), emergency: true,
    ask: [
      words('hayvan', 'Hangi hayvan?', 'Which animal?'),
      yesNo('ev-icinde', 'Ev içinde mi?', 'Is it indoors?'),
      since,
    ],
    causes: [
      ['Yuva yapmış', 'Nested here'], ['Yiyecek aramış', 'Looking for food'],
      ['Taşlık ve otluk alan', 'Stones and weeds nearby'],
    ],
  }),
])
