/** The due time said anew: by the desk with a reason, or because a day became free after it had been counted. */
import type { CaseId, TimelineEntry } from '../../../contracts/cases.ts'
import type { SettingValue } from '../../../contracts/settings.ts'
import { system } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { Refusal } from '../../platform/refusal.ts'
import { changesOf } from '../../platform/settings.ts'
import { dueAfterDayOff, endOfDayOff } from '../calendars/index.ts'
import { promisedFor, topicById } from '../routing/index.ts'
import { audienceOf } from './cases.ts'
import * as dues from './due.store.ts'
import { held } from './moving.ts'
import * as store from './store.ts'

/**
 * A day said to the citizen, for the case and every part still owed. The same id twice is one change; who tells her is the caller.
 * @returns false: it was there already
 * @throws Refusal `case.not_found`, `case.cannot`, `case.waits`, `case.due_past`
 */
export async function setDue(tx: Tx, given: { caseId: CaseId; id: TimelineEntry['id']; dueAt: string; reason: string }): Promise<boolean> {
  const { caseId, id, dueAt, reason } = given
  const found = await held(tx, caseId, 'due')
  const there = await store.entryCase(tx, id)
  if (there !== undefined) {
    if (there === caseId) return false
    throw new Refusal('case.not_found')
  }
  // It stands still now: what is left goes on from where it stood.
  if (found.waitsSince) throw new Refusal('case.waits', { number: found.number })
  if (Date.parse(dueAt) <= tx.now.getTime()) throw new Refusal('case.due_past', {}, 'dueAt')
  await dues.setDue(tx, caseId, dueAt, true)
  await store.addEntry(tx, caseId, { id, what: 'due_changed', facts: { before: found.dueAt, dueAt, reason }, audience: 'citizen' })
  await publish(tx, 'case.changed', { caseId, what: 'due_changed' }, audienceOf(found.dirs))
  return true
}

const week = 7 * 86_400_000
/** A day became free, by decree or by correction: what was counted over it will be counted again. Heard twice it is done once. */
export async function holidayChanged(tx: Tx, { kind, id }: { kind: string; id: string }): Promise<void> {
  if (kind !== 'holiday') return
  for (const change of (await changesOf(tx, { kind: 'holiday', id, most: 20 })).toReversed()) {
    const [before, after] = [change.before, change.after] as (SettingValue<'holiday'> | null)[]
    const ends = (value: typeof before) => (value ? endOfDayOff(value.from) : 1440)
    // A day that is worked again moves nothing: whoever was told a day is not told an earlier one.
    if (!after || ends(after) >= ends(before!) || Date.parse(change.at) < tx.now.getTime() - week) continue
    await dues.insertRecount(tx, { changeId: change.id, at: change.at, day: after.day, name: after.name, endedBefore: ends(before!), endsAt: ends(after) })
  }
}

const batch = 200
const by = system('cases.recount')
/** Goes through what is promised, a batch to a transaction; killed in the middle it goes on from the last batch. */
export async function recountDue(db: Db): Promise<void> {
  while (await db.transaction(by, recountBatch));
}
async function recountBatch(tx: Tx): Promise<boolean> {
  const recount = await dues.nextRecount(tx)
  if (!recount) return false
  const ids = await dues.promisedBefore(tx, recount.at, recount.reached, batch)
  for (const id of ids) await recountCase(tx, id, recount)
  await dues.recountReached(tx, recount.changeId, ids.at(-1) ?? null, ids.length < batch)
  return true
}
async function recountCase(tx: Tx, caseId: CaseId, { day, name, endedBefore, endsAt }: dues.Recount): Promise<void> {
  const found = await store.lockCase(tx, caseId)
  const topic = found && (await topicById(tx, found.topicId))
  if (!found?.dueAt || !found.leadId || !topic || promisedFor(topic, found.kind).unit !== 'working') return
  const due = new Date(found.dueAt)
  // Of what stands still the rest is counted from where it stood.
  const moved = await dueAfterDayOff(tx, found.leadId, due, found.waitsSince ? new Date(found.waitsSince) : tx.now, { day, endedBefore, endsAt })
  if (moved.getTime() === due.getTime()) return
  await dues.setDue(tx, caseId, moved)
  await store.addEntry(tx, caseId, { what: 'due_moved', facts: { before: found.dueAt, dueAt: moved.toISOString(), day, name }, audience: 'citizen', quiet: true })
  await publish(tx, 'case.changed', { caseId, what: 'due_moved' }, audienceOf(found.dirs))
}
