/** People who decide, and the way of a case up to its agreement, for tests of this room. */
import type { CaseId, MoveId } from '../../../contracts/cases.ts'
import type { PartBody, Plain, ProposalId } from '../../../contracts/proposals.ts'
import type { Role } from '../../../contracts/permissions.ts'
import { newId } from '../../platform/ids.ts'
import { operator, someone, type TestDesk } from '../../testing.ts'
import type { Town } from '../cases/testing.ts'
import { approveProposal } from './approvals.ts'
import { proposalPage } from './proposals.page.ts'
import { proposePart, submitProposal } from './proposals.ts'

type Slug = Parameters<Town['directorate']>[0]
export const moveId = () => newId<MoveId>()

/** A member of staff with a row of her own; `as` makes her director or deputy of her directorate. */
export async function person(desk: TestDesk, town: Town, name: string, roles: Role[], slug: Slug | null, as?: 'director' | 'deputy') {
  const actor = someone(roles, slug && town.directorate(slug))
  await desk.look(`insert into identity.staff (id, name, name_folded, email, roles, directorate_id, language, must_change_password) values ($1, $2, lower($2), $3, $4, $5, 'tr', false)`,
    [actor.id, name, `${actor.id}@example.org`, roles, actor.directorateId])
  if (as) await desk.look(`update identity.directorate set ${as}_id = $1 where id = $2`, [actor.id, actor.directorateId])
  return actor
}
/** Director and deputy of roads and of water, and a deputy mayor. */
export async function deciders(desk: TestDesk, town: Town) {
  return {
    roads: await person(desk, town, 'Rıza Yol', ['director'], 'roads', 'director'), roadsDeputy: await person(desk, town, 'Vedat Vekil', ['officer'], 'roads', 'deputy'),
    water: await person(desk, town, 'Suna Su', ['director'], 'water', 'director'), mayor: await person(desk, town, 'Bahar Başkan', ['deputy_mayor'], null),
  }
}

export const aPart = (more: Partial<PartBody> = {}): PartBody => ({
  kind: 'solution', what: 'Çukuru asfaltla kapatacağız', byWhom: 'Asfalt ekibi', from: '2026-11-25', to: '2026-11-26', costClass: 'small', citizenMust: null, alternatives: null, entersPrivate: false, costsCitizen: false, ...more,
})
export const source = { words: 'Don asfaltı kırmış' }
export const propose = (desk: TestDesk, town: Town, slug: Slug, caseId: CaseId, more: Partial<PartBody> = {}, plain?: Plain, id = moveId()) =>
  desk.as(town.officer(slug), (tx) => proposePart(tx, { caseId, id, part: aPart(more), source, plain }, town.officer(slug)))
export const pageOf = (desk: TestDesk, caseId: CaseId, by = operator) => desk.as(by, (tx) => proposalPage(tx, { caseId }, by))
/** The lead sends it as it was joined. */
export async function submit(desk: TestDesk, town: Town, slug: Slug, caseId: CaseId, plain?: Plain) {
  const { proposal } = await pageOf(desk, caseId, town.officer(slug))
  return desk.as(town.officer(slug), (tx) => submitProposal(tx, { caseId, id: moveId(), plain: plain ?? proposal!.plain!, revision: proposal!.revision }, town.officer(slug)))
}
export async function approve(desk: TestDesk, by: Awaited<ReturnType<typeof person>>, caseId: CaseId) {
  const { proposal } = await pageOf(desk, caseId)
  return desk.as(by, (tx) => approveProposal(tx, { proposalId: proposal!.id as ProposalId, id: moveId(), revision: proposal!.revision }, by))
}
