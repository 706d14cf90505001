/** The service's own Asterisk: fetched, configured and given its announcements beforehand, so that it starts without us. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { switchCommand, watchCommand } from '../../server/adapters/asterisk/config.ts'
import { cacheFolder } from '../../server/adapters/host.ts'
import type { Secrets } from '../keepsakes.ts'
import { rtpBlock, type Ports } from '../ports.ts'
import { prepare, serverEnv } from '../telephone.ts'
import type { Wish } from '../telephone-wish.ts'
import type { Place } from './options.ts'
import { switchSystemUser, type Wanted } from './units.ts'

type Telephone = { asterisk?: Wanted['asterisk']; env: Record<string, string>; /** Its configuration is another than before. */ changed: boolean }
type Around = { logDir: string; say: (line: string) => void; callOff: AbortSignal }

export async function makeTelephone(place: Place, ports: Ports, secrets: Secrets, around: Around): Promise<Telephone> {
  await borrowTrees(place.tools)
  const wish = wishOf(place, ports, secrets)
  const before = configurationOf(wish.runDir)
  const root = await prepare(wish, { ...around, onChild: () => {} })
  if (!root) return { env: {}, changed: false }
  return { asterisk: await unitsWords(root, wish.runDir), env: serverEnv(wish), changed: before !== undefined && before !== configurationOf(wish.runDir) }
}

export const wishOf = (place: Place, ports: Ports, secrets: Secrets): Wish => ({
  cacheDir: place.tools, runDir: join(place.state, 'tel'), user: switchSystemUser, demo: false, dataDir: place.data,
  ports: { sip: ports.sip, http: ports.telephoneHttp, ami: ports.ami, rtp: { from: ports.rtp, to: ports.rtp + rtpBlock - 1 } },
  secrets: { ami: secrets.ami, testPhone: secrets.testPhone },
})

/** systemd lowers the user and sets the limits itself, so the words are those of an ordinary user. */
export async function unitsWords(root: string, runDir: string): Promise<NonNullable<Wanted['asterisk']>> {
  return { start: await switchCommand({ root, runDir }), watch: watchCommand({ runDir }), runDir }
}

/** What `npm start` has fetched on this machine already is copied; it is checked file by file before it is used. */
async function borrowTrees(tools: string): Promise<void> {
  await mkdir(tools, { recursive: true, mode: 0o755 })
  const cache = cacheFolder()
  for (const name of readdirSync(cache).filter((one) => /^(asterisk|espeak)/.test(one) && existsSync(join(cache, one, 'manifest.json'))))
    if (!existsSync(join(tools, name))) await cp(join(cache, name), join(tools, name), { recursive: true, verbatimSymlinks: true })
}

function configurationOf(runDir: string): string | undefined {
  const etc = join(runDir, 'etc')
  if (!existsSync(etc)) return undefined
  const hash = createHash('sha256')
  for (const name of readdirSync(etc).toSorted()) hash.update(`${name}\n`).update(readFileSync(join(etc, name)))
  return hash.digest('hex')
}
