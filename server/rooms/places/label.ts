/** What a place is called in full. Names recur, so the kind is said, and of a hamlet its village too. */
import type { Place } from '../../../contracts/places.ts'
import { fold } from '../../../contracts/fold.ts'

const kindSaid = { neighbourhood: /\bmahalle(si)?$/, village: /\bkoyu?$/, hamlet: /\bmezra(si)?$/ }
const kindWord = { neighbourhood: 'Mahallesi', village: 'Köyü', hamlet: 'mezrası' }

const full = (kind: Place['kind'], name: string) => (kindSaid[kind].test(fold(name)) ? name : `${name} ${kindWord[kind]}`)
export const placeLabel = ({ kind, name, within }: Pick<Place, 'kind' | 'name' | 'within'>): string =>
  within === null ? full(kind, name) : `${full(kind, name)}, ${full('village', within)}`

/** Short forms that people write in addresses, beside the word they stand for. */
const shortForms: Record<string, string> = { mahallesi: 'mh', mahalle: 'mh', caddesi: 'cd', cadde: 'cd', sokagi: 'sk', sokak: 'sk', bulvari: 'blv', bulvar: 'blv' }
/** The words by which an address is found; a typed word matches as their beginning. */
export function searchWords(...texts: string[]): string {
  const words = texts.flatMap((text) => fold(text).split(' ').filter(Boolean))
  return [...new Set(words.flatMap((word) => [word, ...(shortForms[word] ? [shortForms[word]] : [])]))].join(' ')
}
