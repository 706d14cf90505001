/** Gets hold of whoever must act now: rings them until somebody has it, and says who. */
import type { CaseId } from '../../../contracts/cases.ts'
import type { PageId } from '../../../contracts/duty.ts'
import type { StaffId } from '../../../contracts/identity.ts'
import { type Bilingual, done } from '../../../contracts/kit.ts'
import { isActive, isEnded } from '../../../contracts/moves.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { addToTimeline, caseInBrief } from '../cases/index.ts'
import { textStaff } from '../contact/index.ts'
import { directoratesByIds, oneStaff } from '../identity/index.ts'
import type { Heard, Position } from './pager.ts'
import { peopleAt, stepAt } from './people.ts'
import * as store from './store.ts'

type Done = typeof done

/**
 * Whoever is concerned is rung now, and whoever is no longer concerned no more: for an emergency that was opened, sent
 * elsewhere, taken up or ended. The same news twice changes nothing.
 */
export async function followCase(tx: Tx, caseId: CaseId): Promise<void> {
  const found = await caseInBrief(tx, caseId)
  if (!found) return
  const ended = isEnded(found.status)
  const active = found.tasks.filter((task) => isActive(task.status))
  for (const page of await store.openPages(tx, caseId)) {
    const task = active.find((one) => one.directorateId === page.directorateId)
    if (ended || (page.reason === 'emergency' && !task)) await settle(tx, page.id, (held) => stopped(tx, held, ended ? 'case_ended' : 'not_theirs'))
    // Somebody of them takes the case up on the screen: that is having it.
    else if (task?.takenBy && task.takenAt && task.takenAt >= page.madeAt) {
      const person = await oneStaff(tx, task.takenBy as StaffId)
      if (person) await settle(tx, page.id, (held) => has(tx, held, person, 'console'))
    }
  }
  if (ended || !found.emergency) return
  for (const { directorateId, status } of active) if (status !== 'done') {
    const page = await store.putPage(tx, { id: newId<PageId>(), caseId, number: found.number, reason: 'emergency', directorateId, staffIds: null, words: null })
    if (page) await nextStep(tx, page)
  }
}

/**
 * Wakes these people by telephone, one after the other, until somebody has it; whoever did not answer gets it by SMS as well.
 * @param words what is said and written, in both languages.
 */
export async function pageStaff(tx: Tx, given: { caseId: CaseId; staffIds: readonly StaffId[]; words: Bilingual }): Promise<PageId> {
  const found = await caseInBrief(tx, given.caseId)
  if (!found) throw new Refusal('case.not_found')
  const id = newId<PageId>()
  const page = await store.putPage(tx, { id, caseId: given.caseId, number: found.number, reason: 'late', directorateId: null, staffIds: [...new Set(given.staffIds)], words: given.words })
  if (page) await nextStep(tx, page)
  return id
}

/** Begins what is due. Whoever has nobody to ring at a step goes on to the next at once: no minute is spent on an empty chair. */
export async function advance(tx: Tx): Promise<void> {
  for (const page of await store.duePages(tx)) await nextStep(tx, page)
}

async function nextStep(tx: Tx, page: store.PageRow): Promise<void> {
  const rules = await store.rules(tx)
  let { state, step } = page
  const later = (seconds: number) => new Date(tx.now.getTime() + seconds * 1000)
  for (;;) {
    const { who, seconds } = stepAt(page, rules, step)
    if (page.staffIds && step > 0 && step <= page.staffIds.length) await write(tx, page, page.staffIds[step - 1]!)
    const atLast = who === 'desk' || who === 'everyone'
    if (atLast && state !== 'nobody') {
      state = 'nobody'
      await note(tx, page, 'page_nobody', {})
    }
    const people = await peopleAt(tx, page, who, step, rules)
    step += 1
    if (people.length) {
      if (await store.insertRing(tx, { id: newId<string>(), pageId: page.id, step: step - 1, who }, people)) await note(tx, page, 'paged', { who, people: people.map((one) => one.name) })
    }
    if (!people.length && !atLast) continue
    await store.setStep(tx, page.id, { state: state === 'nobody' ? 'nobody' : 'ringing', step, nextAt: page.staffIds && atLast ? null : later(seconds) })
    return tell(tx, page)
  }
}
const write = async (tx: Tx, page: store.PageRow, staffId: StaffId): Promise<void> => {
  const person = await oneStaff(tx, staffId)
  if (person?.phone && !person.left && page.words)
    await textStaff(tx, { fact: `page:${page.id}:${staffId}`, phone: person.phone, text: page.words[person.language], language: person.language, caseId: page.caseId, number: page.number })
}

// ---- somebody has it, or nobody is needed

/** The open page, held; undefined when it is settled. */
async function settle(tx: Tx, id: PageId, how: (page: store.PageRow) => Promise<void>): Promise<void> {
  const page = await store.lockPage(tx, id)
  if (page && (page.state === 'ringing' || page.state === 'nobody')) await how(page)
}
async function has(tx: Tx, page: store.PageRow, person: { id: StaffId; name: string }, how: 'key' | 'console' | 'desk'): Promise<void> {
  await store.setHas(tx, page.id, person, how)
  await note(tx, page, 'page_accepted', { name: person.name, how })
  await tell(tx, page)
}
async function stopped(tx: Tx, page: store.PageRow, reason: string): Promise<void> {
  await store.setStopped(tx, page.id, reason)
  await note(tx, page, 'page_stopped', { reason })
  await tell(tx, page)
}
/** @throws Refusal `page.not_found`, `page.has` with who, `page.over` */
async function heldOpen(tx: Tx, pageId: PageId): Promise<store.PageRow> {
  const page = await store.lockPage(tx, pageId)
  if (!page) throw new Refusal('page.not_found')
  if (page.state === 'has') throw new Refusal('page.has', { name: page.staffName })
  if (page.state === 'stopped') throw new Refusal('page.over')
  return page
}
/** Who may say of a page that she has it: its directorate's people, whoever was rung for it, and the deputy mayor. */
export const mayHave = async (tx: Tx, page: store.PageRow, by: Actor): Promise<boolean> =>
  by.scope === 'office' || (page.directorateId !== null && by.directorateId === page.directorateId) || (page.staffIds?.some((id) => id === by.id) ?? false) || store.wasRung(tx, page.id, by.id)

export async function acceptPage(tx: Tx, { pageId, staffId }: { pageId: PageId; staffId?: StaffId | undefined }, by: Actor): Promise<Done> {
  const page = await heldOpen(tx, pageId)
  const forOther = staffId !== undefined && staffId !== by.id
  if (forOther ? !by.may.has('emergency.run') : !(await mayHave(tx, page, by))) throw new Refusal('page.not_yours')
  const person = await oneStaff(tx, staffId ?? (by.id as StaffId))
  if (!person || person.left) throw new Refusal('page.not_yours')
  await has(tx, page, person, forOther ? 'desk' : 'console')
  return done
}
export async function stopPage(tx: Tx, { pageId, reason }: { pageId: PageId; reason: string }): Promise<Done> {
  await stopped(tx, await heldOpen(tx, pageId), reason)
  return done
}
export async function ringAgain(tx: Tx, { pageId }: { pageId: PageId }): Promise<Done> {
  const page = await heldOpen(tx, pageId)
  await nextStep(tx, page)
  return done
}
/** @throws Refusal `page.not_found` when nobody is rung for this case. */
export async function say(tx: Tx, caseId: CaseId, message: store.MessageRow): Promise<Done> {
  const [page] = await store.openPages(tx, caseId)
  if (!page) throw new Refusal('page.not_found')
  await store.putMessage(tx, caseId, message)
  await tell(tx, page)
  return done
}

// ---- what the switch wrote down

/** When all telephones of a step have been in vain, the next comes after a breath, not after its minute. */
const breath = 10_000
/** Writes what was heard; doing it twice changes nothing. */
export async function keepHeard(tx: Tx, heard: readonly Heard[], reached: Position): Promise<void> {
  await store.position(tx) // one keeper at a time
  for (const one of heard) {
    const ring = await store.ringById(tx, one.ringId)
    if (!ring) continue
    const page = await store.lockPage(tx, ring.pageId)
    if (!page) continue
    if (one.what === 'rang') await store.ringIs(tx, ring.id, 'rung')
    else if (one.what === 'answered') { if (await store.legAnswered(tx, ring.id, one.leg, one.at)) await tell(tx, page) }
    else if (one.what === 'has') {
      if (!(await store.legResult(tx, ring.id, one.leg, 'has'))) continue
      const leg = (await store.legsOf(tx, [ring.id])).find((row) => row.leg === one.leg)
      if (leg && (page.state === 'ringing' || page.state === 'nobody')) await has(tx, page, { id: leg.staffId, name: leg.name }, 'key')
    } else if (one.what === 'over' && (await store.legResult(tx, ring.id, one.leg, one.result))) {
      const legs = await store.legsOf(tx, [ring.id])
      const inVain = legs.every((leg) => leg.result !== null && leg.result !== 'has')
      if (inVain && ring.step === page.step - 1 && ring.who !== 'everyone') await store.bringForward(tx, page.id, new Date(tx.now.getTime() + breath))
      await tell(tx, page)
    }
  }
  await store.setPosition(tx, reached)
}

// ---- telling

async function note(tx: Tx, page: store.PageRow, what: string, facts: Record<string, unknown>): Promise<void> {
  const directorate = page.directorateId ? ((await directoratesByIds(tx, [page.directorateId]))[0]?.name ?? null) : null
  await addToTimeline(tx, page.caseId, { what, facts: { ...(directorate && { directorate }), ...facts }, audience: 'internal' })
}
/** Every console: who has it is everybody's to know who may see the case. */
const tell = (tx: Tx, page: Pick<store.PageRow, 'id' | 'caseId'>): Promise<void> => publish(tx, 'page.changed', { pageId: page.id, caseId: page.caseId }, ['everyone'])
