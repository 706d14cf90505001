/** What the crew's telephone keeps: who works with it, her orders, and everything that has not been sent. It survives whatever closes the browser. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { CrewOrder } from '../../../../contracts/work.ts'
import { type ActItem, afterSent, type PhotoItem, type Waiting } from './crew-day.ts'

export type Holder = { id: string; name: string; zone: string }
export type Kept = { holder: Holder; orders: CrewOrder[]; at: string }
interface Tables extends DBSchema {
  kept: { key: 'day'; value: Kept }
  outbox: { key: number; value: (ActItem | PhotoItem) & { seq?: number }; indexes: { id: string } }
}
export type CrewStore = {
  day(): Promise<Kept | undefined>
  /** Another person's orders do not stay on the telephone; what she has not sent does, until she signs in again. */
  keep(kept: Kept): Promise<void>
  forgetDay(): Promise<void>
  waiting(staffId: string): Promise<Waiting[]>
  add(item: ActItem | PhotoItem): Promise<void>
  /** It has arrived: off the list, and onto the order it belongs to, or neither. */
  sent(item: Waiting, status: CrewOrder['status']): Promise<void>
  mark(item: Waiting, as: Pick<Waiting, 'state' | 'because' | 'code'>): Promise<void>
  drop(seq: number): Promise<void>
  close(): void
}

export async function openCrewStore(name = 'akmasa-crew'): Promise<CrewStore> {
  const db: IDBPDatabase<Tables> = await openDB<Tables>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('kept')
      fresh.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true }).createIndex('id', 'id', { unique: true })
    },
  })
  return {
    day: () => db.get('kept', 'day'),
    keep: async (kept) => void (await db.put('kept', kept, 'day')),
    forgetDay: async () => void (await db.delete('kept', 'day')),
    waiting: async (staffId) => ((await db.getAll('outbox')) as Waiting[]).filter((item) => item.staffId === staffId),
    add: async (item) => void (await db.add('outbox', item)),
    async sent(item, status) {
      const tx = db.transaction(['kept', 'outbox'], 'readwrite'), kept = await tx.objectStore('kept').get('day')
      if (kept) await tx.objectStore('kept').put({ ...kept, orders: kept.orders.map((order) => (order.id === item.orderId ? afterSent(order, item, { status }) : order)) }, 'day')
      await tx.objectStore('outbox').delete(item.seq)
      await tx.done
    },
    // What arrived too late lies at the desk: its bytes need not stay.
    mark: async (item, as) => void (await db.put('outbox', { ...item, ...as, ...(item.kind === 'photo' && as.state === 'late' ? { bytes: null } : {}) } as Waiting)),
    drop: (seq) => db.delete('outbox', seq),
    close: () => db.close(),
  }
}
