/** Workbooks become separated text once, when the file is read; all that follows knows only that. */
import { open } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { Refusal } from '../../platform/refusal.ts'
import type { Converted } from './excel-worker.ts'

/** Of the thread's own heap; what it unpacks is bounded by what the workbook says it holds. */
const mostMegabytes = 1024
const mostUnpacked = 600 * 1024 * 1024
const longest = 120_000

/** @throws Refusal `import.excel_unreadable` for what is no workbook, or too large a one */
export async function convertWorkbook(from: string, to: string, sheet: string | null): Promise<Converted> {
  if ((await unpackedBytes(from)) > mostUnpacked) throw new Refusal('import.excel_unreadable')
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./excel-worker.ts', import.meta.url), { workerData: { from, to, sheet }, resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } })
    const refused = () => reject(new Refusal('import.excel_unreadable'))
    const late = setTimeout(() => { refused(); void worker.terminate() }, longest)
    worker.once('message', (converted: Converted) => resolve(converted))
    worker.once('error', refused)
    worker.once('exit', () => { clearTimeout(late); refused() })
  })
}

const endOfDirectory = 0x06054b50, entryOfDirectory = 0x02014b50
/**
 * What the entries of a zip file add up to unpacked, by its directory (APPNOTE 4.3.12 and 4.3.16): a few kilobytes may
 * hold gigabytes. Infinite for what is no zip file, or one of the large kind that no spreadsheet writes.
 */
export async function unpackedBytes(path: string): Promise<number> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const tail = Buffer.alloc(Math.min(size, 65_557))
    await file.read(tail, 0, tail.length, size - tail.length)
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
    if (end < 0 || end + 22 > tail.length || tail.readUInt32LE(end) !== endOfDirectory) return Infinity
    const [length, start] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
    if (start + length > size) return Infinity
    const directory = Buffer.alloc(length)
    await file.read(directory, 0, length, start)
    let total = 0
    for (let at = 0; at + 46 <= length && directory.readUInt32LE(at) === entryOfDirectory;) {
      total += directory.readUInt32LE(at + 24)
      at += 46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    }
    return total
  } finally { await file.close() }
}
