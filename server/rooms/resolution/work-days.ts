/** The days a citizen was told her work is done on. She hears only of other days, not of who comes and in which order. */
import type { CaseId } from '../../../contracts/cases.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { Bilingual } from '../../../contracts/kit.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { tellCitizens } from '../contact/index.ts'
import { directoratesByIds } from '../identity/index.ts'
import * as store from './work.store.ts'

/** As they were agreed. */
export const noteAgreedDays = (tx: Tx, caseId: CaseId, days: store.Days) => store.putToldDays(tx, caseId, days)

/** A message with the new days goes out when they are others than she was told. Where one order has no days yet, there is no new date to tell. */
export async function tellDays(tx: Tx, caseId: CaseId, directorateId: DirectorateId): Promise<void> {
  const told = await store.toldDays(tx, caseId), days = told && (await store.plannedDays(tx, caseId))
  if (!days || (days.from === told.from && days.to === told.to)) return
  await store.putToldDays(tx, caseId, days)
  const [directorate] = await directoratesByIds(tx, [directorateId])
  // Each change is a fact of its own: days may come back to what they were.
  await tellCitizens(tx, { caseId, fact: `work-days:${newId()}`, template: 'work-date-changed', fields: { gun: daysText(days), birim: directorate?.name ?? null } })
}

/** `23 Kasım 2026 Pazartesi`, or from one to another. */
export function daysText({ from, to }: store.Days): Bilingual {
  const day = (text: string, language: 'tr' | 'en') => {
    const part = Object.fromEntries(new Intl.DateTimeFormat(language === 'tr' ? 'tr' : 'en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).formatToParts(new Date(`${text}T00:00Z`)).map((p) => [p.type, p.value]))
    return language === 'tr' ? `${part.day} ${part.month} ${part.year} ${part.weekday}` : `${part.weekday} ${part.day} ${part.month} ${part.year}`
  }
  const both = (language: 'tr' | 'en') => (from === to ? day(from, language) : `${day(from, language)} – ${day(to, language)}`)
  return { tr: both('tr'), en: both('en') }
}
