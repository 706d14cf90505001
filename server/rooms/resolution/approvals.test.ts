import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CaseId } from '../../../contracts/cases.ts'
import type { ProposalId } from '../../../contracts/proposals.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { supervisor, testDesk, type TestDesk } from '../../testing.ts'
import { aTown, opened, type Town } from '../cases/testing.ts'
import { approvals, approveMany, approveProposal, rewordProposal, sendBackProposal, setAbsence } from './approvals.ts'
import { approve, deciders, moveId, pageOf, person, propose, submit } from './testing.ts'
import { undoMove } from './undoing.ts'

let desk: TestDesk
let town: Town
let who: Awaited<ReturnType<typeof deciders>>
const start = '2026-11-23T09:00:00+03:00'
beforeAll(async () => { desk = await testDesk(start); town = await aTown(desk); who = await deciders(desk, town) })
beforeEach(async () => { desk.clock.set(start); await desk.look('delete from resolution.absence') })
afterAll(() => desk[Symbol.asyncDispose]())

const statusOf = async (id: CaseId) => (await desk.look<{ status: string }>('select status from cases.case where id = $1', [id]))[0]!.status
const approvedEvents = async (id: CaseId) => (await desk.look(`select 1 from outbox.event where name = 'proposal.approved' and fact->>'caseId' = $1`, [id])).length
/** A case of water alone, or of roads and water, that waits for its approval. */
async function waiting(more: Parameters<typeof propose>[4] = {}, report: Parameters<typeof opened>[2] = {}) {
  const { id } = await opened(desk, town, { topicId: town.topic('pipe'), answers: {}, ...report })
  await propose(desk, town, 'water', id, more)
  return { id, proposal: (await pageOf(desk, id)).proposal! }
}
async function ofTwo(more: Parameters<typeof propose>[4] = {}) {
  const { id } = await opened(desk, town)
  await propose(desk, town, 'roads', id, more)
  await propose(desk, town, 'water', id)
  await submit(desk, town, 'roads', id)
  return { id, proposal: (await pageOf(desk, id)).proposal! }
}
const sendBack = (by: Actor, proposalId: ProposalId, reason = 'Maliyeti yazın') => desk.as(by, (tx) => sendBackProposal(tx, { proposalId, id: moveId(), reason }, by))
const queue = (by: Actor) => desk.as(by, (tx) => approvals(tx, {}, by))
const away = (by: Actor, until: string | null) => desk.as(by, (tx) => setAbsence(tx, { until }, by))

describe('a proposal is approved', () => {
  test('by the director of each directorate with a part in it, and goes to the citizen with the last of them', async () => {
    const { id } = await ofTwo()
    expect(await approve(desk, who.roads, id)).toEqual({ status: 'awaiting_approval', left: 1 })
    expect(await approvedEvents(id)).toBe(0)
    expect(await approve(desk, who.water, id)).toEqual({ status: 'discussing', left: 0 })
    expect(await approvedEvents(id)).toBe(1)
    expect((await pageOf(desk, id)).proposal).toMatchObject({ status: 'approved', approvals: [{ status: 'approved', by: expect.any(String) }, { status: 'approved' }] })
  })

  test('above the director’s limit by the deputy mayor too', async () => {
    const { id } = await waiting({ costClass: 'large' })
    expect(await approve(desk, who.water, id)).toMatchObject({ left: 1 })
    expect((await queue(who.mayor)).rows).toMatchObject([{ proposal: { caseId: id }, cost: 'large', needs: [{ need: 'deputy_mayor', as: 'deputy_mayor' }] }])
    expect(await approve(desk, who.mayor, id)).toMatchObject({ status: 'discussing' })
  })

  test('by nobody whose it is not', async () => {
    const { id } = await waiting()
    for (const by of [who.roads, who.roadsDeputy, who.mayor, supervisor]) await expect(approve(desk, by as typeof who.roads, id)).rejects.toMatchObject({ code: expect.stringMatching(/^(approval.not_yours|proposal.not_found)$/) })
    await expect(approve(desk, town.officer('water') as typeof who.roads, id)).rejects.toMatchObject({ code: 'approval.not_yours' })
  })

  test('once: of two who decide at the same moment the second is told who came first, and when', async () => {
    const second = await person(desk, town, 'İkinci Müdür', ['director'], 'finance'), first = await person(desk, town, 'Birinci Müdür', ['director'], 'finance')
    const { id } = await opened(desk, town, { topicId: town.topic('licence'), kind: 'request', answers: {} })
    await propose(desk, town, 'finance', id)
    const { proposal } = await pageOf(desk, id)
    const press = (tx: Tx, by: Actor) => approveProposal(tx, { proposalId: proposal!.id, id: moveId(), revision: proposal!.revision }, by)
    let late: Promise<unknown> | undefined
    await desk.as(first, async (tx) => {
      await press(tx, first)
      late = expect(desk.as(second, (other) => press(other, second))).rejects.toMatchObject({ code: 'approval.decided', facts: { by: 'Birinci Müdür', at: expect.stringContaining('2026-11-23T06:00:00'), how: 'approved' } })
      await desk.someoneWaits() // the race, held still
    })
    await late
    expect((await desk.look(`select 1 from cases.move where case_id = $1 and move = 'approve'`, [id])).length).toBe(1)
  })

  test('only in the words that its director has read', async () => {
    const { id, proposal } = await waiting()
    const plain = { tr: 'Boruyu çarşamba onarıyoruz.', en: null }
    await desk.as(who.water, (tx) => rewordProposal(tx, { proposalId: proposal.id, plain, revision: proposal.revision }, who.water))
    await expect(desk.as(who.water, (tx) => approveProposal(tx, { proposalId: proposal.id, id: moveId(), revision: proposal.revision }, who.water))).rejects.toMatchObject({ code: 'proposal.newer' })
    expect(await pageOf(desk, id)).toMatchObject({ proposal: { plain }, wordings: [{ before: proposal.plain, after: plain, by: 'Suna Su' }] })
    expect(await approve(desk, who.water, id)).toMatchObject({ status: 'discussing' })
  })

  test('by the rule of its topic without a director, and shown as that; never a refusal, nor above the limit', async () => {
    await desk.look(`update routing.topic set loop = '{"skipsApproval": true}' where id = $1`, [town.topic('pipe')])
    await desk.look('update routing.topic set id = id') // the catalogue reads anew
    try {
      const usual = await waiting(), dear = await waiting({ costClass: 'large' }), no = await waiting({ kind: 'refusal' })
      expect([await statusOf(usual.id), await statusOf(dear.id), await statusOf(no.id)]).toEqual(['discussing', 'awaiting_approval', 'awaiting_approval'])
      expect(usual.proposal).toMatchObject({ status: 'approved', approvals: [{ status: 'by_rule', by: null }] })
      expect(await approvedEvents(usual.id)).toBe(1)
    } finally {
      await desk.look(`update routing.topic set loop = '{}' where id = $1`, [town.topic('pipe')])
    }
  })

  test.each([
    ['anonymous', { reporter: { anonymous: true } }], ['tip_off', { kind: 'tip_off' as const }], ['told_after', { kind: 'emergency' as const }],
  ])('and planned at once where there is nobody to agree with, or no time to: %s', async (because, report) => {
    const { id } = await waiting({}, report)
    expect(await approve(desk, who.water, id)).toMatchObject({ status: 'planned' })
    expect((await desk.look<{ facts: object }>(`select facts from cases.move where case_id = $1 and move = 'agree_by_rule'`, [id]))[0]!.facts).toMatchObject({ because })
    expect((await pageOf(desk, id)).proposal).toMatchObject({ status: 'agreed', agreement: { how: 'rule' } })
    expect(await approvedEvents(id)).toBe(0)
  })

  test('and where it refuses what nobody stands behind, ended with its reason', async () => {
    const { id } = await waiting({ kind: 'refusal', what: 'Yer özel mülkiyet' }, { reporter: { anonymous: true } })
    expect(await approve(desk, who.water, id)).toMatchObject({ status: 'rejected' })
    expect((await pageOf(desk, id)).proposal).toMatchObject({ status: 'rejected' })
  })
})

describe('a proposal is sent back', () => {
  test('with the reason to all who wrote it; the next one is a version of its own', async () => {
    const { id, proposal } = await ofTwo()
    await approve(desk, who.roads, id)
    await sendBack(who.roads, proposal.id)
    expect(await statusOf(id)).toBe('under_review')
    expect((await pageOf(desk, id)).proposal).toMatchObject({ status: 'sent_back', because: 'Maliyeti yazın', version: 1 })
    await propose(desk, town, 'roads', id)
    expect(await pageOf(desk, id)).toMatchObject({ proposal: { status: 'draft', version: 2 }, earlier: [{ version: 1, status: 'sent_back' }] })
  })
})

describe('who decides', () => {
  test('is the deputy while the director is away, and the director again when she is back', async () => {
    const { id } = await ofTwo()
    expect((await queue(who.roadsDeputy)).rows).toEqual([])
    await away(who.roads, '2026-11-24')
    expect((await queue(who.roadsDeputy)).rows).toMatchObject([{ number: expect.any(String), needs: [{ as: 'deputy' }] }])
    expect((await pageOf(desk, id)).deciders.find((one) => one.directorate.tr === 'roads')).toMatchObject({ as: 'deputy', people: [{ name: 'Vedat Vekil' }] })
    desk.clock.set('2026-11-25T08:00:00+03:00')
    expect((await queue(who.roadsDeputy)).rows).toEqual([])
    desk.clock.set(start)
    expect(await approve(desk, who.roadsDeputy, id)).toMatchObject({ left: 1 })
  })

  test('is the deputy mayor where director and deputy are away, and where a directorate has nobody at all', async () => {
    const { id } = await ofTwo()
    for (const by of [who.roads, who.roadsDeputy]) await away(by, '2026-11-24')
    expect((await queue(who.mayor)).rows.find((row) => row.proposal.caseId === id)).toMatchObject({ needs: [{ need: 'director', as: 'deputy_mayor', directorate: { tr: 'roads' } }] })
    expect(await approve(desk, who.mayor, id)).toMatchObject({ left: 1 })
    // Parks has no member at all: its part in a case is decided above it, and the page says that nobody is there.
    const alone = await opened(desk, town, { also: [town.directorate('parks')] })
    await propose(desk, town, 'parks', alone.id)
    const page = await pageOf(desk, alone.id)
    expect(page.tasks.find((task) => task.directorate.tr === 'parks')).toMatchObject({ hasPeople: false })
    for (const slug of ['roads', 'water'] as const) await propose(desk, town, slug, alone.id)
    await submit(desk, town, 'roads', alone.id)
    expect((await pageOf(desk, alone.id)).deciders.find((one) => one.directorate.tr === 'parks')).toMatchObject({ as: 'deputy_mayor', people: [{ name: 'Bahar Başkan' }] })
  })

  test('says herself that she is away, not since yesterday', async () => {
    await expect(away(who.roads, '2026-11-22')).rejects.toMatchObject({ code: 'absence.past' })
    await away(who.roads, '2026-11-30')
    expect(await queue(who.roads)).toMatchObject({ absentUntil: '2026-11-30', decides: true })
    await away(who.roads, null)
    expect(await queue(who.roads)).toMatchObject({ absentUntil: null })
  })
})

describe('several at once', () => {
  const many = (by: Actor, all: { id: CaseId; proposal: { id: ProposalId; revision: number } }[]) =>
    approveMany(desk.db, { proposals: all.map(({ proposal }) => ({ proposalId: proposal.id, revision: proposal.revision, id: moveId() })) }, by)
  test('are decisions of their own, each with its move, its audit row and its outcome', async () => {
    const [a, b, late] = [await waiting(), await waiting(), await waiting()]
    await sendBack(who.water, late.proposal.id)
    const before = (await desk.look(`select 1 from audit.entry where op = 'proposals.approveProposal'`)).length
    const outcome = await many(who.water, [a, late, b])
    expect(outcome.map((one) => one.refused?.code ?? null)).toEqual([null, 'approval.decided', null])
    expect([await statusOf(a.id), await statusOf(b.id)]).toEqual(['discussing', 'discussing'])
    expect((await desk.look(`select 1 from audit.entry where op = 'proposals.approveProposal'`)).length).toBe(before + 2)
  })
  test('must be alike, and small enough by the rule', async () => {
    const [none, small, dear, no] = [await waiting({ costClass: 'none' }), await waiting(), await waiting({ costClass: 'medium' }), await waiting({ kind: 'refusal' })]
    await expect(many(who.water, [none, small])).rejects.toMatchObject({ code: 'approval.not_alike' })
    await expect(many(who.water, [dear])).rejects.toMatchObject({ code: 'approval.not_in_bulk' })
    await expect(many(who.water, [no])).rejects.toMatchObject({ code: 'approval.not_in_bulk' })
    expect((await queue(who.water)).rows.filter((row) => [none.id, dear.id, no.id].includes(row.proposal.caseId)).map((row) => [row.cost, row.bulk]).toSorted()).toEqual([['medium', false], ['none', true], ['small', false]])
  })
})

describe('a move taken back', () => {
  const newest = async (id: CaseId) => (await desk.look<{ id: string; move: string }>('select id, move from cases.move where case_id = $1 and undone_at is null order by n desc limit 1', [id]))[0]!
  const undo = async (by: Actor, caseId: CaseId) => desk.as(by, async (tx) => undoMove(tx, { caseId, moveId: (await newest(caseId)).id as ReturnType<typeof moveId>, reason: 'Yanlış basıldı' }, by))
  test('sets the proposal back with the case, step by step to its beginning, and forward again', async () => {
    const { id } = await waiting()
    await approve(desk, who.water, id)
    await undo(who.water, id)
    expect(await statusOf(id)).toBe('awaiting_approval')
    expect((await pageOf(desk, id)).proposal).toMatchObject({ status: 'submitted', approvals: [{ status: 'waiting', by: null }] })
    await undo(town.officer('water'), id)
    expect((await pageOf(desk, id)).proposal).toMatchObject({ status: 'proposed', approvals: [] })
    await undo(town.officer('water'), id)
    expect((await pageOf(desk, id)).proposal).toBeNull()
    expect(await statusOf(id)).toBe('routed')
    expect(await propose(desk, town, 'water', id)).toMatchObject({ status: 'awaiting_approval' })
    expect(await approve(desk, who.water, id)).toMatchObject({ status: 'discussing' })
  })
  test('after the words were changed lets them be changed again', async () => {
    const { id, proposal } = await waiting()
    const reword = async (tr: string) => desk.as(who.water, async (tx) => rewordProposal(tx, { proposalId: proposal.id, plain: { tr, en: null }, revision: (await pageOf(desk, id)).proposal!.revision }, who.water))
    await reword('Birinci.')
    await approve(desk, who.water, id)
    await undo(who.water, id)
    await reword('İkinci.')
    expect((await pageOf(desk, id)).proposal!.plain!.tr).toBe('İkinci.')
  })
  test('of which the citizen was told is told to her as corrected; of others she hears nothing', async () => {
    const told = await waiting({}, { kind: 'emergency' }), silent = await waiting()
    await approve(desk, who.water, told.id)
    await approve(desk, who.water, silent.id)
    await undo(supervisor, told.id)
    await undo(supervisor, silent.id)
    const tellings = await desk.look<{ case_id: string; template: string }>('select case_id, template from contact.telling where fact like $1', ['undone:%'])
    expect(tellings).toEqual([{ case_id: told.id, template: 'case-corrected' }])
    expect((await pageOf(desk, told.id)).proposal).toMatchObject({ status: 'approved', agreement: null })
  })
  test('is not anybody’s to take back', async () => {
    const { id } = await waiting()
    await approve(desk, who.water, id)
    await expect(undo(town.officer('water'), id)).rejects.toMatchObject({ code: 'case.cannot_undo' })
  })
})
