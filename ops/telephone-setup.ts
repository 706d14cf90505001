/** Run apart by the launcher: fetches Asterisk and a voice, writes the configuration, speaks the announcements. */
import { renderSwitch } from '../server/adapters/asterisk/config.ts'
import { ensureAsterisk, ensureSpeech } from '../server/adapters/asterisk/install.ts'
import { ensureLocalSound } from '../server/adapters/asterisk/offline.ts'
import { ensurePrompts, prompts } from '../server/adapters/asterisk/prompts.ts'
import { keptTexts } from '../server/adapters/asterisk/voice.ts'
import { greetingOf, incomingNumbers, municipality, queues } from '../server/demo/index.ts'
import { administratorsWishes, type Answer, type Wish } from './telephone-wish.ts'

const given = process.env.AKMASA_TELEPHONE
if (given) await setUp(JSON.parse(given) as Wish)

async function setUp({ cacheDir, runDir, user, demo, dataDir, ports, secrets, tls }: Wish): Promise<void> {
  const log = (line: string) => tell({ say: line })
  const [asterisk, speak] = await Promise.all([ensureAsterisk({ cacheDir, log }), ensureSpeech({ cacheDir, log })])
  if ('root' in asterisk) {
    const advice = await ensureLocalSound()
    if (advice) log(advice)
    const wishes = administratorsWishes(dataDir)
    const ownName = wishes.ownName ?? (demo ? municipality.name.tr : 'Belediyemiz')
    await renderSwitch({
      root: asterisk.root, runDir, user, ports, secrets, tls,
      // `main` is where a municipality begun empty has its first number.
      queues: [...new Set(['main', ...queues.map((queue) => queue.slug)])],
      testPhone: demo,
      ...wishes,
    })
    const greetings = demo ? Object.fromEntries(incomingNumbers.map((line) => [greetingOf(line.number), line.greeting])) : {}
    const made = await ensurePrompts({ runDir, texts: { ...prompts(ownName), ...greetings, ...(await keptTexts(runDir)) }, speak })
    if (made > 0) log(`${made} announcements are ready`)
  }
  tell(asterisk)
  process.disconnect()
}

function tell(answer: Answer): void {
  process.send?.(answer)
}
