import type { StaffId } from '../../../contracts/identity.ts'
import { done } from '../../../contracts/kit.ts'
import { type Change, type Missing, type SettingKind, type SettingRow, settingValues, type settingsApi } from '../../../contracts/settings.ts'
import type { Tx } from '../../platform/db.ts'
import type { Handlers } from '../../platform/http/operations.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Room } from '../../platform/room.ts'
import { alone, change, changesOf, changesOfBatch, type Held, oneChange, type Setting, usesIn, versions } from '../../platform/settings.ts'
import { staffByIds } from '../identity/index.ts'

const page = 50
const untouched: Held = { version: 0, changedAt: null, changedBy: null }
/** Whoever acted, by name; the parts of the system by their own (`system:set-up`). */
async function names(tx: Tx, ids: readonly (string | null)[]): Promise<(id: string) => string> {
  const people = ids.filter((id): id is string => id !== null && !id.includes(':'))
  const known = await staffByIds(tx, [...new Set(people)] as StaffId[])
  return (id) => known.get(id as StaffId)?.name ?? id
}
/** What hurts most is asked for first. */
const weight: Record<Missing['hurts'], number> = { stops: 0, half: 1, advice: 2 }

/** Kinds whose things are known by a key that people read; all others by a UUID. */
const keyed: ReadonlySet<SettingKind> = new Set(['municipality', 'holiday', 'incoming_number', 'line', 'spoken_text', 'message_template', 'pause_reason', 'wrap_up_code'])
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const readable = /^[\p{L}\p{N}+:._-]+$/u
/** Where the form says a key that is there already. */
const keyField: { [K in SettingKind]?: string } = { holiday: 'value.day', incoming_number: 'value.number', pause_reason: 'value.code', wrap_up_code: 'value.code' }

export function settingsRoutes(rooms: readonly Room[]): Handlers<typeof settingsApi> {
  const kinds = new Map(rooms.flatMap((room) => room.settings ?? []).map((s) => [s.kind as SettingKind, s]))
  const of = (kind: SettingKind, id?: string) => {
    const found = kinds.get(kind)
    const known = id === undefined || (keyed.has(kind) ? readable : uuid).test(id)
    if (!found || !known) throw new Refusal('setting.not_found')
    return found as unknown as Setting
  }
  const usesOf = (tx: Tx, kind: SettingKind, id: string) => usesIn(rooms, tx, kind, id)
  async function row(tx: Tx, kind: SettingKind, id: string): Promise<SettingRow> {
    const value = await of(kind, id).read(tx, id)
    if (!value) throw new Refusal('setting.not_found')
    const held = (await versions(tx, kind, id)).get(id) ?? untouched
    return { id, value, ...held, changedBy: held.changedBy && (await names(tx, [held.changedBy]))(held.changedBy) }
  }
  /** The later of two is told who was before her. */
  async function changed(tx: Tx, kind: SettingKind, wish: Parameters<typeof change>[2]): Promise<void> {
    const one = of(kind, wish.id) as unknown as Parameters<typeof change>[1]
    try {
      await change(tx, one, wish)
    } catch (error) {
      // Each held what the other wanted; the database let one go on and told this one.
      if (isOf(error, '40P01')) throw new Refusal('setting.newer', { version: null, at: null, by: null })
      if (isOf(error, '23503') && wish.value === undefined) throw new Refusal('setting.in_use')
      const by = error instanceof Refusal && error.code === 'setting.newer' ? error.facts.by : undefined
      if (typeof by !== 'string' || !(error instanceof Refusal)) throw error
      throw new Refusal(error.code, { ...error.facts, by: (await names(tx, [by]))(by) })
    }
  }
  /** Deleting is for mistakes; what anything refers to is retired. */
  async function remove(tx: Tx, wish: { kind: SettingKind; id: string; version: number; undoes?: Change['id'] }): Promise<void> {
    of(wish.kind, wish.id)
    const uses = await usesOf(tx, wish.kind, wish.id)
    if (Object.keys(uses).length) throw new Refusal('setting.in_use', uses)
    await changed(tx, wish.kind, { ...wish, value: undefined })
  }
  async function undo(tx: Tx, one: Change): Promise<void> {
    if (one.before === null) await remove(tx, { kind: one.kind, id: one.thingId, version: one.version, undoes: one.id })
    else await changed(tx, one.kind, { id: one.thingId, version: one.version, value: asNow(one.kind, one.before), undoes: one.id })
  }

  return {
    async settings(tx, { kind }) {
      const held = await versions(tx, kind), name = await names(tx, [...held.values()].map((h) => h.changedBy))
      return (await of(kind).list(tx)).map(({ id, value }) => {
        const { changedBy, ...rest } = held.get(id) ?? untouched
        return { id, value, ...rest, changedBy: changedBy && name(changedBy) }
      })
    },
    async setting(tx, { kind, id }) {
      return { ...(await row(tx, kind, id)), uses: await usesOf(tx, kind, id) }
    },
    async saveSetting(tx, { kind, id, version, value, isNew }) {
      if (isNew && (await of(kind, id).read(tx, id))) throw new Refusal(kind === 'holiday' ? 'holiday.day_taken' : 'setting.name_taken', {}, keyField[kind])
      await changed(tx, kind, { id, version, value })
      return row(tx, kind, id)
    },
    async deleteSetting(tx, { kind, id, version }) {
      await remove(tx, { kind, id, version })
      return done
    },
    async changes(tx, { kind, id, after }) {
      const mark = markOf(after)
      const rows = await changesOf(tx, { ...(kind && { kind }), ...(id !== undefined && { id: id.replaceAll('\0', '') }), ...(mark && { before: mark }), most: page + 1 })
      const shown = rows.slice(0, page), end = shown.at(-1), name = await names(tx, shown.map((c) => c.by))
      return { rows: shown.map((c) => ({ ...c, by: name(c.by) })), next: rows.length > page && end ? `${end.at} ${end.id}` : null }
    },
    async undoChange(tx, { changeId }) {
      const one = await oneChange(tx, changeId)
      if (!one) throw new Refusal('change.not_found')
      if (!one.newest) throw new Refusal('change.not_newest')
      await undo(tx, one)
      return done
    },
    async undoBatch(tx, { batch }) {
      const all = await changesOfBatch(tx, batch)
      if (!all.length) throw new Refusal('change.not_found')
      let undone = 0
      for (const one of all) {
        if (!one.newest) continue
        // What is in use by now stays; the rest of the import goes.
        if (await alone(tx, () => undo(tx, one))) undone++
      }
      return { undone, kept: all.length - undone }
    },
    async checklist(tx) {
      const all: Missing[] = []
      for (const room of rooms) all.push(...((await room.missing?.(tx)) ?? []))
      return all.sort((a, b) => weight[a.hurts] - weight[b.hurts])
    },
  }
}

const isOf = (error: unknown, sqlState: string): boolean => error instanceof Error && 'code' in error && error.code === sqlState
/** What was kept years ago, in the shape of today: fields that came since have their defaults. */
function asNow(kind: SettingKind, kept: unknown): unknown {
  const read = settingValues[kind].safeParse(kept)
  return read.success ? read.data : kept
}
/** A mark that is none begins at the beginning. */
function markOf(cursor: string | undefined): { at: string; id: string } | undefined {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) (\S+)$/.exec(cursor ?? '') ?? []
  return at && id && uuid.test(id) && !Number.isNaN(Date.parse(at)) ? { at, id } : undefined
}
