/** Rows an administrator could have typed: written only where there are none yet. */
import type { Tx } from '../../platform/db.ts'
import type { Bilingual } from '../../../contracts/kit.ts'
import { putText } from './settings.store.ts'
import * as store from './store.ts'

export type CallsSeed = {
  numbers: store.IncomingNumber[]
  /** Greetings of the numbers, and whatever else is said in the municipality's own words. */
  spoken: { key: string; tr: string; en: string }[]
  setting: { mobile: string | null; ownNumber: string }
  pauseReasons: { code: string; name: Bilingual }[]
  wrapUpCodes: { code: string; name: Bilingual; answers: boolean }[]
}
export async function seedCalls(tx: Tx, seed: CallsSeed): Promise<void> {
  for (const number of seed.numbers) await store.putNumber(tx, number)
  for (const text of seed.spoken) await putText(tx, text)
  await store.putSetting(tx, seed.setting)
  for (const [i, reason] of seed.pauseReasons.entries()) await store.putPauseReason(tx, i, reason)
  for (const [i, code] of seed.wrapUpCodes.entries()) await store.putWrapUpCode(tx, i, code)
}
