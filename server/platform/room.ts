/** What a room offers to the desk: operations, ears, and timed jobs. `desk.ts` lists them. */
import type { Mounted } from './http/operations.ts'
import type { Listeners } from './events.ts'
import type { TimedJob } from './jobs.ts'
export type Room = { name: string; operations?: Mounted[]; listeners?: Listeners; timed?: Record<string, TimedJob> }
