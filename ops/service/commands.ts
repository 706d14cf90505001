/** The machine's own programs that the installer uses. */
import { existsSync } from 'node:fs'
import { must, run } from '../../server/adapters/asterisk/run.ts'

export { must, run }
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin`, LC_ALL: 'C.UTF-8' }
export const tell = (command: string, args: string[], input?: string): Promise<string> => must(command, args, { env, input })
export const asks = async (command: string, args: string[]): Promise<string | undefined> => {
  const { code, out } = await run(command, args, { env })
  return code === 0 ? out : undefined
}

/** Whether systemd is this machine's first process, rather than only installed (sd_booted(3)). */
export const systemdRuns = (): boolean => existsSync('/run/systemd/system')
/** 252 when it cannot be told: Debian 12's, the oldest we write for. */
export async function systemdVersion(): Promise<number> {
  const said = await asks('systemctl', ['--version'])
  return Number(/^systemd (\d+)/.exec(said ?? '')?.[1] ?? 252)
}

/** Fetches Debian packages; waits for whoever else holds apt's lock and never asks. */
export async function installPackages(names: string[], say: (line: string) => void): Promise<void> {
  say(`Installing ${names.join(' ')}.`)
  const always = ['-q', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Options::=--force-confold']
  const quiet = { ...env, DEBIAN_FRONTEND: 'noninteractive', NEEDRESTART_MODE: 'a' }
  // Another repository of this machine may be out of reach; the install decides.
  await run('apt-get', [...always, 'update'], { env: quiet })
  await must('apt-get', [...always, 'install', '-y', '--no-install-recommends', ...names], { env: quiet })
}
