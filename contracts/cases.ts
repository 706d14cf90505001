import { z } from 'zod'
import { CallId } from './call-id.ts'
import { Citizen, CitizenId, Reporter, Way } from './citizens.ts'
import { DirectorateId, StaffId } from './identity.ts'
import { Cursor, Day, Done, Flag, idOf, Instant, many, operation, words } from './kit.ts'
import { CaseMove, CaseStatus, TaskStatus, WaitsFor } from './moves.ts'
import { InstitutionId, Place, PlaceHit, PlaceId, Where } from './places.ts'
import { Answers, CaseKind, TopicId } from './routing.ts'
import { Bilingual } from './kit.ts'

export { CaseStatus, TaskStatus } from './moves.ts'

export const CaseId = idOf('case')
export type CaseId = z.infer<typeof CaseId>
export const DraftId = idOf('draft')
export type DraftId = z.infer<typeof DraftId>
export const EntryId = idOf('entry')
export const AttachmentId = idOf('attachment')
export type AttachmentId = z.infer<typeof AttachmentId>

export const Channel = z.enum(['phone', 'counter', 'letter', 'muhtar', 'social', 'institution', 'email', 'web', 'chat', 'open311'])
export type Channel = z.infer<typeof Channel>
/** The source of the problem as the citizen tells it: a typical cause of the topic, or her own words. */
export const Source = z.object({ cause: z.string().max(60).optional(), words: words(500).optional() })
export type Source = z.infer<typeof Source>
/** What waits, for whom, and since when the promise stands still. */
export const Waits = z.object({ for: WaitsFor, reason: z.string(), since: Instant, /** Looked at again then. */ until: Instant.nullable() })
export type Waits = z.infer<typeof Waits>
export const MoveId = idOf('move')
export type MoveId = z.infer<typeof MoveId>
/** Something that was done to a case: who, when, why. The newest can be taken back by whoever may. */
export const MoveRow = z.object({ id: MoveId, move: CaseMove, at: Instant, by: z.string().nullable(), byId: StaffId.nullable(), from: CaseStatus, to: CaseStatus, undone: z.boolean(), /** Whose part it moved. */ directorateId: DirectorateId.nullable() })
export type MoveRow = z.infer<typeof MoveRow>

const intake = {
  kind: CaseKind, channel: Channel, said: words(4000), topicId: TopicId, source: Source, answers: Answers, where: Where, reporter: Reporter,
  also: z.array(DirectorateId).max(20),
}
/** Civil day and time at which a paper sheet was filled in. */
export const Paper = z.object({ day: Day, time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), sheet: words(40).optional(), wroteBy: words(120).optional() })
/** The intake, as sent. `id` is made by the browser, so the same submit twice is one case. */
export const OpenCase = z.object({
  ...intake, id: CaseId, callId: CallId.optional(), draftId: DraftId.optional(),
  source: Source.default({}), answers: Answers.default({}), where: Where.default({}), also: intake.also.default([]),
  /** Not ours: the citizen was told whose it is, and the case is recorded as handed over. */
  handOver: z.object({ institutionId: InstitutionId, told: z.boolean(), reference: words(120).optional() }).optional(),
  /** Written on paper earlier: when, by the municipality's clock, on which sheet, by whom. */
  paper: Paper.optional(),
})
export type OpenCase = z.infer<typeof OpenCase>
export const Opened = z.object({
  id: CaseId, number: z.string(), status: CaseStatus, dueAt: Instant.nullable(), lead: Bilingual.nullable(), supporting: z.array(Bilingual),
  /** How the citizen learns the number: it was sent to her, or it must be read to her. */
  tell: z.enum(['sms', 'mail', 'read_out']),
})
export type Opened = z.infer<typeof Opened>

/** The intake as typed so far; anything may be missing or half a word. */
export const DraftBody = z.object({
  kind: CaseKind, channel: Channel, said: z.string().max(4000), topicId: TopicId.nullable(), source: z.object({ cause: z.string().max(60).nullable(), words: z.string().max(500) }),
  answers: z.record(z.string(), z.union([z.boolean(), z.number(), z.string().max(1000), z.null()])),
  where: z.object({ placeId: PlaceId.nullable(), placeLabel: z.string().max(200), street: z.string().max(120), words: z.string().max(300), lat: z.number().nullable(), lon: z.number().nullable() }),
  reporter: z.object({ citizenId: CitizenId.nullable(), name: z.string().max(120), phone: z.string().max(40), anonymous: z.boolean(), mayMessage: z.boolean(), language: z.enum(['tr', 'en']), email: z.string().max(200).optional(), way: Way.optional() }),
  also: z.array(DirectorateId), handOverTold: z.boolean(), reference: z.string().max(120),
  paper: z.object({ day: z.string().max(10), time: z.string().max(5), sheet: z.string().max(40), wroteBy: z.string().max(120) }).nullable(),
}).partial()
export type DraftBody = z.infer<typeof DraftBody>
export const Draft = z.object({ id: DraftId, callId: CallId.nullable(), body: DraftBody, version: z.number().int(), savedAt: Instant, by: StaffId, byName: z.string() })
export type Draft = z.infer<typeof Draft>

export const CaseRow = z.object({
  id: CaseId, number: z.string(), kind: CaseKind, channel: Channel, topicId: TopicId, topic: Bilingual, status: CaseStatus, said: z.string(),
  placeId: PlaceId.nullable(), place: z.string().nullable(), street: z.string().nullable(), lat: z.number().nullable(), lon: z.number().nullable(),
  emergency: z.boolean(), openedAt: Instant, dueAt: Instant.nullable(), followers: z.number().int(), lead: Bilingual.nullable(),
  /** My directorate's own task, when I have one. */
  task: TaskStatus.nullable(), unread: z.boolean(), mentioned: z.boolean(),
  waits: Waits.nullable(), /** How often it was not fixed after all. */ reopened: z.number().int(),
})
export type CaseRow = z.infer<typeof CaseRow>

export const TimelineEntry = z.object({
  id: EntryId, at: Instant, by: z.string().nullable(), what: z.string(),
  /** Facts of the entry by name: reason, directorate, words … */
  facts: z.record(z.string(), z.unknown()), audience: z.enum(['internal', 'citizen']),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>
export const Task = z.object({
  directorateId: DirectorateId, directorate: Bilingual, part: z.enum(['lead', 'supporting']), status: TaskStatus, dueAt: Instant.nullable(),
  takenBy: z.string().nullable(), takenAt: Instant.nullable(), firstSeenAt: Instant.nullable(), assignedTo: z.object({ id: StaffId, name: z.string() }).nullable(),
})
export type Task = z.infer<typeof Task>
export const Attachment = z.object({ id: AttachmentId, name: z.string(), type: z.string(), bytes: z.number(), at: Instant, by: z.string() })
export type Attachment = z.infer<typeof Attachment>
export const CasePage = CaseRow.extend({
  source: z.object({ cause: Bilingual.nullable(), words: z.string().nullable() }),
  /** What the directorate found to be the source; null: not looked at yet. */
  foundSource: z.object({ cause: Bilingual.nullable(), words: z.string().nullable(), by: z.string().nullable(), at: Instant }).nullable(),
  /** My directorate's part in it, when I have one. */
  part: z.enum(['lead', 'supporting']).nullable(),
  /** The newest move, for taking it back. */
  newestMove: MoveRow.nullable(),
  duplicateOf: z.object({ id: CaseId, number: z.string() }).nullable(),
  answers: z.array(z.object({ ask: Bilingual, answer: z.string(), labels: Bilingual.nullable() })),
  addressWords: z.string().nullable(),
  /** Who told us. Null where it is kept from the reader: a tip-off, for every directorate. */
  reporter: z.object({ citizenId: CitizenId.nullable(), name: z.string().nullable(), phone: z.string().nullable(), anonymous: z.boolean(), mayMessage: z.boolean(), email: z.string().nullish(), way: Way.optional() }).nullable(),
  reporterWithheld: z.boolean(),
  institution: z.object({ name: Bilingual, phone: z.string().nullable(), reference: z.string().nullable() }).nullable(),
  tasks: z.array(Task), timeline: z.array(TimelineEntry), attachments: z.array(Attachment),
  calls: z.array(z.object({ callId: CallId, at: Instant, seconds: z.number().nullable(), recorded: z.boolean() })),
  openedBy: z.string(),
  /** Written on paper and entered later. */
  paper: z.object({ sheet: z.string().nullable(), wroteBy: z.string().nullable(), enteredAt: Instant }).nullish(),
  /** From another system by an import: its number there, and its words that stand for themselves. */
  past: z.object({ number: z.string().nullable(), system: z.string(), at: Instant, closedAt: Instant.nullable(), words: z.record(z.string(), z.string()) }).nullish(),
})
export type CasePage = z.infer<typeof CasePage>

export const InboxQuery = z.object({
  /** `mine`: my directorate's; `returned`: given back to the desk; `all`: whatever I may see. */
  view: z.enum(['mine', 'returned', 'all']).default('mine'),
  status: many(CaseStatus), kind: many(CaseKind), topicId: TopicId.optional(), placeId: PlaceId.optional(), part: z.enum(['lead', 'supporting']).optional(),
  late: Flag.optional(), unread: Flag.optional(), /** Falls due before midnight. */ today: Flag.optional(), emergency: Flag.optional(), /** A note that I have not seen names me. */ mentioned: Flag.optional(), /** It was escalated to me, and nobody has said that she has it. */ escalated: Flag.optional(),
  q: z.string().max(120).optional(),
  sort: z.enum(['due', 'newest']).default('due'), after: Cursor.optional(),
})
export type InboxQuery = z.infer<typeof InboxQuery>
export const Inbox = z.object({
  rows: z.array(CaseRow), next: Cursor.nullable(),
  counts: z.object({ open: z.number(), late: z.number(), today: z.number(), unread: z.number(), emergency: z.number(), mentioned: z.number(), escalated: z.number().default(0) }),
})
export type Inbox = z.infer<typeof Inbox>

/** An open case near the one being written. */
export const Nearby = z.object({
  id: CaseId, number: z.string(), said: z.string(), topic: Bilingual, status: CaseStatus, openedAt: Instant, dueAt: Instant.nullable(), followers: z.number(),
  place: z.string().nullable(), street: z.string().nullable(), lat: z.number().nullable(), lon: z.number().nullable(),
  /** Metres, when both have a pin. */
  metres: z.number().nullable(), because: z.enum(['near', 'street', 'village', 'neighbourhood']),
})
export type Nearby = z.infer<typeof Nearby>

export const SearchQuery = z.object({
  q: z.string().trim().min(1).max(120), status: many(CaseStatus), topicId: TopicId.optional(), placeId: PlaceId.optional(),
  /** First and last civil day of opening. */
  from: Day.optional(), to: Day.optional(), after: Cursor.optional(),
})
export type SearchQuery = z.infer<typeof SearchQuery>
export const SearchHit = z.object({
  id: CaseId, number: z.string(), kind: CaseKind, topic: Bilingual, said: z.string(), status: CaseStatus, place: z.string().nullable(), street: z.string().nullable(),
  openedAt: Instant, dueAt: Instant.nullable(), late: z.boolean(), emergency: z.boolean(), lead: Bilingual.nullable(),
  /** When the citizen last heard from us. */
  lastWordAt: Instant.nullable(),
  /** Why it was found: the surest way. */
  because: z.enum(['number', 'phone', 'name', 'words']),
})
export type SearchHit = z.infer<typeof SearchHit>
export const SearchAnswer = z.object({
  rows: z.array(SearchHit), next: Cursor.nullable(), /** The folded words looked for: for marking them. */ words: z.array(z.string()),
  /** Found in all, at most some thousands; before narrowing. */
  total: z.number().int(),
  /** With the first page, and for the desk alone. */
  people: z.array(Citizen.extend({ open: z.number().int() })), places: z.array(PlaceHit),
})
export type SearchAnswer = z.infer<typeof SearchAnswer>

/** A case as a muhtar sees it: nobody's name, nobody's words but her own. */
export const PlaceCase = z.object({
  id: CaseId, number: z.string(), kind: CaseKind, topic: Bilingual, status: CaseStatus, placeId: PlaceId, place: z.string().nullable(), street: z.string().nullable(), emergency: z.boolean(),
  lead: Bilingual.nullable(), dueAt: Instant.nullable(), openedAt: Instant, closedAt: Instant.nullable(), followers: z.number().int(),
  /** She wrote it down herself; then what she wrote is there too. */
  mine: z.boolean(), said: z.string().nullable(),
})
export type PlaceCase = z.infer<typeof PlaceCase>
export const PlaceCasePage = PlaceCase.extend({ timeline: z.array(TimelineEntry) })
export type PlaceCasePage = z.infer<typeof PlaceCasePage>
export const OpenPlaceCase = z.object({
  id: CaseId, kind: z.enum(['request', 'complaint', 'suggestion', 'emergency']), said: intake.said, topicId: TopicId, source: Source.optional(), answers: Answers.default({}),
  where: Where.extend({ placeId: PlaceId }),
})
export type OpenPlaceCase = z.infer<typeof OpenPlaceCase>

/** Moves that need nothing but what is here; those of the solution have operations of their own. */
export const plainMoves = ['ask_info', 'got_info', 'hold', 'resume', 'answer', 'adopt', 'decline', 'duplicate', 'hand_over', 'cancel', 'reopen', 'close', 'begin', 'begin_at_once', 'redo'] as const satisfies readonly CaseMove[]
export const MoveCase = z.object({
  id: MoveId, move: z.enum(plainMoves), reason: words(1000).optional(), /** For the citizen to read. */ words: words(2000).optional(),
  waitsFor: WaitsFor.optional(), until: Instant.optional(), duplicateOf: CaseId.optional(),
  handOver: z.object({ institutionId: InstitutionId, contact: words(200).optional(), reference: words(120).optional() }).optional(),
})
export type MoveCase = z.infer<typeof MoveCase>
const ofCase = z.object({ caseId: CaseId })
export const casesApi = {
  openCase: operation({
    method: 'POST', path: '/cases', may: 'case.open', body: OpenCase, returns: Opened,
    refuses: ['case.unknown_topic', 'case.unknown_place', 'case.kind_not_allowed', 'case.anonymous_not_allowed', 'case.answer_missing', 'case.answer_wrong', 'case.unknown_cause',
      'case.no_directorate', 'case.unknown_directorate', 'case.id_reused', 'case.unknown_citizen', 'case.unknown_institution', 'case.wrong_phone', 'case.paper_future', 'case.paper_old'],
    summary: 'Record a case: number, tasks for every directorate concerned, and word to the citizen, in one transaction. The same id twice is one case.',
  }),
  inbox: operation({ method: 'GET', path: '/cases', may: 'case.read', query: InboxQuery, returns: Inbox, audit: 'none', summary: 'Cases I may see, filtered; 50 a page.' }),
  myPlaces: operation({ method: 'GET', path: '/muhtar/places', may: 'place.read', returns: z.array(Place), audit: 'none', summary: 'The places I speak for.' }),
  placeCases: operation({ method: 'GET', path: '/muhtar/cases', may: 'place.read', returns: z.array(PlaceCase), audit: 'none', summary: 'Cases of my places without names: unfinished ones, and what ended in the last ninety days.' }),
  placeCase: operation({ method: 'GET', path: '/muhtar/cases/:caseId', may: 'place.read', params: ofCase, returns: PlaceCasePage, audit: 'none', refuses: ['case.not_found'], summary: 'One of them, with what citizens may know of it.' }),
  openPlaceCase: operation({
    method: 'POST', path: '/muhtar/cases', may: 'place.open', body: OpenPlaceCase, returns: Opened, outside: true,
    refuses: ['case.not_your_place', 'case.unknown_topic', 'case.unknown_place', 'case.kind_not_allowed', 'case.answer_missing', 'case.answer_wrong', 'case.unknown_cause', 'case.no_directorate', 'case.id_reused', 'case.wrong_phone'],
    summary: 'A muhtar writes down what her place needs. The same id twice is one case.',
  }),
  notePlaceCase: operation({
    method: 'POST', path: '/muhtar/cases/:caseId/notes', may: 'place.open', params: ofCase, body: z.object({ id: EntryId, words: words(4000) }), returns: Done, outside: true, refuses: ['case.not_found'], summary: 'More words to a case I wrote down.',
  }),
  attachToPlaceCase: operation({
    method: 'POST', path: '/muhtar/cases/:caseId/attachments', may: 'place.open', params: ofCase, query: z.object({ name: words(200), id: AttachmentId }), upload: { maxBytes: 20 * 1024 * 1024 }, returns: Attachment, outside: true,
    refuses: ['case.not_found', 'attachment.type', 'attachment.too_large', 'attachment.empty'], summary: 'A photo to a case I wrote down.',
  }),
  paperSheet: operation({
    method: 'GET', path: '/paper-sheets', may: 'case.open', query: z.object({ sheet: z.string().trim().min(1).max(40) }), returns: z.array(z.object({ caseId: CaseId, number: z.string() })), audit: 'none',
    summary: 'Cases a numbered paper sheet was entered as before.',
  }),
  search: operation({
    method: 'GET', path: '/search', may: 'case.read', query: SearchQuery, returns: SearchAnswer, audit: 'personal',
    summary: 'What became of mine? By number, telephone, name, street or words; folded Turkish, beginnings of words; newest first, 20 a page.',
  }),
  nearby: operation({
    method: 'GET', path: '/cases/nearby', may: 'case.open',
    query: z.object({ topicId: TopicId, placeId: PlaceId.optional(), street: z.string().max(120).optional(), lat: z.coerce.number().optional(), lon: z.coerce.number().optional() }),
    returns: z.array(Nearby), audit: 'none', summary: 'Open cases of the topic within its radius, or in the same street or village; nearest first, at most 10.',
  }),
  casePage: operation({ method: 'GET', path: '/cases/:caseId', may: 'case.read', params: ofCase, returns: CasePage, audit: 'personal', refuses: ['case.not_found'], summary: 'All of one case.' }),
  markSeen: operation({ method: 'POST', path: '/cases/:caseId/seen', may: 'case.read', params: ofCase, returns: Done, audit: 'none', refuses: ['case.not_found'], summary: 'I have read it up to now.' }),
  followCase: operation({
    method: 'POST', path: '/cases/:caseId/followers', may: 'case.follow', params: ofCase, body: z.object({ reporter: Reporter, callId: CallId.optional(), draftId: DraftId.optional(), said: words(2000).optional() }),
    returns: Opened, refuses: ['case.not_found', 'case.cannot', 'case.wrong_phone'], summary: 'The caller joins this case instead of opening a new one.',
  }),
  addNote: operation({
    method: 'POST', path: '/cases/:caseId/notes', may: 'case.note', params: ofCase, body: z.object({ id: EntryId, words: words(4000), mentions: z.array(StaffId).max(20).default([]) }),
    returns: Done, refuses: ['case.not_found'], summary: 'An internal note; those mentioned are told.',
  }),
  takeCase: operation({ method: 'POST', path: '/cases/:caseId/take', may: 'case.take', params: ofCase, returns: Done, refuses: ['case.not_found', 'case.cannot'], summary: 'My directorate starts on it: under review.' }),
  returnCase: operation({
    method: 'POST', path: '/cases/:caseId/return', may: 'case.return', params: ofCase, body: z.object({ reason: words(1000) }), returns: Done,
    refuses: ['case.not_found', 'case.cannot'], summary: 'Not ours: back to the desk, with the reason, seen by all.',
  }),
  passCase: operation({
    method: 'POST', path: '/cases/:caseId/pass', may: 'case.pass', params: ofCase, body: z.object({ to: DirectorateId, reason: words(1000) }), returns: Done,
    refuses: ['case.not_found', 'case.cannot', 'case.unknown_directorate', 'case.already_there'], summary: 'Not ours but theirs: our task goes to another directorate, with the reason, seen by all.',
  }),
  moveCase: operation({
    method: 'POST', path: '/cases/:caseId/moves', may: 'case.read', params: ofCase, body: MoveCase, returns: z.object({ status: CaseStatus, moveId: MoveId }),
    refuses: ['case.not_found', 'case.cannot', 'case.move_elsewhere', 'case.reason_needed', 'case.words_needed', 'case.until_needed', 'case.until_past', 'case.waits_for_needed', 'case.unknown_institution', 'case.duplicate_of_itself', 'case.duplicate_unknown', 'case.source_needed'],
    summary: 'One move by the table of moves. The same id twice is one move.',
  }),
  foundSource: operation({
    method: 'POST', path: '/cases/:caseId/source', may: 'case.work', params: ofCase, body: z.object({ source: Source }), returns: Done,
    refuses: ['case.not_found', 'case.cannot', 'case.unknown_cause', 'case.source_needed'], summary: 'What the directorate found to be the source. What the citizen said stays beside it.',
  }),
  assignTask: operation({
    method: 'POST', path: '/cases/:caseId/assign', may: 'case.work', params: ofCase, body: z.object({ staffId: StaffId.nullable() }), returns: Done,
    refuses: ['case.not_found', 'case.cannot', 'case.unknown_colleague'], summary: 'Who of my directorate has it in hand.',
  }),
  routeCase: operation({
    method: 'POST', path: '/cases/:caseId/route', may: 'case.route', params: ofCase, body: z.object({ lead: DirectorateId, supporting: z.array(DirectorateId).max(20), reason: words(1000) }), returns: Done,
    refuses: ['case.not_found', 'case.cannot', 'case.unknown_directorate'], summary: 'The desk sends it anew.',
  }),
  changeTopic: operation({
    method: 'POST', path: '/cases/:caseId/topic', may: 'case.route', params: ofCase, body: z.object({ topicId: TopicId, reason: words(1000) }), returns: z.object({ status: CaseStatus }),
    refuses: ['case.not_found', 'case.cannot', 'case.unknown_topic', 'case.same_topic', 'case.kind_not_allowed', 'case.no_directorate'],
    summary: 'It is about something else: it goes where the new topic goes. What was proposed is asked no more; what was promised stays promised.',
  }),
  changePlace: operation({
    method: 'POST', path: '/cases/:caseId/place', may: 'case.route', params: ofCase, body: z.object({ where: Where, reason: words(1000) }), returns: z.object({ status: CaseStatus }),
    refuses: ['case.not_found', 'case.cannot', 'case.unknown_place'], summary: 'It is somewhere else: where another body serves, it is handed over to that one, and the citizen is told.',
  }),
  attach: operation({
    method: 'POST', path: '/cases/:caseId/attachments', may: 'case.attach', params: ofCase, query: z.object({ name: words(200), id: AttachmentId }), upload: { maxBytes: 20 * 1024 * 1024 },
    returns: Attachment, refuses: ['case.not_found', 'attachment.type', 'attachment.too_large', 'attachment.empty'], summary: 'A photo, PDF, sound or office document; its type is read from its content.',
  }),
  attachment: operation({
    method: 'GET', path: '/cases/:caseId/attachments/:attachmentId', may: 'case.read', params: z.object({ caseId: CaseId, attachmentId: AttachmentId }), returns: 'file', audit: 'personal',
    refuses: ['case.not_found', 'attachment.not_found'], summary: 'The file itself.',
  }),
  saveDraft: operation({
    method: 'PUT', path: '/drafts/:draftId', may: 'case.open', params: z.object({ draftId: DraftId }), body: z.object({ callId: CallId.nullable(), body: DraftBody, version: z.number().int().min(0) }),
    returns: z.object({ version: z.number().int(), savedAt: Instant }), audit: 'none', refuses: ['draft.newer', 'draft.sent'],
    summary: 'Keep what is typed. `version` is the one last read; a newer one from another seat is not overwritten.',
  }),
  drafts: operation({ method: 'GET', path: '/drafts', may: 'case.open', query: z.object({ callId: CallId.optional() }), returns: z.array(Draft), audit: 'personal', summary: 'My unfinished intakes, or those of one call by anyone.' }),
  discardDraft: operation({ method: 'DELETE', path: '/drafts/:draftId', may: 'case.open', params: z.object({ draftId: DraftId }), returns: Done, refuses: ['draft.not_found'], summary: 'Throw an unfinished intake away.' }),
}
