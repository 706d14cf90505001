/** `npm run backup -- DIR`: keeps everything a house needs to come back, while it works. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { lock } from '../lock.mjs'
import { houseIn, mustHoldSomething, type House } from './house.ts'
import { readManifest } from './manifest.ts'
import { amount, Progress } from './progress.ts'
import { backupsIn, damaged, makeTarget, meant, mustBeOutside, mustHaveRoom, nameFor, removeOldest, removeUnfinished, tell } from './target.ts'
import { type Before, estimate, onDisk, take } from './take.ts'
import { say, tool } from './tool.ts'
import { removeTrials } from './trial.ts'
import { told, verify } from './verify.ts'
import { backupWords, type BackupWords } from './words.ts'

const run = promisify(execFile)

async function backup(callOff: AbortSignal): Promise<void> {
  const words = backupWords(process.argv.slice(2))
  setPriority(10) // calls and the desk first
  const progress = new Progress(say, callOff)
  if (words.check) return check(words, progress)

  const house = houseIn(words)
  mustHoldSomething(house)
  await mustBeOutside(words.target, [house.data, house.state])
  makeTarget(words.target)
  await mustBeAlone(words.target)
  if (!(await lock(join(house.state, 'backup.lock'), 0))) throw new Error('This house is being kept elsewhere at this moment. Try again afterwards.')
  await removeTrials(house.state)
  try {
    await make(words, house, progress)
  } catch (problem) {
    tell(house.data, { at: new Date().toISOString(), dir: words.target, ok: false })
    throw problem
  }
}

async function make({ target, keep, trial }: BackupWords, house: House, progress: Progress): Promise<void> {
  const began = Date.now()
  if ((await removeUnfinished(target)) > 0) say('An earlier backup was not finished; what it left is removed.')
  const before = await newest(target)
  await mustHaveRoom(target, await estimate(house, before))

  const final = await freeName(target)
  const part = `${final}.part`
  await mkdir(part, { mode: 0o700 })
  try {
    const taken = await take({ house, into: part, before, trial, progress, say })
    await run('sync', ['-f', part]) // one word to the disk for all files
    await rename(part, final)
    await onDisk(target)
    tell(house.data, { at: taken.moment, dir: final, ok: true })
    const seconds = (Date.now() - began) / 1000
    say(taken.words)
    if (taken.vanished > 0) say(`${taken.vanished} files went while they were being copied; they are left out.`)
    say(`Kept in ${final}: ${taken.files} files, ${amount(taken.bytes)} in ${seconds.toFixed(1)} s; ${taken.linked} unchanged files are shared with the backup before.`)
    say(`Everything acknowledged before ${taken.moment} is in it.`)
    const removed = await removeOldest(target, keep)
    if (removed > 0) say(`${removed} older ones are removed; the newest ${keep} stay.`)
  } catch (problem) {
    await rm(part, { recursive: true, force: true })
    throw problem
  }
}

/** One whose list cannot be read is nothing to build on; the new one is then made without it. */
async function newest(target: string): Promise<Before | undefined> {
  const [folder] = await backupsIn(target)
  try {
    return folder === undefined ? undefined : { folder, files: (await readManifest(folder)).files }
  } catch (problem) {
    say(`${problem instanceof Error ? problem.message : String(problem)} The new one is made whole, without it.`)
    return undefined
  }
}

async function freeName(target: string): Promise<string> {
  for (const at = new Date(); ; at.setSeconds(at.getSeconds() + 1)) {
    const name = join(target, nameFor(at))
    if (!existsSync(name)) return name
  }
}

async function check({ target }: BackupWords, progress: Progress): Promise<void> {
  const backup = await meant(target)
  await mustBeAlone(dirname(backup))
  const { manifest, damage } = await verify(backup, progress)
  if (damage.length === 0) {
    say(`${backup} is whole: ${manifest.closing.files} files, ${amount(manifest.closing.bytes)}. It holds everything acknowledged before ${manifest.closing.moment}.`)
    return
  }
  throw new Error(`${backup} is damaged:\n${told(damage)}\n${await setAside(backup)}`)
}

/** Under its own name the next backup would share its files, and the next restore would take it. */
async function setAside(backup: string): Promise<string> {
  if (basename(backup).endsWith(damaged)) return 'Use another one.'
  try {
    await rename(backup, `${backup}${damaged}`)
    return `It is called ${basename(backup)}${damaged} now, so that no later backup builds on it. Make a new one.`
  } catch {
    return 'Make a new one elsewhere.'
  }
}

async function mustBeAlone(target: string): Promise<void> {
  if (!(await lock(join(target, '.lock'), 0))) throw new Error(`Another backup or check is at work in ${target}.`)
}

await tool(backup)
