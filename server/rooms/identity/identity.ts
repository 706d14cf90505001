/** Staff, directorates, roles, sessions: who may do what. */
import { fold, foldedWords } from '../../../contracts/fold.ts'
import type { Colleague, Directorate, DirectorateId, Me, Staff, StaffId } from '../../../contracts/identity.ts'
import { done, type Language } from '../../../contracts/kit.ts'
import { permissionsOf } from '../../../contracts/permissions.ts'
import { type Actor, system } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { touch } from '../../platform/settings.ts'
import { hashPassword, oneTimePassword } from './password.ts'
import * as people from './people.store.ts'
import type { HomeTown } from './store.ts'
import * as store from './store.ts'

/** Addresses are compared by invariant rules, never by Turkish ones: `I` is `i` here. */
export const emailOf = (text: string): string => text.trim().toLowerCase()

/** @throws Refusal when the desk has not been told whose it is: set-up does that before anything is served. */
export async function municipality(tx: Tx): Promise<HomeTown> {
  const found = await store.municipality(tx)
  if (!found) throw new Refusal('identity.municipality_unavailable')
  return found
}
export const setMunicipality = async (tx: Tx, row: HomeTown): Promise<void> => void (await store.putMunicipality(tx, row))

/** Those in use. */
export const directorates = (tx: Tx): Promise<Directorate[]> => store.directorates(tx)
/** Retired ones too. */
export const allDirectorates = (tx: Tx): Promise<Directorate[]> => store.directorates(tx, 'all')
/** In the order asked for; unknown ids and repeated ones are left out. */
export async function directoratesByIds(tx: Tx, ids: readonly DirectorateId[]): Promise<Directorate[]> {
  if (ids.length === 0) return []
  const found = new Map((await store.directorates(tx, ids)).map((d) => [d.id, d]))
  return [...new Set(ids)].flatMap((id) => found.get(id) ?? [])
}

/** People by id, also those who have left: a timeline still names them. */
export async function staffByIds(tx: Tx, ids: readonly StaffId[]): Promise<Map<StaffId, Colleague & { phone: string | null; left: boolean }>> {
  if (ids.length === 0) return new Map()
  const rows = await store.staff(tx, [...new Set(ids)])
  return new Map(rows.map(({ id, name, roles, directorateId, phone, left }) => [id, { id, name, roles, directorateId, phone, left }]))
}

/** People one can mention, by the beginnings of their names' words. */
export async function colleagues(tx: Tx, given: { q?: string; directorateId?: DirectorateId; most?: number }): Promise<Colleague[]> {
  const rows = await store.staffByWords(tx, foldedWords(given.q ?? ''), given.directorateId, given.most ?? 50)
  return rows.map(({ id, name, roles, directorateId }) => ({ id, name, roles, directorateId }))
}

export async function me(tx: Tx, id: string): Promise<Me> {
  const [person] = await store.staff(tx, [id as StaffId])
  if (!person || person.left) throw new Refusal('identity.not_found')
  const { name, email, roles, language, mustChangePassword } = person
  const [directorate] = person.directorateId ? await directoratesByIds(tx, [person.directorateId]) : []
  return {
    id: person.id, name, email, roles, language, mustChangePassword, may: mustChangePassword ? [] : [...permissionsOf(roles)],
    directorate: directorate ?? null, municipality: await municipality(tx),
  }
}
export async function setLanguage(tx: Tx, given: { language: Language }): Promise<typeof done> {
  const [person] = await store.staff(tx, [tx.by.id as StaffId])
  if (!person || person.language === given.language) return done
  // Whoever edits her account at this moment would put the old language back.
  await touch(tx, 'staff', tx.by.id)
  await store.setMyLanguage(tx, given.language)
  return done
}

export async function staff(tx: Tx): Promise<Staff[]> {
  const waiting = await people.invites(tx)
  return (await store.staff(tx)).map((row) => shown(row, waiting))
}
export async function oneStaff(tx: Tx, id: StaffId): Promise<Staff | undefined> {
  const [row] = await store.staff(tx, [id])
  return row && shown(row, await people.invites(tx, id))
}
const shown = ({ mustChangePassword: _hidden, ...row }: store.StaffRow, waiting: ReadonlyMap<StaffId, string>): Staff => ({ ...row, invitedUntil: waiting.get(row.id) ?? null })

export type NewAccount = Omit<store.StaffRow, 'left' | 'mustChangePassword'> & { password: string }
/** Makes an account by hand, without an invitation. Its password is known to whoever made it, so it must be changed before anything else. */
export async function makeAccount(db: Db, given: NewAccount, by: Actor): Promise<void> {
  const { password, ...row } = given
  const hash = await hashPassword(password)
  await db.transaction(by, async (tx) => {
    const made = await store.insertStaff(tx, { ...row, email: emailOf(row.email), folded: fold(row.name), mustChangePassword: true })
    if (!made) throw new Refusal('identity.email_taken', {}, 'email')
    await store.insertCredential(tx, row.id, hash)
  })
}

/** The first account of an empty desk; undefined when there is an administrator already. Its password opens only its own change. */
export async function ensureFirstAdministrator(db: Db, address = 'admin@akmasa.local'): Promise<{ email: string; password: string } | undefined> {
  const by = system('set-up')
  if (await db.transaction(by, store.anyAdministrator)) return undefined
  const email = emailOf(address)
  const password = oneTimePassword()
  await makeAccount(db, { id: newId<StaffId>(), name: email, email, roles: ['administrator'], directorateId: null, phone: null, language: 'tr', password }, by)
  return { email, password }
}
