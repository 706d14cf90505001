import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, inject, onTestFinished, test } from 'vitest'
import { testDatabase } from '../../testing/cluster.ts'
import { ensureDatabase, faultsOf, postgresCommand, urlFor, withClient, type RunningPostgres } from './index.ts'

const adminUrl = inject('adminUrl')

test('the application is neither owner nor superuser and does not pass row-level security', async () => {
  await using database = await testDatabase(adminUrl)
  await withClient(database.appUrl, async (client) => {
    const role = await client.query('select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user')
    expect(role.rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }])
    await expect(client.query('create schema own')).rejects.toThrow('permission denied')
  })
})

test('the owner may make extensions, schemas, and functions that the definer owns', async () => {
  await using database = await testDatabase(adminUrl)
  await withClient(database.ownerUrl, async (client) => {
    for (const extension of ['pg_trgm', 'btree_gist', 'unaccent']) await client.query(`create extension if not exists ${extension}`)
    await client.query(`create schema own; grant usage, create on schema own to akmasa_definer`)
    await client.query(`create function own.one() returns int language sql security definer return 1`)
    await client.query(`alter function own.one() owner to akmasa_definer`)
  })
})

test('letters beyond z are letters: trigrams and the text parser keep Turkish words whole', async () => {
  await using database = await testDatabase(adminUrl)
  await withClient(database.ownerUrl, async (client) => {
    await client.query('create extension if not exists pg_trgm')
    const found = await client.query(`select cardinality(show_trgm('çöp')) as trigrams, tsvector_to_array(to_tsvector('simple', 'çöp şikâyeti')) as words,
      lower('I') as code, lower('I' collate "tr-x-icu") as turkish`)
    expect(found.rows).toEqual([{ trigrams: 4, words: ['çöp', 'şikâyeti'], code: 'i', turkish: 'ı' }])
  })
})

test('an external database is told everything that is wrong with it, in words', async () => {
  await using database = await testDatabase(adminUrl)
  expect(await faultsOf(database.appUrl, database.ownerUrl)).toEqual([])
  const wrong = urlFor(database.appUrl, { password: 'wrong' })
  expect(await faultsOf(wrong, database.adminUrl)).toEqual([
    'DATABASE_URL does not connect: password authentication failed for user "akmasa_app"',
    'DATABASE_OWNER_URL signs in as akmasa_admin; it must be akmasa_owner.',
    'DATABASE_OWNER_URL: akmasa_admin is a superuser or passes row-level security; it must not be.',
    `akmasa_owner does not own the database ${database.name}.`,
  ])
})

test('a killed postmaster that nobody collects does not keep its successor from starting', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'akmasa-uncollected-'))
  onTestFinished(() => rm(dir, { recursive: true }))
  // What `exec` leaves behind does not know that it has a child to collect.
  const parent = spawn('/bin/sh', ['-c', 'sleep 0 & echo $!; exec sleep 1000'], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void parent.kill())
  const [dead] = (await once(createInterface(parent.stdout), 'line')) as [string]
  await expect.poll(() => readFile(`/proc/${dead}/stat`, 'utf8')).toContain(' Z ')
  await writeFile(join(dir, 'postgresql.conf'), '')
  await writeFile(join(dir, 'postmaster.pid'), `${dead}\n${dir}\nthe rest`)

  await postgresCommand({ dir, binaries: { bin: '', lib: '' } }, 1)
  const [pid, ...rest] = (await readFile(join(dir, 'postmaster.pid'), 'utf8')).split('\n')
  expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH')
  expect(rest).toEqual([dir, 'the rest'])
})

test('when the process that asked for a throw-away server is killed, neither server nor folder remains', async () => {
  const script = `import { startPostgres } from '${import.meta.dirname}/index.ts'
    console.log(JSON.stringify(await startPostgres()))`
  const owner = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface(owner.stdout), 'line')) as [string]
  const server = JSON.parse(line) as RunningPostgres

  // Its roles and the database can be made twice over: a start after a half-made one is not stuck.
  for (const app of ['first', 'second']) await ensureDatabase(server.adminUrl, 'twice', { owner: 'o', app })
  await withClient(urlFor(server.adminUrl, { role: 'akmasa_app', password: 'second', database: 'twice' }), (client) => client.query('select 1'))

  await withClient(server.adminUrl, async (client) => {
    const cut = new Promise((resolve) => client.once('end', resolve))
    owner.kill('SIGKILL')
    await cut
  })
  await expect.poll(() => existsSync(server.dir), { timeout: 10_000 }).toBe(false)
})
