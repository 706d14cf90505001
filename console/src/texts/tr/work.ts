/** Work orders, and the crew's telephone. */
export const work = {
  title: 'İş emirleri', nav: 'İş emirleri', panel: 'Saha işi', late: 'Gecikti', noDays: 'Gün verilmedi', noCrew: 'Ekip verilmedi', anyCrew: 'Tüm ekipler', crewOf: 'Ekip', day: 'Gün',
  what: 'Ne yapılacak', from: 'İlk gün', to: 'Son gün', notes: 'Ekibe not', notesHint: 'Yalnızca ekip ve müdürlük görür.', contact: 'Yerinde görüşülecek kişi', contactName: 'Ad', contactPhone: 'Telefon',
  contactHint: 'Yazmazsanız ekip kimin başvurduğunu görmez.', addReporter: 'Başvuranı ekle', crewHint: 'Ekip ve gün verilince iş ekibin telefonuna düşer.',
  show: { label: 'Göster', todo: 'Yapılacak', waiting: 'Bizde bekleyen', crew: 'Ekipte', late: 'Geciken', all: 'Hepsi' },
  waiting: 'Müdürlükte bekleyen', empty: 'Burada iş emri yok', emptyWords: 'Vatandaşla anlaşılan her çözümün işi kendiliğinden buraya gelir.', noCrews: 'Müdürlüğünüzün ekibi yok. Ekipleri sistem yöneticisi tanımlar.',
  printList: 'Listeyi yazdır', plan: 'Ekip ve gün ver', change: 'Değiştir', split: 'Böl', add: 'İş emri ekle', cancel: 'İptal et', takeBack: 'Bitti sözünü geri al', forCrew: 'Ekip adına', byHand: 'Elle bildir', finish: 'Payımız bitti', ended: 'Bitiş:',
  finishMissing: 'Önce istenen fotoğrafı ekleyin.', finishOpen: 'Önce açık iş emirlerini bitirin veya iptal edin.', planTitle: 'İş emri {{number}}', newTitle: 'Yeni iş emri', reason: 'Gerekçe', cannotBecause: 'Yapılamadı, nedeni',
  ask: {
    cancel: '{{number}} iptal edilsin mi?', cancelDo: 'İptal et', takeBack: '{{number}} bitmedi mi?', takeBackDo: 'Ekibe geri ver', cannot: '{{number}} neden yapılamadı?', cannotDo: 'Yapılamadı de',
  },
  byMove: 'Başvurudaki işlem: {{move}}', byUndone: 'Vatandaşla anlaşma geri alındı', missing: 'Eksik fotoğraf: {{shots}}', photos: 'Fotoğraflar', useAsBefore: 'Başvurudaki fotoğrafı say',
  shot: { before: 'Önce', after: 'Sonra' }, upload: { before: 'Önce fotoğrafı ekle', after: 'Sonra fotoğrafı ekle' },
  status: { draft: 'Taslak', assigned: 'Ekipte', on_the_way: 'Yolda', started: 'Başladı', done: 'Bitti', cannot: 'Yapılamadı', cancelled: 'İptal' },
  act: { on_the_way: 'Yola çıktım', started: 'Başladım', done: 'Bitti', cannot: 'Yapılamadı', note: 'Not' },
  crew: {
    title: 'İşlerim', nav: 'İşlerim', back: 'İşlerim', empty: 'Size verilmiş iş yok', emptyWords: 'Yeni iş gelince burada görünür.', over: 'Bugün bitenler', noPlace: 'Yer yazılmamış', navigate: 'Yol tarifi',
    take: { before: 'Önce fotoğrafı çek', after: 'Sonra fotoğrafı çek' }, takeOne: 'Fotoğraf çek', offline: 'Bağlantı yok', needed: 'Gerekli', addNote: 'Not yaz', note: 'Not', keepNote: 'Notu ekle', whyNot: 'Neden yapılamadı?', sendCannot: 'Müdürlüğe bildir', finished: 'Bu iş bitti.',
    unsent: 'Gönderilmedi', unsentCount_one: 'Gönderilmedi: {{count}}', unsentCount_other: 'Gönderilmedi: {{count}}', sending: 'Gönderiliyor', allSent: 'Her şey gönderildi.',
    away: 'Çalışmaya devam edin; bağlantı gelince kendiliğinden gönderilir. Listenin saati: {{time}}', out: 'Oturumunuz kapandı. Yazdıklarınız ve fotoğraflar bu telefonda duruyor. Girince gönderilir.', signIn: 'Giriş yap', again: 'Yeniden dene',
    signOut: 'Çıkış', signOutUnsent: 'Gönderilmemiş kayıtlar var. Çıkarsanız bu telefonda kalır, yeniden girince gönderilir.', stay: 'Vazgeç',
    cancelled: 'Bu iş iptal edildi', reason: 'Müdürlüğün notu', strays: 'Listede olmayan işlerden kalanlar', sendAgain: 'Yeniden gönder', throwAway: 'Sil', understood: 'Anladım', refusedKept: 'Yazdığınız bu telefonda duruyor.',
    late: {
      cancelled: 'Bu iş siz gönderene kadar iptal edilmişti. Notunuz ve fotoğrafınız müdürlüğe ulaştı, başvuruda saklanıyor. İşin durumu değişmedi.',
      given_away: 'Bu iş siz gönderene kadar başka ekibe verilmişti. Notunuz ve fotoğrafınız müdürlüğe ulaştı, başvuruda saklanıyor.',
      taken_back: 'Bu iş siz gönderene kadar müdürlüğe dönmüştü. Notunuz ve fotoğrafınız müdürlüğe ulaştı, başvuruda saklanıyor.',
      done: 'Bu iş daha önce bitmişti. Notunuz başvuruda saklanıyor.',
    },
    firstOnline: 'Bağlantı yok', firstOnlineWords: 'İlk açılışta bağlantı gerekir. Sonra bağlantısız da çalışır.', notCrew: 'Bu sayfa saha ekipleri içindir', notCrewWords: 'Hesabınızın rolü saha ekibi değil. Rolleri sistem yöneticisi verir.', toDesk: 'Masaya dön',
    noStore: 'Bu tarayıcı kayıt tutmaya izin vermiyor. Gizli pencereyi kapatın veya başka tarayıcı deneyin.',
  },
  entry: {
    order_assigned: 'İş emri ekibe verildi: {{number}}, {{crew}}', order_done: 'Ekip bitirdi: {{number}}, {{crew}}', order_cannot: 'Ekip yapamadı: {{number}}, {{crew}}', order_note: 'Ekibin notu: {{number}}, {{crew}}', order_cancelled: 'İş emri iptal edildi: {{number}}',
    order_taken_back: 'İş emrinin bitti sözü geri alındı: {{number}}', order_late: 'Ekipten geç gelen kayıt: {{number}}, {{crew}}',
  },
}
