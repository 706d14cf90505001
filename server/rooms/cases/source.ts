/** What the directorate finds: the source of the problem, kept beside what the citizen said; and who has the work in hand. */
import type { CaseId, Source } from '../../../contracts/cases.ts'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import { done } from '../../../contracts/kit.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { Refusal } from '../../platform/refusal.ts'
import { staffByIds } from '../identity/index.ts'
import { isActive } from '../../../contracts/moves.ts'
import { topicById } from '../routing/index.ts'
import { audienceOf } from './cases.ts'
import { keptSource } from './intake.ts'
import { held } from './moving.ts'
import * as moving from './moving.store.ts'
import * as store from './store.ts'

/** Confirmed or corrected: from now on this is the source that chronic problems are looked for by. */
export async function foundSource(tx: Tx, { caseId, source }: { caseId: CaseId; source: Source }, by: Actor): Promise<typeof done> {
  const found = await held(tx, caseId, 'source')
  const topic = await topicById(tx, found.topicId)
  if (source.cause !== undefined && !topic?.causes.some((cause) => cause.key === source.cause)) throw new Refusal('case.unknown_cause', {}, 'source.cause')
  if (source.cause === undefined && !source.words) throw new Refusal('case.source_needed', {}, 'source.words')
  const kept = topic ? keptSource(topic, source) : { cause: null, name: null, words: source.words ?? null }
  await moving.setSource(tx, caseId, { ...kept, by: by.id, at: tx.now.toISOString() })
  await store.addEntry(tx, caseId, { what: 'source_found', facts: { cause: kept.name, words: kept.words } })
  await publish(tx, 'case.changed', { caseId, what: 'source_found' }, audienceOf(found.dirs))
  return done
}

/** One of my directorate's people has it in hand; null: nobody in particular. */
export async function assignTask(tx: Tx, { caseId, staffId }: { caseId: CaseId; staffId: StaffId | null }, by: Actor): Promise<typeof done> {
  const found = await held(tx, caseId, 'assign')
  const mine = (await store.tasksOf(tx, caseId)).find((task) => task.directorateId === by.directorateId)
  if (!mine || !isActive(mine.status)) throw new Refusal('case.cannot', { number: found.number, status: found.status, to: 'assign', task: mine?.status ?? null })
  const person = staffId ? (await staffByIds(tx, [staffId])).get(staffId) : undefined
  if (staffId && (!person || person.left || person.directorateId !== by.directorateId)) throw new Refusal('case.unknown_colleague', {}, 'staffId')
  await moving.assign(tx, caseId, by.directorateId as DirectorateId, staffId)
  await store.addEntry(tx, caseId, { what: 'assigned', facts: { name: person?.name ?? null } })
  await publish(tx, 'case.changed', { caseId, what: 'assigned' }, audienceOf(found.dirs))
  return done
}

/** What was put on hold until a day goes on by itself when the day has come. */
export async function resumeHolds(tx: Tx, resume: (caseId: CaseId) => Promise<unknown>): Promise<number> {
  const over = await moving.holdsOver(tx, 100)
  for (const caseId of over) await resume(caseId)
  return over.length
}
