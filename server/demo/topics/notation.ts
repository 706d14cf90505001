/** A short way to write topics down, so that a theme can be read like a list. */
import type { DirectorateSlug } from '../directorates.ts'
import type { InstitutionSlug } from '../institutions.ts'
import { slugOf } from '../slug.ts'
import type { Bilingual, CaseKind, Promised, Question, TopicGroup, Topic } from '../types.ts'

type Pair = readonly [tr: string, en: string]
const text = ([tr, en]: Pair): Bilingual => ({ tr, en })

type Draft = {
  /** People's own words, comma separated. */
  said: string
  lead: DirectorateSlug
  with?: readonly DirectorateSlug[]
  due: Promised
  ask: readonly Question[]
  causes: readonly Pair[]
  kinds?: readonly CaseKind[]
  emergency?: true
  near?: number
  personal?: true
  /** The matter cannot be handled without knowing who asks. */
  named?: true
  notOurs?: InstitutionSlug
  /** Ours for the people of the villages too: what is tied to the town hall rather than to a place. */
  everywhere?: true
  /** Photographs without which its work is not done. */
  evidence?: 'after' | 'before_and_after'
}
type Leaf = Omit<Topic, 'group'>
export type Theme = { group: TopicGroup; topics: readonly Topic[] }

export const working = (hours: number): Promised => ({ hours, unit: 'working' })
export const straight = (hours: number): Promised => ({ hours, unit: 'straight' })

// Nothing is required: a caller who cannot say must not keep her case from being sent.
const asked = (key: string, label: Pair, type: Question['type']): Question => ({ key, ask: text(label), type, required: false })
export const yesNo = (key: string, ...label: Pair): Question => asked(key, label, 'yesno')
export const number = (key: string, ...label: Pair): Question => asked(key, label, 'number')
export const words = (key: string, ...label: Pair): Question => asked(key, label, 'text')
export const date = (key: string, ...label: Pair): Question => asked(key, label, 'date')
export const choice = (key: string, tr: string, en: string, choices: readonly Pair[]): Question => ({
  ...asked(key, [tr, en], 'choice'),
  choices: choices.map((pair) => ({ key: slugOf(pair[0]), label: text(pair) })),
})

export const since = choice('ne-zamandir', 'Ne zamandan beri?', 'Since when?', [
  ['Bugün', 'Today'], ['Dün', 'Yesterday'], ['Bu hafta', 'This week'], ['Daha eski', 'Longer'],
])

export function topic(slug: string, tr: string, en: string, draft: Draft): Leaf {
  return {
    slug,
    name: { tr, en },
    synonyms: draft.said.split(', '),
    kinds: draft.kinds ?? null,
    emergency: draft.emergency ?? false,
    lead: draft.lead,
    supporting: draft.with ?? [],
    promised: draft.due,
    questions: draft.ask,
    causes: draft.causes.map((pair) => ({ key: slugOf(pair[0]), name: text(pair) })),
    nearbyMetres: draft.near ?? 250,
    personal: draft.personal ?? false,
    anonymousAllowed: !draft.named,
    institution: draft.notOurs ?? null,
    everywhere: draft.everywhere ?? false,
    ...(draft.evidence && { loop: { evidence: draft.evidence } }),
  }
}

export function theme(slug: string, tr: string, en: string, leaves: readonly Leaf[]): Theme {
  return { group: { slug, name: { tr, en } }, topics: leaves.map((leaf) => ({ ...leaf, group: slug })) }
}
