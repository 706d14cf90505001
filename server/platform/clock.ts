/** The only place that asks the wall for the time. Everything else receives `tx.now` or a Clock. */
export type Clock = { now(): Date }
export const wallClock: Clock = { now: () => new Date() }
