/** The law's numbers, as an administrator keeps them; what is registered already keeps those of its day. */
import { Refusal } from '../../platform/refusal.ts'
import { type AnySetting, setting } from '../../platform/settings.ts'
import * as store from './store.ts'

const key = 'statutory_rules'
const rules = setting({
  kind: 'statutory_rules',
  list: async (tx) => [{ id: key, value: await store.rules(tx) }],
  read: async (tx, id) => (id === key ? store.rules(tx) : undefined),
  async write(tx, id, value) {
    if (id !== key) throw new Refusal('setting.not_found')
    if (value.extendedDays <= value.informationDays) throw new Refusal('statute.extension_short', {}, 'value.extendedDays')
    if (value.warnNear >= value.warnEarly) throw new Refusal('statute.warnings_order', {}, 'value.warnNear')
    if (value.warnLast >= value.warnNear) throw new Refusal('statute.warnings_order', {}, 'value.warnLast')
    await store.putRules(tx, value)
  },
})
export const statutorySettings: readonly AnySetting[] = [rules]
