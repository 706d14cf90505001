/** Statements about crews. They name only tables of the schema `resolution`. */
import { sql } from 'kysely'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import type { CrewId } from '../../../contracts/work.ts'
import type { Tx } from '../../platform/db.ts'

export type CrewRow = { id: CrewId; directorateId: DirectorateId; name: string; people: StaffId[]; retired: boolean }
export async function crews(tx: Tx, given: { id?: CrewId; directorateId?: DirectorateId } = {}): Promise<CrewRow[]> {
  const { rows } = await sql<CrewRow>`
    select c.id, c.directorate_id as "directorateId", c.name, c.retired_at is not null as retired,
      coalesce((select array_agg(m.staff_id order by m.staff_id) from resolution.crew_member m where m.crew_id = c.id), '{}') as people
    from resolution.crew c where ${given.id ? sql`c.id = ${given.id}` : sql`true`} and ${given.directorateId ? sql`c.directorate_id = ${given.directorateId}` : sql`true`}
    order by c.name collate "tr-x-icu", c.id`.execute(tx)
  return rows
}
export async function putCrew(tx: Tx, { id, directorateId, name, people, retired }: CrewRow): Promise<void> {
  await sql`
    insert into resolution.crew (id, directorate_id, name, retired_at) values (${id}, ${directorateId}, ${name}, ${retired ? tx.now : null})
    on conflict (id) do update set directorate_id = excluded.directorate_id, name = excluded.name,
      retired_at = case when excluded.retired_at is null then null else coalesce(resolution.crew.retired_at, excluded.retired_at) end`.execute(tx)
  await sql`delete from resolution.crew_member where crew_id = ${id} and staff_id <> all(${people}::uuid[])`.execute(tx)
  await sql`insert into resolution.crew_member (crew_id, staff_id) select ${id}::uuid, unnest(${people}::uuid[]) on conflict do nothing`.execute(tx)
}
export async function deleteCrew(tx: Tx, id: CrewId): Promise<void> {
  await sql`delete from resolution.crew_member where crew_id = ${id}`.execute(tx)
  await sql`delete from resolution.crew where id = ${id}`.execute(tx)
}
export const leaveCrews = (tx: Tx, staffId: StaffId) => sql`delete from resolution.crew_member where staff_id = ${staffId}`.execute(tx)
export async function using(tx: Tx, what: 'crew' | 'directorate' | 'staff', id: string): Promise<{ orders: number; crews: number }> {
  return (await sql<{ orders: number; crews: number }>`select orders, crews from resolution.work_using(${what}, ${id}::uuid)`.execute(tx)).rows[0] ?? { orders: 0, crews: 0 }
}
