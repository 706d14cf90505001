export const duty = {
  region: 'Süren acil durumlar', emergency: 'Acil durum', late: 'Süresi doldu veya doluyor',
  page: {
    ringing: 'Aranıyor', has: 'Üzerinde: {{name}}', nobody: 'Kimse üzerine almadı', stopped: 'Arama durdu', noPhone: 'Aranacak telefon yok', since: 'Geçen süre',
    how: { key: 'telefonda tuşladı', console: 'ekrandan aldı', desk: 'masaya bildirdi' },
    who: { on_call: 'nöbetçi', director: 'müdür', deputy_mayor: 'başkan yardımcısı', desk: 'masa', everyone: 'herkes', named: 'ilgili kişi' },
    reason: { case_ended: 'başvuru sona erdi', not_theirs: 'iş bu müdürlükte değil' },
  },
  leg: { waits: 'santral bekleniyor', rings: 'çalıyor', listens: 'dinliyor', has: 'üzerine aldı', no_key: 'açtı, tuşlamadı', no_answer: 'açmadı', busy: 'meşgul', let_go: 'arama bitti', failed: 'ulaşılamadı' },
  accept: 'Bende', more: 'Diğer işlemler: {{directorate}}',
  act: { who: 'Kimde olduğunu kaydet', again: 'Sıradakini şimdi ara', message: 'Söylenecek mesaj', stop: 'Aramayı durdur' },
  who: { title: 'İş kimde?', label: 'İşi üzerine alan', hint: 'Kişi size söylediyse adını seçin. Telefonlar susar, adı başvuruya yazılır.', submit: 'Kaydet', none: 'Bu müdürlükte kimse yok' },
  stop: { title: 'Aramayı durdur', label: 'Neden', hint: 'Neden başvuruya yazılır.', submit: 'Durdur' },
  message: {
    title: 'Arananlara söylenecek mesaj', now: 'Şimdi söylenen', told: 'Vatandaşın anlattığı okunur.', voice: 'Sesli mesajınız dinletilir.', label: 'Mesaj', hint: 'Konu ve yerden sonra okunur. Kısa yazın: ne oldu, nelere dikkat edilecek.', write: 'Mesajı kaydet',
    or: 'Ya da kendi sesinizle', record: 'Kayda başla', finish: 'Kaydı bitir', again: 'Yeniden kaydet', use: 'Bu kaydı kullan', listen: 'Kaydınız', seconds: 'Kayıt: {{seconds}} sn', longest: 'En çok 60 saniye.', noMicrophone: 'Mikrofona ulaşılamadı. Mesajı yazarak gönderin.', saved: 'Mesaj değişti. Bundan sonra açanlar yenisini duyar.',
  },
  bringIn: {
    button: 'Görüşmeye al', title: 'Görüşmeye bir kişi al', hint: 'Üçünüz birbirinizi duyarsınız. Siz ayrılınca öteki ikisi konuşmayı sürdürür.', help: '112 Acil', number: 'Telefon numarası', call: 'Görüşmeye al', onCall: 'Nöbetçiler', nobody: 'Şu anda nöbetçi yok.',
    rings: 'Çalıyor', here: 'Görüşmede', gone: 'Yanıt vermedi', left: 'Ayrıldı', end: 'Çıkar: {{number}}', now: 'Görüşmedekiler',
  },
  timeline: { paged: 'Arandı: {{people}}', page_accepted: 'İş üzerinde: {{name}}', page_nobody: 'Kimse üzerine almadı', page_stopped: 'Arama durduruldu' },
}
