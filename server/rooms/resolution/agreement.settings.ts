/** How often, and in which parts of the day, a citizen is called about a solution; as an administrator edits it. */
import type { ClockTime } from '../../../contracts/settings.ts'
import type { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import { type AnySetting, setting } from '../../platform/settings.ts'
import { clockTime } from '../calendars/index.ts'
import { isQuiet, quietHours } from '../contact/index.ts'
import { putRules, rules } from './agreement.store.ts'

const minuteOf = (time: z.infer<typeof ClockTime>): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const key = 'agreement'
const read = async (tx: Parameters<AnySetting['list']>[0]) => {
  const { tries, windows, daysBetween } = await rules(tx)
  return { tries, windows: windows.map(({ from, to }) => ({ from: clockTime(from), to: clockTime(to) })), daysBetween }
}
export const agreementSettings: readonly AnySetting[] = [setting({
  kind: 'agreement_rules',
  list: async (tx) => [{ id: key, value: await read(tx) }],
  read: async (tx, id) => (id === key ? read(tx) : undefined),
  async write(tx, id, { tries, windows, daysBetween }) {
    if (id !== key) throw new Refusal('setting.not_found')
    // Each try in another part of the day: there must be as many.
    if (tries > windows.length) throw new Refusal('agreement.windows_few', { tries, windows: windows.length }, 'value.tries')
    const quiet = await quietHours(tx), parts = windows.map(({ from, to }) => ({ from: minuteOf(from), to: minuteOf(to) }))
    for (const [i, { from, to }] of parts.entries()) {
      if (to <= from) throw new Refusal('agreement.window_backwards', {}, `value.windows.${i}.to`)
      if (i > 0 && from < parts[i - 1]!.to) throw new Refusal('agreement.windows_overlap', {}, `value.windows.${i}.from`)
      if (isQuiet(from, quiet)) throw new Refusal('agreement.window_quiet', { from: clockTime(quiet.from), to: clockTime(quiet.to) }, `value.windows.${i}.from`)
    }
    await putRules(tx, { tries, windows: parts, daysBetween })
  },
})]
