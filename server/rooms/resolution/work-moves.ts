/** Orders follow their case: agreed, each part becomes a draft; ended, they end; taken back, they come back. */
import type { CaseId, MoveId } from '../../../contracts/cases.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { Fact } from '../../../contracts/events.ts'
import { isActive, isEnded } from '../../../contracts/moves.ts'
import type { CaseKind } from '../../../contracts/routing.ts'
import { type ActId, isLive, type OrderId } from '../../../contracts/work.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { type CaseAtWork, caseAtWork, type MoveRead } from '../cases/index.ts'
import { currentProposal } from './proposals.ts'
import { settlePart } from './work-acts.ts'
import { noteAgreedDays } from './work-days.ts'
import { changed } from './work-shown.ts'
import { evidenceOf, ofCase } from './work.ts'
import * as store from './work.store.ts'

const blank = { crewId: null, notes: null, contact: null, status: 'draft' as const }
const liveOf = (rows: readonly store.OrderRow[], directorateId: DirectorateId) => rows.some((row) => row.directorateId === directorateId && !row.past && isLive(row.status))

/** Each part of the agreed proposal, once. */
async function draftAgreed(tx: Tx, found: CaseAtWork): Promise<void> {
  const proposal = await currentProposal(tx, found.id)
  if (!proposal || proposal.kind !== 'solution') return
  const rows = await store.ordersOf(tx, found.id), evidence = await evidenceOf(tx, found)
  let drafted = false
  for (const part of proposal.parts) {
    const task = found.tasks.find((one) => one.directorateId === part.directorateId)
    if (task?.status !== 'ready' || liveOf(rows, part.directorateId)) continue
    const id = newId<OrderId>()
    const made = await store.insertOrder(tx, { ...blank, ...ofCase(found), id, directorateId: part.directorateId, what: part.what, from: part.from && part.to ? part.from : null, to: part.from && part.to ? part.to : null, evidence, draftedFrom: `proposal:${proposal.id}:${part.directorateId}` })
    if (made) await tell(tx, [id], 'made')
    drafted ||= made
  }
  const froms = proposal.parts.flatMap((part) => part.from ?? []).sort(), tos = proposal.parts.flatMap((part) => part.to ?? []).sort()
  if (drafted && froms[0] && tos.length) await noteAgreedDays(tx, found.id, { from: froms[0], to: tos.at(-1)! })
}
/** What is only to be read or answered needs nobody to go out. */
const toBeDone: readonly CaseKind[] = ['request', 'complaint', 'tip_off', 'emergency']
/** An emergency waits for no proposal: each directorate has its order at once. In the words of a tip-off may stand who told it. */
async function draftAtOnce(tx: Tx, found: CaseAtWork): Promise<void> {
  if (!toBeDone.includes(found.kind)) return
  const rows = await store.ordersOf(tx, found.id), evidence = await evidenceOf(tx, found)
  for (const task of found.tasks) {
    if ((task.status !== 'open' && task.status !== 'taken') || liveOf(rows, task.directorateId)) continue
    const id = newId<OrderId>()
    const made = await store.insertOrder(tx, { ...blank, ...ofCase(found), id, directorateId: task.directorateId, what: found.kind === 'tip_off' ? found.topic.tr : found.said, from: null, to: null, evidence, draftedFrom: `emergency:${found.id}:${task.directorateId}:${found.reopened}` })
    if (made) await tell(tx, [id], 'made')
  }
}
async function tell(tx: Tx, ids: readonly OrderId[], what: string, words?: string): Promise<void> {
  for (const id of ids) {
    const row = await store.orderById(tx, id)
    if (!row) continue
    await store.insertEvent(tx, { id: newId<ActId>(), orderId: id, what, words })
    await changed(tx, row)
  }
}

export async function onOpened(tx: Tx, { caseId, emergency }: Fact<'case.opened'>): Promise<void> {
  const found = emergency ? await caseAtWork(tx, caseId) : undefined
  if (found && !isEnded(found.status)) await draftAtOnce(tx, found)
}
/** Heard late or twice it does what the case needs now. */
export async function onMoved(tx: Tx, { caseId, move, moveId }: Fact<'case.moved'>): Promise<void> {
  const found = await caseAtWork(tx, caseId)
  if (!found) return
  const reason = `move:${move}`
  if (isEnded(found.status)) return tell(tx, await store.endBy(tx, caseId, moveId, 'all', reason), 'cancelled', reason)
  if (move === 'not_fixed' || move === 'reopen') await store.makePast(tx, caseId, moveId)
  // Gone to somebody else, or to be agreed anew.
  const without = found.tasks.filter((task) => !isActive(task.status) || (!found.emergency && ['open', 'taken', 'proposed'].includes(task.status))).map((task) => task.directorateId)
  if (without.length) await tell(tx, await store.endBy(tx, caseId, moveId, without, reason), 'cancelled', reason)
  if (found.status === 'planned' || found.status === 'in_progress') await draftAgreed(tx, found)
  if (found.emergency) await draftAtOnce(tx, (await caseAtWork(tx, caseId))!)
  if (found.status === 'planned' || found.status === 'in_progress') for (const task of found.tasks) await settlePart(tx, found, task.directorateId)
}

/** What this room keeps beside a move that was taken back, in the same transaction. */
export async function undone(tx: Tx, move: MoveRead): Promise<void> {
  await tell(tx, await store.bringBack(tx, move.id), 'brought_back')
  const rows = (await store.ordersOf(tx, move.caseId)).filter((row) => !row.past)
  if (move.move === 'agree' || move.move === 'agree_by_rule') return takeDraftsBack(tx, move.caseId, move.id)
  const own = rows.filter((row) => row.directorateId === move.directorateId)
  if (move.move === 'begin' || move.move === 'begin_at_once')
    for (const row of own.filter((one) => one.status === 'on_the_way' || one.status === 'started')) await back(tx, row, row.crewId ? 'assigned' : 'draft')
  // Left done, the part would be finished again by the next thing that happens.
  const last = own.filter((row) => row.status === 'done').sort((a, b) => (a.endedAt ?? '').localeCompare(b.endedAt ?? '')).at(-1)
  if (move.move === 'finish' && last) await back(tx, last, last.crewId ? 'started' : 'draft')
}
async function back(tx: Tx, row: store.OrderRow, status: 'assigned' | 'started' | 'draft'): Promise<void> {
  await store.setStatus(tx, row.id, status)
  await tell(tx, [row.id], 'taken_back')
}
async function takeDraftsBack(tx: Tx, caseId: CaseId, moveId: MoveId): Promise<void> {
  const ended = await store.endBy(tx, caseId, moveId, 'all', 'move:undone')
  await store.forgetDrafting(tx, ended)
  await tell(tx, ended, 'cancelled', 'move:undone')
}
