import type { StaffId } from '../../../contracts/identity.ts'
import { done } from '../../../contracts/kit.ts'
import type { Change, Missing, SettingKind, SettingRow, settingsApi } from '../../../contracts/settings.ts'
import type { Tx } from '../../platform/db.ts'
import type { Handlers } from '../../platform/http/operations.ts'
import { newId } from '../../platform/ids.ts'
import { publish } from '../../platform/events.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Room } from '../../platform/room.ts'
import { alone, asBefore, change, changeMany, changesOf, changesOfBatch, type Held, oneChange, type Row, type Setting, usesIn, versions } from '../../platform/settings.ts'
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
const keyed: ReadonlySet<SettingKind> = new Set(['agreement_rules', 'approval_rules', 'contact_rules', 'municipality', 'holiday', 'incoming_number', 'line', 'spoken_text', 'message_template', 'pause_reason', 'wrap_up_code', 'statutory_rules', 'emergency_rules', 'escalation_rules'])
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
    const goes = wish.undoes ? wish.undoes.before === null : wish.value === undefined
    try {
      await change(tx, one, wish)
    } catch (error) {
      // Each held what the other wanted; the database let one go on and told this one.
      if (isOf(error, '40P01')) throw new Refusal('setting.newer', { version: null, at: null, by: null })
      if (isOf(error, '23503') && goes) throw new Refusal('setting.in_use')
      const by = error instanceof Refusal && error.code === 'setting.newer' ? error.facts.by : undefined
      if (typeof by !== 'string' || !(error instanceof Refusal)) throw error
      throw new Refusal(error.code, { ...error.facts, by: (await names(tx, [by]))(by) })
    }
  }
  /** Deleting is for mistakes; what anything refers to is retired. */
  async function mustBeUnused(tx: Tx, kind: SettingKind, id: string): Promise<void> {
    of(kind, id)
    const uses = await usesOf(tx, kind, id)
    if (Object.keys(uses).length) throw new Refusal('setting.in_use', uses)
  }
  async function undo(tx: Tx, one: Change, batch?: string): Promise<void> {
    if (one.before === null) await mustBeUnused(tx, one.kind, one.thingId)
    // Of a batch all are locked already, and chosen behind the lock.
    await changed(tx, one.kind, { id: one.thingId, version: batch === undefined ? one.version : undefined, value: undefined, undoes: one, ...(batch && { batch }) })
  }
  /** At once, where nothing can use what goes: row by row 20,000 streets took 40 s. @returns false: one of them cannot be undone */
  async function undoMany(tx: Tx, all: readonly Change[], batch: string): Promise<boolean> {
    const [{ kind }] = all as [Change]
    const { writeMany } = of(kind)
    if (!writeMany || all.some((one) => one.kind !== kind) || rooms.some((room) => room.uses?.[kind])) return false
    const rows = all.map((one): Row => ({ id: one.thingId, before: one.after ?? undefined, after: asBefore(one, one.after ?? undefined) as object | undefined, undoes: one.id }))
    return alone(tx, async () => {
      try {
        await changeMany(tx, kind, batch, rows, () => writeMany(tx, rows))
      } catch (error) {
        // A name that is taken again, a place that is gone: row by row it turns out which.
        throw isOf(error, '23505') || isOf(error, '23503') ? new Refusal('setting.in_use') : error
      }
    })
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
      await mustBeUnused(tx, kind, id)
      await changed(tx, kind, { id, version, value: undefined })
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
    async change(tx, { changeId }) {
      const one = await oneChange(tx, changeId)
      if (!one) throw new Refusal('change.not_found')
      return { ...one, by: (await names(tx, [one.by]))(one.by) }
    },
    async undoBatch(tx, { batch }) {
      const all = await changesOfBatch(tx, batch), newest = all.filter((one) => one.newest && !one.undone)
      if (!all.length) throw new Refusal('change.not_found')
      // One batch again, so that the history says it in one line.
      const back = newId<string>()
      let undone = 0
      if (newest.length && (await undoMany(tx, newest, back))) undone = newest.length
      // What is in use by now stays; the rest of the import goes.
      else for (const one of newest) if (await alone(tx, () => undo(tx, one, back))) undone++
      if (undone) await publish(tx, 'setting.changed', { kind: all[0]!.kind, id: back }, ['everyone'])
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
/** A mark that is none begins at the beginning. */
function markOf(cursor: string | undefined): { at: string; id: string } | undefined {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) (\S+)$/.exec(cursor ?? '') ?? []
  return at && id && uuid.test(id) && !Number.isNaN(Date.parse(at)) ? { at, id } : undefined
}
