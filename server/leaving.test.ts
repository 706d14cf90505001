/** Somebody leaves: what she had in hand, in whatever room, is a colleague's; nothing is lost and nobody waits for her. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { CallId } from '../contracts/call-id.ts'
import type { CaseId, DraftId } from '../contracts/cases.ts'
import type { Colleague, DirectorateId, StaffId } from '../contracts/identity.ts'
import type { Role } from '../contracts/permissions.ts'
import { type Actor, system } from './platform/actor.ts'
import { newId } from './platform/ids.ts'
import { closeSeats } from './rooms/calls/leaving.ts'
import { putOnCall } from './rooms/calendars/index.ts'
import { aTown, opened } from './rooms/cases/testing.ts'
import { createCallTask } from './rooms/contact/index.ts'
import { makeAccount } from './rooms/identity/identity.ts'
import { sessionsWith } from './rooms/identity/session.ts'
import { administrator, someone, testDesk } from './testing.ts'
import { administrationOf } from './testing/administration.ts'
import { testRooms } from './testing/rooms.ts'

async function seeded() {
  const desk = await testDesk('2026-11-23T10:00+03:00')
  const town = await aTown(desk)
  const rooms = await testRooms(desk)
  const admin = administrationOf(desk, rooms)
  async function person(name: string, roles: Role[], directorateId: DirectorateId | null = null): Promise<Actor & { id: StaffId }> {
    const id = newId<StaffId>()
    await makeAccount(desk.db, { id, name, email: `${id}@desk.example`, roles, directorateId, phone: null, language: 'tr', password: 'nine green bicycles' }, administrator)
    await desk.look('update identity.staff set must_change_password = false')
    return { ...someone(roles, directorateId), id }
  }
  const leave = (staffId: StaffId, handOverTo: StaffId | null) => admin.call('leaveStaff', { staffId, handOverTo })
  const work = (staffId: StaffId) => admin.call<{ work: Record<string, number>; handOver: boolean; to: Colleague[] }>('openWorkOf', { staffId })
  return { desk, town, rooms, ...admin, person, leave, work, settle: () => desk.settle(...rooms), [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() }
}
type Seeded = Awaited<ReturnType<typeof seeded>>
async function takenCase(s: Seeded, by: Actor): Promise<CaseId> {
  const { id } = await opened(s.desk, s.town)
  await s.call('takeCase', { caseId: id }, by)
  return id
}
const taskOf = async (s: Seeded, caseId: CaseId, slug: 'roads') =>
  (await s.desk.look<{ status: string; taken_by: string | null }>('select status, taken_by from cases.task where case_id = $1 and directorate_id = $2', [caseId, s.town.directorate(slug)]))[0]

test('an officer with a case in hand leaves only when a colleague takes it, and then the case says so', async () => {
  await using s = await seeded()
  const roads = s.town.directorate('roads')
  const [ali, bora] = [await s.person('Ali', ['officer'], roads), await s.person('Bora', ['director'], roads)]
  const [elsewhere, gone] = [await s.person('Can', ['officer'], s.town.directorate('water')), await s.person('Deniz', ['officer'], roads)]
  await s.leave(gone.id, null)
  const caseId = await takenCase(s, ali)
  expect(await s.work(ali.id)).toMatchObject({ work: { caseTasks: 1 }, handOver: true, to: [{ name: 'Bora' }] })
  await expect(s.leave(ali.id, null)).rejects.toMatchObject({ code: 'identity.hand_over_needed', facts: { caseTasks: 1 } })
  for (const wrong of [elsewhere.id, gone.id, ali.id, newId<StaffId>()]) await expect(s.leave(ali.id, wrong)).rejects.toMatchObject({ code: 'identity.hand_over_wrong', field: 'handOverTo' })
  await s.leave(ali.id, bora.id)
  await s.settle()
  expect(await taskOf(s, caseId, 'roads')).toEqual({ status: 'taken', taken_by: bora.id })
  expect(await s.desk.look(`select what, facts from cases.entry where what = 'handed_on'`)).toEqual([{ what: 'handed_on', facts: { from: 'Ali', to: 'Bora' } }])
  expect(await s.work(bora.id)).toMatchObject({ work: { caseTasks: 1 } })
})

test('an operator’s half-written intakes and call tasks go with her hand-over; heard twice it changes nothing', async () => {
  await using s = await seeded()
  const [ali, bora] = [await s.person('Ali', ['operator']), await s.person('Bora', ['supervisor'])]
  await s.call('saveDraft', { draftId: newId<DraftId>(), callId: null, body: { said: 'Yolda çukur' }, version: 0 }, ali)
  const taskId = await s.desk.as(system('set-up'), (tx) => createCallTask(tx, { reason: 'call_back', phone: '+905320000001', callId: 'c-1.1' as CallId, recorded: false, emergency: false }))
  await s.call('takeCallTask', { taskId }, ali)
  expect(await s.work(ali.id)).toMatchObject({ work: { drafts: 1, callTasks: 1 }, handOver: true })
  await s.leave(ali.id, bora.id)
  await s.settle()
  const inHand = { work: { drafts: 1, callTasks: 1 }, handOver: true }
  expect(await s.work(bora.id)).toMatchObject(inHand)
  const heard = s.rooms.flatMap((room) => Object.values(room.listeners?.['staff.left'] ?? {}))
  for (const listen of heard) await s.desk.as(system('again'), (tx) => listen(tx, { staffId: ali.id, to: bora.id }))
  expect(await s.work(bora.id)).toMatchObject(inHand)
  expect(await s.call('drafts', {}, bora)).toHaveLength(1)
})

test('a case taken up in the very moment of leaving waits for the directorate again', async () => {
  await using s = await seeded()
  const ali = await s.person('Ali', ['officer'], s.town.directorate('roads'))
  const { id } = await opened(s.desk, s.town)
  await s.leave(ali.id, null)
  await s.call('takeCase', { caseId: id }, ali)
  await s.settle()
  expect(await taskOf(s, id, 'roads')).toEqual({ status: 'open', taken_by: null })
  expect(await s.desk.look('select status from cases.case')).toEqual([{ status: 'routed' }])
})

test('who has left is signed out, leads nothing, is on call nowhere and is mentioned no more; her name stays', async () => {
  await using s = await seeded()
  const roads = s.town.directorate('roads')
  const [ali, bora] = [await s.person('Ali', ['director'], roads), await s.person('Bora', ['officer'], roads)]
  const sessions = sessionsWith('a key for the tests, long enough to be one')
  const token = await s.desk.as(system('sign-in'), async (tx) => (await sessions.begin(tx, ali.id)).token)
  await s.edit('directorate', roads, { directorId: ali.id, deputyId: bora.id })
  await s.desk.as(system('set-up'), async (tx) => { for (const [position, staffId] of [ali.id, bora.id].entries()) await putOnCall(tx, { directorateId: roads, staffId, position }) })
  expect(await s.work(ali.id)).toMatchObject({ work: { directs: 1, onCall: 1 }, handOver: false })
  await s.leave(ali.id, null)
  await s.settle()
  expect(await sessions.authenticate(s.desk.db, token)).toBeUndefined()
  expect((await s.one('directorate', roads)).value).toMatchObject({ directorId: null, deputyId: bora.id })
  expect((await s.one('directorate_hours', roads)).value.onCall.map((turn) => turn.staffId)).toEqual([bora.id])
  expect((await s.call<Colleague[]>('colleagues', { q: 'ali' }, bora))).toEqual([])
  expect((await s.one('staff', ali.id)).value).toMatchObject({ name: 'Ali', left: true })
  await expect(s.leave(ali.id, null)).rejects.toMatchObject({ code: 'identity.has_left' })
  await expect(s.call('resetStaff', { staffId: ali.id, origin: 'http://desk.example' })).rejects.toMatchObject({ code: 'identity.has_left' })
})

test('a director’s duty goes to a colleague who is a director', async () => {
  await using s = await seeded()
  const roads = s.town.directorate('roads')
  const [ali, bora] = [await s.person('Ali', ['director'], roads), await s.person('Bora', ['director'], roads)]
  await s.edit('directorate', roads, { directorId: ali.id })
  await s.leave(ali.id, bora.id)
  expect((await s.one('directorate', roads)).value.directorId).toBe(bora.id)
})

test('leaving is a change: undone, the person is back, and the work stays where it went', async () => {
  await using s = await seeded()
  const roads = s.town.directorate('roads')
  const [ali, bora] = [await s.person('Ali', ['officer'], roads), await s.person('Bora', ['officer'], roads)]
  const caseId = await takenCase(s, ali)
  await s.leave(ali.id, bora.id)
  await s.settle()
  expect(await s.newest('staff', ali.id)).toMatchObject({ before: { left: false }, after: { left: true }, by: administrator.id })
  await s.undo('staff', ali.id)
  expect((await s.one('staff', ali.id)).value.left).toBe(false)
  expect(await taskOf(s, caseId, 'roads')).toMatchObject({ taken_by: bora.id })
  await expect(s.undo('staff', ali.id)).rejects.toMatchObject({ code: 'staff.leave_instead' })
})

test('a link that waits ends with leaving, and does not come back with the person', async () => {
  await using s = await seeded()
  const id = newId<StaffId>()
  const made = await s.call<{ path: string }>('inviteStaff', { id, name: 'Yeni', email: 'y@desk.example', roles: ['operator'], directorateId: null, phone: null, language: 'tr', origin: 'http://desk.example' })
  await s.leave(id, null)
  await s.undo('staff', id)
  await expect(s.call('lookAtInvite', { token: made.path.split('#')[1]! })).rejects.toMatchObject({ code: 'identity.invite_over' })
})

test('her seat is rung no more, and her telephone gets a password that nobody knows, once the call on it is over', async () => {
  await using s = await seeded()
  const ali = await s.person('Ali', ['operator'])
  await s.desk.as(system('set-up'), (tx) => sql`insert into calls.seat (staff_id, seat, name, wanted, state, since) values (${ali.id}, 'seat-1', 'Ali', 'ready', 'on_call', ${tx.now})`.execute(tx))
  await s.leave(ali.id, null)
  await s.settle()
  expect(await s.desk.look('select wanted, closing from calls.seat')).toEqual([{ wanted: 'away', closing: true }])
  const given: string[] = []
  const sw = { openSeat: async (seat: string, password: string) => { given.push(`${seat} ${password}`) } }
  await closeSeats(s.desk.db, sw)
  expect(given).toEqual([])
  await s.desk.look(`update calls.seat set state = 'away'`)
  await closeSeats(s.desk.db, sw)
  await closeSeats(s.desk.db, sw)
  expect(given).toEqual([expect.stringMatching(/^seat-1 .{20,}$/)])
})

test('of what a person has in hand the administrator learns numbers and reads nothing', async () => {
  await using s = await seeded()
  const ali = await s.person('Ali', ['officer'], s.town.directorate('roads'))
  await takenCase(s, ali)
  expect((await s.work(ali.id)).work).toEqual({ caseTasks: 1 })
  for (const table of ['cases.case', 'cases.draft', 'contact.call_task']) expect((await s.desk.as(administrator, (tx) => sql`select * from ${sql.raw(table)}`.execute(tx))).rows).toEqual([])
  expect((await s.desk.as(administrator, (tx) => sql`select * from cases.task`.execute(tx))).rows).toEqual([])
})
