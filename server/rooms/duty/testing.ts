/** A town where people are on call, and a switch that writes down what it is asked. For tests. */
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import { newId } from '../../platform/ids.ts'
import { someone, type TestDesk } from '../../testing.ts'
import type { Actor } from '../../platform/actor.ts'
import { putOnCall } from '../calendars/index.ts'
import { aTown, seeding, type Town } from '../cases/testing.ts'
import type { Pager, Ring } from './pager.ts'

export type Person = { id: StaffId; name: string; phone: string | null; by: Actor }
export type DutyTown = Town & { person(name: string, role: 'director' | 'officer' | 'deputy_mayor', directorate: DirectorateId | null, phone: string | null): Promise<Person>; onCall(directorate: DirectorateId, person: Person, position?: number): Promise<void> }
export async function aDutyTown(desk: TestDesk): Promise<DutyTown> {
  const town = await aTown(desk)
  return {
    ...town,
    async person(name, role, directorate, phone) {
      const id = newId<StaffId>()
      await desk.look(`insert into identity.staff (id, name, name_folded, email, roles, directorate_id, phone, language, must_change_password) values ($1::uuid, $2, $2, $1::text || '@example.org', $3, $4, $5, 'tr', false)`,
        [id, name, [role], directorate, phone])
      return { id, name, phone, by: someone([role], directorate, id) }
    },
    onCall: (directorateId, person, position = 0) => desk.as(seeding, async (tx) => void (await putOnCall(tx, { directorateId, staffId: person.id, position }))),
  }
}

export function paperPager(): Pager & { asked: Ring[]; ended: string[]; said: Map<string, unknown>; here: boolean } {
  const kept = { asked: [] as Ring[], ended: [] as string[], said: new Map<string, unknown>(), here: true }
  return Object.assign(kept, {
    connected: () => kept.here,
    ring: async (ring: Ring) => void kept.asked.push(ring),
    end: async (id: string) => void kept.ended.push(id),
    forget: async () => {},
    say: async (sound: string, what: unknown) => { kept.said.set(sound, what); return true },
    unsay: async (sound: string) => void kept.said.delete(sound),
    unread: async () => 0,
    follow: () => ({ stop: async () => {} }),
  })
}
