/** The folder that holds the backups. */
import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { readdir, realpath, rm, statfs } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { write } from '../keepsakes.ts'
import { Misunderstood } from '../settings.ts'
import { manifestName } from './manifest.ts'
import { amount } from './progress.ts'

const whole = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/
const left = /\.part$/
export const damaged = '.damaged'

/** Sorted by name they are sorted by time. */
export const nameFor = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z`

/** The whole backups, newest first. */
export async function backupsIn(target: string): Promise<string[]> {
  const names = existsSync(target) ? await readdir(target) : []
  return names.filter((name) => whole.test(name) && existsSync(join(target, name, manifestName))).toSorted().reverse().map((name) => join(target, name))
}

/** The backup meant: this folder itself, or the newest in it. */
export async function meant(target: string): Promise<string> {
  if (existsSync(join(target, manifestName))) return target
  const [newest] = await backupsIn(target)
  if (newest) return newest
  const names = existsSync(target) ? await readdir(target) : []
  const why = names.some((name) => left.test(name)) ? ' One was begun there and not finished.' : names.some((name) => name.endsWith(damaged)) ? ' There are only damaged ones; name one of them.' : ''
  throw new Misunderstood(`There is no backup in ${target}.${why}`)
}

/** @throws when what is kept would stand inside what it is kept from. */
export async function mustBeOutside(target: string, houses: readonly string[]): Promise<void> {
  const place = await realOf(target)
  for (const folder of houses.filter((folder) => existsSync(folder))) {
    const way = relative(realpathSync(folder), place)
    if (way === '' || !(way.startsWith('..') || way.startsWith('/')))
      throw new Misunderstood(`${target} lies inside ${folder}. What that loses, the backup loses too: choose a folder elsewhere, best on another disk.`)
  }
}

/** The part of a path that is there, by its true name. */
async function realOf(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    return join(await realOf(dirname(path)), basename(path))
  }
}

export function makeTarget(target: string): void {
  try {
    mkdirSync(target, { recursive: true, mode: 0o700 })
  } catch (problem) {
    throw new Misunderstood(`${target} cannot be made: ${problem instanceof Error ? problem.message : String(problem)}`)
  }
}

/** Whoever holds the target's lock may: nobody works on them any more. */
export async function removeUnfinished(target: string): Promise<number> {
  const names = (await readdir(target)).filter((name) => left.test(name) && whole.test(name.replace(left, '')))
  for (const name of names) await rm(join(target, name), { recursive: true, force: true })
  return names.length
}

export async function removeOldest(target: string, keep: number): Promise<number> {
  const old = (await backupsIn(target)).slice(keep)
  // Its list goes first: half removed it is no backup any more.
  for (const one of old) {
    await rm(join(one, manifestName), { force: true })
    await rm(one, { recursive: true, force: true })
  }
  return old.length
}

/** @throws before anything is written, with how much is missing. */
export async function mustHaveRoom(target: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(target)
  // Some of it grows meanwhile.
  const needed = bytes * 1.05 + 64_000_000
  if (bavail * bsize < needed)
    throw new Misunderstood(`There is not enough room on the disk of ${target}: ${amount(needed)} are needed, ${amount(bavail * bsize)} are free.`)
}

/** For whoever watches over the house: when it was last kept, and whether that went well. */
export function tell(data: string, last: { at: string; dir: string; ok: boolean }): void {
  write(join(data, 'last-backup.json'), last, 0o600)
}
