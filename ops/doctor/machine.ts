/** The machine: its clock, its disks, the gateways it must reach, its parts and its last backup. */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { readdir, stat, statfs } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { administratorsWishes } from '../telephone-wish.ts'
import type { Readiness } from '../../server/platform/health.ts'
import { bad, type Finding, ok, warn } from './finding.ts'
import type { Patient } from './patient.ts'

const run = promisify(execFile)
const hour = 3600_000
const day = 24 * hour

// ---- parts

export async function partFindings({ parts, kind, stopped, data }: Patient): Promise<Finding[]> {
  if (stopped) return [bad('parts', 'part.stopped', { data })]
  return Promise.all(parts.map(async ({ role, health, log }) => {
    const facts = { part: role, role, log }
    try {
      const answer = await fetch(health, { signal: AbortSignal.timeout(5000) })
      const { ready, parts: found } = (await answer.json()) as Readiness
      if (ready) return ok('parts', 'part.ready', facts)
      const lacks = Object.entries(found).flatMap(([name, part]) => (part.ok ? [] : [`${name} (${part.why})`])).join(', ')
      return bad('parts', 'part.lacks', { ...facts, lacks })
    } catch {
      return bad('parts', kind === 'house' ? 'part.house_down' : 'part.down', { ...facts, where: new URL(health).host })
    }
  }))
}

// ---- clock

/** Who keeps the clock here, if anyone; each asked only if it is there. */
export async function syncFinding(): Promise<Finding> {
  const said = async (command: string, args: string[]) => run(command, args, { timeout: 4000 }).then(({ stdout }) => stdout.trim(), () => undefined)
  const byDaemon = await said('timedatectl', ['show', '-p', 'NTPSynchronized', '--value'])
  if (byDaemon === 'yes' || existsSync('/run/systemd/timesync/synchronized')) return ok('time', 'time.synced')
  // Comma-separated; the last field is the leap status.
  const byChrony = (await said('chronyc', ['-c', 'tracking']))?.split(',').at(-1)
  if (byChrony) return byChrony === 'Not synchronised' ? bad('time', 'time.not_synced') : ok('time', 'time.synced')
  return byDaemon === 'no' ? bad('time', 'time.not_synced') : warn('time', 'time.sync_unknown')
}

// ---- disk

export type Limits = { badMb: number; warnMb: number; badDays: number; warnDays: number }
export const limits: Limits = { badMb: 1000, warnMb: 5000, badDays: 7, warnDays: 30 }
const gigabytes = (bytes: number) => Math.round(bytes / 1e8) / 10

export async function diskFindings({ env, data, databaseFolder }: Patient, now: Date, limit: Limits = limits): Promise<Finding[]> {
  const folders = { DATA_DIR: data, PostgreSQL: databaseFolder, ASTERISK_SPOOL: env.ASTERISK_SPOOL }
  const seen = new Map<string, Finding>()
  for (const [of, folder] of Object.entries(folders)) {
    const found = folder && existsSync(folder) ? await statfs(folder) : undefined
    if (!found || !folder) continue
    const free = found.bavail * found.bsize
    const facts = { of, folder, free: gigabytes(free), percent: Math.round((100 * found.bavail) / found.blocks) }
    // Three folders of one disk are one line.
    const disk = `${(await stat(folder)).dev}`
    const before = seen.get(disk)
    if (before) seen.set(disk, { ...before, facts: { ...before.facts, of: `${before.facts.of}, ${of}` } })
    else seen.set(disk, free < limit.badMb * 1e6 ? bad('disk', 'disk.full', facts) : free < limit.warnMb * 1e6 ? warn('disk', 'disk.little', facts) : ok('disk', 'disk.room', facts))
  }
  return [...seen.values(), ...(env.ASTERISK_SPOOL && existsSync(env.ASTERISK_SPOOL) ? [await growthFinding(env.ASTERISK_SPOOL, data, now, limit)] : [])]
}

/** How long the space lasts if every week is like the last. */
async function growthFinding(folder: string, data: string, now: Date, limit: Limits): Promise<Finding> {
  const files = (await Promise.all((await readdir(folder)).map((name) => stat(join(folder, name)).catch(() => undefined)))).filter((one) => one?.isFile())
  const week = files.filter((one) => now.getTime() - one!.mtimeMs < 7 * day)
  if (week.length === 0) return ok('disk', 'disk.no_growth')
  const oldest = Math.min(...files.map((one) => one!.mtimeMs))
  const span = Math.min(7, Math.max(1, (now.getTime() - oldest) / day))
  const perDay = week.reduce((sum, one) => sum + one!.size, 0) / span
  const { bavail, bsize } = await statfs(folder)
  const keep = (administratorsWishes(data).keepFreeMb ?? 512) * 1024 * 1024
  const days = Math.max(0, Math.floor((bavail * bsize - keep) / Math.max(perDay, 1)))
  const facts = { days: Math.min(days, 9999), perDay: Math.max(1, Math.round(perDay / 1e6)) }
  return days < limit.badDays ? bad('disk', 'disk.days_few', facts) : days < limit.warnDays ? warn('disk', 'disk.days_few', facts) : ok('disk', 'disk.days', facts)
}

// ---- gateways: a connection and no word, since a word could be a message

export async function gatewayFindings({ env }: Patient): Promise<Finding[]> {
  const reach = async (url: string, kind: 'sms' | 'mail', standard: number): Promise<Finding> => {
    if (!URL.canParse(url)) return bad('gateways', `${kind}.away`, { host: '?', why: 'URL' })
    const at = new URL(url)
    const [host, port] = [at.hostname.replace(/^\[|\]$/g, ''), Number(at.port) || standard]
    const why = await connects(host, port)
    return why === undefined ? ok('gateways', `${kind}.reached`, { host: `${host}:${port}` }) : bad('gateways', `${kind}.away`, { host: `${host}:${port}`, why })
  }
  const found = await Promise.all([
    env.SMS_GATEWAY_URL ? reach(env.SMS_GATEWAY_URL, 'sms', env.SMS_GATEWAY_URL.startsWith('https:') ? 443 : 80) : warn('gateways', 'sms.none'),
    env.MAIL_URL ? reach(env.MAIL_URL, 'mail', env.MAIL_URL.startsWith('smtps:') ? 465 : 587) : warn('gateways', 'mail.none'),
  ])
  // Messages go out, and the links in them lead to where no citizen is.
  return (env.SMS_GATEWAY_URL || env.MAIL_URL) && !env.CITIZENS_URL ? [...found, warn('gateways', 'links.nowhere')] : found
}

/** @returns why not, or undefined. */
const connects = (host: string, port: number): Promise<string | undefined> => new Promise((resolve) => {
  const socket = connect({ host, port, timeout: 5000 })
  const done = (why?: string) => { socket.destroy(); resolve(why) }
  socket.once('connect', () => done()).once('timeout', () => done('ETIMEDOUT')).once('error', (problem: NodeJS.ErrnoException) => done(problem.code ?? 'error'))
})

// ---- backup

export function backupFinding({ data }: Patient, now: Date): Finding {
  const file = join(data, 'last-backup.json')
  if (!existsSync(file)) return warn('backup', 'backup.none')
  const { at, dir, ok: well } = JSON.parse(readFileSync(file, 'utf8')) as { at: string; dir: string; ok: boolean }
  const age = now.getTime() - new Date(at).getTime()
  const hours = Math.max(0, Math.round(age / hour))
  if (!well) return bad('backup', 'backup.failed', { dir, hours })
  const days = Math.floor(age / day)
  return age < 26 * hour ? ok('backup', 'backup.fresh', { dir, hours }) : age < 8 * day ? warn('backup', 'backup.old', { dir, days }) : bad('backup', 'backup.old', { dir, days })
}
