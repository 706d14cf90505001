export const clocks = {
  panel: { title: 'Süre', promised: 'Verilen süre', due: 'Son tarih', left: 'Kalan', late: 'Gecikme', stood: 'Durduğunda kalan', none: 'Son tarih verilmedi', ended: 'Başvuru bitti; süre işlemiyor.', pauses: 'Durduğu zamanlar', still: 'hâlâ duruyor', changes: 'Tarih değişiklikleri', escalations: 'Uyarılar', earlier: 'Öncekiler' },
  minutes: { working: '{{time}} çalışma süresi', straight: '{{time}}, aralıksız' },
  change: {
    open: 'Tarihi değiştir', title: 'Yeni tarih ver', words: 'Vatandaşa yeni tarih ve nedeni bildirilir.', day: 'Gün', time: 'Saat', reason: 'Neden', reasonHint: 'Vatandaş bunu okur.', needed: 'Bu alanı doldurun.', send: 'Değiştir ve bildir', done: 'Yeni tarih bildirildi: {{number}}',
    waits: 'Süre şimdi duruyor. Önce başvuruyu sürdürün.',
  },
  changed: { due_changed: 'Masa değiştirdi', due_moved: 'Tatil günü eklendi: {{day}}' },
  step: { share: 'Sürenin yüzde {{n}} kadarı doldu', due: 'Son tarih geldi', working_days_before: 'Son tarihe kalan iş günü: {{n}}', working_days_after: 'Son tarihi aşan iş günü: {{n}}', hours_before: 'Son tarihe kalan saat: {{n}}', hours_after: 'Son tarihi aşan saat: {{n}}' },
  whom: { in_hand: 'İlgilenen', director: 'Müdür', deputy_mayor: 'Başkan yardımcısı', supervisor: 'Takım lideri', nobody: 'Bildirilecek kimse yok' },
  phone: { ringing: 'Telefonla aranıyor', has: 'Telefonda üstlendi', nobody: 'Telefonda kimse üstlenmedi', stopped: 'Arama durdu' },
  have: { open: 'Bende', title: 'Bende', words: 'Bir sonraki iş gününün sonuna kadar kimseye yeni uyarı gitmez. Acil başvuruda bu süre bir saattir.', note: 'Not', noteHint: 'Ne yapacağınızı bir cümleyle yazın.', done: 'Üstlendiniz: {{number}}', by: 'Üstlenen: {{name}}', until: 'Yeni uyarı verilmeyecek an' },
  timeline: { escalated_late: 'Süre aşıldı, {{whom}} uyarıldı', escalated_soon: 'Süre doluyor, {{whom}} uyarıldı', escalation_had: '{{name}} üstlendi', due_changed: 'Yeni tarih verildi', due_moved: 'Tatil günü eklendi, tarih ilerledi', info_came: 'Vatandaştan yanıt geldi; soran çağrıldı', to: 'Uyarılan: {{people}}', before: 'Eski tarih: {{time}}', after: 'Yeni tarih: {{time}}' },
  late: {
    title: 'Süresi geçenler', about: 'Sözünü tutamadığımız başvurular. En çok geciken en üstte.', show: 'Göster', directorate: 'Müdürlük', nobody: 'kimse almadı', never: 'hiç', since: 'Gecikme', dueIn: 'Kalan', number: 'No', topic: 'Konu', turn: 'Sıra kimde', inHand: 'İlgilenen', lastWord: 'Vatandaşa son söz', escalated: 'Son uyarı', notYet: 'uyarı yok',
    view: { late: 'Süresi geçenler: {{n}}', warned: 'Uyarılanlar: {{n}}' }, empty: { late: 'Süresi geçen başvuru yok', warned: 'Uyarılan başvuru yok' }, emptyWords: 'Bir sözün süresi dolunca burada görünür.',
    turns: { us: 'Çağrı masası', directorate: 'Müdürlük', director: 'Müdür onayı', citizen: 'Vatandaş', nobody: '–' },
  },
  toast: { late: 'Süresi geçti: {{number}}', soon: 'Süresi doluyor: {{number}}', open: 'Aç' },
  inbox: { escalated: 'Bana bildirilen uyarılar' },
  rules: {
    steps: 'Adımlar', when: '{{n}}. adım ne zaman', amount: 'Miktar', whom: 'Kime', mail: 'E-posta da gönder', add: 'Adım ekle', remove: 'Adımı çıkar: {{n}}', hint: 'Her adım bir başvuru ve son tarih için bir kez uygulanır. Üstlenilen, bekleyen veya biten başvuruda durur.',
    at: { share: 'Sürenin yüzdesi dolunca', days_before: 'Son tarihten iş günü önce', hours_before: 'Son tarihten saat önce', due: 'Son tarihte', days_after: 'Son tarihten iş günü sonra', hours_after: 'Son tarihten saat sonra' },
    whoms: { in_hand: 'İlgilenen kişi', director: 'Müdür', deputy_mayor: 'Başkan yardımcısı' }, phoneHint: 'Mesai dışında önce nöbetçi aranır; almazsa SMS gider ve sıradaki aranır.',
  },
}
