/** Whom the doctor looks at: a house of `npm start`, or an installed service. Read only, and nothing is made. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { adminUrl, urlFor } from '../../server/adapters/postgres/index.ts'
import { switchPaths, switchUser } from '../../server/adapters/asterisk/config.ts'
import { type Role, roles } from '../../server/platform/health.ts'
import { appRole } from '../../server/migrations/roles.sql.ts'
import { standing, systemState } from '../folders.ts'
import type { Secrets } from '../keepsakes.ts'
import { identify, type ProcessId } from '../processes.ts'
import type { Ports } from '../ports.ts'
import { readEnvironmentFile } from '../service/files.ts'
import { healthPorts } from '../service/units.ts'

export type Patient = {
  kind: 'house' | 'service'
  /** What the server is told, as it was or would be started. */
  env: Readonly<Record<string, string | undefined>>
  data: string
  /** The switch's folder, when it is one of ours. */
  telephone?: string
  /** Where each process tells how it does. */
  parts: { role: string; health: string; log: string }[]
  /** The database's own folder, when it may stand on this machine. */
  databaseFolder?: string
  demo: boolean
  /** A house that nobody has started: what would answer on its ports is somebody else's. */
  stopped?: boolean
}
export class Unreadable extends Error {
  readonly file: string
  constructor(file: string, why: string) { super(why); this.file = file }
}

export function servicePatient(file: string): Patient {
  const env = readEnvironmentFile(textOf(file))
  const data = env.DATA_DIR
  if (!data) throw new Unreadable(file, 'DATA_DIR')
  return {
    kind: 'service', env, data, demo: env.DEMO === '1', ...telephoneOf(env),
    parts: (Object.keys(healthPorts) as Role[]).map((role) => ({ role, health: `http://127.0.0.1:${healthPorts[role]}/health/ready`, log: `/var/log/akmasa/${role}.log` })),
    ...(isHere(env.DATABASE_URL) && { databaseFolder: '/var/lib/postgresql' }),
  }
}

export function housePatient(dataDir: string, given: NodeJS.ProcessEnv): Patient {
  const { data, state } = standing(dataDir, systemState)
  if (!existsSync(join(state, 'state.json'))) throw new Unreadable(join(state, 'state.json'), 'ENOENT')
  const told = environmentOfServer(state)
  const env = { ...given, ...(told ?? environmentOf(data, state, given)) }
  return {
    kind: 'house', env, data, demo: env.DEMO === '1', stopped: !told && !existsSync(join(data, 'endpoints.json')), ...telephoneOf(env),
    parts: [{ role: roles.join(', '), health: `http://127.0.0.1:${env.DESK_PORT}/health/ready`, log: join(state, 'logs/server.log') }],
    ...(existsSync(join(state, 'pg')) && { databaseFolder: join(state, 'pg') }),
  }
}

const telephoneOf = (env: Patient['env']) => (env.ASTERISK_LOG ? { telephone: dirname(env.ASTERISK_LOG) } : {})
const isHere = (url: string | undefined) => url !== undefined && URL.canParse(url) && /^(127\.|localhost$|\[::1\]$|$)/.test(new URL(url).hostname)

/** What the running server was really told, which is more than can be worked out afterwards. */
function environmentOfServer(state: string): Record<string, string> | undefined {
  try {
    const note = JSON.parse(readFileSync(join(state, 'run/server.json'), 'utf8')) as ProcessId
    if (identify(note.pid)?.started !== note.started) return undefined
    const lines = readFileSync(`/proc/${note.pid}/environ`, 'utf8').split('\0').filter(Boolean)
    return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]))
  } catch {
    return undefined // not running, or somebody else's
  }
}

/** What the next start would tell it. */
function environmentOf(data: string, state: string, given: NodeJS.ProcessEnv): Record<string, string> {
  const { ports, demo, database } = JSON.parse(textOf(join(state, 'state.json'))) as { ports?: Partial<Ports>; demo?: boolean; database?: string }
  const secrets = JSON.parse(textOf(join(state, 'secrets.json'))) as Secrets
  const telephone = join(state, 'tel')
  const own = database ? given.DATABASE_URL : urlFor(adminUrl(ports?.postgres ?? 0, ''), { role: appRole, password: secrets.databaseApp, database: 'akmasa' })
  const paths = switchPaths(telephone)
  return {
    ...(own && { DATABASE_URL: own }), DATA_DIR: data, DEMO: demo ? '1' : '0', DESK_PORT: String(ports?.desk ?? 0),
    ...(existsSync(join(telephone, 'etc')) && {
      ASTERISK_AMI_PORT: String(ports?.ami), ASTERISK_AMI_USER: switchUser, ASTERISK_AMI_SECRET: secrets.ami, ASTERISK_SPOOL: paths.recordings, ASTERISK_LOG: paths.log, ALARM_FILE: paths.noSpace,
      SIP_ADDRESS: `sip:153@127.0.0.1:${ports?.sip}`,
    }),
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (problem) {
    throw new Unreadable(file, (problem as NodeJS.ErrnoException).code ?? String(problem))
  }
}
