/** Things an administrator edits: written whole, never over what somebody else changed since, each change kept and undoable. */
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { type Change, type ChangeId, type Missing, type SettingKind, type SettingValue, settingValues, type Uses } from '../../contracts/settings.ts'
import type { Tx } from './db.ts'
import { publish } from './events.ts'
import { newId } from './ids.ts'
import { Refusal } from './refusal.ts'

/** How a room lets one kind of its things be edited. `id` is the thing's own: a UUID, or the key of the kind. */
export type Setting<K extends SettingKind = SettingKind> = {
  readonly kind: K
  /** All, retired ones too, in the order people look for them. May leave heavy parts (borders) null. */
  list(tx: Tx): Promise<{ id: string; value: SettingValue<K> }[]>
  read(tx: Tx, id: string): Promise<SettingValue<K> | undefined>
  /** Writes it whole. What the shape cannot say is refused here, naming the field: `new Refusal(code, facts, 'value.name.tr')`. */
  write(tx: Tx, id: string, value: SettingValue<K>, before: SettingValue<K> | undefined): Promise<void>
  /** Only where the kind can be deleted at all; asked after `uses` of all rooms came back empty. */
  remove?(tx: Tx, id: string): Promise<void>
  /** Writes many at once, and removes those without an `after`; nothing of them is checked. For kinds that come by thousands. */
  writeMany?(tx: Tx, rows: readonly Row[]): Promise<void>
}
/** Where a room uses a thing of any room: what, and how often. */
export type UsesOf = { [K in SettingKind]?: (tx: Tx, id: string) => Promise<Uses> }
/** Where any of these rooms uses a thing; what is nowhere is not named. */
export async function usesIn(rooms: readonly { readonly uses?: UsesOf }[], tx: Tx, kind: SettingKind, id: string): Promise<Uses> {
  const all: Uses = {}
  for (const room of rooms)
    for (const [what, count] of Object.entries((await room.uses?.[kind]?.(tx, id)) ?? {})) if (count > 0) all[what] = (all[what] ?? 0) + count
  return all
}
/** What a room finds missing for its work. */
export type MissingOf = (tx: Tx) => Promise<Missing[]>
/** A kind with its types forgotten, for lists of kinds. */
export type AnySetting = Setting<never>
export const setting = <K extends SettingKind>(s: Setting<K>): AnySetting => s as unknown as AnySetting

type Loose = { kind: SettingKind; read(tx: Tx, id: string): Promise<unknown>; write(tx: Tx, id: string, value: unknown, before: unknown): Promise<void>; remove?(tx: Tx, id: string): Promise<void> }
type Wish = { id: string; version: number | undefined; value: unknown; batch?: string; undoes?: Change }

/**
 * Makes, changes or (value undefined) deletes one thing and keeps what it was. Equal values are no change.
 * @param wish.version the one last read; undefined only for imports, which read and write in one transaction.
 * @param wish.undoes must be the newest change of the thing; then the value is made of it.
 * @returns the version it has now
 * @throws Refusal `setting.newer` with who changed it and when
 */
export async function change(tx: Tx, of: AnySetting, wish: Wish): Promise<number> {
  const room = of as unknown as Loose
  const { kind } = room
  await sql`insert into settings.thing (kind, id, version) values (${kind}, ${wish.id}, 0) on conflict do nothing`.execute(tx)
  const held = (await sql<{ version: number; at: string | null; by: string | null }>`
    select version, changed_at as at, changed_by as by from settings.thing where kind = ${kind} and id = ${wish.id} for update`.execute(tx)).rows[0]!
  // Asked behind the lock. What somebody wrote by another way (`touch`) is no change, and is left as she wrote it.
  const newest = wish.undoes ? await newestChange(tx, kind, wish.id) : held.version
  if (wish.version !== undefined && wish.version !== newest) throw new Refusal('setting.newer', { version: held.version, at: held.at, by: held.by })
  const before = await room.read(tx, wish.id)
  const value = wish.undoes ? asBefore(wish.undoes, before) : wish.value
  if (value === undefined) {
    if (before === undefined) throw new Refusal('setting.not_found')
    if (!room.remove) throw new Refusal('setting.stays')
    await room.remove(tx, wish.id)
  } else await room.write(tx, wish.id, value, before)
  const after = await room.read(tx, wish.id)
  if (isDeepStrictEqual(before, after)) return held.version
  const version = held.version + 1
  await sql`
    insert into settings.change (id, kind, thing_id, version, at, before, after, batch, undoes)
    values (${newId<ChangeId>()}, ${kind}, ${wish.id}, ${version}, ${tx.now}, ${json(before)}::jsonb, ${json(after)}::jsonb, ${wish.batch ?? null}, ${wish.undoes?.id ?? null})`.execute(tx)
  await sql`update settings.thing set version = ${version}, changed_at = ${tx.now}, changed_by = ${tx.by.id} where kind = ${kind} and id = ${wish.id}`.execute(tx)
  // An import is told of once, by whoever runs it.
  if (!wish.batch) await publish(tx, 'setting.changed', { kind, id: wish.id }, ['everyone'])
  return version
}
const newestChange = async (tx: Tx, kind: SettingKind, id: string): Promise<number> =>
  (await sql<{ version: number }>`select coalesce(max(version), 0) as version from settings.change where kind = ${kind} and thing_id = ${id}`.execute(tx)).rows[0]!.version
/** What a thing becomes when its newest change is undone; undefined: it goes. What has come since that is no change stays. */
export function asBefore({ kind, before, after }: Pick<Change, 'kind' | 'before' | 'after'>, now: unknown): unknown {
  if (before === null || after === null) return before === null ? undefined : asOfToday(kind, before)
  const changed = Object.entries(before).filter(([field, was]) => !isDeepStrictEqual(was, after[field]))
  return asOfToday(kind, { ...(now ?? before), ...Object.fromEntries(changed) })
}
/** What was kept years ago, in the shape of today: fields that came since have their defaults. */
function asOfToday(kind: SettingKind, kept: unknown): unknown {
  const read = settingValues[kind].safeParse(kept)
  return read.success ? read.data : kept
}
/** Whose thing it is wrote of it herself, by an operation of her own: whoever read it before that overwrites nothing. */
export const touch = (tx: Tx, kind: SettingKind, id: string) => sql`
  insert into settings.thing (kind, id, version, changed_at, changed_by) values (${kind}, ${id}, 1, ${tx.now}, ${tx.by.id})
  on conflict (kind, id) do update set version = settings.thing.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(tx)

/** One of the many things of an import, as it was and as it becomes. */
export type Row = { id: string; before: object | undefined; /** Undefined: it goes. */ after: object | undefined; undoes?: ChangeId }
/**
 * As `change`, for all rows of an import at once: one by one 20,000 streets took 32 s, and for as long as a transaction
 * writes nobody on the desk hears of anything new. Whoever imports has checked the rows, and holds whatever lock makes that last.
 * @param write writes them to the room's own tables
 */
export async function changeMany(tx: Tx, kind: SettingKind, batch: string, rows: readonly Row[], write: () => Promise<void>): Promise<void> {
  const told = JSON.stringify(rows.map(({ id, before, after, undoes }) => ({ change: newId<ChangeId>(), id, before: before ?? null, after: after ?? null, undoes })))
  const given = sql`jsonb_to_recordset(${told}::jsonb) as r (change uuid, id text, before jsonb, after jsonb, undoes uuid)`
  await sql`insert into settings.thing (kind, id, version) select ${kind}, r.id, 0 from ${given} order by r.id on conflict do nothing`.execute(tx)
  await sql`select 1 from settings.thing where kind = ${kind} and id in (select r.id from ${given}) order by id for update`.execute(tx)
  await write()
  await sql`
    insert into settings.change (id, kind, thing_id, version, at, before, after, batch, undoes)
    select r.change, t.kind, t.id, t.version + 1, ${tx.now}::timestamptz, nullif(r.before, 'null'::jsonb), nullif(r.after, 'null'::jsonb), ${batch}::uuid, r.undoes
    from ${given} join settings.thing t on t.kind = ${kind} and t.id = r.id`.execute(tx)
  await sql`
    update settings.thing t set version = t.version + 1, changed_at = ${tx.now}, changed_by = ${tx.by.id} from ${given} where t.kind = ${kind} and t.id = r.id`.execute(tx)
}
/** Does it, or nothing of it when that is refused; the rest of the transaction goes on. @returns whether it was done */
export async function alone(tx: Tx, work: () => Promise<void>): Promise<boolean> {
  await sql`savepoint alone`.execute(tx)
  try {
    await work()
    await sql`release savepoint alone`.execute(tx)
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await sql`rollback to savepoint alone`.execute(tx)
    await sql`release savepoint alone`.execute(tx)
    return false
  }
}
const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))

export type Held = { version: number; changedAt: string | null; changedBy: string | null }
/** Versions of all things of a kind that were ever edited. */
export async function versions(tx: Tx, kind: SettingKind, id?: string): Promise<Map<string, Held>> {
  const { rows } = await sql<Held & { id: string }>`
    select id, version, changed_at as "changedAt", changed_by as "changedBy" from settings.thing where kind = ${kind} and ${id === undefined ? sql`true` : sql`id = ${id}`}`.execute(tx)
  return new Map(rows.map(({ id: thing, ...held }) => [thing, held]))
}
const whole = { before: sql`c.before`, after: sql`c.after` }
/** A page of borders drawn with 20,000 corners each would be tens of megabytes. The digest tells two drawings apart. */
const inShort = (value: typeof whole.before) => sql`case when jsonb_typeof(${value} -> 'border') = 'object' then jsonb_set(${value}, '{border}', jsonb_build_object(
  'type', ${value} #> '{border,type}', 'digest', md5(${value} ->> 'border'), 'corners', (select count(*) from jsonb_path_query(${value} -> 'border',
    case ${value} #>> '{border,type}' when 'Polygon' then '$.coordinates[*][*]'::jsonpath else '$.coordinates[*][*][*]' end)))) else ${value} end`
const short: typeof whole = { before: inShort(whole.before), after: inShort(whole.after) }
const later = sql`from settings.change n where n.kind = c.kind and n.thing_id = c.thing_id`
const newest = sql`not exists (select ${later} and n.version > c.version)`
/** Whatever came after it was undone again. */
const standsNow = sql`(select n.after is not distinct from c.after ${later} order by n.version desc limit 1)`
const ofChange = ({ before, after }: typeof whole, last = newest) => sql`
  select c.id, c.kind, c.thing_id as "thingId", c.version, c.at, c.by, ${before} as before, ${after} as after, c.batch, c.undoes,
    exists (select from settings.change u where u.undoes = c.id) as undone, ${last} as newest
  from settings.change c`
/** Newest first, borders in short. */
export async function changesOf(tx: Tx, given: { kind?: SettingKind; id?: string; before?: { at: string; id: string }; most: number }): Promise<Change[]> {
  const { rows } = await sql<Change>`${ofChange(short)}
    where ${given.kind ? sql`c.kind = ${given.kind}` : sql`true`} and ${given.id === undefined ? sql`true` : sql`c.thing_id = ${given.id}`}
      and ${given.before ? sql`(c.at, c.id) < (${given.before.at}::timestamptz, ${given.before.id}::uuid)` : sql`true`}
    order by c.at desc, c.id desc limit ${given.most}`.execute(tx)
  return rows
}
export async function oneChange(tx: Tx, id: ChangeId): Promise<Change | undefined> {
  return (await sql<Change>`${ofChange(whole)} where c.id = ${id}`.execute(tx)).rows[0]
}
/**
 * Newest first, so that what was made last is taken back first; `newest` is also what stands again since the later was
 * undone. From now on nobody else changes any of these things.
 */
export async function changesOfBatch(tx: Tx, batch: string): Promise<Change[]> {
  await sql`
    select 1 from settings.thing t where (t.kind, t.id) in (select c.kind, c.thing_id from settings.change c where c.batch = ${batch}) order by t.kind, t.id for update`.execute(tx)
  return (await sql<Change>`${ofChange(whole, standsNow)} where c.batch = ${batch} order by c.id desc`.execute(tx)).rows
}
