/** A real nginx for tests, fetched into the cache like Asterisk: nothing is installed, no root, the host's own untouched. */
import { join } from 'node:path'
import { ownLoader } from '../../server/adapters/asterisk/install.ts'
import { fetchTree } from '../../server/adapters/asterisk/packages.ts'
import { must } from '../../server/adapters/asterisk/run.ts'
import { cacheFolder } from '../../server/adapters/host.ts'

/** The command that runs it; add nginx's own arguments. */
export async function ensureNginx(log: (line: string) => void): Promise<string[]> {
  const command = async (root: string) => {
    const { command: loader, args } = await ownLoader(root)
    return [loader, ...args, join(root, 'usr/sbin/nginx')]
  }
  const check = async (root: string) => {
    const [loader = '', ...args] = await command(root)
    await must(loader, [...args, '-v'])
  }
  const exact = ['nginx', 'libc6', 'libcrypt1', 'libpcre2-8-0', 'libssl3t64', 'libzstd1', 'zlib1g']
  return command(await fetchTree({ cacheDir: cacheFolder(), name: 'nginx', exact, wanted: ['nginx'], check, log }))
}
