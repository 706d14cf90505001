/** What an operator reads to whoever asks “what became of mine?”: state, whose turn, by when. */
import type { SearchHit } from '../../../../contracts/cases.ts'
import { promiseRuns } from '../../../../contracts/moves.ts'
import { showTime } from '@akmasa/ui'
import type { Language, T } from '../../text.ts'

/** One or two plain sentences. A promise without a day is not spoken of; one that has passed is said to have. */
export function sayOf(t: T, hit: Pick<SearchHit, 'status' | 'lead' | 'dueAt' | 'late' | 'lastWordAt'>, language: Language, zone: string): string {
  const directorate = hit.lead?.[language] ?? ''
  const sentence = t(`search.say.${hit.status}`, { directorate })
  const waits = promiseRuns(hit.status) && hit.dueAt !== null
  const promise = waits ? t(hit.late ? 'search.say.late' : 'search.say.due', { time: showTime(new Date(hit.dueAt!), 'prose', language, zone) }) : ''
  return [sentence, promise].filter(Boolean).join(' ')
}
/** The parts of a text, those that begin with a word looked for marked. `words` are folded. */
export function marked(text: string, words: readonly string[], fold: (text: string) => string): { text: string; hit: boolean }[] {
  return text.split(/(\s+)/).filter(Boolean).map((part) => ({ text: part, hit: fold(part).split(' ').some((own) => own !== '' && words.some((word) => own.startsWith(word))) }))
}
