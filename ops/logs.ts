/** Keeps the children's logs small. They hold their file open for as long as they live, so it is copied and emptied. */
import { copyFileSync, readdirSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'

const most = 20_000_000

export function trimLogs(logDir: string, limit = most): void {
  for (const name of readdirSync(logDir).filter((name) => name.endsWith('.log'))) {
    const file = join(logDir, name)
    if (statSync(file).size <= limit) continue
    copyFileSync(file, `${file}.1`)
    truncateSync(file) // they append, so the next line stands at the beginning
  }
}
