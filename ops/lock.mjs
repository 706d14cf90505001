/** A lock that the kernel lets go of, however its holder ends: `flock` holds it for as long as our pipe is open. */
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Takes the lock on `file`, waiting for it at most `seconds`. Returns the way to give it back, or undefined when
 * somebody else keeps it.
 * @param {string} file
 * @param {number} seconds
 * @returns {Promise<(() => void) | undefined>}
 */
export function lock(file, seconds) {
  mkdirSync(dirname(file), { recursive: true })
  // In a group of its own, or a terminal's Ctrl-C would end it before us.
  const holder = spawn('flock', ['-w', String(seconds), file, 'sh', '-c', 'echo held; exec cat >/dev/null'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  })
  return new Promise((resolve, reject) => {
    holder.once('error', () => reject(new Error('The command flock is missing (Debian package util-linux).')))
    holder.once('exit', () => resolve(undefined))
    holder.stdout.once('data', () => {
      holder.unref()
      holder.stdout.destroy()
      resolve(() => holder.stdin.end())
    })
  })
}
