/** Runs other programs. Nothing here goes through a shell. */
import { spawn } from 'node:child_process'

export type Done = { code: number | null; out: string; err: string }
type Options = { env?: NodeJS.ProcessEnv; cwd?: string; input?: string }

/** Waits for the end of a program, whatever its exit code; a program that cannot be started ends with code null. */
export function run(command: string, args: string[], options: Options = {}): Promise<Done> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: options.env, cwd: options.cwd, stdio: 'pipe' })
    let [out, err] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.on('error', (problem) => resolve({ code: null, out, err: err + problem.message }))
    child.on('close', (code) => resolve({ code, out, err }))
    child.stdin.on('error', () => {}) // it may end without reading what we have to say
    child.stdin.end(options.input ?? '')
  })
}

/** The same, for programs that must succeed: throws with what it said. */
export async function must(command: string, args: string[], options: Options = {}): Promise<string> {
  const done = await run(command, args, options)
  if (done.code !== 0) throw new Error(`${command} ${args[0] ?? ''}: ${(done.err || done.out).trim().slice(-2000)}`)
  return done.out
}

export const has = async (command: string): Promise<boolean> => (await run('sh', ['-c', `command -v ${command}`])).code === 0

/**
 * Holds an advisory lock on a file while `work` runs. `flock` keeps it and not we: if we are killed its input
 * closes and the lock is free at once, so nobody ever has to guess whether a lock is stale.
 */
export async function locked<T>(file: string, work: () => Promise<T>): Promise<T> {
  const holder = spawn('flock', [file, 'sh', '-c', 'echo held; cat >/dev/null'], { stdio: ['pipe', 'pipe', 'inherit'] })
  await new Promise<void>((resolve, reject) => {
    holder.stdout.once('data', () => resolve())
    holder.once('error', reject)
    holder.once('exit', () => reject(new Error(`cannot lock ${file}`)))
  })
  try {
    return await work()
  } finally {
    holder.stdin.end()
  }
}
