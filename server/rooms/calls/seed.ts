/** Rows an administrator could have typed: written only where there are none yet. */
import type { Tx } from '../../platform/db.ts'
import type { Bilingual } from '../../../contracts/kit.ts'
import * as store from './store.ts'

export type CallsSeed = {
  numbers: store.IncomingNumber[]
  setting: { mobile: string | null; ownNumber: string }
  pauseReasons: { code: string; name: Bilingual }[]
  wrapUpCodes: { code: string; name: Bilingual; answers: boolean }[]
}
export async function seedCalls(tx: Tx, seed: CallsSeed): Promise<void> {
  for (const number of seed.numbers) await store.putNumber(tx, number)
  await store.putSetting(tx, seed.setting)
  for (const [i, reason] of seed.pauseReasons.entries()) await store.putPauseReason(tx, i, reason)
  for (const [i, code] of seed.wrapUpCodes.entries()) await store.putWrapUpCode(tx, i, code)
}
