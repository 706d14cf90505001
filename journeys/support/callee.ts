/** The carrier's side of the line and the citizen behind it, played by SIPp: whoever is rung answers, speaks and listens until the desk hangs up. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePorts, spoken } from './caller.ts'
import { root } from './house.ts'

export type Callee = AsyncDisposable & { /** Where the carrier's line ends: for `telephone.json`. */ readonly port: number }

/** Answers every call that comes, one after another, until it is disposed of. */
export async function sippCallee(words: string): Promise<Callee> {
  const folder = mkdtempSync(join(tmpdir(), 'akmasa-callee-')), scenario = join(folder, 'callee.xml'), port = await freePorts()
  writeFileSync(scenario, readFileSync(join(root, 'journeys/sipp/callee.xml'), 'utf8').replaceAll('{{audio}}', spoken(folder, words)))
  const child = spawn('sipp', ['-sf', scenario, '-i', '127.0.0.1', '-p', String(port), '-mp', String(await freePorts()), '-nostdin', '-aa'], { cwd: folder, stdio: 'ignore' })
  const over = new Promise<void>((go) => child.once('exit', () => go()))
  return {
    port,
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null) child.kill('SIGKILL')
      await over
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
