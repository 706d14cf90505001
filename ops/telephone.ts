/** The telephone of a start: our own Asterisk with its watchdog, one of the municipality's, or none. */
import { join } from 'node:path'
import { isLoopback, renewCertificate, socketPath, switchCommand, switchPaths, switchUser, watchCommand } from '../server/adapters/asterisk/config.ts'
import { amRoot, systemUser } from '../server/adapters/host.ts'
import { httpAnswers, sipAnswers } from './answers.ts'
import { errand } from './errand.ts'
import type { Folders } from './folders.ts'
import type { Secrets } from './keepsakes.ts'
import { rtpBlock, type Ports } from './ports.ts'
import type { Settings } from './settings.ts'
import type { Tls } from './tls/tls.ts'
import { fingerprint } from './sources.ts'
import { keepAlive, type Child } from './supervisor.ts'
import { administratorsWishes, type Answer, type Wish } from './telephone-wish.ts'
import { script, type ServerEnv } from './web.ts'

export type Telephone = {
  /** What the server is told about it; nothing when there is none. */
  env: ServerEnv
  answers?: () => Promise<boolean>
  /** Takes up what has changed of the certificate or of this machine's addresses; calls go on. */
  renew?: () => Promise<void>
}

type Around = { logDir: string; say: (line: string) => void; callOff: AbortSignal; onChild: (child: Child) => void }

export async function startTelephone(settings: Settings, folders: Folders, ports: Ports, secrets: Secrets, tls: Tls | undefined, around: Around): Promise<Telephone> {
  if (settings.asterisk) return { env: settings.asterisk }

  const user = amRoot() ? (await systemUser('akmasa-tel')).name : undefined
  const runDir = join(folders.state, 'tel')
  const wish: Wish = {
    cacheDir: folders.cache, runDir, user, demo: settings.demo, dataDir: folders.data,
    ports: { sip: ports.sip, http: ports.telephoneHttp, ami: ports.ami, rtp: { from: ports.rtp, to: ports.rtp + rtpBlock - 1 } },
    secrets: { ami: secrets.ami, testPhone: secrets.testPhone },
    ...(tls && { tls: { address: bindOne(tls.addresses), port: ports.telephoneTls, certificate: tls.certificate, key: tls.key } }),
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
  const renew = async () => (wish.tls ? renewCertificate({ root, runDir, user, tls: wish.tls }) : undefined)
  return { env: serverEnv(wish), answers: async () => (await sipAnswers(ports.sip)) && httpAnswers(`http://${http}/`), renew }
}

/** The switch listens on one address or on all. On all it still answers nothing but the telephone socket. */
const bindOne = (addresses: readonly string[]) => (addresses.length === 1 ? addresses[0]! : addresses.some((one) => one.includes(':')) ? '::' : '0.0.0.0')

type Words = { command: string; args: string[]; env: NodeJS.ProcessEnv }

export function serverEnv({ cacheDir, runDir, ports, secrets, demo, dataDir, tls }: Wish): ServerEnv {
  const paths = switchPaths(runDir)
  const { bind = '127.0.0.1', queues = ['main'] } = administratorsWishes(dataDir)
  return {
    ASTERISK_AMI_HOST: '127.0.0.1',
    ASTERISK_AMI_PORT: String(ports.ami),
    ASTERISK_AMI_USER: switchUser,
    ASTERISK_AMI_SECRET: secrets.ami,
    ASTERISK_WS_URL: `ws://127.0.0.1:${ports.http}${socketPath}`,
    ...(tls && { ASTERISK_WSS_URL: `wss://{host}:${tls.port}${socketPath}` }),
    ASTERISK_SPOOL: paths.recordings,
    ASTERISK_LOG: paths.log,
    ALARM_FILE: paths.noSpace,
    TELEPHONE_DIR: runDir,
    TELEPHONE_CACHE: cacheDir,
    ASTERISK_QUEUES: [...new Set(['main', ...queues])].join(','),
    SIP_ADDRESS: `sip:153@${isLoopback(bind) ? '127.0.0.1' : bind}:${ports.sip}`,
    ...(demo && { TEST_PHONE_SECRET: secrets.testPhone }),
  }
}

/** Fetching and speaking take a while and start programs of their own: apart, so that a stop ends all of it. */
export async function prepare(wish: Wish, { logDir, say, callOff }: Around): Promise<string | undefined> {
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
