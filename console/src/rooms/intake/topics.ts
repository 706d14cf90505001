/** Topics by what is typed, in this browser: for the search field, and while the desk does not answer. */
import { fold, foldedWords } from '../../../../contracts/fold.ts'
import type { Topic } from '../../../../contracts/routing.ts'

type Language = 'tr' | 'en'
const folded = new WeakMap<Topic, { words: string[]; because: string }[]>()
function speakers(topic: Topic) {
  let known = folded.get(topic)
  if (!known) folded.set(topic, (known = [topic.name.tr, topic.name.en, ...topic.synonyms].map((because) => ({ words: foldedWords(because), because }))))
  return known
}

/** Best first: how much of a name or synonym begins with the typed words. `because` is that name or synonym. */
export function matchTopics(topics: readonly Topic[], typed: string, language: Language, most: number): { topic: Topic; because: string }[] {
  const words = foldedWords(typed).filter((w) => w.length > 2)
  if (!words.length) return topics.slice(0, most).map((topic) => ({ topic, because: topic.group[language] }))
  const scored = topics.flatMap((topic) => {
    let best = { score: 0, because: '' }
    for (const s of speakers(topic)) {
      const hits = s.words.filter((w) => words.some((typedWord) => w.startsWith(typedWord) || (w.length > 3 && typedWord.startsWith(w)))).length
      const score = hits / s.words.length + hits
      if (score > best.score) best = { score, because: s.because }
    }
    return best.score > 0 ? [{ topic, ...best }] : []
  })
  return scored.sort((a, b) => b.score - a.score || fold(a.topic.name[language]).localeCompare(fold(b.topic.name[language]))).slice(0, most)
}
