/** Work outside: crews, their orders, and the evidence that it was done. A crew's telephone speaks only what stands at the end here. */
import { z } from 'zod'
import { AttachmentId, CaseId } from './cases.ts'
import { DirectorateId, StaffId } from './identity.ts'
import { Bilingual, Day, Done, Flag, idOf, Instant, many, operation, Phone, words } from './kit.ts'

export const OrderId = idOf('order')
export type OrderId = z.infer<typeof OrderId>
export const CrewId = idOf('crew')
export type CrewId = z.infer<typeof CrewId>
export const ActId = idOf('order_act')
export type ActId = z.infer<typeof ActId>

export const OrderStatus = z.enum(['draft', 'assigned', 'on_the_way', 'started', 'done', 'cannot', 'cancelled'])
export type OrderStatus = z.infer<typeof OrderStatus>
/** Of the directorate's doing: whatever is not over. */
export const liveOrders = ['draft', 'assigned', 'on_the_way', 'started', 'cannot'] as const satisfies readonly OrderStatus[]
export const isLive = (status: OrderStatus): boolean => (liveOrders as readonly OrderStatus[]).includes(status)
/** What lies with the crew. */
export const crewOrders = ['assigned', 'on_the_way', 'started'] as const satisfies readonly OrderStatus[]
export const withCrew = (status: OrderStatus): boolean => (crewOrders as readonly OrderStatus[]).includes(status)

/** A photograph of before the work or of after it. */
export const Shot = z.enum(['before', 'after'])
export type Shot = z.infer<typeof Shot>
export const Evidence = z.enum(['none', 'after', 'before_and_after'])
export type Evidence = z.infer<typeof Evidence>
/** What is still to be photographed before anyone may say that it is done. */
export function missingShots(evidence: Evidence, photos: readonly { shot: Shot }[]): Shot[] {
  const wanted: Shot[] = evidence === 'none' ? [] : evidence === 'after' ? ['after'] : ['before', 'after']
  return wanted.filter((shot) => !photos.some((photo) => photo.shot === shot))
}

export const OrderAct = z.enum(['on_the_way', 'started', 'done', 'cannot', 'note'])
export type OrderAct = z.infer<typeof OrderAct>
const steps = { draft: 0, assigned: 1, on_the_way: 2, started: 3, done: 4 } as const
/** What an act makes of an order. What came earlier than it was sent changes nothing; nothing goes backwards. */
export function afterAct(status: OrderStatus, act: OrderAct): OrderStatus {
  if (act === 'note' || !withCrew(status)) return status
  if (act === 'cannot') return 'cannot'
  return steps[act] > steps[status as 'assigned'] ? act : status
}
/** Too late for what was sent: it is kept beside the order and changes nothing any more. */
export const TooLate = z.enum(['cancelled', 'given_away', 'taken_back', 'done'])
export type TooLate = z.infer<typeof TooLate>
export function tooLate(status: OrderStatus, act: OrderAct | Shot): TooLate | null {
  if (status === 'cancelled') return 'cancelled'
  if (status === 'cannot' || status === 'draft') return 'taken_back'
  return status === 'done' && (act === 'cannot' || act === 'done') ? 'done' : null
}

export const Crew = z.object({ id: CrewId, directorateId: DirectorateId, name: z.string(), people: z.array(z.object({ id: StaffId, name: z.string() })), retired: z.boolean() })
export type Crew = z.infer<typeof Crew>
export const Photo = z.object({ id: AttachmentId, shot: Shot, at: Instant, by: z.string().nullable() })
export type Photo = z.infer<typeof Photo>
/** Whom the crew may ask for on the spot. Only what is written here goes with the order. */
export const OrderContact = z.object({ name: words(120).nullable(), phone: Phone.nullable() })

const carried = {
  id: OrderId, number: z.string(), status: OrderStatus, topic: Bilingual, emergency: z.boolean(), what: z.string(),
  place: z.string().nullable(), street: z.string().nullable(), addressWords: z.string().nullable(), lat: z.number().nullable(), lon: z.number().nullable(),
  from: Day.nullable(), to: Day.nullable(), notes: z.string().nullable(), contact: OrderContact.nullable(), evidence: Evidence, photos: z.array(Photo),
  startedAt: Instant.nullable(), endedAt: Instant.nullable(),
}
export const Order = z.object({
  ...carried, caseId: CaseId, caseNumber: z.string(), directorateId: DirectorateId, directorate: Bilingual, crew: z.object({ id: CrewId, name: z.string() }).nullable(),
  /** Why it could not be done, or was cancelled. */
  reason: z.string().nullable(), late: z.boolean(), version: z.number().int(),
})
export type Order = z.infer<typeof Order>
/** As it lies in the crew's hand: of the case only what it carries. */
export const CrewOrder = z.object({ ...carried, crew: z.string(), late: z.boolean(), /** Why it was cancelled. */ reason: z.string().nullable() })
export type CrewOrder = z.infer<typeof CrewOrder>

const changed = {
  what: words(2000), from: Day.nullable(), to: Day.nullable(), crewId: CrewId.nullable(), notes: words(2000).nullable(), contact: OrderContact.nullable(),
}
export const OrderChange = z.object(changed)
export type OrderChange = z.infer<typeof OrderChange>
export const OrderQuery = z.object({
  status: many(OrderStatus), crewId: CrewId.optional(), directorateId: DirectorateId.optional(), caseId: CaseId.optional(),
  /** Those whose days hold this one, and what should have been done before it. */
  day: Day.optional(), late: Flag.optional(),
})
export type OrderQuery = z.infer<typeof OrderQuery>
/** What was done to an order, oldest first. */
export const OrderEvent = z.object({ id: ActId, at: Instant, by: z.string().nullable(), what: z.string(), words: z.string().nullable(), late: TooLate.nullable() })
export type OrderEvent = z.infer<typeof OrderEvent>

const ofOrder = z.object({ orderId: OrderId })
const ofCase = z.object({ caseId: CaseId })
const Act = z.object({ id: ActId, act: OrderAct, words: words(2000).optional(), /** By the telephone's clock: it may have lain there for a day. */ at: Instant.optional() })
const photoOf = { id: AttachmentId, shot: Shot, at: Instant.optional() }
const picture = { maxBytes: 20 * 1024 * 1024 }
export const Acted = z.object({ late: TooLate.nullable(), status: OrderStatus })
export type Acted = z.infer<typeof Acted>
const actRefuses = ['order.not_found', 'order.words_needed', 'order.before_missing', 'order.after_missing', 'order.both_missing'] as const
const photoRefuses = ['order.not_found', 'attachment.type', 'attachment.too_large', 'attachment.empty', 'order.no_picture'] as const

export const workApi = {
  crews: operation({ method: 'GET', path: '/crews', may: 'order.read', returns: z.array(Crew), audit: 'none', summary: 'Crews: of my directorate, for the desk all.' }),
  orders: operation({ method: 'GET', path: '/orders', may: 'order.read', query: OrderQuery, returns: z.array(Order), audit: 'none', summary: 'Work orders I may see; at most 500, what waits for the directorate first.' }),
  orderEvents: operation({ method: 'GET', path: '/orders/:orderId/events', may: 'order.read', params: ofOrder, returns: z.array(OrderEvent), audit: 'none', refuses: ['order.not_found'], summary: 'What was done to one.' }),
  makeOrder: operation({
    method: 'POST', path: '/cases/:caseId/orders', may: 'order.write', params: ofCase, body: OrderChange.extend({ id: OrderId }), returns: Order,
    refuses: ['case.not_found', 'order.no_part', 'order.unknown_crew', 'order.dates', 'order.crew_needs_dates'], summary: 'One more order for my directorate’s part: the work is split. The same id twice is one order.',
  }),
  changeOrder: operation({
    method: 'PUT', path: '/orders/:orderId', may: 'order.write', params: ofOrder, body: OrderChange.extend({ version: z.number().int() }), returns: Order,
    refuses: ['order.not_found', 'order.newer', 'order.over', 'order.unknown_crew', 'order.dates', 'order.crew_needs_dates'], summary: 'What, when and by which crew. Given a crew and days it lies with them at once.',
  }),
  cancelOrder: operation({ method: 'POST', path: '/orders/:orderId/cancel', may: 'order.write', params: ofOrder, body: z.object({ reason: words(1000) }), returns: Order, refuses: ['order.not_found', 'order.over'], summary: 'It will not be done.' }),
  takeBackDone: operation({
    method: 'POST', path: '/orders/:orderId/take-back', may: 'order.write', params: ofOrder, body: z.object({ reason: words(1000) }), returns: Order,
    refuses: ['order.not_found', 'order.not_done', 'order.case_past'], summary: 'It is not done after all: back to the crew, with the reason.',
  }),
  actOnOrder: operation({ method: 'POST', path: '/orders/:orderId/acts', may: 'order.write', params: ofOrder, body: Act, returns: Acted, refuses: actRefuses, summary: 'For a crew without a telephone. The same id twice is one act.' }),
  orderPhoto: operation({ method: 'POST', path: '/orders/:orderId/photos', may: 'order.write', params: ofOrder, query: z.object(photoOf), upload: picture, returns: Acted, refuses: photoRefuses, summary: 'Evidence, kept with the case too.' }),
  useAsEvidence: operation({
    method: 'POST', path: '/orders/:orderId/evidence', may: 'order.write', params: ofOrder, body: z.object({ attachmentId: AttachmentId, shot: Shot }), returns: Done,
    refuses: ['order.not_found', 'attachment.not_found'], summary: 'A file of the case serves as evidence: what the citizen photographed is a picture of before.',
  }),
  partEvidence: operation({
    method: 'POST', path: '/cases/:caseId/evidence', may: 'case.work', params: ofCase, query: z.object(photoOf), upload: picture, returns: Done,
    refuses: ['case.not_found', 'attachment.type', 'attachment.too_large', 'attachment.empty', 'order.no_picture'], summary: 'Evidence of my directorate’s part where it had no order.',
  }),
  partWork: operation({
    method: 'GET', path: '/cases/:caseId/work', may: 'order.read', params: ofCase, audit: 'none', refuses: ['case.not_found'],
    returns: z.object({ orders: z.array(Order), evidence: Evidence, /** Of my part without orders. */ photos: z.array(Photo), missing: z.array(Shot), /** My directorate's part may be finished by hand: no order is open, and nothing is missing. */ mayFinish: z.boolean() }),
    summary: 'The work of one case.',
  }),
  finishPart: operation({
    method: 'POST', path: '/cases/:caseId/finish', may: 'case.work', params: ofCase, body: z.object({ words: words(2000).optional() }), returns: Done,
    refuses: ['case.not_found', 'case.cannot', 'order.still_open', 'order.before_missing', 'order.after_missing', 'order.both_missing'], summary: 'My directorate’s part is done, by hand.',
  }),
  // ---- the crew's telephone
  myOrders: operation({ method: 'GET', path: '/crew/orders', may: 'order.work', returns: z.array(CrewOrder), audit: 'none', summary: 'What lies with my crew, and what ended today; in the order of the work.' }),
  crewAct: operation({
    method: 'POST', path: '/crew/orders/:orderId/acts', may: 'order.work', params: ofOrder, body: Act, returns: Acted, outside: true, refuses: actRefuses,
    summary: 'On the way, started, done, cannot because, or a note. The same id twice is one act; too late for it, it is kept and says so.',
  }),
  crewPhoto: operation({ method: 'POST', path: '/crew/orders/:orderId/photos', may: 'order.work', params: ofOrder, query: z.object(photoOf), upload: picture, returns: Acted, outside: true, refuses: photoRefuses, summary: 'A photograph. The same id twice is one.' }),
  crewPicture: operation({
    method: 'GET', path: '/crew/orders/:orderId/photos/:attachmentId', may: 'order.work', params: ofOrder.extend({ attachmentId: AttachmentId }), returns: 'file', outside: true, audit: 'none',
    refuses: ['order.not_found', 'attachment.not_found'], summary: 'A photograph of one of my orders.',
  }),
}
