/** Past cases out of a file of another system. */
import { z } from 'zod'
import { Channel } from './cases.ts'
import { DirectorateId } from './identity.ts'
import { Done, idOf, Instant, Language, operation, words } from './kit.ts'
import { PlaceId } from './places.ts'
import { CaseKind, TopicId } from './routing.ts'

export const ImportId = idOf('import')
export type ImportId = z.infer<typeof ImportId>

/** A file above this is split by whoever has it: an import that runs for an hour helps nobody. */
export const mostFileBytes = 200 * 1024 * 1024
/** A part of the file as the browser sends it. */
export const partBytes = 4 * 1024 * 1024
export const mostColumns = 2000

export const FileEncoding = z.enum(['utf-8', 'windows-1254', 'utf-16le', 'utf-16be'])
export type FileEncoding = z.infer<typeof FileEncoding>
export const Separator = z.enum([',', ';', '\t', '|'])
export type Separator = z.infer<typeof Separator>
/** How a column writes its moments: `dmy` 23.11.2026 14:05, `mdy` 11/23/2026 2:05 PM, `iso` 2026-11-23T14:05, `named` 23 Kasım 2026, `excel` 46349.58, `epoch` seconds or milliseconds. */
export const DateForm = z.enum(['iso', 'dmy', 'mdy', 'named', 'excel', 'epoch'])
export type DateForm = z.infer<typeof DateForm>

/** What a column of the file can be for us. */
export const ImportField = z.enum([
  'number', 'openedAt', 'closedAt', 'status', 'topic', 'said', 'place', 'street', 'address', 'lat', 'lon', 'location', 'channel', 'name', 'phone', 'directorate',
])
export type ImportField = z.infer<typeof ImportField>
/** Fields whose values are matched with ours, one by one. */
export const MatchedField = z.enum(['topic', 'place', 'status', 'directorate', 'channel'])
export type MatchedField = z.infer<typeof MatchedField>
export const PastStatus = z.enum(['open', 'closed'])
export type PastStatus = z.infer<typeof PastStatus>

const matches = <T extends z.ZodType>(to: T) => z.record(z.string().max(200), to).default({})
export const ImportMapping = z.object({
  columns: z.partialRecord(ImportField, z.number().int().min(0).max(mostColumns)),
  dates: z.partialRecord(z.enum(['openedAt', 'closedAt']), DateForm).default({}),
  topics: matches(TopicId), places: matches(PlaceId), statuses: matches(PastStatus), directorates: matches(DirectorateId), channels: matches(Channel),
  /** For rows whose topic is matched with none of ours; without it they do not come in. */
  fallbackTopicId: TopicId.nullable().default(null),
  kind: CaseKind.default('complaint'),
  /** Where the status says nothing: with a closing time closed, else this. */
  otherwise: PastStatus.default('closed'),
  /** Tells two old systems apart whose numbers repeat. */
  system: z.string().trim().max(60).default(''),
})
export type ImportMapping = z.infer<typeof ImportMapping>

export const ImportColumn = z.object({
  name: z.string(), samples: z.array(z.string()), filled: z.number().int(),
  /** Ways its values can all be read as moments; two of them: whoever imports must say which. */
  dates: z.array(DateForm),
})
export type ImportColumn = z.infer<typeof ImportColumn>
/** What the desk found in the file. */
export const ImportFile = z.object({
  kind: z.enum(['csv', 'xlsx']), encoding: FileEncoding, separator: Separator, headerRow: z.number().int(), sheets: z.array(z.string()), sheet: z.string().nullable(),
  columns: z.array(ImportColumn), rows: z.number().int(),
  /** It ends in the middle of a row: probably half a file. */
  cut: z.boolean(),
})
export type ImportFile = z.infer<typeof ImportFile>

export const ImportStatus = z.enum(['receiving', 'read', 'running', 'canceled', 'failed', 'done', 'taking_back', 'taken_back'])
export type ImportStatus = z.infer<typeof ImportStatus>
export const ImportRow = z.object({
  id: ImportId, name: z.string(), status: ImportStatus, bytes: z.number(), received: z.number(),
  madeAt: Instant, madeBy: z.string(), startedAt: Instant.nullable(), endedAt: Instant.nullable(),
  /** Rows of data in the file, and how many of them are done. */
  rows: z.number().int(), position: z.number().int(),
  cameIn: z.number().int(), warned: z.number().int(), refused: z.number().int(), already: z.number().int(),
  takenBack: z.number().int(), kept: z.number().int(), failure: z.string().nullable(),
})
export type ImportRow = z.infer<typeof ImportRow>
export const ImportPage = ImportRow.extend({
  file: ImportFile.nullable(), mapping: ImportMapping.nullable(),
  /** Guessed from the names of the columns. */
  guess: ImportMapping.pick({ columns: true, dates: true }).nullable(),
  /** Earlier imports of the very same bytes. */
  same: z.array(z.object({ id: ImportId, name: z.string(), at: Instant, status: ImportStatus })),
  problems: z.number().int(),
})
export type ImportPage = z.infer<typeof ImportPage>

/** One value of a column, and what of ours it may be: `same` by name, `near` only offered. */
export const ImportValue = z.object({ value: z.string(), count: z.number().int(), same: z.string().nullable(), near: z.string().nullable() })
export type ImportValue = z.infer<typeof ImportValue>

export const ProblemKind = z.enum(['error', 'warning'])
/** `row` counts from the first row of the file, as a spreadsheet shows it. */
export const ProblemCode = z.enum([
  'row_quotes', 'row_too_long', 'row_more', 'row_cut', 'row_fewer', 'number_missing', 'opened_missing', 'opened_unreadable', 'opened_later', 'closed_unreadable', 'closed_before', 'closed_later',
  'topic_unknown', 'topic_missing', 'status_unknown', 'pin_unreadable', 'pin_far', 'phone_unreadable', 'phone_rounded', 'words_cut',
])
export type ProblemCode = z.infer<typeof ProblemCode>
export const RowProblem = z.object({ row: z.number().int(), column: z.string().nullable(), value: z.string().nullable(), code: ProblemCode, kind: ProblemKind })
export type RowProblem = z.infer<typeof RowProblem>
export const PreviewRow = z.object({
  row: z.number().int(), oldNumber: z.string().nullable(), openedAt: Instant.nullable(), closedAt: Instant.nullable(), status: PastStatus.nullable(), topicId: TopicId.nullable(),
  placeId: PlaceId.nullable(), address: z.string().nullable(), lat: z.number().nullable(), lon: z.number().nullable(), said: z.string().nullable(),
  name: z.string().nullable(), phone: z.string().nullable(), problems: z.array(RowProblem),
})
export type PreviewRow = z.infer<typeof PreviewRow>
export const Preview = z.object({
  rows: z.array(PreviewRow),
  /** Of `seen` rows; a very long file is not read to its end for this. */
  seen: z.number().int(), whole: z.boolean(), willCome: z.number().int(), warned: z.number().int(), refused: z.number().int(), already: z.number().int(),
})
export type Preview = z.infer<typeof Preview>

const ofImport = z.object({ importId: ImportId })
export const importsApi = {
  imports: operation({ method: 'GET', path: '/imports', may: 'import.read', returns: z.array(ImportRow), audit: 'none', summary: 'Imports, newest first.' }),
  newImport: operation({
    method: 'POST', path: '/imports', may: 'import.run', body: z.object({ id: ImportId, name: words(200), bytes: z.number().int().min(0) }), returns: ImportRow,
    refuses: ['import.too_large', 'import.empty', 'import.no_space', 'import.not_found'], summary: 'Announce a file; too large a one is refused before a byte of it is sent.',
  }),
  importPage: operation({ method: 'GET', path: '/imports/:importId', may: 'import.read', params: ofImport, returns: ImportPage, audit: 'personal', refuses: ['import.not_found'], summary: 'One import: its file, mapping and figures.' }),
  sendPart: operation({
    method: 'POST', path: '/imports/:importId/parts', may: 'import.run', params: ofImport, query: z.object({ at: z.coerce.number().int().min(0) }), upload: { maxBytes: partBytes },
    returns: z.object({ received: z.number() }), audit: 'none', refuses: ['import.not_found', 'import.cannot', 'import.wrong_part', 'import.no_space'], summary: 'The next bytes of the file, from `at` on. A part sent twice is written once.',
  }),
  readFile: operation({
    method: 'POST', path: '/imports/:importId/read', may: 'import.run', params: ofImport, outside: true,
    body: z.object({ encoding: FileEncoding.optional(), separator: Separator.optional(), headerRow: z.number().int().min(1).max(100).optional(), sheet: z.string().max(200).optional() }),
    returns: ImportPage, refuses: ['import.not_found', 'import.cannot', 'import.incomplete', 'import.not_a_table', 'import.old_excel', 'import.excel_unreadable', 'import.too_many_columns', 'import.file_gone', 'import.no_space'],
    summary: 'Read the file through: encoding, separator, header, columns; what is given is taken, the rest found out.',
  }),
  importValues: operation({
    method: 'GET', path: '/imports/:importId/values', may: 'import.run', params: ofImport, query: z.object({ field: MatchedField, column: z.coerce.number().int().min(0) }),
    returns: z.object({ values: z.array(ImportValue), tooMany: z.boolean() }), audit: 'personal', refuses: ['import.not_found'], summary: 'The values of a column, with ours that they may be.',
  }),
  previewImport: operation({
    method: 'POST', path: '/imports/:importId/preview', may: 'import.run', params: ofImport, body: ImportMapping, returns: Preview, outside: true,
    refuses: ['import.not_found', 'import.cannot', 'import.file_gone', 'import.column_twice', 'import.opened_needed', 'import.date_form_needed', 'import.unknown_topic', 'import.unknown_place', 'import.unknown_directorate'],
    summary: 'The first rows as they will be, and how many will come in; nothing is written.',
  }),
  startImport: operation({
    method: 'POST', path: '/imports/:importId/start', may: 'import.run', params: ofImport, body: ImportMapping, returns: Done,
    refuses: ['import.not_found', 'import.cannot', 'import.no_rows', 'import.column_twice', 'import.opened_needed', 'import.date_form_needed', 'import.unknown_topic', 'import.unknown_place', 'import.unknown_directorate'],
    summary: 'Bring the rows in. It goes on after any interruption.',
  }),
  cancelImport: operation({ method: 'POST', path: '/imports/:importId/cancel', may: 'import.run', params: ofImport, returns: Done, refuses: ['import.not_found', 'import.cannot'], summary: 'Stop after the rows under way; what has come in stays.' }),
  resumeImport: operation({ method: 'POST', path: '/imports/:importId/resume', may: 'import.run', params: ofImport, returns: Done, refuses: ['import.not_found', 'import.cannot', 'import.file_gone'], summary: 'Go on where it was stopped.' }),
  takeBackImport: operation({
    method: 'POST', path: '/imports/:importId/take-back', may: 'import.run', params: ofImport, body: z.object({ why: words(500) }), returns: Done,
    refuses: ['import.not_found', 'import.cannot'], summary: 'Delete the cases of this import that nobody has touched since.',
  }),
  discardImport: operation({ method: 'DELETE', path: '/imports/:importId', may: 'import.run', params: ofImport, returns: Done, refuses: ['import.not_found', 'import.cannot'], summary: 'Throw a file away that was not imported.' }),
  importProblems: operation({
    method: 'GET', path: '/imports/:importId/problems', may: 'import.read', params: ofImport, query: z.object({ language: Language.default('tr') }), returns: 'file', audit: 'personal',
    refuses: ['import.not_found'], summary: 'Rows that did not come in, or came in with a warning, as CSV.',
  }),
}

/** What may be done to an import in each state. */
export const importCan = {
  send: ['receiving'], read: ['receiving', 'read'], preview: ['read'], start: ['read'], cancel: ['running'], resume: ['canceled', 'failed'],
  takeBack: ['done', 'canceled', 'failed', 'taken_back'], discard: ['receiving', 'read'],
} as const satisfies Record<string, readonly ImportStatus[]>
