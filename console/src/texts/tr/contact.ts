export const contact = {
  task: {
    title: 'Aranacaklar', views: 'Görünüm', open: 'Bekleyenler', done: 'Tamamlananlar', list: 'Vatandaşlara yapılacak aramalar', order: 'Önce aciller, sonra en eski.',
    empty: 'Aranmayı bekleyen yok', emptyWords: 'Geri arama isteyen, mesaj bırakan veya beklerken kapatan vatandaş burada görünür.', emptyDone: 'Henüz tamamlanan arama yok', emptyDoneWords: 'Sonucu yazılan aramalar burada durur.',
    reason: { call_back: 'Geri arama istedi', voice_message: 'Sesli mesaj bıraktı', abandoned: 'Beklerken kapattı', tell_number: 'Başvuru no söylenecek', tell: 'Haber verilecek', check_number: 'Numarası doğrulanacak', answer: 'Yanıtına bakılacak', silence: 'Haber bekliyor, süresi doluyor', agree: 'Çözüm görüşülecek', confirm: 'Düzeldi mi, sorulacak' },
    emergency: 'Acil', waits: 'Bekliyor: {{time}}', times_one: 'Bizi {{count}} kez aradı', times_other: 'Bizi {{count}} kez aradı', lastTry: 'Son deneme: {{result}}', takenBy: 'Üstlenen: {{name}}', doneBy: 'Arayan: {{name}}', mine: 'Siz üstlendiniz', noNumber: 'Numara gizli, aranamaz', theCall: 'Çağrı kaydı', case: 'Başvuru: {{number}}',
    take: 'Üstlen', call: 'Ara', listen: 'Mesajı dinle', finish: 'Sonuçlandır', takenWords: 'Arama size geçti.',
    callYourself: 'Telefonunuzdan arayın', callYourselfWords: 'Bu bilgisayarda bağlı bir telefon yok. Numarayı başka bir telefondan arayın, sonra sonucu yazın.', lineDown: 'Telefonunuz şu anda bağlı değil. Numarayı başka bir telefondan arayın, sonra sonucu yazın.',
    finishTitle: 'Aramanın sonucu', result: 'Sonuç', resultNeeded: 'Bir sonuç seçin.', note: 'Not', noteHint: 'İsteğe bağlı. Ne konuşuldu, ne söz verildi?', stays: 'Arama açık kalır ve sonraki denemeyi bekler.', saved: 'Sonuç yazıldı.', staysSaved: 'Yazıldı. Arama bekleyenlerde duruyor.', messageTitle: 'Bırakılan mesaj', toSay: 'Söylenecekler', wrote: 'Yazdığı', checkHint: 'Bu numaraya artık mesaj gitmez. Vatandaşın yeni numarasını bulun.',
  },
  result: { reached: 'Ulaşıldı', not_reached: 'Ulaşılamadı', case_opened: 'Başvuru açıldı', no_need: 'Gerek kalmadı', wrong_number: 'Yanlış numara' },
  message: {
    title: 'Mesajlar', table: 'Vatandaşa giden mesajlar', empty: 'Henüz mesaj yok', emptyWords: 'Bir başvuru açılınca vatandaşa giden mesaj burada görünür.', narrowed: 'Bu süzgeçle mesaj yok', narrowedWords: 'Süzgeci değiştirin veya tümünü gösterin.', search: 'Başvuru no, telefon veya e-posta', resend: 'Yeniden gönder', resent: 'Mesaj yeniden sıraya girdi.', resendNot: 'Yeniden göndermeye takım lideri yetkilidir.', together: 'Birlikte gitti', delivered: 'Ulaştı:',
    waiting_one: 'Gitmeyi bekleyen: {{count}} mesaj', waiting_other: 'Gitmeyi bekleyen: {{count}} mesaj', noneWaiting: 'Gitmeyi bekleyen mesaj yok', arrived_one: '{{count}} yeni mesaj, göster', arrived_other: '{{count}} yeni mesaj, göster',
    status: 'Durum', at: 'Zaman', to: 'Alıcı', text: 'Mesaj', case: 'Başvuru', noCase: 'Başvuru yok', channel: 'Yol', sentAt: 'Gönderildi', error: 'Hata: {{error}}',
    gatewayTitle: 'SMS geçidi bağlı değil', gatewayWords: 'Mesajlar gönderilmeden burada bekliyor; hiçbiri silinmiyor. Acele olanı telefonla söyleyin. Geçidi sistem yöneticisi bağlar.',
  },
  status: { queued: 'Sırada', sent: 'Gönderildi', delivered: 'Ulaştı', failed: 'Gönderilemedi', spooled: 'Burada bekliyor', read_out: 'Telefonda söylendi', to_call: 'Aranıp söylenecek' },
  error: { wrong_number: 'Numara artık başkasının', stop: 'Vatandaş bu adrese mesaj istemiyor', bounced: 'E-posta geri döndü', no_need: 'Söylemeye gerek kalmadı', refused: 'Geçit bu mesajı kabul etmedi', unexpected_answer: 'Geçidin yanıtı anlaşılmadı' },
  channel: { sms: 'SMS', mail: 'E-posta', voice: 'Telefon' },
  ledger: {
    title: 'Vatandaşla iletişim', empty: 'Henüz bir söz geçmedi', emptyWords: 'Vatandaşa giden ve vatandaştan gelen her söz burada durur.', in: 'Vatandaştan', out: 'Vatandaşa', withheld: 'Ne yazdığını yalnızca çağrı masası görür.', automatic: 'Kendiliğinden', news: 'Haber', more: 'Hepsini göster ({{count}})', theCall: 'Görüşme kaydı', people_one: '{{count}} kişiye', people_other: '{{count}} kişiye',
    channel: { sms: 'SMS', mail: 'E-posta', call: 'Telefon', chat: 'Sohbet', letter: 'Mektup', counter: 'Masada' },
    reach: 'Ulaşma yolu', reachSms: 'SMS: {{count}}', reachMail: 'E-posta: {{count}}', reachCall: 'Telefonla: {{count}}', reachNobody: 'Ulaşılamayan: {{count}}', reachNone: 'Bu başvuruda haber verilecek kimse yok.', reachHidden: 'Kime ve nasıl gittiğini çağrı masası bilir.',
  },
  write: {
    title: 'Vatandaşa yaz', label: 'Vatandaşa gidecek mesaj', hint: 'Bu metin vatandaşa gider. İç notlar aşağıdaki ayrı alandadır.', to: 'Kime', reporter: 'Başvurana', all: 'Başvurana ve katılanlara', preview: 'Vatandaş böyle okur', send: 'Vatandaşa gönder', sent: 'Mesaj sıraya girdi.', notYours: 'Vatandaşa yazma yetkiniz yok.',
  },
}
