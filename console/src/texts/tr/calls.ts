export const calls = {
  list: {
    title: 'Çağrılar', table: 'Çağrı listesi', empty: 'Henüz çağrı yok', emptyWords: 'Gelen ve giden her çağrı, nasıl biterse bitsin, burada bir satırdır.', narrowed: 'Bu süzgece uyan çağrı yok', narrowedWords: 'Süzgeçleri azaltın veya temizleyin.',
    arrived_one: '{{count}} yeni çağrı, göster', arrived_other: '{{count}} yeni çağrı, göster',
    result: 'Sonuç', day: 'Gün', today: 'Bugün', yesterday: 'Dün', mine: 'Yalnızca benimkiler', number: 'Numara', numberHint: 'Numara veya bir parçası', clear: 'Süzgeçleri temizle',
  },
  column: { when: 'Zaman', who: 'Arayan', line: 'Hat', result: 'Sonuç', staff: 'Karşılayan', waited: 'Bekleme', talked: 'Görüşme', cases: 'Başvuru', recorded: 'Ses kaydı' },
  hidden: 'Gizli numara', outgoing: 'Giden çağrı', incoming: 'Gelen çağrı', emergency: 'Acil', recorded: 'Kayıtlı', notRecorded: 'Kayıt yok', nobody: 'Kimse',
  result: {
    live: 'Sürüyor', answered: 'Yanıtlandı', abandoned_notice: 'Kaçan: bilgilendirmede', abandoned_greeting: 'Kaçan: karşılamada', abandoned_queue: 'Kaçan: kuyrukta', abandoned_ringing: 'Kaçan: çalarken',
    call_back: 'Geri arama istedi', voice_message: 'Sesli mesaj bıraktı', forwarded: 'Cep telefonuna aktarıldı', no_answer: 'Yanıtlanamadı', refused: 'Kabul edilmedi', lost: 'Santral durdu, kesildi',
    out_answered: 'Arandı, görüşüldü', out_no_answer: 'Arandı, yanıt yok',
  },
  queue: { main: 'Genel kuyruk', emergency: 'Acil kuyruğu' },
  page: {
    title: 'Çağrı', times: 'Zamanlar', facts: 'Bilgiler', recording: 'Ses kaydı', cases: 'Başvurular', noCases: 'Bu çağrıdan başvuru açılmadı.', wrapUp: 'Çağrı sonucu', noWrapUp: 'Sonuç yazılmadı.', note: 'Not', back: 'Çağrı listesi',
    number: 'Numara', person: 'Kişi', dialled: 'Aranan numara', line: 'Hat', queue: 'Kuyruk', staff: 'Karşılayan', hungUpBy: 'Kapatan', waited: 'Bekleme', talked: 'Görüşme', callThem: 'Ara', after: '+{{time}}',
  },
  step: { arrived: 'Geldi', dialled: 'Arandı', queued: 'Kuyruğa girdi', rang: 'Operatörde çaldı', rangOut: 'Çaldı', answered: 'Yanıtlandı', ended: 'Bitti', running: 'Sürüyor' },
  hungUpBy: { caller: 'Karşı taraf', operator: 'Operatör', system: 'Santral' },
  recording: {
    why: 'Neden dinliyorsunuz?', whyWords: 'Kim, ne zaman ve neden dinledi kaydedilir.', other: 'Başka bir neden', ownWords: 'Nedeni yazın', neededWords: 'Dinlemeden önce nedeni yazın.', listen: 'Dinle', player: 'Ses kaydı oynatıcısı',
    kept: 'Bu dinleme kayda geçti: {{why}}', again: 'Başka bir nedenle yeniden dinle', none: 'Bu çağrının ses kaydı yok.', running: 'Çağrı sürüyor; kayıt çağrı bitince dinlenir.', notAllowed: 'Ses kaydını dinleme yetkiniz yok. Takım liderinden isteyin.',
    reasons: { check: 'Başvuruyu doğrulamak için', dispute: 'İtiraz veya şikâyet var', quality: 'Kalite değerlendirmesi', message: 'Bırakılan mesajı dinlemek için' },
  },
  board: {
    whole: 'Tam ekran',
    title: 'Canlı pano', now: 'Şu an', wall: 'Duvar ekranı', stale: 'Bilgiler eski', staleWords: 'Son güncelleme: {{age}}. Sunucudan yeni bilgi gelmiyor; kendiliğinden yeniden denenir.', age: '{{count}} sn önce',
    waiting: 'Bekleyen', longest: 'En uzun bekleme', ready: 'Hazır', onCall: 'Görüşmede', paused: 'Molada', tasks: 'Aranacak',
    word: { calm: 'Sakin', served: 'Bağlanıyor', nobodyReady: 'Hazır operatör yok', inTarget: 'Hedefte', late: 'Hedefi aştı', veryLate: 'Çok uzun', noneReady: 'Çağrı alacak kimse yok', open: 'Aranmayı bekliyor', none: 'Yok', canTake: 'Çağrı alabilir' },
    operators: 'Operatörler', noOperators: 'Masada kimse yok', noOperatorsWords: 'Bir operatör hazır olunca burada görünür.', calls: 'Bekleyen çağrılar', noCalls: 'Kuyrukta bekleyen yok.', alarms: 'Uyarılar', noAlarms: 'Uyarı yok. Sistem çalışıyor.',
    name: 'Ad', state: 'Durum', since: 'Süre', from: 'Arayan', queue: 'Kuyruk', wait: 'Bekleme',
  },
  presence: { away: 'Uzakta', ready: 'Hazır', paused: 'Molada', ringing: 'Çalıyor', on_call: 'Görüşmede', wrap_up: 'Sonlandırıyor' },
  alarm: {
    switchAway: 'Santrale ulaşılamıyor', switchAwayWords: 'Süren çağrılar etkilenmez, gelen çağrılar yanıtlanır. Sunucu santrali yeniden arıyor; çağrı listesi bağlantı gelince tamamlanır.',
    switchNone: 'Santral kurulu değil', switchNoneWords: 'Telefon dışındaki bütün işler çalışır. Sistem yöneticisi bir Asterisk santrali bağlamalı.',
    diskLow: 'Diskte yer az', diskLowWords: 'Boş alan: {{megabytes}} MB. Yer daha da azalırsa ses kaydı durur; çağrılar sürer.',
    diskLowUnknown: 'Yer daha da azalırsa ses kaydı durur; çağrılar sürer.',
    recordingStopped: 'Ses kaydı durdu', recordingStoppedWords: 'Çağrılar kaydedilmeden sürüyor. Sistem yöneticisi diskte yer açmalı; kayıt kendiliğinden yeniden başlar.',
    other: 'Sistem uyarısı', otherWords: 'Sistem yöneticisine bildirin. Kod: {{code}}', since: 'Başlangıç',
  },
}
