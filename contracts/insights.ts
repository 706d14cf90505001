import { z } from 'zod'
import { CaseId, CaseStatus } from './cases.ts'
import { Presence } from './calls.ts'
import { DirectorateId, StaffId } from './identity.ts'
import { Bilingual, Day, Done, Instant, operation } from './kit.ts'
import { PlaceId } from './places.ts'
import { TopicId } from './routing.ts'

/** Hours from a case's opening to its end. Quartiles by linear interpolation; null when nothing ended. */
export const Spread = z.object({ n: z.number().int(), median: z.number().nullable(), p25: z.number().nullable(), p75: z.number().nullable(), p90: z.number().nullable() })
export type Spread = z.infer<typeof Spread>

/** Of one period, incoming calls only; each call belongs to the day it arrived. Seconds. */
export const CallFigures = z.object({
  offered: z.number().int(),
  /** By an operator, or by the mobile that rings when none is ready. */
  answered: z.number().int(), forwarded: z.number().int(),
  /** Gone before anybody answered, by where they were. */
  missed: z.object({ notice: z.number().int(), greeting: z.number().int(), queue: z.number().int(), ringing: z.number().int(), other: z.number().int() }),
  messages: z.number().int(), callBacks: z.number().int(), refused: z.number().int(),
  /** Calls owed from the period or before that were made good in it, and those still owed at its end. */
  calledBack: z.number().int(), stillOwed: z.number().int(),
  waitMean: z.number().nullable(), waitP90: z.number().nullable(), waitLongest: z.number().nullable(), talkMean: z.number().nullable(),
  /** Answered within so many seconds of joining the queue: of the answered; and, counting those who left within them as served, of all who waited. Two usual formulas, both shown. */
  target: z.number().int(), levelOfAnswered: z.number().nullable(), levelOfAll: z.number().nullable(),
})
export type CallFigures = z.infer<typeof CallFigures>
export const CaseFigures = z.object({
  opened: z.number().int(), emergencies: z.number().int(), closed: z.number().int(), handedOver: z.number().int(),
  /** At the end of the period: open; of these past their promise; of these with no word to the citizen for `silentDays`. */
  open: z.number().int(), late: z.number().int(), silent: z.number().int(), solution: Spread,
})
export type CaseFigures = z.infer<typeof CaseFigures>
export const ReportPeriod = z.enum(['day', 'week', 'month'])
export type ReportPeriod = z.infer<typeof ReportPeriod>
const Named = { name: Bilingual }
export const Report = z.object({
  period: ReportPeriod, /** First and last civil day. */ from: Day, to: Day,
  /** The moment it tells of: the end of the period, or now while it lasts. */
  until: Instant, running: z.boolean(), silentDays: z.number().int(),
  /** Null for whoever does not see the line: a director. */
  calls: CallFigures.nullable(), callsBefore: CallFigures.nullable(),
  cases: CaseFigures, casesBefore: CaseFigures,
  byDirectorate: z.array(CaseFigures.extend({ id: DirectorateId.nullable(), ...Named })),
  byPlace: z.array(z.object({ id: PlaceId.nullable(), name: z.string(), opened: z.number().int(), open: z.number().int(), late: z.number().int() })),
  /** Ten most opened; `usual` is the mean of the four periods before. */
  byTopic: z.array(z.object({ id: TopicId, ...Named, opened: z.number().int(), usual: z.number() })),
})
export type Report = z.infer<typeof Report>

/** One person's day at the desk. */
export const OwnDay = z.object({
  day: Day, name: z.string(),
  calls: z.object({ answered: z.number().int(), out: z.number().int(), talkSeconds: z.number(), talkMean: z.number().nullable(), opened: z.number().int() }),
  /** What she was doing, in order; `to` null: still. A spell that reaches over midnight is cut there. */
  spells: z.array(z.object({ state: Presence, reason: z.string().nullable(), from: Instant, to: Instant.nullable() })),
  /** Cases she opened: that day, and earlier ones that fall due that day; at most 200. */
  cases: z.array(z.object({ id: CaseId, number: z.string(), topic: Bilingual, place: z.string().nullable(), status: CaseStatus, openedAt: Instant, dueAt: Instant.nullable(), dueThatDay: z.boolean() })),
})
export type OwnDay = z.infer<typeof OwnDay>

export const insightsApi = {
  ownDay: operation({ method: 'GET', path: '/own-day', may: 'call.take', query: z.object({ day: Day }), returns: OwnDay, audit: 'none', refuses: ['report.future'], summary: 'My own day at the desk.' }),
  dayOfStaff: operation({
    method: 'GET', path: '/own-day/:staffId', may: 'day.read', params: z.object({ staffId: StaffId }), query: z.object({ day: Day }), returns: OwnDay, audit: 'personal', refuses: ['report.future', 'identity.not_found'],
    summary: 'A colleague’s day, for whoever answers for her; that it was looked at is kept.',
  }),
  report: operation({
    method: 'GET', path: '/report', may: 'report.read', query: z.object({ day: Day, period: ReportPeriod.default('day') }), returns: Report, audit: 'none', refuses: ['report.future'],
    summary: 'The figures of a day, of the week (Monday to Sunday) or of the month around it, beside the one before. No names.',
  }),
  reportMail: operation({
    method: 'GET', path: '/report/mail', may: 'report.read', audit: 'none', summary: 'Whether I get the report by mail, and whether a mail server is connected at all.',
    returns: z.object({ daily: z.boolean(), weekly: z.boolean(), email: z.string(), connected: z.boolean() }),
  }),
  setReportMail: operation({
    method: 'POST', path: '/report/mail', may: 'report.read', body: z.object({ daily: z.boolean(), weekly: z.boolean() }), returns: Done,
    summary: 'The report of yesterday each morning at seven, that of the week on Mondays.',
  }),
}
