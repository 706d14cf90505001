/** What every console shows of it: who has it, who is rung, and who could be called. */
import type { CaseId } from '../../../contracts/cases.ts'
import type { Alert, LegState, Page, Reachable } from '../../../contracts/duty.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { onCallNow } from '../calendars/index.ts'
import { type CaseInBrief, caseInBrief } from '../cases/index.ts'
import { directorates, directoratesByIds } from '../identity/index.ts'
import { mayHave } from './duty.ts'
import * as store from './store.ts'

/** Whoever comes to the screen a little later still sees who has it. */
const stays = 15 * 60_000

export async function alerts(tx: Tx, by: Actor): Promise<Alert[]> {
  const pages = await store.shownPages(tx, new Date(tx.now.getTime() - stays))
  const cases = new Map<CaseId, CaseInBrief>()
  for (const caseId of new Set(pages.map((page) => page.caseId))) {
    const found = await caseInBrief(tx, caseId)
    if (found) cases.set(caseId, found)
  }
  const rings = await store.lastRings(tx, pages.map((page) => page.id))
  const legs = await store.legsOf(tx, rings.map((ring) => ring.id))
  const names = new Map((await directoratesByIds(tx, pages.flatMap((page) => page.directorateId ?? []))).map((d) => [d.id, d.name]))
  const messages = new Map((await store.messages(tx, [...cases.keys()])).map((one) => [one.caseId, one]))

  const shown = async (page: store.PageRow): Promise<Page> => {
    const ring = rings.find((one) => one.pageId === page.id)
    const isOpen = page.state === 'ringing' || page.state === 'nobody'
    return {
      id: page.id, directorateId: page.directorateId, directorate: (page.directorateId && names.get(page.directorateId)) ?? null, state: page.state, madeAt: page.madeAt,
      who: ring?.who ?? null, legs: legs.filter((leg) => leg.ringId === ring?.id).map((leg) => ({ name: leg.name, state: legState(leg, ring!) })), nextAt: isOpen ? page.nextAt : null,
      has: page.staffId && page.staffName !== null && page.how ? { staffId: page.staffId, name: page.staffName, how: page.how } : null,
      stoppedReason: page.stoppedReason, settledAt: page.settledAt, mine: isOpen && (await mayHave(tx, page, by)),
    }
  }
  const groups = Map.groupBy(pages, (page) => `${page.caseId} ${page.reason}`)
  const all: Alert[] = []
  for (const group of groups.values()) {
    const [first] = group
    const found = cases.get(first!.caseId)
    if (!found) continue
    const message = messages.get(found.caseId)
    all.push({
      caseId: found.caseId, number: found.number, reason: first!.reason, topic: found.topic, place: found.place, since: group.map((page) => page.madeAt).toSorted()[0]!,
      message: { words: message?.words ?? null, recorded: message?.recorded ?? false }, pages: await Promise.all(group.map(shown)),
    })
  }
  return all
}

const results: Record<string, LegState> = { has: 'has', ANSWER: 'no_key', NOANSWER: 'no_answer', BUSY: 'busy', CANCEL: 'let_go' }
function legState(leg: store.LegRow, ring: store.RingRow): LegState {
  if (leg.result) return results[leg.result] ?? 'failed'
  if (leg.answeredAt) return 'listens'
  return ring.state === 'rung' ? 'rings' : ring.state === 'wanted' ? 'waits' : 'let_go'
}

export async function reachable(tx: Tx): Promise<Reachable[]> {
  const all: Reachable[] = []
  for (const { id, name } of await directorates(tx))
    for (const { name: person, phone } of await onCallNow(tx, id satisfies DirectorateId)) if (phone) all.push({ directorate: name, name: person, phone })
  return all
}
