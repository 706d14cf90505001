export const intake = {
  titleCall: 'Çağrının başvurusu', channel: 'Nereden geldi', kind: 'Tür', said: 'Ne anlatıyor?', where: 'Nerede?', place: 'Mahalle, köy, sokak', placeHint: 'Yazmaya başlayın', street: 'Sokak', landmark: 'Tarif, bilinen yer',
  placeByPin: 'Yer, haritadaki işaretten bulundu', pinOutside: 'İşaret belediye sınırının dışında', placeChosen: 'Yer seçildi', pinned: 'Haritada işaretli', clearPlace: 'Yeri temizle', placeUnknown: 'Yer seçilmedi', noPlace: 'Böyle bir yer yok; yazdığınız tarif olarak kalır', notOursPlace: 'belediye dışı',
  topic: 'Konu', findTopic: 'Konu ara', noneOfThese: 'Hiçbiri', because: 'çünkü: {{words}}', topicChosen: 'seçildi', offersEmpty: 'Konu önerileri siz yazarken burada görünür.',
  questionsLater: 'Konu seçilince soruları burada görünür.', source: 'Neden olmuş? (anlatana göre)', sourceWords: 'Kendi sözleriyle', also: 'Başka kimi ilgilendirir?', alsoHint: 'Müdürlük ekle', alsoRemove: 'Çıkar: {{name}}',
  name: 'Ad', phone: 'Telefon', languageLabel: 'Dil', language: { tr: 'Türkçe', en: 'İngilizce' }, mayMessage: 'SMS ile bilgi almak istiyor', mayMessageLandline: 'Bilgi almak istiyor (sabit hat, SMS alamaz)',
  anonymous: 'Adını vermek istemiyor', anonymousNot: 'Bu konuda ad gerekir.', tipOff: 'İhbar: kimin söylediği hiçbir müdürlüğe gösterilmez.',
  foot: 'Gidecek yer ve gönder', missing_one: '{{count}} eksik:', missing_other: '{{count}} eksik:', waiting: 'Gönderilemedi, sunucu bekleniyor. Yazdıklarınız duruyor, kendiliğinden gönderilir.', sendHandOver: 'Devri kaydet',
  followWhom: 'Bağlamak için önce kimin aradığını yazın.', begunBy: 'Bu kaydı başlatan: {{name}}. Kaldığı yerden sürdürüyorsunuz.',
  sentElsewhere: 'Bu kayıt başka bir koltuktan gönderildi.', conflict: 'Bu taslağı başka biri de yazdı: {{name}}. Hangisi kalsın?', mine: 'Sizin yazdığınız', keepMine: 'Benimki kalsın', keepTheirs: 'Onunki kalsın',
  chronic: 'Kronik sorun', chronicNone: 'Bilinen bir kronik sorun yok.',
  saved: { saving: 'Kaydediliyor…', saved: 'Kayıtlı {{time}}', here: 'Bu bilgisayarda, sunucu bekleniyor', theirs: 'Başka biri de yazdı', sent_elsewhere: 'Başka koltuktan gönderildi', refused: 'Taslak kaydedilemedi' },
  field: { paper: 'Tarih ve saat', said: 'Ne anlatıyor', where: 'Konum', topic: 'Konu', kind: 'Tür', reporter: 'Ad veya telefon', phone: 'Telefon', anonymous: 'Ad', hand_over: 'Devir', no_directorate: 'Müdürlük' },
  gap: {
    paper: 'Kâğıdın tarihini ve saatini yazın, örneğin 14:05.',
    said: 'Vatandaşın anlattığını yazın.', where: 'Yeri seçin, tarif edin ya da haritada işaretleyin.', topic: 'Konuyu seçin.', kind: 'Bu konu bu türle açılamaz. Başka bir tür seçin.', reporter: 'Ad veya telefon yazın ya da “Adını vermek istemiyor” seçin.',
    phone: 'Bu bir telefon numarası değil.', anonymous: 'Bu konuda ad gerekir.', hand_over: 'Yetkili kurumu vatandaşa söyleyin, sonra işaretleyin.', no_directorate: 'Bu konunun müdürlüğü yok.', answer: 'Bu sorunun yanıtı gerekir.',
  },
  caller: {
    title: 'Arayan', nobody: 'Çağrı yok', people: 'Kim olabilir?', waiting: 'Bakılıyor', empty: 'Çağrı gelince burada görünür.', unknown: 'Bu numara kayıtlı değil.', noName: 'Adı bilinmiyor', somebodyElse: 'Başka biri',
    onStreet: 'Sokağında', inPlace: 'Mahallesinde', placeCases: 'Yerinin öteki açık başvuruları', noPlaceCases: 'Yerinde başka açık başvuru yok.', muhtar: 'Muhtar: {{places}}', promises: 'Verilen sözler', noPromises: 'Açık söz yok.', cases: 'Son başvuruları', noCases: 'Başvurusu yok.', first: 'İlk araması',
    callsBefore_one: 'daha önce {{count}} arama', callsBefore_other: 'daha önce {{count}} arama',
  },
  nearby: {
    title: 'Yakında aynı sorun', later: 'Konu ve konum girilince burada görünür.', none: 'Yakında aynı konuda açık kayıt yok.', fresh_one: '{{count}} yeni, göster', fresh_other: '{{count}} yeni, göster', found_one: 'Yakında {{count}} benzer kayıt var', found_other: 'Yakında {{count}} benzer kayıt var',
    metres: '{{metres}} m', near: 'yakında', street: 'aynı sokak', village: 'aynı köy', neighbourhood: 'aynı mahalle', followers_one: '{{count}} kişi bildirdi', followers_other: '{{count}} kişi bildirdi', same: 'Aynı sorun: bağla',
  },
  map: { title: 'Harita', plain: 'Sokak haritası yüklü değil; yerler ve kayıtlar çizildi.', help: 'Oklarla kaydırın, Enter ile işaretleyin.', failed: 'Harita açılamadı. Yeri sözle yazabilirsiniz.', here: 'Burası' },
  knowledge: {
    title: 'Bilgi', search: 'Yanıt ara', none: 'Yanıt yok', list: 'Duyurular ve yanıtlar', later: 'Sorulanı yazdıkça yanıtlar burada görünür.', nothing: 'Buna uyan yanıt yok. “Yanıt yok” ile soruyu yazın; yanıtı hazırlanır.', failed: 'Yanıtlara ulaşılamıyor; bağlantı gelince yeniden denenir.',
    answer: 'Yanıt', announcement: 'Duyuru', pinned: 'Sabitlenmiş duyuru', here: 'Arayanın yeri', places: '{{count}} yer', until: 'Geçerlilik sonu:', onlyTurkish: 'Yalnızca Türkçesi var',
    readOut: 'Okunacak yanıt', words: 'Yanıtın sözleri', done: 'Okundu, kapat', notEnough: 'Okundu, yetmedi', told: 'Okundu: {{title}}. Çağrı bitince bilgi verildi diye kapanır.',
    atEnd: 'Sayıldı. Çağrı bitince bilgi verildi diye kapanır.', counted: 'Sayıldı ve kapatıldı.', goesOn: 'Sayıldı. Yazmaya devam edebilirsiniz.',
    question: 'Yanıtı olmayan soru', questionHint: 'Yalnızca soruyu yazın; ad, telefon, adres yazmayın. Rakamlar gizlenir.', noted: 'Soru yanıt yazacaklara iletildi.',
  },
  emergency: { title: 'Hayati tehlike var mı?', ask: 'Önce yeri sorun, sonra ne olduğunu.', call: 'Tehlike varsa: “Lütfen şimdi 112’yi arayın.” Konumu siz de yazın.' },
  notOurs: {
    topic: 'Bu konu belediyemizin yetkisinde değil.', place: 'Bu yer belediyemizin hizmet alanında değil.', body: 'Yetkili kurum: {{name}}', phone: 'Telefon: {{phone}}', noPhone: 'Telefonu kayıtlı değil.',
    told: 'Kurumu vatandaşa söyledim, devri kaydet', reference: 'Oradaki başvuru numarası',
  },
  route: {
    idle: 'Başvuru açılınca gideceği müdürlük burada görünür.', noTopic: 'Konu seçilince gideceği müdürlük burada görünür.', asking: 'Gideceği yere bakılıyor', nobody: 'Bu konunun sorumlu müdürlüğü yok.', with: 'destek: {{names}}', due: 'Hedef:',
    noDue: 'Hedef süre yok', onCall: 'mesai dışı, nöbetçi: {{name}}', closed: 'mesai dışı, nöbetçi yok', why: 'neden?', because: 'konu: {{topic}}', handOver: 'Devredilecek kurum: {{name}}',
  },
  wrapUp: { button: 'Çağrı sonucu', title: 'Çağrı nasıl sonuçlandı?', withTopic: 'Sorulan konu seçili. Bir rakamla kapatın.', topicFirst: 'Bilgi verildiyse önce konuyu seçin.', note: 'Not' },
  sent: {
    title: 'Başvuru kaydedildi', followed: 'Arayan bu başvuruya bağlandı', handedOver: 'Devir kaydedildi', number: 'Başvuru numarası {{number}}', sms: 'Numara SMS ile gönderildi.', read_out: 'Numarayı vatandaşa okuyun.', anonymous: 'Adı alınmadı. Numarayı isterse okuyun.',
    lead: 'Sorumlu: {{name}}.', supporting: 'Destek: {{names}}.', due: 'En geç:', next: 'Bitti, sonraki', another: 'Aynı kişi için yeni başvuru', anotherCaller: 'Aynı arayan için yeni başvuru', open: 'Kaydı aç',
  },
  idle: {
    inCall: 'Çağrı sürüyor', ringing: 'Çağrı geliyor', ready: 'Çağrı bekleniyor', notReady: 'Çağrı almak için durumunuzu “Hazır” yapın', wrapUp: 'Biten çağrının sonucunu girin', new: 'Yeni başvuru', unfinished: 'Yarım kalanlar', noUnfinished: 'Yarım kalan kayıt yok.', noWords: 'Henüz yazı yok', discard: 'Taslağı sil',
    owed: 'Aranacaklar', noOwed: 'Aranacak kimse yok.', allOwed: 'Hepsini göster', task: { call_back: 'geri aranmak istedi', voice_message: 'mesaj bıraktı', abandoned: 'yanıtlanmadan kapattı', tell_number: 'numarası söylenecek', silence: 'haber bekliyor' },
  },
}
