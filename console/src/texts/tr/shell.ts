export const shell = {
  product: 'Ak Masa', skip: 'İçeriğe geç', loading: 'Ekran hazırlanıyor',
  region: { top: 'Üst çubuk', navigation: 'Bölümler', call: 'Çağrı çubuğu', main: 'İçerik' },
  nav: { place: 'Mahallem / Köyüm', knowledge: 'Bilgi', desk: 'Çağrı masası', inbox: 'Başvurular', calls: 'Çağrılar', tasks: 'Aranacaklar', messages: 'Mesajlar', board: 'Canlı pano', report: 'Rapor', day: 'Günüm', more: 'Diğer', settings: 'Yönetim', imports: 'Aktarım' },
  top: { queue: 'Kuyruk: {{count}}, en uzun: {{time}}', queueEmpty: 'Kuyrukta bekleyen yok', palette: 'Ara', account: 'Hesap', mentions_one: '{{count}} yeni anma', mentions_other: '{{count}} yeni anma' },
  account: { language: 'English', languageNow: 'Dil: Türkçe', theme: 'Görünüm', light: 'Açık', dark: 'Koyu', system: 'Bilgisayarın ayarı', density: 'Sıklık', compact: 'Sık', comfortable: 'Rahat', touch: 'Dokunmatik', password: 'Şifreyi değiştir', signOut: 'Çıkış yap', keys: 'Tuşlar' },
  password: { title: 'Şifreyi değiştir', old: 'Şimdiki şifre', new: 'Yeni şifre', rule: 'En az 12 karakter. Uzun bir cümle en iyisidir.', changed: 'Şifreniz değişti. Öteki oturumlarınız kapandı.', must: 'Devam etmek için şifrenizi değiştirin.' },
  live: { down: 'Bağlantı yok', offline: 'Sunucuyla bağlantı yok. Ekrandakiler eski olabilir; bağlantı kendiliğinden yeniden denenir.', again: 'Şimdi dene' },
  mention: { words: 'Bir notta adınız geçti. Başvuru: {{number}}', unnamed: 'Bir notta adınız geçti.', open: 'Başvuruyu aç' },
  alarm: { title: 'Uyarılar', count_one: '{{count}} uyarı', count_other: '{{count}} uyarı' },
  keys: {
    title: 'Tuşlar', note: 'Her tuşun ekranda bir düğmesi vardır.',
    map: 'Bu liste', answer: 'Çağrıyı yanıtla', end: 'Çağrıyı bitir', hold: 'Beklet, sürdür', mute: 'Sesimi kapat, aç', zones: 'Ekran bölgeleri', emergency: 'Acil', regions: 'Sonraki, önceki bölge',
    palette: 'Ara: başvuru, kişi, bölüm', send: 'Gönder', saved: 'Kayıt durumu', escape: 'Üstteki katmanı kapat', lists: 'Listede gez, aç', combobox: 'Öneri listesini aç', digits: 'Seçeneklerde numara ile seç',
  },
  palette: {
    places: 'Yerler', title: 'Ara', label: 'Başvuru no, telefon, ad veya bölüm', cases: 'Başvurular', people: 'Kişiler', rooms: 'Bölümler', nothing: 'Eşleşen kayıt yok. Numaranın veya adın bir parçasını yazın.', hint: 'En az 2 karakter yazın.' },
  saved: { already: 'Yazdıklarınız kendiliğinden kaydediliyor.' },
  page: {
    missing: 'Bu sayfa yok', missingWords: 'Adres yanlış yazılmış ya da kayıt taşınmış olabilir.', home: 'Ana ekrana dön',
    forbidden: 'Bu bölümü açma yetkiniz yok', forbiddenWords: 'Gereken yetki: {{permission}}. Yetkiyi sistem yöneticisi verir.', roles: 'Rolünüz: {{roles}}',
    broken: 'Bu ekranda bir hata oldu', brokenWords: 'Kaydedilenler duruyor. Yeniden deneyin; olmazsa sayfayı yenileyin.',
  },
}
