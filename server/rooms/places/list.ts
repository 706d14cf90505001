/** What a list would make of our places, streets or landmarks: row by row new, the same, changed or wrong. Pure. */
import { isDeepStrictEqual } from 'node:util'
import { fold } from '../../../contracts/fold.ts'
import type { ListColumn, ListKind, ListPreview, ListRow, PlaceId, PlaceKind } from '../../../contracts/places.ts'
import type { SettingValue } from '../../../contracts/settings.ts'
import { newId } from '../../platform/ids.ts'
import { columnsOf, degrees, kindOf, wholeNumber } from './columns.ts'
import { placeLabel, searchWords } from './label.ts'
import type { Table } from './table.ts'

type Known<K extends ListKind | 'institution'> = { id: string; value: SettingValue<K> }
export type Ours = { place: Known<'place'>[]; street: Known<'street'>[]; landmark: Known<'landmark'>[]; institution: Known<'institution'>[] }
type Patch = Record<string, unknown>
/** `patch` is what the row changes of the thing; for a new one it is all of it. */
export type Planned = ListRow & { id: string; patch: Patch }
/** In the order to write them: villages before their hamlets. */
export type Plan = { columns: ListPreview['columns']; rows: Planned[] }
type Cells = Partial<Record<ListColumn, string>>
type Code = NonNullable<ListRow['problem']>['code']
class Wrong extends Error {
  readonly code: Code
  readonly facts: Record<string, string | number>
  constructor(code: Code, facts: Record<string, string | number> = {}) { super(code); this.code = code; this.facts = facts }
}

export function planOf(table: Table, kind: ListKind, ours: Ours): Plan {
  const as = columnsOf(table.header, kind)
  const reader = { place: placeReader, street: streetReader, landmark: landmarkReader }[kind](ours)
  const seen = new Map<string, number>()
  const lastLine = table.rows.at(-1)?.line
  const read = ({ line, cells, given }: { line: number; cells: string[]; given: Cells }): Planned => {
    const values: ListRow['values'] = Object.fromEntries(as.flatMap((column, i) => (column && column !== 'name' ? [[column, cells[i] || null]] : [])))
    const row = { line, name: (given.name ?? '').slice(0, 120), values }
    try {
      checkCells(cells, as.length, line === lastLine)
      const { id, key, patch, was } = reader(given)
      const twin = seen.get(key)
      if (twin !== undefined) throw new Wrong('list.row_twice', { line: twin })
      seen.set(key, line)
      return { ...row, id, patch, was, what: was === null ? 'new' : Object.keys(patch).length ? 'changed' : 'same', problem: null }
    } catch (error) {
      if (!(error instanceof Wrong)) throw error
      return { ...row, id: '', patch: {}, was: null, what: 'error', problem: { code: error.code, facts: error.facts } }
    }
  }
  const rows = table.rows.map(({ line, cells }) => ({ line, cells, given: Object.fromEntries(as.flatMap((column, i) => (column && cells[i] ? [[column, cells[i]]] : []))) as Cells }))
  // A hamlet's village may stand below it in the file.
  const late = ({ given }: { given: Cells }) => Number(kind === 'place' && kindOf(given.kind ?? '') === 'hamlet')
  const planned = rows.toSorted((a, b) => late(a) - late(b)).map(read)
  return { columns: table.header.map((header, i) => ({ header, as: as[i] ?? null })), rows: planned }
}

/** Half a file ends within a row; a separator within a name makes one too many. */
function checkCells(cells: readonly string[], columns: number, last: boolean): void {
  if ((last && cells.length < columns) || cells.slice(columns).some(Boolean)) throw new Wrong('list.cells', { cells: cells.length, columns })
}
function nameOf(given: Cells): string {
  if (!given.name) throw new Wrong('list.name_missing')
  if (given.name.length > 120) throw new Wrong('list.name_long', { most: 120 })
  return given.name
}
function pinOf({ lat, lon }: Cells): { lat?: number; lon?: number } {
  if (!lat && !lon) return {}
  if (!lat || !lon) throw new Wrong('list.pin_half')
  const [north, east] = [degrees(lat), degrees(lon)]
  if (north === undefined || east === undefined || Math.abs(north) > 90 || Math.abs(east) > 180) throw new Wrong('list.pin_range', { lat, lon })
  return { lat: north, lon: east }
}
/** Only what differs; a blank cell says nothing. `was` tells it as it stands, for the eyes. */
function differing(value: Patch, wanted: Patch, inWords: (column: string, value: unknown) => string | number | null): { patch: Patch; was: Record<string, string | number | null> } {
  const patch = Object.fromEntries(Object.entries(wanted).filter(([name, to]) => !isDeepStrictEqual(to, value[name])))
  return { patch, was: Object.fromEntries(Object.keys(patch).map((name) => [name, inWords(name, value[name])])) }
}
type Read = { id: string; key: string; patch: Patch; was: Record<string, string | number | null> | null }

/** Places by every way their name is written: `Saray`, `Saray Mahallesi`, `saray mah.` */
export function placesByName(places: readonly Known<'place'>[] = []) {
  const found = new Map<string, Known<'place'>[]>()
  const names = new Map<string, string>()
  const add = (one: Known<'place'>): void => {
    const { kind, name, withinId } = one.value
    names.set(one.id, name)
    const within = withinId && names.get(withinId)
    const ways = [name, placeLabel({ kind, name, within: null }), ...(within ? [placeLabel({ kind, name, within })] : [])]
    for (const way of new Set(ways.map(fold))) found.set(way, [...(found.get(way) ?? []), one])
  }
  for (const one of places.toSorted((a, b) => Number(a.value.withinId !== null) - Number(b.value.withinId !== null))) add(one)
  const find = (text: string): Known<'place'>[] => found.get(fold(text).replace(/ (mah|mh)$/, ' mahallesi').replace(/ koy$/, ' koyu')) ?? found.get(fold(text)) ?? []
  return { add, find, nameOf: (id: string) => names.get(id) ?? null }
}

function placeReader(ours: Ours): (given: Cells) => Read {
  const byName = placesByName(ours.place)
  const institutions = ours.institution.filter((one) => !one.value.retired)
  const withinOf = (text: string): PlaceId => {
    const found = byName.find(text).filter((one) => one.value.kind !== 'hamlet' && !one.value.retired)
    const villages = found.filter((one) => one.value.kind === 'village')
    const [first, second] = villages.length ? villages : found
    if (!first) throw new Wrong('list.within_unknown', { name: text })
    if (second) throw new Wrong('list.within_ambiguous', { name: text })
    return first.id as PlaceId
  }
  const institutionOf = (text: string) => {
    const names = (one: Known<'institution'>) => [fold(one.value.name.tr), fold(one.value.name.en)]
    const whole = institutions.filter((one) => names(one).includes(fold(text)))
    // `İl Özel İdaresi` for `Bitlis İl Özel İdaresi`, where there is but one.
    const [found, another] = whole.length ? whole : institutions.filter((one) => names(one).some((name) => name.includes(fold(text))))
    if (!found || another) throw new Wrong('list.institution_unknown', { name: text })
    return found.id
  }
  const same = (kind: PlaceKind, name: string, withinId: PlaceId | null) => {
    const called = byName.find(name).filter((one) => one.value.kind === kind)
    // Whose village was not known yet is told it now; a hamlet of the name in another village is another one.
    const there = called.filter((one) => one.value.withinId === withinId)
    const found = withinId === null ? called : there.length ? there : called.filter((one) => one.value.withinId === null)
    if (found.length > 1) throw new Wrong('list.ambiguous', { name })
    return found[0]
  }
  return (given) => {
    const name = nameOf(given)
    const kind = given.kind ? kindOf(given.kind) : 'neighbourhood'
    if (!kind) throw new Wrong('list.kind_unknown', { word: given.kind! })
    const population = given.population ? wholeNumber(given.population) : undefined
    if (given.population && population === undefined) throw new Wrong('list.number', { word: given.population })
    // Only a hamlet lies in another place of ours; elsewhere the column names the district.
    const withinId = kind === 'hamlet' && given.within ? withinOf(given.within) : null
    const wanted = {
      ...(withinId && { withinId }), ...(given.institution && { institutionId: institutionOf(given.institution) }), ...(population !== undefined && { population }), ...pinOf(given),
    }
    const found = same(kind, name, withinId)
    if (found) {
      const key = found.id
      return { id: key, key, ...differing(found.value, wanted, (column, value) => (column === 'withinId' ? (value ? byName.nameOf(String(value)) : null) : column === 'institutionId' ? institutions.find((one) => one.id === value)?.value.name.tr ?? null : value as string | number | null)) }
    }
    const id = newId<PlaceId>()
    const value: SettingValue<'place'> = { kind, name, withinId: null, institutionId: null, population: null, lat: null, lon: null, border: null, retired: false }
    const whole = { ...value, ...wanted } as SettingValue<'place'>
    byName.add({ id, value: whole })
    return { id, key: id, patch: whole, was: null }
  }
}

/** The place a street or landmark lies in; names recur, so `Saray` alone may say too little. */
function placeFinder(ours: Ours): (text: string) => { id: string; label: string } {
  const byName = placesByName(ours.place.filter((one) => !one.value.retired))
  return (text) => {
    const [first, second] = byName.find(text)
    if (!first) throw new Wrong('list.within_unknown', { name: text })
    if (second) throw new Wrong('list.within_ambiguous', { name: text })
    return { id: first.id, label: first.value.name }
  }
}
function streetReader(ours: Ours): (given: Cells) => Read {
  const placeOf = placeFinder(ours)
  const known = new Map(ours.street.map((one) => [`${one.value.placeId} ${searchWords(one.value.name)}`, one]))
  return (given) => {
    const name = nameOf(given)
    if (!given.within) throw new Wrong('list.within_needed')
    const placeId = placeOf(given.within).id
    const key = `${placeId} ${searchWords(name)}`
    const found = known.get(key)
    if (found) return { id: found.id, key, ...differing(found.value, pinOf(given), (_, value) => value as number | null) }
    return { id: newId(), key, patch: { placeId, name, lat: null, lon: null, retired: false, ...pinOf(given) }, was: null }
  }
}
function landmarkReader(ours: Ours): (given: Cells) => Read {
  const placeOf = placeFinder(ours)
  const known = new Map<string, Known<'landmark'>[]>()
  for (const one of ours.landmark) known.set(fold(one.value.name.tr), [...(known.get(fold(one.value.name.tr)) ?? []), one])
  return (given) => {
    const name = nameOf(given)
    const placeId = given.within ? placeOf(given.within).id : null
    const called = known.get(fold(name)) ?? []
    const found = called.find((one) => one.value.placeId === placeId) ?? called.find((one) => placeId === null || one.value.placeId === null)
    const key = found?.id ?? `${placeId} ${fold(name)}`
    const synonyms = given.synonyms?.split(/[,;|/]/).map((word) => word.trim()).filter(Boolean).slice(0, 50)
    const wanted = { ...(placeId && { placeId }), ...(synonyms && { synonyms }), ...pinOf(given), ...(given.nameEn && { name: { tr: found?.value.name.tr ?? name, en: given.nameEn } }) }
    if (found) return { id: found.id, key, ...differing(found.value, wanted, (_, value) => (value === null || typeof value === 'number' ? value : JSON.stringify(value))) }
    return { id: newId(), key, patch: { name: { tr: name, en: given.nameEn ?? name }, synonyms: synonyms ?? [], placeId, lat: null, lon: null, retired: false, ...pinOf(given) }, was: null }
  }
}
