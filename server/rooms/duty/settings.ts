/** Who is rung in an emergency, and what is said, as an administrator edits it. */
import { Refusal } from '../../platform/refusal.ts'
import { type AnySetting, setting } from '../../platform/settings.ts'
import * as store from './store.ts'

/** The one row of its kind. */
const id = 'emergency'
const fields = new Set(['konu', 'yer', 'soz'])

export const dutySettings: readonly AnySetting[] = [setting({
  kind: 'emergency_rules',
  list: async (tx) => [{ id, value: await store.rules(tx) }],
  read: async (tx, wanted) => (wanted === id ? store.rules(tx) : undefined),
  async write(tx, wanted, value) {
    if (wanted !== id) throw new Refusal('setting.not_found')
    for (const language of ['tr', 'en'] as const) {
      const unknown = [...value.words[language].matchAll(/\{(\w+)\}/g)].map((found) => found[1]!).find((name) => !fields.has(name))
      if (unknown) throw new Refusal('template.unknown_field', { field: unknown }, `value.words.${language}`)
    }
    await store.putRules(tx, value)
  },
})]
