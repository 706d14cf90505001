import { expect, test } from 'vitest'
import { settingValues, type SettingValue } from '../../../contracts/settings.ts'
import { messages, municipality } from '../../demo/index.ts'
import { system } from '../../platform/actor.ts'
import { change } from '../../platform/settings.ts'
import { administrator, testDesk } from '../../testing.ts'
import { seedMunicipality } from '../identity/index.ts'
import { seedTemplates } from './contact.ts'
import { contactMissing, contactSettings } from './settings.ts'

type Template = SettingValue<'message_template'>
const template = contactSettings[0]!
async function house() {
  const desk = await testDesk()
  await desk.as(system('set-up'), async (tx) => {
    await seedMunicipality(tx, municipality, { country: 'TR', demo: true })
    await seedTemplates(tx, messages)
  })
  const read = (id: string) => desk.as(administrator, (tx) => template.read(tx, id)) as Promise<Template | undefined>
  const save = (id: string, value: Template) => desk.as(administrator, (tx) => change(tx, template, { id, version: undefined, value }))
  return { desk, read, save, edit: async (id: string, to: Partial<Template>) => save(id, { ...(await read(id))!, ...to }), [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() }
}
const registered = 'case-registered:sms'

test('every text of the demonstration is read as the contract has it, and passes its own rules unchanged', async () => {
  await using h = await house()
  const all = await h.desk.as(administrator, (tx) => template.list(tx)) as { id: string; value: Template }[]
  expect(all).toHaveLength(messages.length)
  for (const { id, value } of all) {
    expect(settingValues.message_template.parse(value)).toEqual(value)
    expect(await h.save(id, value), id).toBe(0)
  }
})

test('a field nobody knows is refused by its name, in text and subject', async () => {
  await using h = await house()
  await expect(h.edit(registered, { tr: 'Numara: {no}. Kişi: {isim}' })).rejects.toMatchObject({ code: 'template.unknown_field', facts: { name: 'isim' }, field: 'value.tr' })
  await expect(h.edit('case-registered:mail', { subject: { tr: '{no}', en: '{number}' } })).rejects.toMatchObject({ code: 'template.unknown_field', field: 'value.subject.en' })
})

test.each([["{no}'e bakın"], ['{no}’a bakın'], ['{yer}de']])('an ending hung on a field is refused: %s', async (tr) => {
  await using h = await house()
  await expect(h.edit(registered, { tr })).rejects.toMatchObject({ code: 'template.suffix', field: 'value.tr' })
})

test('more than six SMS is too long, and only for an SMS', async () => {
  await using h = await house()
  const long = 'ş'.repeat(74 * 6 + 1)
  await expect(h.edit(registered, { en: long })).rejects.toMatchObject({ code: 'template.too_long', facts: { parts: 7, most: 6 }, field: 'value.en' })
  await expect(h.edit(registered, { en: 'ş'.repeat(74 * 6) })).resolves.toBe(1)
  await expect(h.edit('case-registered:mail', { en: long })).resolves.toBe(1)
})

test('a key the desk does not send is not written, and one it sends is not deleted', async () => {
  await using h = await house()
  await expect(h.save('hello:sms', { key: 'hello', channel: 'sms', subject: null, tr: 'a', en: 'a', commercial: false })).rejects.toMatchObject({ code: 'setting.unknown_reference', field: 'value.key' })
  await expect(h.save(registered, { key: 'case-closed', channel: 'sms', subject: null, tr: 'a', en: 'a', commercial: false })).rejects.toMatchObject({ code: 'setting.key_fixed' })
  await expect(h.save('case-closed:voice', { key: 'case-closed', channel: 'voice', subject: null, tr: 'Kapandı.', en: 'Closed.', commercial: false })).resolves.toBe(1)
  await expect(h.desk.as(administrator, (tx) => change(tx, template, { id: registered, version: undefined, value: undefined }))).rejects.toMatchObject({ code: 'setting.stays' })
})

test('a text that is needed and not there is told, and so is a desk that can send no SMS', async () => {
  await using h = await house()
  expect(await h.desk.as(administrator, contactMissing(true))).toEqual([])
  expect(await h.desk.as(administrator, contactMissing(false))).toMatchObject([{ code: 'no_sms', hurts: 'half' }])
  await h.desk.look("delete from contact.template where key = 'case-followed'")
  expect(await h.desk.as(administrator, contactMissing(true))).toMatchObject([{ code: 'template_missing', thingId: 'case-followed:sms', facts: { key: 'case-followed:sms' } }])
})

test('the rules of contact are read and written whole; midnight is written 00:00', async () => {
  await using h = await house()
  const rules = contactSettings.find((one) => one.kind === 'contact_rules')!
  const read = () => h.desk.as(administrator, (tx) => rules.read(tx, 'contact')) as Promise<SettingValue<'contact_rules'> | undefined>
  const asSetUp = { quietFrom: '21:30', quietTo: '08:00', bundleMinutes: 5, giveUpHours: 96 }
  expect(await read()).toEqual(asSetUp)
  const changed: SettingValue<'contact_rules'> = { ...asSetUp, quietFrom: '00:00', bundleMinutes: 0 }
  expect(await h.desk.as(administrator, (tx) => change(tx, rules, { id: 'contact', version: 0, value: changed }))).toBe(1)
  expect(await read()).toEqual(changed)
  expect(await h.desk.as(administrator, (tx) => rules.read(tx, 'other'))).toBeUndefined()
  expect(settingValues.contact_rules.safeParse({ ...asSetUp, quietFrom: '24:00' }).success).toBe(false)
})
