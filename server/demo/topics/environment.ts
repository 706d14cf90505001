import { choice, since, straight, theme, topic, words, working, yesNo } from './notation.ts'

export const environment = theme('cevre', 'Çevre ve geri dönüşüm', 'Environment and recycling', [
  topic('geri-donusum', 'Geri dönüşüm kutusu ve toplama', 'Recycling bins and collection', {
    said: 'geri dönüşüm kutusu, kâğıt toplama, cam kumbarası, plastik, atık pil, bitkisel yağ toplama, sıfır atık',
    lead: 'iklim-sifir-atik', with: ['temizlik-isleri'], due: working(24),
    ask: [
      choice('istek', 'Ne isteniyor?', 'What is wanted?', [
        ['Yeni kutu', 'New bin'], ['Boşaltma', 'Emptying'], ['Evden alma', 'Home collection'],
        ['Bilgi', 'Information'],
      ]),
      choice('tur', 'Hangi atık?', 'Which waste?', [
        ['Kâğıt', 'Paper'], ['Cam', 'Glass'], ['Plastik', 'Plastic'], ['Pil', 'Batteries'], ['Yağ', 'Oil'],
        ['Elektronik', 'Electronics'],
      ]),
    ],
    causes: [['Kutu yok', 'No bin'], ['Kutu dolmuş', 'Full bin'], ['Toplama aksamış', 'Missed collection']],
  }),
  topic('hava-kirliligi', 'Duman ve hava kirliliği', 'Smoke and air pollution', {
    said: 'duman, soba dumanı, kömür dumanı, baca tütüyor, hava kirli, lastik yakıyorlar, çöp yakıyorlar, anız yakıyorlar',
    lead: 'iklim-sifir-atik', with: ['zabita', 'itfaiye'], due: working(16), near: 500,
    ask: [
      choice('kaynak', 'Duman nereden?', 'Where is the smoke from?', [
        ['Ev bacası', 'Home chimney'], ['İşyeri', 'Business'], ['Açıkta yakma', 'Open burning'],
        ['Bilmiyor', 'Not known'],
      ]),
      yesNo('simdi', 'Şu anda var mı?', 'Is it there now?'),
    ],
    causes: [
      ['Kötü kömür', 'Poor coal'], ['Lastik veya çöp yakma', 'Burning tyres or refuse'],
      ['Bakımsız baca', 'Unswept chimney'], ['Kazan dairesi', 'Boiler room'],
    ],
  }),
  topic('gol-kirliligi', 'Göl ve sahil kirliliği', 'Lake and shore pollution', {
    said: 'göl kirli, van gölü pis, göle lağım akıyor, sahilde çöp, balık ölüsü, sahil temizlensin, gölde köpük',
    lead: 'iklim-sifir-atik', with: ['su-kanalizasyon', 'temizlik-isleri'], due: straight(24), near: 500,
    ask: [
      choice('kirlilik', 'Ne görülüyor?', 'What is seen?', [
        ['Çöp', 'Litter'], ['Atık su', 'Sewage'], ['Yağ veya yakıt', 'Oil or fuel'], ['Ölü balık', 'Dead fish'],
      ]),
      since,
    ],
    causes: [
      ['Kanal göle akıyor', 'Sewer flows into the lake'], ['Gemi veya tekne', 'Ship or boat'],
      ['Piknik çöpü', 'Picnic litter'], ['Dereden gelen atık', 'Carried by a stream'],
    ],
  }),
  topic('kotu-koku', 'Kötü koku', 'Bad smell', {
    said: 'koku var, pis kokuyor, çöplük kokusu, kesimhane kokusu, gübre kokusu, burnumuzun direği kırıldı',
    lead: 'iklim-sifir-atik', with: ['zabita', 'veteriner-isleri'], due: working(24), near: 500,
    ask: [
      words('kaynak', 'Koku nereden geliyor?', 'Where does it come from?'),
      choice('zaman', 'Ne zaman artıyor?', 'When is it worst?', [
        ['Sürekli', 'Always'], ['Gece', 'At night'], ['Sıcakta', 'In the heat'], ['Rüzgârda', 'With the wind'],
      ]),
    ],
    causes: [
      ['Ahır ve gübre', 'Barn and manure'], ['Çöp', 'Refuse'], ['Kesimhane', 'Slaughterhouse'],
      ['İşyeri atığı', 'Business waste'],
    ],
  }),
  topic('hasere', 'Sinek, fare ve haşere', 'Flies, rodents and pests', {
    said: 'sinek çok, sivrisinek, ilaçlama yapılsın, fare var, sıçan, hamam böceği, karasinek, kene, haşerat',
    lead: 'veteriner-isleri', with: ['temizlik-isleri', 'su-kanalizasyon'], due: working(24),
    ask: [
      choice('tur', 'Hangisi?', 'Which one?', [
        ['Sivrisinek', 'Mosquito'], ['Karasinek', 'Housefly'], ['Fare', 'Rodent'], ['Hamam böceği', 'Cockroach'],
        ['Kene', 'Tick'],
      ]),
      choice('yer', 'Nerede?', 'Where?', [
        ['Sokakta', 'Street'], ['Rögarda', 'Manhole'], ['Ev içinde', 'Indoors'], ['Arsada', 'Vacant plot'],
      ]),
    ],
    causes: [['Su birikintisi', 'Standing water'], ['Açık çöp', 'Open refuse'], ['Ahır', 'Barn'], ['Kanal', 'Sewer']],
  }),
])
