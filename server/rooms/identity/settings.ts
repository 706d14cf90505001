/** What an administrator keeps of this room: the municipality, its directorates, and who works here as what. */
import { fold } from '../../../contracts/fold.ts'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import type { SettingValue, Uses } from '../../../contracts/settings.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { Refusal } from '../../platform/refusal.ts'
import { change, type Setting, setting, type UsesOf } from '../../platform/settings.ts'
import { directoratesByIds, emailOf, staffByIds } from './identity.ts'
import * as people from './people.store.ts'
import * as store from './store.ts'

const only = 'municipality'
const municipality: Setting<'municipality'> = {
  kind: 'municipality',
  list: async (tx) => { const value = await municipality.read(tx, only); return value ? [{ id: only, value }] : [] },
  async read(tx, id) {
    const row = id === only ? await store.municipality(tx) : undefined
    return row && { name: row.name, zone: row.zone, lat: row.lat, lon: row.lon, mainNumber: row.mainNumber }
  },
  async write(tx, _id, value) {
    const row = await store.municipality(tx)
    if (!row) throw new Refusal('setting.not_found')
    if (!isZone(value.zone)) throw new Refusal('setting.unknown_reference', {}, 'value.zone')
    await store.putMunicipality(tx, { ...row, ...value })
  },
}
/** A name of the time zone database, as this host knows it. */
function isZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format()
    return true
  } catch { return false }
}

const directorate: Setting<'directorate'> = {
  kind: 'directorate',
  list: (tx) => people.directorateValues(tx),
  read: async (tx, id) => (await people.directorateValues(tx, id as DirectorateId))[0]?.value,
  async write(tx, given, value, before) {
    const id = given as DirectorateId
    await people.lockNames(tx, 'directorate')
    const taken = value.retired ? undefined : await people.sameName(tx, id, value.name)
    if (taken) throw new Refusal('setting.name_taken', {}, `value.name.${taken}`)
    if (value.retired && !before?.retired) {
      const { here } = await people.countIn(tx, id)
      // Whoever still works there would see nothing come in and not know why.
      if (here) throw new Refusal('setting.in_use', { staff: here })
    }
    for (const duty of ['directorId', 'deputyId'] as const) await mayHold(tx, id, value[duty], before?.[duty] ?? null, `value.${duty}`)
    await mayOversee(tx, value.deputyMayorId, before?.deputyMayorId ?? null)
    await people.putDirectorate(tx, id, await slugOf(tx, value.name.tr, id), value)
  },
  remove: async (tx, id) => void (await people.deleteDirectorate(tx, id as DirectorateId)),
}
/** Who leads a directorate works in it, and is still here. */
async function mayHold(tx: Tx, directorateId: DirectorateId, staffId: StaffId | null, before: StaffId | null, field: string): Promise<void> {
  if (!staffId || staffId === before) return
  const person = (await staffByIds(tx, [staffId])).get(staffId)
  if (person?.left) throw new Refusal('setting.retired_reference', {}, field)
  if (person?.directorateId !== directorateId) throw new Refusal('setting.unknown_reference', {}, field)
}
/** Whoever decides above the director belongs to the mayor's office, not to a directorate. */
async function mayOversee(tx: Tx, staffId: StaffId | null, before: StaffId | null): Promise<void> {
  if (!staffId || staffId === before) return
  const person = (await staffByIds(tx, [staffId])).get(staffId)
  if (person?.left) throw new Refusal('setting.retired_reference', {}, 'value.deputyMayorId')
  if (!person?.roles.includes('deputy_mayor')) throw new Refusal('setting.unknown_reference', {}, 'value.deputyMayorId')
}
/** A key for seeds and addresses, made once and never changed. */
async function slugOf(tx: Tx, name: string, id: string): Promise<string> {
  const plain = fold(name).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60)
  return plain && !(await people.slugTaken(tx, plain)) ? plain : id
}

const staff: Setting<'staff'> = {
  kind: 'staff',
  list: (tx) => people.staffValues(tx),
  read: async (tx, id) => (await people.staffValues(tx, id as StaffId))[0]?.value,
  async write(tx, given, value, before) {
    // Whoever goes hands over first: that is an operation of its own.
    if (value.left && !before?.left) throw new Refusal('staff.leave_instead', {}, 'value.left')
    await writeStaff(tx, given as StaffId, value, before)
  },
  async remove(tx, given) {
    const id = given as StaffId
    // Who has ever signed in stands in timelines: she leaves, and stays known by name.
    if (await people.hasCredential(tx, id)) throw new Refusal('setting.stays')
    await people.deleteStaff(tx, id)
  },
}

/** Writes an account, and makes what it may take effect at once. */
export async function writeStaff(tx: Tx, id: StaffId, value: SettingValue<'staff'>, before: SettingValue<'staff'> | undefined): Promise<void> {
  const roles = [...new Set(value.roles)].sort()
  // A muhtar speaks for places; nobody else has any.
  const next = { ...value, email: emailOf(value.email), roles, placeIds: roles.includes('muhtar') ? [...new Set(value.placeIds)].sort() : [] }
  if (roles.includes('muhtar') && !next.placeIds.length && !next.left) throw new Refusal('identity.place_needed', {}, 'value.placeIds')
  await checkDirectorate(tx, next, before)
  const was = before && !before.left && before.roles.includes('administrator')
  if (was && (next.left || !next.roles.includes('administrator'))) {
    await people.lockAdministrators(tx)
    if ((await people.otherAdministrators(tx, id)) === 0) throw new Refusal('staff.last_administrator', {}, next.left ? undefined : 'value.roles')
  }
  await people.lockNames(tx, 'staff')
  if (!(await people.putStaff(tx, id, { ...next, folded: fold(next.name) }))) throw new Refusal('identity.email_taken', {}, 'value.email')
  const moved = before && (before.directorateId !== next.directorateId || next.left)
  if (moved) await giveUpDuties(tx, id)
  const rights = before && (moved || before.roles.toSorted().join() !== next.roles.join())
  if (rights) await signOut(tx, id, false)
}
/** @param andPassword she cannot come back with it either. */
export async function signOut(tx: Tx, id: StaffId, andPassword: boolean): Promise<void> {
  await people.signOutEverywhere(tx, id, andPassword)
  await publish(tx, 'session.ended', { staffId: id }, [`staff:${id}`])
}
async function checkDirectorate(tx: Tx, next: SettingValue<'staff'>, before: SettingValue<'staff'> | undefined): Promise<void> {
  const field = 'value.directorateId'
  if (!next.directorateId) {
    if (next.roles.some((role) => role === 'officer' || role === 'director' || role === 'crew')) throw new Refusal('identity.directorate_needed', {}, field)
    return
  }
  const [found] = await directoratesByIds(tx, [next.directorateId])
  if (!found) throw new Refusal('setting.unknown_reference', {}, field)
  const stays = before && !before.left && before.directorateId === next.directorateId
  if (found.retired && !stays && !next.left) throw new Refusal('setting.retired_reference', {}, field)
}
/** She leads and deputises nowhere any more; each directorate's own history says so. */
export async function giveUpDuties(tx: Tx, id: StaffId, to: StaffId | null = null): Promise<void> {
  for (const directorateId of await people.dutiesOf(tx, id)) {
    const value = (await directorate.read(tx, directorateId))!
    const given = { ...value, directorId: value.directorId === id ? to : value.directorId, deputyId: value.deputyId === id ? to : value.deputyId, deputyMayorId: value.deputyMayorId === id ? null : value.deputyMayorId }
    await change(tx, setting(directorate), { id: directorateId, version: undefined, value: given })
  }
}

export const identitySettings = [setting(municipality), setting(directorate), setting(staff)]
/** The same kind, for the one operation that may let somebody go. */
export const leavingStaff = setting<'staff'>({ ...staff, write: (tx, id, value, before) => writeStaff(tx, id as StaffId, value, before) })
export const staffSetting = setting(staff)

export const identityUses: UsesOf = {
  directorate: async (tx, id): Promise<Uses> => ({ staff: (await people.countIn(tx, id as DirectorateId)).ever }),
  place: async (tx, id): Promise<Uses> => ({ muhtars: await people.speakingFor(tx, id) }),
  async staff(tx, id): Promise<Uses> {
    const all = await people.directorateValues(tx)
    return { directs: all.filter((d) => d.value.directorId === id).length, deputises: all.filter((d) => d.value.deputyId === id).length, oversees: all.filter((d) => d.value.deputyMayorId === id).length }
  },
}
