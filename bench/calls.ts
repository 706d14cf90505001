/** Calls a second into the real dialplan by SIPp, and how far the desk's record of them lies behind the switch. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { House } from '../journeys/support/house.ts'
import { round, spread, told } from './figures.ts'

type Load = {
  perSecond: number
  seconds: number
  /** How long each stays on the line; past 13 s of announcements it stands in the queue. */
  stays: number
}
/** An installation has sound ports for about ninety callers at once; none of these has more. */
const loads: readonly Load[] = [
  { perSecond: 10, seconds: 5, stays: 2 },
  { perSecond: 20, seconds: 5, stays: 2 },
  { perSecond: 40, seconds: 5, stays: 1.5 },
  { perSecond: 5, seconds: 8, stays: 16 },
]

export async function callsPerSecond(house: House, cluster: string) {
  const url = new URL(cluster)
  url.pathname = '/akmasa'
  const database = new pg.Client({ connectionString: url.href })
  await database.connect()
  const result = []
  for (const [n, load] of loads.entries()) {
    const one = await measure(house, database, load, `+905002${n}`)
    result.push(one)
    console.log(`Calls, ${load.perSecond} a second for ${load.seconds} s, each ${load.stays} s on the line: ${one.answered} of ${one.calls} answered; set-up ${told(one.setUp)}`)
    console.log(`  ${one.queued ? `${one.queued} reached the queue; ` : ''}every row true ${round(one.settled / 1000)} s after the last call; record behind the switch: ${told(one.behind)}`)
  }
  await database.end()
  return result
}

async function measure(house: House, database: pg.Client, load: Load, prefix: string) {
  const calls = load.perSecond * load.seconds
  const watching = watchRows(database, prefix, calls)
  const setUps = await sipp(house.endpoints.sip, load, prefix)
  const over = Date.now()
  const { behind, queued } = await watching
  return { ...load, calls, answered: setUps.length, setUp: spread(setUps), queued, settled: Math.max(0, Date.now() - over), behind: spread(behind) }
}

/** Looks until every call's row has ended; how long after its arrival each row was first there. */
async function watchRows(database: pg.Client, prefix: string, calls: number): Promise<{ behind: number[]; queued: number }> {
  const behind = new Map<string, number>()
  const giveUp = Date.now() + 60_000
  for (;;) {
    const { rows } = await database.query<{ id: string; arrived_at: Date; queued: boolean; ended: boolean }>({
      name: 'rows', text: `select id, arrived_at, queued_at is not null as queued, ended_at is not null as ended from calls.call where from_number like $1 || '%'`, values: [prefix],
    })
    for (const row of rows) if (!behind.has(row.id)) behind.set(row.id, Date.now() - row.arrived_at.getTime())
    const ended = rows.filter((row) => row.ended).length
    if (ended === calls || Date.now() > giveUp) {
      if (ended < calls) console.log(`  ${calls - ended} calls have no true row after a minute`)
      return { behind: [...behind.values()], queued: rows.filter((row) => row.queued).length }
    }
    await new Promise((go) => setTimeout(go, 25))
  }
}

/** @returns how long each answered call took from INVITE to 200, in milliseconds; SIPp's clock ticks every four. */
async function sipp(sip: string, load: Load, prefix: string): Promise<number[]> {
  const [, number, host, port] = /^sip:([^@]+)@([\d.]+):(\d+)$/.exec(sip)!
  const folder = mkdtempSync(join(tmpdir(), 'akmasa-load-'))
  try {
    writeFileSync(join(folder, 'load.xml'), scenario(prefix, load.stays * 1000))
    const args = ['-sf', 'load.xml', '-s', number!, '-r', String(load.perSecond), '-m', String(load.perSecond * load.seconds), '-i', '127.0.0.1', '-trace_rtt', '-rtt_freq', '1', '-nostdin', `${host}:${port}`]
    await once(spawn('sipp', args, { cwd: folder, stdio: 'ignore' }), 'exit')
    const file = readdirSync(folder).find((name) => name.endsWith('_rtt.csv'))
    const lines = file ? readFileSync(join(folder, file), 'utf8').trim().split('\n').slice(1) : []
    return lines.map((line) => Number(line.split(';')[1])).filter((ms) => Number.isFinite(ms))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const request = (method: string, prefix: string, cseq: number, to: string, body = '') => `${method} sip:[service]@[remote_ip]:[remote_port] SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
From: <sip:${prefix}[call_number]@[local_ip]:[local_port]>;tag=[pid]t[call_number]
${to}
Call-ID: [call_id]
CSeq: ${cseq} ${method}
Contact: <sip:${prefix}[call_number]@[local_ip]:[local_port]>
Max-Forwards: 70
${body ? 'Content-Type: application/sdp\n' : ''}Content-Length: [len]

${body}`
const sdp = `v=0
o=- 1 1 IN IP4 [local_ip]
s=-
c=IN IP4 [media_ip]
t=0 0
m=audio [media_port] RTP/AVP 8
a=rtpmap:8 PCMA/8000
`
const them = 'To: <sip:[service]@[remote_ip]:[remote_port]>'

/** A caller who says nothing, so that the sound costs the measuring computer only one side. */
const scenario = (prefix: string, stays: number) => `<?xml version="1.0" encoding="UTF-8"?>
<scenario name="load">
<send retrans="500" start_rtd="1"><![CDATA[
${request('INVITE', prefix, 1, them, sdp)}
]]></send>
<recv response="100" optional="true"/>
<recv response="180" optional="true"/>
<recv response="200" rtd="1"/>
<send><![CDATA[
${request('ACK', prefix, 1, '[last_To:]')}
]]></send>
<pause milliseconds="${stays}"/>
<send retrans="500"><![CDATA[
${request('BYE', prefix, 2, '[last_To:]')}
]]></send>
<recv response="200"/>
</scenario>
`
