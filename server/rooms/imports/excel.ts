/** Workbooks become separated text once, when the file is read; all that follows knows only that. */
import { Worker } from 'node:worker_threads'
import { Refusal } from '../../platform/refusal.ts'
import type { Converted } from './excel-worker.ts'

/** Measured: 40,000 rows of 16 columns take about a third of this. */
const mostMegabytes = 1024
const longest = 120_000

/** @throws Refusal `import.excel_unreadable` for what is no workbook, or too large a one */
export function convertWorkbook(from: string, to: string, sheet: string | null): Promise<Converted> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./excel-worker.ts', import.meta.url), { workerData: { from, to, sheet }, resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } })
    const refused = () => reject(new Refusal('import.excel_unreadable'))
    const late = setTimeout(() => { refused(); void worker.terminate() }, longest)
    worker.once('message', (converted: Converted) => resolve(converted))
    worker.once('error', refused)
    worker.once('exit', () => { clearTimeout(late); refused() })
  })
}
