import { z } from 'zod'
import { Promised } from './calendars.ts'
import { Directorate, DirectorateId } from './identity.ts'
import { Bilingual, Day, idOf, Instant, Language, operation } from './kit.ts'
import { Institution, PlaceId } from './places.ts'

export const TopicId = idOf('topic')
export type TopicId = z.infer<typeof TopicId>
export const CaseKind = z.enum(['request', 'complaint', 'suggestion', 'information', 'tip_off', 'thanks', 'emergency'])
export type CaseKind = z.infer<typeof CaseKind>

export const Question = z.object({
  key: z.string(), ask: Bilingual, type: z.enum(['yesno', 'choice', 'number', 'text', 'date']),
  choices: z.array(z.object({ key: z.string(), label: Bilingual })).optional(), required: z.boolean().default(false),
})
export type Question = z.infer<typeof Question>
/** Answers by question key; yes/no as booleans, dates as `2026-11-23`, choices by their key. */
export const Answers = z.record(z.string().max(60), z.union([z.boolean(), z.number(), z.string().max(1000)]))
export type Answers = z.infer<typeof Answers>
export const Cause = z.object({ key: z.string(), name: Bilingual })

/** What the problem is; only leaves are chosen. */
export const Topic = z.object({
  id: TopicId, slug: z.string(), name: Bilingual, group: Bilingual, synonyms: z.array(z.string()), kinds: z.array(CaseKind).nullable(),
  emergency: z.boolean(), promised: Promised, questions: z.array(Question), causes: z.array(Cause),
  nearbyMetres: z.number(), personal: z.boolean(), anonymousAllowed: z.boolean(),
  leadId: DirectorateId.nullable(), supportingIds: z.array(DirectorateId), institution: Institution.nullable(),
})
export type Topic = z.infer<typeof Topic>

/** A topic offered while typing. `because`: the word or synonym that spoke for it, as written in the topic. */
export const TopicHit = z.object({ topicId: TopicId, name: Bilingual, group: Bilingual, because: z.string(), emergency: z.boolean() })
export type TopicHit = z.infer<typeof TopicHit>

export const RouteQuestion = z.object({ topicId: TopicId, placeId: PlaceId.optional(), kind: CaseKind, also: z.array(DirectorateId).max(20).default([]),
  /** From when the promise counts, when not from now: what was written on paper earlier. */
  written: z.object({ day: Day, time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }).optional() })
export type RouteQuestion = z.infer<typeof RouteQuestion>
/** Where a case would go if it were sent now, and why. */
export const Route = z.object({
  lead: Directorate.nullable(), supporting: z.array(Directorate),
  dueAt: Instant.nullable(),
  /** Within the lead's working hours at this moment? */
  open: z.boolean(),
  onCall: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
  notOurs: z.object({ because: z.enum(['topic', 'place']), institution: Institution }).nullable(),
  emergency: z.boolean(),
})
export type Route = z.infer<typeof Route>

export const routingApi = {
  topics: operation({ method: 'GET', path: '/topics', may: 'signed-in', returns: z.array(Topic), audit: 'none', summary: 'All topics one can choose.' }),
  findTopics: operation({
    method: 'GET', path: '/topics/search', may: 'signed-in', query: z.object({ q: z.string().max(2000), language: Language.default('tr'), kind: CaseKind.optional() }),
    returns: z.array(TopicHit), audit: 'none', summary: 'Topics for words as they are typed, folded Turkish, best first; at most 6.',
  }),
  previewRoute: operation({
    method: 'POST', path: '/topics/route', may: 'signed-in', body: RouteQuestion, returns: Route, audit: 'none',
    refuses: ['routing.unknown_topic'], summary: 'Where a case would go if it were sent now.',
  }),
}
