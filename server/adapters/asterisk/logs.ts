/**
 * Reads the switch's call records from where we stopped. The file is the truth about calls: whoever stores what was read
 * together with the new position, in one transaction, has each line once, however long the desk was away.
 */
import { watch, type FSWatcher } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { CallRecord, CallRecords, Position } from '../../rooms/calls/index.ts'
import { parseCallRecord } from './records.ts'

const chunk = 1 << 20

/** @param file `Master.csv`; its set-aside predecessors stand beside it as `Master.csv.0` (the youngest), `.1`, … */
export function callRecords(file: string, onProblem: (problem: unknown) => void): CallRecords {
  return {
    unread: (from) => unreadBytes(file, from),

    follow(from, take) {
      const bell = makeBell()
      const watcher = watchFolder(dirname(file), bell.ring)
      let stopped = false

      const run = (async () => {
        let place = from
        while (!stopped) {
          bell.reset()
          let read: Awaited<ReturnType<typeof readRecords>> | undefined
          try {
            read = await readRecords(file, place)
            if (read.records.length > 0) await take(read.records, read.place!)
            place = read.place
          } catch (problem) {
            onProblem(problem)
            read = undefined // the same lines come again
          }
          if (!stopped && !read?.records.length) await bell.rings(1000)
        }
      })()

      return {
        async stop() {
          stopped = true
          bell.ring()
          watcher?.close()
          await run
        },
      }
    },
  }
}

/** What was written since `from`, in order, and the position after it. Perhaps not all: read until it is empty. */
export async function readRecords(file: string, from: Position | undefined): Promise<{ records: CallRecord[]; place: Position | undefined }> {
  const chain = await versions(file)
  const found = from ? chain.findIndex((one) => one.inode === from.inode && one.head.startsWith(from.file)) : -1
  // Not there any more: everything that is left is read again. Twice is harmless, never is not.
  let place = found >= 0 ? from : undefined
  for (const version of chain.slice(Math.max(found, 0))) {
    const { lines, end } = await linesOf(version.path, place?.inode === version.inode ? place.offset : 0)
    place = { file: version.head, inode: version.inode, offset: end }
    const records = lines.flatMap((line) => parseCallRecord(line) ?? [])
    if (records.length > 0) return { records, place }
  }
  return { records: [], place }
}

/** How much was written since `from`; half a line at the end counts, so a busy switch may show a few bytes. */
export async function unreadBytes(file: string, from: Position | undefined): Promise<number> {
  const chain = await versions(file)
  const found = from ? chain.findIndex((one) => one.inode === from.inode && one.head.startsWith(from.file)) : -1
  const left = chain.slice(Math.max(found, 0)).reduce((sum, one) => sum + one.size, 0)
  return Math.max(0, left - (found >= 0 ? from!.offset : 0))
}

type Version = { path: string; inode: number; head: string; size: number }

/** The file and its predecessors, oldest first. The head tells a reused inode from the same file. */
async function versions(file: string): Promise<Version[]> {
  const name = basename(file)
  const names = await readdir(dirname(file)).catch(() => [])
  const age = (one: string) => (one === name ? -1 : Number(one.slice(name.length + 1)))
  const ours = names.filter((one) => one === name || (one.startsWith(`${name}.`) && Number.isInteger(age(one))))
  const found: Version[] = []
  for (const one of ours.toSorted((a, b) => age(b) - age(a))) {
    const path = join(dirname(file), one)
    const info = await stat(path).catch(() => undefined)
    const head = info && (await bytesOf(path, 0, 120)).toString('latin1').split('\n')[0]!
    if (info && head) found.push({ path, inode: info.ino, head, size: info.size })
  }
  return found
}

async function linesOf(path: string, offset: number): Promise<{ lines: string[]; end: number }> {
  const bytes = await bytesOf(path, offset, chunk)
  const last = bytes.lastIndexOf(0x0a) // the rest of a line being written comes next time
  if (last < 0) return { lines: [], end: offset }
  return { lines: bytes.toString('utf8', 0, last).split('\n'), end: offset + last + 1 }
}

async function bytesOf(path: string, offset: number, length: number): Promise<Buffer> {
  const handle = await open(path).catch(() => undefined) // renamed this instant: found again next time
  if (!handle) return Buffer.alloc(0)
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, offset)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function watchFolder(folder: string, ring: () => void): FSWatcher | undefined {
  try {
    return watch(folder, ring).on('error', () => {})
  } catch {
    return undefined // not there yet, or too many watches on this machine: once a second is late, but not lost
  }
}

/** Remembers a ring that came before anyone listened. */
function makeBell() {
  let rung = false
  let wake = () => {}
  return {
    ring: () => {
      rung = true
      wake()
    },
    reset: () => void (rung = false),
    rings: (atLatest: number) => new Promise<void>((resolve) => {
      if (rung) return resolve()
      const timer = setTimeout(resolve, atLatest)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    }),
  }
}
