/** One row of the file as the case it will be, or why it will not. Pure. */
import { createHash } from 'node:crypto'
import type { ImportField, ImportMapping, ProblemCode, RowProblem } from '../../../contracts/imports.ts'
import { type PastCase, pinFits } from '../cases/index.ts'
import { normalisePhone } from '../citizens/index.ts'
import type { HomeTown } from '../identity/index.ts'
import { phoneText, readLocation, readPin } from './cells.ts'
import { cutTo, valueOf } from './columns.ts'
import { readMoment } from './dates.ts'
import { isBlank, type Line } from './table.ts'

export type Look = { mapping: ImportMapping; names: readonly string[]; town: HomeTown; now: Date }
export type Interpreted = { row: number; past: PastCase | null; problems: RowProblem[] }

const most = { said: 4000, street: 120, address: 300, name: 120, number: 100 }
/** Before this nobody kept cases in a computer. */
const earliest = Date.UTC(1980, 0, 1)
/** Values come from a stranger's file: `constructor` is no match. */
const matched = <T>(matches: Record<string, T>, value: string): T | undefined => (Object.hasOwn(matches, value) ? matches[value] : undefined)

export function interpret(line: Line, look: Look): Interpreted {
  const problems: RowProblem[] = []
  const say = (kind: RowProblem['kind'], code: ProblemCode, field: ImportField | null, value: string | null) => {
    const column = field === null ? undefined : look.mapping.columns[field]
    problems.push({ row: line.row, column: column === undefined ? null : (look.names[column] || `#${column + 1}`), value: value === null ? null : cutTo(value, 200), code, kind })
  }
  const done = (past: PastCase | null): Interpreted => ({ row: line.row, past: problems.some((p) => p.kind === 'error') ? null : past, problems })

  if (line.wrong) { say('error', line.wrong === 'quotes' ? 'row_quotes' : 'row_too_long', null, line.cells[0] ?? ''); return done(null) }
  const width = look.names.length
  if (line.cells.length > width && !isBlank(line.cells.slice(width))) { say('error', 'row_more', null, line.cells.slice(width).join(' ')); return done(null) }
  if (line.cells.length < width) {
    // Spreadsheets leave empty cells at the end away; a last row without its line end was cut off.
    if (!line.ended) { say('error', 'row_cut', null, line.cells.at(-1) ?? ''); return done(null) }
    say('warning', 'row_fewer', null, null)
  }
  const { mapping, town } = look
  const text = (field: ImportField): string => {
    const column = mapping.columns[field]
    return column === undefined ? '' : (line.cells[column] ?? '').trim()
  }
  const cut = (field: ImportField, to: number): string | null => {
    const value = text(field)
    if (value.length > to) say('warning', 'words_cut', field, value)
    return cutTo(value, to) || null
  }

  const openedAt = momentOf('openedAt', 'error')
  if (openedAt && openedAt > look.now) say('error', 'opened_later', 'openedAt', text('openedAt'))
  let closedAt = text('closedAt') ? momentOf('closedAt', 'warning') : null
  if (openedAt && closedAt && closedAt < openedAt) { say('warning', 'closed_before', 'closedAt', text('closedAt')); closedAt = openedAt }
  if (closedAt && closedAt > look.now) { say('warning', 'closed_later', 'closedAt', text('closedAt')); closedAt = null }

  function momentOf(field: 'openedAt' | 'closedAt', kind: 'error' | 'warning'): Date | null {
    const value = text(field), form = mapping.dates[field]
    if (!value) { say(kind, 'opened_missing', field, null); return null }
    const at = form && readMoment(value, form, town.zone)
    if (!at || at.getTime() < earliest) say(kind, field === 'openedAt' ? 'opened_unreadable' : 'closed_unreadable', field, value)
    return at && at.getTime() >= earliest ? at : null
  }

  const word = { topic: valueOf(text('topic')), place: valueOf(text('place')), status: valueOf(text('status')), directorate: valueOf(text('directorate')), channel: valueOf(text('channel')) }
  const topicId = matched(mapping.topics, word.topic) ?? mapping.fallbackTopicId
  if (!topicId) say('error', word.topic ? 'topic_unknown' : 'topic_missing', 'topic', word.topic || null)
  const placeId = matched(mapping.places, word.place) ?? null
  const told = matched(mapping.statuses, word.status)
  if (word.status && !told) say('warning', 'status_unknown', 'status', word.status)
  const status = told ?? (closedAt ? 'closed' : mapping.otherwise)

  const address = cutTo([cut('address', most.address), placeId ? null : word.place].filter(Boolean).join(', '), most.address) || null
  const pin = pinOf()
  function pinOf() {
    const lat = text('lat'), lon = text('lon'), both = text('location')
    if (!lat && !lon && !both) return null
    const read = (lat && lon ? readPin(lat, lon) : undefined) ?? (both ? readLocation(both) : undefined)
    if (!read) { say('warning', 'pin_unreadable', lat || lon ? 'lat' : 'location', lat || lon ? `${lat} ${lon}` : both); return null }
    if (!pinFits(read, town)) { say('warning', 'pin_far', lat || lon ? 'lat' : 'location', `${read.lat} ${read.lon}`); return null }
    return read
  }

  const name = cut('name', most.name)
  let phone: string | null = null
  const dialled = text('phone')
  if (dialled) {
    const digits = phoneText(dialled)
    phone = digits === 'rounded' ? null : (normalisePhone(digits, town.country) ?? null)
    if (!phone) say('warning', digits === 'rounded' ? 'phone_rounded' : 'phone_unreadable', 'phone', dialled)
  }

  const said = cut('said', most.said), street = cut('street', most.street)
  const oldNumber = cut('number', most.number)
  if (mapping.columns.number !== undefined && !oldNumber) say('error', 'number_missing', 'number', null)
  if (!openedAt || !topicId) return done(null)
  return done({
    // Without a number the row itself is what makes it the same row again.
    key: oldNumber ?? `=${createHash('sha256').update(JSON.stringify(line.cells)).digest('base64url').slice(0, 27)}`,
    oldNumber, openedAt, closedAt: status === 'closed' ? closedAt : null, status, kind: mapping.kind, channel: matched(mapping.channels, word.channel) ?? 'phone',
    topicId, said: said ?? (word.topic || '–'), placeId, street, address, pin, name, phone, directorateId: matched(mapping.directorates, word.directorate) ?? null,
    words: Object.fromEntries(Object.entries(word).filter(([, value]) => value)),
  })
}
