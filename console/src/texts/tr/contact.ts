export const contact = {
  task: {
    title: 'Aranacaklar', views: 'Görünüm', open: 'Bekleyenler', done: 'Tamamlananlar', list: 'Vatandaşlara yapılacak aramalar', order: 'Önce aciller, sonra en eski.',
    empty: 'Aranmayı bekleyen yok', emptyWords: 'Geri arama isteyen, mesaj bırakan veya beklerken kapatan vatandaş burada görünür.', emptyDone: 'Henüz tamamlanan arama yok', emptyDoneWords: 'Sonucu yazılan aramalar burada durur.',
    reason: { call_back: 'Geri arama istedi', voice_message: 'Sesli mesaj bıraktı', abandoned: 'Beklerken kapattı', tell_number: 'Başvuru no söylenecek', silence: 'Haber bekliyor, süresi doluyor' },
    emergency: 'Acil', waits: 'Bekliyor: {{time}}', times_one: 'Bizi {{count}} kez aradı', times_other: 'Bizi {{count}} kez aradı', lastTry: 'Son deneme: {{result}}', takenBy: 'Üstlenen: {{name}}', doneBy: 'Arayan: {{name}}', mine: 'Siz üstlendiniz', noNumber: 'Numara gizli, aranamaz', theCall: 'Çağrı kaydı', case: 'Başvuru: {{number}}',
    take: 'Üstlen', call: 'Ara', listen: 'Mesajı dinle', finish: 'Sonuçlandır', takenWords: 'Arama size geçti.',
    callYourself: 'Telefonunuzdan arayın', callYourselfWords: 'Bu bilgisayarda bağlı bir telefon yok. Numarayı başka bir telefondan arayın, sonra sonucu yazın.', lineDown: 'Telefonunuz şu anda bağlı değil. Numarayı başka bir telefondan arayın, sonra sonucu yazın.',
    finishTitle: 'Aramanın sonucu', result: 'Sonuç', resultNeeded: 'Bir sonuç seçin.', note: 'Not', noteHint: 'İsteğe bağlı. Ne konuşuldu, ne söz verildi?', stays: 'Arama açık kalır ve sonraki denemeyi bekler.', saved: 'Sonuç yazıldı.', staysSaved: 'Yazıldı. Arama bekleyenlerde duruyor.', messageTitle: 'Bırakılan mesaj',
  },
  result: { reached: 'Ulaşıldı', not_reached: 'Ulaşılamadı', case_opened: 'Başvuru açıldı', no_need: 'Gerek kalmadı', wrong_number: 'Yanlış numara' },
  message: {
    title: 'Mesajlar', table: 'Vatandaşa giden mesajlar', empty: 'Henüz mesaj yok', emptyWords: 'Bir başvuru açılınca vatandaşa giden mesaj burada görünür.', narrowed: 'Bu durumda mesaj yok', narrowedWords: 'Başka bir durum seçin veya tümünü gösterin.',
    waiting_one: 'Gitmeyi bekleyen: {{count}} mesaj', waiting_other: 'Gitmeyi bekleyen: {{count}} mesaj', noneWaiting: 'Gitmeyi bekleyen mesaj yok', arrived_one: '{{count}} yeni mesaj, göster', arrived_other: '{{count}} yeni mesaj, göster',
    status: 'Durum', at: 'Zaman', to: 'Alıcı', text: 'Mesaj', case: 'Başvuru', noCase: 'Başvuru yok', channel: 'Yol', sentAt: 'Gönderildi', error: 'Hata: {{error}}',
    gatewayTitle: 'SMS geçidi bağlı değil', gatewayWords: 'Mesajlar gönderilmeden burada bekliyor; hiçbiri silinmiyor. Acele olanı telefonla söyleyin. Geçidi sistem yöneticisi bağlar.',
  },
  status: { queued: 'Sırada', sent: 'Gönderildi', delivered: 'Ulaştı', failed: 'Gönderilemedi', spooled: 'Burada bekliyor', read_out: 'Telefonda okundu' },
  channel: { sms: 'SMS', mail: 'E-posta', voice: 'Telefon' },
}
