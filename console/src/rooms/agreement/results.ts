/** What can come of a call about a solution, and what each needs. Pure. */
import type { Answer, TalkPage, TryResult } from '../../../../contracts/agreement.ts'

export type Result = Answer | TryResult
export const isAnswer = (result: Result): result is Answer => result === 'agreed' || result === 'objects' || result === 'withdraws'
/** In the order in which they are needed; the digits stay where they are. */
export const results: readonly Result[] = ['agreed', 'objects', 'not_reached', 'asks_later', 'asks_link', 'wrong_number', 'withdraws']
export const needsWords = (result: Result | null): boolean => result === 'objects' || result === 'withdraws'
/** The key of its word: who is told of a refusal does not agree to a plan. */
export const wordOf = (result: Result, kind: TalkPage['talk']['kind']) => (result === 'agreed' && kind === 'refusal' ? 'accepted' : result)

export type Typed = { result: Result | null; words: string; day: string | null; time: string | null }
/** What is still missing, by field. */
export function lacks(typed: Typed): 'result' | 'words' | 'day' | 'time' | null {
  if (!typed.result) return 'result'
  if (needsWords(typed.result) && !typed.words.trim()) return 'words'
  if (typed.result !== 'asks_later') return null
  return !typed.day ? 'day' : typed.time === null ? 'time' : null
}
