/** For whoever works at a case: what a crew must know of it, and the parts of the directorates. */
import type { CaseId } from '../../../contracts/cases.ts'
import type { Bilingual } from '../../../contracts/kit.ts'
import type { Tx } from '../../platform/db.ts'
import { caseById } from './reading.store.ts'
import * as store from './store.ts'

export type CaseAtWork = store.CaseLocked & {
  topic: Bilingual; said: string; place: string | null; street: string | null; addressWords: string | null; lat: number | null; lon: number | null; tasks: store.TaskRow[]
}
/** Held until the transaction ends. Undefined: not there, or not to be seen. */
export async function caseAtWork(tx: Tx, caseId: CaseId): Promise<CaseAtWork | undefined> {
  const locked = await store.lockCase(tx, caseId)
  const shown = locked && (await caseById(tx, caseId, tx.by.id, null))
  if (!locked || !shown) return undefined
  const { topic, said, place, street, addressWords, lat, lon } = shown
  return { ...locked, topic, said, place, street, addressWords, lat, lon, tasks: await store.tasksOf(tx, caseId) }
}
