import { choice, number, since, theme, topic, words, working, yesNo } from './notation.ts'

export const cleaning = theme('temizlik', 'Çöp ve temizlik', 'Refuse and cleaning', [
  topic('cop-alinmadi', 'Alınmayan çöp', 'Refuse not collected', {
    said: 'çöp alınmadı, çöpler duruyor, çöp kamyonu gelmedi, çöp birikti, konteyner doldu taştı, çöpler kokuyor, köpekler çöpü dağıtmış',
    lead: 'temizlik-isleri', due: working(8),
    ask: [since, yesNo('tasmis', 'Konteyner taşmış mı?', 'Is the container overflowing?')],
    causes: [
      ['Araç sokağa girememiş', 'Lorry could not enter'], ['Sefer aksamış', 'Missed round'],
      ['Konteyner yetersiz', 'Too few containers'], ['Saat dışı çöp çıkarma', 'Refuse put out at the wrong time'],
    ],
  }),
  topic('konteyner-istegi', 'Çöp konteyneri isteği', 'Request for a refuse container', {
    said: 'çöp kutusu yok, konteyner konulsun, çöp bidonu, konteynerin yeri değişsin, konteyneri kaldırın, çöp tenekesi',
    lead: 'temizlik-isleri', with: ['ulasim-hizmetleri'], due: working(24),
    kinds: ['request', 'complaint', 'suggestion'],
    ask: [
      choice('istek', 'Ne isteniyor?', 'What is wanted?', [
        ['Yeni konteyner', 'New container'], ['Yer değişikliği', 'Another place'], ['Kaldırma', 'Removal'],
      ]),
      number('hane', 'Kaç hane kullanacak?', 'How many homes will use it?'),
    ],
    causes: [
      ['Yeni yapılan binalar', 'New buildings'], ['Konteyner uzak', 'Too far away'], ['Yeri yanlış', 'Wrong place'],
    ],
  }),
  topic('konteyner-bozuk', 'Kırık veya kirli konteyner', 'Broken or dirty container', {
    said: 'konteyner kırık, kapağı yok, tekeri kırık, konteyner kokuyor, konteyner yıkansın, konteyner yanmış, sinek yapıyor',
    lead: 'temizlik-isleri', with: ['veteriner-isleri'], due: working(24),
    ask: [
      choice('sorun', 'Sorun ne?', 'What is wrong?', [
        ['Kırık', 'Broken'], ['Kirli ve kokulu', 'Dirty and smelly'], ['Yanmış', 'Burnt'],
        ['Yola kaymış', 'Rolled into the road'],
      ]),
      since,
    ],
    causes: [
      ['Eskime', 'Wear'], ['Sıcak kül atılmış', 'Hot ash thrown in'], ['Araç çarpması', 'Hit by a vehicle'],
      ['Yıkama yapılmamış', 'Not washed'],
    ],
  }),
  topic('sokak-temizligi', 'Sokak süpürme', 'Street sweeping', {
    said: 'sokak pis, süpürülmüyor, çöpçü gelmiyor, yapraklar, izmarit dolu, yol çamurlu yıkansın, caddeler kirli',
    lead: 'temizlik-isleri', due: working(16),
    ask: [
      choice('kir', 'Sokakta ne var?', 'What lies in the street?', [
        ['Çöp', 'Litter'], ['Yaprak', 'Leaves'], ['Çamur ve toz', 'Mud and dust'], ['Cam kırığı', 'Broken glass'],
      ]),
      since,
    ],
    causes: [
      ['Süpürme sırası gelmemiş', 'Not swept yet'], ['Rüzgâr', 'Wind'],
      ['Kamyonların döktüğü toprak', 'Soil from lorries'], ['Pazar sonrası', 'After the market'],
    ],
  }),
  topic('moloz', 'Moloz ve hafriyat', 'Rubble and spoil', {
    said: 'moloz döktüler, inşaat artığı, hafriyat, tadilat çöpü, toprak yığını, kum çakıl bırakmışlar',
    lead: 'temizlik-isleri', with: ['zabita', 'fen-isleri'], due: working(24),
    ask: [
      choice('miktar', 'Ne kadar?', 'How much?', [
        ['Birkaç torba', 'A few bags'], ['Bir kamyonet', 'A pickup load'], ['Bir kamyon', 'A lorry load'],
        ['Daha çok', 'More'],
      ]),
      words('kim-dokmus', 'Kim dökmüş?', 'Who dumped it?'),
    ],
    causes: [
      ['Ev tadilatı', 'Home renovation'], ['İnşaat', 'Building site'], ['Kaçak döküm', 'Fly-tipping'],
      ['Yıkım', 'Demolition'],
    ],
  }),
  topic('eski-esya', 'Eski eşya alımı', 'Bulky items', {
    said: 'koltuk atacağım, eski eşya, buzdolabı atılacak, yatak alınsın, kanepe, mobilya sokağa atmışlar',
    lead: 'temizlik-isleri', with: ['iklim-sifir-atik', 'sosyal-yardim-isleri'], due: working(24),
    kinds: ['request', 'complaint'],
    ask: [
      words('esya', 'Hangi eşyalar?', 'Which items?'),
      yesNo('saglam', 'Kullanılabilir durumda mı?', 'Are they still usable?'),
    ],
    causes: [
      ['Taşınma', 'Moving home'], ['Eşya yenileme', 'New furniture'], ['Sokağa bırakılmış', 'Left in the street'],
    ],
  }),
  topic('kacak-dokum', 'Kaçak çöp dökme', 'Fly-tipping', {
    said: 'çöp döküyorlar, boş arsaya çöp, dereye çöp atıyorlar, göle moloz döküyor, camdan çöp atıyor, gizlice döküyorlar',
    lead: 'zabita', with: ['temizlik-isleri', 'iklim-sifir-atik'], due: working(8), kinds: ['tip_off', 'complaint'],
    ask: [
      yesNo('simdi', 'Şu anda dökülüyor mu?', 'Is it happening now?'),
      words('plaka', 'Araç varsa plakası kaç?', 'Number plate, if a vehicle?'),
      choice('ne', 'Ne dökülüyor?', 'What is dumped?', [
        ['Çöp', 'Refuse'], ['Moloz', 'Rubble'], ['Hayvan atığı', 'Animal waste'], ['Kimyasal', 'Chemicals'],
      ]),
    ],
    causes: [['İnşaat firması', 'Builder'], ['Komşu', 'Neighbour'], ['İşyeri', 'Business'], ['Kamyon', 'Lorry']],
  }),
  topic('bos-arsa', 'Kirli boş arsa ve metruk yer', 'Dirty vacant plot', {
    said: 'boş arsa pis, arsa çöplük oldu, otlar boyumuzu geçti, yılan çıkıyor, sahipsiz arsa, arsa çevrilsin',
    lead: 'zabita', with: ['temizlik-isleri', 'imar-sehircilik', 'veteriner-isleri'], due: working(40),
    ask: [
      words('sahip', 'Sahibi biliniyor mu?', 'Is the owner known?'),
      choice('sorun', 'Sorun ne?', 'What is the problem?', [
        ['Çöp', 'Refuse'], ['Yüksek ot', 'Tall weeds'], ['Haşere', 'Pests'], ['Güvenlik', 'Safety'],
      ]),
    ],
    causes: [
      ['Sahibi bakmıyor', 'Neglected by its owner'], ['Çöp atılıyor', 'Used as a dump'],
      ['Çevrili değil', 'Not fenced'],
    ],
  }),
])
