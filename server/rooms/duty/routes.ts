import type { dutyApi } from '../../../contracts/duty.ts'
import type { Handlers } from '../../platform/http/operations.ts'
import { Refusal } from '../../platform/refusal.ts'
import { acceptPage, ringAgain, say, stopPage } from './duty.ts'
import { alerts, reachable } from './reading.ts'

/** A WAV file of 16 bits, as the console makes it. */
const isWav = (file: Buffer) => file.length > 44 && file.toString('latin1', 0, 4) === 'RIFF' && file.toString('latin1', 8, 12) === 'WAVE'

export const dutyRoutes: Handlers<typeof dutyApi> = {
  alerts: (tx, _given, by) => alerts(tx, by),
  acceptPage: (tx, given, by) => acceptPage(tx, given, by),
  stopPage: (tx, given) => stopPage(tx, given),
  ringAgain: (tx, given) => ringAgain(tx, given),
  sayWords: (tx, { caseId, words }) => say(tx, caseId, { words, recording: null }),
  sayRecording(tx, { caseId, file }) {
    if (!isWav(file)) throw new Refusal('page.no_sound')
    return say(tx, caseId, { words: null, recording: file })
  },
  reachable: (tx) => reachable(tx),
}
