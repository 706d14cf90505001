import { z } from 'zod'
import { Bilingual, Day, operation } from './kit.ts'

export const PromiseUnit = z.enum(['working', 'straight'])
/** How soon: hours of the directorate's working time, or hours by the clock. */
export const Promised = z.object({ hours: z.number().positive().max(10_000), unit: PromiseUnit })
export type Promised = z.infer<typeof Promised>
export const Holiday = z.object({ day: Day, /** Civil time from which the day is off, `13:00` on eves; null: all of it. */ from: z.string().nullable(), name: Bilingual })
export type Holiday = z.infer<typeof Holiday>

export const calendarsApi = {
  holidays: operation({ method: 'GET', path: '/holidays', may: 'signed-in', returns: z.array(Holiday), audit: 'none', summary: 'Public holidays and eves, sorted.' }),
}
