/** A small municipality with the country's calendar, and what people bring to its counter. */
import type { z } from 'zod'
import { RegisterStatutory, type Registered, type StepId } from '../../../contracts/statutory.ts'
import { calendars, holidays } from '../../demo/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { operator, type TestDesk } from '../../testing.ts'
import { seedCalendars, seedHolidays } from '../calendars/index.ts'
import { aTown, caseId, seeding, type Town } from '../cases/testing.ts'
import { register } from './statutory.ts'

export type { Town }
export async function aTownOfLaw(desk: TestDesk): Promise<Town> {
  const town = await aTown(desk)
  await desk.as(seeding, async (tx) => {
    await seedCalendars(tx, calendars)
    await seedHolidays(tx, holidays)
  })
  return town
}
type Given = z.input<typeof RegisterStatutory>
/** Whole: name, address and signature are there. */
export const aPaper = (town: Town, more: Partial<Given> = {}): RegisterStatutory => RegisterStatutory.parse({
  id: caseId(), statute: 'petition', channel: 'counter', receivedOn: '2026-03-02', name: 'Ayşe Yıldız', address: 'Saray Mahallesi, Gül Sokak 4', signed: true, subject: 'Yol onarımı', text: 'Sokağımızın yolu bozuk.',
  topicId: town.topic('pipe'), ...more,
})
export const registered = (desk: TestDesk, town: Town, more: Partial<Given> = {}, by: Actor = operator): Promise<Registered> => desk.as(by, (tx) => register(tx, aPaper(town, more), by))
export const stepId = () => newId<StepId>()
