import { choice, number, theme, topic, words, working, yesNo } from './notation.ts'

export const taxes = theme('vergi-emlak', 'Vergi, ödeme ve belediye malı', 'Taxes, payments and municipal property', [
  topic('emlak-vergisi', 'Emlak vergisi', 'Property tax', {
    said: 'ev vergisi, arsa vergisi, emlak beyanı, emlak borcu, vergim yüksek, emekli muafiyeti',
    lead: 'mali-hizmetler', with: ['imar-sehircilik'], due: working(24), everywhere: true,
    kinds: ['information', 'request', 'complaint'], personal: true, named: true,
    ask: [
      words('sicil', 'Sicil numarası kaç?', 'What is the taxpayer number?'),
      choice('konu', 'Konu ne?', 'What is it about?', [
        ['Borç', 'Debt'], ['Beyan', 'Declaration'], ['İtiraz', 'Objection'], ['Muafiyet', 'Exemption'],
      ]),
    ],
    causes: [
      ['Yanlış metrekare', 'Wrong floor area'], ['Satılan ev hâlâ üzerinde', 'Sold home still on record'],
      ['Rayiç bedel', 'Assessed value'],
    ],
  }),
  topic('cevre-temizlik-vergisi', 'Çevre temizlik vergisi', 'Environmental cleaning tax', {
    said: 'çöp vergisi, çtv, çöp parası, kapalı dükkâna çöp parası',
    lead: 'mali-hizmetler', with: ['temizlik-isleri'], due: working(24), everywhere: true,
    kinds: ['information', 'request', 'complaint'], personal: true, named: true,
    ask: [
      words('sicil', 'Sicil numarası kaç?', 'What is the taxpayer number?'),
      yesNo('isyeri', 'İşyeri için mi?', 'Is it for a business?'),
    ],
    causes: [
      ['Kapalı işyeri', 'Closed business'], ['Çift kayıt', 'Registered twice'],
      ['Grup değişikliği', 'Changed tariff group'],
    ],
  }),
  topic('odeme-borc', 'Ödeme, borç ve taksit', 'Payment, debt and instalments', {
    said: 'borcum ne kadar, taksit, yapılandırma, internetten ödeme, e-belediye şifre, iki kere ödedim, iade, haciz geldi, icra',
    lead: 'mali-hizmetler', with: ['su-kanalizasyon'], due: working(16), everywhere: true,
    kinds: ['information', 'request', 'complaint'], personal: true, named: true,
    ask: [
      choice('konu', 'Konu ne?', 'What is it about?', [
        ['Borç öğrenme', 'Amount owed'], ['Taksit', 'Instalments'], ['İade', 'Refund'],
        ['İnternetten ödeme', 'Online payment'],
      ]),
      number('tutar', 'Varsa kaç lira?', 'How many lira, if known?'),
    ],
    causes: [['Ödeme görünmüyor', 'Payment not shown'], ['Çift ödeme', 'Paid twice'], ['Gecikme zammı', 'Late fee']],
  }),
  topic('kira-satis', 'Belediye dükkânı, arsa, kiralama', 'Municipal shops and land', {
    said: 'belediye dükkânı kira, kiralık dükkân, arsa satışı, ihale ilanı, kira borcu belediyeye, büfe yeri, ecrimisil',
    lead: 'emlak-istimlak', with: ['mali-hizmetler'], due: working(40), everywhere: true,
    kinds: ['information', 'request', 'complaint', 'tip_off'],
    ask: [
      words('yer', 'Hangi taşınmaz?', 'Which property?'),
      choice('konu', 'Konu ne?', 'What is it about?', [
        ['Kiralama', 'Letting'], ['Satış', 'Sale'], ['İşgal', 'Unlawful use'], ['Onarım', 'Repair'],
      ]),
    ],
    causes: [
      ['İhale bekleniyor', 'Waiting for a tender'], ['İzinsiz kullanım', 'Use without permission'],
      ['Kira anlaşmazlığı', 'Dispute on rent'],
    ],
  }),
  topic('kamulastirma', 'Kamulaştırma', 'Expropriation', {
    said: 'istimlak, yerimden yol geçti, arsam yola gitti, istimlak parası, kamulaştırma bedeli',
    lead: 'emlak-istimlak', with: ['imar-sehircilik', 'mali-hizmetler'], due: working(80),
    kinds: ['information', 'request', 'complaint'], personal: true, named: true,
    ask: [
      words('ada-parsel', 'Ada ve parsel kaç?', 'Which block and plot?'),
      yesNo('teblig', 'Yazılı bildirim geldi mi?', 'Was there a written notice?'),
    ],
    causes: [
      ['Yol genişletme', 'Road widening'], ['Bedel anlaşmazlığı', 'Dispute on the price'],
      ['Ödeme gecikti', 'Late payment'],
    ],
  }),
  topic('tesis-isletme', 'Belediye tesisleri ve otogar', 'Municipal facilities and bus terminal', {
    said: 'otogar pis, umumi tuvalet, tuvalet kapalı, belediye kafe, sosyal tesis, otogar peron, tuvalet ücreti, mezbaha',
    lead: 'isletme-istirakler', with: ['temizlik-isleri', 'zabita'], due: working(24), everywhere: true,
    ask: [
      words('tesis', 'Hangi tesis?', 'Which facility?'),
      choice('sorun', 'Sorun ne?', 'What is the problem?', [
        ['Temizlik', 'Cleanliness'], ['Ücret', 'Fee'], ['Kapalı', 'Closed'], ['Personel', 'Staff'],
        ['Onarım', 'Repair'],
      ]),
    ],
    causes: [['Temizlik aksamış', 'Missed cleaning'], ['Arıza', 'Fault'], ['Personel yetersiz', 'Too few staff']],
  }),
])
