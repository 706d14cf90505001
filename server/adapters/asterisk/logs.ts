/**
 * Reads the switch's files from where we stopped. They are the truth about calls: whoever stores what was read together
 * with the new place, in one transaction, has each fact exactly once, however long the desk was away.
 */
import { watch, type FSWatcher } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { parseCallRecord, parseQueueRecord, type SwitchRecord } from './records.ts'

/** A place in a file that may have been renamed since. `head` tells a reused inode from the same file. */
export type Mark = { inode: number; offset: number; head: string }
export type Place = { callRecords?: Mark; queueLog?: Mark }
export type LogFiles = { callRecords: string; queueLog: string }

const chunk = 1 << 20

/** What was written since `from`, oldest first, and the place after it. Not necessarily all: read until it is empty. */
export async function readRecords(files: LogFiles, from: Place): Promise<{ records: SwitchRecord[]; place: Place }> {
  const calls = await readLines(files.callRecords, from.callRecords)
  const queue = await readLines(files.queueLog, from.queueLog)
  const records: SwitchRecord[] = [
    ...calls.lines.flatMap((line) => parseCallRecord(line) ?? []),
    ...queue.lines.flatMap((line) => parseQueueRecord(line) ?? []),
  ]
  // A stable sort: lines of one file stay in their order.
  records.sort((a, b) => a.at.getTime() - b.at.getTime())
  return { records, place: { callRecords: calls.mark, queueLog: queue.mark } }
}

/** The place after everything written so far: for a desk that begins today. */
export async function endOfRecords(files: LogFiles): Promise<Place> {
  let place: Place = {}
  for (;;) {
    const next = await readRecords(files, place)
    if (next.records.length === 0) return next.place
    place = next.place
  }
}

/**
 * Calls `take` with what is written, batch by batch and never two at a time, until closed. A batch whose `take`
 * throws comes again: the desk's database may be away for a while.
 */
export function followRecords(files: LogFiles, from: Place, take: (records: SwitchRecord[], place: Place) => Promise<void>,
  onProblem: (problem: unknown) => void): { close(): Promise<void> } {
  let place = from
  let closed = false
  let wake = () => {}
  const watchers: FSWatcher[] = []
  for (const folder of new Set([dirname(files.callRecords), dirname(files.queueLog)])) {
    try {
      watchers.push(watch(folder, () => wake()).on('error', () => {}))
    } catch {
      // Not there yet, or too many watches on this machine: once a second is late, but not lost.
    }
  }

  const run = (async () => {
    while (!closed) {
      let written = false
      const news = new Promise<void>((resolve) => {
        wake = () => {
          written = true
          resolve()
        }
      })
      try {
        const next = await readRecords(files, place)
        if (next.records.length > 0) await take(next.records, next.place)
        place = next.place
        if (next.records.length > 0) continue
      } catch (problem) {
        onProblem(problem)
      }
      if (!written && !closed) {
        const timer = setTimeout(wake, 1000)
        await news
        clearTimeout(timer)
      }
    }
  })()

  return {
    async close() {
      closed = true
      wake()
      for (const watcher of watchers) watcher.close()
      await run
    },
  }
}

async function readLines(file: string, from: Mark | undefined): Promise<{ lines: string[]; mark?: Mark }> {
  const chain = await versions(file)
  const found = from ? chain.findIndex((version) => version.inode === from.inode && version.head.startsWith(from.head)) : -1
  // Not there any more: everything that is left is read again. Twice is harmless, never is not.
  let mark = found >= 0 ? from : undefined
  for (const version of chain.slice(Math.max(found, 0))) {
    const offset = mark?.inode === version.inode ? mark.offset : 0
    const { lines, end } = await linesOf(version.path, offset)
    mark = { inode: version.inode, offset: end, head: version.head }
    if (lines.length > 0) return { lines, mark }
  }
  return { lines: [], mark }
}

/** The file and its set-aside predecessors (`.0` the youngest), oldest first. */
async function versions(file: string): Promise<{ path: string; inode: number; head: string }[]> {
  const name = basename(file)
  const names = await readdir(dirname(file)).catch(() => [])
  const age = (one: string) => (one === name ? -1 : Number(one.slice(name.length + 1)))
  const ours = names.filter((one) => one === name || (one.startsWith(`${name}.`) && Number.isInteger(age(one))))
  const found = await Promise.all(ours.toSorted((a, b) => age(b) - age(a)).map(async (one) => {
    const path = join(dirname(file), one)
    const info = await stat(path).catch(() => undefined)
    return info ? { path, inode: info.ino, head: (await bytesOf(path, 0, 80)).toString('latin1') } : undefined
  }))
  return found.filter((one) => one !== undefined)
}

async function linesOf(path: string, offset: number): Promise<{ lines: string[]; end: number }> {
  const bytes = await bytesOf(path, offset, chunk)
  const last = bytes.lastIndexOf(0x0a)
  if (last < 0) return { lines: [], end: offset }
  return { lines: bytes.toString('utf8', 0, last).split('\n'), end: offset + last + 1 }
}

async function bytesOf(path: string, offset: number, length: number): Promise<Buffer> {
  const handle = await open(path).catch(() => undefined)
  if (!handle) return Buffer.alloc(0)
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, offset)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
