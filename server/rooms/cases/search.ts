/** “What became of mine?”: one box for a number, a telephone, a name, a street, words. What may not be seen is not found. */
import type { CaseId, SearchAnswer, SearchHit, SearchQuery } from '../../../contracts/cases.ts'
import { foldedWords } from '../../../contracts/fold.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { instantOf, nextDay } from '../calendars/index.ts'
import { findCitizens, normalisePhone } from '../citizens/index.ts'
import { directoratesByIds, municipality } from '../identity/index.ts'
import { placeHits } from '../places/index.ts'
import { caseNumber, yearIn } from './number.ts'
import { cursorOf, markOf } from './reading.ts'
import * as store from './search.store.ts'

const pageLength = 20
/** A running number without its year is looked for in so many years back. */
const years = 10

/** What a typed text could be besides words. Pure. */
export function readings(typed: string, year: number): { numbers: string[]; digits: string | null } {
  const text = typed.trim().replace(/^(#|no[.:]?)\s*/i, '')
  const whole = /^(e?)(\d{4})\s*[-/. ]\s*(\d{1,9})$/i.exec(text)
  // `E2019-000123` is a past case that came in by an import.
  if (whole) return { numbers: [`${whole[1]!.toUpperCase()}${caseNumber(Number(whole[2]), Number(whole[3]))}`], digits: null }
  const digits = /^\+?[\d\s()./-]+$/.test(text) ? text.replace(/\D/g, '') : ''
  if (!digits) return { numbers: [], digits: null }
  const n = Number(digits)
  // Read aloud without the year: “dört bin iki yüz on yedi”.
  const numbers = digits.length <= 7 && n > 0 ? Array.from({ length: years }, (_, back) => caseNumber(year - back, n)) : []
  return { numbers, digits: digits.length >= 4 ? digits : null }
}

/** `because` of a case found in several ways: the surest of them. */
export async function search(tx: Tx, given: SearchQuery, by: Actor): Promise<SearchAnswer> {
  const { zone, country } = await municipality(tx)
  const { numbers, digits } = readings(given.q, yearIn(zone, tx.now))
  const desk = by.may.has('citizen.read')
  const because = new Map<CaseId, SearchHit['because']>()
  const note = (why: SearchHit['because'], found: readonly CaseId[]) => { for (const id of found) if (!because.has(id)) because.set(id, why) }

  const words = foldedWords(given.q).slice(0, 8)
  // One letter would be half of everything.
  const telling = digits !== null || words.some((word) => word.length > 1)
  const people = desk && telling ? await findCitizens(tx, { q: given.q }) : []
  if (numbers.length) note('number', await store.byNumbers(tx, numbers))
  note('number', await store.byOldNumber(tx, given.q.trim()))
  const phone = digits ? normalisePhone(given.q, country) : undefined
  if (phone) note('phone', await store.byPhone(tx, phone))
  if (people.length) note(digits ? 'phone' : 'name', await store.byCitizens(tx, people.map((p) => p.id)))
  if (!digits && telling) note('words', await store.byWords(tx, words))

  const narrowed = {
    ...(given.status && { status: given.status }), ...(given.topicId && { topicId: given.topicId }), ...(given.placeId && { placeId: given.placeId }),
    ...(given.from && { from: instantOf({ day: given.from, minute: 0 }, zone) }), ...(given.to && { to: instantOf({ day: nextDay(given.to), minute: 0 }, zone) }),
  }
  const found = because.size ? await store.foundCases(tx, [...because.keys()], narrowed, markOf(given.after), pageLength + 1) : []
  const rows = found.slice(0, pageLength), last = found.length > pageLength ? rows.at(-1) : undefined
  const names = new Map((await directoratesByIds(tx, [...new Set(rows.flatMap((row) => row.leadId ?? []))] as DirectorateId[])).map((d) => [d.id, d.name]))
  const first = !given.after
  const open = first && people.length ? await store.openOf(tx, people.map((p) => p.id)) : new Map()
  return {
    rows: rows.map(({ leadId, ...row }) => ({ ...row, lead: (leadId && names.get(leadId)) || null, because: because.get(row.id)! })),
    next: last ? cursorOf(last.openedAt, last.id) : null,
    words, total: because.size,
    people: first ? people.map((person) => ({ ...person, open: open.get(person.id) ?? 0 })) : [],
    places: first && !digits && words.length > 0 ? (await placeHits(tx, { q: given.q })).slice(0, 5) : [],
  }
}
