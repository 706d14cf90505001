/** What staff read in a letter, and hear on the telephone, when the time of a case runs out. Pure. */
import type { Bilingual, Language } from '../../../contracts/kit.ts'

export type Matter = { number: string; topic: Bilingual; place: string | null; directorate: Bilingual | null; dueAt: Date; late: boolean; emergency: boolean; zone: string; /** Of the case on the desk; undefined: where it stands is not known here. */ link: string | undefined }

const moment = (at: Date, zone: string, language: Language) => new Intl.DateTimeFormat(language === 'tr' ? 'tr' : 'en-GB', {
  timeZone: zone, day: 'numeric', month: 'long', weekday: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
}).format(at)

export function letterOf(matter: Matter, language: Language): { subject: string; text: string } {
  const { number, topic, place, directorate, dueAt, late, link, zone } = matter
  const about = [topic[language], place, directorate?.[language]].filter(Boolean).join(' · ')
  const when = moment(dueAt, zone, language)
  return language === 'tr' ? {
    subject: `${number}: ${late ? 'süresi geçti' : 'süresi doluyor'}`,
    text: [
      late ? 'Bu başvuruda verilen söz tutulmadı.' : 'Bu başvurunun süresi doluyor.', about, `Son tarih: ${when}`, '',
      'İlgileniyorsanız başvuru sayfasında “Bende” deyin. Demezseniz konu bir üst kişiye bildirilir.', ...(link ? ['', link] : []),
    ].join('\n'),
  } : {
    subject: `${number}: ${late ? 'overdue' : 'about to fall due'}`,
    text: [
      late ? 'The promise made for this case has not been kept.' : 'The time of this case is running out.', about, `Due: ${when}`, '',
      'If you are on it, press “I have it” on the page of the case. Otherwise the next person up is told.', ...(link ? ['', link] : []),
    ].join('\n'),
  }
}
/** Said on the telephone and, to who did not answer, written as an SMS. */
export function spoken({ number, topic, place, late, emergency }: Matter): Bilingual {
  const where = place ? ` ${place}.` : ''
  return {
    tr: `${emergency ? 'Acil başvurunun' : 'Başvurunun'} süresi ${late ? 'geçti' : 'doluyor'}. ${topic.tr}.${where} Başvuru no ${number}.`,
    en: `${emergency ? 'An emergency' : 'A case'} ${late ? 'is overdue' : 'is about to fall due'}. ${topic.en}.${where} Case ${number}.`,
  }
}
