/** Institutions, places, streets and landmarks as an administrator edits them. */
import { fold } from '../../../contracts/fold.ts'
import type { Border, Missing, SettingValue } from '../../../contracts/settings.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type AnySetting, type Row, setting, type UsesOf } from '../../platform/settings.ts'
import { boxOf, cornersOf, crossingOf, openAt } from './border.ts'
import { placeLabel, searchWords } from './label.ts'
import * as store from './settings.store.ts'

/** A border of more corners is finer than any map of ours shows, and slow to draw in a browser. */
export const mostCorners = 20_000

/** @throws Refusal `place.border_open` and `place.border_crosses` with where, `place.border_fine` */
export function checkBorder(border: Border, field = 'value.border'): void {
  const open = openAt(border)
  if (open) throw new Refusal('place.border_open', open, field)
  if (cornersOf(border) > mostCorners) throw new Refusal('place.border_fine', { most: mostCorners }, field)
  const crossing = crossingOf(border)
  if (crossing) throw new Refusal('place.border_crosses', rounded(crossing), field)
}
const rounded = ({ lat, lon }: { lat: number; lon: number }) => ({ lat: Number(lat.toFixed(6)), lon: Number(lon.toFixed(6)) })

function checkPin({ lat, lon }: { lat: number | null; lon: number | null }): void {
  if ((lat === null) !== (lon === null)) throw new Refusal('place.pin_half', {}, lat === null ? 'value.lat' : 'value.lon')
}
/** A reference to what is there and in use; what was there before may stay though it is retired by now. */
function checkReference(found: { retired: boolean } | undefined, field: string, unchanged: boolean): void {
  if (!found) throw new Refusal('setting.unknown_reference', {}, field)
  if (found.retired && !unchanged) throw new Refusal('setting.retired_reference', {}, field)
}
const taken = (name: string, twin: { retired: boolean }, field: string) => new Refusal('setting.name_taken', { name, retired: twin.retired }, field)

const institution = setting({
  kind: 'institution',
  list: (tx) => store.institutions(tx),
  read: async (tx, id) => (await store.institutions(tx, id))[0]?.value,
  async write(tx, id, value) {
    const twin = (await store.institutions(tx)).find((one) => one.id !== id && fold(one.value.name.tr) === fold(value.name.tr))
    if (twin) throw taken(value.name.tr, twin.value, 'value.name.tr')
    await store.putInstitution(tx, id, value)
  },
  remove: async (tx, id) => void (await store.remove(tx, 'institution', [id])),
})

/** What it is called in full, and the words it is found by. */
export const sayingOf = (kind: store.Lineage['kind'], name: string, within: string | null) => {
  const label = placeLabel({ kind, name, within })
  return { label, folded: searchWords(label) }
}

const place = setting({
  kind: 'place',
  list: (tx) => store.places(tx),
  read: (tx, id) => store.place(tx, id),
  async write(tx, id, value, before) {
    checkPin(value)
    if (value.border) checkBorder(value.border)
    await store.alone(tx, 'place')
    const { kind, name, withinId, institutionId } = value
    if (withinId !== null) checkReference(await store.lineage(tx, withinId), 'value.withinId', withinId === before?.withinId)
    if (withinId !== null && (withinId as string === id || (await store.around(tx, withinId)).includes(id))) throw new Refusal('place.within_itself', {}, 'value.withinId')
    if (institutionId !== null) checkReference((await store.institutions(tx, institutionId))[0]?.value, 'value.institutionId', institutionId === before?.institutionId)
    const said = sayingOf(kind, name, withinId && (await store.lineage(tx, withinId))!.name)
    // Names recur: a neighbourhood, a village and two hamlets may all be called Saray.
    const twin = await store.placeCalled(tx, { kind, withinId, folded: said.folded })
    if (twin && twin.id as string !== id) throw taken(name, twin, 'value.name')
    await store.putPlaces(tx, [{ id, value, ...said, box: value.border ? boxOf(value.border) : undefined }])
    if (before && before.name !== name) for (const one of await store.below(tx, id)) await store.relabel(tx, one.id, sayingOf(one.kind, one.name, name))
  },
  remove: async (tx, id) => void (await store.remove(tx, 'place', [id])),
})

const street = setting({
  kind: 'street',
  list: (tx) => store.streets(tx),
  read: async (tx, id) => (await store.streets(tx, id))[0]?.value,
  async write(tx, id, value, before) {
    checkPin(value)
    await store.alone(tx, 'street')
    checkReference(await store.place(tx, value.placeId), 'value.placeId', value.placeId === before?.placeId)
    const folded = searchWords(value.name)
    const twin = await store.streetCalled(tx, value.placeId, folded)
    if (twin && twin.id !== id) throw taken(value.name, twin, 'value.name')
    await store.putStreets(tx, [{ id, value, folded }])
  },
  remove: async (tx, id) => void (await store.remove(tx, 'street', [id])),
  writeMany: writeStreets,
})

const landmark = setting({
  kind: 'landmark',
  list: (tx) => store.landmarks(tx),
  read: async (tx, id) => (await store.landmarks(tx, id))[0]?.value,
  async write(tx, id, value, before) {
    checkPin(value)
    await store.alone(tx, 'landmark')
    if (value.placeId !== null) checkReference(await store.place(tx, value.placeId), 'value.placeId', value.placeId === before?.placeId)
    const twin = await store.landmarkCalled(tx, value.placeId, value.name.tr)
    if (twin && twin.id !== id) throw taken(value.name.tr, twin, 'value.name.tr')
    await store.putLandmarks(tx, [{ id, value, folded: searchWords(value.name.tr, value.name.en, ...value.synonyms) }])
  },
  remove: async (tx, id) => void (await store.remove(tx, 'landmark', [id])),
  writeMany: writeLandmarks,
})

const split = <K extends 'street' | 'landmark'>(rows: readonly Row[]) => ({
  go: rows.flatMap(({ id, after }) => (after ? [] : [id])), stay: rows.flatMap(({ id, after }) => (after ? [{ id, value: after as SettingValue<K> }] : [])),
})
export async function writeStreets(tx: Tx, rows: readonly Row[]): Promise<void> {
  const { go, stay } = split<'street'>(rows)
  await store.alone(tx, 'street')
  if (go.length) await store.remove(tx, 'street', go)
  await store.putStreets(tx, stay.map(({ id, value }) => ({ id, value, folded: searchWords(value.name) })))
}
export async function writeLandmarks(tx: Tx, rows: readonly Row[]): Promise<void> {
  const { go, stay } = split<'landmark'>(rows)
  await store.alone(tx, 'landmark')
  if (go.length) await store.remove(tx, 'landmark', go)
  await store.putLandmarks(tx, stay.map(({ id, value }) => ({ id, value, folded: searchWords(value.name.tr, value.name.en, ...value.synonyms) })))
}

export const placesSettings: readonly AnySetting[] = [institution, place, street, landmark]
export const placesUses: UsesOf = {
  place: (tx, id) => store.usesOfPlace(tx, id),
  institution: async (tx, id) => ({ places: await store.placesServedBy(tx, id) }),
}
/** Without places a case has no "where" but words, and nobody else's duty is known. */
export async function placesMissing(tx: Tx): Promise<Missing[]> {
  return (await store.anyPlace(tx)) ? [] : [{ code: 'no_places', hurts: 'half', kind: 'place', thingId: null, facts: {} }]
}
