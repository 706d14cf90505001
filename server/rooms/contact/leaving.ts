/** Somebody left: the calls she had taken on are a colleague's now. */
import type { StaffId } from '../../../contracts/identity.ts'
import type { Uses } from '../../../contracts/settings.ts'
import type { Tx } from '../../platform/db.ts'
import * as store from './leaving.store.ts'
import { changed } from './tasks.ts'

export const inHand = async (tx: Tx, staffId: string): Promise<Uses> => ({ callTasks: await store.inHandOf(tx, staffId) })

export async function handOn(tx: Tx, { staffId, to }: { staffId: StaffId; to: StaffId | null }): Promise<void> {
  for (const taskId of await store.handTasks(tx, staffId, to)) await changed(tx, taskId)
}
