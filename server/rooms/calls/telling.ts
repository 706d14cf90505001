/** Tells the switch what an administrator changed: numbers at once, words as soon as they are spoken. */
import type { Board } from '../../../contracts/calls.ts'
import { system } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import type { Log } from '../../platform/log.ts'
import { municipality } from '../identity/index.ts'
import type { Telephone } from './line.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { setUnspoken, unspoken } from './settings.store.ts'
import { switchSettings } from './store.ts'
import type { SpokenTexts } from './switch.ts'

export function telling(db: Db, { switch: sw, voice }: Pick<Telephone, 'switch' | 'voice'>, texts: (tx: Tx) => Promise<SpokenTexts>, log: Log) {
  let pushed: string | undefined
  let spoken: string | undefined
  let speaks = false
  const pushing = oneAtATime(async () => {
    if (!sw.connected()) return
    const settings = await db.transaction(system('line'), async (tx) => ({ ...(await switchSettings(tx)), ownName: (await municipality(tx)).name.tr }))
    const wanted = JSON.stringify(settings)
    if (wanted === pushed) return
    await sw.push(settings)
    pushed = wanted
  }, log)
  const speaking = oneAtATime(async () => {
    if (!voice) return
    const wanted = await db.transaction(system('line'), texts)
    if (JSON.stringify(wanted) === spoken) return
    const failed = await voice.speak(wanted)
    await db.transaction(system('line'), async (tx) => {
      const before = (await unspoken(tx)).length
      await setUnspoken(tx, failed)
      if (failed.length || before) await publish(tx, 'alarm.changed', { code: 'spoken.failed' }, ['everyone'])
    })
    spoken = JSON.stringify(wanted)
  }, log)
  const soon = (): void => {
    pushing.soon()
    // One process writes the sounds; two would overtake one another.
    if (speaks) speaking.soon()
  }
  return {
    soon,
    /** From now on this process speaks too: the phone role. */
    speakToo(): void { speaks = true; soon() },
    /** The switch has come back and may be another one. */
    anew(): void { pushed = undefined; soon() },
    idle: async () => { await pushing.idle(); await speaking.idle() },
  }
}

/** Words whose sound could not be made: callers hear the old ones. */
export async function spokenAlarms(tx: Tx): Promise<Board['alarms']> {
  const all = await unspoken(tx)
  const keys = [...new Set(all.map((one) => one.key))].filter((key) => key !== '*')
  const [first] = all
  if (!first) return []
  if (!keys.length) return [{ code: 'spoken.no_synthesiser', since: first.at, facts: {} }]
  return [{ code: 'spoken.failed', since: first.at, facts: { keys: keys.join(', '), ...(first.seconds !== null && { seconds: Math.ceil(first.seconds) }) } }]
}
