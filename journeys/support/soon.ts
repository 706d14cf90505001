import { expect } from 'vitest'

/** What is looked at becomes as expected, within half a minute of a busy machine: `await soon(() => rows()).toEqual([])`. */
export const soon = <T>(look: () => T | Promise<T>, message?: string) => expect.poll(look, { timeout: 30_000, interval: 100, message })
