/** The adapter's door for the desk. The launcher uses install.ts, config.ts and prompts.ts directly. */
import { join } from 'node:path'
import type { Telephone } from '../../rooms/calls/index.ts'
import type { Pager } from '../../rooms/duty/index.ts'
import { callRecords } from './logs.ts'
import { asteriskPager } from './pager.ts'
import { recordings, spaceAlarm } from './spool.ts'
import { connectSwitch } from './switch.ts'
import { asteriskVoice, synthesiser } from './voice.ts'

export { prompts } from './prompts.ts'

export type AsteriskAccess = {
  host: string
  port: number
  user: string
  secret: string
  /** Where browsers reach it: `ws://…/ws`. */
  socket: string
  /** Folder of the recordings. */
  spool: string
  /** Folder of its logs, with `cel-custom/Master.csv` in it. */
  log: string
  alarmFile: string
  /** The switch's own folder and where its synthesiser was put; without them what it says cannot be changed from here. */
  sounds?: { runDir: string; cacheDir: string } | undefined
}

export function connectAsterisk(access: AsteriskAccess, onProblem: (problem: unknown) => void): Telephone & { pager: Pager } {
  const line = connectSwitch(access, access.socket)
  const records = callRecords(join(access.log, 'cel-custom/Master.csv'), onProblem)
  return {
    switch: line,
    records,
    pager: asteriskPager(line.ami, records, access.sounds && { runDir: access.sounds.runDir, speech: synthesiser(access.sounds.cacheDir) }),
    recordings: recordings(access.spool),
    alarms: spaceAlarm(access.alarmFile),
    ...(access.sounds && { voice: asteriskVoice(access.sounds.runDir, synthesiser(access.sounds.cacheDir)) }),
  }
}
