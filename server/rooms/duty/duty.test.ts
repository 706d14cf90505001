import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { CaseId } from '../../../contracts/cases.ts'
import type { Page } from '../../../contracts/duty.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { system } from '../../platform/actor.ts'
import { officerOf, operator, supervisor, testDesk, type TestDesk } from '../../testing.ts'
import { makeMove } from '../cases/index.ts'
import { opened } from '../cases/testing.ts'
import { acceptPage, keepHeard, pageStaff, ringAgain, say, stopPage } from './duty.ts'
import { dutyRoom } from './index.ts'
import type { Heard } from './pager.ts'
import { makePager } from './paging.ts'
import { alerts, reachable } from './reading.ts'
import { dutySettings } from './settings.ts'
import type { Rules } from './store.ts'
import { aDutyTown, type DutyTown, paperPager, type Person } from './testing.ts'

let desk: TestDesk, town: DutyTown
let rota: Person, second: Person, director: Person, plumber: Person, mayor: Person
const start = '2026-11-23T21:00:00+03:00'
let pager: ReturnType<typeof paperPager>, paging: ReturnType<typeof makePager>
const failed = (error: unknown) => { throw error }

beforeAll(async () => {
  desk = await testDesk(start)
  town = await aDutyTown(desk)
  const [roads, water] = [town.directorate('roads'), town.directorate('water')]
  rota = await town.person('Ali Nöbetçi', 'officer', roads, '+905320000001')
  second = await town.person('Veli Yedek', 'officer', roads, '+905320000002')
  director = await town.person('Kemal Müdür', 'director', roads, '+905320000003')
  plumber = await town.person('Su Nöbetçi', 'officer', water, '+905320000004')
  mayor = await town.person('Başkan Yardımcısı', 'deputy_mayor', null, '+905320000005')
  await town.onCall(roads, rota)
  await town.onCall(roads, second, 1)
  await town.onCall(water, plumber)
})
afterAll(() => desk[Symbol.asyncDispose]())
beforeEach(async () => {
  await desk.look(`update duty.page set state = 'stopped', next_at = null, settled_at = '2020-01-01' where state in ('ringing', 'nobody')`)
  await desk.look(`update duty.ring set state = 'over'`)
  desk.clock.set(start)
  pager = paperPager()
  paging = makePager(desk.db, pager, failed)
})

const later = (seconds: number) => desk.clock.set(new Date(desk.clock.now().getTime() + seconds * 1000))
const look = async () => { await paging.look(); await paging.idle() }
/** A pothole that is an emergency: roads lead, water helps. */
async function anEmergency(more: Parameters<typeof opened>[2] = {}): Promise<CaseId> {
  const { id } = await opened(desk, town, { kind: 'emergency', ...more })
  await desk.settle(dutyRoom)
  await look()
  return id
}
const alertOf = async (caseId: CaseId, by = operator) => (await desk.as(by, (tx) => alerts(tx, by))).find((one) => one.caseId === caseId)
const partOf = async (caseId: CaseId, slug: 'roads' | 'water' | 'finance' | 'parks'): Promise<Page> => (await alertOf(caseId))!.pages.find((page) => page.directorateId === town.directorate(slug))!
const names = (page: Page) => page.legs.map((leg) => leg.name)
const timeline = async (caseId: CaseId) => (await desk.look<{ what: string; facts: Record<string, unknown> }>(`select what, facts from cases.entry where case_id = $1 and what like 'page%' order by at, id`, [caseId]))
const heard = (...all: Heard[]) => desk.as(system('duty'), (tx) => keepHeard(tx, all, { file: 'x', inode: 1, offset: 1 }))
const ringsOf = async (page: Page) => (await desk.look<{ id: string; step: number }>('select id, step from duty.ring where page_id = $1 order by step', [page.id]))
const presses = async (page: Page, leg = 1): Promise<Heard> => ({ what: 'has', ringId: (await ringsOf(page)).at(-1)!.id, leg, at: desk.clock.now() })

test('an emergency rings everyone on call of all directorates concerned at once, and each has its own state', async () => {
  const caseId = await anEmergency()
  expect(pager.asked.map((ring) => ring.legs.map((leg) => leg.phone)).toSorted()).toEqual([['+905320000001', '+905320000002'], ['+905320000004']])
  expect(names(await partOf(caseId, 'roads'))).toEqual(['Ali Nöbetçi', 'Veli Yedek'])
  expect(await partOf(caseId, 'water')).toMatchObject({ state: 'ringing', who: 'on_call', legs: [{ name: 'Su Nöbetçi', state: 'rings' }], has: null })
  expect((await timeline(caseId)).map((entry) => entry.what)).toEqual(['paged', 'paged'])
  expect(pager.said.get(caseId)).toEqual({ tr: expect.stringMatching(/^Acil durum\. pothole\. Yer: Saray.* Okulun önünde derin bir çukur var$/), en: expect.stringContaining('Emergency.') })
})

test('who pressed the key has it: that directorate is settled, the other rings on, and hearing it twice changes nothing', async () => {
  const caseId = await anEmergency()
  const roads = await partOf(caseId, 'roads')
  const key = await presses(roads, 2)
  await heard(key)
  await heard(key, { ...key, what: 'over', result: 'ANSWER' } as Heard)
  expect(await partOf(caseId, 'roads')).toMatchObject({ state: 'has', has: { name: 'Veli Yedek', how: 'key', staffId: second.id } })
  expect((await partOf(caseId, 'water')).state).toBe('ringing')
  expect((await timeline(caseId)).filter((entry) => entry.what === 'page_accepted')).toMatchObject([{ facts: { name: 'Veli Yedek', how: 'key', directorate: { tr: 'roads' } } }])
  later(61)
  await look()
  expect((await ringsOf(roads)).length).toBe(1)
  expect((await ringsOf(await partOf(caseId, 'water'))).length).toBe(2)
})

test('each minute the next step: on call again, the director, the deputy mayor, and then the desk; ringing goes on', async () => {
  const caseId = await anEmergency()
  const rung: string[][] = [names(await partOf(caseId, 'roads'))]
  for (let minute = 1; minute <= 3; minute++) {
    later(61)
    await look()
    rung.push(names(await partOf(caseId, 'roads')))
  }
  expect(rung).toEqual([['Ali Nöbetçi', 'Veli Yedek'], ['Ali Nöbetçi', 'Veli Yedek'], ['Kemal Müdür'], ['Başkan Yardımcısı']])
  expect((await partOf(caseId, 'roads')).state).toBe('ringing')
  later(61)
  await look()
  expect(await partOf(caseId, 'roads')).toMatchObject({ state: 'nobody' })
  expect((await timeline(caseId)).filter((entry) => entry.what === 'page_nobody').length).toBe(2)
  later(181)
  await look()
  expect(names(await partOf(caseId, 'roads')).toSorted()).toEqual(['Ali Nöbetçi', 'Başkan Yardımcısı', 'Kemal Müdür', 'Veli Yedek'].toSorted())
  expect((await timeline(caseId)).filter((entry) => entry.what === 'page_nobody').length).toBe(2)
  // Still somebody can have it.
  await heard(await presses(await partOf(caseId, 'roads'), 1))
  expect((await partOf(caseId, 'roads')).state).toBe('has')
})

test('a step that nobody can be rung at is passed over at once: a directorate without members goes to the deputy mayor', async () => {
  const caseId = await anEmergency({ topicId: town.topic('debt'), kind: 'emergency', answers: {}, also: [] })
  expect(await partOf(caseId, 'finance')).toMatchObject({ who: 'deputy_mayor', legs: [{ name: mayor.name }] })
})

test('nobody on call: in working hours who works there, else its directors', async () => {
  const parks = town.directorate('parks')
  await town.person('Park Müdürü', 'director', parks, '+905320000006')
  await town.person('Park Memuru', 'officer', parks, '+905320000007')
  await town.person('Telefonsuz', 'officer', parks, null)
  expect(names(await partOf(await anEmergency({ also: [parks] }), 'parks'))).toEqual(['Park Müdürü'])
  desk.clock.set('2026-11-24T10:00:00+03:00')
  expect(names(await partOf(await anEmergency({ also: [parks] }), 'parks')).toSorted()).toEqual(['Park Memuru', 'Park Müdürü'])
})

test('at the director’s step her deputy is rung too, and of the deputy mayors the one whose directorate it is', async () => {
  await town.person('Başka Başkan Yardımcısı', 'deputy_mayor', null, '+905320000009')
  await desk.look('update identity.directorate set director_id = $2, deputy_id = $3, deputy_mayor_id = $4 where id = $1', [town.directorate('roads'), director.id, second.id, mayor.id])
  const caseId = await anEmergency()
  const rung: string[][] = []
  for (let step = 0; step < 3; step++) { later(61); await look(); rung.push(names(await partOf(caseId, 'roads'))) }
  expect(rung.slice(1)).toEqual([['Kemal Müdür', 'Veli Yedek'], ['Başkan Yardımcısı']])
  await desk.look('update identity.directorate set director_id = null, deputy_id = null, deputy_mayor_id = null')
  await desk.look(`update identity.staff set left_at = now() where name = 'Başka Başkan Yardımcısı'`)
})

test('when all telephones of a step were in vain the next comes after a breath', async () => {
  const caseId = await anEmergency()
  const [ring] = await ringsOf(await partOf(caseId, 'water'))
  await heard({ what: 'over', ringId: ring!.id, leg: 1, result: 'BUSY', at: desk.clock.now() })
  expect(await partOf(caseId, 'water')).toMatchObject({ legs: [{ state: 'busy' }] })
  later(11)
  await look()
  expect((await ringsOf(await partOf(caseId, 'water'))).length).toBe(2)
  expect((await ringsOf(await partOf(caseId, 'roads'))).length).toBe(1)
})

test('at a console: her own directorate’s people and whoever was rung may have it, another directorate may not, the desk names somebody', async () => {
  const caseId = await anEmergency()
  const { id } = await partOf(caseId, 'roads')
  const accept = (by: typeof operator, staffId?: Person['id']) => desk.as(by, (tx) => acceptPage(tx, { pageId: id, staffId }, by))
  expect((await alertOf(caseId, plumber.by))!.pages.map((page) => page.mine)).toEqual((await alertOf(caseId))!.pages.map((page) => page.directorateId === town.directorate('water')))
  await expect(accept(plumber.by)).rejects.toMatchObject({ code: 'page.not_yours' })
  await expect(accept(plumber.by, rota.id)).rejects.toMatchObject({ code: 'page.not_yours' })
  await expect(accept(operator)).rejects.toMatchObject({ code: 'page.not_yours' })
  await accept(operator, rota.id)
  expect(await partOf(caseId, 'roads')).toMatchObject({ state: 'has', has: { name: rota.name, how: 'desk' } })
  await expect(accept(director.by)).rejects.toMatchObject({ code: 'page.has', facts: { name: rota.name } })
  await look()
  expect(pager.ended).toEqual([(await ringsOf(await partOf(caseId, 'roads')))[0]!.id])
  // Pressed in the same moment: the first stands, and nothing breaks.
  await heard(await presses(await partOf(caseId, 'roads'), 2))
  expect((await partOf(caseId, 'roads')).has).toMatchObject({ name: rota.name })
})

test('two who accept at the same moment: one has it, the other is told who', async () => {
  const caseId = await anEmergency()
  const { id } = await partOf(caseId, 'roads')
  let other: Promise<unknown> | undefined
  await desk.as(rota.by, async (tx) => {
    await acceptPage(tx, { pageId: id }, rota.by)
    other = expect(desk.as(second.by, (later) => acceptPage(later, { pageId: id }, second.by))).rejects.toMatchObject({ code: 'page.has', facts: { name: rota.name } })
    await desk.someoneWaits()
  })
  await other
})

test('stopped by the desk with a reason, and not by a directorate; the next step at once when asked', async () => {
  const caseId = await anEmergency()
  const { id } = await partOf(caseId, 'roads')
  await desk.do((tx) => ringAgain(tx, { pageId: id }))
  await look()
  expect((await ringsOf(await partOf(caseId, 'roads'))).length).toBe(2)
  // Whoever listens to the step before may still have it.
  expect(pager.ended).toEqual([])
  await desk.do((tx) => stopPage(tx, { pageId: id, reason: 'Yanlış ihbar' }))
  await look()
  expect(pager.ended.length).toBe(2)
  expect(await partOf(caseId, 'roads')).toMatchObject({ state: 'stopped', stoppedReason: 'Yanlış ihbar' })
  expect((await timeline(caseId)).at(-1)).toMatchObject({ what: 'page_stopped', facts: { reason: 'Yanlış ihbar' } })
  await expect(desk.do((tx) => ringAgain(tx, { pageId: id }))).rejects.toMatchObject({ code: 'page.over' })
  expect(dutyRoom.operations!.find((one) => one.name === 'stopPage')!.operation.may).toBe('emergency.run')
})

test('who takes the case up on the screen has it; who gives it back is rung no more; a new directorate is rung', async () => {
  const caseId = await anEmergency()
  later(5)
  await desk.as(rota.by, (tx) => makeMove(tx, { caseId, move: 'take', directorateId: town.directorate('roads') }).then(() => {}))
  await desk.settle(dutyRoom)
  expect(await partOf(caseId, 'roads')).toMatchObject({ state: 'has', has: { name: rota.name, how: 'console' } })
  await desk.as(plumber.by, (tx) => makeMove(tx, { caseId, move: 'return', directorateId: town.directorate('water'), reason: 'Bizde değil' }).then(() => {}))
  await desk.settle(dutyRoom)
  expect(await partOf(caseId, 'water')).toMatchObject({ state: 'stopped', stoppedReason: 'not_theirs' })
})

test('the case ends, and nobody is rung for it any more', async () => {
  const caseId = await anEmergency()
  await desk.as(supervisor, (tx) => makeMove(tx, { caseId, move: 'cancel', reason: 'Vazgeçti', words: 'Vazgeçti' }).then(() => {}))
  await desk.settle(dutyRoom)
  await look()
  expect((await alertOf(caseId))!.pages.map((page) => [page.state, page.stoppedReason])).toEqual([['stopped', 'case_ended'], ['stopped', 'case_ended']])
  expect(pager.ended.length).toBe(2)
  expect(pager.said.has(caseId)).toBe(false)
})

test('the operator’s words and her voice replace what was told, from the next answer on', async () => {
  const caseId = await anEmergency()
  await desk.do((tx) => say(tx, caseId, { words: 'Kablo suya değiyor, yaklaşmayın', recording: null }))
  await look()
  expect(pager.said.get(caseId)).toMatchObject({ tr: expect.stringContaining('Kablo suya değiyor') })
  await desk.do((tx) => say(tx, caseId, { words: null, recording: Buffer.from('RIFFxxxxWAVE') }))
  await look()
  expect(pager.said.get(caseId)).toEqual({ recording: Buffer.from('RIFFxxxxWAVE') })
  expect((await alertOf(caseId))!.message).toEqual({ words: null, recorded: true })
  await expect(desk.do((tx) => say(tx, newId<CaseId>(), { words: 'x', recording: null }))).rejects.toMatchObject({ code: 'page.not_found' })
})

test('a switch that is away is asked again, never twice for a step, and the steps go on so that the desk is told', async () => {
  pager.here = false
  const caseId = await anEmergency()
  expect(await partOf(caseId, 'water')).toMatchObject({ legs: [{ state: 'waits' }] })
  await look()
  pager.here = true
  later(6)
  await look()
  await look()
  expect(pager.asked.length).toBe(2)
  pager.here = false
  for (let step = 0; step < 4; step++) { later(61); await look() }
  expect((await partOf(caseId, 'water')).state).toBe('nobody')
})

test('the same opening heard twice rings once; an ordinary case rings nobody', async () => {
  const caseId = await anEmergency()
  await desk.as(system('duty.follow'), (tx) => dutyRoom.listeners!['case.opened']!.follow!(tx, { caseId, number: 'x', emergency: true }))
  await look()
  expect(pager.asked.length).toBe(2)
  const { id } = await opened(desk, town)
  await desk.settle(dutyRoom)
  await look()
  expect(pager.asked.length).toBe(2)
  expect(await alertOf(id)).toBeUndefined()
})

test('another directorate sees nothing of it, neither the people nor their numbers', async () => {
  const caseId = await anEmergency()
  const stranger = officerOf(newId<string>())
  expect(await alertOf(caseId, stranger)).toBeUndefined()
  for (const table of ['page', 'ring', 'leg', 'message'])
    expect(await desk.as(stranger, async (tx) => (await import('kysely')).sql`select 1 from ${(await import('kysely')).sql.table(`duty.${table}`)}`.execute(tx)).then((found) => found.rows)).toEqual([])
})

test('for a promise that runs out people are woken one after the other, who did not answer by SMS as well, then the desk', async () => {
  const { id } = await opened(desk, town)
  const words = { tr: 'Başvurunun süresi doluyor', en: 'A promise runs out' }
  const pageId = await desk.as(system('clocks'), (tx) => pageStaff(tx, { caseId: id, staffIds: [rota.id, director.id], words }))
  await look()
  expect(pager.asked.at(-1)).toMatchObject({ sound: pageId, legs: [{ phone: rota.phone }] })
  expect(pager.said.get(pageId)).toEqual(words)
  later(61)
  await look()
  expect(pager.asked.at(-1)).toMatchObject({ legs: [{ phone: director.phone }] })
  expect(await desk.look(`select "to", text from contact.message where template = 'to-staff'`)).toEqual([{ to: rota.phone, text: words.tr }])
  expect((await alertOf(id, director.by))!.pages).toMatchObject([{ mine: true, directorateId: null, who: 'named' }])
  later(61)
  await look()
  expect((await alertOf(id))!.pages).toMatchObject([{ state: 'nobody', nextAt: null }])
})

test('the steps, their seconds and the words are the municipality’s own; a field that nobody fills is refused', async () => {
  const [setting] = dutySettings as unknown as { read(tx: Tx, id: string): Promise<Rules>; write(tx: Tx, id: string, value: Rules): Promise<void> }[]
  const before = await desk.do((tx) => setting!.read(tx, 'emergency'))
  const own: Rules = { ...before, steps: [{ who: 'director', seconds: 30 }], words: { tr: 'Koşun: {konu}', en: 'Run: {konu}' } }
  await desk.as(system('test'), (tx) => setting!.write(tx, 'emergency', own))
  const caseId = await anEmergency()
  expect(names(await partOf(caseId, 'roads'))).toEqual(['Kemal Müdür'])
  expect(pager.said.get(caseId)).toEqual({ tr: 'Koşun: pothole', en: 'Run: pothole (en)' })
  await expect(desk.as(system('test'), (tx) => setting!.write(tx, 'emergency', { ...own, words: { tr: '{adres}', en: 'x' } }))).rejects.toMatchObject({ code: 'template.unknown_field', field: 'value.words.tr' })
  await desk.as(system('test'), (tx) => setting!.write(tx, 'emergency', before))
})

test('who is on call now can be called', async () => {
  expect(await desk.do(reachable)).toMatchObject([{ name: 'Ali Nöbetçi', phone: '+905320000001' }, { name: 'Veli Yedek' }, { name: 'Su Nöbetçi', directorate: { tr: 'water' } }])
})
