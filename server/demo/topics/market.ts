import { choice, date, number, straight, theme, topic, words, working, yesNo } from './notation.ts'

export const market = theme('zabita', 'Zabıta, pazar ve gürültü', 'Municipal police, market and noise', [
  topic('seyyar-satici', 'Seyyar satıcı', 'Street sellers', {
    said: 'seyyar araba, kamyonetle satış, tablacı, izinsiz satış, köşede satış yapıyor',
    lead: 'zabita', due: working(8),
    ask: [
      words('urun', 'Ne satıyor?', 'What is sold?'),
      yesNo('simdi', 'Şu anda orada mı?', 'Is the seller there now?'),
    ],
    causes: [
      ['İzinsiz satış', 'Selling without permission'], ['Yolu kapatma', 'Blocking the way'],
      ['Hoparlörle bağırma', 'Loudspeaker'],
    ],
  }),
  topic('pazar-yeri', 'Pazar yeri düzeni', 'Running of the market', {
    said: 'pazar yeri, pazarcı, pazar tezgâhı, pazar pis bırakıldı, pazar yeri istiyorum, tezgah yeri, pazarda yer kapma',
    lead: 'zabita', with: ['isletme-istirakler', 'temizlik-isleri'], due: working(24),
    ask: [
      choice('konu', 'Konu ne?', 'What is it about?', [
        ['Tezgâh yeri', 'A stall place'], ['Temizlik', 'Cleaning'], ['Esnaf davranışı', 'Seller’s conduct'],
        ['Yer ve gün', 'Place and day'],
      ]),
      date('gun', 'Hangi gün oldu?', 'On which day?'),
    ],
    causes: [
      ['Yer paylaşımı', 'Sharing of places'], ['Temizlik yapılmamış', 'Not cleaned'],
      ['Sınır aşımı', 'Beyond the marked place'],
    ],
  }),
  topic('fiyat-tarti', 'Fiyat, etiket ve tartı', 'Prices, labels and scales', {
    said: 'etiket yok, fahiş fiyat, ekmek gramajı eksik, eksik tartı, terazi bozuk, fiyat farklı, ekmek pahalı, kasada farklı fiyat',
    lead: 'zabita', with: ['ruhsat-denetim'], due: working(16), kinds: ['complaint', 'tip_off', 'information'],
    ask: [
      words('isyeri', 'İşyerinin adı ne?', 'What is the business called?'),
      words('urun', 'Hangi ürün?', 'Which product?'),
      number('fiyat', 'Kaç liraya satıldı?', 'Sold for how many lira?'),
    ],
    causes: [
      ['Etiket konmamış', 'No price label'], ['Eksik gramaj', 'Short weight'], ['Tarifeye uymama', 'Above the tariff'],
      ['Ayarsız terazi', 'Uncalibrated scale'],
    ],
  }),
  topic('bozuk-gida', 'Bozuk gıda ve kirli işyeri', 'Bad food or dirty premises', {
    said: 'bozuk et, tarihi geçmiş, yemekten böcek çıktı, lokanta pis, fırın kirli, zehirlendik, açıkta ekmek, kaçak et',
    lead: 'zabita', with: ['veteriner-isleri', 'ruhsat-denetim'], due: working(4), kinds: ['complaint', 'tip_off'],
    ask: [
      words('isyeri', 'İşyerinin adı ne?', 'What is the business called?'),
      yesNo('hastalanan', 'Hastalanan oldu mu?', 'Has anyone fallen ill?'),
      yesNo('urun-duruyor', 'Ürün veya fiş duruyor mu?', 'Have you kept the item or receipt?'),
    ],
    causes: [
      ['Soğuk zincir kırılmış', 'Not kept cold'], ['Tarihi geçmiş', 'Past its date'], ['Temizlik yok', 'Poor hygiene'],
      ['Kaçak kesim', 'Unlawful slaughter'],
    ],
  }),
  topic('dilenci', 'Dilencilik ve çalıştırılan çocuk', 'Begging and child labour', {
    said: 'dilenci, dileniyorlar, çocuk dilendiriyorlar, mendil satan çocuk, trafikte dilenci, sokakta çalışan çocuk',
    lead: 'zabita', with: ['sosyal-yardim-isleri'], due: straight(3), personal: true,
    ask: [
      yesNo('cocuk', 'Çocuk var mı?', 'Are there children?'),
      yesNo('simdi', 'Şu anda orada mı?', 'Are they there now?'),
    ],
    causes: [
      ['Yoksulluk', 'Poverty'], ['Çocuğu çalıştıran biri', 'Someone exploiting a child'],
      ['Dışarıdan gelenler', 'People from elsewhere'],
    ],
  }),
  topic('ruhsatsiz-isyeri', 'Ruhsatsız veya kurala uymayan işyeri', 'Business without licence or against rules', {
    said: 'ruhsatsız dükkân, kaçak işyeri, izinsiz açmış, kapanış saatine uymuyor, merdiven altı, ruhsatsız kahvehane',
    lead: 'ruhsat-denetim', with: ['zabita'], due: working(24), kinds: ['tip_off', 'complaint'],
    ask: [
      words('isyeri', 'İşyerinin adı ne?', 'What is the business called?'),
      choice('aykirilik', 'Aykırılık ne?', 'What is against the rules?', [
        ['Ruhsat yok', 'No licence'], ['Saat ihlali', 'Opening hours'],
        ['Ruhsat dışı iş', 'Other trade than licensed'], ['Bilmiyor', 'Not known'],
      ]),
    ],
    causes: [
      ['Ruhsat alınmamış', 'Never licensed'], ['Ruhsat başkasının', 'Another person’s licence'],
      ['Süre aşımı', 'Beyond closing time'],
    ],
  }),
  topic('tabela-reklam', 'Tabela, afiş ve reklam', 'Signs, posters and advertising', {
    said: 'tabela düşecek, izinsiz tabela, afiş yapıştırmışlar, reklam panosu, branda sarkıyor, duvara yazı yazmışlar',
    lead: 'zabita', with: ['ruhsat-denetim', 'imar-sehircilik'], due: working(24),
    ask: [yesNo('dusme', 'Düşme tehlikesi var mı?', 'Could it fall?'), words('kime-ait', 'Kime ait?', 'Whose is it?')],
    causes: [
      ['İzinsiz asılmış', 'Put up without permission'], ['Bağlantısı gevşek', 'Loose fixing'], ['Fırtına', 'Storm'],
    ],
  }),
  topic('gurultu-isyeri', 'İşyeri ve düğün gürültüsü', 'Noise from a business or wedding', {
    said: 'müzik sesi, kafe gürültüsü, düğün salonu, davul zurna, hoparlör, gece müzik, havalandırma sesi, jeneratör sesi, sokak düğünü',
    lead: 'zabita', with: ['ruhsat-denetim', 'iklim-sifir-atik'], due: straight(2),
    ask: [
      yesNo('simdi', 'Şu anda sürüyor mu?', 'Is it going on now?'),
      choice('kaynak', 'Ses nereden?', 'Where is it from?', [
        ['Kafe veya lokanta', 'Café or restaurant'], ['Düğün', 'Wedding'], ['Makine', 'Machine'],
        ['Seyyar satıcı', 'Street seller'],
      ]),
      words('saat', 'En çok hangi saatlerde?', 'At what hours mostly?'),
    ],
    causes: [
      ['Ses yalıtımı yok', 'No sound insulation'], ['Saat sınırı aşılmış', 'Past the permitted hour'],
      ['İzinsiz canlı müzik', 'Live music without permit'], ['Makine arızası', 'Faulty machine'],
    ],
  }),
  topic('gurultu-insaat', 'İnşaat gürültüsü', 'Building noise', {
    said: 'inşaat sesi, gece inşaat, hilti sesi, pazar günü inşaat, matkap sesi, kompresör, iş makinesi gürültüsü',
    lead: 'zabita', with: ['imar-sehircilik'], due: straight(4),
    ask: [
      yesNo('simdi', 'Şu anda sürüyor mu?', 'Is it going on now?'),
      words('saat', 'Hangi saatlerde?', 'At what hours?'),
    ],
    causes: [
      ['İzin dışı saat', 'Outside permitted hours'], ['Hafta sonu çalışma', 'Weekend work'],
      ['Gece beton dökümü', 'Concreting at night'],
    ],
  }),
  topic('gurultu-komsu', 'Komşu gürültüsü', 'Noisy neighbours', {
    said: 'komşu gürültü yapıyor, üst kat, kavga sesi, apartmanda müzik, çocuk sesi, köpek havlıyor komşunun',
    lead: 'zabita', with: ['halkla-iliskiler'], due: straight(4), personal: true,
    ask: [
      yesNo('simdi', 'Şu anda sürüyor mu?', 'Is it going on now?'),
      yesNo('siddet', 'Kavga veya şiddet var mı?', 'Is there fighting or violence?'),
    ],
    causes: [['Yüksek müzik', 'Loud music'], ['Tadilat', 'Renovation'], ['Kavga', 'Quarrel'], ['Evcil hayvan', 'Pet']],
  }),
])
