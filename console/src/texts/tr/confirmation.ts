/** Is it done: what the citizen answered, and writing it down for her. */
export const confirmation = {
  title: 'Vatandaş teyidi', asked: { sms: 'SMS ile soruldu', mail: 'E-postayla soruldu', call: 'Telefonla sorulacak', nobody: 'Sorulacak kimse yok' }, reminded: 'Hatırlatıldı', until: 'Yanıt gelmezse kapanır', waits: 'Yanıt bekleniyor', stopped: 'Yanıt alınmadan başvuru başka yola girdi.',
  answer: { fixed: 'Düzeldi', not_fixed: 'Düzelmedi', silence: 'Yanıt gelmedi, kural gereği kapatıldı', not_asked: 'Kimseye sorulmadı, kural gereği kapatıldı' },
  how: { link: 'Bağlantıdan', call: 'Telefonda', counter: 'Masada', rule: 'Kural gereği' }, photo: 'Vatandaşın fotoğrafı', mark: 'Puan: {{mark}}/5', marks: { m1: 'Çok kötü', m2: 'Kötü', m3: 'Orta', m4: 'İyi', m5: 'Çok iyi' }, again_one: '{{count}} kez düzelmedi', again_other: '{{count}} kez düzelmedi',
  record: 'Yanıtı yaz', recordTitle: 'Vatandaş ne dedi?', ask: 'Sorun: “Başvurunuzdaki iş tamamlandı. Düzeldi mi?”', question: 'Yanıt', where: 'Nerede söyledi?', words: 'Kalan sorun', wordsHint: 'Vatandaşın sözleriyle yazın. Aynı birim bunu okur.', wordsNeeded: 'Ne düzelmediğini yazın.', answerNeeded: 'Bir yanıt seçin.',
  markAsk: 'Hizmetimizi nasıl buldu?', markHint: 'İsteğe bağlı. Vatandaşın söylediği puan.', markWords: 'Eklediği sözler', markOnly: 'Puanı yaz', saved: 'Yanıt yazıldı.', markSaved: 'Puan yazıldı.', notReached: 'Ulaşılamadı', wrongNumber: 'Yanlış numara', stays: 'Arama açık kalır ve sonraki denemeyi bekler.',
  board: { title: 'Düzelmeyenler', none: 'Düzelmediği söylenen açık başvuru yok.', count_one: '{{count}} açık başvuru', count_other: '{{count}} açık başvuru' },
  entry: {
    ask_confirmation: 'Vatandaşa düzelip düzelmediği soruldu', confirm: 'Vatandaş düzeldiğini söyledi', not_fixed: 'Vatandaş düzelmediğini söyledi. Başvuru yeniden açıldı', confirm_by_rule: 'Kural gereği kapatıldı', not_fixed_again: '{{count}}. kez düzelmedi. Bilgi verilenler: {{names}}', satisfaction: 'Vatandaşın puanı: {{mark}}/5',
    because: { anonymous: 'Ad verilmedi, sorulacak kimse yok', tip_off: 'İhbar, sorulacak kimse yok', silence: 'Süresinde yanıt gelmedi', unreachable: 'Vatandaşa ulaşma yolu yok' },
  },
  word: { confirmed: 'Düzeldiğini söyledi.', not_fixed: 'Düzelmediğini söyledi.', asked_if_done: 'Düzelip düzelmediği soruldu.', agreed: 'Öneriyi kabul etti.', objected: 'Başka bir çözüm istedi.', withdrawn: 'Başvurusunu geri çekti.', refusal_accepted: 'Ret yanıtını kabul etti.', plan_told: 'Öneri anlatıldı.', called: 'Arandı.' },
}
