/** The shapes of a municipality's rows before they have ids: they point at one another by slug, a stable key. */
import type { z } from 'zod'
import type { Holiday, Promised } from '../../contracts/calendars.ts'
import type { Channel } from '../../contracts/cases.ts'
import type { Bilingual, Language } from '../../contracts/kit.ts'
import type { Role } from '../../contracts/permissions.ts'
import type { PlaceKind } from '../../contracts/places.ts'
import type { CaseKind, Cause as CauseSchema, Question, TopicLoop } from '../../contracts/routing.ts'

type Cause = z.infer<typeof CauseSchema>
export type { Bilingual, CaseKind, Cause, Holiday, Promised, Question }

export type Municipality = {
  name: Bilingual
  province: string
  /** Plate code and district as the official lists of places spell them. */
  provinceCode: '13'
  district: string
  metropolitan: boolean
  zone: string
  /** Good to about a kilometre. */
  centre: { lat: number; lon: number }
  mainNumber: string
  /** E.164. Rings when no operator is ready. */
  nightMobile: string
}

export type Queue = { slug: string; name: Bilingual }

export type IncomingNumber = {
  /** As the trunk presents it: E.164, or a short number as dialled. */
  number: string
  name: Bilingual
  greeting: Bilingual
  queue: string
  /** Whose line this was; null for the municipality's own. */
  directorate: string | null
}

export type Place = {
  slug: string
  kind: PlaceKind
  name: string
  /** The village a hamlet belongs to. */
  parent: string | null
  /** Who serves this place; null: the municipality. */
  institution: string | null
}

/** A place people name instead of an address. Without `place` it serves as words only. */
export type Landmark = { slug: string; name: Bilingual; synonyms: readonly string[]; place: string | null }

/** ISO weekdays, 1 = Monday. Times are civil, in the municipality's zone; '24:00' ends a day. */
export type Stretch = { days: readonly number[]; from: string; to: string }
export type Calendar = { slug: string; name: Bilingual; week: readonly Stretch[]; keepsHolidays: boolean }

export type Directorate = { slug: string; name: Bilingual; does: Bilingual; calendar: string; onCall: boolean }

export type Institution = {
  slug: string
  name: Bilingual
  /** Only numbers published nationwide; the rest are left to the administrator rather than guessed. */
  phone: string | null
  /** What the operator tells the citizen. */
  tell: Bilingual
}

export type TopicGroup = { slug: string; name: Bilingual }

export type Topic = {
  slug: string
  group: string
  name: Bilingual
  /** How people say it. Stored as spoken; search folds both sides. */
  synonyms: readonly string[]
  /** Null: any kind. */
  kinds: readonly CaseKind[] | null
  emergency: boolean
  lead: string
  supporting: readonly string[]
  promised: Promised
  questions: readonly Question[]
  causes: readonly Cause[]
  nearbyMetres: number
  /** About a person: never offered as "same problem nearby". */
  personal: boolean
  anonymousAllowed: boolean
  /** Set where the topic as a whole belongs to another body; the lead then sees that it is handed over. */
  institution: string | null
  /** Done also for places another institution serves: fire, a tax, a burial. */
  everywhere?: boolean
  /** How the loop runs, where it is not the usual way. */
  loop?: z.input<typeof TopicLoop>
}

export type Message = {
  key: string
  channel: 'sms' | 'mail' | 'voice'
  tr: string
  en: string
  subject: Bilingual | null
}

/** `answers`: a call closed with this code still says which topic it was about. */
export type WrapUpCode = { code: string; name: Bilingual; answers: boolean }
/** `minutes`: how long such a pause usually lasts; beyond it the supervisor sees it marked. */
export type PauseReason = { code: string; name: Bilingual; minutes: number }
export type ReturnReason = { code: string; name: Bilingual }

export type Staff = {
  login: string
  email: string
  name: string
  role: Role
  directorate?: string
  /** Where the person is reached on call. */
  mobile?: string
  /** The place of a muhtar. */
  speaksFor?: string
}

export type Citizen = {
  slug: string
  name: string
  phone: string
  language: Language
  place: string
  street: string | null
  note: string | null
  /** The place she is muhtar of. */
  muhtarOf?: string
}

export type PastCase = {
  topic: string
  kind: CaseKind
  channel: Channel
  /** Null: anonymous. */
  citizen: string | null
  place: string
  landmark: string | null
  said: string
  daysAgo: number
  status: 'routed' | 'under_review' | 'returned' | 'handed_over' | 'closed'
}

export type Article = {
  kind: 'article' | 'announcement'
  title: Bilingual
  readOut: Bilingual
  body: Bilingual
  synonyms: readonly string[]
  topics: readonly string[]
  /** None: everywhere. */
  places: readonly string[]
  /** Null: the desk's own. */
  directorate: string | null
  /** Counted from the seeding, so that a demonstration has something that holds today. */
  fromHours: number | null
  untilHours: number | null
}
