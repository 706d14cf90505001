/** Who decides: the director, in her absence her deputy, above her limit or where nobody is left the deputy mayor. Pure. */
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import { above as isAbove, type Approval, type CostClass, type Decider, type Part } from '../../../contracts/proposals.ts'
import type { Here, Leaders } from '../identity/index.ts'

export type Need = { need: Approval['need']; directorateId: DirectorateId }
/** Its own director for every part; the deputy mayor too for what is above the limit. */
export const needsOf = (parts: readonly Pick<Part, 'directorateId' | 'costClass' | 'proposed'>[], limit: CostClass): Need[] => parts.filter((part) => part.proposed).flatMap(({ directorateId, costClass }) => [
  { need: 'director' as const, directorateId }, ...(isAbove(costClass, limit) ? [{ need: 'deputy_mayor' as const, directorateId }] : []),
])

export type Office = { leaders: readonly Leaders[]; people: readonly Here[]; away: ReadonlySet<StaffId> }
export type Deciding = Decider & { /** Also those who are away and come by nevertheless: what is theirs stays theirs. */ may: ReadonlySet<StaffId> }
export function deciderOf({ need, directorateId }: Need, { leaders, people, away }: Office): Deciding {
  const led = leaders.find((one) => one.directorateId === directorateId)
  const find = (ids: readonly (StaffId | null | undefined)[]) => ids.flatMap((id) => people.find((person) => person.id === id) ?? [])
  const present = (who: readonly Here[]) => who.filter((person) => !away.has(person.id))
  // Where no director is named, whoever is there as one decides.
  const directors = led?.directorId ? find([led.directorId]) : people.filter((person) => person.directorateId === directorateId && person.roles.includes('director'))
  const deputies = find([led?.deputyId])
  const mayors = people.filter((person) => person.roles.includes('deputy_mayor'))
  const mayor = find([led?.deputyMayorId])
  // All of them away: any may, rather than nobody.
  const mayorsNow = present(mayor).length ? mayor : present(mayors).length ? present(mayors) : mayors
  const answer = (as: Decider['as'], who: readonly Here[], also: readonly Here[]): Deciding => ({
    need, directorateId, directorate: led?.name ?? { tr: '?', en: '?' }, as, people: who.map(({ id, name }) => ({ id, name })), may: new Set([...who, ...also].map((person) => person.id)),
  })
  if (need === 'director') {
    if (present(directors).length) return answer('director', present(directors), directors)
    if (present(deputies).length) return answer('deputy', present(deputies), directors)
  }
  const own = need === 'director' ? [...directors, ...deputies] : mayor
  return mayorsNow.length ? answer('deputy_mayor', mayorsNow, own) : answer('nobody', [], own)
}
