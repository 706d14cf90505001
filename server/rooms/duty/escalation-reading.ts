/** What the screens show of clocks and escalations, each for the eyes that look. */
import type { CaseId } from '../../../contracts/cases.ts'
import type { CaseClock, Escalation, EscalationId, LateList } from '../../../contracts/escalation.ts'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import { isEnded, turnOf } from '../../../contracts/moves.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { workingMinutesBetween } from '../calendars/index.ts'
import { caseSeen, dueChangesOf, pausesOf, tasksOf } from '../cases/index.ts'
import { directoratesByIds, staffByIds } from '../identity/index.ts'
import { promisedFor, topicById } from '../routing/index.ts'
import { mayHave } from './escalation.ts'
import * as store from './escalation.store.ts'

export async function caseClock(tx: Tx, { caseId }: { caseId: CaseId }, by: Actor): Promise<CaseClock> {
  const found = await caseSeen(tx, caseId)
  if (!found) throw new Refusal('case.not_found')
  const topic = await topicById(tx, found.topicId)
  const promised = topic ? promisedFor(topic, found.kind) : null
  const unit = promised?.unit ?? 'straight'
  const pauses = await pausesOf(tx, caseId), changes = await dueChangesOf(tx, caseId)
  const people = await names(tx, [...pauses, ...changes].map((one) => one.by))
  const ended = isEnded(found.status)
  const from = found.waits ? new Date(found.waits.since) : tx.now
  return {
    promised, dueAt: found.dueAt, ended, unit, left: found.dueAt && !ended ? await minutesUntil(tx, found.leadId, unit, from, new Date(found.dueAt)) : null, waits: found.waits,
    pauses: pauses.map(({ since, endedAt, waitsFor, reason, until, by: whose }) => ({ since, endedAt, waitsFor, reason, until, by: people.get(whose) ?? null })),
    changes: changes.map(({ name, by: whose, ...change }) => ({ ...change, day: name, by: people.get(whose) ?? null })),
    escalations: await shown(tx, await store.escalationsOf(tx, caseId), by),
  }
}
/** Negative when it is over. */
async function minutesUntil(tx: Tx, leadId: DirectorateId | null, unit: 'working' | 'straight', from: Date, dueAt: Date): Promise<number> {
  const straight = Math.round((dueAt.getTime() - from.getTime()) / 60_000)
  if (unit === 'straight') return straight
  const between = straight < 0 ? await workingMinutesBetween(tx, leadId, dueAt, from) : await workingMinutesBetween(tx, leadId, from, dueAt)
  return between === undefined ? straight : Math.round(straight < 0 ? 0 - between : between)
}

const uuid = /^[0-9a-f-]{36}$/
async function names(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const people = await staffByIds(tx, ids.filter((id) => uuid.test(id)) as StaffId[])
  return new Map([...people].map(([id, person]) => [id as string, person.name]))
}
async function shown(tx: Tx, rows: readonly store.EscalationRow[], by: Actor): Promise<Escalation[]> {
  const told = await store.toldOf(tx, rows.map((row) => row.id as EscalationId))
  const people = await names(tx, rows.flatMap((row) => [...(told.get(row.id)?.staffIds ?? []), row.acknowledgedBy ?? '']))
  const directorates = new Map((await directoratesByIds(tx, rows.flatMap((row) => row.directorateId ?? []))).map((d) => [d.id, d.name]))
  return rows.map(({ id, at, when, amount, late, whom, directorateId, acknowledgedAt, acknowledgedBy, quietUntil, note, over }) => ({
    id, at, when, amount, late, whom, over, directorate: (directorateId && directorates.get(directorateId)) || null,
    to: (told.get(id)?.staffIds ?? []).flatMap((one) => people.get(one) ?? []), mine: told.get(id)?.staffIds.includes(by.id) ?? false,
    mayHave: by.may.has('page.answer') && !over && !acknowledgedAt && mayHave({ directorateId }, told.get(id)?.staffIds ?? [], by), phone: told.get(id)?.phone ?? null,
    acknowledged: acknowledgedAt && quietUntil ? { by: (acknowledgedBy && people.get(acknowledgedBy)) || '', at: acknowledgedAt, note, quietUntil } : null,
  })).reverse()
}

const most = 200
export async function lateCases(tx: Tx, { show, directorateId }: { show: 'late' | 'warned'; directorateId?: DirectorateId | undefined }, by: Actor): Promise<LateList> {
  const rows = await store.lateCases(tx, show, directorateId, most)
  const escalations = Map.groupBy(await store.escalationsOfCases(tx, rows.map((row) => row.id)), (one) => one.caseId)
  const leads = new Map((await directoratesByIds(tx, rows.flatMap((row) => row.leadId ?? []))).map((d) => [d.id, d.name]))
  const list: LateList['rows'] = []
  for (const { leadId, ...row } of rows) {
    const task = (await tasksOf(tx, row.id)).find((one) => one.directorateId === leadId)
    const inHand = await names(tx, [task?.assignedTo ?? task?.takenBy ?? ''])
    list.push({
      ...row, lead: (leadId && leads.get(leadId)) || null, turn: turnOf(row.status), inHand: [...inHand.values()],
      escalations: await shown(tx, (escalations.get(row.id) ?? []).filter((one) => !one.over), by),
    })
  }
  return { rows: list, counts: await store.lateCounts(tx, directorateId) }
}
