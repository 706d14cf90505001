/** The report by mail: to whoever asked for it, at seven in the morning, once. */
import type { ReportPeriod } from '../../../contracts/insights.ts'
import type { StaffId } from '../../../contracts/identity.ts'
import { permissionsOf, scopeOf } from '../../../contracts/permissions.ts'
import { type Actor, system } from '../../platform/actor.ts'
import { audit } from '../../platform/audit.ts'
import type { Db, Tx } from '../../platform/db.ts'
import type { Mailer } from '../../platform/mailer.ts'
import { civil, weekdayOf } from '../calendars/index.ts'
import { municipality, oneStaff } from '../identity/index.ts'
import { letterOf } from './letter.ts'
import { addDays } from './period.ts'
import { report } from './report.ts'
import * as store from './store.ts'

export type Post = { mailer: Mailer; /** Where staff reach the desk, for the link. */ address?: string }
const seven = 7 * 60
/** A sender that died in the middle leaves its letter to the next run after this long. Its server may have taken it: then it comes twice, which is better than never. */
const lease = 10 * 60_000
const tries = 5
const me = system('insights.mail')

/** Run every few minutes; what was missed because the desk was off is sent when it is back, for today only. */
export async function mailReports(db: Db, { mailer, address }: Post): Promise<number> {
  const due = await db.transaction(me, dueNow)
  let went = 0
  for (const one of due) {
    const letter = await db.transaction(me, (tx) => claimed(tx, one))
    if (!letter) continue
    // As herself: a director's letter holds her own directorate's figures and no more.
    const told = await db.transaction(letter.actor, (tx) => report(tx, one))
    const result = await mailer.send({ to: letter.email, ...letterOf(told, letter.language, address) })
    await db.transaction(me, async (tx) => {
      await store.noteLetter(tx, one, result.sent ? null : result.error)
      await audit(tx, 'reportMailed', { staffId: one.staffId, period: one.period, day: one.day, sent: result.sent })
    })
    if (result.sent) went++
  }
  return went
}

type Due = { staffId: StaffId; period: Exclude<ReportPeriod, 'month'>; day: string }
async function dueNow(tx: Tx): Promise<Due[]> {
  const { day, minute } = civil(tx.now, (await municipality(tx)).zone)
  if (minute < seven) return []
  const yesterday = addDays(day, -1)
  return (await store.subscribers(tx)).flatMap(({ staffId, daily, weekly }): Due[] => [
    ...(daily ? [{ staffId, period: 'day' as const, day: yesterday }] : []), ...(weekly && weekdayOf(day) === 1 ? [{ staffId, period: 'week' as const, day: yesterday }] : []),
  ])
}
/** Takes the right to send it; undefined when another has it, it went already, or she may read it no more. */
async function claimed(tx: Tx, one: Due): Promise<{ actor: Actor; email: string; language: 'tr' | 'en' } | undefined> {
  const person = await oneStaff(tx, one.staffId)
  if (!person || person.left || !permissionsOf(person.roles).has('report.read')) return undefined
  if (!(await store.claimLetter(tx, one, new Date(tx.now.getTime() - lease), tries))) return undefined
  return { actor: { id: person.id, may: permissionsOf(person.roles), scope: scopeOf(person.roles), directorateId: person.directorateId }, email: person.email, language: person.language }
}
