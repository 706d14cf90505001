/** Recordings as the switch leaves them: 16 bit samples without a header, so whatever a crash leaves can be played. */
import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Alarms, Recordings } from '../../rooms/calls/index.ts'
import { rate, wavHeader } from './audio.ts'

/** `.raw`: both sides, left the citizen and right the desk. `.sln`: a message, one side. */
const channelsOf: Record<string, number> = { raw: 2, sln: 1 }

export function recordings(folder: string): Recordings {
  return {
    async read(file) {
      const name = basename(file) // a name from a record, never a path
      const channels = channelsOf[name.split('.').at(-1) ?? '']
      if (!channels) return undefined
      const found = await readFile(join(folder, name)).catch(() => undefined)
      if (!found) return undefined
      const whole = found.subarray(0, found.length - (found.length % (2 * channels))) // a torn last frame
      return { bytes: Buffer.concat([wavHeader(whole.length, channels), whole]), seconds: whole.length / (2 * channels * rate) }
    },
  }
}

/** What disk-watch.sh complains of. */
export function spaceAlarm(file: string): Alarms {
  return {
    async now() {
      const since = (await stat(file).catch(() => undefined))?.mtime
      return since ? [{ code: 'recordings.no_space', since, facts: {} }] : []
    },
  }
}
