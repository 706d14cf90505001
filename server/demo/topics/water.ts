import { choice, date, number, since, straight, theme, topic, words, working, yesNo } from './notation.ts'

export const water = theme('icme-suyu', 'İçme suyu', 'Drinking water', [
  topic('su-kesintisi', 'Su kesintisi', 'Water cut', {
    said: 'su kesik, sular kesildi, su akmıyor, sular akmıyor, su yok, musluktan su gelmiyor, suyumuz yok, sular ne zaman gelecek',
    lead: 'su-kanalizasyon', with: ['halkla-iliskiler'], due: straight(12), near: 500,
    ask: [
      choice('kapsam', 'Kimlerde yok?', 'Who has none?', [
        ['Yalnız bizde', 'Only us'], ['Bütün binada', 'The whole building'], ['Bütün sokakta', 'The whole street'],
        ['Bütün mahallede', 'The whole neighbourhood'],
      ]),
      since,
      yesNo('hasta-bebek', 'Evde hasta veya bebek var mı?', 'Is there a patient or a baby at home?'),
    ],
    causes: [
      ['Boru patlağı', 'Burst pipe'], ['Planlı çalışma', 'Planned work'],
      ['Elektrik kesintisi, pompa durdu', 'Power cut stopped the pump'], ['Depo boş', 'Empty reservoir'],
      ['Borçtan kesilmiş', 'Cut off for debt'],
    ],
  }),
  topic('su-borusu-patlak', 'Patlak su borusu', 'Burst water pipe', {
    said: 'boru patladı, yola su akıyor, su fışkırıyor, ana boru patlak, sokakta su kaçağı, asfaltın altından su çıkıyor',
    lead: 'su-kanalizasyon', with: ['fen-isleri', 'ulasim-hizmetleri'], due: straight(6),
    ask: [
      choice('akis', 'Su nasıl akıyor?', 'How is the water flowing?', [
        ['Fışkırıyor', 'Gushing'], ['Sürekli akıyor', 'Flowing steadily'], ['Sızıyor', 'Seeping'],
      ]),
      yesNo('bina-giriyor', 'Eve veya dükkâna giriyor mu?', 'Is it entering a home or shop?'),
      yesNo('buzlanma', 'Yolda buz yapıyor mu?', 'Is it icing the road?'),
    ],
    causes: [
      ['Donan boru', 'Frozen pipe'], ['Eski boru', 'Old pipe'], ['Kazı sırasında zarar', 'Damaged by digging'],
      ['Yüksek basınç', 'High pressure'],
    ],
  }),
  topic('su-basinci', 'Düşük su basıncı', 'Low water pressure', {
    said: 'su az akıyor, tazyik yok, tazyikli gelmiyor, su ip gibi akıyor, üst kata su çıkmıyor, kombi çalışmıyor su az',
    lead: 'su-kanalizasyon', due: working(24),
    ask: [
      number('kat', 'Kaçıncı katta oturuyorsunuz?', 'Which floor do you live on?'),
      since,
      yesNo('komsu', 'Komşularda da az mı?', 'Is it low for the neighbours too?'),
    ],
    causes: [
      ['Tıkalı sayaç süzgeci', 'Blocked meter strainer'], ['Şebeke yetersiz', 'Network too small'],
      ['Gizli kaçak', 'Hidden leak'], ['Pompa arızası', 'Pump fault'],
    ],
  }),
  topic('su-kalitesi', 'Suyun rengi, kokusu, tadı', 'Colour, smell or taste of water', {
    said: 'su bulanık, su çamurlu akıyor, su sarı akıyor, su kokuyor, klor kokusu, su içilmiyor, paslı su, sudan böcek çıktı',
    lead: 'su-kanalizasyon', with: ['iklim-sifir-atik'], due: straight(24), near: 500,
    ask: [
      choice('belirti', 'Suda ne var?', 'What is wrong with it?', [
        ['Bulanık', 'Cloudy'], ['Renkli', 'Coloured'], ['Kokulu', 'Smelly'], ['Tadı kötü', 'Bad taste'],
      ]),
      yesNo('hastalanan', 'Hastalanan oldu mu?', 'Has anyone fallen ill?'),
      since,
    ],
    causes: [
      ['Onarım sonrası bulanıklık', 'Cloudy after repair'], ['Eski demir boru', 'Old iron pipe'],
      ['Depo kirli', 'Dirty tank'], ['Kanalizasyon karışması', 'Sewage getting in'],
    ],
  }),
  topic('donan-boru', 'Donan su borusu veya sayacı', 'Frozen pipe or meter', {
    said: 'boru dondu, su saati dondu, sayaç dondu, sular dondu, saat patladı dondan',
    lead: 'su-kanalizasyon', due: straight(24),
    ask: [
      choice('donan', 'Ne dondu?', 'What froze?', [
        ['Sayaç', 'Meter'], ['Sokaktaki hat', 'Street pipe'], ['Bina içi boru', 'Pipe inside the building'],
      ]),
      yesNo('sizinti', 'Su sızıyor mu?', 'Is it leaking?'),
    ],
    causes: [
      ['Sayaç yalıtımsız', 'Meter not insulated'], ['Hat sığ döşenmiş', 'Pipe too shallow'],
      ['Uzun süren don', 'Long frost'],
    ],
  }),
  topic('su-faturasi', 'Su faturasına itiraz', 'Disputed water bill', {
    said: 'fatura çok geldi, su parası yüksek, faturaya itiraz, yanlış okunmuş, su borcu, kaçak yok fatura şişmiş',
    lead: 'su-kanalizasyon', with: ['mali-hizmetler'], due: working(40), personal: true, named: true, everywhere: true,
    ask: [
      words('abone', 'Abone numarası kaç?', 'What is the subscriber number?'),
      words('donem', 'Hangi ayın faturası?', 'Which month’s bill?'),
      number('tutar', 'Fatura kaç lira?', 'How many lira is the bill?'),
    ],
    causes: [
      ['Yanlış okuma', 'Misread meter'], ['Bina içi kaçak', 'Leak indoors'],
      ['Birikmiş dönem', 'Several months together'], ['Tarife değişikliği', 'Changed tariff'],
    ],
  }),
  topic('su-sayaci', 'Su sayacı arızası', 'Faulty water meter', {
    said: 'su saati bozuk, sayaç dönmüyor, sayaç çok yazıyor, saat değişsin, kartlı sayaç su vermiyor, sayaç camı kırık',
    lead: 'su-kanalizasyon', due: working(24), named: true,
    ask: [
      words('abone', 'Abone numarası kaç?', 'What is the subscriber number?'),
      choice('ariza', 'Sorun ne?', 'What is wrong?', [
        ['Dönmüyor', 'Does not turn'], ['Fazla yazıyor', 'Reads too much'], ['Su kaçırıyor', 'Leaks'],
        ['Kart okumuyor', 'Does not read the card'],
      ]),
    ],
    causes: [['Eski sayaç', 'Old meter'], ['Don hasarı', 'Frost damage'], ['Pil bitmiş', 'Flat battery']],
  }),
  topic('su-aboneligi', 'Su aboneliği açma ve kapama', 'Opening or closing a water account', {
    said: 'abonelik, su açtırma, su kapatma, üzerime alacağım, abone devri, suyum kesildi borcu ödedim açılsın, yeni su bağlatma',
    lead: 'su-kanalizasyon', with: ['mali-hizmetler'], due: working(16),
    kinds: ['request', 'information', 'complaint'], personal: true, named: true,
    ask: [
      choice('islem', 'Hangi işlem?', 'Which service?', [
        ['Yeni abonelik', 'New account'], ['Devir', 'Transfer'], ['Kapatma', 'Closing'],
        ['Borç sonrası açma', 'Reopening after payment'],
      ]),
      words('abone', 'Varsa abone numarası kaç?', 'Subscriber number, if any?'),
    ],
    causes: [
      ['Yeni taşınma', 'Moving in'], ['Borçtan kesilmiş', 'Cut off for debt'], ['Evrak eksik', 'Missing papers'],
    ],
  }),
  topic('kacak-su', 'Kaçak su kullanımı', 'Unlawful use of water', {
    said: 'kaçak su, sayaçsız su kullanıyor, hortum bağlamış, belediyenin suyunu çalıyor, bahçeyi kaçak suluyor',
    lead: 'su-kanalizasyon', with: ['zabita'], due: working(24), kinds: ['tip_off', 'complaint'],
    ask: [
      words('nerede', 'Su nereden alınıyor?', 'Where is the water taken from?'),
      yesNo('simdi', 'Şu anda kullanılıyor mu?', 'Is it being used now?'),
    ],
    causes: [
      ['Sayaçsız bağlantı', 'Connection without a meter'], ['Mühür sökülmüş', 'Broken seal'],
      ['Yangın musluğundan alım', 'Taken from a hydrant'],
    ],
  }),
  topic('mahalle-cesmesi', 'Çeşme ve yangın musluğu', 'Public fountain or hydrant', {
    said: 'çeşme bozuk, mahalle çeşmesi akmıyor, hayrat, çeşmenin musluğu kırık, yangın musluğu akıtıyor, hidrant',
    lead: 'su-kanalizasyon', with: ['itfaiye', 'park-bahceler'], due: working(24),
    ask: [
      choice('tur', 'Hangisi?', 'Which one?', [['Çeşme', 'Fountain'], ['Yangın musluğu', 'Hydrant']]),
      yesNo('bosa-akiyor', 'Su boşa akıyor mu?', 'Is water running to waste?'),
      date('ilk-gorulen', 'İlk ne zaman gördünüz?', 'When did you first see it?'),
    ],
    causes: [
      ['Kırık musluk', 'Broken tap'], ['Don hasarı', 'Frost damage'], ['Vana açık bırakılmış', 'Valve left open'],
    ],
  }),
])
