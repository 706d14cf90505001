/** For tests: a house with a real database and files, but without the server and the switch around it. */
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { cacheFolder, freePort, scratchFolder } from '../../server/adapters/host.ts'
import { adminUrl, withClient } from '../../server/adapters/postgres/index.ts'
import { ownDatabase } from '../database.ts'
import { standing, systemState } from '../folders.ts'
import { remember, secretsOf } from '../keepsakes.ts'
import type { Child } from '../supervisor.ts'

export type LittleHouse = {
  data: string
  state: string
  write(path: string, words: string | Buffer): void
  /** As the database's administrator. */
  ask(question: string): Promise<Record<string, unknown>[]>
  start(): Promise<void>
  stop(): Promise<void>
  remove(): Promise<void>
}

/** @param at a data folder that is there already, for example one that was brought back. */
export function littleHouse(at?: string): LittleHouse {
  const data = at ?? mkdtempSync(join(scratchFolder(), 'akmasa-little-'))
  const { state } = standing(data, systemState)
  if (state !== data && !existsSync(state)) {
    mkdirSync(state, { recursive: true, mode: 0o755 })
    writeFileSync(join(state, 'home'), data)
    symlinkSync(state, join(data, 'state'))
  }
  let child: Child | undefined
  let port = 0
  const secrets = secretsOf(state)
  const house: LittleHouse = {
    data, state,
    write(path, words) {
      const file = join(path.startsWith('tel/') ? state : data, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, words)
    },
    ask: (question) => withClient(adminUrl(port, secrets.databaseAdmin, 'akmasa'), async (client) => (await client.query<Record<string, unknown>>(question)).rows),
    async start() {
      port = await freePort()
      remember(state, { ports: { postgres: port }, demo: false })
      const folders = { data, state, runDir: join(state, 'run'), logDir: join(state, 'logs'), cache: cacheFolder() }
      await ownDatabase(folders, port, secrets, () => {}, (started) => (child = started), new AbortController().signal)
    },
    async stop() {
      await child?.stop()
      child = undefined
    },
    async remove() {
      await house.stop()
      for (const path of [realpathSync(state), `${state}.lock`, data]) rmSync(path, { recursive: true, force: true })
    },
  }
  return house
}

/** As Asterisk keeps its own. */
export function switchStoreIn(file: string, rows: Record<string, string>): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true })
  const store = new DatabaseSync(file)
  store.exec('create table if not exists astdb (key text primary key, value text)')
  for (const [key, value] of Object.entries(rows)) store.prepare('insert or replace into astdb values (?, ?)').run(key, value)
  return store
}
