/** Processes by pid and start time, so that a pid given to somebody else since is never taken for ours. */
import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

export type ProcessId = { pid: number; started: string }

export type Command = {
  file: string
  args: string[]
  env: NodeJS.ProcessEnv
  cwd: string
  uid?: number
  gid?: number
}

/** The process of this pid if it lives; one that has ended and only waits to be collected does not. */
export function identify(pid: number): ProcessId | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The name in brackets may itself hold spaces and brackets; what follows the last one has fixed places (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined
    return { pid, started: `${bootId()}-${fields[19]}` }
  } catch {
    return undefined
  }
}

export const isAlive = (process: ProcessId): boolean => identify(process.pid)?.started === process.started

/** Resolves when it has ended. Not our child any more, so nobody tells us: looked at five times a second. */
export async function ended(process: ProcessId): Promise<void> {
  while (isAlive(process)) await delay(200)
}

/** A signal to the whole group that the process leads; false when nothing of it is left. */
export function signalGroup(leader: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(-leader, signal)
    return true
  } catch {
    return false
  }
}

/**
 * Starts it as the leader of a group of its own: neither a terminal's Ctrl-C nor our own end reaches it.
 * With `talk` it has a channel to us (`process.send`), and then it does depend on us.
 */
export function startApart(command: Command, log: number, talk = false): ChildProcess {
  const { file, args, ...rest } = command
  return spawn(file, args, { ...rest, detached: true, stdio: talk ? ['ignore', log, log, 'ipc'] : ['ignore', log, log] })
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
}
