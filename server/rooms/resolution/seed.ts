/** Brings cases of the demonstration along the loop, by the same doors and with the hands of its own people. */
import type { CaseId } from '../../../contracts/cases.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import { isActive } from '../../../contracts/moves.ts'
import { permissionsOf, type Role, scopeOf } from '../../../contracts/permissions.ts'
import type { ActId } from '../../../contracts/work.ts'
import type { LoopRow, Stage } from '../../demo/loop.ts'
import { type Actor, system } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { civil, nextDay } from '../calendars/index.ts'
import { makeMove, newestMove, seededCase, tasksOf } from '../cases/index.ts'
import { municipality, peopleHere } from '../identity/index.ts'
import { answerProposal, beginTalk } from './agreement.ts'
import { approveProposal } from './approvals.ts'
import { crews } from './crews.ts'
import { currentProposal, proposePart, submitProposal } from './proposals.ts'
import { cancelOrder, changeOrder, orders } from './work.ts'
import { act, finishPart } from './work-acts.ts'
import { onMoved } from './work-moves.ts'

const stages: readonly Stage[] = ['approval', 'talk', 'planned', 'work', 'confirmation']
const later = (stage: Stage, than: Stage) => stages.indexOf(stage) > stages.indexOf(than)

/** A case that has gone on already stays where it is: set-up may run again. */
export async function seedLoop(db: Db, rows: readonly LoopRow[]): Promise<void> {
  const people = await db.transaction(system('set-up'), peopleHere)
  const somebody = (role: Role, directorateId: DirectorateId | null): Actor => {
    const found = people.find((one) => one.roles.includes(role) && (directorateId === null || one.directorateId === directorateId))
    if (!found) throw new Error(`nobody is ${role}`)
    return { id: found.id, may: permissionsOf(found.roles), scope: scopeOf(found.roles), directorateId: found.directorateId }
  }
  for (const row of rows) await alongTheLoop(db, row, somebody)
}
type Somebody = (role: Role, directorateId: DirectorateId | null) => Actor

async function alongTheLoop(db: Db, row: LoopRow, somebody: Somebody): Promise<void> {
  const caseId = seededCase(row.past)
  const as = <T>(by: Actor, work: (tx: Tx) => Promise<T>) => db.transaction(by, work)
  const begun = await as(system('set-up'), (tx) => newestMove(tx, caseId))
  if (begun) return
  const parts = (await as(system('set-up'), (tx) => tasksOf(tx, caseId))).filter((task) => isActive(task.status))
  const days = await as(system('set-up'), daysAhead)
  for (const [i, { directorateId }] of parts.entries()) {
    const by = somebody('officer', directorateId), { what, byWhom, cost } = row.parts[i] ?? row.parts.at(-1)!
    await as(by, (tx) => proposePart(tx, { caseId, id: newId(), source: { words: row.source }, part: { kind: 'solution', what, byWhom, ...days, costClass: cost, citizenMust: null, alternatives: null, entersPrivate: false, costsCitizen: false } }, by))
  }
  const lead = somebody('officer', parts.find((task) => task.part === 'lead')!.directorateId)
  const proposal = async () => (await as(system('set-up'), (tx) => currentProposal(tx, caseId)))!
  const joined = await proposal()
  if (joined.status === 'proposed') await as(lead, (tx) => submitProposal(tx, { caseId, id: newId(), plain: { tr: row.plain, en: null }, revision: joined.revision }, lead))
  if (!later(row.stage, 'approval')) return
  for (const { directorateId } of parts) {
    const director = somebody('director', directorateId), { id, revision } = await proposal()
    await as(director, (tx) => approveProposal(tx, { proposalId: id, id: newId(), revision }, director))
  }
  await as(system('set-up'), async (tx) => beginTalk(tx, { caseId, proposalId: (await proposal()).id }))
  if (!later(row.stage, 'talk')) return
  const operator = somebody('operator', null)
  await as(operator, (tx) => answerProposal(tx, { caseId, answer: 'agreed', how: 'counter', by: operator }))
  await as(system('set-up'), async (tx) => { const move = (await newestMove(tx, caseId))!; await onMoved(tx, { caseId, move: move.move, moveId: move.id, from: move.from, to: move.to }) })
  if (later(row.stage, 'planned')) for (const { directorateId } of parts) await work(db, caseId, somebody('officer', directorateId), row.stage === 'confirmation')
}

/** With a crew where the directorate has one; else by hand. */
async function work(db: Db, caseId: CaseId, by: Actor, done: boolean): Promise<void> {
  const mine = { directorateId: by.directorateId }
  await db.transaction(by, async (tx) => {
    const [crew] = await crews(tx, {}, by)
    for (const order of (await orders(tx, { caseId, status: undefined }, by)).filter((one) => one.directorateId === by.directorateId)) {
      if (crew) await changeOrder(tx, { orderId: order.id, version: order.version, what: order.what, from: order.from, to: order.to, notes: order.notes, contact: order.contact, crewId: crew.id }, by)
      if (crew) await act(tx, { orderId: order.id, id: newId<ActId>(), act: 'started' }, mine)
      if (crew && done) await act(tx, { orderId: order.id, id: newId<ActId>(), act: 'done' }, mine)
      if (!crew && done) await cancelOrder(tx, { orderId: order.id, reason: 'Müdürlüğün kendi çalışanları yaptı.' }, by)
    }
    if (crew || !done) return
    await makeMove(tx, { caseId, move: 'begin', directorateId: by.directorateId as DirectorateId })
    await finishPart(tx, { caseId }, by)
  })
}
async function daysAhead(tx: Tx): Promise<{ from: string; to: string }> {
  const { zone } = await municipality(tx)
  const from = nextDay(civil(tx.now, zone).day)
  return { from, to: nextDay(from) }
}
