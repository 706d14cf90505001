import type { T, TextKey } from '../../text.ts'

/** A queue nobody wrote words for goes by its own name. */
export function queueName(t: T, queue: string): string {
  const key = `calls.queue.${queue}` as TextKey, words = t(key)
  return words === key ? queue : words
}
