/** How a PostgreSQL of the municipality's own is reached by whoever may see all of it. */
import { withClient } from '../../server/adapters/postgres/index.ts'
import { amRoot, said } from '../../server/adapters/host.ts'
import { run } from '../../server/adapters/asterisk/run.ts'
import { Misunderstood } from '../settings.ts'

export type Reach = {
  database: string
  /** One row of one question. */
  ask(question: string): Promise<Record<string, unknown>>
  /** How a tool of PostgreSQL's is run against it. */
  words(tool: string, args: string[]): { file: string; args: string[]; env: NodeJS.ProcessEnv }
}

const plain = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' }

export function byAddress(url: string): Reach {
  const address = new URL(url)
  const password = decodeURIComponent(address.password)
  address.password = ''
  return {
    database: databaseOf(url),
    async ask(question) {
      try {
        return await withClient(url, async (client) => (await client.query<Record<string, unknown>>(question)).rows[0]!)
      } catch (problem) {
        throw new Misunderstood(`The database does not answer: ${said(problem)}`)
      }
    },
    // The password not among the arguments, which every user of the machine can read.
    words: (tool, args) => ({ file: tool, args: [`--dbname=${address.href}`, '--no-password', ...args], env: { ...plain, PGPASSWORD: password } }),
  }
}

/**
 * As root, the server on this machine is reached as its own system user, whom it knows without a password, as Debian
 * sets it up. @returns undefined where that is not so.
 */
export async function asItsUser(url: string): Promise<Reach | undefined> {
  const { hostname, port } = new URL(url)
  if (!amRoot() || !['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) return undefined
  const database = databaseOf(url)
  const at = [`--port=${port || '5432'}`, `--dbname=${database}`, '--no-password']
  const words = (tool: string, args: string[]) => ({ file: 'runuser', args: ['-u', 'postgres', '--', tool, ...at, ...args], env: plain })
  const reach: Reach = {
    database, words,
    async ask(question) {
      const { file, args, env } = words('psql', ['-XAtq', '-c', `select row_to_json(answer) from (${question}) answer`])
      const { code, out, err } = await run(file, args, { env, cwd: '/' })
      if (code !== 0) throw new Misunderstood(`The database does not answer: ${err.trim()}`)
      return JSON.parse(out) as Record<string, unknown>
    },
  }
  return (await reach.ask('select 1 as here').catch(() => undefined)) && reach
}

const databaseOf = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1))
