/** A citizen's telephone played by SIPp: rings, says a Turkish complaint, and listens until the desk hangs up. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createSocket } from 'node:dgram'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './house.ts'

/** A free UDP port with the next one free too (RTP and RTCP). */
export async function freePorts(): Promise<number> {
  for (;;) {
    const first = createSocket('udp4')
    const port = await new Promise<number>((go) => first.bind(0, '127.0.0.1', () => go(first.address().port)))
    first.close()
    if (port % 2 === 0 && port < 60000) return port
  }
}

/** What she says, spoken by the synthesiser and made into telephone sound. */
export function spoken(folder: string, words: string): string {
  const wav = join(folder, 'said.wav')
  const alaw = join(folder, 'said.alaw')
  execFileSync('espeak-ng', ['-v', 'tr', '-s', '150', '-w', wav, words])
  execFileSync('sox', [wav, '-r', '8000', '-c', '1', '-e', 'a-law', '-t', 'raw', alaw, 'norm', '-3'])
  return alaw
}

export type Caller = AsyncDisposable & {
  /** Resolves with SIPp's exit code once the call is over; 0: it went as a call should. */
  readonly over: Promise<number>
}

/** @param sip as in endpoints.json: `sip:153@127.0.0.1:5060`. @param seconds after which she hangs up herself. */
export async function sippCall({ sip, from, words, seconds = 120 }: { sip: string; from: string; words: string; seconds?: number }): Promise<Caller> {
  const [, number, host, port] = /^sip:([^@]+)@([\d.]+):(\d+)$/.exec(sip) ?? []
  if (!number || !host || !port) throw new Error(`not a SIP address: ${sip}`)
  const folder = mkdtempSync(join(tmpdir(), 'akmasa-caller-'))
  const scenario = join(folder, 'caller.xml')
  writeFileSync(scenario, readFileSync(join(root, 'journeys/sipp/caller.xml'), 'utf8').replaceAll('{{from}}', from).replaceAll('{{audio}}', spoken(folder, words)).replaceAll('{{milliseconds}}', String(seconds * 1000)))
  const child = spawn('sipp', ['-sf', scenario, '-s', number, '-m', '1', '-i', '127.0.0.1', '-p', String(await freePorts()), '-mp', String(await freePorts()), '-nostdin', `${host}:${port}`], { cwd: folder, stdio: 'ignore' })
  const over = new Promise<number>((go) => child.once('exit', (code) => go(code ?? -1)))
  return {
    over,
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null) child.kill('SIGKILL')
      await over
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
