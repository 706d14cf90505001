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

/** The longest a citizen may be without true news. `working_days`: by the directorate's calendar; `hours` by the clock. */
export const Silence = z.object({ amount: z.number().int().min(1).max(1000), unit: z.enum(['working_days', 'hours']) })
export type Silence = z.infer<typeof Silence>
/** How the loop runs for a topic: what is asked of whom between the case and the citizen who says it is done. */
export const TopicLoop = z.object({
  /** Approved by this rule of the topic, without a director, and shown as such. */
  skipsApproval: z.boolean().default(false),
  /** Who discusses the solution with the citizen. */
  discussedBy: z.enum(['desk', 'directorate']).default('desk'),
  /** Working days after the message with the link after which silence counts as agreed; null: never. */
  silenceAgreesAfterDays: z.number().int().min(1).max(60).nullable().default(5),
  evidence: z.enum(['none', 'after', 'before_and_after']).default('none'),
  /** Days without an answer after which a resolved case closes. */
  confirmDays: z.number().int().min(1).max(90).default(7),
  /** Null: three working days, of an emergency 24 hours. */
  silence: Silence.nullable().default(null),
  /** Of some kinds other than the topic's own. */
  silenceFor: z.partialRecord(CaseKind, Silence).default({}),
  promisedFor: z.partialRecord(CaseKind, Promised).default({}),
})
export type TopicLoop = z.infer<typeof TopicLoop>
export const silenceOf = (loop: TopicLoop, kind: CaseKind, emergency: boolean): Silence =>
  loop.silenceFor[kind] ?? (emergency ? loop.silenceFor.emergency : undefined) ?? loop.silence ?? (emergency ? { amount: 24, unit: 'hours' } : { amount: 3, unit: 'working_days' })

/** What the problem is; only leaves are chosen. */
export const Topic = z.object({
  id: TopicId, slug: z.string(), name: Bilingual, group: Bilingual, synonyms: z.array(z.string()), kinds: z.array(CaseKind).nullable(),
  emergency: z.boolean(), promised: Promised, questions: z.array(Question), causes: z.array(Cause),
  nearbyMetres: z.number(), personal: z.boolean(), anonymousAllowed: z.boolean(),
  leadId: DirectorateId.nullable(), supportingIds: z.array(DirectorateId), institution: Institution.nullable(),
  loop: TopicLoop,
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
