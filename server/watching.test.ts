import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { withClient } from './adapters/postgres/index.ts'
import { testDatabase } from './testing/cluster.ts'
import { testServer } from './testing/server.ts'

const adminUrl = inject('adminUrl')

const ask = async (url: string) => {
  const answer = await fetch(url)
  return { status: answer.status, body: (await answer.json()) as { ready: boolean; parts: Record<string, { ok: boolean; why?: string }> } }
}
const until = async <T>(look: () => Promise<T | undefined>): Promise<T> => {
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
  }
}
/** A console as far as health cares. */
function aConsole(): string {
  const folder = mkdtempSync(join(tmpdir(), 'akmasa-console-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  return folder
}
/** The database refuses everyone, as when it is down, until let in again. */
async function shut(name: string, open: boolean): Promise<void> {
  await withClient(adminUrl, async (admin) => {
    await admin.query(`alter database ${name} with allow_connections ${open}`)
    if (!open) await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
  })
}

test('the web role is ready with a database of its version and a console; not while the database is away; again when it is back', async () => {
  await using database = await testDatabase(adminUrl)
  await using server = await testServer(database.appUrl, 'web', { CONSOLE_DIST: aConsole() })
  const ready = () => ask(`${server.health}/health/ready`)
  expect(await ready()).toEqual({ status: 200, body: { ready: true, parts: { database: { ok: true }, schema: { ok: true }, console: { ok: true } } } })
  expect(await ask(`${server.desk}/health/ready`)).toEqual(await ready())
  expect((await fetch(`${server.desk}/health/live`)).status).toBe(200)

  await shut(database.name, false)
  expect(await ready()).toEqual({ status: 503, body: { ready: false, parts: { database: { ok: false, why: 'away' }, schema: { ok: false, why: 'away' }, console: { ok: true } } } })
  expect(await (await fetch(`${server.health}/health/live`)).json()).toMatchObject({ up: true, roles: ['web'] })
  await shut(database.name, true)
  await until(async () => ((await ready()).status === 200 ? true : undefined))
})

test('a database of an older or a newer version, and a console that is not built, are named as what they are', async () => {
  await using database = await testDatabase(adminUrl)
  await using server = await testServer(database.appUrl, 'web')
  const parts = async () => (await ask(`${server.health}/health/ready`)).body.parts
  const asOwner = (statement: string) => withClient(database.ownerUrl, async (client) => void (await client.query(statement)))
  expect(await parts()).toEqual({ database: { ok: true }, schema: { ok: true }, console: { ok: false, why: 'not_built' } })
  await asOwner(`insert into migrate.done (name, run_on) values ('9999_tomorrow', now())`)
  expect((await parts()).schema).toEqual({ ok: false, why: 'newer' })
  await asOwner(`delete from migrate.done where name = '0009_calls'`)
  expect((await parts()).schema).toEqual({ ok: false, why: 'behind' })
})

test('the phone role without a switch is alive and says what it lacks; worker and phone have no other listener', async () => {
  await using database = await testDatabase(adminUrl)
  await using server = await testServer(database.appUrl, 'worker,phone')
  expect((await ask(`${server.health}/health/ready`)).body.parts).toEqual({ database: { ok: true }, schema: { ok: true }, switch: { ok: false, why: 'none' }, record: { ok: true } })
  await expect(fetch(`${server.desk}/health`)).rejects.toThrow('fetch failed')
})

/** Name and labels of each sample, with its value. */
const samples = async (server: { health: string }): Promise<Map<string, number>> =>
  new Map((await (await fetch(`${server.health}/metrics`)).text()).split('\n').filter((line) => line && !line.startsWith('#')).map((line) => {
    const at = line.lastIndexOf(' ')
    return [line.slice(0, at), Number(line.slice(at + 1))]
  }))

test('the measures tell of requests, calls, work that waits and space; none of them names anyone', async () => {
  await using database = await testDatabase(adminUrl)
  await withClient(database.adminUrl, async (admin) => {
    await admin.query(`insert into calls.call (id, direction, from_number, dialled, arrived_at, ended_at, result)
      values ('a.1', 'in', '+905321234567', '153', now(), now(), 'answered'), ('b.1', 'in', '+905321234567', '153', now(), now(), 'abandoned_queue'), ('c.1', 'in', null, '153', now(), null, 'live')`)
    await admin.query(`insert into calls.seat (staff_id, seat, name, state, since) values (gen_random_uuid(), 'seat-1', 'Elif Kaya', 'ready', now())`)
    await admin.query(`insert into contact.call_task (id, reason, phone, name, at, recorded, status, times, emergency) values (gen_random_uuid(), 'call_back', '+905321234567', 'Ayşe Yılmaz', now() - interval '1 hour', false, 'open', 1, false)`)
  })
  await using server = await testServer(database.appUrl, 'web,worker,phone')
  await fetch(`${server.desk}/api/me`)
  await fetch(`${server.desk}/api/cases/${crypto.randomUUID()}`)
  const found = await samples(server)
  expect(found.get('akmasa_http_seconds_count{door="desk",operation="casePage",status="4xx"}')).toBe(1)
  expect(found.get('akmasa_calls_total{result="answered"}')).toBe(1)
  expect(found.get('akmasa_calls_total{result="abandoned_queue"}')).toBe(1)
  expect(found.get('akmasa_calls_total{result="lost"}')).toBe(0)
  expect(found.get('akmasa_operators{state="ready"}')).toBe(1)
  expect(found.get('akmasa_call_tasks_open')).toBe(1)
  expect(found.get('akmasa_call_tasks_oldest_seconds')).toBeGreaterThan(3500)
  expect(found.get('akmasa_ready{part="database"}')).toBe(1)
  expect(found.get('akmasa_switch_connected')).toBe(0)
  expect(found.get('akmasa_disk_free_bytes{of="data"}')).toBeGreaterThan(0)
  expect(found.get('akmasa_outbox_events')).toBe(0)
  expect(found.has('akmasa_calls_waiting')).toBe(false) // nobody can know: absent, and not 0
  const text = await (await fetch(`${server.health}/metrics`)).text()
  for (const personal of ['905321234567', 'Elif', 'Ayşe', 'seat-1']) expect(text).not.toContain(personal)
})

test('a scrape answers while the database is away, and says which measures it lacks', async () => {
  await using database = await testDatabase(adminUrl)
  await using server = await testServer(database.appUrl, 'worker')
  expect((await samples(server)).get('akmasa_probe_failed{probe="work"}')).toBe(0)
  await shut(database.name, false)
  const found = await samples(server)
  expect(found.get('akmasa_probe_failed{probe="work"}')).toBe(1)
  expect(found.has('akmasa_outbox_events')).toBe(false)
  expect(found.get('akmasa_ready{part="database"}')).toBe(0)
})

test('health and measures are on loopback alone, and the desk does not show the measures', async () => {
  await using database = await testDatabase(adminUrl)
  await using server = await testServer(database.appUrl, 'web', { BIND: '0.0.0.0' })
  const elsewhere = server.health.replace('127.0.0.1', '127.0.0.2')
  await expect(fetch(`${elsewhere}/metrics`)).rejects.toThrow('fetch failed')
  expect((await fetch(`${server.desk}/metrics`)).status).toBe(404)
})

test('one line for a request that was refused, with its id and operation; none for one that went well', async () => {
  await using database = await testDatabase(adminUrl)
  await using server = await testServer(database.appUrl, 'web')
  const refused = (await (await fetch(`${server.desk}/api/me`)).json()) as { requestId: string }
  expect(await server.said((line) => line.requestId === refused.requestId)).toMatchObject({ level: 30, door: 'desk', operation: 'me', status: 401, code: 'session.needed', msg: 'refused' })
  await fetch(`${server.desk}/openapi.json`)
  await fetch(`${server.desk}/api/no-such-thing`)
  expect(server.lines.filter((line) => line.requestId !== undefined)).toHaveLength(1)
})

test('a mistake of ours is one line with the request’s id and where it happened, and without what anyone typed', async () => {
  await using database = await testDatabase(adminUrl)
  await withClient(database.ownerUrl, (owner) => owner.query('alter table identity.staff rename to elsewhere'))
  await using server = await testServer(database.appUrl, 'web')
  const failed = await fetch(`${server.desk}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-akmasa': '1' }, body: JSON.stringify({ email: 'ayse@tatvan.example', password: 'Gizli-Sifre-1' }) })
  expect(failed.status).toBe(500)
  const { requestId } = (await failed.json()) as { requestId: string }
  const line = await server.said((one) => one.requestId === requestId)
  expect(line).toMatchObject({ level: 50, msg: 'unexpected', err: { code: '42P01', stack: expect.stringContaining('identity') } })
  expect(server.lines.filter((one) => one.requestId === requestId)).toHaveLength(1)
  for (const typed of ['ayse@tatvan.example', 'Gizli-Sifre-1']) expect(JSON.stringify(server.lines)).not.toContain(typed)
})
