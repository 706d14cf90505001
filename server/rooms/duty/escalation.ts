/** What runs out goes up: each step once for a case and its due time, until somebody has it, it waits, or it has ended. */
import type { CaseId } from '../../../contracts/cases.ts'
import type { EscalationId } from '../../../contracts/escalation.ts'
import type { PageId } from '../../../contracts/duty.ts'
import type { StaffId } from '../../../contracts/identity.ts'
import { done } from '../../../contracts/kit.ts'
import { isEnded } from '../../../contracts/moves.ts'
import type { Topic } from '../../../contracts/routing.ts'
import { type Actor, system } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import type { Mailer } from '../../platform/mailer.ts'
import { Refusal } from '../../platform/refusal.ts'
import { isOpen, onCallNow, workDaysAfter } from '../calendars/index.ts'
import { addToTimeline, type HeldCase, holdCase } from '../cases/index.ts'
import { directoratesByIds, municipality, oneStaff } from '../identity/index.ts'
import { promisedFor, topicById } from '../routing/index.ts'
import { acceptPage, pageStaff, stopPage } from './duty.ts'
import { writeNotice } from './escalation-notices.ts'
import { type Timed, timed } from './escalation-steps.ts'
import { owed, type Owed, type Reached, reached } from './escalation-whom.ts'
import { letterOf, type Matter, spoken } from './escalation-words.ts'
import * as store from './escalation.store.ts'

/** `address`: of the desk, for links in letters. */
export type EscalationOutside = { mailer?: Mailer | undefined; address?: string | undefined }

/** Looks at one case: takes the steps that have come, and notes when to look again. Looking twice does nothing twice. */
export async function look(tx: Tx, caseId: CaseId, out: EscalationOutside): Promise<void> {
  const found = await holdCase(tx, caseId)
  if (!found) return
  const topic = await topicById(tx, found.topicId)
  const parts = owed(found, topic)
  await endPages(tx, await store.settle(tx, caseId, parts))
  if (isEnded(found.status)) return void (await store.dropClock(tx, caseId))
  const { since } = await store.clockOf(tx, caseId, found.dueAt, found.openedAt)
  const rules = await store.rules(tx)
  const taken = await store.escalationsOf(tx, caseId)
  const fired: Fired[] = []
  let next: Date | null = null
  const lookAgain = (at: Date) => { if (!next || at < next) next = at }
  for (const part of parts) {
    const dueAt = new Date(part.dueAt)
    const mine = taken.filter((one) => one.directorateId === part.directorateId && one.dueAt === part.dueAt)
    const quiet = Math.max(0, ...mine.map((one) => (one.quietUntil ? Date.parse(one.quietUntil) : 0)))
    for (const step of await timed(tx, rules.steps, part.directorateId, dueAt, topic && promisedFor(topic, found.kind))) {
      if (mine.some((one) => one.step === step.key)) continue
      // A warning whose moment was before this promise was made warns of nothing.
      if (step.at < dueAt && step.at.getTime() <= Date.parse(since)) continue
      if (step.at > tx.now) lookAgain(step.at)
      else if (quiet > tx.now.getTime()) lookAgain(new Date(quiet))
      else {
        const one = await fire(tx, found, part, step)
        if (one) fired.push(one)
      }
    }
  }
  await tellOf(tx, found, topic, fired, rules, out)
  await store.setNext(tx, caseId, next)
}

type Fired = Reached & { id: EscalationId; part: Owed; step: Timed; late: boolean }
async function fire(tx: Tx, found: HeldCase, part: Owed, step: Timed): Promise<Fired | undefined> {
  const to = await reached(tx, part, step), late = step.at >= new Date(part.dueAt)
  const id = newId<EscalationId>()
  const made = await store.insertEscalation(tx, { id, caseId: found.id, directorateId: part.directorateId, dueAt: part.dueAt, step, late, ...to })
  return made ? { ...to, id, part, step, late } : undefined
}

const hour = 3_600_000
/** What ran out so many hours ago, before anybody looked, is no news for a letter, and nothing to wake people for: it stands on the screens. */
const older = (tx: Tx, { step }: Fired, hours: number): boolean => tx.now.getTime() - step.at.getTime() > hours * hour
/** Several steps may have come at once, after a night without a server: each person hears the last of hers. */
async function tellOf(tx: Tx, found: HeldCase, topic: Topic | undefined, fired: readonly Fired[], rules: store.EscalationRules, out: EscalationOutside): Promise<void> {
  const lastOfPart = new Map(fired.map((one) => [one.part.directorateId, one]))
  const lastOfPerson = new Map(fired.flatMap((one) => one.staffIds.map((id) => [id, one] as const)))
  if (!fired.length) return
  const { zone } = await municipality(tx)
  const named = await store.named(tx, found.id)
  const names = new Map((await directoratesByIds(tx, [...lastOfPart.keys()].flatMap((id) => id ?? []))).map((d) => [d.id as string | null, d.name]))
  const matter = (one: Fired): Matter => ({
    number: found.number, topic: named?.topic ?? topic?.name ?? { tr: found.number, en: found.number }, place: named?.place ?? null, directorate: names.get(one.part.directorateId) ?? null,
    dueAt: new Date(one.part.dueAt), late: one.late, emergency: found.emergency, zone, link: out.address && `${out.address}/cases/${found.id}`,
  })
  for (const [staffId, one] of lastOfPerson) {
    if (!one.step.mail || older(tx, one, 72)) continue
    const language = (await oneStaff(tx, staffId))?.language ?? 'tr'
    await writeNotice(tx, { fact: `escalation:${one.id}:${staffId}`, staffId, caseId: found.id, ...letterOf(matter(one), language) }, out.mailer)
  }
  for (const one of lastOfPart.values()) {
    const people = await Promise.all(one.staffIds.map((id) => oneStaff(tx, id)))
    const { when, amount } = one.step
    await addToTimeline(tx, found.id, {
      what: 'escalated', audience: 'internal',
      facts: { when, amount, late: one.late, whom: one.whom, people: people.flatMap((person) => person?.name ?? []), ...(names.has(one.part.directorateId) && { directorate: names.get(one.part.directorateId) }) },
    })
    if (wakes(found, rules) && !older(tx, one, 12)) await wake(tx, found, one, spoken(matter(one)))
  }
  await publish(tx, 'case.escalated', { caseId: found.id, late: fired.some((one) => one.late) }, [...lastOfPerson.keys()].map((id) => `staff:${id}` as const))
}

// ---- by telephone
const wakes = (found: HeldCase, rules: store.EscalationRules): boolean => (found.emergency && rules.phoneEmergencies) || rules.phoneTopicIds.includes(found.topicId)
/** Nobody is at work there: whoever is on call is rung, then those it goes to. */
async function wake(tx: Tx, found: HeldCase, { id, part, staffIds }: Fired, words: Matter['topic']): Promise<void> {
  if (!part.directorateId || (await isOpen(tx, part.directorateId, tx.now))) return
  const rung = new Set(await store.beingRung(tx, found.id))
  const line = [...new Set([...(await onCallNow(tx, part.directorateId)).map((one) => one.staffId), ...staffIds])]
  // Whoever is being rung about this case for another part or step is not rung twice.
  const reachable = (await Promise.all(line.filter((one) => !rung.has(one)).map((one) => oneStaff(tx, one)))).flatMap((person) => (person?.phone && !person.left ? person.id : []))
  if (reachable.length) await store.setPage(tx, id, await pageStaff(tx, { caseId: found.id, staffIds: reachable, words }))
}
async function endPages(tx: Tx, pageIds: readonly PageId[]): Promise<void> {
  for (const pageId of pageIds) {
    const page = await store.pageStateOf(tx, pageId)
    if (page?.state === 'ringing' || page?.state === 'nobody') await stopPage(tx, { pageId, reason: 'not_owed' })
  }
}
/** Whoever pressed the key has it. */
export async function pageChanged(tx: Tx, { pageId }: { pageId: PageId }): Promise<void> {
  const page = await store.pageStateOf(tx, pageId)
  if (page?.state !== 'has' || !page.staffId) return
  const escalation = await store.escalationOfPage(tx, pageId)
  if (escalation && !escalation.acknowledgedAt && !escalation.over) await had(tx, escalation, page.staffId, null)
}

// ---- somebody has it
/** Whoever was told, her directorate's people, and those above them. What is the desk's anybody of the desk may have. */
export const mayHave = (escalation: Pick<store.EscalationRow, 'directorateId'>, told: readonly string[], by: Actor): boolean =>
  told.includes(by.id) || by.scope === 'office' || by.may.has('case.close') || (escalation.directorateId === null ? by.scope === 'desk' : by.directorateId === escalation.directorateId)
/** @throws Refusal `escalation.not_found`, `escalation.not_yours`, `escalation.over`. Saying it twice is once. */
export async function acknowledgeEscalation(tx: Tx, { escalationId, note }: { escalationId: EscalationId; note?: string | undefined }, by: Actor): Promise<typeof done> {
  const found = await store.lockEscalation(tx, escalationId)
  if (!found) throw new Refusal('escalation.not_found')
  if (found.acknowledgedBy === by.id) return done
  if (!mayHave(found, (await store.toldOf(tx, [found.id])).get(found.id)?.staffIds ?? [], by)) throw new Refusal('escalation.not_yours')
  if (found.over || found.acknowledgedAt) throw new Refusal('escalation.over')
  await had(tx, found, by.id, note ?? null)
  for (const one of await store.escalationsOf(tx, found.caseId)) {
    const page = one.pageId ? await store.pageStateOf(tx, one.pageId) : undefined
    if (!one.pageId || one.directorateId !== found.directorateId || (page?.state !== 'ringing' && page?.state !== 'nobody')) continue
    await acceptPage(tx, { pageId: one.pageId }, by).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'page.not_yours') return stopPage(tx, { pageId: one.pageId!, reason: 'acknowledged' })
      throw error
    })
  }
  return done
}
async function had(tx: Tx, escalation: store.EscalationRow, by: string, note: string | null): Promise<void> {
  const { caseId, directorateId } = escalation
  const found = await holdCase(tx, caseId)
  if (!found) throw new Refusal('escalation.not_found')
  // Whoever has an emergency has it now; of anything else the next day of work shows it.
  const quiet = found.emergency ? new Date(tx.now.getTime() + hour) : ((await workDaysAfter(tx, directorateId, 1, tx.now, 'end_of_day')) ?? new Date(tx.now.getTime() + 24 * hour))
  await store.acknowledge(tx, escalation, by, note, quiet)
  const person = await oneStaff(tx, by as StaffId)
  await addToTimeline(tx, caseId, { what: 'escalation_had', facts: { name: person?.name ?? null, note, until: quiet.toISOString() }, audience: 'internal' })
}

// ---- each minute
const by = system('duty.escalation')
const batch = 500
/** Looks at what is due, each case in a transaction of its own: one that fails holds back no other, and is tried again. */
export async function escalate(db: Db, out: EscalationOutside): Promise<void> {
  const ids = await db.transaction(by, async (tx) => [...new Set([...(await store.dueClocks(tx, batch)), ...(await store.withoutClock(tx, batch))])])
  const failed: unknown[] = []
  for (const caseId of ids) await db.transaction(by, (tx) => look(tx, caseId, out)).catch((error: unknown) => failed.push(error))
  if (failed.length) throw failed[0]
}
