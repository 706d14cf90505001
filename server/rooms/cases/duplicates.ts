/** One problem written down twice: whoever told the second case follows the first, and is told how that one goes. */
import type { CaseId } from '../../../contracts/cases.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { audienceOf } from './cases.ts'
import { followersOf, reporterOf } from './reading.store.ts'
import * as store from './store.ts'

/** Moves nobody twice: who is on the other case already stays counted once. */
export async function alsoFollows(tx: Tx, { from, to, number }: { from: CaseId; to: CaseId; number: string }): Promise<void> {
  const other = await store.lockCase(tx, to)
  if (!other) return
  const [first, there] = [await reporterOf(tx, to), await followersOf(tx, to)]
  const same = (a: store.Teller, b: store.Teller) => !a.anonymous && (a.citizenId !== null ? a.citizenId === b.citizenId : a.phone !== null && a.phone === b.phone)
  const reporter = await reporterOf(tx, from)
  for (const teller of [...(reporter ? [reporter] : []), ...(await followersOf(tx, from))]) {
    if (teller.anonymous || [...(first ? [first] : []), ...there].some((one) => same(teller, one))) continue
    if (await store.insertFollower(tx, to, teller, null)) await store.countFollower(tx, to)
  }
  await store.addEntry(tx, to, { what: 'joined', facts: { number, caseId: from } })
  await publish(tx, 'case.changed', { caseId: to, what: 'followed' }, audienceOf(other.dirs))
}
