/** What fields point at, and how things are called. */
import type { Bilingual } from '../../../../contracts/kit.ts'
import type { SettingKind, SettingRow } from '../../../../contracts/settings.ts'
import type { Language } from '../../text.ts'
import { isBoth, type Value } from './paths.ts'

/** What a field that holds an id points at. */
export const pointsAt: Record<string, SettingKind> = {
  directorId: 'staff', deputyId: 'staff', deputyMayorId: 'staff', staffId: 'staff', people: 'staff', directorateId: 'directorate', leadId: 'directorate', supportingIds: 'directorate', institutionId: 'institution',
  placeId: 'place', placeIds: 'place', topicId: 'topic', withinId: 'place', groupId: 'topic_group', calendarId: 'calendar', greeting: 'spoken_text',
}
/** How a thing is called: its name, else its key. */
export function nameOf(value: Value, language: Language): string {
  const { name } = value
  if (isBoth(name)) return (name as Bilingual)[language] || name.tr
  return String(name || value.number || value.key || value.code || value.day || '')
}
export type Names = {
  /** Undefined while it is not known, or gone. */
  of: (kind: SettingKind, id: unknown) => string | undefined
  rows: (kind: SettingKind) => readonly SettingRow[]
  ready: boolean
}
/** All that anything can point at. */
export const everyNamed: readonly SettingKind[] = ['staff', 'directorate', 'institution', 'place', 'topic_group', 'calendar']
