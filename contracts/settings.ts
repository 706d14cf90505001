/** What a municipality decides for itself: rows that the console edits, each change with who, when, before and after. */
import { z } from 'zod'
import { Promised } from './calendars.ts'
import { EscalationStep } from './escalation.ts'
import { PagedWho } from './duty.ts'
import { DirectorateId, StaffId } from './identity.ts'
import { Bilingual, Cursor, Day, Done, idOf, Instant, Language, Latitude, Longitude, operation, Phone, words } from './kit.ts'
import { Role } from './permissions.ts'
import { InstitutionId, PlaceId, PlaceKind } from './places.ts'
import { CostClass, TemplateWords } from './proposals.ts'
import { CaseKind, Cause, Question, TopicId, TopicLoop } from './routing.ts'

/** `08:30`; `24:00` ends a day. */
export const ClockTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
const position = z.number().int().min(0).max(100_000).default(0)
/** Out of use: kept for what refers to it, offered for nothing new. */
const retired = z.boolean().default(false)
const pin = { lat: Latitude.nullable(), lon: Longitude.nullable() }
/** Longitude first, as GeoJSON has it (RFC 7946); rings closed. At most 20,000 corners in all. */
const Ring = z.array(z.tuple([Longitude, Latitude])).min(4).max(20_000)
export const Border = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1).max(200) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1).max(200)).min(1).max(200) }),
])
export type Border = z.infer<typeof Border>

export const WeekPeriod = z.object({ /** Monday is 1. */ weekday: z.number().int().min(1).max(7), from: ClockTime, to: ClockTime })
export const OnCallTurn = z.object({ staffId: StaffId, /** Null: until further notice. */ from: Instant.nullable(), to: Instant.nullable() })
export const CalendarId = idOf('calendar')
export type CalendarId = z.infer<typeof CalendarId>
export const GroupId = idOf('topic_group')
const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
/** As people dial it: `153`, `+904348271001`. */
export const Dialled = z.string().regex(/^\+?\d{3,15}$/)

/** The shape of each kind. The id is a UUID made by the browser, or the key named beside the kind. */
export const settingValues = {
  /** Id `municipality`. */
  municipality: z.object({ name: Bilingual, zone: words(60), lat: Latitude, lon: Longitude, mainNumber: words(20) }),
  directorate: z.object({ name: Bilingual, does: Bilingual, position, directorId: StaffId.nullable(), deputyId: StaffId.nullable(), /** Approves what is above the director's limit. */ deputyMayorId: StaffId.nullable().default(null), retired }),
  /** Id of the directorate: its working hours (null: the default ones) and who is on call, the first to ring first. */
  directorate_hours: z.object({ calendarId: CalendarId.nullable(), onCall: z.array(OnCallTurn).max(200) }),
  staff: z.object({ name: words(120), email: z.email().max(200), roles: z.array(Role).min(1), directorateId: DirectorateId.nullable(), phone: Phone.nullable(), language: Language, left: z.boolean(),
    /** For whom a muhtar speaks; nobody else has any. */
    placeIds: z.array(PlaceId).max(200).default([]) }),
  institution: z.object({ name: Bilingual, phone: Phone.nullable(), tell: Bilingual, position, retired }),
  place: z.object({ kind: PlaceKind, name: words(120), withinId: PlaceId.nullable(), institutionId: InstitutionId.nullable(), population: z.number().int().min(0).max(50_000_000).nullable().default(null), ...pin, border: Border.nullable(), retired }),
  street: z.object({ placeId: PlaceId, name: words(120), ...pin, retired }),
  landmark: z.object({ name: Bilingual, synonyms: z.array(words(120)).max(50), placeId: PlaceId.nullable(), ...pin, retired }),
  topic_group: z.object({ name: Bilingual, position, retired }),
  topic: z.object({
    groupId: GroupId, name: Bilingual, synonyms: z.array(words(120)).max(200), kinds: z.array(CaseKind).min(1).nullable(), emergency: z.boolean(), promised: Promised,
    questions: z.array(Question.extend({ key: code })).max(30), causes: z.array(Cause.extend({ key: code })).max(40), nearbyMetres: z.number().int().min(0).max(20_000),
    personal: z.boolean(), anonymousAllowed: z.boolean(), everywhere: z.boolean(), leadId: DirectorateId.nullable(), supportingIds: z.array(DirectorateId).max(20),
    institutionId: InstitutionId.nullable(), position, retired, loop: TopicLoop.prefault({}),
  }),
  calendar: z.object({ name: Bilingual, keepsHolidays: z.boolean(), isDefault: z.boolean(), week: z.array(WeekPeriod).max(60), retired }),
  /** Id: the day. `from`: civil time at which work ends; null: the whole day is off. */
  holiday: z.object({ day: Day, from: ClockTime.regex(/^(?!24)/).nullable(), name: Bilingual, /** By decree: not in the law's own list. */ decree: z.boolean().default(false) }),
  /** Id: the number. */
  incoming_number: z.object({ number: Dialled, name: Bilingual, greeting: code, queue: code, directorateId: DirectorateId.nullable(), language: Language, retired }),
  /** Id `line`: who rings when no operator is ready, and the number shown when we call. */
  line: z.object({ mobile: Phone.nullable(), ownNumber: Dialled }),
  /** Id `emergency`: who is rung when somebody is in danger, in which order, and what is said. `{konu}`, `{yer}`, `{soz}`: topic, place, and what was told. */
  emergency_rules: z.object({
    steps: z.array(z.object({ who: PagedWho, seconds: z.number().int().min(20).max(900) })).min(1).max(12), ringSeconds: z.number().int().min(15).max(120), againSeconds: z.number().int().min(60).max(3600),
    words: z.object({ tr: words(600), en: words(600) }),
  }),
  /** Id: its key. What the switch says; spoken anew when it changes. */
  spoken_text: z.object({ key: code, tr: words(600), en: words(600) }),
  /** Id: `key:channel`. */
  message_template: z.object({ key: code, channel: z.enum(['sms', 'mail', 'voice']), subject: Bilingual.nullable(), tr: words(2000), en: words(2000),
    /** Advertising: goes only to who has said yes to that. */
    commercial: z.boolean().default(false) }),
  /** Id `contact`. Between `quietFrom` and `quietTo` no SMS goes out unless it is urgent; equal: at any hour. */
  contact_rules: z.object({ quietFrom: ClockTime.regex(/^(?!24)/), quietTo: ClockTime.regex(/^(?!24)/), bundleMinutes: z.number().int().min(0).max(120), giveUpHours: z.number().int().min(24).max(336) }),
  /** People who work outside together. */
  crew: z.object({ directorateId: DirectorateId, name: words(80), people: z.array(StaffId).max(50), retired }),
  /** Id `agreement`. How often a citizen is called about a solution, in which parts of the day, and how many days lie between two calls. */
  agreement_rules: z.object({ tries: z.number().int().min(1).max(6), windows: z.array(z.object({ from: ClockTime, to: ClockTime })).min(1).max(6), daysBetween: z.number().int().min(0).max(14) }),
  /** Id: the code. */
  pause_reason: z.object({ code, name: Bilingual, position, retired }),
  /** Id: the code. `answers`: wants the topic that was asked about. */
  wrap_up_code: z.object({ code, name: Bilingual, position, answers: z.boolean(), retired }),
  /** Id `statutory_rules`: the days of laws 3071 and 4982, and how long before the last one is warned. */
  statutory_rules: z.object({
    petitionDays: z.number().int().min(1).max(365), informationDays: z.number().int().min(1).max(60), extendedDays: z.number().int().min(1).max(120), paymentDays: z.number().int().min(1).max(60),
    silenceDays: z.number().int().min(1).max(365), warnEarly: z.number().int().min(2).max(60), warnNear: z.number().int().min(1).max(60), warnLast: z.number().int().min(0).max(60),
  }),
  /** Id `escalation`: who hears when a promise runs out, and for what people are telephoned at night. */
  escalation_rules: z.object({ steps: z.array(EscalationStep).min(1).max(20), phoneEmergencies: z.boolean(), phoneTopicIds: z.array(TopicId).max(500) }),
  /** Id `approval`: up to which cost a director decides alone, and which may be approved several at once. */
  approval_rules: z.object({ directorLimit: CostClass, bulk: z.array(CostClass).max(4) }),
  /** Words that a directorate's part of a proposal can begin with; without a topic for all. */
  proposal_template: TemplateWords.extend({ name: words(120), topicId: TopicId.nullable(), position, retired }),
} as const
export type SettingKind = keyof typeof settingValues
export type SettingValue<K extends SettingKind> = z.output<(typeof settingValues)[K]>
export const settingKinds = Object.keys(settingValues) as [SettingKind, ...SettingKind[]]
export const SettingKind = z.enum(settingKinds)

const asGiven = <K extends SettingKind>(kind: K) => z.object({
  kind: z.literal(kind), id: z.string().min(1).max(160),
  /** The one last read; 0 for what nobody has edited yet, and for what is new. */
  version: z.number().int().min(0), value: settingValues[kind],
  /** Meant as new: refused when this key is there already, instead of changing what stands there. */
  isNew: z.boolean().optional(),
})
type OneSave<K extends SettingKind> = ReturnType<typeof asGiven<K>>
type Saves = { [K in SettingKind]: OneSave<K> }[SettingKind]
/** One thing of one kind, whole. */
export const SaveSetting = z.discriminatedUnion('kind', settingKinds.map((kind) => asGiven(kind)) as unknown as [Saves, ...Saves[]])

const AnyValue = z.record(z.string(), z.unknown())
/** Where a thing is used: what, and how often. The keys have texts: `topics`, `cases`, `staff` … */
export const Uses = z.record(z.string(), z.number().int())
export type Uses = z.infer<typeof Uses>
export const SettingRow = z.object({ id: z.string(), version: z.number().int(), value: AnyValue, changedAt: Instant.nullable(), changedBy: z.string().nullable() })
export type SettingRow = z.infer<typeof SettingRow>

export const ChangeId = idOf('change')
export type ChangeId = z.infer<typeof ChangeId>
/** `before` is null when the thing was made, `after` when it was deleted. */
export const Change = z.object({
  id: ChangeId, kind: SettingKind, thingId: z.string(), version: z.number().int(), at: Instant, by: z.string(), before: AnyValue.nullable(), after: AnyValue.nullable(),
  /** Part of one import. */
  batch: z.string().nullable(), undoes: ChangeId.nullable(), undone: z.boolean(),
  /** The newest of its thing: only that can be undone. */
  newest: z.boolean(),
})
export type Change = z.infer<typeof Change>
/** Everything a room can find missing; each has words in the console. A room that finds something new adds its code here. */
export const missingCodes = [
  'municipality_unnamed', 'municipality_unnamed_english', 'municipality_centre', 'no_directorates', 'directorate_without_people', 'directorate_without_director', 'no_operator',
  'no_default_calendar', 'calendar_without_hours', 'holidays_end', 'nobody_on_call', 'on_call_without_phone', 'no_places', 'no_topics', 'topic_lead_without_people', 'topic_lead_retired',
  'topic_without_synonyms', 'no_number', 'no_mobile', 'no_sms', 'no_mail', 'no_synthesiser', 'spoken_failed', 'template_missing', 'nobody_approves', 'deputy_mayor_approves',
] as const
/** What is still missing, and how much it hurts: no call or case can come through, something works only half, or it would be better. */
export const Missing = z.object({ code: z.enum(missingCodes), hurts: z.enum(['stops', 'half', 'advice']), kind: SettingKind, thingId: z.string().nullable(), facts: z.record(z.string(), z.union([z.string(), z.number()])) })
export type Missing = z.infer<typeof Missing>

const ofThing = z.object({ kind: SettingKind, id: z.string().min(1).max(160) })
export const settingsApi = {
  settings: operation({
    method: 'GET', path: '/settings/:kind', may: 'setting.read', params: z.object({ kind: SettingKind }), returns: z.array(SettingRow), audit: 'none',
    summary: 'All of one kind, retired ones included, in the order people look for them. Places come without borders.',
  }),
  setting: operation({
    method: 'GET', path: '/settings/:kind/:id', may: 'setting.read', params: ofThing, returns: SettingRow.extend({ uses: Uses }), audit: 'none', refuses: ['setting.not_found'],
    summary: 'One thing, whole, and where it is used.',
  }),
  saveSetting: operation({
    method: 'PUT', path: '/settings', may: 'setting.write', body: SaveSetting, returns: SettingRow, refuses: [
      'setting.newer', 'setting.in_use', 'setting.key_fixed', 'setting.name_taken', 'setting.unknown_reference', 'setting.retired_reference',
      'directorate.no_people', 'topic.no_directorate', 'topic.lead_twice', 'topic.institution_and_directorate', 'topic.group_not_empty', 'topic.key_twice', 'topic.too_few_choices', 'calendar.no_hours', 'calendar.periods_overlap', 'calendar.default_needed', 'calendar.period_backwards', 'holiday.day_taken', 'on_call.ends_first', 'on_call.twice', 'on_call.elsewhere', 'staff.leave_instead', 'identity.has_left', 'setting.not_found',
      'place.border_crosses', 'place.border_open', 'place.border_fine', 'place.within_itself', 'place.pin_half', 'staff.last_administrator', 'identity.email_taken', 'identity.directorate_needed', 'identity.place_needed', 'template.unknown_field', 'template.suffix', 'template.too_long', 'agreement.windows_few', 'agreement.window_backwards', 'agreement.windows_overlap', 'agreement.window_quiet', 'line.last_number', 'line.number_form', 'spoken.too_long', 'escalation.step_twice', 'escalation.amount_wrong', 'statute.extension_short', 'statute.warnings_order',
    ],
    summary: 'Makes or changes one thing. What somebody else changed since is not overwritten: `setting.newer` says who and when.',
  }),
  deleteSetting: operation({
    method: 'DELETE', path: '/settings/:kind/:id/:version', may: 'setting.write', params: ofThing.extend({ version: z.coerce.number().int().min(0) }), returns: Done,
    refuses: ['setting.not_found', 'setting.newer', 'setting.in_use', 'setting.stays', 'calendar.default_needed'], summary: 'Deletes what is used nowhere; what is in use can be retired.',
  }),
  changes: operation({
    method: 'GET', path: '/setting-changes', may: 'setting.read', query: z.object({ kind: SettingKind.optional(), id: z.string().max(160).optional(), after: Cursor.optional() }),
    returns: z.object({ rows: z.array(Change), next: Cursor.nullable() }), audit: 'none',
    summary: 'Who changed what, when, from what to what; newest first, 50 a page. Of a border only its type, its corners and a digest.',
  }),
  change: operation({
    method: 'GET', path: '/setting-changes/:changeId', may: 'setting.read', params: z.object({ changeId: ChangeId }), returns: Change, audit: 'none', refuses: ['change.not_found'],
    summary: 'One change, whole.',
  }),
  undoChange: operation({
    method: 'POST', path: '/setting-changes/:changeId/undo', may: 'setting.write', params: z.object({ changeId: ChangeId }), returns: Done,
    refuses: ['change.not_found', 'change.not_newest', 'setting.newer', 'setting.in_use', 'setting.stays', 'setting.name_taken', 'setting.unknown_reference', 'setting.retired_reference', 'identity.email_taken', 'staff.leave_instead', 'staff.last_administrator', 'calendar.default_needed'],
    summary: 'Sets a thing back to what it was before its newest change. The undoing is a change itself.',
  }),
  undoBatch: operation({
    method: 'POST', path: '/setting-changes/batch/:batch/undo', may: 'setting.write', params: z.object({ batch: z.uuid() }), returns: z.object({ undone: z.number().int(), kept: z.number().int() }),
    refuses: ['change.not_found'], summary: 'Takes a whole import back; what was changed or used since stays and is counted.',
  }),
  checklist: operation({ method: 'GET', path: '/setting-checklist', may: 'setting.read', returns: z.array(Missing), audit: 'none', summary: 'What is still missing, and what happens if it stays so; what stops the desk first.' }),
}
