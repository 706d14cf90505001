/** Somebody left: she is rung no more, and her telephone's password opens nothing. */
import { randomBytes } from 'node:crypto'
import type { StaffId } from '../../../contracts/identity.ts'
import { system } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import * as store from './leaving.store.ts'
import type { Switch } from './switch.ts'

export async function leaveSeat(tx: Tx, { staffId }: { staffId: StaffId }): Promise<void> {
  if (await store.closeSeat(tx, staffId)) await publish(tx, 'presence.changed', { staffId }, ['desk'])
}

/** Gives such seats a password that nobody knows. Run again and again by the line, so that a switch that was away is told later. */
export async function closeSeats(db: Db, sw: Pick<Switch, 'openSeat'>): Promise<void> {
  const by = system('line')
  for (const { seat, name } of await db.transaction(by, store.closingSeats)) {
    await sw.openSeat(seat, randomBytes(18).toString('base64url'), name)
    await db.transaction(by, (tx) => store.seatClosed(tx, seat))
  }
}
