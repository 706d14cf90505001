/** The telephone of a start: our own Asterisk with its watchdog, one of the municipality's, or none. */
import { join } from 'node:path'
import { isLoopback, switchCommand, switchPaths, switchUser, watchCommand } from '../server/adapters/asterisk/config.ts'
import { amRoot, systemUser } from '../server/adapters/host.ts'
import { httpAnswers, sipAnswers } from './answers.ts'
import { errand } from './errand.ts'
import type { Folders } from './folders.ts'
import type { Secrets } from './keepsakes.ts'
import { rtpBlock, type Ports } from './ports.ts'
import type { Settings } from './settings.ts'
import { fingerprint } from './sources.ts'
import { keepAlive, type Child } from './supervisor.ts'
import { administratorsWishes, type Answer, type Wish } from './telephone-wish.ts'
import { script, type ServerEnv } from './web.ts'

export type Telephone = {
  /** What the server is told about it; nothing when there is none. */
  env: ServerEnv
  answers?: () => Promise<boolean>
}

type Around = { logDir: string; say: (line: string) => void; callOff: AbortSignal; onChild: (child: Child) => void }

export async function startTelephone(settings: Settings, folders: Folders, ports: Ports, secrets: Secrets, around: Around): Promise<Telephone> {
  if (settings.asterisk) return { env: settings.asterisk }

  const user = amRoot() ? (await systemUser('akmasa-tel')).name : undefined
  const runDir = join(folders.state, 'tel')
  const wish: Wish = {
    cacheDir: folders.cache, runDir, user, demo: settings.demo, dataDir: folders.data,
    ports: { sip: ports.sip, http: ports.telephoneHttp, ami: ports.ami, rtp: { from: ports.rtp, to: ports.rtp + rtpBlock - 1 } },
    secrets: { ami: secrets.ami, ari: secrets.ari, testPhone: secrets.testPhone },
  }
  const root = await prepare(wish, around)
  if (!root) return { env: {} }

  const keep = async (name: string, words: () => Promise<Words> | Words) => {
    around.callOff.throwIfAborted()
    const command = async () => {
      const { command: file, args, env } = await words()
      return { file, args, env, cwd: runDir }
    }
    const version = fingerprint(['ops/telephone'], root, JSON.stringify(wish))
    around.onChild(await keepAlive({ name, command, version, ending: [['SIGTERM', 2500]] }, { ...folders, say: around.say }))
  }
  await keep('asterisk', () => switchCommand({ root, runDir, user }))
  await keep('disk-watch', () => watchCommand({ runDir, user }))

  const http = `127.0.0.1:${ports.telephoneHttp}`
  return { env: serverEnv(wish), answers: async () => (await sipAnswers(ports.sip)) && httpAnswers(`http://${http}/`) }
}

type Words = { command: string; args: string[]; env: NodeJS.ProcessEnv }

function serverEnv({ runDir, ports, secrets, demo, dataDir }: Wish): ServerEnv {
  const paths = switchPaths(runDir)
  const { bind = '127.0.0.1' } = administratorsWishes(dataDir)
  return {
    ASTERISK_AMI_HOST: '127.0.0.1',
    ASTERISK_AMI_PORT: String(ports.ami),
    ASTERISK_AMI_USER: switchUser,
    ASTERISK_AMI_SECRET: secrets.ami,
    ASTERISK_ARI_URL: `http://127.0.0.1:${ports.http}/ari`,
    ASTERISK_ARI_USER: switchUser,
    ASTERISK_ARI_SECRET: secrets.ari,
    ASTERISK_WS_URL: `ws://127.0.0.1:${ports.http}/ws`,
    ASTERISK_SPOOL: paths.recordings,
    ASTERISK_LOG: paths.log,
    ALARM_FILE: paths.noSpace,
    SIP_ADDRESS: `sip:153@${isLoopback(bind) ? '127.0.0.1' : bind}:${ports.sip}`,
    ...(demo && { TEST_PHONE_SECRET: secrets.testPhone }),
  }
}

/** Fetching and speaking take a while and start programs of their own: apart, so that a stop ends all of it. */
async function prepare(wish: Wish, { logDir, say, callOff }: Around): Promise<string | undefined> {
  let answer: Answer | undefined
  const command = script('ops/telephone-setup.ts', { AKMASA_TELEPHONE: JSON.stringify(wish) })
  await errand('telephone-setup', command, logDir, callOff, (message) => {
    const heard = message as Answer
    if ('say' in heard) say(`Telephone: ${heard.say}`)
    else answer = heard
  })
  if (answer && 'root' in answer) return answer.root
  if (answer && 'unavailable' in answer) say(answer.unavailable)
  return undefined
}
