/** Internal notes, and whom they call by name. */
import type { CaseId, TimelineEntry } from '../../../contracts/cases.ts'
import type { StaffId } from '../../../contracts/identity.ts'
import { done } from '../../../contracts/kit.ts'
import { scopeOf } from '../../../contracts/permissions.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { Refusal } from '../../platform/refusal.ts'
import { staffByIds } from '../identity/index.ts'
import { audienceOf } from './cases.ts'
import { held } from './moving.ts'
import * as store from './store.ts'

export type Note = { caseId: CaseId; id: TimelineEntry['id']; words: string; mentions: StaffId[] }
/** Sent twice it stands once. Of those mentioned only who may read the case is told. */
export async function addNote(tx: Tx, given: Note, by: Actor): Promise<typeof done> {
  const found = await held(tx, given.caseId, 'note')
  const people = [...(await staffByIds(tx, given.mentions)).values()]
  const readers = people.filter((p) => !p.left && p.id !== by.id
    && (scopeOf(p.roles) === 'desk' || (scopeOf(p.roles) === 'directorate' && p.directorateId !== null && found.dirs.includes(p.directorateId))))
  const facts = { words: given.words, mentions: readers.map((p) => p.name) }
  if (!(await store.addEntry(tx, given.caseId, { id: given.id, what: 'note', facts }))) {
    // An id that is an entry's of another case: whether that one exists is not told.
    if ((await store.entryCase(tx, given.id)) === given.caseId) return done
    throw new Refusal('case.not_found')
  }
  if (readers.length) {
    await store.insertMentions(tx, given.id, given.caseId, readers.map((p) => p.id))
    await publish(tx, 'case.mentioned', { caseId: given.caseId }, readers.map((p) => `staff:${p.id}` as const))
  }
  await publish(tx, 'case.changed', { caseId: given.caseId, what: 'note' }, audienceOf(found.dirs))
  return done
}
