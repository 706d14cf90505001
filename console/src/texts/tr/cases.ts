export const cases = {
  inbox: {
    title: 'Başvurular', views: 'Görünümler', filters: 'Süzgeçler', clear: 'Süzgeçleri kaldır', list: 'Başvuru listesi', preview: 'Önizleme', closePreview: 'Önizlemeyi kapat', open: 'Başvuruyu aç',
    view: { mine: 'Müdürlüğümün işleri', desk: 'Açık başvurular', returned: 'İade edilenler', all: 'Tümü' },
    search: 'Numara veya kelime ara', sort: 'Sıra', sortDue: 'Süresi önce biten', sortNewest: 'En yeni', status: 'Durum', kind: 'Tür', topic: 'Konu', place: 'Yer', part: 'Görev', anyPart: 'Sorumlu veya destek',
    count: { open: 'Açık', late: 'Geciken', today: 'Bugün dolan', unread: 'Okunmamış', emergency: 'Acil', mentioned: 'Anıldığım' },
    column: { state: 'Durum', number: 'No', summary: 'Konu ve özet', place: 'Yer', due: 'Süre', lead: 'Sorumlu' },
    arrivals_one: '{{count}} yeni kayıt', arrivals_other: '{{count}} yeni kayıt', arrivalsHow: 'Göstermek için basın; liste ancak o zaman değişir.', gone: 'Listeden çıktı', unread: 'Okunmadı', mentioned: 'Adınız geçti', emergency: 'Acil', stale: 'Güncelleniyor',
    empty: { title: 'Bekleyen başvuru yok', words: 'Yeni başvuru geldiğinde burada kendiliğinden görünür.', filtered: 'Bu süzgeçlerle eşleşen başvuru yok', filteredWords: 'Süzgeçlerden birini kaldırın veya Tümü görünümüne geçin.' },
  },
  page: {
    title: 'Başvuru {{number}}', next: 'Sonraki başvuru', previous: 'Önceki başvuru', toInbox: 'Başvurulara dön', opened: 'Alındı', due: 'Son tarih', openedBy: 'Kaydeden', channel: 'Kanal', kind: 'Tür', topic: 'Konu', lead: 'Sorumlu',
    said: 'Vatandaşın anlattığı', facts: 'Bilgiler', place: 'Yer', street: 'Sokak', address: 'Tarif', noPlace: 'Yer bildirilmedi', source: 'Sorunun kaynağı', sourceWords: 'Kendi sözleriyle', noSource: 'Kaynak söylenmedi', answers: 'Sorular', noAnswers: 'Bu konuda soru yok',
    followers_one: '{{count}} kişi daha aynı sorunu bildirdi', followers_other: '{{count}} kişi daha aynı sorunu bildirdi',
    reporter: 'Bildiren', anonymous: 'İsimsiz', withheld: 'Bildirenin kimliği gizli', withheldWords: 'İhbarlarda bildireni müdürlükler göremez.', mayMessage: 'SMS ile bilgi verilebilir', mayNotMessage: 'SMS izni yok', call: 'Ara', map: 'Harita', noPin: 'Haritada işaretlenmedi', ground: 'Harita altlığı yüklü değil; yalnızca yerler ve bu başvuru çizilir.',
    handedOver: 'Yetkili kurum', reference: 'Oradaki numarası',
    calls: 'Görüşmeler', noCalls: 'Bu başvuruyla ilgili görüşme yok', seconds: 'Süre', notRecorded: 'Kayıt yok',
  },
  turn: { us: 'Sıra bizde', directorate: 'Sıra müdürlükte', nobody: 'İş tamamlandı' },
  task: { title: 'Müdürlüklerin işleri', none: 'Bu başvuru bir müdürlüğe gönderilmedi', status: { open: 'Bekliyor', taken: 'Üstlenildi', returned: 'İade etti', passed: 'Devretti' }, takenBy: 'Üstlenen', seen: 'İlk görülme', unseen: 'Henüz görülmedi' },
  act: {
    take: 'İşi üstlen', return: 'İade et', pass: 'Başka müdürlüğe devret', route: 'Yeniden yönlendir', taken: 'İş üstlenildi. Başvuru: {{number}}', returned: 'İade edildi. Başvuru: {{number}}', passed: 'Devredildi. Başvuru: {{number}}', routed: 'Yeniden yönlendirildi. Başvuru: {{number}}',
    returnTitle: 'Başvuruyu iade et', returnWords: 'Başvuru çağrı masasına döner. Nedeni herkes görür; doğru müdürlüğü biliyorsanız devretmek daha hızlıdır.', passTitle: 'Başka müdürlüğe devret', passWords: 'İşiniz seçtiğiniz müdürlüğe geçer. Verilen söz ve son tarih değişmez.', routeTitle: 'Yeniden yönlendir', routeWords: 'Seçtikleriniz dışında kalan müdürlüklerin işi biter.',
    to: 'Müdürlük', lead: 'Sorumlu müdürlük', supporting: 'Destek müdürlükleri', reason: 'Neden', reasonHint: 'Herkesin anlayacağı bir cümle yazın.', reasonNeeded: 'Nedeni yazın.', toNeeded: 'Müdürlük seçin.',
  },
  cannot: {
    status: 'Durumu buna uygun değil: {{status}}', noTask: 'Müdürlüğünüzün bu başvuruda işi yok', taken: 'Müdürlüğünüz işi üstlenmiş', returned: 'Müdürlüğünüz iade etmiş', passed: 'Müdürlüğünüz devretmiş', open: 'Önce işi üstlenin',
  },
  timeline: {
    title: 'Akış', internal: 'Dahili', citizen: 'Vatandaş görür', by: 'Yapan', reason: 'Neden',
    opened: 'Başvuru alındı. Kanal: {{channel}}', handed_over: 'Yetkili kuruma yönlendirildi. Kurum: {{institution}}', routed: 'Yönlendirildi. Sorumlu: {{lead}}', supporting: 'Destek: {{names}}', dueAt: 'Son tarih: {{time}}', closed: 'Başvuru kapatıldı', followed: 'Bir kişi daha aynı sorunu bildirdi',
    taken: 'İş üstlenildi. Müdürlük: {{directorate}}', returned: 'İade edildi. Müdürlük: {{directorate}}', passed: 'Devredildi. Veren: {{from}}. Alan: {{to}}', note: 'Not', attached: 'Dosya eklendi: {{name}}', mentions: 'Anılanlar: {{names}}', reference: 'Oradaki numarası: {{reference}}', toldYes: 'Vatandaşa söylendi', toldNo: 'Vatandaşa söylenmedi',
    told: { sms: 'Vatandaşa SMS yazıldı', read_out: 'Numara vatandaşa okundu', call: 'Vatandaşa telefonla bilgi verildi', other: 'Vatandaşa bilgi verildi' }, other: 'Kayıt: {{what}}',
  },
  note: { label: 'Dahili not', placeholder: 'Vatandaş görmez. Birini anmak için @ yazın.', add: 'Notu ekle', colleagues: 'Çalışanlar', nobody: 'Bu adla kimse yok', kept: 'Not gönderilemedi; yazdıklarınız duruyor.' },
  files: { title: 'Ekler', none: 'Ek yok', add: 'Dosya seç', drop: 'Dosyaları buraya bırakın', hint: 'Fotoğraf, PDF, ses veya ofis belgesi; en çok 20 MB.', tooLarge: '20 MB sınırını aşıyor', empty: 'Dosya boş', sending: 'Yükleniyor: %{{percent}}', cancel: 'Yüklemeyi durdur', remove: 'Listeden çıkar', retry: 'Yeniden yükle', openFile: 'Aç: {{name}}' },
  print: { made: 'Yazdırıldı: {{time}}' },
}
