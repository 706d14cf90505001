/** Whom a step rings: people with a telephone, each once. */
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import type { Role } from '../../../contracts/permissions.ts'
import type { Tx } from '../../platform/db.ts'
import { isOpen, onCallNow } from '../calendars/index.ts'
import { colleagues, leaders, oneStaff } from '../identity/index.ts'
import type { NewLeg, PageRow, Rules, Who } from './store.ts'

export type Step = { who: Who; seconds: number }
/** What comes at a step; after the last one everybody is rung again and again. Of named people one after the other, and then the desk. */
export function stepAt(page: Pick<PageRow, 'staffIds'>, rules: Rules, step: number): Step {
  if (page.staffIds) return { who: step < page.staffIds.length ? 'named' : 'desk', seconds: rules.steps[0]!.seconds }
  return rules.steps[step] ?? { who: 'everyone', seconds: rules.againSeconds }
}

export async function peopleAt(tx: Tx, page: PageRow, who: Who, step: number, rules: Rules): Promise<NewLeg[]> {
  if (who === 'named') return reachable(tx, [page.staffIds![step]!])
  if (who === 'everyone') return once((await Promise.all(rules.steps.map((one) => peopleAt(tx, page, one.who, step, rules)))).flat())
  if (who === 'desk' || !page.directorateId) return []
  if (who === 'on_call') return onCall(tx, page.directorateId)
  const heads = (await leaders(tx)).find((one) => one.directorateId === page.directorateId)
  if (who === 'director') return once([...(await reachable(tx, [heads?.directorId, heads?.deputyId].flatMap((id) => id ?? []))), ...(await withRole(tx, ['director'], page.directorateId))])
  const own = heads?.deputyMayorId ? await reachable(tx, [heads.deputyMayorId]) : []
  return own.length ? own : withRole(tx, ['deputy_mayor'])
}

/** Nobody is on call, or none of them has a telephone: at working hours whoever works there, else its directors. */
async function onCall(tx: Tx, directorateId: DirectorateId): Promise<NewLeg[]> {
  const found = await reachable(tx, (await onCallNow(tx, directorateId)).map((one) => one.staffId))
  if (found.length) return found
  return withRole(tx, (await isOpen(tx, directorateId, tx.now)) ? ['director', 'officer'] : ['director'], directorateId)
}

async function withRole(tx: Tx, roles: readonly Role[], directorateId?: DirectorateId): Promise<NewLeg[]> {
  const all = await colleagues(tx, { ...(directorateId && { directorateId }), most: 1000 })
  return reachable(tx, all.filter((one) => one.roles.some((role) => roles.includes(role))).map((one) => one.id))
}

/** At most so many telephones ring at once: whoever is first in line is among them. */
const most = 12
async function reachable(tx: Tx, ids: readonly StaffId[]): Promise<NewLeg[]> {
  const legs: NewLeg[] = []
  for (const id of ids) {
    const person = await oneStaff(tx, id)
    if (person && !person.left && person.phone) legs.push({ staffId: id, name: person.name, phone: person.phone, language: person.language })
  }
  return once(legs).slice(0, most)
}
const once = (legs: readonly NewLeg[]): NewLeg[] => [...new Map(legs.map((leg) => [leg.staffId, leg])).values()]
