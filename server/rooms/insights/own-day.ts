/** A person's own day: what she did, what became of it, and which of her promises fall due. Nobody is compared with anybody. */
import type { OwnDay } from '../../../contracts/insights.ts'
import type { StaffId } from '../../../contracts/identity.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { civil } from '../calendars/index.ts'
import { municipality, oneStaff } from '../identity/index.ts'
import { spanOf } from './period.ts'
import * as store from './store.ts'

/** @throws Refusal `report.future`, `identity.not_found` */
export async function ownDay(tx: Tx, staffId: StaffId, day: string): Promise<OwnDay> {
  const person = await oneStaff(tx, staffId)
  if (!person) throw new Refusal('identity.not_found')
  const { zone } = await municipality(tx)
  const { begins, ends } = spanOf(day, 'day', zone)
  if (begins > tx.now) throw new Refusal('report.future', { day: civil(tx.now, zone).day }, 'day')
  const of = { staffId, begins, ends }
  const cases = await store.casesOfDay(tx, of)
  const opened = cases.filter((c) => new Date(c.openedAt) >= begins && new Date(c.openedAt) < ends).length
  return { day, name: person.name, calls: { ...(await store.callsOfDay(tx, of)), opened }, spells: await store.spellsOfDay(tx, of), cases }
}
