/** Cases to open while measuring: a topic with a lead and a supporting directorate, told by somebody who wants word by SMS. */
import { uuidv7 } from 'uuidv7'
import type { Directorate } from '../contracts/identity.ts'
import type { Place } from '../contracts/places.ts'
import type { Topic } from '../contracts/routing.ts'
import type { Account, House } from '../journeys/support/house.ts'
import type { Client } from './desk.ts'

export type Reports = {
  /** The body of one more case, never the same twice. */
  next(kind: 'complaint' | 'emergency'): { id: string; said: string }
  /** An officer of the directorate that leads, and one of a directorate that supports. */
  lead: Account
  supporting: Account
}

export async function reports(desk: Client, house: House): Promise<Reports> {
  const [topics, places, directorates] = await Promise.all([desk.ask<Topic[]>('GET', '/topics'), desk.ask<Place[]>('GET', '/places'), desk.ask<Directorate[]>('GET', '/directorates')])
  const topic = topics.find((t) => t.leadId !== null && t.supportingIds.length > 0 && !t.institution && !t.personal && t.kinds === null && t.questions.every((q) => !q.required))
  const place = places.find((p) => p.kind === 'neighbourhood' && p.institution === null)
  if (!topic || !place) throw new Error('the demo municipality has no topic or place to measure with')
  const officer = (id: string | null) => house.account('officer', directorates.find((d) => d.id === id)?.slug)
  let told = 0
  return {
    lead: officer(topic.leadId), supporting: officer(topic.supportingIds[0]!),
    next(kind) {
      const n = ++told
      return {
        id: uuidv7(), kind, channel: 'counter', said: `Ölçüm kaydı ${n}. Sokağın girişinde geçilmiyor, araçlar dönüp gidiyor.`, topicId: topic.id, where: { placeId: place.id, words: 'Okulun önü' },
        reporter: { name: `Ölçüm ${n}`, phone: `+90500000${String(1000 + n).padStart(4, '0')}`, mayMessage: true },
      }
    },
  }
}
