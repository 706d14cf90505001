/** The Debian packages the tests need: installed by root, named to anyone else. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const wanted = ['chromium', 'sip-tester', 'espeak-ng', 'sox', 'iproute2', 'systemd', 'libnss3-tools']

/** Touches no network when everything is there. */
export async function ensureTestPackages(say) {
  if (!existsSync('/usr/bin/dpkg-query')) return
  const absent = wanted.filter((name) => !installed(name))
  if (absent.length === 0) return
  if (process.getuid() !== 0) {
    say(`For the journeys these Debian packages are missing: ${absent.join(' ')}. As root: apt-get install ${absent.join(' ')}`)
    return
  }
  say(`Installing Debian packages for the tests: ${absent.join(' ')}.`)
  // Another repository of this machine may be out of reach; that is not our failure, the install decides.
  await apt(['update'])
  await apt(['install', '-y', '--no-install-recommends', ...absent])
  const still = absent.filter((name) => !installed(name))
  if (still.length > 0) throw new Error(`apt-get could not install: ${still.join(' ')}`)
}

function installed(name) {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8' })
  return stdout === 'install ok installed'
}

function apt(args) {
  // Waits for whoever else holds apt's lock, and never asks: there may be nobody to answer.
  const all = ['-q', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Options::=--force-confold', ...args]
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', NEEDRESTART_MODE: 'a' }
  const child = spawn('apt-get', all, { env, stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
}
