import { execFileSync, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { freePort } from '../../server/adapters/host.ts'
import { urlFor, withClient } from '../../server/adapters/postgres/index.ts'
import { wallClock } from '../../server/platform/clock.ts'
import { testDatabase } from '../../server/testing/cluster.ts'
import { testServer } from '../../server/testing/server.ts'
import { testSwitch } from '../../server/testing/switch.ts'
import { root } from '../install.mjs'
import { environmentFile } from '../service/files.ts'
import { makeAuthority, makeServerCertificate } from '../tls/authority.ts'
import { certificateFindings } from './certificates.ts'
import { databaseFindings, workFindings } from './database.ts'
import { examine } from './examine.ts'
import { type Finding, worded } from './finding.ts'
import { backupFinding, diskFindings, gatewayFindings } from './machine.ts'
import type { Patient } from './patient.ts'
import { switchFindings } from './switch.ts'
import { en } from './texts-en.ts'
import { tr } from './texts-tr.ts'

const adminUrl = inject('adminUrl')
const hour = 3600_000
const codes = (findings: readonly Finding[], ...levels: Finding['level'][]) => findings.filter((one) => levels.length === 0 || levels.includes(one.level)).map((one) => one.code)
const asOwner = (url: string, statement: string) => withClient(url, async (client) => void (await client.query(statement)))

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'akmasa-doctor-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  return dir
}
const patientOf = (env: Record<string, string> = {}, more: Partial<Patient> = {}): Patient => ({ kind: 'service', env, data: folder(), parts: [], demo: false, ...more })

test('a sound database is found sound, by a role that may change nothing in it', async () => {
  await using database = await testDatabase(adminUrl)
  const found = await databaseFindings(database.appUrl, wallClock)
  expect(codes(found)).toEqual(['database.answers', 'database.role', 'database.rows', 'database.connections', 'time.same', 'database.schema', 'time.zone', 'work.flows'])
  expect(codes(found, 'warn', 'bad')).toEqual([])
})

test('a database that is down, of another version, or served by the wrong role is named, with what to do', async () => {
  await using database = await testDatabase(adminUrl)
  const down = await databaseFindings('postgres://akmasa_app:secret-of-ours@127.0.0.1:1/akmasa', wallClock)
  expect(codes(down)).toEqual(['database.away'])
  expect(JSON.stringify(down)).not.toContain('secret-of-ours')
  expect(codes(await databaseFindings(database.adminUrl, wallClock), 'bad')).toContain('database.role_too_strong')

  await asOwner(database.ownerUrl, `insert into migrate.done (name, run_on) values ('9999_tomorrow', now())`)
  expect(codes(await databaseFindings(database.appUrl, wallClock), 'bad')).toEqual(['database.newer'])
  await asOwner(database.ownerUrl, `delete from migrate.done where name in ('9999_tomorrow', '0009_calls')`)
  const [behind] = (await databaseFindings(database.appUrl, wallClock)).filter((one) => one.level === 'bad')
  expect(behind).toMatchObject({ code: 'database.behind', facts: { missing: '0009_calls' } })
  const never = urlFor(adminUrl, { database: 'postgres' })
  expect(codes(await databaseFindings(never, wallClock), 'bad')).toContain('database.behind')
})

test('a table whose row security was loosened by hand is found', async () => {
  await using database = await testDatabase(adminUrl)
  await asOwner(database.ownerUrl, 'alter table citizens.phone no force row level security; alter table calls.call disable row level security')
  const [open] = (await databaseFindings(database.appUrl, wallClock)).filter((one) => one.level === 'bad')
  expect(open).toMatchObject({ code: 'database.rows_open', facts: { tables: 'calls.call, citizens.phone' } })
})

test('a clock that stands, or was set back, is found by the database’s clock and by rows from the future', async () => {
  await using database = await testDatabase(adminUrl)
  await asOwner(database.ownerUrl, `insert into outbox.event (name, fact, at) values ('alarm.changed', '{"code":"x"}', now())`)
  const slow = { now: () => new Date(Date.now() - hour) }
  const found = await databaseFindings(database.appUrl, slow)
  expect(codes(found, 'bad')).toEqual(['time.differs', 'time.behind_rows'])
  expect(found.find((one) => one.code === 'time.differs')!.facts.seconds).toBeGreaterThan(3590)
})

test('work that nobody does is found: events not handed on, jobs not done, jobs given up', async () => {
  await using database = await testDatabase(adminUrl)
  await asOwner(database.ownerUrl, `insert into outbox.event (name, fact, at) values ('alarm.changed', '{"code":"x"}', now() - interval '10 minutes')`)
  await withClient(database.appUrl, async (app) => {
    await app.query(`select graphile_worker.add_job('hear', '{}', run_at => now() - interval '20 minutes'), graphile_worker.add_job('hear', '{}', max_attempts => 1)`)
    await app.query(`update graphile_worker._private_jobs set attempts = 1 where max_attempts = 1`)
  })
  expect(codes(await databaseFindings(database.appUrl, wallClock), 'warn', 'bad')).toEqual(['work.outbox_stuck', 'work.jobs_stuck', 'work.given_up'])
  expect(codes(workFindings({ events: 3, eventsSeconds: 1, due: 0, dueSeconds: 0, failing: 0, givenUp: 0 }))).toEqual(['work.busy'])
})

test('a real switch is found in order; without its line, its announcements, its room or itself, it is not', async () => {
  await using tel = await testSwitch()
  const env = {
    ASTERISK_AMI_PORT: String(tel.ports.ami), ASTERISK_AMI_USER: tel.access.user, ASTERISK_AMI_SECRET: tel.access.secret, ASTERISK_SPOOL: tel.paths.recordings,
    ASTERISK_LOG: tel.paths.log, ALARM_FILE: tel.paths.noSpace, SIP_ADDRESS: `sip:153@127.0.0.1:${tel.ports.sip}`,
  }
  const patient = patientOf(env, { telephone: tel.runDir })
  expect(codes(await switchFindings(patient))).toEqual(['switch.answers', 'switch.no_trunk', 'switch.sip', 'switch.prompts', 'switch.recordings'])

  writeFileSync(tel.paths.noSpace, '')
  truncateSync(join(tel.runDir, 'data/sounds/tr/cc/greeting.alaw'))
  writeFileSync(join(patient.data, 'telephone.json'), JSON.stringify({ trunk: { host: '192.0.2.1', username: 'x', password: 'y' } }))
  const broken = await switchFindings(patient)
  expect(codes(broken, 'bad')).toEqual(['switch.trunk_down', 'switch.prompts_missing', 'switch.recordings_stopped'])
  rmSync(tel.paths.noSpace)
  rmSync(join(patient.data, 'telephone.json'))
  chmodSync(tel.paths.recordings, 0o550)
  expect(codes(await switchFindings(patient), 'bad')).toContain('switch.recordings_closed')

  const wrong = await switchFindings(patientOf({ ...env, ASTERISK_AMI_SECRET: 'another' }))
  expect(codes(wrong, 'bad')).toContain('switch.away')
  const gone = await switchFindings(patientOf({ ...env, ASTERISK_AMI_PORT: String(await freePort()), SIP_ADDRESS: `sip:153@127.0.0.1:${await freePort()}` }))
  expect(codes(gone, 'bad').slice(0, 2)).toEqual(['switch.away', 'switch.sip_silent'])
  expect(codes(await switchFindings(patientOf()))).toEqual(['switch.none'])
})

test('a line that the switch registers is told by its state; one known by its address by whether the switch has it', async () => {
  const trunk = { host: '127.0.0.1', port: await freePort() }
  const patient = (tel: Awaited<ReturnType<typeof testSwitch>>) => {
    const one = patientOf({ ASTERISK_AMI_PORT: String(tel.ports.ami), ASTERISK_AMI_USER: tel.access.user, ASTERISK_AMI_SECRET: tel.access.secret })
    writeFileSync(join(one.data, 'telephone.json'), JSON.stringify({ trunk }))
    return one
  }
  {
    await using tel = await testSwitch({ trunk: { ...trunk, username: 'x', password: 'y' } })
    expect(await switchFindings(patient(tel))).toMatchObject([{ code: 'switch.answers' }, { level: 'bad', code: 'switch.trunk_down', facts: { state: expect.stringMatching(/^(Unregistered|Rejected)$/) } }])
  }
  await using tel = await testSwitch({ trunk })
  expect(await switchFindings(patient(tel))).toMatchObject([{ code: 'switch.answers' }, { level: 'ok', code: 'switch.trunk', facts: { state: 'NonQualified' } }])
})

test('certificates: days left, ended, not begun, unreadable, and a key that everyone can read', () => {
  const dir = folder()
  const { certificate, key } = makeServerCertificate(makeAuthority('Deneme', ['desk.example']), ['desk.example'])
  const [TLS_CERTIFICATE, TLS_KEY] = [join(dir, 'a.crt'), join(dir, 'a.key')]
  writeFileSync(TLS_CERTIFICATE, certificate)
  writeFileSync(TLS_KEY, key, { mode: 0o600 })
  const at = (days: number) => certificateFindings(patientOf({ TLS_CERTIFICATE, TLS_KEY }), new Date(Date.now() + days * 24 * hour), join(dir, 'none'))
  expect(at(0)).toMatchObject([{ level: 'ok', code: 'certificate.good', facts: { names: 'desk.example' } }])
  expect(codes(at(390), 'warn')).toEqual(['certificate.soon'])
  expect(codes(at(400), 'bad')).toEqual(['certificate.expired'])
  expect(codes(at(-2), 'bad')).toEqual(['certificate.early'])
  chmodSync(TLS_KEY, 0o644)
  expect(codes(at(0), 'bad')).toEqual(['certificate.key_open'])
  writeFileSync(TLS_CERTIFICATE, 'not a certificate')
  expect(codes(at(0), 'bad')).toContain('certificate.unreadable')
})

test('the reverse proxy’s certificate counts, and its absence where the desk is open', () => {
  const sites = folder()
  const none = certificateFindings(patientOf({ TRUSTED_PROXIES: '1' }), new Date(), sites)
  expect(codes(none)).toEqual(['certificate.none'])
  writeFileSync(join(sites, 'desk'), '# Ak Masa\nserver {\n  ssl_certificate /nowhere/a.pem;\n}\n')
  expect(certificateFindings(patientOf(), new Date(), sites)).toMatchObject([{ code: 'certificate.unreadable', facts: { file: '/nowhere/a.pem', why: 'ENOENT' } }])
  expect(codes(certificateFindings(patientOf(), new Date(), folder()))).toEqual(['certificate.not_needed'])
})

test('a full disk is a problem, and recordings that will fill it are told in days', async () => {
  const spool = folder()
  const patient = patientOf({ ASTERISK_SPOOL: spool })
  const huge = 1e12
  expect(codes(await diskFindings(patient, new Date()))).toEqual(['disk.room', 'disk.no_growth'])
  expect(codes(await diskFindings(patient, new Date(), { badMb: huge, warnMb: huge, badDays: 0, warnDays: 0 }), 'bad')).toEqual(['disk.full'])
  expect(codes(await diskFindings(patient, new Date(), { badMb: 1, warnMb: huge, badDays: 0, warnDays: 0 }), 'warn')).toEqual(['disk.little'])

  const file = join(spool, 'a.raw')
  writeFileSync(file, Buffer.alloc(1_000_000))
  utimesSync(file, new Date(Date.now() - 48 * hour), new Date(Date.now() - 48 * hour))
  const days = (badDays: number, warnDays: number) => diskFindings(patient, new Date(), { badMb: 1, warnMb: 1, badDays, warnDays })
  expect(codes(await days(1, 2))).toEqual(['disk.room', 'disk.days'])
  expect(codes(await days(1, huge), 'warn')).toEqual(['disk.days_few'])
  expect(codes(await days(huge, huge), 'bad')).toEqual(['disk.days_few'])
})

test('gateways are reached without a word that could be a message', async () => {
  const said: string[] = []
  const gateway = createServer((socket) => void socket.on('data', (data) => said.push(String(data)))).listen(0, '127.0.0.1')
  onTestFinished(() => void gateway.close())
  await new Promise((listening) => gateway.once('listening', listening))
  const { port } = gateway.address() as { port: number }
  const closed = await freePort()
  expect(codes(await gatewayFindings(patientOf()))).toEqual(['sms.none', 'mail.none'])
  const found = await gatewayFindings(patientOf({ CITIZENS_URL: 'https://153.example.bel.tr', SMS_GATEWAY_URL: `http://127.0.0.1:${port}/send`, SMS_GATEWAY_AUTHORIZATION: 'secret-of-ours', MAIL_URL: `smtp://desk:secret-of-ours@127.0.0.1:${closed}` }))
  expect(found).toMatchObject([{ level: 'ok', code: 'sms.reached' }, { level: 'bad', code: 'mail.away', facts: { why: 'ECONNREFUSED' } }])
  expect(JSON.stringify(found)).not.toContain('secret-of-ours')
  expect(said).toEqual([])
  // Messages that go out with links to this machine itself help nobody.
  expect(codes(await gatewayFindings(patientOf({ SMS_GATEWAY_URL: `http://127.0.0.1:${port}/send` })), 'warn')).toEqual(['mail.none', 'links.nowhere'])
})

test('a backup is fresh for a day, old afterwards, and one that failed is a problem', () => {
  const patient = patientOf()
  const after = (hours: number, ok = true) => {
    writeFileSync(join(patient.data, 'last-backup.json'), JSON.stringify({ at: new Date(Date.now() - hours * hour).toISOString(), dir: '/backups/x', ok }))
    const { level, code } = backupFinding(patient, new Date())
    return `${level} ${code}`
  }
  expect(backupFinding(patient, new Date()).code).toBe('backup.none')
  expect([after(2), after(48), after(24 * 9), after(2, false)]).toEqual(['ok backup.fresh', 'warn backup.old', 'bad backup.old', 'bad backup.failed'])
})

test('the whole examination of a running server, and of one that is not there', async () => {
  await using database = await testDatabase(adminUrl)
  await using server = await testServer(database.appUrl, 'web')
  const parts = [{ role: 'web', health: `${server.health}/health/ready`, log: 'web.log' }]
  const found = await examine(patientOf({ DATABASE_URL: database.appUrl }, { parts }), wallClock)
  expect(found.find((one) => one.area === 'parts')).toMatchObject({ level: 'bad', code: 'part.lacks', facts: { lacks: 'console (not_built)' } })
  const away = await examine(patientOf({ DATABASE_URL: database.appUrl }, { parts: [{ ...parts[0]!, health: `http://127.0.0.1:${await freePort()}/health/ready` }] }), wallClock)
  expect(codes(away, 'bad')).toContain('part.down')
})

test('the command reads the service’s settings, speaks Turkish or English or JSON, and ends with 2 when something is wrong', async () => {
  await using database = await testDatabase(adminUrl)
  const file = join(folder(), 'akmasa.env')
  writeFileSync(file, environmentFile('test', { DATABASE_URL: database.appUrl, DATA_DIR: folder() }))
  const run = (...flags: string[]) => spawnSync(process.execPath, [join(root, 'ops/doctor/main.ts'), ...flags], { encoding: 'utf8' })
  const turkish = run('--env', file)
  expect([turkish.status, turkish.stderr]).toEqual([2, ''])
  expect(turkish.stdout).toMatch(/^sorun +santral +Santral kurulu değil\.$/m)
  expect(turkish.stdout).toMatch(/^ +Yapılacak: Ağ bağlantısını/m)
  expect(run('--env', file, '--en').stdout).toMatch(/^problem +telephone +There is no telephone switch\.$/m)
  const told = JSON.parse(run('--env', file, '--json').stdout) as { worst: string; findings: { code: string; says: string }[] }
  expect(told.worst).toBe('bad')
  expect(told.findings.every((one) => one.says && !/[{}]/.test(one.says))).toBe(true)

  const nothing = run('--data', join(folder(), randomUUID()))
  expect([nothing.status, nothing.stdout]).toEqual([2, expect.stringContaining('Ayarlar okunamadı')])
  expect(() => execFileSync(process.execPath, [join(root, 'ops/doctor/main.ts'), '--no-such'], { stdio: 'pipe' })).toThrow(/--data DIR/)
})

test('each finding has words in both languages, with the same facts, and each but the good ones says what to do', () => {
  const factsIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((one) => one[1]!).toSorted()
  for (const [code, { says }] of Object.entries(tr.findings)) {
    const other = en.findings[code as keyof typeof tr.findings]
    expect(factsIn(other.says), code).toEqual(factsIn(says))
    expect('todo' in tr.findings[code as keyof typeof tr.findings], code).toBe(other.todo !== undefined)
    // A fact is a word of its own: no ending could fit them all.
    expect(says, code).not.toMatch(/\}['’]?\p{Letter}/u)
  }
  expect(worded({ area: 'disk', level: 'bad', code: 'disk.full', facts: { of: 'DATA_DIR', free: 1, percent: 2, folder: '/x' } }, 'en').todo).toContain('/x')
})

test('of a house that is not running nobody else’s ports are asked', async () => {
  await using database = await testDatabase(adminUrl)
  await using server = await testServer(database.appUrl, 'web')
  const patient = patientOf({ DATABASE_URL: database.appUrl }, { kind: 'house', stopped: true, parts: [{ role: 'web', health: `${server.health}/health/ready`, log: '' }] })
  const found = await examine(patient, wallClock)
  expect(codes(found, 'bad')).toEqual(['part.stopped'])
  expect(found.some((one) => one.area === 'database' || one.area === 'switch')).toBe(false)
})
