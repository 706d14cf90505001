/** Looks every hour: who must be warned, whose payment did not come; and counts anew when the calendar changes. Heard or run twice, it does nothing twice. */
import { system } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import type { CaseId } from '../../../contracts/cases.ts'
import { held, turn } from './acting.ts'
import { leftOf } from './clock.ts'
import { standing } from './facts.ts'
import { counted, todayOf } from './statutory.ts'
import * as store from './store.ts'
import { told } from './telling.ts'

const by = system('statutory.watch')
/** One transaction each, so that one that fails holds back no other. */
export async function watch(db: Db): Promise<void> {
  const ids = await db.transaction(by, async (tx) => store.toWatch(tx, await todayOf(tx), (await store.rules(tx)).warnEarly))
  for (const caseId of ids) await db.transaction(by, (tx) => look(tx, caseId))
}

async function look(tx: Tx, caseId: CaseId): Promise<void> {
  const found = await held(tx, caseId), today = await todayOf(tx)
  if (found.state === 'waits_payment') {
    // 4982 m.11: who does not pay within fifteen working days has given up the request.
    if (found.payBy !== null && found.payBy < today) await turn(tx, found, await store.stepsOf(tx, caseId), { id: newId(), on: today, what: 'withdrawn', facts: { payBy: found.payBy } })
    return
  }
  if (found.state !== 'open' || found.dueOn === null) return
  const { warnEarly, warnNear, warnLast } = await store.rules(tx), left = leftOf(found.workDays, found.dueOn, today)
  const at = found.dueOn < today ? -1 : [warnLast, warnNear, warnEarly].find((days) => left <= days)
  if (at === undefined || (found.warned !== null && found.warned <= at)) return
  await store.putWarned(tx, caseId, at)
  const step = { id: newId<string>(), on: today, what: at === -1 ? ('overdue' as const) : ('warned' as const), facts: { left, dueOn: found.dueOn } }
  await store.addStep(tx, caseId, step)
  await told(tx, found, step, found)
}

/** A day off by decree is no working day: what runs by working days falls due later, by the law's own count. */
export async function recount(tx: Tx): Promise<void> {
  for (const caseId of await store.openIds(tx)) {
    const found = await held(tx, caseId), steps = await store.stepsOf(tx, caseId), now = standing(steps)
    const clock = await counted(tx, found, now)
    if (clock.dueOn === found.dueOn && clock.payBy === found.payBy) {
      // The last day may stay where it is while the days before it change.
      await store.putStanding(tx, caseId, now, clock)
      continue
    }
    await turn(tx, found, steps, { id: newId(), on: await todayOf(tx), what: 'recounted', facts: { before: found.dueOn } })
  }
}
