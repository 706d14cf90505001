import type { agreementApi } from '../../../contracts/agreement.ts'
import type { Handlers } from '../../platform/http/operations.ts'
import { correctNumber, openTalk, takeTalk, tryTalk } from './agreement-calls.ts'
import { caseTalk, talkPage } from './agreement-reading.ts'
import { answerProposal } from './agreement.ts'
import { talkOfTask } from './agreement.store.ts'

/** One handler per operation; leave one out and this file stops compiling. */
export const agreementRoutes: Handlers<typeof agreementApi> = {
  caseTalk, talkPage, takeTalk, tryTalk, talkNumber: correctNumber,
  async answerTalk(tx, { taskId, answer, words, how, callId }, by) {
    const { talk } = await openTalk(tx, taskId)
    await answerProposal(tx, { caseId: talk.caseId, answer, words, how, by, callId })
    const { status, nextAt } = (await talkOfTask(tx, taskId))!
    return { status, nextAt }
  },
}
