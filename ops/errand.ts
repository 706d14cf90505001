/** A program that runs once and ends: set-up, a build. In a group of its own, so that a stop can end all of it. */
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { signalGroup, startApart, type Command } from './processes.ts'

/** Rejects with the last lines it wrote when it fails, and with the signal's reason when it is called off. */
export async function errand(
  name: string,
  command: Command,
  logDir: string,
  callOff: AbortSignal,
  onMessage?: (message: unknown) => void,
): Promise<void> {
  callOff.throwIfAborted()
  mkdirSync(logDir, { recursive: true })
  const file = join(logDir, `${name}.log`)
  const log = openSync(file, 'w', 0o640)
  const child = startApart(command, log, onMessage !== undefined)
  if (onMessage) child.on('message', onMessage)
  closeSync(log)
  const stop = () => child.pid !== undefined && signalGroup(child.pid, 'SIGKILL')
  callOff.addEventListener('abort', stop, { once: true })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve).once('error', () => resolve(null)))
  callOff.removeEventListener('abort', stop)
  callOff.throwIfAborted()
  if (code !== 0) throw new Error(`${name} has failed. Its last words, all of them in ${file}:\n${lastLines(file, 15)}`)
}

export function lastLines(file: string, count: number): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).map((line) => `    ${line}`).join('\n')
  } catch {
    return '    (nothing)'
  }
}
