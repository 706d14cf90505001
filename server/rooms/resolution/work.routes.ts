import type { workApi } from '../../../contracts/work.ts'
import type { Handlers } from '../../platform/http/operations.ts'
import type { Files } from '../cases/index.ts'
import { crews } from './crews.ts'
import { cancelOrder, changeOrder, makeOrder, orderEvents, orders, partWork, takeBackDone } from './work.ts'
import { act, finishPart, partEvidence, photo, useAsEvidence } from './work-acts.ts'
import { crewAct, crewPhoto, crewPicture, myOrders } from './work-crew.ts'

/** One handler per operation; leave one out and this file stops compiling. */
export const workRoutes = (files: Files): Handlers<typeof workApi> => ({
  crews, orders, orderEvents, makeOrder, changeOrder, cancelOrder, takeBackDone, partWork, finishPart, useAsEvidence, myOrders, crewAct,
  actOnOrder: (tx, given, by) => act(tx, given, { directorateId: by.directorateId }),
  orderPhoto: (tx, given, by) => photo(tx, files, given, { directorateId: by.directorateId }, by),
  partEvidence: (tx, given, by) => partEvidence(tx, files, given, by),
  crewPhoto: (db, given, by) => crewPhoto(db, files, given, by),
  crewPicture: (db, given, by) => crewPicture(db, files, given, by),
})
