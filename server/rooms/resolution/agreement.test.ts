import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CaseId, MoveId } from '../../../contracts/cases.ts'
import type { CallTaskId } from '../../../contracts/contact.ts'
import type { TalkId } from '../../../contracts/agreement.ts'
import { messages } from '../../demo/messages.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Room } from '../../platform/room.ts'
import type { Tx } from '../../platform/db.ts'
import { administrator, operator, someone, supervisor, testDesk, type TestDesk } from '../../testing.ts'
import { testRooms } from '../../testing/rooms.ts'
import { checkMover, makeMove } from '../cases/index.ts'
import { aTown, opened, routeCase, seeding, type Town } from '../cases/testing.ts'
import { seedTemplates } from '../contact/index.ts'
import { callTasks, finishCallTask, takeCallTask } from '../contact/testing.ts'
import { correctNumber, takeTalk, tryTalk, watchTalks } from './agreement-calls.ts'
import { caseTalk, talkPage } from './agreement-reading.ts'
import { agreementRoutes } from './agreement.routes.ts'
import { agreementSettings } from './agreement.settings.ts'
import { answerProposal } from './agreement.ts'
import { approve, deciders, pageOf, person, propose, submit } from './testing.ts'
import { undoMove } from './undoing.ts'
import { newId } from '../../platform/ids.ts'

let desk: TestDesk
let town: Town
let rooms: readonly Room[]
let who: Awaited<ReturnType<typeof deciders>>
const start = '2026-11-23T09:00:00+03:00'
beforeAll(async () => {
  desk = await testDesk(start)
  town = await aTown(desk)
  who = await deciders(desk, town)
  rooms = await testRooms(desk)
  await desk.as(seeding, (tx) => seedTemplates(tx, messages))
})
beforeEach(() => desk.clock.set(start))
afterAll(() => desk[Symbol.asyncDispose]())

const settle = () => desk.settle(...rooms)
const loop = (more: object) => desk.look('update routing.topic set loop = $1 where id = $2', [more, town.topic('pipe')])
let phones = 1000
const phone = () => `+90532111${++phones}`
/** A case of water whose solution is approved, and the call that follows. */
async function approved(part: Parameters<typeof propose>[4] = {}, report: Parameters<typeof opened>[2] = {}) {
  const { id } = await opened(desk, town, { topicId: town.topic('pipe'), answers: {}, reporter: { name: 'Ayşe Yıldız', phone: phone(), mayMessage: true }, ...report })
  await propose(desk, town, 'water', id, { from: '2026-12-10', to: '2026-12-11', ...part })
  await approve(desk, who.water, id)
  await settle()
  const { talk } = await talkOf(id)
  return { id, taskId: talk?.taskId as CallTaskId, talkId: talk?.id as TalkId }
}
const talkOf = (caseId: CaseId, by: Actor = operator) => desk.as(by, (tx) => caseTalk(tx, { caseId }, by))
const statusOf = async (id: CaseId) => (await desk.look<{ status: string }>('select status from cases.case where id = $1', [id]))[0]!.status
const tried = (taskId: CallTaskId, result: 'not_reached' | 'wrong_number' | 'asks_later' | 'asks_link' = 'not_reached', at?: string, by: Actor = operator, id = newId<string>()) =>
  desk.as(by, (tx) => tryTalk(tx, { taskId, id, result, at }))
const answered = (taskId: CallTaskId, answer: 'agreed' | 'objects' | 'withdraws', words?: string, by: Actor = operator) =>
  desk.as(by, async (tx) => agreementRoutes.answerTalk(tx, { taskId, answer, words, how: 'call' }, by, {} as never))
const told = async (id: CaseId) => (await desk.look<{ template: string; text: string; status: string }>('select template, text, status from contact.message where case_id = $1 and template is not null order by at, id', [id])).map((row) => row.template)
const newest = async (id: CaseId) => (await desk.look<{ id: MoveId; move: string; facts: object }>('select id, move, facts from cases.move where case_id = $1 and undone_at is null order by n desc limit 1', [id]))[0]!
const undo = async (id: CaseId, by: Actor = supervisor) => desk.as(by, async (tx) => undoMove(tx, { caseId: id, moveId: (await newest(id)).id, reason: 'Yanlış basıldı' }, by))
/** Three calls in vain, each when the rule says, and the link after them. */
async function inVain(taskId: CallTaskId, id: CaseId): Promise<string[]> {
  const ats: string[] = []
  for (let n = 0; n < 3; n++) {
    ats.push(desk.clock.now().toISOString())
    const { nextAt } = await tried(taskId)
    if (nextAt) desk.clock.set(nextAt)
  }
  await settle()
  expect((await talkOf(id)).talk).toMatchObject({ status: 'link', counted: 3 })
  return ats
}
const linkArrives = (id: CaseId, status = 'sent') => desk.look(`update contact.message set status = $2 where case_id = $1 and template like 'agree-link%'`, [id, status])
const watch = async () => { await watchTalks(desk.db); await settle() }

describe('approval makes a call at once', () => {
  test('for the desk, with the number and the plan in plain words; heard twice it is one call', async () => {
    const { id, taskId } = await approved()
    const event = (await desk.look<{ fact: object }>(`select fact from outbox.event where name = 'proposal.approved' and fact->>'caseId' = $1`, [id]))[0]!
    await desk.look(`insert into outbox.event (name, fact, audience, at) values ('proposal.approved', $1, '{}', now())`, [event.fact])
    await settle()
    const tasks = (await desk.do((tx) => callTasks(tx, { status: 'open' }))).filter((task) => task.caseId === id)
    expect(tasks).toMatchObject([{ id: taskId, reason: 'agree', name: 'Ayşe Yıldız', phone: expect.stringMatching(/^\+90532111/), directorateId: null, wakesAt: null }])
    expect(await desk.do((tx) => talkPage(tx, { taskId }))).toMatchObject({
      plain: { tr: expect.stringContaining('asfalt') }, parts: [{ what: 'Çukuru asfaltla kapatacağız', from: '2026-12-10' }], person: { writable: true }, talk: { status: 'calling', counted: 0, of: 3 }, quiet: false,
    })
  })
  test('at night it sleeps until the quiet hours end', async () => {
    desk.clock.set('2026-11-23T22:30:00+03:00')
    const { id } = await approved()
    expect((await talkOf(id)).talk!.nextAt).toBe('2026-11-24T05:00:00.000Z')
  })
  test('as the topic states it is the lead directorate’s, meant for whoever has the case in hand, and no other directorate sees it', async () => {
    await loop({ discussedBy: 'directorate' })
    const officer = await person(desk, town, 'Oya Su', ['officer'], 'water'), colleague = await person(desk, town, 'Can Su', ['officer'], 'water'), stranger = await person(desk, town, 'Yol Görevlisi', ['officer'], 'roads')
    const { id } = await opened(desk, town, { topicId: town.topic('pipe'), answers: {}, reporter: { name: 'Ayşe Yıldız', phone: phone(), mayMessage: true } })
    await propose(desk, town, 'water', id)
    await desk.look('update cases.task set assigned_to = $1 where case_id = $2', [officer.id, id])
    await approve(desk, who.water, id)
    await settle()
    const { talk, mine } = await talkOf(id, officer)
    expect([talk!.forStaff, talk!.directorate, mine]).toEqual([{ id: officer.id, name: 'Oya Su' }, { tr: 'water', en: 'water (en)' }, true])
    for (const by of [officer, colleague]) expect((await desk.as(by, (tx) => callTasks(tx, { status: 'open' }))).map((task) => task.caseId)).toContain(id)
    expect((await desk.as(stranger, (tx) => callTasks(tx, { status: 'open' })))).toEqual([])
    await expect(desk.as(stranger, (tx) => talkPage(tx, { taskId: talk!.taskId }))).rejects.toMatchObject({ code: 'agreement.not_found' })
    await expect(desk.as(stranger, (tx) => takeTalk(tx, { taskId: talk!.taskId }, stranger))).rejects.toMatchObject({ code: 'agreement.not_found' })
    // She takes it, asks, and records the answer with her own eyes and hands.
    await desk.as(officer, (tx) => takeTalk(tx, { taskId: talk!.taskId }, officer))
    await expect(desk.as(colleague, (tx) => takeTalk(tx, { taskId: talk!.taskId }, colleague))).rejects.toMatchObject({ code: 'task.taken' })
    expect(await answered(talk!.taskId, 'agreed', undefined, officer)).toMatchObject({ status: 'agreed' })
    expect(await statusOf(id)).toBe('planned')
    expect((await desk.do((tx) => callTasks(tx, { status: 'done' }))).find((task) => task.id === talk!.taskId)).toMatchObject({ result: 'agreed', takenBy: { name: 'Oya Su' } })
    await loop({})
  })
  test('the next who has the case in hand has the call too, and after one who left whoever comes after her, or anyone there', async () => {
    await loop({ discussedBy: 'directorate' })
    const oya = await person(desk, town, 'Oya İki', ['officer'], 'water'), can = await person(desk, town, 'Can İki', ['officer'], 'water')
    const heard = async (event: string, fact: object) => {
      await desk.look(`insert into outbox.event (name, fact, audience, at) values ($1, $2, '{}', now())`, [event, fact])
      await settle()
    }
    const { id } = await approved()
    const meantFor = async () => (await talkOf(id)).talk!.forStaff?.name ?? null
    await desk.look('update cases.task set assigned_to = $1 where case_id = $2', [oya.id, id])
    await heard('case.changed', { caseId: id, what: 'assigned' })
    expect(await meantFor()).toBe('Oya İki')
    await heard('staff.left', { staffId: oya.id, to: can.id })
    expect(await meantFor()).toBe('Can İki')
    await desk.look('update identity.staff set left_at = now() where id = any($1)', [[oya.id, can.id]])
    await heard('staff.left', { staffId: can.id, to: null })
    expect(await meantFor()).toBeNull()
    expect((await talkOf(id)).talk!.directorate).toEqual({ tr: 'water', en: 'water (en)' })
    await loop({})
  })
  test('of two directorates the lead’s officer talks for both, and her objection goes back to both', async () => {
    await desk.look('update routing.topic set loop = $1 where id = $2', [{ discussedBy: 'directorate' }, town.topic('pothole')])
    const officer = await person(desk, town, 'Yolcu Yol', ['officer'], 'roads')
    const { id } = await opened(desk, town, { reporter: { name: 'Ayşe Yıldız', phone: phone(), mayMessage: true } })
    await propose(desk, town, 'roads', id)
    await propose(desk, town, 'water', id)
    await submit(desk, town, 'roads', id)
    await approve(desk, who.roads, id)
    await approve(desk, who.water, id)
    await settle()
    const { talk } = await talkOf(id, officer)
    await answered(talk!.taskId, 'objects', 'Yalnız bir şerit kapansın', officer)
    expect(await desk.look('select status from cases.task where case_id = $1', [id])).toEqual([{ status: 'taken' }, { status: 'taken' }])
    await desk.look('update routing.topic set loop = $1 where id = $2', [{}, town.topic('pothole')])
  })
  test('a directorate in which nobody may call leaves it to the desk', async () => {
    await loop({ discussedBy: 'directorate' })
    const { id } = await opened(desk, town, { topicId: town.topic('pipe'), answers: {}, reporter: { name: 'Ayşe Yıldız', phone: phone(), mayMessage: true } })
    await propose(desk, town, 'water', id)
    await approve(desk, who.water, id)
    const left = (at: string | null) => desk.look('update identity.staff set left_at = $2 where directorate_id = $1', [town.directorate('water'), at])
    await left(start)
    await settle()
    await left(null)
    expect((await talkOf(id)).talk).toMatchObject({ status: 'calling', directorate: null })
    await loop({})
  })
  test('of a tip-off, and of who gave no name, there is nothing to call', async () => {
    for (const report of [{ kind: 'tip_off' as const }, { reporter: { anonymous: true } }]) {
      const { id } = await approved({}, report)
      expect((await talkOf(id)).talk).toBeNull()
      expect(await statusOf(id)).toBe('planned')
    }
  })
  test('who has no telephone is sent the link by mail, and who cannot be reached at all is the desk’s', async () => {
    const byMail = await approved({}, { reporter: { name: 'Mektup Seven', email: 'ayse@example.org', way: 'mail', mayMessage: true } })
    expect((await talkOf(byMail.id)).talk).toMatchObject({ status: 'link', linkSentAt: expect.any(String) })
    expect(await told(byMail.id)).toContain('agree-link')
    const none = await approved({}, { channel: 'counter', reporter: { name: 'Gişeden Gelen', mayMessage: false } })
    expect((await talkOf(none.id)).talk).toMatchObject({ status: 'desk', why: 'no_number' })
  })
})

describe('her answer', () => {
  test('agreed: planned, all parts ready, told in writing with the day it begins, and in the ledger', async () => {
    const { id, taskId } = await approved()
    await answered(taskId, 'agreed')
    await settle()
    expect(await statusOf(id)).toBe('planned')
    expect((await pageOf(desk, id)).proposal).toMatchObject({ status: 'agreed', agreement: { how: 'call' } })
    expect(await desk.look('select text from contact.message where case_id = $1 and template = $2', [id, 'agreed'])).toEqual([{ text: expect.stringContaining('10 Aralık 2026') }])
    expect(await desk.look(`select direction, channel, what, true_news from contact.word where case_id = $1 and channel = 'call' order by id`, [id])).toEqual([
      { direction: 'out', channel: 'call', what: 'plan_told', true_news: true }, { direction: 'in', channel: 'call', what: 'agreed', true_news: false },
    ])
  })
  test('something else: back to the directorates with her words, which nobody may leave out', async () => {
    const { id, taskId } = await approved()
    await expect(answered(taskId, 'objects')).rejects.toMatchObject({ code: 'agreement.words_needed' })
    await answered(taskId, 'objects', 'Cuma günü evde yokum, perşembe gelin')
    expect(await statusOf(id)).toBe('under_review')
    expect((await pageOf(desk, id)).proposal).toMatchObject({ status: 'objected', because: 'Cuma günü evde yokum, perşembe gelin' })
    expect((await newest(id)).facts).toMatchObject({ words: 'Cuma günü evde yokum, perşembe gelin' })
  })
  test('withdraws: the case is cancelled, and the proposal with it', async () => {
    const { id, taskId } = await approved()
    await answered(taskId, 'withdraws', 'Kendim hallettim')
    await settle()
    expect([await statusOf(id), (await talkOf(id)).talk!.status]).toEqual(['cancelled', 'withdrawn'])
  })
  test('a refusal she accepts ends the case with the reasoned answer, told in writing too; objecting sends it back', async () => {
    const refusal = { kind: 'refusal' as const, what: 'Bu yol karayollarına ait', byWhom: null, from: null, to: null }
    const first = await approved(refusal)
    expect((await talkOf(first.id)).talk!.kind).toBe('refusal')
    expect(await answered(first.taskId, 'agreed')).toMatchObject({ status: 'refusal_accepted' })
    await settle()
    expect(await statusOf(first.id)).toBe('rejected')
    expect((await newest(first.id)).facts).toMatchObject({ words: expect.stringContaining('karayollarına ait') })
    expect(await desk.look('select text from contact.message where case_id = $1 and template = $2', [first.id, 'refused'])).toEqual([{ text: expect.stringContaining('karayollarına ait') }])
    const second = await approved(refusal)
    await answered(second.taskId, 'objects', 'Tapusu belediyenin')
    expect(await statusOf(second.id)).toBe('under_review')
  })
  test('by the link while the operator is on the telephone: the first counts, the other is told who was first', async () => {
    const { id, taskId } = await approved()
    let late: Promise<unknown> | undefined
    await desk.as(seeding, async (tx) => {
      await answerProposal(tx, { caseId: id, answer: 'objects', words: 'Başka gün olsun', how: 'link' })
      late = expect(answered(taskId, 'agreed')).rejects.toMatchObject({ code: 'agreement.answered', facts: { answer: 'objected', how: 'link' } })
      await desk.someoneWaits()
    })
    await late
    await expect(tried(taskId)).rejects.toMatchObject({ code: 'agreement.answered' })
    expect(await statusOf(id)).toBe('under_review')
    await expect(desk.as(seeding, (tx) => answerProposal(tx, { caseId: id, answer: 'agreed', how: 'link' }))).rejects.toMatchObject({ code: 'agreement.answered' })
  })
  test('taken back it opens the talk again, with its call, for the desk and for whoever cannot see the call', async () => {
    const { id, taskId } = await approved()
    await answered(taskId, 'agreed')
    await settle()
    await undo(id)
    await settle()
    expect((await talkOf(id)).talk).toMatchObject({ status: 'calling', endedAt: null })
    expect((await desk.do((tx) => callTasks(tx, { status: 'open' }))).map((task) => task.id)).toContain(taskId)
    await answered(taskId, 'objects', 'Vazgeçtim, başka türlü olsun')
    expect(await statusOf(id)).toBe('under_review')
  })
  test('is recorded on its own screen, never in the list of calls', async () => {
    const { taskId } = await approved()
    await desk.do((tx) => takeCallTask(tx, { taskId }, operator))
    await expect(desk.do((tx) => finishCallTask(tx, { taskId, result: 'reached' }, operator))).rejects.toMatchObject({ code: 'task.agree' })
  })
})

describe('not reached', () => {
  test('three tries on three days in three parts of the day, then the link with the day on which silence counts', async () => {
    const { id, taskId } = await approved()
    const ats = await inVain(taskId, id)
    expect(ats).toEqual(['2026-11-23T06:00:00.000Z', '2026-11-24T10:00:00.000Z', '2026-11-25T14:00:00.000Z'])
    const { talk } = await talkOf(id)
    expect(talk).toMatchObject({ linkSentAt: expect.any(String), silenceAgrees: true, answerBy: '2026-12-02T20:59:00.000Z' })
    expect(await desk.look(`select text from contact.message where case_id = $1 and template = 'agree-link'`, [id])).toEqual([{ text: expect.stringMatching(/http.*2 Aralık 2026/s) }])
  })
  test('the task sleeps until the next try and comes last meanwhile; the same try sent twice is one', async () => {
    const { taskId } = await approved()
    const twice = newId<string>()
    await tried(taskId, 'not_reached', undefined, operator, twice)
    await tried(taskId, 'not_reached', undefined, operator, twice)
    const awake = await approved()
    const order = (await desk.do((tx) => callTasks(tx, { status: 'open' }))).map((task) => task.id)
    expect(order.indexOf(awake.taskId)).toBeLessThan(order.indexOf(taskId))
    expect((await desk.do((tx) => callTasks(tx, { status: 'open' }))).find((task) => task.id === taskId)).toMatchObject({ wakesAt: '2026-11-24T10:00:00.000Z', takenBy: null, status: 'open' })
  })
  test('she names the time herself; that is no try', async () => {
    const { id, taskId } = await approved()
    await expect(tried(taskId, 'asks_later')).rejects.toMatchObject({ code: 'agreement.time_needed' })
    await expect(tried(taskId, 'asks_later', '2026-11-23T08:00:00+03:00')).rejects.toMatchObject({ code: 'agreement.time_wrong' })
    await tried(taskId, 'asks_later', '2026-11-29T19:15:00+03:00')
    expect((await talkOf(id)).talk).toMatchObject({ nextAt: '2026-11-29T16:15:00.000Z', chosen: true, counted: 0 })
  })
  test('she asks for the link and gets it at once', async () => {
    const { id, taskId } = await approved()
    await tried(taskId, 'asks_link')
    await settle()
    expect(await told(id)).toContain('agree-link')
    const landline = await approved({}, { reporter: { name: 'Sabit Hat', phone: '+904348271234', mayMessage: true } })
    await expect(tried(landline.taskId, 'asks_link')).rejects.toMatchObject({ code: 'agreement.no_way' })
  })
  test('whoever can only be called comes back to the desk after the last try', async () => {
    const { id, taskId } = await approved({}, { reporter: { name: 'Sabit Hat', phone: '+904348271235', mayMessage: true } })
    for (let n = 0; n < 3; n++) { const { nextAt } = await tried(taskId); if (nextAt) desk.clock.set(nextAt) }
    await settle()
    expect((await talkOf(id)).talk).toMatchObject({ status: 'desk', why: 'no_way' })
  })
  test('a wrong number goes to the desk at once, nothing more goes there, and with another number the tries begin anew', async () => {
    await loop({ discussedBy: 'directorate' })
    const officer = await person(desk, town, 'Oya Üç', ['officer'], 'water')
    const { id, taskId } = await approved()
    await tried(taskId, 'not_reached', undefined, officer)
    await tried(taskId, 'wrong_number', undefined, officer)
    await settle()
    expect((await talkOf(id)).talk).toMatchObject({ status: 'desk', why: 'wrong_number', directorate: null })
    expect((await desk.do((tx) => callTasks(tx, { status: 'open' }))).find((task) => task.id === taskId)).toMatchObject({ phone: null, directorateId: null })
    expect((await talkOf(id, officer)).mine).toBe(false)
    expect(await desk.look('select why from contact.stopped s join contact.call_task t on t.person = s.person where t.id = $1', [taskId])).toEqual([{ why: 'wrong_number' }])
    await expect(desk.do((tx) => correctNumber(tx, { taskId, phone: '12' }))).rejects.toMatchObject({ code: 'case.wrong_phone' })
    await desk.do((tx) => correctNumber(tx, { taskId, phone: '+905321119999' }))
    expect((await talkOf(id)).talk).toMatchObject({ status: 'calling', counted: 0 })
    await loop({})
  })
})

describe('silence', () => {
  test('counts as agreed after the working days the topic states, is recorded as such and told', async () => {
    const { id, taskId } = await approved()
    await inVain(taskId, id)
    await linkArrives(id)
    desk.clock.set('2026-12-02T23:58:00+03:00')
    await watch()
    expect(await statusOf(id)).toBe('discussing')
    desk.clock.set('2026-12-02T23:59:00+03:00')
    await watch()
    expect([await statusOf(id), await newest(id)]).toMatchObject(['planned', { move: 'agree_by_rule', facts: { because: 'silence' } }])
    expect((await talkOf(id)).talk).toMatchObject({ status: 'agreed', how: 'silence' })
    expect(await told(id)).toContain('agreed-by-silence')
  })
  test('a holiday and a weekend are no working days', async () => {
    await desk.look(`update calendars.calendar set keeps_holidays = true`)
    await desk.look(`insert into calendars.holiday (day, name) values ('2026-12-02', '{"tr":"Tatil","en":"Holiday"}')`)
    const { id, taskId } = await approved()
    await inVain(taskId, id)
    expect((await talkOf(id)).talk!.answerBy).toBe('2026-12-03T20:59:00.000Z')
    await desk.look(`update calendars.calendar set keeps_holidays = false`)
  })
  test.each([
    ['enters_private', { entersPrivate: true }], ['costs_citizen', { costsCitizen: true }], ['refusal', { kind: 'refusal' as const, byWhom: null, from: null, to: null }],
  ])('never counts where it is %s: the desk has it with the reason, and a supervisor may close', async (why, part) => {
    const { id, taskId } = await approved(part)
    await inVain(taskId, id)
    await linkArrives(id)
    expect(await told(id)).toContain(why === 'refusal' ? 'agree-link-refusal' : 'agree-link-answer')
    desk.clock.set('2026-12-03T10:00:00+03:00')
    await watch()
    expect([await statusOf(id), (await talkOf(id)).talk]).toMatchObject(['discussing', { status: 'desk', why, directorate: null }])
    await expect(desk.do((tx) => checkMover(tx, id, 'close', operator))).rejects.toMatchObject({ code: 'case.cannot' })
    await desk.as(supervisor, async (tx) => { await checkMover(tx, id, 'close', supervisor); await makeMove(tx, { caseId: id, move: 'close', reason: 'Ulaşılamıyor' }) })
    await settle()
    expect((await talkOf(id)).talk).toMatchObject({ status: 'stopped', because: 'close' })
  })
  test('never counts where the topic says so, nor where the link did not arrive', async () => {
    await loop({ silenceAgreesAfterDays: null })
    const never = await approved()
    await inVain(never.taskId, never.id)
    await linkArrives(never.id)
    await loop({})
    desk.clock.set(start)
    const lost = await approved()
    await inVain(lost.taskId, lost.id)
    desk.clock.set('2026-12-03T10:00:00+03:00')
    await watch()
    expect((await talkOf(never.id)).talk).toMatchObject({ status: 'desk', why: 'never_by_silence' })
    expect((await talkOf(lost.id)).talk).toMatchObject({ status: 'desk', why: 'link_failed' })
  })
  test('a link that fails for good comes back before the days are over', async () => {
    const { id, taskId } = await approved()
    await inVain(taskId, id)
    await linkArrives(id, 'failed')
    await watch()
    expect((await talkOf(id)).talk).toMatchObject({ status: 'desk', why: 'link_failed' })
  })
})

describe('bad days', () => {
  test('merged, or routed anew, while she was to be called: the call ends by itself and says why', async () => {
    const merged = await approved(), routed = await approved(), other = await approved()
    await desk.as(supervisor, (tx) => makeMove(tx, { caseId: merged.id, move: 'duplicate', set: { duplicateOf: other.id } }))
    await desk.do((tx) => routeCase(tx, { caseId: routed.id, lead: town.directorate('roads'), supporting: [], reason: 'Yol işi' }, operator))
    await settle()
    expect((await talkOf(merged.id)).talk).toMatchObject({ status: 'stopped', because: 'duplicate' })
    const done = await desk.do((tx) => callTasks(tx, { status: 'done' }))
    expect(done.find((task) => task.id === merged.taskId)).toMatchObject({ result: 'stopped' })
    await expect(answered(merged.taskId, 'agreed')).rejects.toMatchObject({ code: 'agreement.ended', facts: { because: 'duplicate' } })
    expect((await talkOf(routed.id)).talk).toMatchObject({ status: 'stopped', because: 'route' })
  })
  test('an approval taken back ends the call; approved again there is a new one', async () => {
    const { id, taskId } = await approved()
    await undo(id, supervisor)
    await settle()
    expect([await statusOf(id), (await talkOf(id)).talk!.status]).toEqual(['awaiting_approval', 'stopped'])
    await approve(desk, who.water, id)
    await settle()
    const { talk } = await talkOf(id)
    expect([talk!.status, talk!.taskId === taskId]).toEqual(['calling', false])
  })
  test('an emergency goes to work without her yes, and she is told what is being done', async () => {
    const { id } = await approved({}, { kind: 'emergency' })
    expect(await statusOf(id)).toBe('planned')
    expect((await talkOf(id)).talk).toBeNull()
    expect(await told(id)).toContain('told-after')
  })
  test('whoever looks in from outside sees how far it is, and no number', async () => {
    const { id } = await approved()
    const mayor = someone(['deputy_mayor'])
    expect(await talkOf(id, mayor)).toMatchObject({ mine: false, talk: { status: 'calling' } })
    expect(JSON.stringify(await talkOf(id, mayor))).not.toContain('+90532')
  })
})

describe('the rules as an administrator edits them', () => {
  const kind = agreementSettings[0] as unknown as { read(tx: Tx, id: string): Promise<object>; write(tx: Tx, id: string, value: object): Promise<void> }
  const good = { tries: 2, windows: [{ from: '09:30', to: '12:00' }, { from: '18:00', to: '20:00' }], daysBetween: 2 }
  const write = (value: object) => desk.as(administrator, (tx) => kind.write(tx, 'agreement', value))
  test.each([
    ['agreement.windows_few', { ...good, tries: 3 }], ['agreement.window_backwards', { ...good, windows: [{ from: '12:00', to: '09:00' }, good.windows[1]!] }],
    ['agreement.windows_overlap', { ...good, windows: [good.windows[0]!, { from: '11:00', to: '20:00' }] }], ['agreement.window_quiet', { ...good, windows: [{ from: '07:00', to: '12:00' }, good.windows[1]!] }],
  ])('%s is refused', async (code, value) => {
    await expect(write(value)).rejects.toMatchObject({ code })
  })
  test('hold for the next try', async () => {
    const before = await desk.as(administrator, (tx) => kind.read(tx, 'agreement'))
    await write(good)
    const { taskId } = await approved()
    expect((await tried(taskId)).nextAt).toBe('2026-11-25T15:00:00.000Z')
    await write(before)
  })
})
