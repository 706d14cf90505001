/** What the switch writes down by itself, as typed facts: call records (CEL) and the queue's log. */
import type { AmiMessage } from './ami.ts'

/** One call record. All channels of one conversation share `callId`. */
export type CallRecord = {
  kind: 'call'
  at: Date
  /** CHAN_START, ANSWER, HANGUP, … or one of the dialplan's own facts: cc-arrived, cc-queued, cc-ended, … */
  is: string
  callId: string
  /** The id of this channel; equal to `callId` for the one that began the call. */
  channelId: string
  /** `PJSIP/seat-…-00000001` and the like. */
  channel: string
  caller: string
  facts: Readonly<Record<string, string>>
}

/** One line of the queue's log: seats coming and going, ringing in vain, the switch starting. Whole seconds only. */
export type QueueRecord = { kind: 'queue'; at: Date; is: string; callId: string; queue: string; seat: string; rest: string[] }

export type SwitchRecord = CallRecord | QueueRecord

/** A line of Master.csv; undefined for one that a crash left unfinished. */
export function parseCallRecord(line: string): CallRecord | undefined {
  const columns = [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map((match) => match[1]!.replaceAll('""', '"'))
  const [is, seconds, caller, , , channel, , channelId, callId, , extra] = columns
  if (!is || extra === undefined || !callId || !(Number(seconds) > 0)) return undefined
  return { kind: 'call', at: moment(seconds!), is, callId, channelId: channelId!, channel: channel!, caller: caller!, facts: factsOf(extra) }
}

/** The same record as it comes live; undefined when the event is something else. */
export function callRecordOf(event: AmiMessage): CallRecord | undefined {
  if (event.Event !== 'CEL' || !event.LinkedID) return undefined
  return {
    kind: 'call',
    at: moment(event.Timestamp ?? '0'),
    is: event.EventName ?? '',
    callId: event.LinkedID,
    channelId: event.UniqueID ?? '',
    channel: event.Channel ?? '',
    caller: event.CallerIDnum ?? '',
    facts: factsOf(event.Extra ?? ''),
  }
}

export function parseQueueRecord(line: string): QueueRecord | undefined {
  const [seconds, callId, queue, seat, is, ...rest] = line.split('|')
  if (!is || !(Number(seconds) > 0)) return undefined
  const orNone = (text: string) => (text === 'NONE' ? '' : text)
  return { kind: 'queue', at: moment(seconds!), is, callId: orNone(callId!), queue: orNone(queue!), seat: orNone(seat!), rest }
}

const moment = (seconds: string) => new Date(Math.round(Number(seconds) * 1000))

/** Asterisk's own extras are JSON; the dialplan's are `name=value&…` inside it. */
function factsOf(extra: string): Record<string, string> {
  if (!extra.startsWith('{')) return {}
  try {
    const given = JSON.parse(extra) as Record<string, unknown>
    const ours = typeof given.extra === 'string' ? Object.fromEntries(given.extra.split('&').map(pair)) : {}
    const theirs = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]))
    return { ...theirs, ...ours }
  } catch {
    return {}
  }
}

function pair(text: string): [string, string] {
  const at = text.indexOf('=')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
