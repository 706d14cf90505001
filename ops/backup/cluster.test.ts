import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { scratchFolder } from '../../server/adapters/host.ts'
import { adminUrl } from '../../server/adapters/postgres/index.ts'
import { remembered, secretsOf } from '../keepsakes.ts'
import { littleHouse } from '../testing/little-house.ts'
import { copyWorking, type Shelf } from './cluster.ts'
import { tried } from './trial.ts'

test('what is written and put away by a checkpoint while the copy is being made is in the copy', async () => {
  const house = littleHouse()
  onTestFinished(() => house.remove())
  await house.start()
  await house.ask(`create table public.mark (said text); insert into public.mark values ('önce'); checkpoint`)
  const copy = mkdtempSync(join(scratchFolder(), 'akmasa-copy-'))
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }))

  const shelf: Shelf = {
    folder: async (path) => void mkdirSync(join(copy, path), { recursive: true }),
    async file(from, path) {
      mkdirSync(dirname(join(copy, path)), { recursive: true })
      cpSync(from, join(copy, path))
      return true
    },
    async text(path, words) {
      writeFileSync(join(copy, path), words)
    },
  }
  // In the order of the alphabet the tables have been copied by then, and the file that names the newest checkpoint has not.
  const late: Shelf = {
    ...shelf,
    async folder(path, mode) {
      await shelf.folder(path, mode)
      if (path === 'pg_xact') await house.ask(`insert into public.mark values ('arada'); checkpoint`)
    },
  }
  const password = secretsOf(house.state).databaseAdmin
  await copyWorking(join(house.state, 'pg'), adminUrl(remembered(house.state).ports!.postgres!, password, 'akmasa'), late, async () => 0)
  const { found } = await tried(copy, house.state, password, async (client) => (await client.query<{ said: string }>('select said from public.mark')).rows)
  expect(found).toEqual([{ said: 'önce' }, { said: 'arada' }])

  // One that cannot start is told of at once, and leaves nothing.
  for (const name of readdirSync(join(copy, 'pg_wal'))) rmSync(join(copy, 'pg_wal', name), { recursive: true })
  await expect(tried(copy, house.state, password, async () => 0)).rejects.toThrow('it ended at once')
  expect(readdirSync(house.state).filter((name) => name.startsWith('trial-'))).toEqual([])
})
