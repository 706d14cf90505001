/** What the telephone's set-up is asked for and answers. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SwitchPorts, SwitchSettings, SwitchTls } from '../server/adapters/asterisk/config.ts'

export type Wish = {
  cacheDir: string
  runDir: string
  user?: string
  demo: boolean
  dataDir: string
  ports: SwitchPorts
  secrets: { ami: string; testPhone: string }
  tls?: SwitchTls
}

export type Answer = { say: string } | { root: string } | { unavailable: string }

/** What an administrator may set in `telephone.json` in the data folder: the carrier's line and the address it reaches us at. */
export type Wishes = Pick<SwitchSettings, 'trunk' | 'bind' | 'keepFreeMb' | 'queues' | 'seconds'> & { /** In announcements until the desk has said its own. */ ownName?: string }

export function administratorsWishes(dataDir: string): Wishes {
  const file = join(dataDir, 'telephone.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Wishes) : {}
}
