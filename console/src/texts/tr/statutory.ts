/** What the law counts: petitions and requests for information. */
export const statutory = {
  title: 'Dilekçe ve bilgi edinme', nav: 'Dilekçe ve bilgi edinme', mark: 'Yasal süre',
  statute: { petition: 'Dilekçe', information: 'Bilgi edinme' }, law: { petition: '3071 sayılı Kanun', information: '4982 sayılı Kanun' },
  state: { open: 'Yanıt bekliyor', waits_payment: 'Ücret bekleniyor', answered: 'Yanıtlandı', rejected: 'İncelenmedi veya reddedildi', forwarded: 'Yetkili yere gönderildi', withdrawn: 'Vazgeçilmiş sayıldı' },
  delivery: { by_hand: 'Elden', post: 'Posta', email: 'E-posta', none: 'Bildirilemedi' },
  needed: { name: 'ad soyad', signature: 'imza', address: 'adres' },
  ground: {
    m4_missing: 'Ad, imza veya adres eksik', indefinite: 'Belli bir konu yok (3071 m.6)', judicial: 'Yargının görevine giriyor (3071 m.6)', separate_work: 'Ayrı bir çalışma gerektiriyor (4982 m.7)',
    published: 'Yayımlanmış bilgi (4982 m.8)', exempt: 'Kanunun istisnası (4982 m.15-27)', not_held: 'Bilgi belediyede yok (4982 m.7)',
  },
  clock: {
    left_one: 'Yasal süre: {{count}} iş günü', left_other: 'Yasal süre: {{count}} iş günü', today: 'Yasal süre: bugün son gün', overdue_one: 'Yasal süre geçti: {{count}} gün', overdue_other: 'Yasal süre geçti: {{count}} gün', stopped: 'Yasal süre durdu: ücret bekleniyor',
    ended: 'Yasal görev bitti', endedLate: 'Yasal görev geç bitti',
    short: { left_one: '{{count}} iş günü kaldı', left_other: '{{count}} iş günü kaldı', today: 'Bugün son gün', overdue_one: 'Geçti: {{count}} gün', overdue_other: 'Geçti: {{count}} gün', stopped: 'Ücret bekleniyor', ended: 'Bitti', endedLate: 'Geç bitti' },
  },
  list: {
    new: 'Yeni kayıt', count: { open: 'Açık', overdue: 'Süresi geçen', soon: 'Süresi yaklaşan', waits: 'Ücret bekleyen', endedThisYear: 'Bu yıl biten', lateThisYear: 'Bu yıl geç biten' }, counts: 'Sayılar',
    search: 'Numara, ad veya konu ara', show: 'Göster', shows: { open: 'Açık', ended: 'Biten', all: 'Tümü' }, statute: 'Tür', directorate: 'Müdürlük', month: 'Alındığı ay', anyMonth: 'Bütün aylar', overdue: 'Yalnız süresi geçenler', clear: 'Süzgeçleri kaldır',
    csv: 'Tablo olarak indir', print: 'Yazdır', label: 'Dilekçe ve bilgi edinme kütüğü', file: 'dilekce-ve-bilgi-edinme',
    column: { number: 'Kayıt no', statute: 'Tür', subject: 'Konu', name: 'Başvuran', received: 'Alındı', due: 'Son gün', clock: 'Süre', lead: 'Sorumlu', state: 'Durum', case: 'Başvuru no', ended: 'Bitti', late: 'Geç' },
    empty: 'Yanıt bekleyen kayıt yok', emptyWords: 'Gelen dilekçeyi “Yeni kayıt” ile yazın.', filtered: 'Bu süzgeçlerle eşleşen kayıt yok', filteredWords: 'Süzgeçlerden birini kaldırın.', noDue: 'Süre duruyor',
  },
  form: {
    title: 'Dilekçe veya bilgi edinme kaydı', statute: 'Ne geldi?', channel: 'Nasıl geldi?', noPhone: 'Bilgi edinme başvurusu telefonla alınmaz; yazılı ve imzalı olur.', received: 'Alındığı gün', due: 'Son gün: {{day}}. Süre: {{count}} iş günü.', dueLate: 'Son gün geçmiş: {{day}}. Kayıt süresi geçmiş olarak açılır.', old: 'Bu tarih {{count}} gün önce. Yılı ve ayı doğru mu?',
    who: 'Başvuran', name: 'Ad soyad', address: 'Adres', addressHint: 'Ev veya iş adresi. Yanıt buraya gönderilir.', signed: 'İmzalı mı?', signedHint: 'Elektronik imza da imzadır.', phone: 'Telefon', email: 'E-posta', mayMessage: 'SMS veya e-posta ile bilgi istiyor',
    missing: 'Bu kayıt incelenemez. Eksik: {{what}}', missingWords: 'Kayda nedeniyle geçer ve başvurana bildirilir. Eksiği şimdi tamamlayabiliyorsa tamamlatın.', told: 'Başvurana nasıl bildirildi?',
    what: 'Ne istiyor?', subject: 'Dilekçenin konusu', subjectHint: 'Bir cümle. Alındı belgesinde de yazar.', text: 'Metin', textHint: 'Tamamı veya özeti. Kâğıdın taranmışını aşağıda ekleyin.', where: 'Yer', place: 'Mahalle veya köy', street: 'Sokak veya mevki', words: 'Tarif', also: 'İlgili başka müdürlük', alsoRemove: 'Çıkar: {{name}}', lead: 'Sorumlu: {{name}}', notOurs: 'Bu konu başka kurumun: {{name}}', notOursWords: 'Kaydı yine açın. Sonra dilekçeyi o kuruma gönderin ve başvurana bildirin (3071 m.5).',
    files: 'Taranmış kâğıt', choose: 'Dosya seç', drop: 'Dosyayı buraya bırakın', fileRemove: 'Çıkar: {{name}}', send: 'Kaydet', clear: 'Sil, baştan başla',
    gap: { signed: 'İmzalı mı, seçin.', subject: 'Konuyu yazın.', topicId: 'Başvuru konusunu seçin.', told: 'Nasıl bildirildiğini seçin.', receivedOn: 'Alındığı günü yazın.', answer: 'Bu soruyu yanıtlayın.', email: 'E-posta adresi eksik.', phone: 'Numarayı başında 0 ile yazın.', count_one: '{{count}} eksik var. Kırmızı olanı tamamlayın.', count_other: '{{count}} eksik var. Kırmızı olanları tamamlayın.' },
    done: { title: 'Kaydedildi', due: 'En geç yanıt günü: {{day}}', rejected: 'Eksik olduğu için incelenmeyecek; nedeni kayda geçti.', case: 'Başvuru no: {{number}}', receipt: 'Alındı belgesi', open: 'Başvuruyu aç', another: 'Yeni kayıt', files: 'Taranmış kâğıt yükleniyor', filesDone: 'Taranmış kâğıt başvuruya eklendi.' },
  },
  receipt: {
    title: 'Alındı belgesi', page: 'Alındı belgesi', paper: 'Kâğıt', language: 'Dil', print: 'Yazdır', back: 'Başvuruya dön', number: 'Kayıt numarası', received: 'Alındığı tarih', subject: 'Konusu', name: 'Başvuran', due: 'En geç yanıt tarihi', caseNumber: 'İzleme numarası', kind: 'Türü',
    petition: 'Dilekçe (3071 sayılı Kanun)', information: 'Bilgi edinme başvurusu (4982 sayılı Kanun)', free: 'Bu belge ücretsizdir.',
    petitionWords: 'Dilekçenize en geç {{days}} gün içinde gerekçeli yanıt verilir (3071 m.7).', informationWords: 'Başvurunuza {{days}} iş günü içinde yanıt verilir (4982 m.11). Süre, nedeni bildirilerek {{extended}} iş gününe uzatılabilir.',
    rejected: 'Bu başvuru incelenemez. Eksik: {{what}} (3071 m.4, m.6; 4982 m.6). Eksikleri tamamlayıp yeniden verebilirsiniz.', ask: 'Durumunu sormak için: {{phone}}', received_by: 'Teslim alan', unknown: 'Belirtilmedi',
  },
  panel: {
    title: 'Yasal süre', due: 'Son gün', received: 'Alındı', case: 'İç söz', caseHint: 'Başvurunun kendi süresi ayrıdır; bekletmek veya iade etmek yasal süreyi durdurmaz.', name: 'Başvuran', address: 'Adres', signed: 'İmza', channel: 'Kanal', registered: 'Kaydeden', payBy: 'Ödeme için son gün', extended: 'Uzatıldı', ended: 'Bitti', missing: 'Eksik',
    silence: 'Yanıt verilmezse {{day}} günü istek reddedilmiş sayılır (2577 m.10). Dava süresi o günden başlar.', silenceInformation: 'Yanıt verilmezse veya reddedilirse on beş gün içinde Bilgi Edinme Değerlendirme Kuruluna itiraz edilebilir (4982 m.13).', steps: 'Yapılanlar', takeBack: 'Geri al', takenBack: 'Geri alındı', receipt: 'Alındı belgesi',
    late: 'Son günden sonra', print: 'Yanıtı yazdır',
  },
  act: { progress: 'Ara yanıt', answer: 'Yanıtla', extend: 'Süreyi uzat', cost: 'Ücret bildir', pay: 'Ödendi', reject: 'İnceleme dışı bırak', forward: 'Yetkili yere gönder', takeBack: 'Geri al' },
  dialog: {
    on: 'Ne zaman?', onHint: 'Bildirildiği veya gönderildiği gün.', delivery: 'Nasıl bildirildi?', words: { progress: 'Ne bildirildi?', answer: 'Gerekçeli yanıt', reject: 'Gerekçe', cost: 'Ücret neyin karşılığı?', forward: 'Açıklama (isteğe bağlı)' }, reason: 'Neden', reference: 'Yazının sayısı (isteğe bağlı)', receiptNo: 'Makbuz no (isteğe bağlı)', amount: 'Tutar (lira)', amountHint: 'Örnek: 125,50', ground: 'Dayanak', institution: 'Kurum', otherInstitution: 'Listede yoksa kurumun adı', papers: 'Yanıtın ekleri', noPapers: 'Yanıta eklemek için önce dosyayı başvurunun eklerine yükleyin.', needed: 'Bu alanı doldurun.', done: 'Kaydedildi: {{what}}',
    about: {
      progress: 'Ara yanıt yasal görevi bitirmez; sonuç ayrıca bildirilir (3071 m.7).', answer: 'Yazılı ve gerekçeli yanıt yasal görevi bitirir. Başvurunun işi kendi yolunda sürer.', extend: 'Süre {{extended}} iş gününe çıkar. Bir kez ve ilk {{days}} iş günü içinde, nedeni başvurana bildirilerek (4982 m.11).',
      cost: 'Ücret bildirilince süre durur. Ücret {{payment}} iş günü içinde ödenmezse başvurudan vazgeçilmiş sayılır (4982 m.11).', pay: 'Süre kaldığı yerden işler.', reject: 'Dayanağı ve gerekçesi başvurana yazılı bildirilir; yasal görev biter.', forward: 'Dilekçe yetkili yere gönderilir ve başvurana bildirilir (3071 m.5).', takeBack: 'Son adım yanlış yazıldıysa geri alın. Yazılan silinmez; sayılmaz.',
    },
  },
  step: {
    registered: 'Kaydedildi. Kayıt no: {{number}}', progress: 'Ara yanıt verildi', extended: 'Süre uzatıldı', cost_notice: 'Ücret bildirildi: {{amount}} TL', paid: 'Ücret ödendi', answered: 'Yanıt verildi', rejected: 'İncelenmedi veya reddedildi. Dayanak: {{ground}}', forwarded: 'Yetkili yere gönderildi: {{institution}}', withdrawn: 'Ücret ödenmedi; vazgeçilmiş sayıldı',
    recounted: 'Tatil günleri değişti; süre yeniden sayıldı', warned: 'Uyarı: yasal sürenin bitmesine kalan iş günü: {{left}}', overdue: 'Yasal süre geçti', taken_back: 'Geri alındı: {{was}}',
    delivery: 'Bildirim: {{how}}', reference: 'Sayı: {{reference}}', dueOn: 'Son gün: {{day}}', on: 'Günü: {{day}}', papers: 'Ekler: {{names}}', missing: 'Eksik: {{what}}',
  },
  warned: { words: 'Yasal süre yaklaşıyor. Kayıt no: {{number}}', overdue: 'Yasal süre geçti. Kayıt no: {{number}}', open: 'Aç' },
}
