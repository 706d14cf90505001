/** Who owes the next step of a case, and whom a warning reaches. */
import type { EscalatedTo, EscalationStep } from '../../../contracts/escalation.ts'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import { isEnded, turnOf } from '../../../contracts/moves.ts'
import type { Role } from '../../../contracts/permissions.ts'
import type { Topic } from '../../../contracts/routing.ts'
import type { Tx } from '../../platform/db.ts'
import { civil } from '../calendars/index.ts'
import type { HeldCase } from '../cases/index.ts'
import { type Here, leaders, municipality, peopleHere } from '../identity/index.ts'
import * as store from './escalation.store.ts'

/** One part of a case that somebody owes now; without a directorate it is the desk's. */
export type Owed = { directorateId: DirectorateId | null; dueAt: string; /** Who has it in hand, the nearest first. */ inHand: string[]; /** Its director is asked, and nobody else. */ decides: boolean }
/** Empty while nobody of us owes anything: it has ended, waits, or the citizen has the word. */
export function owed(found: HeldCase, topic: Pick<Topic, 'loop'> | undefined): Owed[] {
  const { status, dueAt, leadId } = found
  if (!dueAt || isEnded(status) || found.waitsFor || status === 'resolved') return []
  const turn = turnOf(status)
  if (turn === 'citizen' || turn === 'nobody') return []
  const lead = found.tasks.find((task) => task.directorateId === leadId)
  const part = (task: HeldCase['tasks'][number], decides = false): Owed => ({ directorateId: task.directorateId, dueAt: task.dueAt ?? dueAt, inHand: [task.assignedTo, task.takenBy].flatMap((id) => id ?? []), decides })
  if (turn === 'us') return lead && status === 'discussing' && topic?.loop.discussedBy === 'directorate' ? [part(lead)] : [{ directorateId: null, dueAt, inHand: [], decides: false }]
  if (turn === 'director') return lead ? [part(lead, true)] : []
  const working = found.tasks.filter((task) => ['open', 'taken', 'ready', 'working'].includes(task.status))
  return working.length ? working.map((task) => part(task)) : lead ? [part(lead)] : []
}

export type Reached = { whom: EscalatedTo; staffIds: StaffId[] }
/** So many are enough to be told that something lies with all of them. */
const most = 20
/**
 * Upwards until somebody is there who is not away: who has it in hand, the directorate's officers, its director or deputy,
 * the deputy mayor, the supervisors.
 */
export async function reached(tx: Tx, part: Owed, step: Pick<EscalationStep, 'whom'>): Promise<Reached> {
  const all = await peopleHere(tx), away = await store.awayOn(tx, civil(tx.now, (await municipality(tx)).zone).day)
  const here = all.filter((one) => !away.has(one.id))
  const to = (whom: EscalatedTo, people: readonly Here[]): Reached | undefined => (people.length ? { whom, staffIds: people.slice(0, most).map((one) => one.id) } : undefined)
  const withRole = (role: Role, people = here) => people.filter((one) => one.roles.includes(role))
  // All of them away: any, rather than nobody.
  const supervisors = to('supervisor', withRole('supervisor')) ?? to('supervisor', withRole('supervisor', all)) ?? { whom: 'nobody', staffIds: [] }
  const office = (id?: StaffId | null) => to('deputy_mayor', here.filter((one) => one.id === id)) ?? to('deputy_mayor', withRole('deputy_mayor'))
  if (!part.directorateId) return (step.whom === 'deputy_mayor' && office()) || supervisors
  const heads = (await leaders(tx)).find((one) => one.directorateId === part.directorateId)
  const theirs = here.filter((one) => one.directorateId === part.directorateId)
  const named = (id: string | null | undefined) => theirs.filter((one) => one.id === id)
  const director = () => to('director', named(heads?.directorId)) ?? to('director', named(heads?.deputyId)) ?? to('director', withRole('director', theirs))
  const inHand = () => part.inHand.map((id) => to('in_hand', named(id))).find((one) => one) ?? to('in_hand', withRole('officer', theirs))
  const members = all.some((one) => one.directorateId === part.directorateId)
  const above = () => (members ? office(heads?.deputyMayorId) : undefined) ?? supervisors
  if (step.whom === 'deputy_mayor') return office(heads?.deputyMayorId) ?? supervisors
  if (step.whom === 'director' || part.decides) return director() ?? above()
  return inHand() ?? director() ?? above()
}
