/** A thing before anybody filled it, and the id it gets. */
import { uuidv7 } from 'uuidv7'
import type { SettingKind } from '../../../../contracts/settings.ts'
import { fold } from '../../../../contracts/fold.ts'
import { TopicLoop } from '../../../../contracts/routing.ts'
import type { Value } from './paths.ts'

const both = () => ({ tr: '', en: '' })
const pin = { lat: null, lon: null }
/** Kinds that are there from the beginning and are never made by hand. */
export const single: Partial<Record<SettingKind, string>> = { municipality: 'municipality', approval_rules: 'approval', contact_rules: 'contact', agreement_rules: 'agreement', line: 'line', emergency_rules: 'emergency', escalation_rules: 'escalation', statutory_rules: 'statutory_rules' }
export const fixed: readonly SettingKind[] = ['approval_rules', 'emergency_rules', 'escalation_rules', 'municipality', 'contact_rules', 'agreement_rules', 'line', 'statutory_rules', 'directorate_hours', 'staff']
/** Made only where the desk says that one is missing. */
export const onlyMissing: readonly SettingKind[] = ['message_template']

/** Empty, but for what nearly everyone would choose. */
export function blank(kind: SettingKind): Value {
  switch (kind) {
    case 'municipality': return { name: both(), zone: 'Europe/Istanbul', lat: null, lon: null, mainNumber: '' }
    case 'directorate': return { name: both(), does: both(), position: 0, directorId: null, deputyId: null, deputyMayorId: null, retired: false }
    case 'directorate_hours': return { calendarId: null, onCall: [] }
    case 'staff': return { name: '', email: '', roles: [], directorateId: null, phone: null, language: 'tr', left: false, placeIds: [] }
    case 'institution': return { name: both(), phone: null, tell: both(), position: 0, retired: false }
    case 'place': return { kind: 'neighbourhood', name: '', withinId: null, institutionId: null, population: null, ...pin, border: null, retired: false }
    case 'street': return { placeId: null, name: '', ...pin, retired: false }
    case 'landmark': return { name: both(), synonyms: [], placeId: null, ...pin, retired: false }
    case 'topic_group': return { name: both(), position: 0, retired: false }
    case 'topic': return {
      groupId: null, name: both(), synonyms: [], kinds: null, emergency: false, promised: { hours: 16, unit: 'working' }, questions: [], causes: [], nearbyMetres: 100,
      personal: false, anonymousAllowed: true, everywhere: false, leadId: null, supportingIds: [], institutionId: null, position: 0, retired: false, loop: TopicLoop.parse({}),
    }
    case 'calendar': return { name: both(), keepsHolidays: true, isDefault: false, week: [1, 2, 3, 4, 5].flatMap((weekday) => [{ weekday, from: '08:00', to: '12:00' }, { weekday, from: '13:00', to: '17:00' }]), retired: false }
    case 'holiday': return { day: null, from: null, name: both(), decree: true }
    case 'incoming_number': return { number: '', name: both(), greeting: 'greeting', queue: 'main', directorateId: null, language: 'tr', retired: false }
    case 'line': return { mobile: null, ownNumber: '' }
    case 'spoken_text': return { key: '', tr: '', en: '' }
    case 'message_template': return { key: '', channel: 'sms', subject: null, tr: '', en: '', commercial: false }
    case 'contact_rules': return { quietFrom: '21:30', quietTo: '08:00', bundleMinutes: 5, giveUpHours: 96 }
    case 'agreement_rules': return { tries: 3, windows: [{ from: '09:00', to: '12:00' }, { from: '13:00', to: '17:00' }, { from: '17:00', to: '20:00' }], daysBetween: 1 }
    case 'statutory_rules': return { petitionDays: 30, informationDays: 15, extendedDays: 30, paymentDays: 15, silenceDays: 30, warnEarly: 10, warnNear: 5, warnLast: 2 }
    case 'escalation_rules': return { steps: [{ key: 'due', when: 'due', amount: 0, whom: 'in_hand', mail: true }], phoneEmergencies: true, phoneTopicIds: [] }
    case 'emergency_rules': return { steps: [{ who: 'on_call', seconds: 60 }], ringSeconds: 45, againSeconds: 180, words: both() }
    case 'crew': return { directorateId: null, name: '', people: [], retired: false }
    case 'approval_rules': return { directorLimit: 'medium', bulk: ['none', 'small'] }
    case 'proposal_template': return { name: '', topicId: null, kind: 'solution', what: '', byWhom: null, costClass: 'none', citizenMust: null, alternatives: null, entersPrivate: false, costsCitizen: false, position: 0, retired: false }
    case 'pause_reason': return { code: '', name: both(), position: 0, retired: false }
    case 'wrap_up_code': return { code: '', name: both(), position: 0, answers: false, retired: false }
  }
}
/** The field that is the id of its kind; it stays as it was first saved. */
export const keyField: Partial<Record<SettingKind, string>> = { holiday: 'day', incoming_number: 'number', pause_reason: 'code', wrap_up_code: 'code', spoken_text: 'key' }
export function idFor(kind: SettingKind, value: Value): string {
  if (kind === 'message_template') return `${String(value.key)}:${String(value.channel)}`
  const key = keyField[kind]
  return key ? String(value[key]) : uuidv7()
}
type Keyed = { key: string; ask?: { tr: string }; name?: { tr: string }; label?: { tr: string }; choices?: Keyed[] }
/** The key of what was just added to a list; its name gives the lasting one when it is saved. */
export const freshKey = (list: readonly { key: string }[]): string => keyFrom('yeni', list.map((x) => x.key))
/** Gives what was added a key of its name. A key that was ever saved stays: old answers lean on it. */
export function withKeys<T extends Keyed>(list: readonly T[]): T[] {
  const taken = list.map((x) => x.key)
  return list.map((x, i) => {
    const name = (x.ask ?? x.name ?? x.label)?.tr
    const next = x.choices ? { ...x, choices: withKeys(x.choices) } : x
    if (!/^yeni(-\d+)?$/.test(x.key) || !name) return next
    taken[i] = keyFrom(name, taken.filter((_, n) => n !== i))
    return { ...next, key: taken[i] }
  })
}
/** A key from a name: `Çöp alınmadı mı?` → `cop-alinmadi-mi`; another end where it is taken. */
export function keyFrom(name: string, taken: readonly string[] = []): string {
  const stem = fold(name).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 36).replace(/-+$/, '') || 'x'
  let key = stem
  for (let n = 2; taken.includes(key); n++) key = `${stem}-${n}`
  return key
}
