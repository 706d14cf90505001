/** Calls we owe: whoever waits for one stands here until somebody has reached them. */
import type { CallId } from '../../../contracts/call-id.ts'
import type { CitizenId } from '../../../contracts/citizens.ts'
import type { CallTask, CallTaskId, CallTaskResult } from '../../../contracts/contact.ts'
import type { StaffId } from '../../../contracts/identity.ts'
import { done } from '../../../contracts/kit.ts'
import type { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { Refusal } from '../../platform/refusal.ts'
import { staffByIds } from '../identity/index.ts'
import { settle } from './settling.ts'
import * as store from './store.ts'

/** A task taken and forgotten, by a browser that was closed say, is free for others after this long. */
const holdMinutes = 15

export type Owed = { reason: CallTask['reason']; phone: string | null; callId: CallId | null; recorded: boolean; emergency: boolean; name?: string | null }
/**
 * Somebody waits for a call. One open task for a number and a reason: asked for again, it counts; the same call told twice
 * changes nothing, even when the task is long done.
 */
export async function createCallTask(tx: Tx, owed: Owed): Promise<CallTaskId> {
  const there = owed.callId ? await store.taskOfCall(tx, owed.reason, owed.callId) : undefined
  if (there) return there
  const id = await store.putTask(tx, { ...owed, name: owed.name ?? null, caseId: null, caseNumber: null })
  await changed(tx, id!)
  return id!
}
export const changed = (tx: Tx, taskId: CallTaskId) => publish(tx, 'task.changed', { taskId }, ['desk'])

export const callTasks = async (tx: Tx, { status }: { status: 'open' | 'done' }): Promise<CallTask[]> => shown(tx, await store.tasks(tx, { status }))
export const openTasksFor = async (tx: Tx, phone: string): Promise<CallTask[]> => shown(tx, await store.tasks(tx, { status: 'open', phone }))
export const openTaskCount = (tx: Tx): Promise<number> => store.openTasks(tx)

async function shown(tx: Tx, rows: readonly store.TaskRow[]): Promise<CallTask[]> {
  const people = await staffByIds(tx, rows.flatMap((row) => [row.takenBy, row.forStaff].flatMap((id) => (id ?? []) as StaffId)))
  const person = (id: string | null) => { const found = id ? people.get(id as StaffId) : undefined; return found ? { id: found.id, name: found.name } : null }
  return rows.map((row) => ({
    id: row.id, reason: row.reason, phone: row.phone, name: row.name, at: row.at, callId: row.callId, recorded: row.recorded, caseId: row.caseId, caseNumber: row.caseNumber,
    status: row.status, takenBy: person(row.takenBy), times: row.times, result: row.result, emergency: row.emergency, words: row.words ?? [], wrote: row.wrote ?? [],
    directorateId: row.directorateId, forStaff: person(row.forStaff), wakesAt: row.wakesAt,
  }))
}

async function heldTask(tx: Tx, id: CallTaskId): Promise<store.TaskRow> {
  const found = await store.lockTask(tx, id)
  if (!found) throw new Refusal('task.not_found')
  if (found.status === 'done') throw new Refusal('task.done')
  return found
}
export async function takeCallTask(tx: Tx, { taskId }: { taskId: CallTaskId }, by: Actor): Promise<typeof done> {
  const found = await heldTask(tx, taskId)
  const held = found.takenAt !== null && tx.now.getTime() - Date.parse(found.takenAt) < holdMinutes * 60_000
  if (found.status === 'taken' && found.takenBy !== by.id && held) throw new Refusal('task.taken')
  await store.takeTask(tx, taskId)
  await changed(tx, taskId)
  return done
}
export type Finish = { taskId: CallTaskId; result: z.infer<typeof CallTaskResult>; note?: string | undefined; citizenId?: CitizenId | undefined }
/** Not reached: the try is kept and the task stays open for the next one. What there was to say has been said, or waits for another number. */
export async function finishCallTask(tx: Tx, { taskId, result, note, citizenId }: Finish, _by: Actor): Promise<typeof done> {
  const task = await heldTask(tx, taskId)
  // Her answer moves the case; that is recorded where the plan stands.
  if (task.reason === 'agree') throw new Refusal('task.agree')
  if (result !== 'not_reached') await settle(tx, task, result, note)
  await store.finishTask(tx, { id: taskId, result, note: note ?? null, citizenId: citizenId ?? null, done: result !== 'not_reached' })
  await changed(tx, taskId)
  return done
}
