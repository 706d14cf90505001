/** Somebody leaves: her open work goes to a colleague, her name stays where she acted. */
import type { Colleague, OpenWork, Staff, StaffId } from '../../../contracts/identity.ts'
import { type Permission, permissionsOf } from '../../../contracts/permissions.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { Refusal } from '../../platform/refusal.ts'
import { change } from '../../platform/settings.ts'
import { colleagues, oneStaff } from './identity.ts'
import * as people from './people.store.ts'
import { giveUpDuties, leavingStaff } from './settings.ts'

/** How much of what a person has in hand, over all rooms; the desk gives it, since this room asks none above it. */
export type InHand = (tx: Tx, staffId: StaffId) => Promise<OpenWork>
/** What a citizen waits for: somebody must take it. Duties and turns on call just end. */
const waitedFor = ['caseTasks', 'callTasks', 'drafts']
const needsSomebody = (work: OpenWork): boolean => waitedFor.some((what) => (work[what] ?? 0) > 0)

export function leavingWith(inHand: InHand) {
  async function openWorkOf(tx: Tx, { staffId }: { staffId: StaffId }): Promise<{ work: OpenWork; handOver: boolean; to: Colleague[] }> {
    const person = await oneStaff(tx, staffId)
    if (!person) throw new Refusal('identity.not_found')
    const work = await inHand(tx, staffId)
    const to = (await colleagues(tx, { ...(person.directorateId && { directorateId: person.directorateId }), most: 1000 })).filter((other) => mayTakeOver(person, other))
    return { work, handOver: needsSomebody(work), to }
  }

  async function leaveStaff(tx: Tx, { staffId, handOverTo: to }: { staffId: StaffId; handOverTo: StaffId | null }): Promise<Staff> {
    const person = await oneStaff(tx, staffId)
    if (!person) throw new Refusal('identity.not_found')
    if (person.left) throw new Refusal('identity.has_left')
    const heir = to ? await oneStaff(tx, to) : undefined
    if (to && (!heir || heir.left || !mayTakeOver(person, heir))) throw new Refusal('identity.hand_over_wrong', {}, 'handOverTo')
    const work = await inHand(tx, staffId)
    if (!to && needsSomebody(work)) throw new Refusal('identity.hand_over_needed', work, 'handOverTo')
    if (heir?.roles.includes('director')) await giveUpDuties(tx, staffId, heir.id)
    const { id, invitedUntil: _waiting, ...value } = person
    await change(tx, leavingStaff, { id, version: undefined, value: { ...value, left: true } })
    await people.endInvite(tx, staffId)
    await publish(tx, 'staff.left', { staffId, to }, ['desk'])
    return (await oneStaff(tx, staffId))!
  }
  return { openWorkOf, leaveStaff }
}

/** Who works in the same place and may do the same work. */
function mayTakeOver(of: Colleague, other: Colleague): boolean {
  const work: Permission[] = ['case.take', 'call.take']
  const [has, can] = [permissionsOf(of.roles), permissionsOf(other.roles)]
  return other.id !== of.id && other.directorateId === of.directorateId && work.every((part) => !has.has(part) || can.has(part)) && work.some((part) => can.has(part))
}
