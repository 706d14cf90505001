/** Waits for a moment that is sure to come, or for the test's own time to be over. */
import { setTimeout as delay } from 'node:timers/promises'

export async function until<T>(look: () => T | undefined | false): Promise<T> {
  for (;;) {
    const found = look()
    if (found !== undefined && found !== false) return found
    await delay(5)
  }
}
