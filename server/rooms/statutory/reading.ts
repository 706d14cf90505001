/** What the screens show: the register, one request, and the marks beside cases; each for the eyes that look. */
import type { CaseId } from '../../../contracts/cases.ts'
import { foldedWords } from '../../../contracts/fold.ts'
import type { StaffId } from '../../../contracts/identity.ts'
import type { Level, StatutoryList, StatutoryMark, StatutoryPage, StatutoryQuery, StatutoryRow, Statute, StepId } from '../../../contracts/statutory.ts'
import type { Tx } from '../../platform/db.ts'
import { directoratesByIds, staffByIds } from '../identity/index.ts'
import { leftOf, plusDays } from './clock.ts'
import { counted, termOf, todayOf } from './statutory.ts'
import * as store from './store.ts'

/** How near the last day is. */
export function levelOf(r: Pick<store.Held, 'state' | 'dueOn'>, left: number, today: string, rules: Pick<store.Rules, 'warnEarly' | 'warnNear' | 'warnLast'>): Level {
  if (r.state === 'waits_payment') return 'stopped'
  if (r.state !== 'open' || r.dueOn === null) return 'ended'
  if (r.dueOn < today) return 'overdue'
  return left <= rules.warnLast ? 'last' : left <= rules.warnNear ? 'near' : left <= rules.warnEarly ? 'early' : 'calm'
}
function markOf(r: store.Held, today: string, rules: store.Rules): StatutoryMark {
  const left = leftOf(r.workDays, r.dueOn, today)
  return { caseId: r.caseId, number: r.number, statute: r.statute, state: r.state, dueOn: r.dueOn, left, level: levelOf(r, left, today, rules) }
}
const isLate = (r: Pick<store.Held, 'endedOn' | 'dueOn'>): boolean => r.endedOn !== null && r.dueOn !== null && r.endedOn > r.dueOn

async function shown(tx: Tx, rows: readonly store.ListRow[], today: string, rules: store.Rules): Promise<StatutoryRow[]> {
  const names = new Map((await directoratesByIds(tx, rows.flatMap((r) => r.leadId ?? []))).map((d) => [d.id, d.name]))
  return rows.map((r) => ({
    ...markOf(r, today, rules), id: r.caseId, subject: r.subject, name: r.name, receivedOn: r.receivedOn, endedOn: r.endedOn, late: isLate(r), caseNumber: r.caseNumber, caseStatus: r.caseStatus, topic: r.topic,
    place: r.place, lead: (r.leadId && names.get(r.leadId)) || null,
  }))
}

const pageLength = 100
export async function list(tx: Tx, { after, q, ...query }: StatutoryQuery): Promise<StatutoryList> {
  const today = await todayOf(tx), rules = await store.rules(tx)
  const found = await store.requests(tx, { ...query, today, words: foldedWords(q ?? '').slice(0, 8), after: cursor(after), limit: pageLength + 1 })
  const rows = found.slice(0, pageLength), last = found.length > pageLength ? rows.at(-1) : undefined
  const day = last && (query.show === 'open' ? (last.dueOn ?? '9999-12-31') : last.receivedOn)
  return { rows: await shown(tx, rows, today, rules), next: last ? `${day}_${last.caseId}` : null, counts: await store.counts(tx, today, rules.warnEarly) }
}
/** A mark that is not one of ours begins at the first page. */
function cursor(text: string | undefined): store.Mark | undefined {
  const [, day, id] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(text ?? '') ?? []
  return day && id && !Number.isNaN(Date.parse(day)) ? { day, id } : undefined
}
export async function marks(tx: Tx): Promise<StatutoryMark[]> {
  const today = await todayOf(tx), rules = await store.rules(tx)
  return (await store.running(tx)).map((r) => markOf(r, today, rules))
}

export async function page(tx: Tx, { caseId }: { caseId: CaseId }): Promise<{ request: StatutoryPage | null }> {
  const r = await store.requestOf(tx, caseId)
  if (!r) return { request: null }
  const today = await todayOf(tx), steps = await store.stepsOf(tx, caseId)
  const [row] = await shown(tx, [r], today, await store.rules(tx))
  const people = await staffByIds(tx, [r.registeredBy, ...steps.map((step) => step.by)].filter((id) => !id.includes(':')) as StaffId[])
  const back = new Set(steps.flatMap((step) => (step.what === 'taken_back' ? [step.facts.step] : [])))
  const { channel, address, signed, email, said, missing, registeredAt, days, extendedDays, paymentDays, extendedOn, noticedOn, payBy } = r
  return {
    request: {
      ...row!, channel, address, signed, email, said, missing, registeredAt, days, extendedDays, paymentDays, extendedOn, noticedOn, payBy,
      registeredBy: people.get(r.registeredBy as StaffId)?.name ?? '', silentOn: plusDays(r.receivedOn, r.silenceDays), today,
      steps: steps.map(({ id, at, on, by, what, facts }) => ({ id: id as StepId, at, on, what, facts, by: people.get(by as StaffId)?.name ?? null, takenBack: back.has(id) })),
    },
  }
}

/** When something received on that day would fall due. */
export async function due(tx: Tx, { statute, receivedOn }: { statute: Statute; receivedOn: string }) {
  const term = await termOf(tx, statute, receivedOn), today = await todayOf(tx)
  const { dueOn, workDays } = await counted(tx, term, { extendedOn: null, noticedOn: null, paidOn: null })
  const left = leftOf(workDays, dueOn, today)
  return { dueOn: dueOn!, days: term.days, left, level: levelOf({ state: 'open', dueOn }, left, today, await store.rules(tx)) }
}
