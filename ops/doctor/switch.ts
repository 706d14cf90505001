/** The telephone: does it answer, is the line connected, can it speak and record? */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Ami, AmiRefused, type AmiMessage } from '../../server/adapters/asterisk/ami.ts'
import { within } from '../../server/platform/metrics.ts'
import { sipAnswers } from '../answers.ts'
import { administratorsWishes } from '../telephone-wish.ts'
import { bad, type Finding, ok, warn } from './finding.ts'
import type { Patient } from './patient.ts'

const patience = 4000

export async function switchFindings({ env, data, telephone, demo }: Patient): Promise<Finding[]> {
  const port = Number(env.ASTERISK_AMI_PORT)
  if (!port || !env.ASTERISK_AMI_USER || !env.ASTERISK_AMI_SECRET) return [bad('switch', 'switch.none')]
  const access = { host: env.ASTERISK_AMI_HOST ?? '127.0.0.1', port, user: env.ASTERISK_AMI_USER, secret: env.ASTERISK_AMI_SECRET }
  const ami = new Ami(access)
  const findings: Finding[] = []
  try {
    await within(patience, ami.ready())
    findings.push(ok('switch', 'switch.answers'), await lineFinding(ami, data, demo))
  } catch {
    findings.push(bad('switch', 'switch.away', { where: `${access.host}:${port}` }))
  } finally {
    ami.close()
  }
  const [, host = '', sip] = /@\[?([^\]]*)\]?:(\d+)$/.exec(env.SIP_ADDRESS ?? '') ?? []
  // Asked on loopback only: a port that listens elsewhere is asked by whoever calls.
  if (sip && /^(127\.|0\.0\.0\.0)/.test(host)) findings.push((await sipAnswers(Number(sip))) ? ok('switch', 'switch.sip', { port: sip }) : bad('switch', 'switch.sip_silent', { port: sip }))
  if (telephone) findings.push(promptsFinding(join(telephone, 'data/sounds')))
  if (env.ASTERISK_SPOOL) findings.push(recordingsFinding(env.ASTERISK_SPOOL, env.ALARM_FILE))
  return findings
}

/** A line with a name registers; one that is known by its address is asked whether it is there. */
async function lineFinding(ami: Ami, data: string, demo: boolean): Promise<Finding> {
  const { trunk } = administratorsWishes(data)
  if (!trunk) return demo ? ok('switch', 'switch.demo_line') : warn('switch', 'switch.no_trunk')
  const none = (problem: unknown): AmiMessage[] => { if (problem instanceof AmiRefused) return []; throw problem }
  const registered = (await ami.list('PJSIPShowRegistrationsOutbound').catch(none)).find((one) => one.ObjectName === 'trunk')
  if (registered) return lineState(registered.Status ?? '?', registered.Status === 'Registered')
  const contact = (await ami.list('PJSIPShowEndpoint', { Endpoint: 'trunk' }).catch(none)).find((one) => one.Event === 'ContactStatusDetail')
  // Written down and unknown to the switch: it still runs with older settings.
  const state = contact?.Status ?? 'Unknown'
  return lineState(state, contact !== undefined && !/unavail|unreach/i.test(state))
}
const lineState = (state: string, well: boolean) => (well ? ok('switch', 'switch.trunk', { state }) : bad('switch', 'switch.trunk_down', { state }))

/** As prompts.ts leaves word of what it has made. */
function promptsFinding(sounds: string): Finding {
  const file = join(sounds, 'made.json')
  if (!existsSync(file)) return bad('switch', 'switch.prompts_missing', { count: 1, first: file })
  const made = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  const absent = Object.keys(made).filter((name) => !existsSync(join(sounds, name)) || statSync(join(sounds, name)).size === 0)
  if (absent.length > 0) return bad('switch', 'switch.prompts_missing', { count: absent.length, first: absent[0]! })
  const tones = createHash('sha256').update('tones\n2').digest('hex')
  return Object.values(made).includes(tones) ? warn('switch', 'switch.prompts_tones') : ok('switch', 'switch.prompts', { count: Object.keys(made).length })
}

/** Looked at and not tried: the doctor writes nothing. */
function recordingsFinding(folder: string, alarm: string | undefined): Finding {
  if (alarm && existsSync(alarm)) return bad('switch', 'switch.recordings_stopped')
  try {
    const { mode, uid } = statSync(folder)
    const parent = statSync(join(folder, '..'))
    if ((mode & 0o300) !== 0o300) return bad('switch', 'switch.recordings_closed', { folder, why: `0${(mode & 0o777).toString(8)}` })
    if (uid !== parent.uid) return bad('switch', 'switch.recordings_closed', { folder, why: `uid ${uid} ≠ ${parent.uid}` })
    return ok('switch', 'switch.recordings', { folder })
  } catch (problem) {
    return bad('switch', 'switch.recordings_closed', { folder, why: (problem as NodeJS.ErrnoException).code ?? '' })
  }
}
