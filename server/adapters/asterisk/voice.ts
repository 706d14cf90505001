/** The calls room's voice: announcements spoken by the synthesiser into the switch's sounds, while it runs. */
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Unspoken, Voice } from '../../rooms/calls/index.ts'
import { ensureSpeech, type Speak } from './install.ts'
import { ensurePrompts, type Prompts, TooLong } from './prompts.ts'

const keptFile = (runDir: string) => join(runDir, 'data/sounds/texts.json')
/** The municipality's own words as they were last spoken: a new start of the switch must not fall back to ours. */
export const keptTexts = (runDir: string): Promise<Prompts> =>
  readFile(keptFile(runDir), 'utf8').then((text) => JSON.parse(text) as Prompts, () => ({}))

/**
 * @param speech where a synthesiser comes from: the host's, or the one fetched beside the switch. Asked for at the first
 * text, so that a desk whose texts never change needs none.
 */
export function asteriskVoice(runDir: string, speech: () => Promise<Speak | undefined>): Voice {
  let known: Promise<Speak | undefined> | undefined
  return {
    async speak(texts) {
      const speak = await (known ??= speech())
      // Tones in place of words that were spoken once would be worse than the old words.
      if (!speak) {
        known = undefined
        return [{ key: '*', language: 'tr', why: 'no_synthesiser', seconds: null }]
      }
      const failures: Unspoken[] = []
      await ensurePrompts({
        runDir, texts, speak,
        failed: (key, language, problem) => failures.push({ key, language, ...(problem instanceof TooLong ? { why: 'too_long', seconds: problem.seconds } : { why: 'failed', seconds: null }) }),
      })
      const wrong = new Set(failures.map((one) => one.key))
      const before = await keptTexts(runDir)
      const kept = Object.fromEntries(Object.entries(texts).flatMap(([key, text]) => (!wrong.has(key) ? [[key, text]] : before[key] ? [[key, before[key]]] : [])))
      await writeFile(`${keptFile(runDir)}.new`, JSON.stringify(kept, null, 1), { mode: 0o644 })
      await rename(`${keptFile(runDir)}.new`, keptFile(runDir))
      return failures
    },
  }
}
export const synthesiser = (cacheDir: string) => () => ensureSpeech({ cacheDir, log: () => {} })
