export const search = {
  title: 'Benimki ne oldu?', box: 'Ara', boxHint: 'Başvuru no, telefon, ad, sokak, yer veya anlatılan sözler. Türkçe harfler olmadan da yazılabilir.',
  start: 'Ne aradığınızı yazın', startWords: 'Vatandaşın söylediği herhangi bir şey yeter: numara, telefon, ad veya sokak.', found: '{{count}} başvuru', andMore: ', devamı var',
  nothing: 'Hiçbir şey bulunamadı', nothingWords: 'Daha az sözcükle veya telefon numarasıyla deneyin. Görme yetkiniz olmayan başvurular burada çıkmaz.', narrowed: 'Bu süzgeçle bulunamadı', narrowedWords: 'Süzgeci kaldırınca başka başvurular çıkabilir.', clear: 'Süzgeci kaldır',
  state: 'Durum', topic: 'Konu', place: 'Yer', from: 'İlk gün', to: 'Son gün', people: 'Kişiler', noName: 'Adı yok', open_one: 'Açık: {{count}}', open_other: 'Açık: {{count}}', calls: 'Çağrıları',
  because: { number: 'Başvuru no', phone: 'Telefon', name: 'Ad', words: 'Sözcükler' }, tell: 'Vatandaşa söyleyin:', opened: 'Açılış:', lastWord: 'Son haber:', noWord: 'Henüz haber verilmedi', all: 'Bütün sonuçlar', field: 'Benimki ne oldu? Başvuru ara',
  muhtar: {
    short: 'Muhtar', of: 'Muhtar: {{places}}', open: 'Muhtar olarak yaz: {{name}}', title: 'Muhtarlık', words: 'Hangi mahallenin veya köyün muhtarı? Her yerin bir muhtarı olur; eskisinin görevi şimdi biter.', place: 'Yer ekle', none: 'Muhtarlığı yok.', remove: 'Çıkar: {{place}}',
    saved: 'Muhtarlık yazıldı: {{name}}.', ended: 'Muhtarlığı bitti: {{name}}.', former: 'Görevi biten: {{names}}.', undo: 'Geri al', undone: 'Geri alındı.',
  },
  say: {
    registered: 'Başvurunuz kaydedildi, birimine yönlendiriliyor.', routed: 'Başvurunuz ilgili birime iletildi. İlgilenen: {{directorate}}.', under_review: 'Başvurunuz inceleniyor. İlgilenen: {{directorate}}.',
    returned: 'Başvurunuz yeniden yönlendirilmek üzere masamızda.', handed_over: 'Bu konu başka bir kurumun görevi. Kurumun adını ve telefonunu şimdi söyleyeyim.', closed: 'Başvurunuz kapatıldı. Hâlâ düzelmediyse bize söyleyin.',
    proposed: 'Müdürlük bir çözüm hazırladı, onaya gidiyor. İlgilenen: {{directorate}}.', awaiting_approval: 'Hazırlanan çözüm müdürün onayında. İlgilenen: {{directorate}}.', discussing: 'Çözüm onaylandı. İsterseniz şimdi konuşalım; kabul ederseniz iş başlar.', planned: 'Çözümü kabul ettiniz, iş planlandı. İlgilenen: {{directorate}}.',
    in_progress: 'İş sürüyor. İlgilenen: {{directorate}}.', resolved: 'İş bitti. Düzeldi mi, size soruyoruz.', awaiting_confirmation: 'İş bitti. Düzeldiyse söyleyin, kapatalım; düzelmediyse yeniden açalım.', waiting_info: 'Bir bilgi bekliyoruz. Ne beklediğimizi şimdi söyleyeyim.', on_hold: 'Başvurunuz bir nedenle bekliyor. Nedenini ve yeniden bakılacak günü söyleyeyim.',
    rejected: 'Bu iş yapılamıyor. Gerekçesini şimdi okuyayım.', duplicate: 'Aynı sorun daha önce bildirilmişti. Başvurunuz ona katıldı.', reopened: 'Düzelmediği için yeniden açıldı. İlgilenen: {{directorate}}.', cancelled: 'Başvuruyu geri çekmiştiniz, kapatıldı.', adopted: 'Öneriniz benimsendi. Teşekkür ederiz.', declined: 'Öneriniz incelendi, şimdilik yapılamıyor. Gerekçesini okuyayım.',
    due: 'En geç yanıt: {{time}}.', late: 'Söz verilen zaman geçti: {{time}}. Gecikme için özür dileriz.',
  },
}
