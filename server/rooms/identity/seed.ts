/** Writes a municipality's own rows at set-up: by slug or e-mail, so that a second time changes them and adds none. */
import { fold } from '../../../contracts/fold.ts'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import type { PlaceId } from '../../../contracts/places.ts'
import type { Directorate, Municipality, Staff } from '../../demo/types.ts'
import { system } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { directorates, emailOf, setMunicipality } from './identity.ts'
import { hashPassword } from './password.ts'
import { speakFor } from './people.store.ts'
import * as people from './people.store.ts'
import * as store from './store.ts'

export const seedMunicipality = (tx: Tx, row: Municipality, more: { country: string; demo: boolean }): Promise<void> =>
  setMunicipality(tx, { name: row.name, zone: row.zone, ...row.centre, mainNumber: row.mainNumber, ...more })

/** @returns the directorates' ids by slug. */
export async function seedDirectorates(tx: Tx, rows: readonly Directorate[]): Promise<Map<string, DirectorateId>> {
  await store.putDirectorates(tx, rows.map(({ slug, name, does }) => ({ id: newId<DirectorateId>(), slug, name, does })))
  return directorateIds(tx)
}
export const directorateIds = async (tx: Tx): Promise<Map<string, DirectorateId>> => new Map((await directorates(tx)).map((d) => [d.slug, d.id]))

/** Accounts for trying the desk out; they sign in from this machine only. Passwords are set anew each time. @param places ids by slug, for muhtars */
export async function seedDemoStaff(db: Db, rows: readonly (Staff & { password: string })[], places: ReadonlyMap<string, PlaceId> = new Map()): Promise<void> {
  // Before the transaction: forty hashes take seconds.
  const hashes = await Promise.all(rows.map((row) => hashPassword(row.password)))
  await db.transaction(system('set-up'), async (tx) => {
    const directorateBySlug = await directorateIds(tx)
    for (const [i, row] of rows.entries()) {
      const email = emailOf(row.email)
      const there = await store.staffByEmail(tx, email)
      const directorateId = row.directorate === undefined ? null : directorateBySlug.get(row.directorate)
      if (directorateId === undefined) throw new Error(`${row.login}: no directorate ${row.directorate}`)
      const person = {
        id: there?.id ?? newId<StaffId>(), name: row.name, folded: fold(row.name), email, roles: [row.role], directorateId,
        phone: row.mobile ?? null, language: there?.language ?? ('tr' as const), mustChangePassword: false,
      }
      if (there) await store.updateStaff(tx, person)
      else await store.insertStaff(tx, person)
      const own = row.speaksFor && places.get(row.speaksFor)
      if (own) await speakFor(tx, person.id, [own])
      await store.putDemoCredential(tx, person.id, hashes[i]!)
      if (row.role === 'deputy_mayor') await people.setDeputyMayor(tx, person.id)
      if (row.role === 'director' && directorateId) await people.setDirector(tx, directorateId, person.id)
    }
  })
}
