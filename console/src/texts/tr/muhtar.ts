/** What a muhtar reads: no word of ours that her neighbours do not use. */
export const muhtar = {
  title: { neighbourhood: 'Mahallem', village: 'Köyüm', several: 'Yerlerim' },
  new: 'Yeni başvuru', goOn: 'Yarım kalan başvuruya dön', toList: 'Listeye dön', mine: 'Siz yazdınız', opened: 'Alındı:', happened: 'Neler oldu?', youAdded: 'Siz eklediniz',
  noNames: 'Kimin bildirdiği ve telefonlar burada gösterilmez. Bir kişinin kendi işi ve ihbarlar da listede yoktur.', printed: 'Yazdıran: {{name}}, {{time}}',
  noPlace: 'Hesabınıza bağlı mahalle veya köy yok', noPlaceWords: 'Belediyeyi 153’ten arayın; hesabınıza yerinizi bağlasınlar.',
  show: { label: 'Göster', open: 'Açık', mine: 'Sizin yazdığınız', ended: 'Biten' },
  empty: { open: 'Açık başvuru yok', mine: 'Sizin yazdığınız başvuru yok', ended: 'Son doksan günde biten yok' },
  emptyWords: { open: 'Burada bekleyen bir iş yok. Yeni bir sorun varsa “Yeni başvuru” ile yazın.', mine: 'Yazdığınız başvurular burada durur; söz ve fotoğraf ekleyebilirsiniz.', ended: 'Biten başvurular doksan gün burada kalır.' },
  lateCount_one: 'Süresi geçen: {{count}}', lateCount_other: 'Süresi geçen: {{count}}', followers_one: '{{count}} kişi daha bildirdi', followers_other: '{{count}} kişi daha bildirdi',
  state: {
    registered: 'Kaydedildi, ilgili müdürlüğe yönlendiriliyor.', routed: 'Müdürlüğe iletildi, sırada: {{directorate}}', under_review: 'Müdürlük ilgileniyor: {{directorate}}',
    returned: 'Belediyede, doğru müdürlüğe yeniden yönlendiriliyor.', handed_over: 'Belediyenin görevinde değil, yetkili kuruma yönlendirildi.', closed: 'Kapatıldı.',
    proposed: 'Çözüm hazırlandı, onaya gidiyor: {{directorate}}', awaiting_approval: 'Çözüm onay bekliyor: {{directorate}}', discussing: 'Çözüm bildiren kişiyle görüşülüyor.', planned: 'İş planlandı: {{directorate}}', in_progress: 'İş sürüyor: {{directorate}}', resolved: 'İş bitti.', awaiting_confirmation: 'İş bitti, bildirene soruldu.',
    waiting_info: 'Bilgi bekleniyor.', on_hold: 'Bir nedenle bekliyor: {{directorate}}', rejected: 'Gerekçesiyle reddedildi.', duplicate: 'Aynı sorunun başka başvurusuna katıldı.', reopened: 'Düzelmediği için yeniden açıldı: {{directorate}}', cancelled: 'Bildiren vazgeçti.', adopted: 'Öneri benimsendi.', declined: 'Öneri incelendi, benimsenmedi.',
  },
  due: 'En geç: {{time}} ({{left}})', late: 'Söz verilen zaman geçti: {{time}} ({{left}})', noDue: 'Belirlenmiş bir süre yok.', ended: 'Bitti: {{time}}',
  add: { title: 'Ekleyin', words: 'Söz ekle', wordsHint: 'Değişen bir şey varsa yazın; müdürlük görür.', send: 'Ekle', sent: 'Eklendi.', photo: 'Fotoğraf ekle' },
  form: {
    danger: 'Can güvenliği tehlikedeyse önce 112’yi arayın', said: 'Ne oldu, ne gerekiyor?', saidHint: 'Kimsenin adını, telefonunu yazmayın.', topic: 'Konu', topicHint: 'Yazdıklarınıza göre.', otherTopic: 'Başka bir konu', findTopic: 'Örnek: çukur, çöp, su',
    notOurs: 'Bu iş belediyenin görevinde değil', notOursWords: 'Bu kuruma siz bildirin. İsterseniz yine de gönderin: belediyede yalnız kaydı kalır.', kind: 'Tür', place: 'Mahalle veya köy', street: 'Sokak veya mevki', words: 'Tarif', wordsHint: 'Örnek: okulun karşısı, çeşmenin yanı.',
    send: 'Gönder', clear: 'Sil, baştan başla', kept: 'Gönderene kadar bu telefonda saklanır.',
    arrived: 'Bu başvuru bize ulaşmış', arrivedWords: 'İlk gönderiminiz kaydedildi; sonra değiştirdikleriniz gitmedi. Başvuruyu açıp söz ekleyin ya da yazdıklarınızı ayrı bir başvuru olarak gönderin.', openIt: 'Başvuruyu aç', another: 'Ayrı başvuru yap',
  },
  gap: { said: 'Ne olduğunu yazın.', topic: 'Konuyu seçin.', place: 'Yeri seçin.', words: 'Önce yazın.', count_one: '{{count}} eksik var. Kırmızı olanı tamamlayın.', count_other: '{{count}} eksik var. Kırmızı olanları tamamlayın.' },
  sent: { title: 'Başvurunuz alındı', handedOver: 'Kaydedildi, ama belediyenin görevinde değil', handedOverWords: 'Yetkili kurumun adı başvurunun sayfasındadır. Belediye bu işi kuruma kendiliğinden göndermez; kuruma siz bildirin.', lead: 'İlgilenecek müdürlük: {{directorate}}', due: 'En geç: {{time}}', open: 'Aç, fotoğraf ekle', another: 'Bir başvuru daha' },
}
