/** Who hears when a promise runs out, as an administrator edits it. What was escalated already stays. */
import { Refusal } from '../../platform/refusal.ts'
import { type AnySetting, setting } from '../../platform/settings.ts'
import { topicById } from '../routing/index.ts'
import * as store from './escalation.store.ts'

const id = 'escalation'
export const escalationSettings: readonly AnySetting[] = [setting({
  kind: 'escalation_rules',
  list: async (tx) => [{ id, value: await store.rules(tx) }],
  read: async (tx, wanted) => (wanted === id ? store.rules(tx) : undefined),
  async write(tx, wanted, value) {
    if (wanted !== id) throw new Refusal('setting.not_found')
    const keys = new Set<string>()
    for (const [i, { key, when, amount }] of value.steps.entries()) {
      if (keys.has(key)) throw new Refusal('escalation.step_twice', { key }, `value.steps.${i}.key`)
      keys.add(key)
      if (when === 'share' && (amount < 1 || amount > 99)) throw new Refusal('escalation.amount_wrong', { amount }, `value.steps.${i}.amount`)
    }
    for (const [i, topicId] of value.phoneTopicIds.entries()) if (!(await topicById(tx, topicId))) throw new Refusal('setting.unknown_reference', {}, `value.phoneTopicIds.${i}`)
    await store.putRules(tx, { ...value, steps: value.steps.map((step) => (step.when === 'due' ? { ...step, amount: 0 } : step)) })
  },
})]
