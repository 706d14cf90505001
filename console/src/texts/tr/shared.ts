/** Words that several rooms use. */
export const shared = {
  save: 'Kaydet', cancel: 'Vazgeç', close: 'Kapat', retry: 'Yeniden dene', loading: 'Yükleniyor', more: 'Daha fazla göster', back: 'Geri', clear: 'Temizle', print: 'Yazdır', search: 'Ara', refresh: 'Yenile', send: 'Gönder',
  yes: 'Evet', no: 'Hayır', none: 'Yok', unknown: 'Bilinmiyor', choose: 'Seçin', all: 'Tümü', show: 'Göster', reason: 'Neden', optional: 'isteğe bağlı', system: 'Sistem',
  stale: 'Bu bilgiler eski olabilir; sunucu bekleniyor.',
  failed: { title: 'Bu bölüm yüklenemedi', safe: 'Kaydettiğiniz hiçbir şey kaybolmadı.' },
  kind: { request: 'İstek', complaint: 'Şikâyet', suggestion: 'Öneri', information: 'Bilgi talebi', tip_off: 'İhbar', thanks: 'Teşekkür', emergency: 'Acil' },
  channel: { phone: 'Telefon', counter: 'Banko', letter: 'Dilekçe', muhtar: 'Muhtar', social: 'Sosyal medya', institution: 'Başka kurum', email: 'E-posta', web: 'Web', chat: 'Canlı destek', open311: 'Open311' },
  status: { registered: 'Kaydedildi', routed: 'Yönlendirildi', under_review: 'İnceleniyor', proposed: 'Çözüm önerildi', awaiting_approval: 'Onay bekliyor', discussing: 'Vatandaşla görüşülüyor', planned: 'Planlandı', in_progress: 'Uygulamada', resolved: 'Çözüldü', awaiting_confirmation: 'Vatandaş onayı bekleniyor', closed: 'Kapatıldı', returned: 'İade edildi', waiting_info: 'Bilgi bekleniyor', on_hold: 'Beklemede', rejected: 'Reddedildi, gerekçeli', duplicate: 'Mükerrer', handed_over: 'Yetki dışı, devredildi', reopened: 'Yeniden açıldı', cancelled: 'İptal', adopted: 'Benimsendi', declined: 'Benimsenmedi' },
  part: { lead: 'Sorumlu', supporting: 'Destek' },
  place: { neighbourhood: 'Mahalle', village: 'Köy', hamlet: 'Mezra', street: 'Sokak', landmark: 'Bilinen yer' },
  role: { operator: 'Operatör', officer: 'Birim sorumlusu', director: 'Müdür', supervisor: 'Takım lideri', administrator: 'Sistem yöneticisi', auditor: 'Denetçi', muhtar: 'Muhtar', deputy_mayor: 'Başkan yardımcısı', crew: 'Saha ekibi' },
  due: { none: 'Süre yok', late: 'Gecikti: {{time}}', label: 'Son tarih' },
  count: { cases_one: '{{count}} kayıt', cases_other: '{{count}} kayıt', people_one: '{{count}} kişi', people_other: '{{count}} kişi' },
}
