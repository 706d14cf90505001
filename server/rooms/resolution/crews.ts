/** Crews: who goes out together. Kept by the administrator; given work by their directorate. */
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import type { SettingValue, Uses } from '../../../contracts/settings.ts'
import type { Crew, CrewId } from '../../../contracts/work.ts'
import type { Staff } from '../../demo/types.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type Setting, setting, type UsesOf } from '../../platform/settings.ts'
import { colleagues, directorateIds, directoratesByIds, staffByIds } from '../identity/index.ts'
import * as store from './crews.store.ts'

export async function crews(tx: Tx, _given: unknown, by: Actor): Promise<Crew[]> {
  const rows = await store.crews(tx, by.scope === 'directorate' ? { directorateId: by.directorateId as DirectorateId } : {})
  const names = await staffByIds(tx, rows.flatMap((row) => row.people))
  return rows.map((row) => ({ ...row, people: row.people.map((id) => ({ id, name: names.get(id)?.name ?? '' })) }))
}

const valueOf = ({ id: _id, ...value }: store.CrewRow): SettingValue<'crew'> => value
const crew: Setting<'crew'> = {
  kind: 'crew',
  list: async (tx) => (await store.crews(tx)).map((row) => ({ id: row.id, value: valueOf(row) })),
  async read(tx, id) {
    const [row] = await store.crews(tx, { id: id as CrewId })
    return row && valueOf(row)
  },
  async write(tx, given, value, before) {
    const id = given as CrewId, people = [...new Set(value.people)].sort()
    const [directorate] = await directoratesByIds(tx, [value.directorateId])
    if (!directorate) throw new Refusal('setting.unknown_reference', {}, 'value.directorateId')
    if (directorate.retired && before?.directorateId !== value.directorateId) throw new Refusal('setting.retired_reference', {}, 'value.directorateId')
    const other = (await store.crews(tx, { directorateId: value.directorateId })).some((row) => row.id !== id && !row.retired && row.name.toLocaleLowerCase('tr') === value.name.toLocaleLowerCase('tr'))
    if (other && !value.retired) throw new Refusal('setting.name_taken', {}, 'value.name')
    const known = await staffByIds(tx, people)
    for (const person of people.filter((one) => !before?.people.includes(one))) {
      const found = known.get(person)
      if (found?.left) throw new Refusal('setting.retired_reference', {}, 'value.people')
      if (!found?.roles.includes('crew') || found.directorateId !== value.directorateId) throw new Refusal('crew.people_elsewhere', {}, 'value.people')
    }
    // Work that lies with nobody would be seen by nobody.
    const { orders } = await store.using(tx, 'crew', id)
    if (orders && ((value.retired && !before?.retired) || (before && before.directorateId !== value.directorateId))) throw new Refusal('setting.in_use', { orders })
    await store.putCrew(tx, { ...value, id, people })
  },
  remove: async (tx, id) => void (await store.deleteCrew(tx, id as CrewId)),
}
export const crewSettings = [setting(crew)]
export const crewUses: UsesOf = {
  crew: async (tx, id): Promise<Uses> => ({ orders: (await store.using(tx, 'crew', id)).orders }),
  directorate: async (tx, id): Promise<Uses> => ({ crews: (await store.using(tx, 'directorate', id)).crews }),
  staff: async (tx, id): Promise<Uses> => ({ crews: (await store.using(tx, 'staff', id)).crews }),
}
export const leavesCrews = (tx: Tx, { staffId }: { staffId: StaffId }) => store.leaveCrews(tx, staffId).then(() => undefined)

/** The demonstration's crews; the people are there already. */
export async function seedCrews(tx: Tx, rows: readonly { name: string; directorate: string; people: readonly string[] }[], staff: readonly Staff[]): Promise<void> {
  const directorates = await directorateIds(tx)
  for (const row of rows) {
    const directorateId = directorates.get(row.directorate)
    if (!directorateId) throw new Error(`no directorate ${row.directorate}`)
    const there = (await store.crews(tx, { directorateId })).find((one) => one.name === row.name)
    const names = new Set(staff.filter((person) => row.people.includes(person.login)).map((person) => person.name))
    const people = (await colleagues(tx, { directorateId, most: 500 })).filter((person) => names.has(person.name)).map((person) => person.id)
    await store.putCrew(tx, { id: there?.id ?? newId<CrewId>(), directorateId, name: row.name, people, retired: false })
  }
}
