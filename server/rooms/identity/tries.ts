/** Failed tries counted, right ones not: a whole town hall may sit behind one address, and come in at eight o'clock together. */
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Refusal } from '../../platform/refusal.ts'

export const minutes = (ms: number) => ({ minutes: Math.max(1, Math.ceil(ms / 60_000)) })

/** Lets so many of one key in at a time; the rest wait their turn, and beyond `queue` of them are turned away. */
export function gate(atOnce: number, queue = 200) {
  const doors = new Map<string, { inside: number; waiting: (() => void)[] }>()
  return async function through<T>(key: string, work: () => Promise<T>, full: () => Error): Promise<T> {
    const door = doors.get(key) ?? { inside: 0, waiting: [] }
    doors.set(key, door)
    if (door.inside >= atOnce) {
      if (door.waiting.length >= queue) throw full()
      // Whoever leaves hands over the place: `inside` stays as it is.
      await new Promise<void>((go) => door.waiting.push(go))
    } else door.inside++
    try {
      return await work()
    } finally {
      const next = door.waiting.shift()
      if (next) next()
      else if (--door.inside === 0) doors.delete(key)
    }
  }
}

/**
 * So many failures of one key in so many seconds. A few run at once, so that a flood costs one address its own time;
 * at most that many more than `most` can fail.
 */
export function wrongTries({ most, seconds }: { most: number; seconds: number }) {
  const failures = new RateLimiterMemory({ points: most, duration: seconds })
  const through = gate(4)
  const tooMany = (ms: number) => new Refusal('identity.too_many', minutes(ms))
  return {
    /** Runs it, unless too much from there has failed already. A refusal is a failure; anything else is not. */
    watch: <T>(key: string, work: () => Promise<T>): Promise<T> => through(key, async () => {
      const so = await failures.get(key)
      if (so && so.consumedPoints >= most) throw tooMany(so.msBeforeNext)
      try {
        return await work()
      } catch (error) {
        if (error instanceof Refusal) await failures.penalty(key)
        throw error
      }
    }, () => tooMany(seconds * 1000)),
  }
}
