/** Bad days of machines: finds the children of a house, and ends them as power or memory would. */
import { readdirSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, type ProcessId } from '../../ops/processes.ts'
import { type House, stateOf } from './house.ts'
import { soon } from './soon.ts'

export type Child = 'postgres' | 'asterisk' | 'server' | 'disk-watch'

export function pidOf(house: House, child: Child): number | undefined {
  try {
    const found = JSON.parse(readFileSync(join(stateOf(house.data), 'run', `${child}.json`), 'utf8')) as ProcessId
    return isAlive(found) ? found.pid : undefined
  } catch {
    return undefined
  }
}

/** kill -9, and nothing else. */
export function kill(house: House, child: Child): number {
  const pid = pidOf(house, child)
  if (pid === undefined) throw new Error(`${child} does not run`)
  process.kill(pid, 'SIGKILL')
  return pid
}

/** Started again by the launcher, unasked. */
export const isBack = (house: House, child: Child, before: number): Promise<void> =>
  soon(() => { const pid = pidOf(house, child); return pid !== undefined && pid !== before }, `${child} is back`).toBe(true)

/** Where the house's citizens dial. */
export const sipPort = (house: House): number => Number(house.endpoints.sip.split(':').at(-1))

/** Every call begins with 13 s of notice and greeting; a story of many calls hears a second of each. */
export function shortenAnnouncements(house: House): void {
  const folder = join(stateOf(house.data), 'tel/data/sounds/tr/cc')
  for (const name of readdirSync(folder).filter((n) => /^(notice|greeting.*)\.alaw$/.test(n))) truncateSync(join(folder, name), Math.min(8000, statSync(join(folder, name)).size))
}
