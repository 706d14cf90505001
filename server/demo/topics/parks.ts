import { choice, date, number, straight, theme, topic, words, working, yesNo } from './notation.ts'

export const parks = theme('parklar', 'Park, ağaç ve yeşil alan', 'Parks, trees and green areas', [
  topic('park-bakimi', 'Park bakımı ve temizliği', 'Park upkeep', {
    said: 'park bakımsız, parkta çöp var, otlar uzamış, çimler kurudu, bank kırık, çardak, kamelya, park pis',
    lead: 'park-bahceler', with: ['temizlik-isleri'], due: working(24),
    ask: [
      choice('sorun', 'Sorun ne?', 'What is wrong?', [
        ['Temizlik', 'Cleanliness'], ['Ot ve çim', 'Grass and weeds'],
        ['Kırık bank veya çardak', 'Broken bench or shelter'], ['Sulama', 'Watering'],
      ]),
      words('park', 'Parkın adı ne?', 'What is the park called?'),
    ],
    causes: [
      ['Bakım aksamış', 'Missed upkeep'], ['Zarar verilmiş', 'Vandalised'], ['Kuraklık', 'Drought'],
      ['Piknik çöpü', 'Picnic litter'],
    ],
  }),
  topic('oyun-aleti', 'Kırık oyun veya spor aleti', 'Broken play or sports equipment', {
    said: 'salıncak kırık, kaydırak kırık, oyun parkı bozuk, spor aleti bozuk, çocuk düştü parkta, zincir kopmuş, fitness aleti',
    lead: 'park-bahceler', due: straight(24),
    ask: [
      words('alet', 'Hangi alet?', 'Which equipment?'),
      yesNo('yarali', 'Yaralanan oldu mu?', 'Has anyone been hurt?'),
      yesNo('kullaniliyor', 'Çocuklar hâlâ kullanıyor mu?', 'Are children still using it?'),
    ],
    causes: [['Eskime', 'Wear'], ['Zarar verilmiş', 'Vandalised'], ['Yanlış kullanım', 'Misuse']],
  }),
  topic('agac-devrildi', 'Devrilen ağaç veya kopan dal', 'Fallen tree or branch', {
    said: 'ağaç devrildi, dal kırıldı, ağaç yola düştü, ağaç arabanın üstüne, fırtınada ağaç, ağaç devrilecek',
    lead: 'park-bahceler', with: ['itfaiye', 'fen-isleri'], due: straight(3), emergency: true,
    ask: [
      yesNo('yarali', 'Altında kalan var mı?', 'Is anyone under it?'),
      yesNo('yol-kapali', 'Yolu kapatıyor mu?', 'Is the road blocked?'),
      yesNo('elektrik', 'Elektrik teline değiyor mu?', 'Is it touching a power line?'),
    ],
    causes: [
      ['Fırtına', 'Storm'], ['Kar yükü', 'Weight of snow'], ['Çürüme', 'Rot'],
      ['Kazıda kök kesilmesi', 'Roots cut by digging'],
    ],
  }),
  topic('agac-budama', 'Ağaç budama ve kesme', 'Pruning or felling a tree', {
    said: 'ağaç budansın, dallar cama değiyor, ağaç kesilsin, dallar kabloya değiyor, kavak polen, ağaç ışığı kapatıyor, ağaç kesiyorlar',
    lead: 'park-bahceler', with: ['zabita'], due: working(40),
    ask: [
      choice('sorun', 'Sorun ne?', 'What is the matter?', [
        ['Dal uzamış', 'Long branches'], ['Ağaç kurumuş', 'Dead tree'], ['Kaldırımı bozuyor', 'Lifting the pavement'],
        ['İzinsiz kesiliyor', 'Felled without permission'],
      ]),
      yesNo('belediye-agaci', 'Yolda veya parkta mı?', 'Is it on a street or in a park?'),
    ],
    causes: [
      ['Budanmamış', 'Not pruned'], ['Yanlış yere dikilmiş', 'Planted in the wrong place'], ['Hastalık', 'Disease'],
    ],
  }),
  topic('agac-dikimi', 'Ağaç ve çiçek dikimi', 'Planting trees and flowers', {
    said: 'ağaç dikilsin, fidan istiyoruz, çiçek ekilsin, yeşil alan yok, refüj çiçek, fidan dağıtımı',
    lead: 'park-bahceler', with: ['iklim-sifir-atik'], due: working(80),
    kinds: ['request', 'suggestion', 'thanks', 'information'],
    ask: [
      choice('istek', 'Ne isteniyor?', 'What is wanted?', [
        ['Ağaç', 'Trees'], ['Çiçek', 'Flowers'], ['Fidan', 'Saplings'], ['Çim', 'Grass'],
      ]),
      number('adet', 'Yaklaşık kaç tane?', 'About how many?'),
    ],
    causes: [['Gölge yok', 'No shade'], ['Kuruyan ağaçlar', 'Dead trees'], ['Yeni yapılan yol', 'New road']],
  }),
  topic('park-istegi', 'Yeni park veya oyun alanı isteği', 'Request for a park or playground', {
    said: 'park yapılsın, çocuk parkı istiyoruz, mahallede park yok, basketbol sahası, halı saha, spor aleti konsun',
    lead: 'park-bahceler', with: ['imar-sehircilik', 'emlak-istimlak'], due: working(120),
    kinds: ['request', 'suggestion', 'complaint'],
    ask: [
      choice('istek', 'Ne isteniyor?', 'What is wanted?', [
        ['Çocuk oyun alanı', 'Playground'], ['Dinlenme parkı', 'Park'], ['Spor alanı', 'Sports ground'],
      ]),
      words('yer', 'Önerilen yer neresi?', 'Which place is suggested?'),
    ],
    causes: [
      ['Mahallede hiç yok', 'None in the neighbourhood'], ['Var olan uzak', 'The nearest is far'],
      ['Nüfus arttı', 'More people live here'],
    ],
  }),
  topic('park-guvenligi', 'Parkta güvenlik ve düzen', 'Safety and order in parks', {
    said: 'parkta içki içiyorlar, parkta kavga, parka araba giriyor, motor parkta geziyor, parkta bekçi yok, madde kullanıyorlar',
    lead: 'zabita', with: ['park-bahceler'], due: straight(4), kinds: ['complaint', 'tip_off', 'request'],
    ask: [
      yesNo('simdi', 'Şu anda sürüyor mu?', 'Is it going on now?'),
      yesNo('tehlike', 'Tehdit veya şiddet var mı?', 'Is there threat or violence?'),
      date('gun', 'En son hangi gün oldu?', 'When did it last happen?'),
    ],
    causes: [['Aydınlatma yok', 'No lighting'], ['Denetim az', 'Few patrols'], ['Giriş engeli yok', 'No barrier']],
  }),
])
