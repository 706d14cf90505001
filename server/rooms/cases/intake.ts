/** Is the intake whole? Answers by the topic's questions, the source by its causes, the pin by the map. Pure. */
import type { Bilingual } from '../../../contracts/kit.ts'
import type { Where } from '../../../contracts/places.ts'
import type { Answers, CaseKind, Question, Topic } from '../../../contracts/routing.ts'
import { Refusal } from '../../platform/refusal.ts'
import { haversine } from './near.ts'

/** An answer with its question as it was asked; a later edit of the topic does not change the record. */
export type Kept = { key: string; ask: Bilingual; answer: string; labels: Bilingual | null }
export type KeptSource = { cause: string | null; name: Bilingual | null; words: string | null }

const yes: Bilingual = { tr: 'Evet', en: 'Yes' }
const no: Bilingual = { tr: 'Hayır', en: 'No' }
/** Nothing is to be done for these, so nothing has to be asked and nobody has to be named. */
export const answeredAtOnce = (kind: CaseKind): boolean => kind === 'information' || kind === 'thanks'

/** @throws Refusal `case.kind_not_allowed`, `case.anonymous_not_allowed`, `case.unknown_cause` */
export function checkAgainstTopic(topic: Topic, given: { kind: CaseKind; source: { cause?: string | undefined }; reporter: { anonymous: boolean } }): void {
  if (topic.kinds && !topic.kinds.includes(given.kind)) throw new Refusal('case.kind_not_allowed', { kind: given.kind }, 'kind')
  if (given.reporter.anonymous && !topic.anonymousAllowed && !answeredAtOnce(given.kind))
    throw new Refusal('case.anonymous_not_allowed', {}, 'reporter.anonymous')
  if (given.source.cause !== undefined && !topic.causes.some((c) => c.key === given.source.cause))
    throw new Refusal('case.unknown_cause', {}, 'source.cause')
}

export function keptSource(topic: Topic, source: { cause?: string | undefined; words?: string | undefined }): KeptSource {
  return { cause: source.cause ?? null, name: topic.causes.find((c) => c.key === source.cause)?.name ?? null, words: source.words ?? null }
}

/**
 * The answers as they will be kept, in the topic's order.
 * @param demanded whether required questions must be answered: not in an emergency, nor where nothing is ours to do.
 * @throws Refusal `case.answer_missing`, `case.answer_wrong`, at the field `answers.<key>`
 */
export function keptAnswers(questions: readonly Question[], answers: Answers, demanded: boolean): Kept[] {
  const unknown = Object.keys(answers).find((key) => !questions.some((q) => q.key === key))
  if (unknown !== undefined) throw new Refusal('case.answer_wrong', {}, `answers.${unknown}`)
  return questions.flatMap((question) => {
    const answer = answers[question.key]
    if (answer === undefined || (typeof answer === 'string' && answer.trim() === '')) {
      if (question.required && demanded) throw new Refusal('case.answer_missing', {}, `answers.${question.key}`)
      return []
    }
    const read = readAnswer(question, answer)
    if (!read) throw new Refusal('case.answer_wrong', { type: question.type }, `answers.${question.key}`)
    return [{ key: question.key, ask: question.ask, ...read }]
  })
}

function readAnswer(question: Question, answer: boolean | number | string): { answer: string; labels: Bilingual | null } | undefined {
  switch (question.type) {
    case 'yesno': return typeof answer === 'boolean' ? { answer: String(answer), labels: answer ? yes : no } : undefined
    case 'number': return typeof answer === 'number' && Number.isFinite(answer) ? { answer: String(answer), labels: null } : undefined
    case 'text': return typeof answer === 'string' ? { answer: answer.trim(), labels: null } : undefined
    case 'date': return typeof answer === 'string' && isDay(answer) ? { answer, labels: null } : undefined
    case 'choice': {
      const chosen = question.choices?.find((c) => c.key === answer)
      return chosen && { answer: chosen.key, labels: chosen.label }
    }
  }
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** A district and its villages lie well within this; farther is a slip of the hand, or latitude and longitude exchanged. */
const farthestPin = 150_000
/** @throws Refusal `case.unknown_place` for half a pin or one far outside */
export function checkPin(where: Where, centre: { lat: number; lon: number }): { lat: number; lon: number } | undefined {
  const { lat, lon } = where
  if (lat === undefined && lon === undefined) return undefined
  if (lat === undefined || lon === undefined) throw new Refusal('case.unknown_place', {}, lat === undefined ? 'where.lat' : 'where.lon')
  if (haversine({ lat, lon }, centre) > farthestPin) throw new Refusal('case.unknown_place', {}, 'where.lat')
  return { lat, lon }
}
