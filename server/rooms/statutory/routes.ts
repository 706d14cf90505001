import type { statutoryApi } from '../../../contracts/statutory.ts'
import type { Handlers } from '../../platform/http/operations.ts'
import { answer, extend, forward, noticeCost, pay, progress, reject, takeBack } from './acting.ts'
import { due, list, marks, page } from './reading.ts'
import { register } from './statutory.ts'

/** One handler per operation; leave one out and this file stops compiling. */
export const statutoryRoutes: Handlers<typeof statutoryApi> = {
  registerStatutory: register, statutoryDue: due, statutoryList: list, statutoryMarks: marks, statutoryOf: page,
  progressStatutory: progress, answerStatutory: answer, extendStatutory: extend, noticeCost, payStatutory: pay, rejectStatutory: reject, forwardStatutory: forward, takeBackStatutory: takeBack,
}
