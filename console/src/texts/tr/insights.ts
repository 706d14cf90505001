export const insights = {
  report: {
    titles: { day: 'Günlük rapor', week: 'Haftalık rapor', month: 'Aylık rapor' }, period: 'Dönem', day: 'Gün', week: 'Hafta', month: 'Ay', date: 'Tarih', before: 'Önceki', after: 'Sonraki', today: 'Bugün', print: 'Yazdır', download: 'Tabloları indir (CSV)', file: 'rapor',
    running: 'Bu dönem sürüyor. Sayılar şu ana kadar: {{time}}', heading: { day: '{{from}}', week: '{{from}} – {{to}} haftası', month: '{{from}} – {{to}}' },
    comparedDay: 'Karşılaştırma: geçen haftanın aynı günü', comparedWeek: 'Karşılaştırma: önceki hafta', comparedMonth: 'Karşılaştırma: önceki ay', comparedPart: 'Dönem sürdüğü için aynı saate kadar olan kısmı alınır.',
    wasBefore: 'Önceki: {{value}}', nothing: 'Bu dönemde hiçbir şey olmadı', nothingWords: 'Ne çağrı geldi ne başvuru açıldı. Başka bir gün seçin.', future: 'Bu gün henüz gelmedi.',
  },
  call: {
    title: 'Çağrılar', offered: 'Gelen', answered: 'Yanıtlanan', missed: 'Kaçan', owed: 'Aranmayı bekleyen', calledBack: 'Geri aranan', wait: 'Ortalama bekleme', wait90: 'On aramadan dokuzu en çok', longest: 'En uzun bekleme', talk: 'Ortalama görüşme', share: 'Karşılama oranı',
    level: '{{count}} saniyede yanıt', levelOfAnswered: 'yanıtlananların içinde', levelOfAll: 'bekleyenlerin içinde', became: 'Öteki çağrılar nasıl sonuçlandı', where: 'Kaçan çağrılar nerede kapandı', other: 'Santral veya cevapsız',
    stage: { notice: 'Duyuruda', greeting: 'Karşılamada', queue: 'Sırada', ringing: 'Çalarken' }, messages: 'Sesli mesaj', callBacks: 'Geri arama istedi', forwarded: 'Nöbetçiye aktarılan', refused: 'Engellenen', hidden: 'Hat sayıları müdürlüklere gösterilmez.',
  },
  case: {
    title: 'Başvurular', opened: 'Açılan', closed: 'Kapanan', handedOver: 'Başka kuruma', open: 'Açık', late: 'Süresi geçen', silent: 'Haber verilmeyen', emergencies: 'Acil', solution: 'Çözüm süresi', median: 'Yarısı en çok', spread: 'Ortadaki yarısı: {{from}} – {{to}}', p90: 'Onda dokuzu en çok', of: '{{count}} kapanan başvuru', few: 'Az kayıt: {{count}}', none: 'Kapanan yok',
  },
  by: { directorate: 'Müdürlüklere göre', place: 'Yerlere göre', topic: 'En çok açılan konular', name: 'Müdürlük', place_: 'Yer', topic_: 'Konu', usual: 'Olağan', none: 'Bu dönemde kayıt yok.' },
  means: {
    title: 'Sayılar ne demek?', offered: 'Gelen: Dönemde 153’e ve öteki numaralara gelen bütün çağrılar. Gece yarısını geçen çağrı, geldiği güne yazılır.', answered: 'Yanıtlanan: Operatörün veya nöbetçi telefonunun açtığı çağrılar.', missed: 'Kaçan: Kimse açmadan kapanan çağrılar. Her biri için bir arama görevi açılır.',
    level: 'Hedef sürede yanıt iki yoldan hesaplanır: yalnız yanıtlananlar içinde; ve süresinde kapatanları da sayarak bekleyen herkes içinde.', late: 'Süresi geçen: Dönem sonunda hâlâ açık ve söz verilen günü geçmiş başvurular.', silent: 'Haber verilmeyen: Açık olup son {{days}} günde vatandaşa hiçbir şey söylenmemiş başvurular.', solution: 'Çözüm süresi: Açılıştan kapanışa geçen zaman. Bilgi ve teşekkür kayıtları ile başka kuruma iletilenler girmez.', usual: 'Olağan: Önceki dört dönemin ortalaması.',
  },
  mail: {
    title: 'E-posta ile', daily: 'Her sabah saat 7’de bir önceki günün raporu', weekly: 'Her pazartesi geçen haftanın raporu', to: 'Adres: {{email}}', saved: 'Seçiminiz kaydedildi.',
    none: 'Sistem bir e-posta sunucusuna bağlı değil; seçiminiz saklanır, bağlanınca gönderilir. Bağlantıyı sistem yöneticisi kurar.',
  },
  day: {
    title: 'Günüm', of: '{{name}}: günü', figures: 'Bugünün sayıları', answered: 'Yanıtlanan çağrı', out: 'Dışarı arama', talk: 'Toplam görüşme', talkMean: 'Ortalama görüşme', opened: 'Açılan başvuru', time: 'Zaman', noTime: 'Bu gün masada geçen zaman yok.',
    waiting: 'Bitmemiş işlerim', tasks_one: 'Üstlendiğiniz {{count}} arama bekliyor', tasks_other: 'Üstlendiğiniz {{count}} arama bekliyor', noTasks: 'Üstlendiğiniz bekleyen arama yok.', drafts_one: 'Gönderilmemiş {{count}} taslak var', drafts_other: 'Gönderilmemiş {{count}} taslak var', noDrafts: 'Gönderilmemiş taslak yok.',
    cases: 'Açtığınız ve bugün söz verilen başvurular', number: 'Başvuru no', state: 'Durum', openedAt: 'Açılış', due: 'Söz verilen', noCases: 'Bu gün için başvuru yok', noCasesWords: 'O gün açtığınız ve o gün süresi dolan başvurularınız burada durur.',
  },
}
