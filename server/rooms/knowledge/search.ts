/** Texts for words as they are typed: folded Turkish, beginnings of words, endings forgiven, one slip of the finger too. Pure. */
import { fold, foldedWords } from '../../../contracts/fold.ts'
import type { ArticleContent, ArticleId, ArticleKind } from '../../../contracts/knowledge.ts'
import { likeness, meaningful } from '../routing/index.ts'
import { nearlySame } from './slip.ts'

export type Searchable = { id: ArticleId; kind: ArticleKind; pinned: boolean; content: ArticleContent; publishedAt: string }
type Posting = { article: number; weight: number }
type Shelf = Map<string, Posting[]>
export type KnowledgeIndex = { articles: readonly Searchable[]; shelves: ReadonlyMap<string, Shelf> }
export type Asked = { q?: string | undefined; said?: string | undefined; topicId?: string | undefined; placeId?: string | undefined }
export type Found = { article: Searchable; because: string | null; here: boolean }

export const mostHits = 12
/** A caller's whole story is no better a question than its last thirty words. */
const mostWords = 30
/** What a text is called says more of it than what stands in it. */
const weights = { title: 1, synonym: 1, readOut: 0.35, body: 0.2 }

export function indexArticles(articles: readonly Searchable[]): KnowledgeIndex {
  const shelves = new Map<string, Shelf>()
  articles.forEach(({ content: c }, article) => {
    const best = new Map<string, number>()
    const add = (text: string, weight: number) => { for (const word of meaningful(text)) if (weight > (best.get(word) ?? 0)) best.set(word, weight) }
    for (const text of [c.title.tr, c.title.en]) add(text, weights.title)
    for (const text of c.synonyms) add(text, weights.synonym)
    for (const text of [c.readOut.tr, c.readOut.en]) add(text, weights.readOut)
    for (const text of [c.body.tr, c.body.en]) add(text, weights.body)
    for (const [word, weight] of best) {
      const key = word.slice(0, 2)
      const shelf = shelves.get(key) ?? new Map<string, Posting[]>()
      const postings = shelf.get(word) ?? []
      postings.push({ article, weight })
      shelf.set(word, postings)
      shelves.set(key, shelf)
    }
  })
  return { articles, shelves }
}

/** Valid at this moment? The end itself is over. */
export const holds = ({ validFrom, validUntil }: Pick<ArticleContent, 'validFrom' | 'validUntil'>, now: Date): boolean =>
  (validFrom === null || Date.parse(validFrom) <= now.getTime()) && (validUntil === null || Date.parse(validUntil) > now.getTime())
const isHere = (c: ArticleContent, placeId: string | undefined) => placeId !== undefined && c.placeIds.some((p) => p === placeId)
const isElsewhere = (c: ArticleContent, placeId: string | undefined) => placeId !== undefined && c.placeIds.length > 0 && !isHere(c, placeId)

/**
 * What may be read out now, best first. The words typed in the search field decide when there are any, else what the
 * citizen says and the topic; the caller's topic and place only move a text up, another place moves it down.
 */
export function findArticles(index: KnowledgeIndex, asked: Asked, now: Date): Found[] {
  const q = asked.q?.trim() ? asked.q : undefined
  const scores = scoresOf(index, q ?? asked.said ?? '')
  const ofTopic = (c: ArticleContent) => asked.topicId !== undefined && c.topicIds.some((t) => t === asked.topicId)
  // A topic is chosen by a person and says more than words that happen to match.
  if (!q) index.articles.forEach(({ content }, i) => { if (ofTopic(content)) scores.set(i, (scores.get(i) ?? 0) + 3) })
  const ranked = [...scores].filter(([i]) => holds(index.articles[i]!.content, now)).map(([i, score]) => {
    const article = index.articles[i]!, { content } = article
    const here = isHere(content, asked.placeId)
    return { i, article, here, score: score * (ofTopic(content) ? 1.5 : 1) * (here ? 1.5 : isElsewhere(content, asked.placeId) ? 0.4 : 1) }
  })
  const best = Math.max(0, ...ranked.map((r) => r.score))
  // A pinned one is put first where it has something to do with the question.
  const first = (r: (typeof ranked)[number]) => r.article.pinned && r.score > best / 4
  // What is typed may be half a word; a story touches many things, and only what it is about is worth a line.
  return ranked.filter((r) => r.score > best / (q ? 6 : 2.5)).sort((a, b) => Number(first(b)) - Number(first(a)) || b.score - a.score || Number(a.i) - b.i)
    .slice(0, mostHits).map(({ article, here }) => ({ article, here, because: becauseOf(article.content, q ?? asked.said ?? '') }))
}

/** Announcements that hold now: of the place, then pinned, then for everywhere. One for another place is not this caller's. */
export function announcementsFor(index: KnowledgeIndex, placeId: string | undefined, now: Date): Found[] {
  const rank = ({ content, pinned }: Searchable) => (isHere(content, placeId) ? 0 : pinned ? 1 : content.placeIds.length === 0 ? 2 : 3)
  return index.articles.filter((a) => (a.kind === 'announcement' || a.pinned) && holds(a.content, now) && rank(a) < 3)
    .sort((a, b) => rank(a) - rank(b) || b.publishedAt.localeCompare(a.publishedAt)).map((article) => ({ article, here: isHere(article.content, placeId), because: null }))
}

function scoresOf(index: KnowledgeIndex, text: string): Map<number, number> {
  const typed = [...new Set(meaningful(text))].slice(-mostWords)
  const growing = /[\p{L}\p{N}]$/u.test(text) ? foldedWords(text).at(-1) : undefined
  const sums = new Map<number, { sum: number; words: number }>()
  for (const word of typed) {
    const matched = matchesOf(index, word, word === growing)
    const rarity = Math.log(1 + index.articles.length / Math.max(1, matched.size))
    for (const [article, like] of matched) {
      const at = sums.get(article) ?? { sum: 0, words: 0 }
      sums.set(article, { sum: at.sum + like * rarity, words: at.words + 1 })
    }
  }
  return new Map([...sums].map(([article, { sum, words }]) => [article, sum * (0.3 + (0.7 * words) / typed.length)]))
}

function matchesOf(index: KnowledgeIndex, word: string, growing: boolean): Map<number, number> {
  const found = new Map<number, number>()
  const note = (postings: readonly Posting[], like: number) => {
    for (const { article, weight } of postings) if (like * weight > (found.get(article) ?? 0)) found.set(article, like * weight)
  }
  for (const [known, postings] of index.shelves.get(word.slice(0, 2)) ?? []) {
    const like = likeness(word, known, growing)
    if (like > 0) note(postings, like)
  }
  // Only a word that means nothing as it stands is taken for a slip: `nikha`, `beldeiye`.
  if (found.size === 0 && word.length >= 4) for (const [key, shelf] of index.shelves) {
    if (key[0] !== word[0] && key[0] !== word[1]) continue
    for (const [known, postings] of shelf) if (nearlySame(word, known)) note(postings, 0.6)
  }
  return found
}

/** The synonym that spoke, where the title did not. */
function becauseOf({ title, synonyms }: ArticleContent, text: string): string | null {
  const typed = meaningful(text).slice(-mostWords)
  const spoken = (said: string) => {
    const words = meaningful(said)
    return words.reduce((sum, word) => sum + Math.max(0, ...typed.map((t) => likeness(t, word, true))), 0) / Math.max(1, words.length)
  }
  const best = synonyms.map((said) => ({ said, score: spoken(said) })).sort((a, b) => b.score - a.score)[0]
  return best && best.score > 0.4 && best.score > Math.max(spoken(title.tr), spoken(title.en)) ? best.said : null
}

/** The same question whatever its letters and the order of its words. */
export const questionKey = (words: string): string => [...new Set(meaningful(words))].sort().join(' ') || fold(words)
