/** What the law counts: petitions and requests for information, each with a number of its own and a clock that nothing of ours stops. */
import { createHash } from 'node:crypto'
import type { OpenCase } from '../../../contracts/cases.ts'
import { fold } from '../../../contracts/fold.ts'
import type { CaseKind } from '../../../contracts/routing.ts'
import type { Needed, Registered, RegisterStatutory, Statute } from '../../../contracts/statutory.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { civil, instantOf, workDaysAfter } from '../calendars/index.ts'
import { openCase } from '../cases/index.ts'
import { municipality } from '../identity/index.ts'
import { topicById } from '../routing/index.ts'
import { count, type Counted, daysBetween, type Term, type WorkDays } from './clock.ts'
import { standing, type StepFacts } from './facts.ts'
import * as store from './store.ts'
import { told } from './telling.ts'

/** Older than this is a slip of the hand in the year. */
const oldest = 3650

export const todayOf = async (tx: Tx): Promise<string> => civil(tx.now, (await municipality(tx)).zone).day
/** By the default calendar, holidays kept. */
export const workDaysOf = (tx: Tx): WorkDays => async (after, most) => {
  const { zone } = await municipality(tx)
  const from = instantOf({ day: after, minute: 720 }, zone)
  const days: string[] = []
  for (let n = 1; n <= most; n++) {
    const at = await workDaysAfter(tx, null, n, from, 'end_of_day')
    if (!at) return undefined
    days.push(civil(at, zone).day)
  }
  return days
}
/** @throws Refusal `statute.no_calendar` */
export async function counted(tx: Tx, term: Term, now: Parameters<typeof count>[1]): Promise<Counted> {
  const found = await count(term, now, workDaysOf(tx))
  if (!found) throw new Refusal('statute.no_calendar')
  return found
}
export async function termOf(tx: Tx, statute: Statute, receivedOn: string): Promise<Term & { silenceDays: number }> {
  const today = await todayOf(tx)
  if (receivedOn > today) throw new Refusal('statute.received_future', {}, 'receivedOn')
  if (daysBetween(receivedOn, today) > oldest) throw new Refusal('statute.received_old', {}, 'receivedOn')
  const r = await store.rules(tx)
  return { statute, receivedOn, days: statute === 'petition' ? r.petitionDays : r.informationDays, extendedDays: r.extendedDays, paymentDays: r.paymentDays, silenceDays: r.silenceDays }
}

const letter = { petition: 'D', information: 'B' } as const
export const missingIn = ({ name, signed, address }: Pick<RegisterStatutory, 'name' | 'signed' | 'address'>): Needed[] =>
  [...(name ? [] : ['name' as const]), ...(signed ? [] : ['signature' as const]), ...(address ? [] : ['address' as const])]

/** Registers it, and opens the case in which it is worked on. The same submit twice is one, with one answer. */
export async function register(tx: Tx, given: RegisterStatutory, by: Actor): Promise<Registered> {
  const term = await termOf(tx, given.statute, given.receivedOn)
  const missing = missingIn(given)
  if (missing.length && !given.told) throw new Refusal('statute.told_needed', {}, 'told')
  const opened = await openCase(tx, await asCase(tx, given), by, given.channel === 'counter').catch(atOurField)
  const hash = hashOf(given)
  const earlier = await store.hashOf(tx, given.id)
  if (earlier !== undefined && earlier !== hash) throw new Refusal('case.id_reused', {}, 'id')
  if (earlier === undefined) await enter(tx, given, { term, missing, hash, caseNumber: opened.number })
  const kept = (await store.requestOf(tx, given.id))!
  return { caseId: given.id, caseNumber: opened.number, number: kept.number, state: kept.state, dueOn: kept.dueOn }
}

/** A case speaks of its reporter; the form that was filled in has her name and telephone as fields of their own. */
const fields: Record<string, string> = { 'reporter.phone': 'phone', 'reporter.anonymous': 'name', 'reporter.email': 'email' }
function atOurField(problem: unknown): never {
  if (problem instanceof Refusal && problem.field && fields[problem.field]) throw new Refusal(problem.code, problem.facts, fields[problem.field])
  throw problem
}

async function enter(tx: Tx, given: RegisterStatutory, { term, missing, hash, caseNumber }: { term: Term & { silenceDays: number }; missing: Needed[]; hash: string; caseNumber: string }): Promise<void> {
  const today = await todayOf(tx), year = Number(today.slice(0, 4))
  const number = `${letter[given.statute]}${year}-${String(await store.nextNumber(tx, given.statute, year)).padStart(6, '0')}`
  const steps: StepFacts[] = [{ id: newId(), on: given.receivedOn, what: 'registered', facts: { number, statute: given.statute, receivedOn: given.receivedOn } }]
  // What the law does not let us examine is written down with its reason, and that was told.
  if (missing.length) steps.push({ id: newId(), on: today, what: 'rejected', facts: { ground: 'm4_missing', missing, delivery: given.told ?? 'none' } })
  const now = standing(steps)
  const clock = await counted(tx, term, now)
  await store.insertRequest(tx, {
    ...term, caseId: given.id, number, channel: given.channel, hash, name: given.name ?? null, address: given.address ?? null, signed: given.signed, email: given.email ?? null, subject: given.subject, said: given.text, missing,
    folded: ` ${fold([number, String(Number(number.slice(6))), caseNumber, given.name, given.subject].filter(Boolean).join(' '))}`,
  }, now, clock)
  for (const step of steps) {
    await store.addStep(tx, given.id, step)
    await told(tx, { caseId: given.id, number, statute: given.statute }, step, clock)
  }
}

/** As the directorates get it: the subject first, then what is written. */
async function asCase(tx: Tx, given: RegisterStatutory): Promise<OpenCase> {
  const topic = await topicById(tx, given.topicId)
  const { name, phone, email, mayMessage, language } = given
  return {
    id: given.id, kind: kindFor(topic?.kinds ?? null), channel: given.channel, said: [given.subject, given.text].filter(Boolean).join('\n\n'), topicId: given.topicId, source: {}, answers: given.answers,
    where: given.where, also: given.also, reporter: { name, phone, ...(email && { email, ...(!phone && { way: 'mail' as const }) }), anonymous: !name && !phone, mayMessage, language },
  }
}
/** A petition asks for something; where the topic takes no such thing it complains. */
const kindFor = (kinds: readonly CaseKind[] | null): CaseKind => (['request', 'complaint', 'suggestion', 'information'] as const).find((kind) => !kinds || kinds.includes(kind)) ?? 'request'

function hashOf(given: RegisterStatutory): string {
  const sorted = (value: unknown): unknown => (Array.isArray(value) ? value.map(sorted) : value && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)])) : value)
  return createHash('sha256').update(JSON.stringify(sorted(given))).digest('hex')
}

