/** Who leads a directorate, and who is here: for whoever must find the person that decides. It names only tables of the schema `identity`. */
import { sql } from 'kysely'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import type { Bilingual } from '../../../contracts/kit.ts'
import type { Role } from '../../../contracts/permissions.ts'
import type { Tx } from '../../platform/db.ts'

export type Leaders = { directorateId: DirectorateId; name: Bilingual; retired: boolean; directorId: StaffId | null; deputyId: StaffId | null; deputyMayorId: StaffId | null }
export const leaders = async (tx: Tx): Promise<Leaders[]> => (await sql<Leaders>`
  select id as "directorateId", name, retired_at is not null as retired, director_id as "directorId", deputy_id as "deputyId", deputy_mayor_id as "deputyMayorId"
  from identity.directorate order by position, slug`.execute(tx)).rows
export type Here = { id: StaffId; name: string; roles: Role[]; directorateId: DirectorateId | null }
/** Everybody who has not left. */
export const peopleHere = async (tx: Tx): Promise<Here[]> => (await sql<Here>`
  select id, name, roles, directorate_id as "directorateId" from identity.staff where left_at is null order by name collate "tr-x-icu"`.execute(tx)).rows
