/** Every statement this room runs. It names only tables of the schema `imports`. */
import { sql } from 'kysely'
import type { ImportFile, ImportId, ImportMapping, ImportRow, ImportStatus, RowProblem } from '../../../contracts/imports.ts'
import type { Tx } from '../../platform/db.ts'
import type { ColumnValues } from './columns.ts'

/** As it stands; `madeBy` is an id. */
export type Stored = ImportRow & {
  file: ImportFile | null; mapping: ImportMapping | null; sha256: string | null; startedBy: string | null; backTo: string | null; problems: number
}
const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
const figures = sql`
  i.id, i.name, i.status, i.bytes, i.received, i.made_at as "madeAt", i.made_by as "madeBy", i.started_at as "startedAt", i.ended_at as "endedAt", i.rows, i.position,
  i.came_in as "cameIn", i.warned, i.refused, i.already, i.taken_back as "takenBack", i.kept, i.failure`

export async function imports(tx: Tx): Promise<ImportRow[]> {
  const { rows } = await sql<ImportRow>`select ${figures} from imports.import i order by i.made_at desc, i.id desc limit 100`.execute(tx)
  return rows
}
async function one(tx: Tx, id: ImportId, lock: boolean): Promise<Stored | undefined> {
  const { rows } = await sql<Stored>`
    select ${figures}, i.file, i.mapping, i.sha256, i.started_by as "startedBy", i.back_to as "backTo", (select count(*) from imports.problem p where p.import_id = i.id) as problems
    from imports.import i where i.id = ${id} ${lock ? sql`for update of i` : sql``}`.execute(tx)
  return rows[0]
}
export const importById = (tx: Tx, id: ImportId) => one(tx, id, false)
/** Waits for whoever holds it, then holds it until the transaction ends. */
export const lockImport = (tx: Tx, id: ImportId) => one(tx, id, true)

/** False when there is one of this id. */
export async function insertImport(tx: Tx, given: { id: ImportId; name: string; bytes: number }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into imports.import (id, name, status, bytes, made_at, made_by) values (${given.id}, ${given.name}, 'receiving', ${given.bytes}, ${tx.now}, ${tx.by.id})
    on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}
/** What is still to come of files under way: space already promised. */
export async function promisedBytes(tx: Tx): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`select coalesce(sum(bytes - received), 0)::bigint as bytes from imports.import where status = 'receiving'`.execute(tx)
  return rows[0]!.bytes
}
export const setReceived = (tx: Tx, id: ImportId, received: number) => sql`update imports.import set received = ${received} where id = ${id}`.execute(tx)
export const setFile = (tx: Tx, id: ImportId, sha256: string, file: ImportFile, values: readonly ColumnValues[]) => sql`
  update imports.import set status = 'read', sha256 = ${sha256}, file = ${json(file)}, column_values = ${json(values)}, rows = ${file.rows}, mapping = null where id = ${id}`.execute(tx)
export async function columnValues(tx: Tx, id: ImportId, column: number): Promise<ColumnValues> {
  const { rows } = await sql<{ values: ColumnValues }>`select column_values -> ${column}::int as values from imports.import where id = ${id}`.execute(tx)
  return rows[0]?.values ?? null
}
export async function sameBytes(tx: Tx, id: ImportId, sha256: string): Promise<{ id: ImportId; name: string; at: string; status: ImportStatus }[]> {
  const { rows } = await sql<{ id: ImportId; name: string; at: string; status: ImportStatus }>`
    select id, name, made_at as at, status from imports.import where sha256 = ${sha256} and id <> ${id} and status not in ('receiving', 'read') order by made_at desc limit 5`.execute(tx)
  return rows
}

export const setRunning = (tx: Tx, id: ImportId, mapping: ImportMapping) => sql`
  update imports.import set status = 'running', mapping = ${json(mapping)}, started_at = coalesce(started_at, ${tx.now}), started_by = coalesce(started_by, ${tx.by.id}), ended_at = null, failure = null
  where id = ${id}`.execute(tx)
export const setStatus = (tx: Tx, id: ImportId, status: ImportStatus, failure: string | null = null) => sql`
  update imports.import set status = ${status}, failure = ${failure}, ended_at = ${['canceled', 'failed', 'done', 'taken_back'].includes(status) ? tx.now : null} where id = ${id}`.execute(tx)
/** Back from the beginning: those kept the last time are looked at again. */
export const setTakingBack = (tx: Tx, id: ImportId) => sql`update imports.import set status = 'taking_back', back_to = null, kept = 0, ended_at = null where id = ${id}`.execute(tx)
export const noteBatch = (tx: Tx, id: ImportId, more: { rows: number; cameIn: number; warned: number; refused: number; already: number }) => sql`
  update imports.import set position = position + ${more.rows}, came_in = came_in + ${more.cameIn}, warned = warned + ${more.warned}, refused = refused + ${more.refused},
    already = already + ${more.already} where id = ${id}`.execute(tx)
export const noteTakenBack = (tx: Tx, id: ImportId, more: { deleted: number; kept: number; last: string }) => sql`
  update imports.import set taken_back = taken_back + ${more.deleted}, kept = kept + ${more.kept}, back_to = ${more.last} where id = ${id}`.execute(tx)
export const deleteImport = (tx: Tx, id: ImportId) => sql`delete from imports.import where id = ${id}`.execute(tx)

/** The oldest at work that no other process holds. */
export async function nextAtWork(tx: Tx): Promise<ImportId | undefined> {
  const { rows } = await sql<{ id: ImportId }>`
    select id from imports.import where status in ('running', 'taking_back') order by started_at limit 1 for update skip locked`.execute(tx)
  return rows[0]?.id
}
/** Files whose import nobody goes on with. */
export async function leftLying(tx: Tx, before: Date): Promise<{ id: ImportId; status: ImportStatus }[]> {
  const { rows } = await sql<{ id: ImportId; status: ImportStatus }>`
    select id, status from imports.import where status in ('receiving', 'read', 'canceled', 'failed') and coalesce(ended_at, made_at) < ${before}`.execute(tx)
  return rows
}

export async function insertProblems(tx: Tx, id: ImportId, problems: readonly RowProblem[]): Promise<void> {
  if (problems.length === 0) return
  const times = new Map<number, number>()
  const rows = problems.map((problem) => {
    const no = (times.get(problem.row) ?? 0) + 1
    times.set(problem.row, no)
    return { ...problem, no }
  })
  await sql`
    insert into imports.problem (import_id, row, no, "column", value, code, kind)
    select ${id}, r.row, r.no, r."column", r.value, r.code, r.kind
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (row int, no int, "column" text, value text, code text, kind text)`.execute(tx)
}
export async function problemsOf(tx: Tx, id: ImportId): Promise<RowProblem[]> {
  const { rows } = await sql<RowProblem>`select row, "column", value, code, kind from imports.problem where import_id = ${id} order by row, no`.execute(tx)
  return rows
}
