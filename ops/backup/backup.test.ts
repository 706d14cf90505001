import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { scratchFolder } from '../../server/adapters/host.ts'
import { root } from '../install.mjs'
import { lock } from '../lock.mjs'
import { run, start } from '../testing/keeping.ts'
import { littleHouse, switchStoreIn, type LittleHouse } from '../testing/little-house.ts'
import { until } from '../testing/wait.ts'
import { mustHaveRoom } from './target.ts'

let house: LittleHouse
let store: DatabaseSync
const recording = Buffer.alloc(300_000, 7)

beforeAll(async () => {
  house = littleHouse()
  await house.start()
  await house.ask(`create table public.mark (said text); insert into public.mark values ('önce')`)
  house.write('files/ab/photo', 'a photograph')
  house.write('telephone.json', '{"ownName":"Deneme"}')
  house.write('endpoints.json', '{}')
  house.write('tel/spool/monitor/ak-1.raw', recording)
  house.write('tel/log/cel-custom/Master.csv', 'one line\n')
  house.write('tel/etc/pjsip.conf', 'made anew')
  chmodSync(join(house.state, 'tel/spool/monitor/ak-1.raw'), 0o640)
  store = switchStoreIn(join(house.state, 'tel/db/astdb.sqlite3'), { '/did/153': 'main' })
})
afterAll(async () => {
  store.close()
  await house.remove()
})

function aFolder(): string {
  const folder = mkdtempSync(join(scratchFolder(), 'akmasa-kept-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
/** A data folder that a backup may come back into, gone with all it brings. */
function anotherPlace(): LittleHouse {
  const place = littleHouse()
  rmSync(join(place.state, 'secrets.json')) // as in a folder nobody has used
  onTestFinished(() => place.remove())
  return place
}
const quick = (target: string, ...more: string[]) => run('backup', [target, '--data', house.data, '--no-trial', ...more])
const namesIn = (target: string) => readdirSync(target).filter((name) => name !== '.lock').toSorted()
const newestIn = (target: string) => join(target, namesIn(target).at(-1)!)
const inode = (...path: string[]) => statSync(join(...path)).ino

test('what is kept while the database works comes back elsewhere: rows, files with their modes, secrets, the switch’s store', async () => {
  const target = aFolder()
  // A write of the switch that is not finished: not in the copy, and no reason to wait.
  store.exec(`begin; insert into astdb values ('/did/999', 'unfinished')`)
  const kept = await run('backup', [target, '--data', house.data])
  store.exec('rollback')
  expect([kept.code, kept.said]).toEqual([0, expect.stringContaining('was started and read')])
  expect(statSync(newestIn(target)).mode & 0o777).toBe(0o700)
  expect(readdirSync(house.state).filter((name) => name.startsWith('trial-'))).toEqual([])
  expect(JSON.parse(readFileSync(join(house.data, 'last-backup.json'), 'utf8'))).toMatchObject({ ok: true, dir: newestIn(target) })
  await house.ask(`insert into public.mark values ('sonra')`)

  const place = anotherPlace()
  expect(await run('restore', [target, '--data', place.data])).toMatchObject({ code: 0 })
  const back = littleHouse(place.data)
  onTestFinished(() => back.stop())
  for (const path of ['files/ab/photo', 'telephone.json']) expect(readFileSync(join(back.data, path))).toEqual(readFileSync(join(house.data, path)))
  expect(readFileSync(join(back.state, 'tel/spool/monitor/ak-1.raw'))).toEqual(recording)
  expect(statSync(join(back.state, 'tel/spool/monitor/ak-1.raw')).mode & 0o777).toBe(0o640)
  expect(readFileSync(join(back.state, 'secrets.json'))).toEqual(readFileSync(join(house.state, 'secrets.json')))
  expect(statSync(join(back.state, 'secrets.json')).mode & 0o777).toBe(0o600)
  for (const gone of ['endpoints.json', 'last-backup.json']) expect(existsSync(join(back.data, gone))).toBe(false)
  expect(existsSync(join(back.state, 'tel/etc'))).toBe(false)
  const copy = new DatabaseSync(join(back.state, 'tel/db/astdb.sqlite3'), { readOnly: true })
  expect(copy.prepare('select key from astdb').all()).toEqual([{ key: '/did/153' }])
  copy.close()
  await back.start()
  expect(await back.ask('select said from public.mark')).toEqual([{ said: 'önce' }])
})

test('a second backup shares what has not changed, copies what has, and only the newest are kept', async () => {
  const target = aFolder()
  house.write('tel/spool/monitor/ak-2.raw', 'begun')
  house.write('tel/spool/monitor/ak-3.raw', 'as long')
  await quick(target)
  const first = newestIn(target)
  house.write('tel/spool/monitor/ak-2.raw', 'begun and gone on')
  house.write('tel/spool/monitor/ak-3.raw', 'another')
  await quick(target)
  const second = newestIn(target)
  const recordings = 'telephone/spool/monitor'
  expect(inode(second, recordings, 'ak-1.raw')).toBe(inode(first, recordings, 'ak-1.raw'))
  expect([first, second].map((one) => readFileSync(join(one, recordings, 'ak-2.raw'), 'utf8'))).toEqual(['begun', 'begun and gone on'])
  expect(readFileSync(join(second, recordings, 'ak-3.raw'), 'utf8')).toBe('another')
  expect(inode(second, 'database/PG_VERSION')).not.toBe(inode(first, 'database/PG_VERSION'))

  expect((await quick(target, '--keep', '2')).said).toContain('1 older')
  expect(namesIn(target)).toEqual([second, newestIn(target)].map((path) => path.slice(target.length + 1)))
  expect(await run('backup', [target, '--check'])).toMatchObject({ code: 0, said: expect.stringContaining('is whole') })
})

test('a house that stands still is kept too, even one that was killed', async () => {
  const target = aFolder()
  const still = littleHouse()
  onTestFinished(() => still.remove())
  await still.start()
  await still.ask(`create table public.mark (said text); insert into public.mark values ('dururken')`)
  const pid = JSON.parse(readFileSync(join(still.state, 'run/postgres.json'), 'utf8')).pid as number
  const stopped = still.stop()
  process.kill(pid, 'SIGKILL')
  await stopped
  expect(await run('backup', [target, '--data', still.data])).toMatchObject({ code: 0, said: expect.stringContaining('stands still') })

  const place = anotherPlace()
  expect(await run('restore', [target, '--data', place.data])).toMatchObject({ code: 0 })
  const back = littleHouse(place.data)
  onTestFinished(() => back.stop())
  await back.start()
  expect(await back.ask('select said from public.mark')).toEqual([{ said: 'dururken' }])
})

test('one flipped byte or a missing file is found and named; the backup is set aside, and comes back only on demand', async () => {
  const target = aFolder()
  await quick(target)
  const damaged = newestIn(target)
  const photo = join(damaged, 'data/files/ab/photo')
  const bytes = readFileSync(photo)
  bytes[3]! ^= 1
  writeFileSync(photo, bytes)
  rmSync(join(damaged, 'telephone/spool/monitor/ak-1.raw'))

  const place = anotherPlace()
  const refused = await run('restore', [target, '--data', place.data])
  expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('changed  data/files/ab/photo')])
  const checked = await run('backup', [target, '--check'])
  expect([checked.code, checked.said]).toEqual([1, expect.stringContaining('missing  telephone/spool/monitor/ak-1.raw')])
  expect(namesIn(target)).toEqual([`${damaged.slice(target.length + 1)}.damaged`])
  expect((await run('restore', [target, '--data', place.data])).said).toContain('only damaged ones')

  // The next one builds on nothing of it.
  await quick(target)
  const next = namesIn(target).find((name) => !name.endsWith('.damaged'))!
  expect(readFileSync(join(target, next, 'data/files/ab/photo'), 'utf8')).toBe('a photograph')
  const rest = await run('restore', [`${damaged}.damaged`, '--data', place.data, '--accept-damage'])
  expect([rest.code, rest.said]).toEqual([0, expect.stringContaining('missing  telephone')])
})

test('a list that is cut off or was changed is no whole backup', async () => {
  const target = aFolder()
  await quick(target)
  const list = join(newestIn(target), 'manifest.jsonl')
  const words = readFileSync(list, 'utf8')
  writeFileSync(list, words.replace('"path":"data/telephone.json"', '"path":"data/another.json"'))
  expect(await run('backup', [target, '--check'])).toMatchObject({ code: 1, said: expect.stringContaining('cut off or was changed') })
  writeFileSync(list, words)
  truncateSync(list, words.length - 40)
  expect(await run('restore', [target, '--data', anotherPlace().data])).toMatchObject({ code: 1, said: expect.stringContaining('cut off or was changed') })
  expect(await quick(target)).toMatchObject({ code: 0, said: expect.stringContaining('made whole, without it') })
})

test('killed in the middle it leaves nothing that could be taken for a backup, and nothing behind in the database', async () => {
  const target = aFolder()
  house.write('tel/spool/monitor/long.raw', '')
  const long = join(house.state, 'tel/spool/monitor/long.raw')
  onTestFinished(() => rmSync(long, { force: true }))
  truncateSync(long, 1_000_000_000) // holes: takes no room, and a while to read
  const killed = start('backup', [target, '--data', house.data, '--no-trial'])
  await until(() => namesIn(target).some((name) => existsSync(join(target, name, 'telephone/spool/monitor/long.raw'))))
  killed.kill()
  expect((await killed.ended).code).toBeNull()
  rmSync(long)
  expect(namesIn(target)).toEqual([expect.stringMatching(/\.part$/)])
  expect(await run('restore', [target, '--data', anotherPlace().data])).toMatchObject({ code: 1, said: expect.stringContaining('not finished') })
  expect(await house.ask('select slot_name from pg_replication_slots')).toEqual([])
  expect(await quick(target)).toMatchObject({ code: 0, said: expect.stringContaining('what it left is removed') })
  expect(namesIn(target)).toEqual([expect.not.stringMatching(/\.part$/)])
})

test('a target inside the house, a disk too small and a second one at work are refused in words, before anything is written', async () => {
  for (const inside of [join(house.data, 'kept'), join(house.state, 'tel', 'kept')]) {
    expect(await quick(inside)).toMatchObject({ code: 1, said: expect.stringContaining('lies inside') })
    expect(existsSync(inside)).toBe(false)
  }
  const target = aFolder()
  await expect(mustHaveRoom(target, 1e18)).rejects.toThrow('not enough room')
  const release = await lock(join(target, '.lock'), 0)
  expect(await quick(target)).toMatchObject({ code: 1, said: expect.stringContaining('Another backup') })
  release!()
  expect(namesIn(target)).toEqual([])
  expect(await run('backup', [target, '--data', aFolder()])).toMatchObject({ code: 1, said: expect.stringContaining('There is no Ak Masa') })
  expect(await run('backup', ['--keep', '0', target])).toMatchObject({ code: 1, said: expect.stringContaining('--keep') })
})

test('it comes back only into an empty folder; with --replace what stands there is set aside and nothing is deleted', async () => {
  const target = aFolder()
  await quick(target)
  const place = anotherPlace()
  place.write('files/cd/precious', 'of somebody else')
  expect(await run('restore', [target, '--data', place.data])).toMatchObject({ code: 1, said: expect.stringContaining('is not empty') })
  expect(await run('restore', [target, '--data', place.data, '--replace'])).toMatchObject({ code: 0 })
  const aside = readdirSync(place.data).find((name) => name.startsWith('replaced-'))!
  expect(readFileSync(join(place.data, aside, 'files/cd/precious'), 'utf8')).toBe('of somebody else')
  expect(readFileSync(join(place.data, 'files/ab/photo'), 'utf8')).toBe('a photograph')

  const refused = await run('restore', [target, '--data', house.data, '--replace'])
  expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('A house runs from')])
})

test('killed while it comes back it is no house: it does not start, and restoring again makes it whole', async () => {
  const target = aFolder()
  house.write('tel/spool/monitor/long.raw', '')
  const long = join(house.state, 'tel/spool/monitor/long.raw')
  truncateSync(long, 200_000_000)
  await quick(target)
  rmSync(long)
  const place = anotherPlace()
  const killed = start('restore', [target, '--data', place.data])
  await until(() => existsSync(join(place.state, 'tel/spool/monitor/long.raw')))
  killed.kill()
  expect((await killed.ended).code).toBeNull()

  const started = spawnSync(process.execPath, [join(root, 'ops/launch.ts'), '--data', place.data], { encoding: 'utf8' })
  expect([started.status, started.stderr]).toEqual([1, expect.stringContaining('that was not finished')])
  const again = await run('restore', [target, '--data', place.data])
  expect([again.code, again.said]).toEqual([0, expect.stringContaining('what it brought is removed')])
  expect(statSync(join(place.state, 'tel/spool/monitor/long.raw')).size).toBe(200_000_000)
  expect(existsSync(join(place.state, 'restoring'))).toBe(false)
})
