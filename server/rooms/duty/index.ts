/** The room's door. */
export type { Heard, Leg, Pager, Position, Ring } from './pager.ts'
