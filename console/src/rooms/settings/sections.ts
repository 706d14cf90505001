/** The parts of the administration area, in the order of its tree. */
import { settingKinds, type SettingKind } from '../../../../contracts/settings.ts'

export type Group = 'people' | 'town' | 'line'
/** Kinds one can go to; those of `below` stand under another one. */
export const tree: readonly { group: Group; kinds: readonly { kind: SettingKind; below?: true }[] }[] = [
  { group: 'people', kinds: [{ kind: 'municipality' }, { kind: 'directorate' }, { kind: 'staff' }, { kind: 'crew' }, { kind: 'calendar' }, { kind: 'holiday' }, { kind: 'escalation_rules' }, { kind: 'statutory_rules' }] },
  { group: 'town', kinds: [{ kind: 'place' }, { kind: 'street', below: true }, { kind: 'landmark', below: true }, { kind: 'institution' }, { kind: 'topic' }, { kind: 'proposal_template' }, { kind: 'approval_rules' }] },
  { group: 'line', kinds: [{ kind: 'incoming_number' }, { kind: 'line' }, { kind: 'emergency_rules' }, { kind: 'spoken_text' }, { kind: 'message_template' }, { kind: 'contact_rules' }, { kind: 'agreement_rules' }, { kind: 'pause_reason' }, { kind: 'wrap_up_code' }] },
]
/** Edited on the page of another kind, or listed there. */
const at: Partial<Record<SettingKind, SettingKind>> = { directorate_hours: 'directorate' }
const listedAt: Partial<Record<SettingKind, SettingKind>> = { ...at, topic_group: 'topic' }

export const isKind = (word: string): word is SettingKind => (settingKinds as readonly string[]).includes(word)
/** The page on which a thing of this kind is edited. */
export const pageOf = (kind: SettingKind): SettingKind => at[kind] ?? kind
export const listOf = (kind: SettingKind): SettingKind => listedAt[kind] ?? kind

/** What a new desk fills in, each step leaning on the ones before. */
export const steps: readonly { kind: SettingKind; with?: readonly SettingKind[] }[] = [
  { kind: 'municipality' }, { kind: 'calendar', with: ['holiday'] }, { kind: 'directorate', with: ['directorate_hours'] }, { kind: 'staff' }, { kind: 'institution' }, { kind: 'place', with: ['street', 'landmark'] },
  { kind: 'topic', with: ['topic_group'] }, { kind: 'incoming_number', with: ['line', 'spoken_text'] }, { kind: 'message_template' },
]
/** The lists that show who uses a thing when they are searched by its name: by its kind, and by the key of the use. */
export const usesAt: Partial<Record<SettingKind, Record<string, SettingKind>>> = {
  directorate: { topics: 'topic', staff: 'staff', numbers: 'incoming_number' }, institution: { topics: 'topic', places: 'place' }, place: { places: 'place', streets: 'street', landmarks: 'landmark' },
  staff: { directs: 'directorate' },
}
/** The field that a missing point is about. */
export const fieldOfMissing: Record<string, string> = {
  municipality_unnamed: 'name.tr', municipality_unnamed_english: 'name.en', municipality_centre: 'lat', directorate_without_director: 'directorId', no_default_calendar: 'isDefault', nobody_on_call: 'onCall', on_call_without_phone: 'phone',
  topic_lead_without_people: 'leadId', topic_lead_retired: 'leadId', topic_without_synonyms: 'synonyms', no_mobile: 'mobile',
}
