/** What the columns of a list mean by their headings, and what stands in their cells. Pure. */
import { fold } from '../../../contracts/fold.ts'
import type { ListColumn, ListKind, PlaceKind } from '../../../contracts/places.ts'
import { Refusal } from '../../platform/refusal.ts'

/** Headings as people write them in Turkish and English, folded; the beginning of a heading is enough (`nüfus 2025`). */
const headings: Record<ListColumn, readonly string[]> = {
  nameEn: ['name en', 'ad en', 'ingilizce', 'english'],
  kind: ['tur', 'tip', 'kind', 'type'],
  within: ['bagli', 'ust', 'within', 'parent'],
  population: ['nufus', 'population'],
  lat: ['enlem', 'lat'],
  lon: ['boylam', 'lon', 'lng'],
  institution: ['kurum', 'institution', 'sorumlu'],
  synonyms: ['diger ad', 'es anlam', 'synonym', 'other names', 'halk arasinda'],
  name: ['ad', 'adi', 'isim', 'ismi', 'name'],
}
/** A column headed by a kind of place holds its name; beside a column of names it says where the thing lies. */
const placeHeadings = ['mahalle', 'koy', 'yer', 'place', 'neighbourhood', 'neighborhood', 'village']
const streetHeadings = ['sokak', 'cadde', 'street']
const used: Record<ListKind, readonly ListColumn[]> = {
  place: ['name', 'kind', 'within', 'population', 'lat', 'lon', 'institution'], street: ['name', 'within', 'lat', 'lon'], landmark: ['name', 'nameEn', 'synonyms', 'within', 'lat', 'lon'],
}

/** @throws Refusal `list.no_name` */
export function columnsOf(header: readonly string[], kind: ListKind): (ListColumn | null)[] {
  const folded = header.map(fold)
  const as: (ListColumn | null)[] = header.map(() => null)
  const take = (at: number, column: ListColumn | undefined) => { if (column && as[at] === null && !as.includes(column) && used[kind].includes(column)) as[at] = column }
  folded.forEach((heading, at) => take(at, kind === 'street' && begins(heading, streetHeadings) ? 'name' : meaning(heading)))
  folded.forEach((heading, at) => { if (begins(heading, placeHeadings)) take(at, kind === 'place' && !as.includes('name') ? 'name' : 'within') })
  // A single column without a known heading is a list of names.
  if (!as.includes('name') && header.length === 1) return ['name']
  if (!as.includes('name')) throw new Refusal('list.no_name', { header: header.join(', ').slice(0, 200) })
  return as
}
const begins = (heading: string, words: readonly string[]) => words.some((word) => heading === word || heading.startsWith(`${word} `) || (word.length >= 4 && heading.startsWith(word)))
const meaning = (heading: string) => (Object.entries(headings) as [ListColumn, readonly string[]][]).find(([, words]) => begins(heading, words))?.[0]

const kinds: Record<PlaceKind, readonly string[]> = {
  neighbourhood: ['mahalle', 'mahallesi', 'mah', 'mh', 'neighbourhood', 'neighborhood'], village: ['koy', 'koyu', 'village'], hamlet: ['mezra', 'mezrasi', 'kom', 'hamlet'],
}
export const kindOf = (text: string): PlaceKind | undefined => (Object.keys(kinds) as PlaceKind[]).find((kind) => kinds[kind].includes(fold(text)))

/** `7.762`, `7 762`, `7762`. Undefined: no whole number. */
export function wholeNumber(text: string): number | undefined {
  const plain = /^\d{1,3}([., \u00a0]\d{3})+$/.test(text) ? text.replace(/\D/g, '') : text
  return /^\d{1,8}$/.test(plain) ? Number(plain) : undefined
}
/** `38.514`, `38,514`. */
export const degrees = (text: string): number | undefined => (/^-?\d{1,3}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined)
