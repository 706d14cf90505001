/**
 * A person's telephone and presence, as one pure state machine: a state and something that happened give the next
 * state and what is to be done. It hears the line (SIP), the desk (HTTP and its live socket), the person and timers;
 * `phone.ts` owns those. The switch has the last word: whatever the desk reads there replaces what we thought.
 */
import { onDesk } from './desk.ts'
import { onLine } from './line.ts'
import { onPerson } from './person.ts'
import { step, type Heard, type State, type Step } from './state.ts'

/** What happened at `at` (milliseconds of the browser's clock). */
export function next(state: State, heard: Heard, at: number): Step {
  return onLine(state, heard, at) ?? onDesk(state, heard, at) ?? onPerson(state, heard, at) ?? step(state)
}
