/** Topics for words as they are typed: what a citizen says, against the names and synonyms of every topic. Pure. */
import { foldedWords } from '../../../contracts/fold.ts'
import type { Language } from '../../../contracts/kit.ts'
import type { CaseKind, Topic, TopicHit } from '../../../contracts/routing.ts'
import { likeness } from './word-match.ts'

type Searchable = Pick<Topic, 'id' | 'name' | 'group' | 'synonyms' | 'kinds' | 'emergency' | 'leadId'>
/** A name or synonym of one topic. `weight`: a group's name says less than the topic's own. */
type Phrase = { topic: number; said: string; words: readonly string[]; weight: number }
export type TopicIndex = {
  topics: readonly Searchable[]
  phrases: readonly Phrase[]
  /** Known words by their first two letters, each with the phrases it stands in. */
  words: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>
}

const least = 3
const most = 6
/** A caller's whole story is no better a question than its first sixty words. */
const mostWords = 60
/** Words that say nothing of the matter: small ones, how long it has lasted, and beside what it is. Not `su` and `var`: water, and "there is". */
const empty = new Set((
  've bir bu da de ki mi mu ile icin ama gibi kadar cok daha hala hep artik yine bile bizim benim bize bana lutfen efendim merhaba iki uc dort bes gun gundur gunler hafta haftadir ay aydir '
  + 'onu onune onunde onundeki onunden yani yanina yaninda yanindaki karsisi karsisinda karsisindaki arkasi arkasinda arkasindaki saat saattir bugun dun beri once sonra the an of in is on at to and my our for it we are has been not').split(' '))
export const meaningful = (text: string): string[] => foldedWords(text).filter((word) => word.length > 1 && !empty.has(word))

export function indexTopics(topics: readonly Searchable[]): TopicIndex {
  const phrases: Phrase[] = []
  const words = new Map<string, Map<string, number[]>>()
  const add = (topic: number, said: string, weight: number) => {
    const phrase = { topic, said, words: meaningful(said), weight }
    for (const word of new Set(phrase.words)) {
      const shelf = words.get(word.slice(0, 2)) ?? new Map<string, number[]>()
      shelf.set(word, [...(shelf.get(word) ?? []), phrases.length])
      words.set(word.slice(0, 2), shelf)
    }
    phrases.push(phrase)
  }
  topics.forEach(({ name, group, synonyms }, topic) => {
    for (const said of [name.tr, name.en]) add(topic, said, 1.1)
    for (const said of synonyms) add(topic, said, 1)
    for (const said of [group.tr, group.en]) add(topic, said, 0.4)
  })
  return { topics, phrases, words }
}

/**
 * Best first, at most six; at least three as soon as anything matches, for the operator chooses and the search only
 * offers: the best one's neighbours in the tree, then its directorate's, make up the number.
 */
export function searchTopics(index: TopicIndex, q: string, language: Language, kind?: CaseKind): TopicHit[] {
  const allowed = (topic: number) => !kind || (index.topics[topic]!.kinds?.includes(kind) ?? true)
  const found = scores(index, q).filter(({ topic }) => allowed(topic)).sort((a, b) => b.score - a.score || a.topic - b.topic)
  const [best] = found
  if (!best) return []
  const near = found.filter(({ score }, i) => i < least || score > best.score / 4).slice(0, most)
  const hits = near.map(({ topic, phrase }) => hit(index.topics[topic]!, wordOf(index, phrase, topic, language)))
  if (hits.length < least) {
    const chosen = new Set(near.map(({ topic }) => topic))
    const from = index.topics[best.topic]!
    const closeness = (t: Searchable) => (t.group.tr === from.group.tr ? 0 : t.leadId !== null && t.leadId === from.leadId ? 1 : 2)
    const others = index.topics.map((t, topic) => ({ t, topic })).filter(({ topic }) => !chosen.has(topic) && allowed(topic)).sort((a, b) => closeness(a.t) - closeness(b.t))
    hits.push(...others.slice(0, least - hits.length).map(({ t }) => hit(t, t.group[language])))
  }
  return hits
}
const hit = ({ id: topicId, name, group, emergency }: Searchable, because: string): TopicHit => ({ topicId, name, group, because, emergency })
/** A name that spoke is shown in the reader's language; a synonym as it stands. */
function wordOf(index: TopicIndex, phrase: number, topic: number, language: Language): string {
  const { said } = index.phrases[phrase]!
  const { name, group } = index.topics[topic]!
  return said === name.tr || said === name.en ? name[language] : said === group.tr || said === group.en ? group[language] : said
}

type Score = { topic: number; score: number; phrase: number }
/** Rare words count for more; a phrase of which everything was said counts double one of which a half was. */
function scores(index: TopicIndex, q: string): Score[] {
  const typed = [...new Set(meaningful(q))].slice(0, mostWords)
  const growing = /[\p{L}\p{N}]$/u.test(q) ? foldedWords(q).at(-1) : undefined
  const ofPhrase = new Map<number, { sum: number; covered: Map<string, number> }>()
  const ofTopic = new Map<number, number>()
  for (const word of typed) {
    const { phrases, topics } = matchesOf(index, word, word === growing)
    const rarity = Math.log(1 + index.topics.length / topics.size)
    for (const [topic, like] of topics) ofTopic.set(topic, (ofTopic.get(topic) ?? 0) + like * rarity)
    for (const [phrase, { like, known }] of phrases) {
      const entry = ofPhrase.get(phrase) ?? { sum: 0, covered: new Map<string, number>() }
      entry.sum += like * rarity
      entry.covered.set(known, Math.max(entry.covered.get(known) ?? 0, like))
      ofPhrase.set(phrase, entry)
    }
  }
  const best = new Map<number, Score>()
  for (const [at, { sum, covered }] of ofPhrase) {
    const { topic, words, weight } = index.phrases[at]!
    const whole = [...covered.values()].reduce((a, b) => a + b, 0) / new Set(words).size
    const score = sum * weight * (0.5 + 0.5 * whole)
    if (score > (best.get(topic)?.score ?? 0)) best.set(topic, { topic, score, phrase: at })
  }
  return [...best.values()].map((b) => ({ ...b, score: b.score + 0.3 * ofTopic.get(b.topic)! }))
}

function matchesOf(index: TopicIndex, word: string, growing: boolean) {
  const phrases = new Map<number, { like: number; known: string }>()
  const topics = new Map<number, number>()
  for (const [known, at] of index.words.get(word.slice(0, 2)) ?? []) {
    const like = likeness(word, known, growing)
    if (like === 0) continue
    for (const phrase of at) {
      const { topic, weight } = index.phrases[phrase]!
      if (like > (phrases.get(phrase)?.like ?? 0)) phrases.set(phrase, { like, known })
      topics.set(topic, Math.max(topics.get(topic) ?? 0, like * weight))
    }
  }
  return { phrases, topics }
}
