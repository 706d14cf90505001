/** Intakes half written, kept on the server as they are typed, so that no browser and no seat can lose them. */
import { isDeepStrictEqual } from 'node:util'
import type { CallId } from '../../../contracts/call-id.ts'
import type { Draft, DraftBody, DraftId } from '../../../contracts/cases.ts'
import { done } from '../../../contracts/kit.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { staffByIds } from '../identity/index.ts'
import * as store from './drafts.store.ts'

/**
 * @param given.version the one last read, 0 for a new draft. The answer lost on its way and saved again is no conflict.
 * @throws Refusal `draft.newer` when another seat has saved since, `draft.sent` when the intake is over.
 */
export async function saveDraft(tx: Tx, given: { draftId: DraftId; callId: CallId | null; body: DraftBody; version: number }): Promise<{ version: number; savedAt: string }> {
  const { draftId: id, callId, body } = given
  const now = tx.now.toISOString()
  if (given.version === 0 && (await store.insertDraft(tx, { id, callId, body }))) return { version: 1, savedAt: now }
  const there = await store.lockDraft(tx, id)
  if (there?.ended) throw new Refusal('draft.sent')
  if (!there) {
    // Read from a desk that has since been restored from a backup: what is typed matters more than the count.
    await store.insertDraft(tx, { id, callId, body })
    return { version: 1, savedAt: now }
  }
  if (there.version === given.version + 1 && there.by === tx.by.id && isDeepStrictEqual(there.body, JSON.parse(JSON.stringify(body)))) return { version: there.version, savedAt: there.savedAt }
  if (there.version !== given.version) throw new Refusal('draft.newer', { version: there.version })
  await store.replaceDraft(tx, { id, callId, body, version: there.version + 1 })
  return { version: there.version + 1, savedAt: now }
}

/** My unfinished intakes; of a call those of anyone, so that another seat can go on with it. */
export async function drafts(tx: Tx, given: { callId?: CallId | undefined }, by: Actor): Promise<Draft[]> {
  const rows = await store.openDrafts(tx, given.callId ? { callId: given.callId } : { by: by.id })
  const people = await staffByIds(tx, rows.map((row) => row.by))
  return rows.map(({ id, callId, body, version, savedAt, by: who }) => ({ id, callId, body, version, savedAt, by: who, byName: people.get(who)?.name ?? '' }))
}

export async function discardDraft(tx: Tx, { draftId }: { draftId: DraftId }): Promise<typeof done> {
  const there = await store.lockDraft(tx, draftId)
  if (!there || there.ended === 'sent') throw new Refusal('draft.not_found')
  await store.endDraft(tx, draftId, 'discarded')
  return done
}
