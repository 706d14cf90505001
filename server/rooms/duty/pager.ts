/** What this room needs of a telephone switch. The Asterisk adapter implements it. */

/** One telephone of a ring; legs count from 1. */
export type Leg = { leg: number; phone: string; language: 'tr' | 'en' }
export type Ring = { id: string; /** The name of what is said; see `say`. */ sound: string; /** Of ringing. */ seconds: number; legs: readonly Leg[] }

/** One line of the switch's own record about a ring, as it stands on disk; the same line may come twice. */
export type Heard =
  | { what: 'rang'; ringId: string; at: Date }
  | { what: 'answered' | 'has'; ringId: string; leg: number; at: Date }
  /** `result`: ANSWER, NOANSWER, BUSY, CANCEL, CHANUNAVAIL, REFUSED … */
  | { what: 'over'; ringId: string; leg: number; result: string; at: Date }
/** Where reading stopped; opaque to the room. */
export type Position = { file: string; inode: number; offset: number }

export type Pager = {
  connected(): boolean
  /** Rings all of them at once; whoever presses 1 first has it, and the others are let go. Asked twice it rings once. @throws when the switch cannot be asked now. */
  ring(ring: Ring): Promise<void>
  /** Whoever still rings or listens is let go: it is over, or somebody has it by another way. */
  end(ringId: string, legs: number): Promise<void>
  /** It will not be asked for again. */
  forget(ringId: string): Promise<void>
  /** Puts what is said in place, under this name; heard from the next answer on. A person's recording is a WAV file. False: there is nobody here who can speak. */
  say(sound: string, what: { tr: string; en: string } | { recording: Buffer }): Promise<boolean>
  unsay(sound: string): Promise<void>
  /** Bytes of the record that lie behind this position. */
  unread(from: Position | undefined): Promise<number>
  /** The switch's record from a position on, then as it is written. */
  follow(from: Position | undefined, take: (heard: Heard[], reached: Position) => Promise<void>): { stop(): Promise<void> }
}
