/** The room's door. */
import { casesApi } from '../../../contracts/cases.ts'
import { mounted } from '../../platform/http/operations.ts'
import { system } from '../../platform/actor.ts'
import type { Room } from '../../platform/room.ts'
import type { Files } from './attachments.ts'
import { holidayChanged, recountDue } from './due.ts'
import { handOn, inHand } from './leaving.ts'
import { makeMove } from './moving.ts'
import { casesRoutes } from './routes.ts'
import { resumeHolds } from './source.ts'
import { casesUses } from './uses.ts'

export type { Files } from './attachments.ts'
export { openCase } from './cases.ts'
export { followCase } from './following.ts'
export { type CallersCase, casesOfCaller, casesOfCalls, mayHear, openCasesOfPlaces } from './reading.ts'
export { type From, type PastCase, pastKeys, pinFits, recordPast, takeBackPast } from './past.ts'
export { checkMover, type MakeMove, makeMove, type Moved } from './moving.ts'
export { promiseAfter } from './clock.ts'
export { moveById, moveFacts, type MoveRead, newestMove } from './moving.store.ts'
export { mayUndo, undoNewest } from './undoing.ts'
export { seedCases, seededCase } from './seed.ts'
export { caseSeen, type HeldCase, holdCase, noteCallAbout, tellerOf } from './asked.ts'
export { noteOwed, noteTold, toBeTold, type ToTell, type Word } from './telling.ts'
export { addToTimeline, callTo, papersOf } from './writing.ts'
export { type CaseInBrief, caseInBrief } from './brief.ts'
export { setDue } from './due.ts'
export { type DueChange, dueChangesOf, type Pause, pausesOf } from './due.store.ts'
export { type Answerable, answeredBy, isWithheld, noteAnswered } from './answering.ts'
export { attach, attachment } from './attachments.ts'
export { type CaseAtWork, caseAtWork } from './work.ts'
export { type CaseLocked, isThere as caseExists, lockCase, tasksOf } from './store.ts'
export { foundSource } from './source.ts'
export { tellBy } from './cases.ts'

/** @param files where attachments are kept. */
export const makeCases = (files: Files): Room => ({
  name: 'cases', operations: mounted('cases', casesApi, casesRoutes(files)),
  uses: { staff: inHand, ...casesUses }, listeners: { 'staff.left': { handOn }, 'setting.changed': { holidayChanged } },
  timed: {
    cases_recount: { cron: '* * * * *', run: recountDue },
    cases_holds: { cron: '* * * * *', run: (db) => db.transaction(system('cases.holds'), async (tx) => void (await resumeHolds(tx, (caseId) => makeMove(tx, { caseId, move: 'resume_by_rule' })))) },
  },
})
