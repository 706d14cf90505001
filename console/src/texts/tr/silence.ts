export const silence = {
  title: 'Haber bekleyenler', about: 'Hiçbir vatandaş habersiz kalmaz. Süre dolmadan müdürlük haber verir; vermezse masa arar.', show: 'Göster', directorate: 'Müdürlük',
  view: { asked: 'Haber istenenler', over: 'Süresi aşılanlar', all: 'Tümü' },
  stage: { calm: 'Süresi var', asked: 'Haber isteniyor', call: 'Masa arayacak', over: 'Süre aşıldı' },
  owes: { directorate: 'Müdürlük', desk: 'Çağrı masası' },
  column: { stage: 'Aşama', number: 'No', topic: 'Konu', owes: 'Haber borcu', since: 'Son haber', due: 'En geç', status: 'Durum' },
  empty: { asked: 'Haber bekleyen kimse yok', over: 'Süresi aşılan kimse yok', all: 'Açık başvuru yok' }, emptyWords: 'Bir vatandaşın süresi dolmaya yaklaşınca burada görünür.',
  longest: 'En uzun sessizlik', countAsked_one: '{{count}} kişi haber bekliyor', countAsked_other: '{{count}} kişi haber bekliyor', countOver_one: '{{count}} kişinin süresi aşıldı', countOver_other: '{{count}} kişinin süresi aşıldı',
}
