/**
 * Reads one call out of the switch's records of it. Pure: the same records in any order, twice or with gaps after a crash,
 * give the same call. The dialplan's own events (`cc-…`) say what was meant; the switch's say what happened on the legs.
 */
import type { CallResult } from '../../../contracts/calls.ts'
import type { CallRecord } from './switch.ts'

export type ReadCall = {
  id: string
  direction: 'in' | 'out'
  from: string | null
  dialled: string
  queue: string | null
  emergency: boolean
  language: string | null
  arrivedAt: Date
  queuedAt: Date | null
  rangAt: Date | null
  answeredAt: Date | null
  endedAt: Date | null
  seat: string | null
  result: CallResult
  hungUpBy: 'caller' | 'operator' | 'system' | null
  recording: string | null
  message: string | null
}

/** `PJSIP/seat-0a1b2c3d-00000007` → `seat-0a1b2c3d`; undefined for any other channel. */
export const seatOf = (channel: string): string | undefined => /^PJSIP\/(seat-[0-9a-f]+)-/.exec(channel)?.[1]
const none = (text: string | undefined): string | null => (text ? text : null)

/** Undefined: not a call of the line (two seats talking, a number that is not ours). */
export function readCall(unsorted: readonly CallRecord[]): ReadCall | undefined {
  const records = [...unsorted].sort((a, b) => a.at.getTime() - b.at.getTime())
  const first = (event: string, of: (r: CallRecord) => boolean = () => true) => records.find((r) => r.event === event && of(r))
  const last = (event: string, of: (r: CallRecord) => boolean = () => true) => records.findLast((r) => r.event === event && of(r))
  const arrived = first('cc-arrived')
  const outside = first('cc-outside')
  const begin = arrived ?? outside
  if (!begin) return undefined

  const id = begin.callId
  const bySeat = (r: CallRecord) => seatOf(r.channel) !== undefined && r.legId !== begin.legId
  const byOther = (r: CallRecord) => seatOf(r.channel) === undefined && r.channel.startsWith('PJSIP/') && r.legId !== begin.legId
  const otherSide = arrived ? bySeat : byOther
  const rang = first('CHAN_START', otherSide)
  const answered = first('ANSWER', otherSide)
  const ended = last('cc-ended')
  const hangUp = last('HANGUP', (r) => r.legId === begin.legId)
  const over = last('LINKEDID_END') ?? hangUp ?? ended
  const queued = last('cc-queued')
  const byMobile = arrived && first('cc-mobile') ? first('ANSWER', byOther) : undefined
  // Gone before the dialplan came to a stage: the notice had not begun.
  const stage = ended?.facts.stage || (queued ? '' : 'notice')

  const call: ReadCall = {
    id, direction: arrived ? 'in' : 'out',
    from: arrived ? none(arrived.facts.caller) : null, dialled: begin.facts.dialled ?? begin.extension,
    queue: none(queued?.facts.queue), emergency: first('cc-emergency') !== undefined || queued?.facts.queue === 'emergency', language: none(begin.facts.language),
    arrivedAt: begin.at, queuedAt: first('cc-queued')?.at ?? null, rangAt: rang?.at ?? null, answeredAt: (answered ?? byMobile)?.at ?? null, endedAt: over?.at ?? null,
    seat: (arrived ? seatOf(answered?.channel ?? '') : seatOf(begin.channel)) ?? none(outside?.facts.seat),
    result: 'live', hungUpBy: null, recording: none(last('cc-recording')?.facts.file), message: none(ended?.facts.message),
  }
  if (!over) return call

  // When the other side hangs up the dialplan ends the first leg, and only the other leg's record tells who it was.
  const theirs = answered && last('HANGUP', (r) => r.legId === answered.legId)?.facts.hangupsource
  const own = hangUp?.facts.hangupsource ?? ''
  const source = own !== begin.channel && theirs ? theirs : own
  call.hungUpBy = source === '' ? 'system' : source === begin.channel ? (arrived ? 'caller' : 'operator') : seatOf(source) ? 'operator' : byOther({ ...begin, legId: '', channel: source }) && outside ? 'caller' : 'system'
  call.result = outside ? (answered ? 'out_answered' : 'out_no_answer')
    : answered ? 'answered'
    : byMobile ? 'forwarded'
    : first('cc-callback') ? 'call_back'
    : call.message ? 'voice_message'
    : resultOfStage(stage, hangUp?.facts.dialstatus === 'CANCEL')
  return call
}

/** @param ringing a seat was ringing when the caller left. The seat's line ends a moment before the caller's own, so its times cannot tell. */
function resultOfStage(stage: string, ringing: boolean): CallResult {
  if (stage === 'notice') return 'abandoned_notice'
  if (stage === 'greeting') return 'abandoned_greeting'
  if (stage === 'queue') return ringing ? 'abandoned_ringing' : 'abandoned_queue'
  return 'no_answer'
}

/** A call whose switch died: nothing will ever say how it ended. */
export const lost = (call: ReadCall, lastSeen: Date): ReadCall =>
  ({ ...call, endedAt: lastSeen, hungUpBy: 'system', result: call.direction === 'out' ? (call.answeredAt ? 'out_answered' : 'out_no_answer') : call.answeredAt ? 'answered' : 'lost' })

/** Which ends owe the caller a call of ours. */
export function owed(call: ReadCall): 'call_back' | 'voice_message' | 'abandoned' | undefined {
  if (call.result === 'call_back') return 'call_back'
  if (call.result === 'voice_message') return 'voice_message'
  if (call.from === null) return undefined
  return ['abandoned_queue', 'abandoned_ringing', 'no_answer', 'lost'].includes(call.result) ? 'abandoned' : undefined
}

/** What a call of ours was about, as the telephone said that made it. */
export function aboutOf(records: readonly CallRecord[]): { caseId: string; taskId: string } {
  const facts = records.find((one) => one.event === 'cc-outside')?.facts
  return { caseId: facts?.case ?? '', taskId: facts?.task ?? '' }
}
