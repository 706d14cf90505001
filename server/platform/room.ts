/** What a room offers to the desk: operations, ears, and timed jobs. `desk.ts` lists them. */
import type { Mounted } from './http/operations.ts'
import type { Listeners } from './events.ts'
import type { TimedJob } from './jobs.ts'
import type { Probe } from './metrics.ts'
import type { AnySetting, MissingOf, UsesOf } from './settings.ts'
export type Room = {
  name: string; operations?: Mounted[]; listeners?: Listeners; timed?: Record<string, TimedJob>
  /** What it measures of itself, for Prometheus. */
  probes?: readonly Probe[]
  /** Kinds of things an administrator edits. */
  settings?: readonly AnySetting[]
  /** Where this room uses things, its own or another's. */
  uses?: UsesOf
  missing?: MissingOf
}
