export const paper = {
  title: 'Kâğıt form', words: 'Elektrik veya bağlantı kesildiğinde kullanmak için önceden yazdırın ve masada bulundurun. Masa geri gelince her yaprağı operatör ekranından “Kâğıttan giriliyor” seçeneğiyle girin: başvuru asıl saatiyle açılır ve böyle işaretlenir.',
  sheets: 'Yaprak sayısı', first: 'İlk yaprak no', back: 'Konu listesi', with: 'Sona ekle', without: 'Ekleme', print: 'Yazdır',
  from: 'Kâğıttan giriliyor', day: 'Tarih', time: 'Saat', sheet: 'Yaprak no', wroteBy: 'Yazan', before: 'Bu yaprak daha önce girilmiş:', entered_at: 'Kâğıttan girildi', enteredWords: 'Yaprak: {{sheet}}. Yazan: {{wroteBy}}.',
  danger: 'Can güvenliği tehlikedeyse hemen 112’yi arayın veya arattırın.', said: 'Ne anlatıyor?', source: 'Sorunun kaynağı (bilindiği kadar)', where: 'Nerede? (mahalle veya köy, sokak, tarif)', topic: 'Konu', name: 'Adı soyadı', phone: 'Telefonu',
  mayMessage: 'SMS ile bilgi istiyor', anonymous: 'Ad vermek istemiyor', notice: 'Vatandaşa okuyun: “Adınızı ve telefonunuzu bu başvuruyu çözmek ve size dönmek için kullanırız.”', told: 'Vatandaşa ne söylendi?', entered: 'Sisteme girildi (no, tarih, giren)', topics: 'Konular',
}
