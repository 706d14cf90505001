export const softphone = {
  presence: 'Durumum', pending: 'sunucu bekleniyor', pendingShort: 'bekliyor', controls: 'Çağrı düğmeleri',
  phase: { away: 'Ayrıldım', ready: 'Hazır', paused: 'Mola', ringing: 'Çalıyor', on_call: 'Konuşuyor', hold: 'Beklemede', wrap_up: 'Çağrı sonrası işlem', offline: 'Hat yok' },
  answer: 'Yanıtla', decline: 'Geri çevir', end: 'Bitir', hold: 'Beklet', resume: 'Sürdür', mute: 'Sessiz', unmute: 'Ses aç', keypad: 'Tuşlar', dial: 'Ara', call: 'Ara', number: 'Telefon numarası',
  wrongNumber: 'Bu bir telefon numarası değil. Örnek: 0532 000 00 00', noNumber: 'Numara gizli', second: 'İkinci çağrı:', callBack: 'Geri ara', takeHere: 'Telefonu buraya al',
  incoming: 'Gelen çağrı: {{number}}', ringsAloud: 'Gelen çağrı, {{number}}, F2', heldLong: 'bir dakikadır bekliyor',
  elsewhere: 'Çağrı santralde sürüyor, sesi bu sayfada değil.', deskAway: 'Sunucu yanıt vermiyor. Telefon çalışıyor.',
  hint: {
    hold_first: 'Önce konuştuğunuz çağrıyı bekletin: F8. Sonra F2 ile yanıtlayın.', end_first: 'Önce süren çağrıyı bitirin.', wrap_up_first: 'Önce biten çağrının sonucunu girin: Alt+7.',
    reason_needed: 'Mola için bir neden seçin.',
  },
  trouble: {
    mic_denied: 'Mikrofona izin verilmedi. Adres çubuğundaki kilit simgesinden izin verin. O zamana kadar çağrılar öteki operatörlere gider.',
    mic_missing: 'Mikrofon bulunamadı. Kulaklığı takın, sonra yeniden “Hazır” seçin. O zamana kadar çağrılar öteki operatörlere gider.',
    mic_lost: 'Mikrofonun bağlantısı koptu. Kulaklığı yeniden takın. Karşıdaki sizi duymuyorsa numarasını geri arayın.',
    line_lost: 'Santralle bağlantı koptu, kendiliğinden yeniden denenir. Süren konuşma devam eder; yeni çağrılar öteki operatörlere gider.',
    seat_elsewhere: 'Telefonunuz başka bir tarayıcıda açıldı. Çağrılar oraya gider.',
    other_tab: 'Telefonunuz başka bir sekmede açık. Çağrılar oraya gider.',
    switch_unavailable: 'Santrale ulaşılamıyor, kendiliğinden yeniden denenir. Kayıt açmaya devam edebilirsiniz.',
    no_seat: 'Size bir koltuk verilemedi. Takım liderinize haber verin. Kayıt açmaya devam edebilirsiniz.',
    audio_lost: 'Ses koptu. Geri aranacak: {{number}}',
    call_busy: 'Meşgul. Aranan: {{number}}', call_no_answer: 'Yanıt yok. Aranan: {{number}}', call_refused: 'Bu numara aranamıyor: {{number}}', call_failed: 'Arama yapılamadı. Aranan: {{number}}',
  },
}
