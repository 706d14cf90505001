/** Answers and announcements: what anyone at the desk may be told, and what is read out on the telephone. */
import { z } from 'zod'
import { CallId } from './call-id.ts'
import { DirectorateId } from './identity.ts'
import { Cursor, Done, idOf, Instant, operation, words } from './kit.ts'
import { PlaceId } from './places.ts'
import { TopicId } from './routing.ts'

export const ArticleId = idOf('article')
export type ArticleId = z.infer<typeof ArticleId>
/** `announcement`: true for a while and for a place, as a water cut; it is told without being asked for. */
export const ArticleKind = z.enum(['article', 'announcement'])
export type ArticleKind = z.infer<typeof ArticleKind>
/** Turkish is always there in the end; English only where somebody wrote it. */
const told = (max: number) => z.object({ tr: z.string().max(max), en: z.string().max(max) })
export type Told = { tr: string; en: string }

/** What a version says. A draft may lack anything; `gapsOf` tells what. */
export const ArticleContent = z.object({
  /** Whose text it is; null: the desk's own. */
  directorateId: DirectorateId.nullable(),
  title: told(160), body: told(6000),
  /** For the telephone, in one breath or two. */
  readOut: told(800),
  synonyms: z.array(words(80)).max(40), topicIds: z.array(TopicId).max(12),
  /** None: everywhere. */
  placeIds: z.array(PlaceId).max(200),
  validFrom: Instant.nullable(), validUntil: Instant.nullable(),
})
export type ArticleContent = z.infer<typeof ArticleContent>

export const mostReadOutWords = 60
export const countWords = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length

export type ArticleGap = 'title' | 'readOut' | 'readOutLong' | 'body' | 'topic' | 'until' | 'order' | 'english'
/** What must be there before anyone reviews it. */
export function gapsOf(kind: ArticleKind, c: ArticleContent): ArticleGap[] {
  const has = (text: string) => text.trim() !== ''
  const english = [c.title.en, c.readOut.en].map(has)
  return [
    ...(has(c.title.tr) ? [] : ['title' as const]),
    ...(has(c.readOut.tr) ? [] : ['readOut' as const]),
    ...(countWords(c.readOut.tr) > mostReadOutWords || countWords(c.readOut.en) > mostReadOutWords ? ['readOutLong' as const] : []),
    ...(kind === 'article' && !has(c.body.tr) ? ['body' as const] : []),
    ...(c.topicIds.length ? [] : ['topic' as const]),
    // An announcement nobody ends is told for ever.
    ...(kind === 'announcement' && !c.validUntil ? ['until' as const] : []),
    ...(c.validFrom && c.validUntil && Date.parse(c.validFrom) >= Date.parse(c.validUntil) ? ['order' as const] : []),
    // A title that can be read and an answer that cannot help nobody.
    ...(english[0] !== english[1] || (has(c.body.en) && !english[0]) ? ['english' as const] : []),
  ]
}

/** How it stands to whoever asks; `scheduled` and `expired` by the clock alone. */
export const ArticleState = z.enum(['draft', 'in_review', 'published', 'scheduled', 'expired', 'retired'])
export type ArticleState = z.infer<typeof ArticleState>
/** A text being worked on, alone or beside the published one. */
export const OpenState = z.enum(['draft', 'in_review'])

/** `former`: followed by a newer one. `withdrawn`: its publishing was undone. `discarded`: never published. */
export const VersionStatus = z.enum(['draft', 'in_review', 'published', 'former', 'withdrawn', 'discarded'])
export const ArticleVersion = z.object({
  number: z.number().int(), status: VersionStatus, content: ArticleContent, writtenAt: Instant, writtenBy: z.string().nullable(),
  /** Everyone who wrote in it; none of them reviews it. */
  writers: z.array(z.string()), publishedAt: Instant.nullable(), publishedBy: z.string().nullable(),
})
export type ArticleVersion = z.infer<typeof ArticleVersion>
export const ArticleStep = z.object({
  at: Instant, by: z.string().nullable(), version: z.number().int().nullable(), reason: z.string().nullable(),
  what: z.enum(['made', 'drafted', 'sent', 'returned', 'published', 'undone', 'discarded', 'retired', 'restored', 'pinned', 'unpinned']),
})
export type ArticleStep = z.infer<typeof ArticleStep>
export const ReadCount = z.object({ reads: z.number().int(), helped: z.number().int() })
const DayCount = ReadCount.extend({ day: z.iso.date() })

export const ArticleRow = z.object({
  id: ArticleId, kind: ArticleKind, state: ArticleState, open: OpenState.nullable(), title: told(160), english: z.boolean(), directorateId: DirectorateId.nullable(),
  topicIds: z.array(TopicId), placeIds: z.array(PlaceId), validFrom: Instant.nullable(), validUntil: Instant.nullable(), pinned: z.boolean(),
  changedAt: Instant, changedBy: z.string().nullable(), count: ReadCount,
})
export type ArticleRow = z.infer<typeof ArticleRow>
export const Article = z.object({
  id: ArticleId, kind: ArticleKind, state: ArticleState, pinned: z.boolean(), directorateId: DirectorateId.nullable(),
  /** Grows with every change; a change says which one it saw. */
  revision: z.number().int(), changedAt: Instant, changedBy: z.string().nullable(),
  current: ArticleVersion.nullable(), open: ArticleVersion.nullable(),
  /** Newest first; empty for whoever only reads. */
  versions: z.array(ArticleVersion), steps: z.array(ArticleStep),
  /** The question it was begun for. */
  question: z.string().nullable(), count: ReadCount, days: z.array(DayCount),
  can: z.array(z.enum(['save', 'send', 'return', 'publish', 'undo', 'discard', 'retire', 'restore', 'pin'])),
})
export type Article = z.infer<typeof Article>

/** What is found for the telephone. `because`: the title or synonym that spoke for it. */
export const KnowledgeHit = z.object({
  id: ArticleId, kind: ArticleKind, title: told(160), readOut: told(800), body: told(6000), topicIds: z.array(TopicId), places: z.array(z.string()),
  validUntil: Instant.nullable(), pinned: z.boolean(), because: z.string().nullable(),
  /** Of the place that was asked for. */
  here: z.boolean(),
})
export type KnowledgeHit = z.infer<typeof KnowledgeHit>

export type ArticleCommand = Article['can'][number]
type Facts = { state: ArticleState; open: z.infer<typeof OpenState> | null; published: boolean; directorateId: string | null; writers: readonly string[] }
export type Writer = { id: string; mayWrite: boolean; mayPublish: boolean; /** Not of one directorate: the supervisor. */ wholeDesk: boolean; directorateId: string | null }
/** Why a command may not be done now, as a refusal's code; null: it may. The server refuses by it, buttons grey out by it. */
export function cannot(command: ArticleCommand, a: Facts, who: Writer): string | null {
  const publishing = command === 'publish' || command === 'undo' || command === 'pin' || command === 'retire' || command === 'restore'
  if (publishing ? !who.mayPublish : !who.mayWrite) return 'permission.needed'
  if (!who.wholeDesk && a.directorateId !== who.directorateId) return 'knowledge.not_yours'
  if (command === 'restore') return a.state === 'retired' ? null : 'knowledge.not_retired'
  if (a.state === 'retired') return 'knowledge.retired'
  switch (command) {
    case 'save': return a.open === 'in_review' ? 'knowledge.in_review' : null
    case 'send': return a.open === 'draft' ? null : a.open ? 'knowledge.in_review' : 'knowledge.no_draft'
    case 'return': return a.open === 'in_review' ? null : 'knowledge.not_in_review'
    // A supervisor alone at night may publish her own words, with a reason that is kept.
    case 'publish': return !a.open ? 'knowledge.no_draft' : a.open === 'draft' && !who.wholeDesk ? 'knowledge.not_in_review' : a.writers.includes(who.id) && !who.wholeDesk ? 'knowledge.own_text' : null
    case 'discard': return a.open ? null : 'knowledge.no_draft'
    case 'undo': case 'pin': return a.published ? null : 'knowledge.not_published'
    case 'retire': return null
  }
}

/** A question nobody could answer keeps no number and no address of anyone. */
export const mostQuestionLetters = 120
export const withoutPersonal = (text: string): string =>
  text.replace(/\S+@\S+/g, '…').replace(/\d/g, '#').replace(/\s+/g, ' ').trim().slice(0, mostQuestionLetters)
export const Unanswered = z.object({ key: z.string(), words: z.string(), times: z.number().int(), lastAt: Instant, topicId: TopicId.nullable(), draftId: ArticleId.nullable() })
export type Unanswered = z.infer<typeof Unanswered>

export const ArticleListQuery = z.object({
  state: ArticleState.optional(), kind: ArticleKind.optional(), q: z.string().max(120).optional(), placeId: PlaceId.optional(), topicId: TopicId.optional(),
  directorateId: DirectorateId.optional(), sort: z.enum(['changed', 'read', 'expiring']).default('changed'), after: Cursor.optional(),
})
const ofArticle = z.object({ articleId: ArticleId })
const seen = { revision: z.number().int() }
const change = ['knowledge.not_found', 'knowledge.newer', 'knowledge.not_yours', 'knowledge.retired', 'permission.needed'] as const
const contentProblems = ['knowledge.unknown_topic', 'knowledge.unknown_place', 'knowledge.unknown_directorate'] as const
export const knowledgeApi = {
  findKnowledge: operation({
    method: 'GET', path: '/knowledge/search', may: 'knowledge.read', audit: 'none', returns: z.array(KnowledgeHit),
    query: z.object({ q: z.string().max(120).optional(), said: z.string().max(2000).optional(), topicId: TopicId.optional(), placeId: PlaceId.optional() }),
    summary: 'What may be read out now, for words as they are typed (folded Turkish), what a citizen said, a topic, a place; best first, at most 12.',
  }),
  announcements: operation({
    method: 'GET', path: '/knowledge/announcements', may: 'knowledge.read', query: z.object({ placeId: PlaceId.optional() }), returns: z.array(KnowledgeHit), audit: 'none',
    summary: 'Announcements that hold now: those of the place, then the pinned, then those for everywhere.',
  }),
  articles: operation({
    method: 'GET', path: '/knowledge', may: 'knowledge.read', query: ArticleListQuery, audit: 'none',
    returns: z.object({ rows: z.array(ArticleRow), next: Cursor.nullable(), inReview: z.number().int(), questions: z.number().int() }), summary: 'Answers and announcements; 50 a page.',
  }),
  article: operation({ method: 'GET', path: '/knowledge/:articleId', may: 'knowledge.read', params: ofArticle, returns: Article, audit: 'none', refuses: ['knowledge.not_found'], summary: 'One, with its versions.' }),
  startArticle: operation({
    method: 'POST', path: '/knowledge', may: 'knowledge.write', body: z.object({ id: ArticleId, kind: ArticleKind, content: ArticleContent, question: z.string().max(400).optional() }), returns: Article,
    refuses: ['knowledge.not_yours', 'knowledge.id_reused', ...contentProblems], summary: 'Begin a draft. `question`: the key of an unanswered question it is for.',
  }),
  saveArticle: operation({
    method: 'PUT', path: '/knowledge/:articleId/draft', may: 'knowledge.write', params: ofArticle, body: z.object({ ...seen, content: ArticleContent }), returns: Article,
    refuses: [...change, 'knowledge.in_review', ...contentProblems], summary: 'Save the draft; a draft beside a published text begins with this.',
  }),
  sendToReview: operation({
    method: 'POST', path: '/knowledge/:articleId/send', may: 'knowledge.write', params: ofArticle, body: z.object(seen), returns: Article,
    refuses: [...change, 'knowledge.no_draft', 'knowledge.in_review', 'knowledge.incomplete'], summary: 'Ask for a review.',
  }),
  returnArticle: operation({
    method: 'POST', path: '/knowledge/:articleId/return', may: 'knowledge.write', params: ofArticle, body: z.object({ ...seen, reason: words(500).optional() }), returns: Article,
    refuses: [...change, 'knowledge.not_in_review', 'knowledge.reason_needed'], summary: 'Back from the review to the draft: by a writer without, by a reviewer with a reason.',
  }),
  publishArticle: operation({
    method: 'POST', path: '/knowledge/:articleId/publish', may: 'knowledge.publish', params: ofArticle, body: z.object({ ...seen, reason: words(500).optional() }), returns: Article,
    refuses: [...change, 'knowledge.no_draft', 'knowledge.not_in_review', 'knowledge.own_text', 'knowledge.reason_needed', 'knowledge.incomplete'], summary: 'Publish what was reviewed, by somebody who did not write it; a supervisor her own or an unreviewed text with a reason.',
  }),
  undoPublish: operation({
    method: 'POST', path: '/knowledge/:articleId/undo', may: 'knowledge.publish', params: ofArticle, body: z.object(seen), returns: Article, refuses: [...change, 'knowledge.not_published'],
    summary: 'Back to the version before; the one taken back becomes a draft.',
  }),
  discardArticleDraft: operation({
    method: 'POST', path: '/knowledge/:articleId/discard', may: 'knowledge.write', params: ofArticle, body: z.object(seen), returns: Article, refuses: [...change, 'knowledge.no_draft'],
    summary: 'Give the draft up; the published text stays. One that was never published is retired with it.',
  }),
  retireArticle: operation({
    method: 'POST', path: '/knowledge/:articleId/retire', may: 'knowledge.publish', params: ofArticle, body: z.object({ ...seen, reason: words(500).optional() }), returns: Article, refuses: change,
    summary: 'Told to nobody any more; kept.',
  }),
  restoreArticle: operation({
    method: 'POST', path: '/knowledge/:articleId/restore', may: 'knowledge.publish', params: ofArticle, body: z.object(seen), returns: Article, refuses: [...change, 'knowledge.not_retired'],
    summary: 'As it was before it was retired.',
  }),
  pinArticle: operation({
    method: 'POST', path: '/knowledge/:articleId/pin', may: 'knowledge.publish', params: ofArticle, body: z.object({ ...seen, pinned: z.boolean() }), returns: Article, refuses: [...change, 'knowledge.not_published'],
    summary: 'On top of every operator’s screen, or no longer.',
  }),
  answered: operation({
    method: 'POST', path: '/knowledge/:articleId/answered', may: 'case.open', params: ofArticle, returns: Done, refuses: ['knowledge.not_found'],
    body: z.object({ id: idOf('reading'), callId: CallId.optional(), topicId: TopicId.optional(), helped: z.boolean() }),
    summary: 'It was read out. The same reading, and the same article in the same call, count once.',
  }),
  noAnswer: operation({
    method: 'POST', path: '/knowledge/questions', may: 'case.open', returns: z.object({ words: z.string() }), refuses: ['knowledge.no_words'],
    body: z.object({ id: idOf('question'), words: words(400), topicId: TopicId.optional(), placeId: PlaceId.optional(), callId: CallId.optional() }),
    summary: 'A question without an answer: its words, with digits and addresses masked.',
  }),
  unanswered: operation({ method: 'GET', path: '/knowledge/questions', may: 'knowledge.write', returns: z.array(Unanswered), audit: 'none', summary: 'Questions without an answer, most asked first; at most 200.' }),
  dropQuestion: operation({
    method: 'POST', path: '/knowledge/questions/drop', may: 'knowledge.write', body: z.object({ key: z.string().min(1).max(400) }), returns: Done,
    summary: 'Not a question for us: its words are deleted.',
  }),
  knowledgeFigures: operation({
    method: 'GET', path: '/knowledge/figures', may: 'knowledge.read', query: z.object({ from: z.iso.date(), to: z.iso.date() }), audit: 'none',
    returns: z.object({
      days: z.array(DayCount), topics: z.array(ReadCount.extend({ topicId: TopicId.nullable() })), articles: z.array(ReadCount.extend({ id: ArticleId, title: told(160) })), questions: z.number().int(),
    }), summary: 'How often what was read out and whether it helped, by day, topic and article; both days included.',
  }),
}
