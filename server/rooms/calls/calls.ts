/** The 153 line: every call as one row, who is at the desk, and what a call that nobody answered is owed. */
import type { Call, CallerCard } from '../../../contracts/calls.ts'
import type { CallId } from '../../../contracts/call-id.ts'
import type { CaseId } from '../../../contracts/cases.ts'
import { isEnded } from '../../../contracts/moves.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { Refusal } from '../../platform/refusal.ts'
import { caseExists, casesOfCalls, casesOfCaller, noteCallAbout, openCasesOfPlaces } from '../cases/index.ts'
import { citizensByIds, findByPhone, normalisePhone } from '../citizens/index.ts'
import { caseOfTask, createCallTask, noteCalled, openTasksFor } from '../contact/index.ts'
import { municipality, staffByIds } from '../identity/index.ts'
import { aboutOf, lost, owed, readCall, type ReadCall } from './ledger.ts'
import * as store from './store.ts'
import type { CallRecord, Position } from './switch.ts'

/** Writes what the switch recorded, and reads anew each call it speaks of. Doing it twice changes nothing. */
export async function keepRecords(tx: Tx, records: readonly CallRecord[], reached: Position): Promise<void> {
  await store.position(tx) // one keeper at a time
  await store.insertRecords(tx, records)
  for (const callId of new Set(records.map((r) => r.callId))) {
    const all = await store.recordsOf(tx, callId)
    const call = readCall(all)
    if (call) await put(tx, call)
    if (call?.direction === 'out' && call.answeredAt) await noteAbout(tx, call.id as CallId, aboutOf(all))
  }
  await store.setPosition(tx, reached)
}
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** A call of ours about a case stands on it, from the moment somebody answers. What a telephone says it is about may be anything. */
async function noteAbout(tx: Tx, callId: CallId, about: { caseId: string; taskId: string }): Promise<void> {
  const given = uuid.test(about.caseId) && (await caseExists(tx, about.caseId as CaseId)) ? (about.caseId as CaseId) : undefined
  const caseId = given ?? (uuid.test(about.taskId) ? await caseOfTask(tx, about.taskId) : undefined)
  if (caseId && (await noteCallAbout(tx, caseId, callId))) await noteCalled(tx, caseId, callId)
}

async function put(tx: Tx, call: ReadCall): Promise<void> {
  const { country } = await municipality(tx)
  const kept = { ...call, from: call.from && (normalisePhone(call.from, country) ?? call.from), dialled: normalisePhone(call.dialled, country) ?? call.dialled }
  if (!(await store.putCall(tx, kept))) return
  await publish(tx, 'call.changed', { callId: call.id as CallId }, ['desk'])
  const debt = kept.endedAt ? owed(kept) : undefined
  if (debt && (await store.claimTask(tx, call.id)))
    await createCallTask(tx, { reason: debt, phone: kept.from, callId: call.id as CallId, recorded: kept.message !== null, emergency: kept.emergency })
}

/**
 * After the switch itself died: its calls are over, and nothing will say how. A call it does not know of now may as well
 * have ended like any other, with the record of that on its way: only what was missed at the look before, too, is lost.
 * @param live the calls the switch knows of now @param missed what the look before answered
 * @returns the calls that are missed now
 */
export async function closeLost(tx: Tx, live: ReadonlySet<string>, missed: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const gone = (await store.liveCalls(tx)).filter(({ id, lastSeen }) => !live.has(id) && tx.now.getTime() - new Date(lastSeen).getTime() >= 5000)
  for (const { id, lastSeen } of gone) {
    const call = missed.has(id) ? readCall(await store.recordsOf(tx, id)) : undefined
    if (call && !call.endedAt) await put(tx, lost(call, new Date(lastSeen)))
  }
  return new Set(gone.map((call) => call.id))
}

export async function shown(tx: Tx, rows: readonly store.CallRow[]): Promise<Call[]> {
  const staff = await staffByIds(tx, rows.flatMap((r) => r.staffId ?? []))
  const citizens = new Map((await citizensByIds(tx, rows.flatMap((r) => r.citizenId ?? []))).map((c) => [c.id, c.name]))
  const cases = await casesOfCalls(tx, rows.map((r) => r.id))
  return rows.map((r) => ({
    id: r.id, direction: r.direction, from: r.from, dialled: r.dialled, line: r.lineTr !== null && r.lineEn !== null ? { tr: r.lineTr, en: r.lineEn } : null, queue: r.queue,
    arrivedAt: r.arrivedAt, queuedAt: r.queuedAt, rangAt: r.rangAt, answeredAt: r.answeredAt, endedAt: r.endedAt,
    staffId: r.staffId, staffName: (r.staffId && staff.get(r.staffId)?.name) ?? null, result: r.result, hungUpBy: r.hungUpBy, emergency: r.emergency,
    recorded: r.recording !== null || r.message !== null, citizenId: r.citizenId, citizenName: (r.citizenId && citizens.get(r.citizenId)) ?? null,
    cases: cases.filter((c) => c.callId === r.id).map(({ id, number }) => ({ id, number })),
    wrapUp: r.code !== null && r.codeTr !== null && r.codeEn !== null ? { code: r.code, name: { tr: r.codeTr, en: r.codeEn }, topicId: r.topicId, note: r.note } : null,
  }))
}

/** Everything an operator should see at the first ring. `phone` as the browser heard it; the call's own number if it did not. */
export async function callerCard(tx: Tx, asked: { phone?: string; callId?: string; dialled?: string }): Promise<CallerCard> {
  const call = asked.callId ? await store.callById(tx, asked.callId) : undefined
  const { country } = await municipality(tx)
  const phone = normalisePhone(asked.phone ?? call?.from ?? '', country) ?? null
  const dialled = asked.dialled ?? call?.dialled
  const line = dialled ? await store.lineOf(tx, normalisePhone(dialled, country) ?? dialled) : undefined
  const common = { phone, line: line?.name ?? null, directorateId: line?.directorateId ?? null }
  if (!phone) return { ...common, language: line?.language ?? 'tr', people: [], cases: [], placeCases: [], promises: [], tasks: [], callsBefore: 0 }
  const people = await findByPhone(tx, phone)
  const cases = await casesOfCaller(tx, people.map((p) => p.id), 5)
  return {
    ...common, people, language: people[0]?.language ?? line?.language ?? 'tr', cases,
    placeCases: await openCasesOfPlaces(tx, people.flatMap((p) => p.muhtarOf.map((place) => place.id)), cases.map((c) => c.id), 10),
    promises: cases.flatMap((c) => (c.dueAt && !isEnded(c.status) ? [{ caseId: c.id, number: c.number, dueAt: c.dueAt, late: c.late }] : [])),
    tasks: await openTasksFor(tx, phone), callsBefore: await store.callsBefore(tx, phone),
  }
}

/** What came of a call that opened no case. */
export async function wrapUp(tx: Tx, given: { callId: string; code: string; topicId?: string; note?: string }, by: Actor): Promise<void> {
  const call = await store.callById(tx, given.callId)
  if (!call) throw new Refusal('call.not_found')
  if (call.staffId !== null && call.staffId !== by.id) throw new Refusal('call.not_yours')
  const code = (await store.wrapUpCodes(tx)).find((c) => c.code === given.code)
  if (!code) throw new Refusal('call.unknown_code', {}, 'code')
  if (code.answers && !given.topicId) throw new Refusal('call.topic_needed', {}, 'topicId')
  await store.putWrapUp(tx, { callId: given.callId, code: given.code, topicId: given.topicId ?? null, note: given.note ?? null, by: by.id })
  await publish(tx, 'call.changed', { callId: given.callId as CallId }, ['desk'])
}
