/** The adapter's door for the desk. The launcher uses install.ts, config.ts and prompts.ts directly. */
import { join } from 'node:path'
import type { Telephone } from '../../rooms/calls/index.ts'
import { callRecords } from './logs.ts'
import { recordings, spaceAlarm } from './spool.ts'
import { connectSwitch } from './switch.ts'

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
}

export function connectAsterisk(access: AsteriskAccess, onProblem: (problem: unknown) => void): Telephone {
  return {
    switch: connectSwitch(access, access.socket),
    records: callRecords(join(access.log, 'cel-custom/Master.csv'), onProblem),
    recordings: recordings(access.spool),
    alarms: spaceAlarm(access.alarmFile),
  }
}
