/** The room's door. */
import { casesApi } from '../../../contracts/cases.ts'
import { mounted } from '../../platform/http/operations.ts'
import type { Room } from '../../platform/room.ts'
import type { Files } from './attachments.ts'
import { handOn, inHand } from './leaving.ts'
import { casesRoutes } from './routes.ts'
import { casesUses } from './uses.ts'

export type { Files } from './attachments.ts'
export { openCase } from './cases.ts'
export { followCase } from './following.ts'
export { type CallersCase, casesOfCaller, casesOfCalls, mayHear, openCasesOfPlaces } from './reading.ts'
export { type From, type PastCase, pastKeys, pinFits, recordPast, takeBackPast } from './past.ts'
export { seedCases } from './seed.ts'
export { noteTold, toBeTold, type ToTell, type Word } from './telling.ts'

/** @param files where attachments are kept. */
export const makeCases = (files: Files): Room => ({
  name: 'cases', operations: mounted('cases', casesApi, casesRoutes(files)),
  uses: { staff: inHand, ...casesUses }, listeners: { 'staff.left': { handOn } },
})
