import { expect, test } from 'vitest'
import { settingKinds, type SettingKind, settingValues, type SettingValue } from '../../../contracts/settings.ts'
import { prompts } from '../../adapters/asterisk/prompts.ts'
import { system } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { silentLog } from '../../platform/log.ts'
import { change } from '../../platform/settings.ts'
import { seedDemo } from '../../setup.ts'
import { administrator, operator, testDesk, type TestDesk } from '../../testing.ts'
import { municipality, setMunicipality } from '../identity/index.ts'
import { makeCalls } from './index.ts'
import { setUnspoken } from './settings.store.ts'
import { spokenTexts } from './settings.ts'
import * as store from './store.ts'
import type { Switch, SwitchSettings } from './switch.ts'
import { telling } from './telling.ts'

async function house() {
  const desk = await testDesk()
  await desk.as(system('set-up'), seedDemo)
  const room = makeCalls(desk.db, undefined, { sockets: {}, demo: true, announcements: prompts, queues: ['main'] }, silentLog)
  const kindOf = (kind: SettingKind) => room.settings!.find((one) => one.kind === kind)!
  const save = <K extends SettingKind>(kind: K, id: string, value: SettingValue<K>) => desk.as(administrator, (tx) => change(tx, kindOf(kind), { id, version: undefined, value }))
  const read = <K extends SettingKind>(kind: K, id: string) => desk.as(administrator, (tx) => kindOf(kind).read(tx, id)) as Promise<SettingValue<K> | undefined>
  return {
    desk, room, save, read, edit: async <K extends SettingKind>(kind: K, id: string, to: Partial<SettingValue<K>>) => save(kind, id, { ...(await read(kind, id))!, ...to }),
    remove: (kind: SettingKind, id: string) => desk.as(administrator, (tx) => change(tx, kindOf(kind), { id, version: undefined, value: undefined })),
    list: <K extends SettingKind>(kind: K) => desk.as(administrator, (tx) => kindOf(kind).list(tx)) as Promise<{ id: string; value: SettingValue<K> }[]>,
    missing: () => desk.as(administrator, (tx) => room.missing!(tx)), switchSettings: () => desk.as(system('line'), store.switchSettings),
    [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose](),
  }
}
/** What a second person is answered who begins while the first has done her work and not committed it yet. */
async function whileHeld<T>(desk: TestDesk, first: (tx: Tx) => Promise<unknown>, second: () => Promise<T>): Promise<{ answer: Promise<T> }> {
  const [did, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const one = desk.as(administrator, async (tx) => { await first(tx); did.resolve(); await go.promise })
  await did.promise
  const other = second()
  const ended = other.then(() => {}, () => {})
  await Promise.race([desk.someoneWaits(), ended])
  go.resolve()
  await Promise.all([one, ended])
  return { answer: other }
}
const others = ['+904340000001', '+904340000002', '+904340000003']

test('everything of the line is read as the contract has it, and saving it unchanged is no change', async () => {
  await using h = await house()
  for (const kind of settingKinds.filter((one) => h.room.settings!.some((s) => (s.kind as SettingKind) === one))) {
    const rows = await h.list(kind)
    expect(rows.length, kind).toBeGreaterThan(0)
    for (const { id, value } of rows) {
      expect(settingValues[kind].parse(value), kind).toEqual(value)
      expect(await h.save(kind, id, value as never), `${kind} ${id}`).toBe(0)
    }
  }
})

test('what is said is ours until somebody writes other words; ours follow the municipality’s name', async () => {
  await using h = await house()
  const texts = () => h.desk.as(system('line'), spokenTexts({ announcements: prompts }))
  const ours = prompts('Tatvan Belediyesi')
  expect(await texts()).toMatchObject(ours)
  await h.save('spoken_text', 'greeting', { key: 'greeting', tr: 'Buyurun.', en: 'Hello.' })
  expect(await texts()).toMatchObject({ ...ours, greeting: { tr: 'Buyurun.', en: 'Hello.' } })
  // Our own words written once more are ours again, and go with the name.
  await h.save('spoken_text', 'greeting', { key: 'greeting', ...ours.greeting! })
  await h.save('spoken_text', 'notice', { key: 'notice', ...ours.notice! })
  await h.desk.as(administrator, async (tx) => setMunicipality(tx, { ...(await municipality(tx)), name: { tr: 'Ahlat Belediyesi', en: 'Ahlat Municipality' } }))
  expect((await texts()).notice!.tr).toContain('Ahlat Belediyesi')
})

test('deleting the municipality’s words brings ours back; a greeting of its own goes', async () => {
  await using h = await house()
  await h.save('spoken_text', 'greeting', { key: 'greeting', tr: 'Buyurun.', en: 'Hello.' })
  await h.remove('spoken_text', 'greeting')
  expect((await h.read('spoken_text', 'greeting'))?.tr).toBe(prompts('x').greeting!.tr)
  await h.save('spoken_text', 'greeting-new', { key: 'greeting-new', tr: 'Yeni.', en: 'New.' })
  await h.remove('spoken_text', 'greeting-new')
  expect(await h.read('spoken_text', 'greeting-new')).toBeUndefined()
})

test('a notice that nobody could speak within its six seconds is refused while it is written', async () => {
  await using h = await house()
  await expect(h.edit('spoken_text', 'notice', { en: 'word '.repeat(25).trim() })).rejects.toMatchObject({ code: 'spoken.too_long', field: 'value.en', facts: { most: 6 } })
  await expect(h.edit('spoken_text', 'greeting', { en: 'word '.repeat(25).trim() })).resolves.toBe(1)
})

test('a number is written in full, keeps its key, and names a greeting, a queue and a directorate that are there', async () => {
  await using h = await house()
  const value: SettingValue<'incoming_number'> = { number: '+904348271777', name: { tr: 'Yeni hat', en: 'New line' }, greeting: 'greeting', queue: 'main', directorateId: null, language: 'tr', retired: false }
  await expect(h.save('incoming_number', '04348271777', { ...value, number: '04348271777' })).rejects.toMatchObject({ code: 'line.number_form', facts: { number: '+904348271777' }, field: 'value.number' })
  await expect(h.save('incoming_number', '153', value)).rejects.toMatchObject({ code: 'setting.key_fixed', field: 'value.number' })
  await expect(h.save('incoming_number', value.number, { ...value, greeting: 'nobody-wrote-it' })).rejects.toMatchObject({ code: 'setting.unknown_reference', field: 'value.greeting' })
  await expect(h.save('incoming_number', value.number, { ...value, queue: 'nowhere' })).rejects.toMatchObject({ code: 'setting.unknown_reference', field: 'value.queue' })
  await expect(h.save('incoming_number', value.number, { ...value, directorateId: crypto.randomUUID() as never })).rejects.toMatchObject({ code: 'setting.unknown_reference', field: 'value.directorateId' })
  await h.save('incoming_number', value.number, value)
  expect((await h.switchSettings()).numbers.map((one) => one.dialled)).toContain(value.number)
  await h.edit('incoming_number', value.number, { retired: true })
  expect((await h.switchSettings()).numbers.map((one) => one.dialled)).not.toContain(value.number)
})

test('the last number stays in use, also when two people take the last two away at once', async () => {
  await using h = await house()
  for (const number of others.slice(1)) await h.edit('incoming_number', number, { retired: true })
  const value = await h.read('incoming_number', '153')
  const { answer } = await whileHeld(h.desk, (tx) => change(tx, h.room.settings![0]!, { id: '153', version: undefined, value: { ...value, retired: true } }),
    () => h.edit('incoming_number', others[0]!, { retired: true }))
  await expect(answer).rejects.toMatchObject({ code: 'line.last_number', field: 'value.retired' })
  const left = (await h.list('incoming_number')).find((one) => !one.value.retired)!
  await expect(h.remove('incoming_number', left.id)).rejects.toMatchObject({ code: 'line.last_number' })
})

test('a retired reason or code is offered no more, and what was wrapped up with it keeps its name', async () => {
  await using h = await house()
  await h.edit('pause_reason', 'mola', { retired: true })
  await h.edit('wrap_up_code', 'deneme', { retired: true })
  const offered = await h.desk.do(async (tx) => [await store.pauseReasons(tx), await store.wrapUpCodes(tx)])
  expect(offered.flat().map((one) => one.code)).not.toContain('mola')
  expect(offered.flat().map((one) => one.code)).not.toContain('deneme')
  expect((await h.list('wrap_up_code')).map((one) => one.id)).toContain('deneme')
  await expect(h.save('pause_reason', 'unanswered', { code: 'unanswered', name: { tr: 'a', en: 'a' }, position: 0, retired: false })).rejects.toMatchObject({ code: 'setting.name_taken' })
})

test('the order is the administrator’s', async () => {
  await using h = await house()
  await h.edit('pause_reason', 'toplanti', { position: 0 })
  await h.edit('pause_reason', 'mola', { position: 50 })
  expect((await h.desk.do(store.pauseReasons)).map((one) => one.code).at(-1)).toBe('mola')
})

test('where things of the line are used is counted', async () => {
  await using h = await house()
  await h.desk.look(`insert into calls.call (id, direction, dialled, arrived_at, result) values ('ak-1', 'in', '153', now(), 'answered')`)
  await h.desk.look(`insert into calls.wrap_up (call_id, code, by, at) values ('ak-1', 'deneme', gen_random_uuid(), now())`)
  const uses = (kind: 'wrap_up_code' | 'incoming_number' | 'spoken_text', id: string) => h.desk.as(administrator, (tx) => h.room.uses![kind]!(tx, id))
  expect([await uses('wrap_up_code', 'deneme'), await uses('incoming_number', '153'), await uses('spoken_text', 'greeting-153')]).toEqual([{ calls: 1 }, { calls: 1 }, { numbers: 1 }])
})

test('what the line lacks is told, by what it costs', async () => {
  await using h = await house()
  expect(await h.missing()).toEqual([])
  await h.edit('line', 'line', { mobile: null })
  await h.desk.as(system('line'), (tx) => setUnspoken(tx, [{ key: 'notice', language: 'tr', why: 'too_long', seconds: 7 }]))
  await h.desk.look('update calls.incoming_number set retired = true')
  expect((await h.missing()).map((one) => [one.code, one.hurts])).toEqual([['no_number', 'stops'], ['no_mobile', 'half'], ['spoken_failed', 'half']])
  expect(await h.desk.as(operator, (tx) => h.room.line.alarms(tx))).toContainEqual(expect.objectContaining({ code: 'spoken.failed' }))
  await h.desk.as(system('line'), (tx) => setUnspoken(tx, []))
  expect((await h.missing()).map((one) => one.code)).toEqual(['no_number', 'no_mobile'])
})

test('the people we call are shown the municipality’s name as it is now', async () => {
  await using h = await house()
  const pushed: SwitchSettings[] = []
  const sw = { connected: () => true, push: async (settings: SwitchSettings) => { pushed.push(settings) } } as Pick<Switch, 'connected' | 'push'> as Switch
  const told = telling(h.desk.db, { switch: sw }, async () => ({}), silentLog)
  const names = async () => { told.soon(); await told.idle(); return pushed.map((one) => one.ownName) }
  expect(await names()).toEqual(['Tatvan Belediyesi'])
  await h.desk.as(system('set-up'), async (tx) => setMunicipality(tx, { ...(await municipality(tx)), name: { tr: 'Ahlat Belediyesi', en: 'Ahlat' } }))
  expect(await names()).toEqual(['Tatvan Belediyesi', 'Ahlat Belediyesi'])
})
