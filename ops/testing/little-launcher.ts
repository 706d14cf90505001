/** For tests: a launcher of a real PostgreSQL and of one more child, in a folder of its own. Says what it has as JSON. */
import { join } from 'node:path'
import { cacheFolder } from '../../server/adapters/host.ts'
import { ownDatabase } from '../database.ts'
import { secretsOf } from '../keepsakes.ts'
import { keepAlive, type Child } from '../supervisor.ts'

const [state, port] = process.argv.slice(2) as [string, string]
const folders = { data: state, state, runDir: join(state, 'run'), logDir: join(state, 'logs'), cache: cacheFolder() }
const say = (line: string) => console.error(line)
const children: Child[] = []

const { appUrl, ownerUrl } = await ownDatabase(folders, Number(port), secretsOf(state), say, (child) => children.push(child), new AbortController().signal)
const sleeper = { file: '/bin/sleep', args: ['1000'], env: {}, cwd: '/' }
children.push(await keepAlive({ name: 'sleeper', command: async () => sleeper, version: '1', ending: [['SIGTERM', 1000]] }, { ...folders, say }))

process.on('SIGTERM', async () => {
  await Promise.all(children.map((child) => child.stop()))
  process.exit(0)
})
console.log(JSON.stringify({ appUrl, ownerUrl, adopted: children.map((child) => child.adopted) }))
