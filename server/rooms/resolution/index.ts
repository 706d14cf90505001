/** The room's door. Only the desk asks it: whatever it does about a case it does through the doors below it. */
import { agreementApi } from '../../../contracts/agreement.ts'
import { confirmationApi } from '../../../contracts/confirmation.ts'
import { proposalsApi } from '../../../contracts/proposals.ts'
import { workApi } from '../../../contracts/work.ts'
import { mounted } from '../../platform/http/operations.ts'
import type { Room } from '../../platform/room.ts'
import type { Files } from '../cases/index.ts'
import { assignedAnew, beginTalk, followCase, handOn } from './agreement.ts'
import { tellAfter } from './agreement-after.ts'
import { goOn, watchTalks } from './agreement-calls.ts'
import { agreementRoutes } from './agreement.routes.ts'
import { agreementSettings } from './agreement.settings.ts'
import { ask, askAgain, stopAsking } from './confirmation.ts'
import { confirmationRoutes } from './confirmation.routes.ts'
import { watchConfirmations } from './confirmation-watch.ts'
import { crewSettings, crewUses, leavesCrews } from './crews.ts'
import { followMove } from './proposals.listening.ts'
import { proposalsRoutes } from './proposals.routes.ts'
import { proposalSettings, proposalsMissing, proposalUses } from './proposals.settings.ts'
import { onMoved, onOpened } from './work-moves.ts'
import { workRoutes } from './work.routes.ts'

export { seedLoop } from './seed.ts'
export { seedCrews } from './crews.ts'
export { seedProposalTemplates } from './proposals.settings.ts'
export { linksAt, looksLikeToken, makeLink } from './links.ts'
export { answerDone, answerOffer, markDone, notHers } from './links-answering.ts'
export { type Known, type Look, look } from './links-looking.ts'

/** @param files where attachments are kept. */
export const makeResolution = (files: Files): Room => ({
  name: 'resolution',
  operations: [
    ...mounted('proposals', proposalsApi, proposalsRoutes),
    ...mounted('agreement', agreementApi, agreementRoutes),
    ...mounted('work', workApi, workRoutes(files)),
    ...mounted('confirmation', confirmationApi, confirmationRoutes),
  ],
  settings: [...proposalSettings, ...agreementSettings, ...crewSettings],
  uses: { ...proposalUses, ...crewUses },
  missing: async (tx) => [...(await proposalsMissing(tx))],
  listeners: {
    'case.opened': { orders: onOpened },
    'case.moved': { talk: (tx, { caseId, move }) => followCase(tx, caseId, move), tellAfter, followMove, ask, stopAsking, orders: onMoved },
    'case.move_undone': { talk: (tx, { caseId }) => followCase(tx, caseId, 'move_undone'), askAgain },
    'proposal.approved': { talk: beginTalk },
    'talk.changed': { goOn: (tx, { caseId }) => goOn(tx, caseId) },
    'case.changed': { talkFor: async (tx, fact) => { if (fact.what === 'assigned' || fact.what === 'handed_on') await assignedAnew(tx, fact) } },
    'staff.left': { talks: handOn, leavesCrews },
  },
  timed: { resolution_talks: { cron: '* * * * *', run: watchTalks }, resolution_confirmations: { cron: '*/10 * * * *', run: watchConfirmations } },
})
