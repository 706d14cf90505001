/** What runs out goes up, once, to whoever is there; and stops when somebody has it, it waits, or it has ended. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CaseId, MoveCase, MoveId, TimelineEntry } from '../../../contracts/cases.ts'
import type { CaseMove } from '../../../contracts/moves.ts'
import { messages } from '../../demo/index.ts'
import { system } from '../../platform/actor.ts'
import { publish } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import type { Mail, Mailed } from '../../platform/mailer.ts'
import { change, setting } from '../../platform/settings.ts'
import { administrator, operator, someone, supervisor, testDesk, type TestDesk } from '../../testing.ts'
import { makeCases, makeMove, newestMove, undoNewest } from '../cases/index.ts'
import { filesInMemory, inbox, moveCase, opened } from '../cases/testing.ts'
import { addWord, makeContact, seedTemplates } from '../contact/index.ts'
import { sendNotices } from './escalation-notices.ts'
import { caseClock, lateCases } from './escalation-reading.ts'
import { changeDue } from './escalation-telling.ts'
import { acknowledgeEscalation, escalate } from './escalation.ts'
import { keepHeard } from './duty.ts'
import { makeDuty } from './index.ts'
import { aDutyTown, type DutyTown, type Person } from './testing.ts'

let desk: TestDesk, town: DutyTown
let officer: Person, director: Person, deputy: Person, mayor: Person, boss: Person
let mails: Mail[] = [], answer: Mailed = { sent: true }
const mailer = { send: async (mail: Mail) => { mails.push(mail); return answer } }
const out = { mailer, address: 'https://masa.example' }
const duty = makeDuty(out)
const cases = makeCases(filesInMemory()), contact = makeContact(undefined)

/** Monday; work is from 08:00 to 17:00 and the promise eight hours of it: due at 17:00. */
const monday = '2026-11-23T09:00:00+03:00'
const at = (text: string) => new Date(`2026-${text}:00+03:00`).toISOString()
beforeAll(async () => {
  desk = await testDesk(monday)
  town = await aDutyTown(desk)
  const water = town.directorate('water')
  officer = await town.person('Elif Memur', 'officer', water, '+905320000011')
  director = await town.person('Kemal Müdür', 'director', water, '+905320000012')
  deputy = await town.person('Vekil Müdür', 'director', water, null)
  mayor = await town.person('Başkan Yardımcısı', 'deputy_mayor', null, '+905320000013')
  boss = await town.person('Takım Lideri', 'supervisor' as never, null, null)
  await desk.look('update identity.directorate set director_id = $2, deputy_id = $3 where id = $1', [water, director.id, deputy.id])
  await desk.as(system('set-up'), (tx) => seedTemplates(tx, messages))
})
afterAll(() => desk[Symbol.asyncDispose]())
beforeEach(async () => {
  desk.clock.set(monday)
  await desk.settle(duty, cases)
  await desk.look(`update cases.case set status = 'closed' where cases.is_open(status)`)
  await desk.look('delete from duty.clock')
  await desk.look('update duty.escalation set over_at = now() where over_at is null')
  await desk.look(`update duty.notice set status = 'sent'`)
  mails = []
  answer = { sent: true }
})

const go = async (text: string) => { desk.clock.set(at(text)); await minute() }
const minute = async () => { await desk.settle(duty, cases); await escalate(desk.db, out); await sendNotices(desk.db, mailer) }
const aCase = async (more: Parameters<typeof opened>[2] = {}): Promise<CaseId> => {
  const { id } = await opened(desk, town, { topicId: town.topic('pipe'), answers: {}, ...more })
  await minute()
  return id
}
const done = (id: CaseId) => desk.as(supervisor, (tx) => makeMove(tx, { caseId: id, move: 'close', reason: 'Bitti' }))
const move = (caseId: CaseId, name: CaseMove, more: Partial<MoveCase> = {}) =>
  desk.as(officer.by, (tx) => moveCase(tx, { caseId, id: newId<MoveId>(), move: name, ...more } as MoveCase & { caseId: CaseId }, officer.by))
const took = (id: CaseId) => desk.as(officer.by, (tx) => makeMove(tx, { caseId: id, move: 'take', directorateId: town.directorate('water') }))
const clock = (caseId: CaseId, by = operator) => desk.as(by, (tx) => caseClock(tx, { caseId }, by))
/** Oldest first: the step and to whom it went. */
const steps = async (id: CaseId) => (await clock(id)).escalations.toReversed().map((one) => `${one.when} ${one.amount} ${one.whom}: ${one.to.join(', ')}`)
const toMe = async (person: Person) => (await desk.as(person.by, (tx) => inbox(tx, { view: 'all', status: undefined, kind: undefined, escalated: true, sort: 'due' }, person.by)))
const have = async (id: CaseId, person: Person, note?: string) =>
  desk.as(person.by, async (tx) => acknowledgeEscalation(tx, { escalationId: (await caseClock(tx, { caseId: id }, person.by)).escalations[0]!.id, note }, person.by))

describe('as the time runs', () => {
  test('it goes from who has it in hand to the director and to the deputy mayor, each step once however often it is looked', async () => {
    const id = await aCase()
    await took(id)
    await go('11-23T14:59')
    expect(await steps(id)).toEqual([])
    await go('11-23T15:00')
    await minute()
    expect(await steps(id)).toEqual(['share 75 in_hand: Elif Memur'])
    expect(mails).toEqual([])
    await go('11-23T17:00')
    await go('11-24T16:59')
    expect(await steps(id)).toHaveLength(2)
    await go('11-24T17:00')
    await go('11-25T17:00')
    await minute()
    expect(await steps(id)).toEqual(['share 75 in_hand: Elif Memur', 'due 0 in_hand: Elif Memur', 'working_days 1 director: Kemal Müdür', 'working_days 2 deputy_mayor: Başkan Yardımcısı'])
    expect(mails.map((mail) => [mail.to.slice(0, 36), mail.subject.slice(13)])).toEqual([[officer.id, 'süresi geçti'], [director.id, 'süresi geçti'], [mayor.id, 'süresi geçti']])
    expect(mails[0]!.text).toContain(`https://masa.example/cases/${id}`)
    expect((await desk.look<{ what: string }>(`select what from cases.entry where case_id = $1 and what = 'escalated'`, [id]))).toHaveLength(4)
  })
  test('everybody concerned has it in her inbox and hears it at once, and nobody else', async () => {
    const id = await aCase()
    await took(id)
    await go('11-23T17:00')
    expect((await toMe(officer)).rows.map((row) => row.id)).toEqual([id])
    expect((await toMe(officer)).counts.escalated).toBe(1)
    expect((await toMe(director)).counts.escalated).toBe(0)
    expect(await desk.look(`select audience from outbox.event where name = 'case.escalated' and fact->>'caseId' = $1`, [id])).toEqual([{ audience: [`staff:${officer.id}`] }])
    await done(id)
    await minute()
    expect((await toMe(officer)).counts.escalated).toBe(0)
  })
  test('after a night without a server each person hears only the last of what is hers', async () => {
    const id = await aCase()
    await took(id)
    await go('11-25T18:00')
    expect(await steps(id)).toHaveLength(4)
    expect(mails).toHaveLength(3)
    expect((await desk.look(`select 1 from cases.entry where case_id = $1 and what = 'escalated'`, [id]))).toHaveLength(1)
  })
  test('a warning whose moment lies before the promise itself warns of nothing', async () => {
    const id = await aCase()
    await go('11-23T09:05')
    expect(await steps(id)).toEqual([])
  })
  test('a case due after a feast is warned of on the last day of work before it', async () => {
    await desk.look(`insert into calendars.holiday (day, from_minute, name) values ('2026-11-24', null, '{"tr":"Tatil","en":"Holiday"}'), ('2026-11-25', null, '{"tr":"Tatil","en":"Holiday"}')`)
    await desk.look(`update calendars.calendar set keeps_holidays = true`)
    desk.clock.set(at('11-23T16:00'))
    const id = await aCase()
    await took(id)
    expect((await clock(id)).dueAt).toBe(at('11-26T15:00'))
    // One working day before Thursday 15:00 is Monday 15:00, which was before it was promised; three quarters are Thursday 13:00.
    await go('11-25T12:00')
    expect(await steps(id)).toEqual([])
    await go('11-26T13:00')
    expect(await steps(id)).toEqual(['share 75 in_hand: Elif Memur'])
    await go('11-27T15:00')
    expect((await steps(id)).at(-1)).toBe('working_days 1 director: Kemal Müdür')
    await desk.look('delete from calendars.holiday')
  })
})

describe('who is there', () => {
  const late = async () => { const id = await aCase(); await go('11-24T17:00'); return id }
  test('nobody has it in hand: its officers; the director has left: the deputy', async () => {
    await desk.look('update identity.staff set left_at = now() where id = $1', [director.id])
    const id = await late()
    expect(await steps(id)).toEqual(['share 75 in_hand: Elif Memur', 'due 0 in_hand: Elif Memur', 'working_days 1 director: Vekil Müdür'])
    await desk.look('update identity.staff set left_at = null where id = $1', [director.id])
  })
  test('the director is away: the deputy; both are away: the deputy mayor; all are away: the supervisors, and nobody is left untold', async () => {
    const reach = async (...gone: Person[]) => {
      await desk.look('delete from resolution.absence')
      for (const one of gone) await desk.look(`insert into resolution.absence values ($1, '2026-12-31', now())`, [one.id])
      desk.clock.set(monday)
      return (await steps(await late())).at(-1)
    }
    expect(await reach(director)).toBe('working_days 1 director: Vekil Müdür')
    expect(await reach(director, deputy)).toBe('working_days 1 deputy_mayor: Başkan Yardımcısı')
    expect(await reach(director, deputy, mayor)).toBe('working_days 1 supervisor: Takım Lideri')
    expect(await reach(director, deputy, mayor, boss)).toBe('working_days 1 supervisor: Takım Lideri')
    await desk.look('delete from resolution.absence')
  })
  test('who had it in hand works elsewhere now: her colleagues have it', async () => {
    const gone = await town.person('Giden Memur', 'officer', town.directorate('water'), null)
    const id = await aCase()
    await desk.look(`update cases.task set assigned_to = $2 where case_id = $1`, [id, gone.id])
    await desk.look('update identity.staff set directorate_id = $2 where id = $1', [gone.id, town.directorate('parks')])
    await go('11-23T17:00')
    expect((await steps(id)).at(-1)).toBe('due 0 in_hand: Elif Memur')
  })
  test('a directorate without members: the supervisors', async () => {
    const id = await aCase({ topicId: town.topic('licence'), kind: 'request' })
    await go('11-24T17:00')
    expect((await steps(id)).map((one) => one.split(': ')[1])).toEqual(['Takım Lideri', 'Takım Lideri', 'Takım Lideri'])
  })
  test('given back to the desk: the supervisors owe it', async () => {
    const id = await aCase()
    await desk.as(officer.by, (tx) => makeMove(tx, { caseId: id, move: 'return', directorateId: town.directorate('water'), reason: 'Bizim değil' }))
    await go('11-23T17:00')
    expect(await steps(id)).toEqual(['share 75 supervisor: Takım Lideri', 'due 0 supervisor: Takım Lideri'])
  })
})

describe('it stops', () => {
  test('while the case waits; then the new time begins anew', async () => {
    const id = await aCase()
    await took(id)
    await go('11-23T15:00')
    await move(id, 'hold', { reason: 'Parça', waitsFor: 'supply', until: at('11-26T08:00') })
    await go('11-25T18:00')
    expect(await steps(id)).toHaveLength(1)
    expect((await clock(id)).escalations[0]!.over).toBe(true)
    expect(await clock(id)).toMatchObject({ left: 120, unit: 'working', pauses: [{ waitsFor: 'supply', endedAt: null, by: 'Elif Memur' }] })
    await move(id, 'resume')
    await go('11-26T10:00')
    expect((await clock(id)).dueAt).toBe(at('11-26T10:00'))
    expect(await steps(id)).toEqual(['share 75 in_hand: Elif Memur', 'due 0 in_hand: Elif Memur'])
  })
  test('a hold taken back leaves what was said, and says nothing again', async () => {
    const id = await aCase()
    await took(id)
    await go('11-23T15:00')
    await move(id, 'hold', { reason: 'Parça', waitsFor: 'supply', until: at('11-26T08:00') })
    await minute()
    await desk.as(supervisor, async (tx) => undoNewest(tx, { caseId: id, moveId: (await newestMove(tx, id))!.id, reason: 'Yanlış' }, supervisor))
    await minute()
    expect((await clock(id)).escalations).toMatchObject([{ when: 'share', over: false }])
  })
  test('when the case ends', async () => {
    const id = await aCase()
    await done(id)
    await go('11-26T17:00')
    expect(await steps(id)).toEqual([])
  })
  test('for a day of work when somebody has it, with her note for all to read, and then goes on', async () => {
    const id = await aCase()
    await took(id)
    await go('11-23T17:00')
    await have(id, officer, 'Ekip yarın gidiyor')
    await have(id, officer)
    const [newest] = (await clock(id)).escalations
    expect(newest!.acknowledged).toMatchObject({ by: 'Elif Memur', note: 'Ekip yarın gidiyor', quietUntil: at('11-24T23:59') })
    expect((await toMe(officer)).counts.escalated).toBe(0)
    await expect(have(id, director)).rejects.toMatchObject({ code: 'escalation.over' })
    await go('11-24T17:00')
    expect(await steps(id)).toHaveLength(2)
    await go('11-24T23:59')
    expect((await steps(id)).at(-1)).toBe('working_days 1 director: Kemal Müdür')
  })
  test('an operator cannot have what a directorate owes, but what the desk owes she can', async () => {
    const id = await aCase(), ours = await aCase()
    await took(id)
    await desk.as(officer.by, (tx) => makeMove(tx, { caseId: ours, move: 'return', directorateId: town.directorate('water'), reason: 'Bizim değil' }))
    await go('11-23T17:00')
    const at_ = async (one: CaseId) => (await clock(one)).escalations[0]!
    expect([(await at_(id)).mayHave, (await at_(ours)).mayHave, (await clock(id, supervisor)).escalations[0]!.mayHave]).toEqual([false, true, true])
    const operatorHere = someone(['operator'], null, boss.id)
    const take = async (one: CaseId) => { const { id: escalationId } = await at_(one); return desk.as(operatorHere, (tx) => acknowledgeEscalation(tx, { escalationId }, operatorHere)) }
    await expect(take(id)).rejects.toMatchObject({ code: 'escalation.not_yours' })
    await expect(take(ours)).resolves.toEqual({ done: true })
  })
  test('who leaves hands on what was escalated to her', async () => {
    const id = await aCase()
    await took(id)
    await go('11-23T17:00')
    await desk.as(system('test'), (tx) => publish(tx, 'staff.left', { staffId: officer.id, to: director.id }))
    await minute()
    expect((await toMe(director)).rows.map((row) => row.id)).toEqual([id])
  })
  test('what nobody may see cannot be had', async () => {
    const id = await aCase()
    await took(id)
    await go('11-23T17:00')
    const escalationId = (await clock(id)).escalations[0]!.id
    const stranger = someone(['officer'], town.directorate('parks'))
    await expect(desk.as(stranger, (tx) => acknowledgeEscalation(tx, { escalationId }, stranger))).rejects.toMatchObject({ code: 'escalation.not_found' })
    await expect(desk.as(stranger, (tx) => caseClock(tx, { caseId: id }, stranger))).rejects.toMatchObject({ code: 'case.not_found' })
    expect((await desk.as(stranger, (tx) => lateCases(tx, { show: 'late' }, stranger))).rows).toEqual([])
  })
})

describe('another day', () => {
  test('is told to the citizen once, with the day and the reason, and what is escalated begins anew', async () => {
    const id = await aCase()
    await took(id)
    await go('11-23T17:00')
    const given = { caseId: id, id: newId<TimelineEntry['id']>(), dueAt: at('11-27T12:00'), reason: 'Boru yarın geliyor' }
    for (let n = 0; n < 2; n++) await desk.do((tx) => changeDue(tx, given))
    await desk.settle(duty, cases, contact)
    expect(await desk.look(`select template, text from contact.message where case_id = $1 and template = 'case-due-changed'`, [id])).toEqual([{ template: 'case-due-changed', text: expect.stringContaining('Boru yarın geliyor') as string }])
    expect(await desk.look(`select true_news from contact.word where case_id = $1 and what = 'case-due-changed'`, [id])).toEqual([{ true_news: true }])
    expect(await clock(id)).toMatchObject({ dueAt: at('11-27T12:00'), changes: [{ what: 'due_changed', before: at('11-23T17:00'), reason: 'Boru yarın geliyor' }] })
    expect((await clock(id)).escalations.every((one) => one.over)).toBe(true)
    await go('11-26T12:00')
    expect((await steps(id)).slice(2)).toEqual(['working_days -1 in_hand: Elif Memur'])
  })
})

describe('at night', () => {
  const night = '2026-11-23T20:00:00+03:00'
  beforeAll(() => town.onCall(town.directorate('water'), officer))
  const emergency = async () => { desk.clock.set(night); return aCase({ kind: 'emergency' }) }
  const pagesOf = (id: CaseId) => desk.look<{ id: string; staff_ids: string[]; state: string; words: { tr: string } }>(`select id, staff_ids, state, words from duty.page where case_id = $1 and reason = 'late' order by made_at`, [id])

  test('an emergency whose time runs out rings the on-call person, then those it goes to; the key has it', async () => {
    const id = await emergency()
    await desk.look(`update cases.case set due_at = $2 where id = $1`, [id, at('11-23T22:00')])
    await desk.look(`update cases.task set due_at = $2 where case_id = $1`, [id, at('11-23T22:00')])
    await desk.look(`update duty.clock set next_at = $2 where case_id = $1`, [id, at('11-23T22:00')])
    await go('11-23T22:00')
    const [page] = await pagesOf(id)
    expect(page).toMatchObject({ staff_ids: [officer.id], state: 'ringing', words: { tr: expect.stringContaining('Acil başvurunun süresi geçti') as string } })
    const [ring] = await desk.look<{ id: string }>('select id from duty.ring where page_id = $1', [page!.id])
    await desk.as(system('duty'), (tx) => keepHeard(tx, [{ what: 'has', ringId: ring!.id, leg: 1, at: desk.clock.now() }], { file: 'x', inode: 1, offset: 1 }))
    await minute()
    expect((await clock(id)).escalations[0]).toMatchObject({ phone: 'has', acknowledged: { by: 'Elif Memur', quietUntil: at('11-23T23:00') } })
  })
  test('what is no emergency wakes nobody, unless its topic is marked so', async () => {
    const id = await aCase()
    await took(id)
    await go('11-23T19:00')
    expect(await steps(id)).toHaveLength(2)
    expect(await pagesOf(id)).toEqual([])
    await done(id)
    const rules = setting(duty.settings!.find((one) => one.kind === 'escalation_rules') as never)
    const before = await desk.as(administrator, (tx) => (duty.settings!.find((one) => one.kind === 'escalation_rules') as never as { read(t: typeof tx, id: string): Promise<{ phoneTopicIds: string[] }> }).read(tx, 'escalation'))
    await desk.as(administrator, (tx) => change(tx, rules, { id: 'escalation', version: undefined, value: { ...before, phoneTopicIds: [town.topic('pipe')] } }))
    desk.clock.set(monday)
    const other = await aCase()
    await took(other)
    await go('11-23T19:00')
    expect(await pagesOf(other)).toMatchObject([{ staff_ids: [officer.id], state: 'ringing' }])
    await have(other, officer)
    expect(await pagesOf(other)).toMatchObject([{ state: 'has' }])
    await desk.as(administrator, (tx) => change(tx, rules, { id: 'escalation', version: undefined, value: before }))
  })
  test('nobody is rung twice for one case, and nobody for what ran out long before anybody looked', async () => {
    const [other, id] = [await emergency(), await emergency()]
    await town.onCall(town.directorate('roads'), officer)
    await desk.look(`insert into cases.task (case_id, directorate_id, part, status, due_at, made_at) values ($1, $2, 'supporting', 'open', (select due_at from cases.case where id = $1), now())`, [id, town.directorate('roads')])
    for (const one of [id, other]) await desk.look(`update cases.case set due_at = $2 where id = $1`, [one, at('11-23T22:00')])
    for (const one of [id, other]) await desk.look(`update cases.task set due_at = $2 where case_id = $1`, [one, at('11-23T22:00')])
    desk.clock.set(at('11-23T22:00'))
    await desk.look('update duty.clock set next_at = $1', [at('11-23T22:00')])
    await desk.look(`update duty.clock set next_at = null where case_id = $1`, [other])
    await minute()
    const rung = (await pagesOf(id)).flatMap((page) => page.staff_ids)
    expect(rung).toEqual([officer.id])
    desk.clock.set(at('11-27T23:00'))
    await desk.look('update duty.clock set next_at = $2 where case_id = $1', [other, at('11-27T23:00')])
    mails = []
    await minute()
    expect((await steps(other)).length).toBeGreaterThan(1)
    expect(await pagesOf(other)).toEqual([])
    expect(mails.filter((mail) => mail.to.startsWith(officer.id))).toEqual([])
  })
  test('in working hours nobody is rung for a time that runs out, and what rings stops when the case ends', async () => {
    const id = await emergency()
    await took(id)
    await go('11-24T15:00')
    expect(await steps(id)).toHaveLength(1)
    expect(await pagesOf(id)).toEqual([])
    await go('11-24T17:00')
    expect(await pagesOf(id)).toMatchObject([{ state: 'ringing' }])
    await done(id)
    await minute()
    expect(await pagesOf(id)).toMatchObject([{ state: 'stopped' }])
  })
})

describe('what dies in the middle', () => {
  test('leaves no half step: the next look takes it whole, once', async () => {
    const id = await aCase(), other = await aCase()
    for (const one of [id, other]) await took(one)
    await minute()
    desk.clock.set(at('11-23T17:00'))
    await desk.look(`create function duty.die() returns trigger language plpgsql as $$ begin if new.case_id = '${id}' then raise exception 'killed'; end if; return new; end $$`)
    await desk.look('create trigger die before insert on duty.notice for each row execute function duty.die()')
    await expect(escalate(desk.db, out)).rejects.toThrow('killed')
    expect([await steps(id), (await steps(other)).length]).toEqual([[], 2])
    await desk.look('drop trigger die on duty.notice')
    await minute()
    await minute()
    expect(await steps(id)).toHaveLength(2)
    expect(mails).toHaveLength(2)
  })
  test('a letter the mail server would not take is tried again, and goes once', async () => {
    const id = await aCase()
    await took(id)
    answer = { sent: false, error: 'away' }
    await go('11-23T17:00')
    expect(await desk.look(`select status, tries, error from duty.notice where case_id = $1`, [id])).toEqual([{ status: 'queued', tries: 1, error: 'away' }])
    answer = { sent: true }
    await go('11-23T17:01')
    await go('11-23T17:02')
    expect(mails).toHaveLength(2)
    expect(await desk.look(`select status from duty.notice where case_id = $1`, [id])).toEqual([{ status: 'sent' }])
  })
  test('a sender that died with a letter in hand leaves it to the next', async () => {
    const id = await aCase()
    await took(id)
    await minute()
    desk.clock.set(at('11-23T17:00'))
    await escalate(desk.db, out)
    await desk.look(`update duty.notice set tries = 1, next_try_at = $2 where case_id = $1`, [id, at('11-23T17:03')])
    await sendNotices(desk.db, mailer)
    expect(mails).toEqual([])
    desk.clock.set(at('11-23T17:03'))
    await sendNotices(desk.db, mailer)
    expect(mails).toHaveLength(1)
  })
  test('a case that no event told of is found by itself', async () => {
    const id = await aCase()
    await took(id)
    await desk.settle(duty, cases)
    await desk.look('delete from duty.clock where case_id = $1', [id])
    await go('11-23T17:00')
    expect((await steps(id)).length).toBeGreaterThan(0)
  })
})

describe('an answer of the citizen', () => {
  const says = (id: CaseId) => desk.as(system('contact'), (tx) => addWord(tx, { caseId: id, direction: 'in', channel: 'sms', what: 'answered', trueNews: false, words: '12 numara' }))
  const mentions = (id: CaseId) => desk.look<{ staff_id: string }>(`select m.staff_id from cases.mention m join cases.entry e on e.id = m.entry_id where e.case_id = $1 and e.what = 'info_came'`, [id])
  test('calls whoever asked, once for a word, and only while we wait for it', async () => {
    const id = await aCase()
    await took(id)
    await says(id)
    await minute()
    expect(await mentions(id)).toEqual([])
    desk.clock.set(at('11-23T10:00'))
    await move(id, 'ask_info', { words: 'Hangi kapı?', waitsFor: 'citizen' })
    desk.clock.set(at('11-23T11:00'))
    await says(id)
    await minute()
    await desk.look(`update outbox.cursor set xid = '0', id = 0`)
    await minute()
    expect(await mentions(id)).toEqual([{ staff_id: officer.id }])
    await move(id, 'got_info')
    expect((await clock(id)).waits).toBeNull()
  })
})

describe('the list of what is late', () => {
  test('says since when, whose turn, who has it, and the last word to the citizen; and what is warned of beside it', async () => {
    const id = await aCase(), other = await aCase({ topicId: town.topic('debt') })
    await took(id)
    await desk.as(system('contact'), (tx) => addWord(tx, { caseId: id, direction: 'out', channel: 'sms', what: 'x', trueNews: true }))
    await go('11-23T16:00')
    const list = (show: 'late' | 'warned', by = director.by) => desk.as(by, (tx) => lateCases(tx, { show }, by))
    expect((await list('warned')).rows.map((row) => row.id)).toEqual([id])
    await go('11-23T17:01')
    expect(await list('late')).toMatchObject({
      counts: { late: 1, warned: 0 }, rows: [{ id, dueAt: at('11-23T17:00'), turn: 'directorate', inHand: ['Elif Memur'], lastWordAt: at('11-23T09:00'), escalations: [{ when: 'due', late: true }, { when: 'share' }] }],
    })
    expect((await list('late', mayor.by)).rows.map((row) => row.id).sort()).toEqual([id, other].sort())
    expect((await clock(id)).left).toBe(0)
    await go('11-24T10:00')
    expect((await clock(id)).left).toBe(-120)
  })
})

test('rules: a key twice and a share of nothing are refused, naming the field', async () => {
  const rules = setting(duty.settings!.find((one) => one.kind === 'escalation_rules') as never)
  const step = { key: 'a', when: 'share', amount: 50, whom: 'director', mail: true }
  const write = (steps: object[]) => desk.as(administrator, (tx) => change(tx, rules, { id: 'escalation', version: undefined, value: { steps, phoneEmergencies: true, phoneTopicIds: [] } }))
  await expect(write([step, step])).rejects.toMatchObject({ code: 'escalation.step_twice', field: 'value.steps.1.key' })
  await expect(write([{ ...step, amount: 100 }])).rejects.toMatchObject({ code: 'escalation.amount_wrong', field: 'value.steps.0.amount' })
})
