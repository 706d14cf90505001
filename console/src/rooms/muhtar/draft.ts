/** What a muhtar writes down: kept in her browser until the desk has it. Its id is the case's, so sent twice it is one. */
import { z } from 'zod'
import { OpenPlaceCase } from '../../../../contracts/cases.ts'
import type { Topic } from '../../../../contracts/routing.ts'

export const kinds = OpenPlaceCase.shape.kind.options
const Draft = z.object({
  id: z.uuid(), kind: OpenPlaceCase.shape.kind, said: z.string().max(4000), topicId: z.string().nullable(), answers: z.record(z.string(), z.union([z.boolean(), z.number(), z.string(), z.null()])),
  placeId: z.string().nullable(), street: z.string().max(120), words: z.string().max(300),
})
export type Draft = z.infer<typeof Draft>
export const blank = (id: string): Draft => ({ id, kind: 'request', said: '', topicId: null, answers: {}, placeId: null, street: '', words: '' })
export const untouched = (d: Draft) => d.said === '' && d.topicId === null && d.street === '' && d.words === ''

/** Blanks are no answer. */
function answerOf(d: Draft, key: string): string | number | boolean | undefined {
  const a = d.answers[key]
  return (typeof a === 'string' ? a.trim() || undefined : a) ?? undefined
}
/** Fields in the order of the screen, named as the desk names them. */
export type Gap = 'said' | 'topicId' | 'kind' | 'where.placeId' | `answers.${string}`
/** @param demanded whether the topic's required questions must be answered */
export function gapsOf(d: Draft, topic: Topic | undefined, demanded: boolean): Gap[] {
  const found: Gap[] = []
  if (!d.said.trim()) found.push('said')
  if (!topic) found.push('topicId')
  if (topic?.kinds && !topic.kinds.includes(d.kind)) found.push('kind')
  if (demanded) for (const q of topic?.questions ?? []) if (q.required && answerOf(d, q.key) === undefined) found.push(`answers.${q.key}`)
  if (!d.placeId) found.push('where.placeId')
  return found
}
/** Another topic: answers of questions that both ask stay; a kind that it does not take gives way to one that it does. */
export function aboutTopic(d: Draft, topic: Topic): Draft {
  const kind = topic.emergency ? 'emergency' : d.kind, fits = !topic.kinds || topic.kinds.includes(kind)
  return {
    ...d, topicId: topic.id, kind: fits ? kind : (kinds.find((k) => topic.kinds!.includes(k)) ?? kind),
    answers: Object.fromEntries(Object.entries(d.answers).filter(([key]) => topic.questions.some((q) => q.key === key))),
  }
}
/** May a muhtar write of it at all: of nobody's own matter, and of a kind that is hers to bring. */
export const forPlaces = (topic: Topic) => !topic.personal && (!topic.kinds || kinds.some((k) => topic.kinds!.includes(k)))

const words = (text: string) => text.trim() || undefined
export function toSend(d: Draft, topic: Topic): z.input<typeof OpenPlaceCase> {
  return {
    id: d.id, kind: d.kind, said: d.said.trim(), topicId: topic.id, where: { placeId: d.placeId ?? '', street: words(d.street), words: words(d.words) },
    answers: Object.fromEntries(topic.questions.flatMap(({ key }) => { const a = answerOf(d, key); return a === undefined ? [] : [[key, a]] })),
  }
}

const shelf = (staffId: string) => `akmasa.muhtar.${staffId}`
/** Undefined: nothing is kept, or nothing that can be read. A browser that forbids keeping only costs what a reload costs. */
export function kept(staffId: string): Draft | undefined {
  try { return Draft.safeParse(JSON.parse(localStorage.getItem(shelf(staffId)) ?? 'null')).data } catch { return undefined }
}
export function keep(staffId: string, draft: Draft | null): void {
  try {
    if (draft && !untouched(draft)) localStorage.setItem(shelf(staffId), JSON.stringify(draft))
    else localStorage.removeItem(shelf(staffId))
  } catch { /* it is on the screen all the same */ }
}
