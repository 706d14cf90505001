/** What is being registered, as typed so far: kept in this window until the desk has it. Its id is the case's, so sent twice it is one. */
import { z } from 'zod'
import { readPhone } from '@akmasa/ui'
import type { Topic } from '../../../../contracts/routing.ts'
import { Delivery, type Needed, type RegisterStatutory, Statute, StatutoryChannel } from '../../../../contracts/statutory.ts'

const Draft = z.object({
  id: z.uuid(), statute: Statute, channel: StatutoryChannel, receivedOn: z.string().nullable(), name: z.string(), address: z.string(), signed: z.boolean().nullable(), phone: z.string(), email: z.string(), mayMessage: z.boolean(),
  subject: z.string(), text: z.string(), topicId: z.string().nullable(), answers: z.record(z.string(), z.union([z.boolean(), z.number(), z.string(), z.null()])), placeId: z.string().nullable(), street: z.string(), words: z.string(), also: z.array(z.string()),
  told: z.enum([...Delivery.options, 'none']).nullable(),
})
export type Draft = z.infer<typeof Draft>
export const blank = (id: string, today: string): Draft => ({
  id, statute: 'petition', channel: 'counter', receivedOn: today, name: '', address: '', signed: null, phone: '', email: '', mayMessage: false, subject: '', text: '', topicId: null, answers: {}, placeId: null, street: '', words: '', also: [], told: null,
})
export const untouched = (d: Draft): boolean => !d.name && !d.address && !d.subject && !d.text && !d.phone && !d.email && d.topicId === null

/** What the law asks for and is not there; of the signature only once somebody has said that it is not. */
export const missingIn = (d: Pick<Draft, 'name' | 'signed' | 'address'>): Needed[] => [...(d.name.trim() ? [] : ['name' as const]), ...(d.signed === false ? ['signature' as const] : []), ...(d.address.trim() ? [] : ['address' as const])]

/** Fields in the order of the screen, named as the desk names them. */
export type Gap = 'receivedOn' | 'signed' | 'phone' | 'email' | 'told' | 'subject' | 'topicId' | `answers.${string}`
const answerOf = (d: Draft, key: string): string | number | boolean | undefined => { const a = d.answers[key]; return (typeof a === 'string' ? a.trim() || undefined : a) ?? undefined }
/** @param demanded whether the topic's required questions must be answered */
export function gapsOf(d: Draft, topic: Topic | undefined, demanded: boolean): Gap[] {
  const found: Gap[] = []
  if (!d.receivedOn) found.push('receivedOn')
  if (d.signed === null) found.push('signed')
  if (d.phone.trim() && !readPhone(d.phone)) found.push('phone')
  if (d.email.trim() && !z.email().safeParse(d.email.trim()).success) found.push('email')
  if (d.signed !== null && missingIn(d).length > 0 && !d.told) found.push('told')
  if (!d.subject.trim()) found.push('subject')
  if (!topic) found.push('topicId')
  if (demanded) for (const q of topic?.questions ?? []) if (q.required && answerOf(d, q.key) === undefined) found.push(`answers.${q.key}`)
  return found
}
/** Topics that take what people ask for in writing. */
export const inWriting = (topic: Topic): boolean => !topic.emergency && (!topic.kinds || topic.kinds.some((kind) => kind === 'request' || kind === 'complaint' || kind === 'suggestion' || kind === 'information'))

const words = (text: string): string | undefined => text.trim() || undefined
export function toSend(d: Draft, topic: Topic): z.input<typeof RegisterStatutory> {
  return {
    id: d.id, statute: d.statute, channel: d.channel, receivedOn: d.receivedOn ?? '', name: words(d.name), address: words(d.address), signed: d.signed === true, phone: d.phone.trim() ? (readPhone(d.phone) ?? d.phone) : undefined, email: words(d.email),
    mayMessage: d.mayMessage && Boolean(d.phone.trim() || d.email.trim()), subject: d.subject.trim(), text: d.text.trim(), topicId: topic.id, also: d.also as never, where: { placeId: (d.placeId ?? undefined) as never, street: words(d.street), words: words(d.words) },
    answers: Object.fromEntries(topic.questions.flatMap(({ key }) => { const a = answerOf(d, key); return a === undefined ? [] : [[key, a]] })), ...(missingIn(d).length > 0 && d.told && { told: d.told }),
  }
}

const shelf = (staffId: string) => `akmasa.statutory.${staffId}`
/** In this window alone: a petition is somebody's letter. A browser that forbids keeping only costs what a reload costs. */
export function kept(staffId: string): Draft | undefined {
  try { return Draft.safeParse(JSON.parse(sessionStorage.getItem(shelf(staffId)) ?? 'null')).data } catch { return undefined }
}
export function keep(staffId: string, draft: Draft | null): void {
  try {
    if (draft && !untouched(draft)) sessionStorage.setItem(shelf(staffId), JSON.stringify(draft))
    else sessionStorage.removeItem(shelf(staffId))
  } catch { /* it is on the screen all the same */ }
}
