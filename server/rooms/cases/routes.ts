import type { casesApi } from '../../../contracts/cases.ts'
import type { Handlers } from '../../platform/http/operations.ts'
import { attach, attachment, type Files } from './attachments.ts'
import { openCase } from './cases.ts'
import { discardDraft, drafts, saveDraft } from './drafts.ts'
import { followCase, nearby } from './following.ts'
import { attachToPlaceCase, myPlaces, notePlaceCase, openPlaceCase, placeCase, placeCases } from './muhtar.ts'
import { moveCase, passCase, returnCase, routeCase, takeCase } from './moving.ts'
import { addNote } from './notes.ts'
import { sheetOf } from './paper.ts'
import { casePage, inbox, markSeen } from './reading.ts'
import { search } from './search.ts'
import { assignTask, foundSource } from './source.ts'
import { changePlace, changeTopic } from './topic.ts'

/** One handler per operation; leave one out and this file stops compiling. */
export const casesRoutes = (files: Files): Handlers<typeof casesApi> => ({
  openCase: (tx, given, by) => openCase(tx, given, by), inbox, myPlaces, placeCases, placeCase, openPlaceCase, notePlaceCase,
  attachToPlaceCase: (db, given, by) => attachToPlaceCase(db, files, given, by),
  search, paperSheet: sheetOf, nearby, casePage, markSeen, followCase, addNote, takeCase, returnCase, passCase, routeCase, moveCase, foundSource, assignTask, changeTopic, changePlace,
  attach: (tx, given, by) => attach(tx, files, given, by),
  attachment: (tx, given) => attachment(tx, files, given),
  saveDraft, drafts, discardDraft,
})
