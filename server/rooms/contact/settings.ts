/** The words that go out, as an administrator edits them. */
import { fieldsIn, isMessageField, smsParts, suffixedField, withExamples } from '../../../contracts/message-text.ts'
import type { Missing } from '../../../contracts/settings.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type AnySetting, setting } from '../../platform/settings.ts'
import { clockTime } from '../calendars/index.ts'
import * as store from './settings.store.ts'
import { putRules, rules } from './rules.store.ts'
import { putTemplates } from './store.ts'

/** A message of more parts comes in pieces, late, and costs as many. */
export const mostParts = 6
/** What the code asks for by name; without it nobody is told. */
export const templatesUsed = [
  { key: 'case-registered', channel: 'sms' }, { key: 'case-registered', channel: 'voice' }, { key: 'case-followed', channel: 'sms' }, { key: 'case-handed-over', channel: 'sms' },
  { key: 'confirm-ask', channel: 'sms' }, { key: 'confirm-remind', channel: 'sms' }, { key: 'confirm-closed', channel: 'sms' }, { key: 'case-done', channel: 'sms' },
  { key: 'statute-answered', channel: 'sms' }, { key: 'statute-extended', channel: 'sms' }, { key: 'statute-cost', channel: 'sms' }, { key: 'statute-rejected', channel: 'sms' }, { key: 'statute-forwarded', channel: 'sms' }, { key: 'statute-withdrawn', channel: 'sms' },
  ...['case-redirected', 'case-taken', 'case-asked', 'case-on-hold', 'case-resumed', 'work-begun', 'case-answered', 'case-adopted', 'case-declined', 'case-duplicate', 'case-cancelled', 'case-reopened', 'case-closed']
    .map((key) => ({ key, channel: 'sms' as const })),
  ...['agree-link', 'agree-link-answer', 'agree-link-refusal', 'agreed', 'agreed-by-silence', 'refused', 'told-after'].map((key) => ({ key, channel: 'sms' as const })),
  { key: 'written', channel: 'sms' }, { key: 'case-corrected', channel: 'sms' }, { key: 'work-date-changed', channel: 'sms' }, { key: 'case-due-changed', channel: 'sms' },
] as const

const idOf = ({ key, channel }: Pick<store.Template, 'key' | 'channel'>) => `${key}:${channel}`
const partsOf = (id: string) => ({ key: id.slice(0, id.lastIndexOf(':')), channel: id.slice(id.lastIndexOf(':') + 1) })

/** @throws Refusal `template.unknown_field`, `template.suffix`, naming the field of the form and the one in the text */
function checkWords(text: string, field: string): void {
  const unknown = fieldsIn(text).find((name) => !isMessageField(name))
  if (unknown !== undefined) throw new Refusal('template.unknown_field', { name: unknown }, field)
  const suffixed = suffixedField(text)
  if (suffixed !== undefined) throw new Refusal('template.suffix', { name: suffixed }, field)
}
function checkLength(text: string, language: 'tr' | 'en'): void {
  const { parts } = smsParts(withExamples(text, language))
  if (parts > mostParts) throw new Refusal('template.too_long', { parts, most: mostParts }, `value.${language}`)
}

const template = setting({
  kind: 'message_template',
  list: async (tx) => (await store.templates(tx)).map((value) => ({ id: idOf(value), value })),
  read: async (tx, id) => (await store.templates(tx, partsOf(id)))[0],
  async write(tx, id, value) {
    if (idOf(value) !== id) throw new Refusal('setting.key_fixed', {}, 'value.key')
    // What no part of the desk sends may as well not be written.
    const known = (await store.templates(tx)).some((one) => one.key === value.key) || templatesUsed.some((one) => one.key === value.key)
    if (!known) throw new Refusal('setting.unknown_reference', {}, 'value.key')
    for (const language of ['tr', 'en'] as const) {
      checkWords(value[language], `value.${language}`)
      if (value.subject) checkWords(value.subject[language], `value.subject.${language}`)
      if (value.channel === 'sms') checkLength(value[language], language)
    }
    await putTemplates(tx, [value])
  },
})
const minuteOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
const shown = async (tx: Tx) => {
  const { quietFrom, quietTo, bundleMinutes, giveUpHours } = await rules(tx)
  return { quietFrom: clockTime(quietFrom), quietTo: clockTime(quietTo), bundleMinutes, giveUpHours }
}
const contactRules = setting({
  kind: 'contact_rules',
  list: async (tx) => [{ id: 'contact', value: await shown(tx) }],
  read: async (tx, id) => (id === 'contact' ? shown(tx) : undefined),
  async write(tx, id, value) {
    if (id !== 'contact') throw new Refusal('setting.not_found')
    await putRules(tx, { ...value, quietFrom: minuteOf(value.quietFrom), quietTo: minuteOf(value.quietTo) })
  },
})
export const contactSettings: readonly AnySetting[] = [template, contactRules]

/** @param sending an SMS gateway is connected */
export const contactMissing = (sending: boolean) => async (tx: Tx): Promise<Missing[]> => {
  const there = new Set((await store.templates(tx)).map(idOf))
  const missing = templatesUsed.map(idOf).filter((id) => !there.has(id))
  return [
    ...(sending ? [] : [{ code: 'no_sms', hurts: 'half', kind: 'message_template', thingId: null, facts: {} } as const]),
    ...missing.map((id): Missing => ({ code: 'template_missing', hurts: 'half', kind: 'message_template', thingId: id, facts: { key: id } })),
  ]
}
