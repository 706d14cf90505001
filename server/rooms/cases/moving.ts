/** Directorates take a case up, give it back or pass it on; the desk sends it anew. Each says why, and all concerned read it. */
import { caseCan, type CaseId, type CaseStatus, taskCan } from '../../../contracts/cases.ts'
import type { Directorate, DirectorateId } from '../../../contracts/identity.ts'
import { done } from '../../../contracts/kit.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { Refusal } from '../../platform/refusal.ts'
import { promisedBy } from '../calendars/index.ts'
import { directoratesByIds } from '../identity/index.ts'
import { topicById } from '../routing/index.ts'
import { audienceOf } from './cases.ts'
import * as store from './store.ts'

type Done = typeof done
const active = (task: store.TaskRow) => task.status === 'open' || task.status === 'taken'

/** The case, held until the transaction ends, if this may be done to it now. */
export async function held(tx: Tx, caseId: CaseId, to: keyof typeof caseCan): Promise<store.CaseLocked> {
  const found = await store.lockCase(tx, caseId)
  if (!found) throw new Refusal('case.not_found')
  if (!caseCan[to].some((status) => status === found.status)) throw new Refusal('case.cannot', { number: found.number, status: found.status, to })
  return found
}

/** The case and my directorate's own task in it, if this may be done to both now. */
async function heldTask(tx: Tx, caseId: CaseId, to: keyof typeof taskCan, by: Actor) {
  const found = await held(tx, caseId, to)
  const tasks = await store.tasksOf(tx, caseId)
  const mine = tasks.find((task) => task.directorateId === by.directorateId)
  if (!mine || !taskCan[to].some((status) => status === mine.status))
    throw new Refusal('case.cannot', { number: found.number, status: found.status, to, task: mine?.status ?? null })
  return { found, tasks, mine }
}

const tell = (tx: Tx, found: store.CaseLocked, what: string, also: readonly DirectorateId[] = []) =>
  publish(tx, 'case.changed', { caseId: found.id, what }, audienceOf([...found.dirs, ...also]))
const nameOf = async (tx: Tx, id: DirectorateId): Promise<Directorate['name'] | null> => (await directoratesByIds(tx, [id]))[0]?.name ?? null

/** My directorate starts on it: under review from now on. */
export async function takeCase(tx: Tx, { caseId }: { caseId: CaseId }, by: Actor): Promise<Done> {
  const { found, mine } = await heldTask(tx, caseId, 'take', by)
  await store.takeTask(tx, caseId, mine.directorateId)
  await store.changeCase(tx, caseId, { ...found, status: 'under_review' })
  await store.addEntry(tx, caseId, { what: 'taken', facts: { directorate: await nameOf(tx, mine.directorateId) }, audience: 'citizen' })
  await tell(tx, found, 'taken')
  return done
}

/** Not ours: back to the desk. The case waits for the desk when its lead gives it back, or when nobody is left with it. */
export async function returnCase(tx: Tx, { caseId, reason }: { caseId: CaseId; reason: string }, by: Actor): Promise<Done> {
  const { found, tasks, mine } = await heldTask(tx, caseId, 'return', by)
  const others = tasks.filter((task) => task !== mine && active(task))
  const status = mine.part === 'lead' || others.length === 0 ? 'returned' : stateOf(others)
  await store.changeCase(tx, caseId, { ...found, status })
  await store.addEntry(tx, caseId, { what: 'returned', facts: { directorate: await nameOf(tx, mine.directorateId), reason } })
  await tell(tx, found, 'returned')
  // Last: a matter of one person leaves our sight with it.
  await store.setTasks(tx, caseId, [mine.directorateId], 'returned')
  return done
}

/** Our part of it goes to another directorate. What was promised to the citizen stays promised: the due time does not move. */
export async function passCase(tx: Tx, { caseId, to, reason }: { caseId: CaseId; to: DirectorateId; reason: string }, by: Actor): Promise<Done> {
  const { found, tasks, mine } = await heldTask(tx, caseId, 'pass', by)
  const [target] = await directoratesByIds(tx, [to])
  if (!target || target.retired) throw new Refusal('case.unknown_directorate', {}, 'to')
  if (to === mine.directorateId || tasks.some((task) => task.directorateId === to && active(task))) throw new Refusal('case.already_there', {}, 'to')
  const others = tasks.filter((task) => task !== mine && active(task))
  await store.putTasks(tx, caseId, [{ directorateId: to, part: mine.part, dueAt: mine.dueAt }])
  const status = found.status === 'returned' ? 'returned' : stateOf(others)
  await store.changeCase(tx, caseId, { ...found, status, leadId: mine.part === 'lead' ? to : found.leadId })
  await store.addEntry(tx, caseId, { what: 'passed', facts: { from: await nameOf(tx, mine.directorateId), to: target.name, reason } })
  await tell(tx, found, 'passed', [to])
  await store.setTasks(tx, caseId, [mine.directorateId], 'passed')
  return done
}

/** The desk sends it anew. Who has taken it up and stays goes on; who is left out is done with it. */
export async function routeCase(tx: Tx, given: { caseId: CaseId; lead: DirectorateId; supporting: DirectorateId[]; reason: string }, _by: Actor): Promise<Done> {
  const found = await held(tx, given.caseId, 'route')
  const ids = [...new Set([given.lead, ...given.supporting])]
  const to = await directoratesByIds(tx, ids)
  const unknown = ids.find((id) => !to.some((d) => d.id === id && !d.retired))
  if (unknown) throw new Refusal('case.unknown_directorate', {}, unknown === given.lead ? 'lead' : 'supporting')
  const tasks = await store.tasksOf(tx, found.id)
  const leftOut = tasks.filter((task) => task.status !== 'passed' && !ids.includes(task.directorateId)).map((task) => task.directorateId)
  const dueAt = found.dueAt ?? (await promised(tx, found, given.lead))
  await store.setTasks(tx, found.id, leftOut, 'passed')
  await store.putTasks(tx, found.id, ids.map((id) => ({ directorateId: id, part: id === given.lead ? 'lead' : 'supporting', dueAt })))
  await store.changeCase(tx, found.id, { status: stateOf(await store.tasksOf(tx, found.id)), leadId: given.lead, dueAt })
  const names = new Map(to.map((d) => [d.id, d.name]))
  await store.addEntry(tx, found.id, {
    what: 'routed', audience: 'citizen',
    facts: { lead: names.get(given.lead), supporting: ids.slice(1).map((id) => names.get(id)), dueAt: dueAt instanceof Date ? dueAt.toISOString() : dueAt, reason: given.reason },
  })
  await tell(tx, found, 'routed', ids)
  return done
}

const stateOf = (tasks: readonly store.TaskRow[]): CaseStatus => (tasks.some((task) => task.status === 'taken') ? 'under_review' : 'routed')

async function promised(tx: Tx, found: store.CaseLocked, lead: DirectorateId): Promise<Date | null> {
  const topic = await topicById(tx, found.topicId)
  return (topic && (await promisedBy(tx, lead, topic.promised, tx.now))) ?? null
}
