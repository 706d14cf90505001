/** Lists and borders out of files: first shown, then written all or nothing, as one batch that can be taken back. */
import type { BordersPreview, Imported, ListKind, ListPreview } from '../../../contracts/places.ts'
import type { Border, SettingKind } from '../../../contracts/settings.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type AnySetting, change } from '../../platform/settings.ts'
import { municipality } from '../identity/index.ts'
import { type BorderPlan, borderPlan } from './border-file.ts'
import { type Plan, planOf } from './list.ts'
import { placesSettings } from './settings.ts'
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

async function listPlan(tx: Tx, kind: ListKind, file: Buffer): Promise<Plan & { encoding: ListPreview['encoding'] }> {
  const table = tableOf(file)
  const ours = {
    place: await store.places(tx), institution: await store.institutions(tx),
    street: kind === 'street' ? await store.streets(tx) : [], landmark: kind === 'landmark' ? await store.landmarks(tx) : [],
  }
  return { ...planOf(table, kind, ours), encoding: table.encoding }
}
export async function previewPlaces(tx: Tx, { kind, file }: { kind: ListKind; file: Buffer }): Promise<ListPreview> {
  const { encoding, columns, rows } = await listPlan(tx, kind, file)
  const inOrder = rows.toSorted((a, b) => a.line - b.line).map(({ id: _id, patch: _patch, ...row }) => row)
  return { encoding, columns, counts: countsOf(rows), rows: shown(inOrder) }
}
export async function importPlaces(tx: Tx, { kind, file, skipErrors }: { kind: ListKind; file: Buffer; skipErrors?: boolean | undefined }): Promise<Imported> {
  const { rows } = await listPlan(tx, kind, file)
  return write(tx, kind, rows.map((row) => ({ ...row, where: { line: row.line } })), skipErrors)
}

async function borders(tx: Tx, file: Buffer, property: string | undefined): Promise<BorderPlan> {
  const drawn = new Map((await store.allBorders(tx)).map(({ id, border }) => [id, border]))
  const places = (await store.places(tx)).filter((one) => !one.value.retired)
  return borderPlan(file, { property, places, drawn, centre: await municipality(tx) })
}
export async function previewBorders(tx: Tx, { file, property }: { file: Buffer; property?: string | undefined }): Promise<BordersPreview> {
  const { rows, ...rest } = await borders(tx, file, property)
  return { ...rest, counts: countsOf(rows), rows: rows.map(({ border: _border, ...row }) => row) }
}
export async function importBorders(tx: Tx, { file, property, skipErrors }: { file: Buffer; property: string; skipErrors?: boolean | undefined }): Promise<Imported> {
  const { rows } = await borders(tx, file, property)
  return write(tx, 'place', rows.map((row) => ({ what: row.what, id: row.placeId ?? '', patch: { border: row.border as Border | null }, where: { feature: row.at } })), skipErrors)
}

type ToWrite = { what: keyof Counts; id: string; patch: Record<string, unknown>; where: Record<string, number> }
async function write(tx: Tx, kind: SettingKind & ListKind, rows: readonly ToWrite[], skipErrors = false): Promise<Imported> {
  const counts = countsOf(rows)
  if (counts.error > 0 && !skipErrors) throw new Refusal('list.errors', { errors: counts.error })
  const of = placesSettings.find((one) => one.kind === kind) as AnySetting
  const toWrite = rows.filter((row) => row.what === 'new' || row.what === 'changed')
  const batch = newId<string>()
  for (const { id, patch, where } of toWrite) {
    try {
      const before = (await of.read(tx, id)) as object | undefined
      await change(tx, of, { id, version: undefined, value: { ...before, ...patch }, batch })
    } catch (error) {
      // The field is one of a form nobody has open here; the row says where to look.
      if (error instanceof Refusal) throw new Refusal(error.code, { ...error.facts, ...where })
      throw error
    }
  }
  if (toWrite.length) await publish(tx, 'setting.changed', { kind, id: batch }, ['everyone'])
  return { batch: toWrite.length ? batch : null, new: counts.new, changed: counts.changed, same: counts.same, skipped: counts.error }
}
