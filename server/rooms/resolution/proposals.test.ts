import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CaseId } from '../../../contracts/cases.ts'
import { operator, testDesk, type TestDesk } from '../../testing.ts'
import { makeMove, openCase } from '../cases/index.ts'
import { aReport, aTown, opened, type Town } from '../cases/testing.ts'
import { followMove } from './proposals.listening.ts'
import { proposePart, revisePart, savePartDraft } from './proposals.ts'
import { aPart, approve, deciders, moveId, pageOf, propose, submit } from './testing.ts'

let desk: TestDesk
let town: Town
let who: Awaited<ReturnType<typeof deciders>>
const start = '2026-11-23T09:00:00+03:00'
beforeAll(async () => { desk = await testDesk(start); town = await aTown(desk); who = await deciders(desk, town) })
beforeEach(() => desk.clock.set(start))
afterAll(() => desk[Symbol.asyncDispose]())

const statusOf = async (id: CaseId) => (await desk.look<{ status: string }>('select status from cases.case where id = $1', [id]))[0]!.status
const published = async (name: string, id: CaseId) => (await desk.look('select 1 from outbox.event where name = $1 and fact->>\'caseId\' = $2', [name, id])).length
/** What the listener does, without the relay. */
const heard = async (caseId: CaseId) => {
  const rows = await desk.look<{ fact: Parameters<typeof followMove>[1] }>(`select fact from outbox.event where name = 'case.moved' and fact->>'caseId' = $1 order by xid, id`, [caseId])
  for (const { fact } of rows) await desk.as({ id: 'system:test', may: new Set(), scope: 'system', directorateId: null }, (tx) => followMove(tx, fact))
}
const returned = (slug: 'roads' | 'water', caseId: CaseId) => desk.as(town.officer(slug), (tx) => makeMove(tx, { caseId, move: 'return', directorateId: town.directorate(slug), reason: 'Bizim işimiz değil' }))

describe('a proposal', () => {
  test('of two directorates is one when both have written their part, and the lead sends it in words of the citizen', async () => {
    const { id } = await opened(desk, town)
    expect(await propose(desk, town, 'roads', id)).toMatchObject({ status: 'under_review' })
    expect((await pageOf(desk, id)).proposal).toMatchObject({ status: 'draft', plain: null, parts: [{ directorate: { tr: 'roads' }, proposed: true }] })
    expect(await propose(desk, town, 'water', id, { what: 'Boruyu onaracağız', byWhom: 'Su ekibi', entersPrivate: true })).toMatchObject({ status: 'proposed' })
    const { proposal } = await pageOf(desk, id)
    expect(proposal).toMatchObject({ status: 'proposed', kind: 'solution', version: 1 })
    expect(proposal!.plain!.tr).toBe([
      'Önerimiz:', 'Birim: roads. Çukuru asfaltla kapatacağız. İşi yapacak: Asfalt ekibi. Başlangıç: 25 Kasım 2026 Çarşamba. Bitiş: 26 Kasım 2026 Perşembe.',
      'Birim: water. Boruyu onaracağız. İşi yapacak: Su ekibi. Başlangıç: 25 Kasım 2026 Çarşamba. Bitiş: 26 Kasım 2026 Perşembe. Çalışma için mülkünüze girmemiz gerekiyor.'].join('\n'))
    // Who helps does not send it.
    await expect(submit(desk, town, 'water', id)).rejects.toMatchObject({ code: 'case.cannot', facts: { because: 'lead' } })
    expect(await submit(desk, town, 'roads', id, { tr: 'Yolu ve boruyu onarıyoruz.', en: null })).toMatchObject({ status: 'awaiting_approval' })
    expect(await pageOf(desk, id)).toMatchObject({
      proposal: { status: 'submitted', plain: { tr: 'Yolu ve boruyu onarıyoruz.' }, approvals: [{ need: 'director', status: 'waiting' }, { need: 'director', status: 'waiting' }] },
      wordings: [{ after: { tr: 'Yolu ve boruyu onarıyoruz.' } }],
    })
  })

  test('of one directorate alone goes to its director at once', async () => {
    const { id } = await opened(desk, town, { topicId: town.topic('pipe'), answers: {} })
    expect(await propose(desk, town, 'water', id, {}, { tr: 'Boruyu yarın onarıyoruz.', en: null })).toMatchObject({ status: 'awaiting_approval' })
    expect((await pageOf(desk, id)).proposal).toMatchObject({ status: 'submitted', plain: { tr: 'Boruyu yarın onarıyoruz.' }, approvals: [{ need: 'director', status: 'waiting' }] })
  })

  test('sent twice by an unsteady line is one', async () => {
    const { id } = await opened(desk, town, { topicId: town.topic('pipe'), answers: {} })
    const same = moveId()
    const first = await propose(desk, town, 'water', id, {}, undefined, same)
    expect(await propose(desk, town, 'water', id, {}, undefined, same)).toEqual(first)
    expect((await desk.look('select 1 from cases.move where case_id = $1', [id])).length).toBe(2)
  })

  test('waits for the source to be confirmed, and takes the confirmation with it', async () => {
    const { id } = await opened(desk, town, { topicId: town.topic('pipe'), answers: {} })
    const by = town.officer('water')
    await expect(desk.as(by, (tx) => proposePart(tx, { caseId: id, id: moveId(), part: aPart() }, by))).rejects.toMatchObject({ code: 'case.source_needed' })
    await propose(desk, town, 'water', id)
    expect((await desk.look<{ found: { words: string } }>('select found_source as found from cases.case where id = $1', [id]))[0]!.found).toMatchObject({ words: 'Don asfaltı kırmış' })
  })

  test.each([
    ['proposal.whom_needed', { byWhom: null }], ['proposal.days_needed', { from: null }], ['proposal.ends_first', { from: '2026-11-27', to: '2026-11-26' }], ['proposal.day_past', { from: '2026-11-22' }],
  ])('is refused with %s where it says too little', async (code, more) => {
    const { id } = await opened(desk, town)
    await expect(propose(desk, town, 'roads', id, more)).rejects.toMatchObject({ code })
  })

  test('to somebody who speaks English waits for the English words', async () => {
    const { id } = await opened(desk, town, { topicId: town.topic('pipe'), answers: {}, reporter: { name: 'Jane Doe', phone: '+905320000009', mayMessage: true, language: 'en' } })
    expect(await propose(desk, town, 'water', id)).toMatchObject({ status: 'proposed' })
    await expect(submit(desk, town, 'water', id)).rejects.toMatchObject({ code: 'proposal.english_needed' })
    expect(await submit(desk, town, 'water', id, { tr: 'Onarıyoruz.', en: 'We repair it.' })).toMatchObject({ status: 'awaiting_approval' })
  })

  test('that refuses is the lead’s to write, with the reason, and needs no day', async () => {
    const { id } = await opened(desk, town)
    await expect(propose(desk, town, 'water', id, { kind: 'refusal' })).rejects.toMatchObject({ code: 'proposal.refusal_lead' })
    await propose(desk, town, 'roads', id, { kind: 'refusal', what: 'Bu yol köyün özel yoludur', byWhom: null, from: null, to: null, costClass: 'none' })
    await propose(desk, town, 'water', id)
    expect((await pageOf(desk, id)).proposal).toMatchObject({ kind: 'refusal', plain: { tr: 'Bu isteği yerine getiremiyoruz. Nedeni: Bu yol köyün özel yoludur.' } })
  })

  test('can be taken back to be written anew while it waits for approval', async () => {
    const { id } = await opened(desk, town, { topicId: town.topic('pipe'), answers: {} })
    await propose(desk, town, 'water', id)
    await desk.as(town.officer('water'), (tx) => revisePart(tx, { caseId: id, id: moveId() }, town.officer('water')))
    expect(await pageOf(desk, id)).toMatchObject({ proposal: { status: 'draft', approvals: [], parts: [{ proposed: false }] } })
    expect(await statusOf(id)).toBe('under_review')
    expect(await propose(desk, town, 'water', id, { what: 'Başka türlü' })).toMatchObject({ status: 'awaiting_approval' })
  })

  test('goes on without a directorate that gives its part back when the others have proposed', async () => {
    const { id } = await opened(desk, town)
    await propose(desk, town, 'roads', id)
    await returned('water', id)
    await heard(id)
    expect(await statusOf(id)).toBe('proposed')
    expect((await pageOf(desk, id)).proposal).toMatchObject({ status: 'proposed', plain: { tr: expect.stringContaining('Çukuru asfaltla') } })
    expect(await submit(desk, town, 'roads', id)).toMatchObject({ status: 'awaiting_approval' })
    expect((await pageOf(desk, id)).proposal!.approvals).toHaveLength(1)
  })

  test('of a case that the desk sends anew, or that was told twice, is asked no more, and cannot be approved', async () => {
    const [moved, twice] = [await opened(desk, town, { topicId: town.topic('pipe'), answers: {} }), await opened(desk, town, { topicId: town.topic('pipe'), answers: {} })]
    for (const { id } of [moved, twice]) await propose(desk, town, 'water', id)
    await desk.do((tx) => makeMove(tx, { caseId: twice.id, move: 'duplicate', set: { duplicateOf: moved.id } }))
    // Before anyone has heard of it, the case says no by itself.
    await expect(approve(desk, who.water, twice.id)).rejects.toMatchObject({ code: 'proposal.not_waiting' })
    await desk.do((tx) => makeMove(tx, { caseId: moved.id, move: 'route', reason: 'Başka birim' }))
    for (const { id } of [moved, twice]) {
      await heard(id)
      await heard(id)
      expect(await pageOf(desk, id)).toMatchObject({ proposal: null, earlier: [{ status: 'withdrawn' }] })
    }
    expect(await published('proposal.approved', twice.id)).toBe(0)
  })
})

describe('what is typed of a part', () => {
  test('is kept for the directorate alone, and a newer one of a colleague is not overwritten', async () => {
    const { id } = await opened(desk, town), by = town.officer('roads')
    expect(await desk.as(by, (tx) => savePartDraft(tx, { caseId: id, body: { what: 'Çuku' }, version: 0 }, by))).toMatchObject({ version: 1 })
    expect(await desk.as(by, (tx) => savePartDraft(tx, { caseId: id, body: { what: 'Çukuru' }, version: 1 }, by))).toMatchObject({ version: 2 })
    await expect(desk.as(by, (tx) => savePartDraft(tx, { caseId: id, body: { what: 'x' }, version: 1 }, by))).rejects.toMatchObject({ code: 'proposal.draft_newer' })
    expect((await pageOf(desk, id, by)).draft).toMatchObject({ body: { what: 'Çukuru' } })
    expect((await pageOf(desk, id, town.officer('water'))).draft).toBeNull()
    await propose(desk, town, 'roads', id)
    expect((await pageOf(desk, id, by)).draft).toBeNull()
  })
  test('is not kept by who has no part in the case', async () => {
    const { id } = await desk.do((tx) => openCase(tx, aReport(town, { topicId: town.topic('pipe'), answers: {} }), operator))
    await expect(desk.as(town.officer('parks'), (tx) => savePartDraft(tx, { caseId: id, body: {}, version: 0 }, town.officer('parks')))).rejects.toMatchObject({ code: 'case.not_found' })
  })
})
