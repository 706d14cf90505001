/** Bad days of machines: finds the children of a house, and ends them as power or memory would. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { isAlive, type ProcessId } from '../../ops/processes.ts'
import { type House, stateOf } from './house.ts'

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
  expect.poll(() => { const pid = pidOf(house, child); return pid !== undefined && pid !== before }, { timeout: 30_000, message: `${child} is back` }).toBe(true)

/** Where the house's citizens dial. */
export const sipPort = (house: House): number => Number(house.endpoints.sip.split(':').at(-1))
