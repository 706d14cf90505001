/** Lists and borders out of files: first shown, then written all or nothing, as one batch that can be taken back. */
import type { BordersPreview, Imported, ListKind, ListPreview } from '../../../contracts/places.ts'
import type { SettingValue } from '../../../contracts/settings.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { changeMany, type Row } from '../../platform/settings.ts'
import { municipality } from '../identity/index.ts'
import { boxOf } from './border.ts'
import { type BorderPlan, borderPlan } from './border-file.ts'
import { type Ours, type Plan, planOf } from './list.ts'
import { sayingOf, writeLandmarks, writeStreets } from './settings.ts'
import * as store from './settings.store.ts'
import { tableOf } from './table.ts'

const rowsShown = 2000, wrongShown = 1000
type Counts = ListPreview['counts']
const countsOf = (rows: readonly { what: keyof Counts }[]): Counts => {
  const counts = { new: 0, same: 0, changed: 0, error: 0 }
  for (const { what } of rows) counts[what]++
  return counts
}
/** The beginning, and whatever is wrong further on. */
function shown<R extends { what: keyof Counts }>(rows: readonly R[]): R[] {
  let wrong = 0
  return rows.filter((row, i) => (row.what === 'error' && ++wrong <= wrongShown) || (row.what !== 'error' && i < rowsShown))
}

async function listPlan(tx: Tx, kind: ListKind, file: Buffer): Promise<Plan & { encoding: ListPreview['encoding']; ours: Ours }> {
  const table = tableOf(file)
  const ours = {
    place: await store.places(tx), institution: await store.institutions(tx),
    street: kind === 'street' ? await store.streets(tx) : [], landmark: kind === 'landmark' ? await store.landmarks(tx) : [],
  }
  return { ...planOf(table, kind, ours), encoding: table.encoding, ours }
}
export async function previewPlaces(tx: Tx, { kind, file }: { kind: ListKind; file: Buffer }): Promise<ListPreview> {
  const { encoding, columns, rows } = await listPlan(tx, kind, file)
  const inOrder = rows.toSorted((a, b) => a.line - b.line).map(({ id: _id, patch: _patch, ...row }) => row)
  return { encoding, columns, counts: countsOf(rows), rows: shown(inOrder) }
}
export async function importPlaces(tx: Tx, { kind, file, skipErrors }: { kind: ListKind; file: Buffer; skipErrors?: boolean | undefined }): Promise<Imported> {
  await store.alone(tx, kind)
  const { rows, ours } = await listPlan(tx, kind, file)
  return write(tx, kind, rows, await asTheyAre(tx, kind, ours), skipErrors)
}

async function borders(tx: Tx, file: Buffer, property: string | undefined): Promise<BorderPlan & { ours: Ours['place'] }> {
  const drawn = new Map((await store.allBorders(tx)).map(({ id, border }) => [id, border]))
  const ours = await store.places(tx)
  return { ...borderPlan(file, { property, places: ours.filter((one) => !one.value.retired), drawn, centre: await municipality(tx) }), ours }
}
export async function previewBorders(tx: Tx, { file, property }: { file: Buffer; property?: string | undefined }): Promise<BordersPreview> {
  const { rows, ours: _ours, ...rest } = await borders(tx, file, property)
  return { ...rest, counts: countsOf(rows), rows: rows.map(({ border: _border, ...row }) => row) }
}
export async function importBorders(tx: Tx, { file, property, skipErrors }: { file: Buffer; property: string; skipErrors?: boolean | undefined }): Promise<Imported> {
  await store.alone(tx, 'place')
  const { rows, ours } = await borders(tx, file, property)
  const found = rows.map((row) => ({ what: row.what, id: row.placeId ?? '', patch: { border: row.border } }))
  return write(tx, 'place', found, await asTheyAre(tx, 'place', { place: ours, street: [], landmark: [], institution: [] }), skipErrors)
}

/** Values by id, whole: lists of places leave the borders out. */
async function asTheyAre(tx: Tx, kind: ListKind, ours: Ours): Promise<Map<string, object>> {
  const values = new Map<string, object>(ours[kind].map((one) => [one.id, one.value]))
  if (kind === 'place') for (const { id, border } of await store.allBorders(tx)) values.set(id, { ...values.get(id), border })
  return values
}

type ToWrite = { what: keyof Counts; id: string; patch: object }
async function write(tx: Tx, kind: ListKind, rows: readonly ToWrite[], values: ReadonlyMap<string, object>, skipErrors = false): Promise<Imported> {
  const counts = countsOf(rows)
  if (counts.error > 0 && !skipErrors) throw new Refusal('list.errors', { errors: counts.error })
  const toWrite = rows.flatMap(({ what, id, patch }): Row[] => (what === 'new' || what === 'changed' ? [{ id, before: values.get(id), after: { ...values.get(id), ...patch } }] : []))
  const told = { new: counts.new, changed: counts.changed, same: counts.same, skipped: counts.error }
  if (!toWrite.length) return { batch: null, ...told }
  const batch = newId<string>()
  try {
    await changeMany(tx, kind, batch, toWrite, async () => void (await writers[kind](tx, toWrite, values)))
  } catch (error) {
    // Somebody was saving one of them, and waited for our names as we did for hers.
    if (error instanceof Error && 'code' in error && error.code === '40P01') throw new Refusal('setting.newer', { version: null, at: null, by: null })
    throw error
  }
  await publish(tx, 'setting.changed', { kind, id: batch }, ['everyone'])
  return { batch, ...told }
}

/** The rows have passed the same rules that a single one is saved by; see `list.ts` and `border-file.ts`. */
const writers: Record<ListKind, (tx: Tx, rows: readonly Row[], values: ReadonlyMap<string, object>) => Promise<unknown>> = {
  place(tx, rows, values) {
    const given = rows.map(({ id, after }) => ({ id, value: after as SettingValue<'place'> }))
    const names = new Map([...values].map(([id, value]) => [id, (value as SettingValue<'place'>).name]))
    for (const { id, value } of given) names.set(id, value.name)
    return store.putPlaces(tx, given.map(({ id, value }) => ({
      id, value, ...sayingOf(value.kind, value.name, value.withinId && (names.get(value.withinId) ?? null)), box: value.border ? boxOf(value.border) : undefined,
    })))
  },
  street: writeStreets,
  landmark: writeLandmarks,
}
