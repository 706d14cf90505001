/** What of a house is worth keeping, and where each part of it stands in a backup. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readSettings, Misunderstood, type ExternalDatabase } from '../settings.ts'
import { remembered } from '../keepsakes.ts'
import { standing, systemState } from '../folders.ts'
import { root } from '../install.mjs'
import { readEnvironmentFile } from '../service/files.ts'
import type { Which } from './words.ts'

export type House = {
  data: string
  state: string
  /** Held by a launcher for as long as it lives. */
  lockFile: string
  runDir: string
  /** The switch's folder; it may not be there. */
  telephone: string
  /** The folder of the embedded PostgreSQL. */
  cluster: string
  /** Given when the municipality's own PostgreSQL is used. */
  external?: ExternalDatabase
  /** Where a service's settings stand. */
  settings?: string
  env: NodeJS.ProcessEnv
}

/** What a backup consists of: its folders, each with where it comes from and what is left behind there. */
export type Part = { name: 'data' | 'state' | 'telephone' | 'service'; folder: string; skip: (path: string) => boolean }

export function houseIn({ dataDir, env: file }: Which): House {
  // What the service is told; what we are told ourselves goes before it. Who may change tables stands beside it.
  const files = file === undefined ? [] : [file, join(dirname(file), 'owner.env')]
  const env = { ...Object.assign({}, ...files.map(settingsIn)), ...process.env } as NodeJS.ProcessEnv
  const { data, state, lockFile } = standing(dataDir ?? (file === undefined ? join(root, '.akmasa') : env.DATA_DIR ?? ''), systemState)
  return {
    data, state, lockFile, env,
    external: readSettings([], { DATABASE_URL: env.DATABASE_URL, DATABASE_OWNER_URL: env.DATABASE_OWNER_URL }).database,
    runDir: join(state, 'run'), telephone: join(state, 'tel'), cluster: join(state, 'pg'), settings: file && dirname(file),
  }
}

function settingsIn(file: string): Record<string, string> {
  try {
    return readEnvironmentFile(readFileSync(file, 'utf8'))
  } catch (problem) {
    throw new Misunderstood(`The settings cannot be read: ${problem instanceof Error ? problem.message : String(problem)}`)
  }
}

/** @throws when there is nothing to keep, or a database of one's own is used and not named. */
export function mustHoldSomething(house: House): void {
  if (house.external) return
  const known = remembered(house.state).database
  if (known && !existsSync(house.cluster))
    throw new Misunderstood(`This house keeps its cases in the database ${known}. Give DATABASE_URL and DATABASE_OWNER_URL as at its start.`)
  if (!existsSync(join(house.cluster, 'PG_VERSION')))
    throw new Misunderstood(`There is no Ak Masa in ${house.data}. Name its data folder: --data DIR`)
}

/** These are left behind; everything else is taken, so that what is added to the product later is not forgotten. */
const passing = ['lock', 'install.lock', 'backup.lock', 'run', 'logs', 'home', 'state', 'endpoints.json', 'last-backup.json', 'restoring', 'pg', 'tel']
const prefixes = ['pg.new-', 'trial-', 'replaced-']
/** Where an ordinary user's data and state are one folder, these are the state's, or they would change places when root takes them back. */
const ofState = ['secrets.json', 'state.json', 'tls']
/** Written anew at each start, or of the moment only. The configuration is made from `ops/telephone` and holds passwords. */
const ofSwitch = ['run', 'etc', 'cache', 'agi', 'varlib', 'spool/tmp', 'data/documentation', 'db']

export function partsOf({ data, state, telephone, settings }: House): Part[] {
  const [isPassing, isState, isSwitch] = [within(passing), within(ofState), within(ofSwitch)]
  const skip = (path: string) => isPassing(path) || unfinished(path) || prefixes.some((prefix) => path.startsWith(prefix))
  const one = data === state
  return [
    { name: 'data', folder: data, skip: (path) => skip(path) || (one && isState(path)) },
    { name: 'state', folder: state, skip: (path) => skip(path) || (one && !isState(path)) },
    { name: 'telephone', folder: telephone, skip: (path) => isSwitch(path) || unfinished(path) },
    ...(settings ? [{ name: 'service' as const, folder: settings, skip: (path: string) => !path.endsWith('.env') }] : []),
  ]
}

const within = (names: readonly string[]) => (path: string) => names.some((name) => path === name || path.startsWith(`${name}/`))
const unfinished = (path: string) => path.endsWith('.new')

/** Where Asterisk keeps what the desk has told it. */
export const switchStore = 'db/astdb.sqlite3'
