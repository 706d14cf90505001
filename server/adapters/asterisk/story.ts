/** Folds call records into one row per call. Pure: the same records give the same row, in one go or over a week. */
import type { CallRecord } from './records.ts'

export type CallResult = 'live' | 'answered' | 'abandoned_notice' | 'abandoned_greeting' | 'abandoned_queue' | 'abandoned_ringing' |
  'call_back' | 'voice_message' | 'forwarded' | 'no_answer' | 'refused' | 'lost' | 'out_answered' | 'out_no_answer'

export type Ring = { seat: string; channelId: string; at: Date; until: Date | null; answered: boolean }

export type CallStory = {
  callId: string
  direction: 'in' | 'out'
  /** The citizen's number as the line gave it; null when withheld or malformed. */
  from: string | null
  dialled: string
  directorate: string | null
  queue: string | null
  emergency: boolean
  arrivedAt: Date
  queuedAt: Date | null
  rangAt: Date | null
  answeredAt: Date | null
  endedAt: Date | null
  rings: Ring[]
  /** Who answered, or who called out. */
  seat: string | null
  stage: string
  askedCallBack: boolean
  forwardedAt: Date | null
  /** What the browser said this outgoing call is about. */
  about: { caseId: string | null; taskId: string | null }
  /** File in the recordings' folder. */
  recording: string | null
  message: string | null
  result: CallResult
  hungUpBy: 'caller' | 'operator' | 'system' | null
}

/** Less than this was a breath after the tone, not a message: bytes of 16 bit samples at 8 kHz, half a second. */
const shortestMessage = 8_000

/** The call after this record; undefined while the records are of no call of the desk (a seat ringing a seat, a wrong number). */
export function tell(story: CallStory | undefined, record: CallRecord): CallStory | undefined {
  const { facts, at } = record
  if (!story) return begin(record)
  switch (record.is) {
    case 'cc-queued':
      return { ...story, stage: 'queue', queuedAt: story.queuedAt ?? at, queue: facts.queue || story.queue }
    case 'cc-emergency':
      return { ...story, emergency: true }
    case 'cc-callback':
      return { ...story, askedCallBack: true }
    case 'cc-mobile':
      return { ...story, stage: 'mobile' }
    case 'cc-recording':
      return { ...story, recording: facts.file ?? null }
    case 'cc-ended':
      return { ...story, stage: facts.stage || story.stage, message: Number(facts.bytes) >= shortestMessage ? facts.message! : story.message }
    case 'CHAN_START':
      return rang(story, record)
    case 'ANSWER':
      return answered(story, record)
    case 'HANGUP':
      return hungUp(story, record)
    case 'LINKEDID_END':
      return end(story, at)
    default:
      return story
  }
}

/** The switch died with this call in it: nobody wrote down its end. */
export function lose(story: CallStory, at: Date): CallStory {
  return story.endedAt ? story : { ...closeRings(story, at), endedAt: at, result: 'lost', hungUpBy: 'system' }
}

function begin({ is, callId, at, facts, channel }: CallRecord): CallStory | undefined {
  const direction = is === 'cc-arrived' ? 'in' : is === 'cc-outside' || is === 'cc-refused' ? 'out' : undefined
  if (!direction) return undefined
  return {
    callId, direction,
    from: facts.caller || null,
    dialled: facts.dialled ?? '',
    directorate: facts.directorate || null,
    queue: null, emergency: false,
    arrivedAt: at, queuedAt: null, rangAt: null, answeredAt: null, endedAt: null,
    rings: [],
    seat: direction === 'out' ? seatOf(channel) : null,
    stage: is === 'cc-refused' ? 'refused' : direction === 'out' ? 'outside' : 'notice',
    askedCallBack: false, forwardedAt: null,
    about: { caseId: facts.case || null, taskId: facts.task || null },
    recording: null, message: null, result: 'live', hungUpBy: null,
  }
}

function rang(story: CallStory, { channel, channelId, at }: CallRecord): CallStory {
  if (channelId === story.callId) return story
  const seat = seatOf(channel)
  const rangAt = story.rangAt ?? at
  if (!seat || story.direction === 'out') return { ...story, rangAt }
  return { ...story, rangAt, rings: [...story.rings, { seat, channelId, at, until: null, answered: false }] }
}

function answered(story: CallStory, { channel, channelId, at }: CallRecord): CallStory {
  if (channelId === story.callId) return story // an incoming call is answered by the switch at once
  if (story.direction === 'out') return { ...story, answeredAt: story.answeredAt ?? at }
  const seat = seatOf(channel)
  if (!seat) return { ...story, forwardedAt: story.forwardedAt ?? at }
  const rings = story.rings.map((ring) => (ring.channelId === channelId ? { ...ring, answered: true } : ring))
  return { ...story, rings, seat: story.seat ?? seat, answeredAt: story.answeredAt ?? at }
}

function hungUp(story: CallStory, { channel, channelId, at, facts }: CallRecord): CallStory {
  const rings = story.rings.map((ring) => (ring.channelId === channelId ? { ...ring, until: at } : ring))
  if (channelId !== story.callId) return { ...story, rings }
  const source = facts.hangupsource ?? ''
  const own = source === channel
  const seat = seatOf(source) !== null
  const byCaller = story.direction === 'in' ? own : !own && source.startsWith('PJSIP/')
  return { ...story, rings, hungUpBy: byCaller ? 'caller' : seat ? 'operator' : 'system' }
}

function end(story: CallStory, at: Date): CallStory {
  return { ...closeRings(story, at), endedAt: at, result: resultOf(story) }
}

function resultOf(story: CallStory): CallResult {
  if (story.stage === 'refused') return 'refused'
  if (story.direction === 'out') return story.answeredAt ? 'out_answered' : 'out_no_answer'
  if (story.answeredAt) return 'answered'
  if (story.askedCallBack) return 'call_back'
  if (story.message) return 'voice_message'
  if (story.forwardedAt) return 'forwarded'
  if (story.stage === 'notice') return 'abandoned_notice'
  if (story.stage === 'greeting') return 'abandoned_greeting'
  if (story.stage !== 'queue') return 'no_answer'
  // The seat's line ends in the same instant as the caller's, before or after it in the file.
  const left = story.rings.some((ring) => !ring.answered && (!ring.until || within(ring.until, story.leftAt)))
  return left ? 'abandoned_ringing' : 'abandoned_queue'
}

const closeRings = (story: CallStory, at: Date): CallStory =>
  ({ ...story, rings: story.rings.map((ring) => (ring.until ? ring : { ...ring, until: at })) })

const seatOf = (channel: string): string | null => /^PJSIP\/(seat-.+)-[0-9a-f]{8}$/.exec(channel)?.[1] ?? null
