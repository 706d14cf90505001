/** What the calls room needs of a telephone switch. The Asterisk adapter implements it. */

/** One line of the switch's own record of calls (CEL), as it stands on disk or came by event; the same line may come twice. */
export type CallRecord = {
  /** CHAN_START, ANSWER, HANGUP, BRIDGE_ENTER, LINKEDID_END …, or for an event of our dialplan its name: `cc-arrived`. */
  readonly event: string
  readonly at: Date
  /** The whole call. */
  readonly callId: string
  /** The one leg this line is about. */
  readonly legId: string
  /** `PJSIP/seat-x-00000003`. */
  readonly channel: string
  readonly number: string
  readonly extension: string
  readonly app: string
  readonly peer: string
  /** What the event carries: `a=b&c=d` of our dialplan's events, JSON of the switch's own, parsed to names and texts. */
  readonly facts: Readonly<Record<string, string>>
}
/** Where reading stopped; opaque to the room. */
export type Position = { file: string; inode: number; offset: number }

export type SeatState = {
  seat: string
  /** Is the telephone registered and reachable? */
  reachable: boolean
  /** Member of any queue at all? Not: away. */
  member: boolean
  paused: boolean
  /** Why, as a code. */
  reason: string | null
  busy: boolean
  ringing: boolean
}
export type Waiting = { callId: string; queue: string; from: string | null; since: Date }
export type Snapshot = { seats: SeatState[]; waiting: Waiting[]; /** Calls alive now. */ live: string[] }

export type SwitchSettings = {
  /** Every number that may be dialled; `dialled` as people write it. */
  numbers: { dialled: string; greeting: string; queue: string; directorate: string; language: 'tr' | 'en' }[]
  /** Rings when nobody is ready; null: straight to the message. */
  mobile: string | null
  /** What people we call are shown. */
  ownNumber: string
  ownName: string
}

/** Somebody brought into a call, or being rung for it. */
export type Party = { id: string; number: string; here: boolean }
/** More than two in one call. What was begun goes on without us, whoever leaves. */
export type Together = {
  /** Rings the number and joins it to the live call of this seat; the two are led together at once. If nobody answers they just go on. */
  bringIn(given: { callId: string; seat: string; number: string }): Promise<'rings' | 'not_in_call'>
  /** Does this seat talk in this call now? */
  inCall(callId: string, seat: string): Promise<boolean>
  parties(callId: string): Promise<Party[]>
  /** Lets one go again, or stops ringing. */
  sendOut(callId: string, party: string): Promise<void>
}

export type Switch = Together & {
  connected(): boolean
  /** Makes the seat's telephone account, or gives it a new password; a call in progress lives on. `socket`: by which her browser comes. */
  openSeat(seat: string, password: string, name: string, socket?: string): Promise<void>
  /** Takes part in its queues: ready, or paused with a reason; away: in none. */
  setSeat(seat: string, state: 'ready' | 'paused' | 'away', queues: readonly string[], reason?: string): Promise<void>
  /** The telephone that citizens try the line with; demonstration only. */
  openTestPhone(password: string): Promise<{ name: string }>
  snapshot(): Promise<Snapshot>
  /** Told whenever a seat, a queue or a call changes; asks for nothing by itself. */
  onChange(listener: () => void): () => void
  /** Told when the connection comes or goes. */
  onConnection(listener: (connected: boolean) => void): () => void
  /** What the dialplan decides by; held by the switch from then on, with or without us. */
  push(settings: SwitchSettings): Promise<void>
  stop(): Promise<void>
}

/** Reads the switch's records from a position on, then follows them as they are written, through rotations. */
export type CallRecords = {
  follow(from: Position | undefined, take: (records: CallRecord[], reached: Position) => Promise<void>): { stop(): Promise<void> }
  /** Bytes written that lie behind this position. */
  unread(from: Position | undefined): Promise<number>
}

/** Where recordings stand. Channels: left the citizen, right the desk. */
export type Recordings = {
  /** As a WAV that any browser plays; undefined when there is none. `file` as told by `cc-recording` or `cc-ended`. */
  read(file: string): Promise<{ bytes: Buffer; seconds: number } | undefined>
}
/** What the watchdog or the switch complains of. */
export type Alarms = { now(): Promise<{ code: string; since: Date; facts: Record<string, string | number> }[]> }

export type SpokenTexts = Readonly<Record<string, { tr: string; en: string }>>
/** A text whose sound could not be made; key `*`: none can. */
export type Unspoken = { key: string; language: 'tr' | 'en'; why: 'too_long' | 'failed' | 'no_synthesiser'; seconds: number | null }
/** Speaks what the switch says to callers. */
export type Voice = {
  /** Makes the sounds whose text changed, heard from the next call on; where one cannot be made the old one stays. */
  speak(texts: SpokenTexts): Promise<Unspoken[]>
}
