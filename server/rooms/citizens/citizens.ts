/** Who speaks to us and how to reach them; notices given and consents. */
import type { Citizen, CitizenId, Reporter, Way } from '../../../contracts/citizens.ts'
import { fold, foldedWords } from '../../../contracts/fold.ts'
import { done, type Language } from '../../../contracts/kit.ts'
import type { PlaceId } from '../../../contracts/places.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { municipality } from '../identity/index.ts'
import { placeById } from '../places/index.ts'
import { normalisePhone } from './phone.ts'
import * as store from './store.ts'

/** In no order; who is unknown, or may not be seen, is left out. */
export const citizensByIds = async (tx: Tx, ids: readonly CitizenId[]): Promise<Citizen[]> => (ids.length === 0 ? [] : store.byIds(tx, ids))
export const citizenById = async (tx: Tx, id: CitizenId): Promise<Citizen | undefined> => (await store.byIds(tx, [id]))[0]
/** All who gave this number: a telephone has many users. @param phone as `normalisePhone` writes it */
export const findByPhone = (tx: Tx, phone: string): Promise<Citizen[]> => store.byPhone(tx, phone)

/** By the beginnings of the words of a name, or by part of a number; at most ten. */
export async function findCitizens(tx: Tx, { q }: { q: string }): Promise<Citizen[]> {
  const most = 10
  const digits = q.replace(/[\s+()./-]/g, '')
  const ids = /^\d+$/.test(digits) ? await numbered(tx, digits, most) : await named(tx, foldedWords(q), most)
  const found = new Map((await citizensByIds(tx, ids)).map((citizen) => [citizen.id, citizen]))
  return ids.flatMap((id) => found.get(id) ?? [])
}
const named = async (tx: Tx, words: readonly string[], most: number) => (words.length === 0 ? [] : store.named(tx, words, most))
/** The zeros before a number are ways to dial it, not part of it. Two digits would find half the town. */
async function numbered(tx: Tx, digits: string, most: number): Promise<CitizenId[]> {
  const part = digits.replace(/^0+/, '')
  return part.length < 3 ? [] : store.numbered(tx, part, most)
}

/** Which text was read to the person, and how she answered: a channel, `phone` or `counter`. */
export type Asked = { notice: string; how: string }
/** The person behind a report, and the number it came from when one was given. */
export type Found = { citizen: Citizen; phone: string | null }

/**
 * The citizen a report comes from; made when nobody of this name is known by this number. Undefined: anonymous.
 * A name already known is not overwritten, a new number is added, and the answer to "may we write to you" is kept.
 * @throws Refusal `case.unknown_citizen`, `case.wrong_phone`, at the reporter's field
 */
export async function findOrMake(tx: Tx, reporter: Reporter, asked: Asked): Promise<Found | undefined> {
  if (reporter.anonymous) return undefined
  const phone = reporter.phone === undefined ? null : normalisePhone(reporter.phone, (await municipality(tx)).country)
  if (phone === undefined) throw new Refusal('case.wrong_phone', {}, 'reporter.phone')
  if (phone) await store.lockPhone(tx, phone)

  const id = (await knownAs(tx, reporter, phone)) ?? (await make(tx, reporter))
  if (phone) await store.addPhone(tx, id, phone)
  await keepConsent(tx, id, reporter.mayMessage, asked)
  // How she wants to hear from us is what she said last.
  if (reporter.way || reporter.email) await store.setWay(tx, id, reporter.way ?? null, reporter.email ?? null)
  const citizen = (await citizenById(tx, id))!
  return { citizen, phone: phone ?? citizen.phones[0] ?? null }
}

async function knownAs(tx: Tx, { citizenId, name }: Reporter, phone: string | null): Promise<CitizenId | undefined> {
  if (citizenId) {
    const chosen = await citizenById(tx, citizenId)
    if (!chosen) throw new Refusal('case.unknown_citizen', {}, 'reporter.citizenId')
    if (!chosen.name && name) await store.setName(tx, chosen.id, name, fold(name))
    return chosen.id
  }
  if (!phone) return undefined
  // Without a name it is whoever calls from here without one, never one of those who are known by name.
  const wanted = name === undefined ? null : fold(name)
  return (await findByPhone(tx, phone)).find((c) => (c.name === null ? null : fold(c.name)) === wanted)?.id
}
async function make(tx: Tx, { name, language }: Reporter): Promise<CitizenId> {
  const id = newId<CitizenId>()
  await store.insert(tx, id, { name: name ?? null, folded: name === undefined ? null : fold(name), language })
  return id
}

const messages = 'messages'
/** A new row when the answer differs from the last; nobody asked yet has said no. */
async function keepConsent(tx: Tx, citizenId: CitizenId, given: boolean, asked: Asked): Promise<void> {
  if (((await store.lastConsent(tx, citizenId, messages)) ?? false) === given) return
  await store.insertConsent(tx, { id: newId(), citizenId, what: messages, given, ...asked })
}
/** Did she last say that we may write to her? */
export const mayMessage = async (tx: Tx, id: CitizenId): Promise<boolean> => (await store.lastConsent(tx, id, messages)) ?? false

/** Did she say yes to what is not about a case of hers? Nobody is asked for it yet. */
export const mayAdvertise = async (tx: Tx, id: CitizenId): Promise<boolean> => (await store.lastConsent(tx, id, 'commercial')) ?? false
/** She wants no more messages; kept with the way she said so. */
export const endMessages = (tx: Tx, id: CitizenId, how: string): Promise<void> => keepConsent(tx, id, false, { notice: 'stop', how })

type Change = { citizenId: CitizenId; name: string | null; placeId: PlaceId | null; street: string | null; language: Language; note: string | null; email?: string | null | undefined; way?: Way | undefined }
export async function changeCitizen(tx: Tx, { citizenId, ...to }: Change): Promise<typeof done> {
  if (to.placeId && !(await placeById(tx, to.placeId))) throw new Refusal('case.unknown_place', {}, 'placeId')
  if (!(await store.update(tx, citizenId, { ...to, email: to.email, way: to.way, folded: to.name === null ? null : fold(to.name) }))) throw new Refusal('citizen.not_found')
  return done
}
