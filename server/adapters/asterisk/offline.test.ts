import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { amRoot } from '../host.ts'

const script = `import { ensureLocalSound } from '${new URL('offline.ts', import.meta.url).href}'; console.log(await ensureLocalSound())`
/** In a network of its own where only `lo` is up. */
const offline = (words: string[]) =>
  execFileSync('unshare', ['-n', 'sh', '-c', 'ip link set lo up; "$@"; ip -4 -o address show', 'sh', ...words, process.execPath, '--input-type=module', '-e', script], { encoding: 'utf8' })

test.skipIf(!amRoot())('a machine without any network gets an address that browsers on it can be heard through', () => {
  expect(offline([])).toMatch(/^undefined\n.*127\.0\.0\.1\/8[\s\S]*192\.0\.2\.153\/32/)
})

test.skipIf(!amRoot())('whoever may not give it one is told what an administrator must do', () => {
  const said = offline(['setpriv', '--bounding-set=-net_admin'])
  expect(said).toContain('As root: ip address add 192.0.2.153/32 dev lo')
  expect(said).not.toMatch(/inet 192/)
})
