/** Makes sure that the packages stand as the lockfile says. Runs on the host's Node with nothing installed yet. */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lock } from './lock.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The Node the project runs on: its own if the packages carry one for this machine, else the host's. */
export function projectNode() {
  const own = join(root, 'node_modules', '.bin', 'node')
  const node = existsSync(own) ? own : process.execPath
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
  if (Number(version.slice(1).split('.')[0]) < 24)
    throw new Error(`Node 24 is needed; there is no package of it for ${process.platform} ${process.arch}, and the one here is ${version}.`)
  return node
}

/** Runs `npm ci` if anything the lockfile names is not there in that version. */
export async function ensureInstalled(say) {
  if (missing().length === 0) return
  mkdirSync(join(root, '.akmasa'), { recursive: true, mode: 0o700 })
  const release = await lock(join(root, '.akmasa', 'install.lock'), 600)
  if (!release) throw new Error('Another start has been installing packages for ten minutes. Look at it first.')
  try {
    const left = missing()
    if (left.length === 0) return
    say(`Installing ${left.length} packages that are not there yet. The first time takes about half a minute.`)
    await npmCi(say)
    const still = missing()
    if (still.length > 0) throw new Error(`npm ci ended, but these are still missing: ${still.slice(0, 5).join(', ')}`)
    say('Packages are installed.')
  } finally {
    release()
  }
}

/** What the lockfile asks for on this machine and npm's own record of the folder does not have. */
export function missing() {
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const present = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted)
    .filter(([path, entry]) => path.startsWith('node_modules/') && meantForHere(entry))
    .filter(([path, entry]) => !isThere(present[path], entry))
    .map(([path]) => path.slice('node_modules/'.length))
}

const isThere = (present, entry) => present !== undefined && (entry.link || present.version === entry.version)

function packagesIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {}
}

/** Packages for another system, processor or C library are left out by npm, rightly, with what only they need. */
function meantForHere({ os, cpu, libc, optional }) {
  if (optional && !os && !cpu) return false
  const musl = existsSync('/etc/alpine-release')
  return fits(os, process.platform) && fits(cpu, process.arch) && fits(libc, musl ? 'musl' : 'glibc')
}

function fits(allowed, here) {
  if (allowed === undefined) return true
  const list = [allowed].flat() // npm writes a single one without brackets
  if (list.includes(`!${here}`)) return false
  const named = list.filter((name) => !name.startsWith('!'))
  return named.length === 0 || named.includes(here)
}

function npmCi(say) {
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional']
  // Under `npm start` npm says where it is itself; elsewhere it is looked up.
  const npm = process.env.npm_execpath
  const child = npm
    ? spawn(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    : spawn('npm', args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  const began = Date.now()
  const still = setInterval(() => say(`  … still installing (${Math.round((Date.now() - began) / 1000)} s)`), 15_000)
  return new Promise((resolve, reject) => {
    child.once('error', () => reject(new Error('npm could not be started. Is it installed?')))
    child.once('exit', (code) => {
      clearInterval(still)
      if (code === 0) resolve(undefined)
      else reject(new Error('npm ci failed; what it says stands above. Without a network the packages cannot be fetched.'))
    })
  })
}
