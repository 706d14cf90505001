/**
 * Keeps one child alive: starts it, starts it again when it dies, takes over the one a dead launcher left behind.
 * Its output goes to a file and not to us, so that it does not depend on us at all.
 */
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ended, identify, isAlive, signalGroup, startApart, type Command, type ProcessId } from './processes.ts'

export type ChildPlan = {
  name: string
  /** Asked before every start: what it needs may have been removed since. */
  command: () => Promise<Command>
  /** A left-behind child of another version is ended and started anew. */
  version: string
  ending: Ending
}

/** How it is asked to end, each with how long it may take; then it is killed. */
export type Ending = readonly (readonly [signal: NodeJS.Signals, milliseconds: number])[]

export type Child = {
  readonly name: string
  /** Whether it was running already when we came. */
  readonly adopted: boolean
  pid(): number | undefined
  stop(): Promise<void>
}

export type Around = { runDir: string; logDir: string; say: (line: string) => void }

const firstPause = 100
const longestPause = 5_000
/** Whoever lived this long has started well; the next end is not counted as another failure of the same. */
const settled = 10_000

/** Resolves when the child has been started for the first time, or taken over. */
export async function keepAlive(plan: ChildPlan, around: Around): Promise<Child> {
  const note = join(around.runDir, `${plan.name}.json`)
  for (const dir of [around.runDir, around.logDir]) mkdirSync(dir, { recursive: true })

  const stopping = new AbortController()
  const left = leftBehind(note)
  if (left && left.version !== plan.version) await end(left, plan.ending)
  const adopted = left !== undefined && left.version === plan.version

  let running: Running | undefined = adopted ? { id: left, gone: ended(left) } : await start(plan, note, around)
  const kept = keep()

  async function keep(): Promise<void> {
    let pause = firstPause
    let failures = 0
    for (;;) {
      const since = Date.now()
      if (running) {
        await running.gone
        signalGroup(running.id.pid, 'SIGKILL') // what it started itself must not stand in its successor's way
      }
      running = undefined
      if (stopping.signal.aborted) return
      failures = Date.now() - since > settled ? 1 : failures + 1
      pause = failures === 1 ? firstPause : Math.min(pause * 2, longestPause)
      if (failures < 4) around.say(`${plan.name} has ended unasked; it is started again.`)
      if (failures === 4) around.say(`${plan.name} ends again and again; it is tried every few seconds. Its words are in ${around.logDir}/${plan.name}.log`)
      if (await aborted(stopping.signal, pause)) return
      running = await start(plan, note, around).catch((problem: unknown) => {
        around.say(`${plan.name} could not be started: ${problem instanceof Error ? problem.message : String(problem)}`)
        return undefined
      })
      // Told to stop while it was being started: nobody else knows of it yet.
      if (stopping.signal.aborted && running) await end(running.id, plan.ending)
    }
  }

  return {
    name: plan.name,
    adopted,
    pid: () => running?.id.pid,
    async stop() {
      stopping.abort()
      if (running) await end(running.id, plan.ending)
      await kept
      rmSync(note, { force: true })
    },
  }
}

/** Whether a child of this name was left running here. */
export const isRunning = (runDir: string, name: string): boolean => leftBehind(join(runDir, `${name}.json`)) !== undefined
/** Is any child noted in this folder alive, whoever started it? */
export const anyRunning = (runDir: string): boolean =>
  existsSync(runDir) && readdirSync(runDir).some((name) => name.endsWith('.json') && leftBehind(join(runDir, name)) !== undefined)

/** Ends whatever was left running here, without knowing what it is. */
export async function endLeftBehind(runDir: string): Promise<void> {
  const notes = existsSync(runDir) ? readdirSync(runDir).filter((name) => name.endsWith('.json')) : []
  await Promise.all(
    notes.map(async (name) => {
      const left = leftBehind(join(runDir, name))
      if (left) await end(left, left.ending)
      rmSync(join(runDir, name), { force: true })
    }),
  )
}

type Running = { id: ProcessId; gone: Promise<unknown> }

async function start(plan: ChildPlan, note: string, around: Around): Promise<Running> {
  const command = await plan.command()
  const log = openSync(join(around.logDir, `${plan.name}.log`), 'a', 0o640)
  try {
    const child = startApart(command, log)
    const gone = new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
    const id = child.pid === undefined ? undefined : identify(child.pid)
    if (child.pid === undefined) throw new Error(`${command.file} cannot be run`)
    if (id) writeNote(note, { ...id, version: plan.version, ending: plan.ending })
    return { id: id ?? { pid: child.pid, started: 'ended at once' }, gone }
  } finally {
    closeSync(log)
  }
}

/** Asks, waits, and kills in the end. Resolves when it is gone. */
async function end(id: ProcessId, ending: Ending): Promise<void> {
  for (const [signal, milliseconds] of [...ending, ['SIGKILL', 2_000] as const]) {
    if (!isAlive(id)) break
    signalGroup(id.pid, signal)
    await within(milliseconds, () => !isAlive(id))
  }
  signalGroup(id.pid, 'SIGKILL')
}

async function within(milliseconds: number, done: () => boolean): Promise<void> {
  const until = Date.now() + milliseconds
  while (!done() && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** True as soon as the signal is aborted, false when the time is over. */
function aborted(signal: AbortSignal, milliseconds: number): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(true)
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), milliseconds)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve(true)), { once: true })
  })
}

type Note = ProcessId & { version: string; ending: Ending }

function leftBehind(note: string): Note | undefined {
  try {
    const found = JSON.parse(readFileSync(note, 'utf8')) as Note
    return isAlive(found) ? found : undefined
  } catch {
    return undefined
  }
}

function writeNote(note: string, what: Note): void {
  writeFileSync(`${note}.new`, JSON.stringify(what))
  renameSync(`${note}.new`, note)
}
