/** The line as an administrator edits it: numbers, what callers hear, why people pause and what came of a call. */
import type { Missing, SettingValue } from '../../../contracts/settings.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type AnySetting, setting, type UsesOf } from '../../platform/settings.ts'
import { normalisePhone } from '../citizens/index.ts'
import { directoratesByIds, municipality } from '../identity/index.ts'
import { unanswered } from './presence.ts'
import * as store from './settings.store.ts'
import { putSetting } from './store.ts'
import type { SpokenTexts } from './switch.ts'

export type LineOutside = {
  /** What the switch says where nobody wrote other words; `name` is the municipality's. */
  announcements: (name: string) => SpokenTexts
  /** Queues the switch was set up with; undefined: a switch of somebody else's, whose queues nobody told us. */
  queues: readonly string[] | undefined
  /** There is a switch, and its words can be spoken anew. */
  switchHere: boolean
  voiceHere: boolean
}
const sameKey = (id: string, key: string, field: string) => { if (id !== key) throw new Refusal('setting.key_fixed', {}, field) }
/** Reasons the switch itself pauses people for. */
const itsOwn = [unanswered, 'wrap-up']

/** All the switch says, in the words in force. */
export const spokenTexts = (outside: Pick<LineOutside, 'announcements'>) => async (tx: Tx): Promise<SpokenTexts> =>
  ({ ...outside.announcements((await municipality(tx)).name.tr), ...(await store.ownTexts(tx)) })

/** Faster than anyone speaks: four words a second. What is spoken is measured when it is made. */
const noticeWords = 24
const longest = 6

export function callsSettings(outside: LineOutside): readonly AnySetting[] {
  const texts = spokenTexts(outside)
  const incomingNumber = setting({
    kind: 'incoming_number',
    list: async (tx) => (await store.numbers(tx)).map((value) => ({ id: value.number, value: value as SettingValue<'incoming_number'> })),
    read: async (tx, id) => (await store.numbers(tx, id))[0],
    async write(tx, id, value, before) {
      sameKey(id, value.number, 'value.number')
      const { country } = await municipality(tx)
      // Calls are kept under the number's full form: written otherwise it would never be recognised.
      const full = normalisePhone(value.number, country)
      if (!before && full !== undefined && full !== value.number) throw new Refusal('line.number_form', { number: full }, 'value.number')
      await store.aloneWithNumbers(tx)
      if (value.greeting !== before?.greeting && !((await texts(tx))[value.greeting])) throw new Refusal('setting.unknown_reference', {}, 'value.greeting')
      if (value.queue !== before?.queue && outside.queues && !outside.queues.includes(value.queue)) throw new Refusal('setting.unknown_reference', {}, 'value.queue')
      if (value.directorateId) {
        const [directorate] = await directoratesByIds(tx, [value.directorateId])
        if (!directorate) throw new Refusal('setting.unknown_reference', {}, 'value.directorateId')
        if (directorate.retired && before?.directorateId !== value.directorateId) throw new Refusal('setting.retired_reference', {}, 'value.directorateId')
      }
      if (value.retired && !before?.retired) await checkLast(tx, id, 'value.retired')
      await store.putNumber(tx, value)
    },
    async remove(tx, id) {
      await store.aloneWithNumbers(tx)
      if (!(await store.numbers(tx, id))[0]?.retired) await checkLast(tx, id)
      await store.removeNumber(tx, id)
    },
  })
  const line = setting({
    kind: 'line',
    list: async (tx) => [{ id: 'line', value: await store.line(tx) }],
    read: async (tx, id) => (id === 'line' ? store.line(tx) : undefined),
    async write(tx, id, value) {
      sameKey(id, 'line', 'id')
      await putSetting(tx, value)
    },
  })
  const pauseReason = setting({
    kind: 'pause_reason',
    list: async (tx) => (await store.pauseReasons(tx)).map((value) => ({ id: value.code, value })),
    read: async (tx, id) => (await store.pauseReasons(tx, id))[0],
    async write(tx, id, value) {
      sameKey(id, value.code, 'value.code')
      if (itsOwn.includes(value.code)) throw new Refusal('setting.name_taken', { name: value.code }, 'value.code')
      await store.putPauseReason(tx, value)
    },
    remove: async (tx, id) => void (await store.removePauseReason(tx, id)),
  })
  const wrapUpCode = setting({
    kind: 'wrap_up_code',
    list: async (tx) => (await store.wrapUpCodes(tx)).map((value) => ({ id: value.code, value })),
    read: async (tx, id) => (await store.wrapUpCodes(tx, id))[0],
    async write(tx, id, value) {
      sameKey(id, value.code, 'value.code')
      await store.putWrapUpCode(tx, value)
    },
    remove: async (tx, id) => void (await store.removeWrapUpCode(tx, id)),
  })
  const spokenText = setting({
    kind: 'spoken_text',
    list: async (tx) => Object.entries(await texts(tx)).map(([key, text]) => ({ id: key, value: { key, ...text } })),
    async read(tx, id) {
      const all = await texts(tx)
      return Object.hasOwn(all, id) ? { key: id, ...all[id]! } : undefined
    },
    async write(tx, id, value) {
      sameKey(id, value.key, 'value.key')
      for (const language of ['tr', 'en'] as const) {
        const words = value[language].split(/\s+/).length
        if (value.key === 'notice' && words > noticeWords) throw new Refusal('spoken.too_long', { seconds: Math.ceil(words / 4), most: longest }, `value.${language}`)
      }
      // Our own words follow the municipality's name; the same words kept as a row would not.
      const ours = outside.announcements((await municipality(tx)).name.tr)[id]
      if (ours && ours.tr === value.tr && ours.en === value.en) await store.removeText(tx, id)
      else await store.putText(tx, value)
    },
    /** Ours come back where there are any. */
    remove: async (tx, id) => void (await store.removeText(tx, id)),
  })
  return [incomingNumber, line, spokenText, pauseReason, wrapUpCode]
}

/** @throws Refusal `line.last_number` when no other number is left to call. */
async function checkLast(tx: Tx, number: string, field?: string): Promise<void> {
  if (!(await store.numbers(tx)).some((one) => one.number !== number && !one.retired)) throw new Refusal('line.last_number', {}, field)
}

export const callsUses: UsesOf = {
  directorate: async (tx, id) => ({ numbers: await store.numbersWith(tx, 'directorate', id) }),
  spoken_text: async (tx, id) => ({ numbers: await store.numbersWith(tx, 'greeting', id) }),
  topic: async (tx, id) => ({ calls: await store.callsWith(tx, 'topic', id) }),
  wrap_up_code: async (tx, id) => ({ calls: await store.callsWith(tx, 'wrap_up_code', id) }),
  incoming_number: async (tx, id) => ({ calls: await store.callsWith(tx, 'incoming_number', id) }),
}

export const callsMissing = ({ switchHere, voiceHere }: LineOutside) => async (tx: Tx): Promise<Missing[]> => {
  const found: Missing[] = []
  if (!(await store.numbers(tx)).some((one) => !one.retired)) found.push({ code: 'no_number', hurts: 'stops', kind: 'incoming_number', thingId: null, facts: {} })
  if (!(await store.line(tx)).mobile) found.push({ code: 'no_mobile', hurts: 'half', kind: 'line', thingId: 'line', facts: {} })
  const unspoken = await store.unspoken(tx)
  if (switchHere && (!voiceHere || unspoken.some((one) => one.key === '*'))) found.push({ code: 'no_synthesiser', hurts: 'half', kind: 'spoken_text', thingId: null, facts: {} })
  for (const key of new Set(unspoken.map((one) => one.key)))
    if (key !== '*') found.push({ code: 'spoken_failed', hurts: 'half', kind: 'spoken_text', thingId: key, facts: { key } })
  return found
}
