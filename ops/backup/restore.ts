/** `npm run restore -- DIR`: brings a backup back into an empty folder. */
import { execFile } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { chmod, chown, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { installPostgres } from '../../server/adapters/postgres/index.ts'
import { amRoot, cacheFolder, systemUser } from '../../server/adapters/host.ts'
import { run as runTool } from '../../server/adapters/asterisk/run.ts'
import { restoring, systemState, takeFolders, type Folders } from '../folders.ts'
import { Misunderstood } from '../settings.ts'
import { anyRunning, endLeftBehind } from '../supervisor.ts'
import { copyFile, folderFor } from './copy.ts'
import { emptyOne, restoreFrom, toolOf } from './dump.ts'
import { houseIn, type House } from './house.ts'
import type { Manifest } from './manifest.ts'
import { amount, Progress } from './progress.ts'
import { meant, mustHaveRoom } from './target.ts'
import { say, tool } from './tool.ts'
import { told, verify, type Damage } from './verify.ts'
import { restoreWords } from './words.ts'

const run = promisify(execFile)

async function restore(callOff: AbortSignal): Promise<void> {
  const began = Date.now()
  const words = restoreWords(process.argv.slice(2))
  const progress = new Progress(say, callOff)
  const backup = await meant(words.source)
  say(`Reading ${backup}.`)
  const { manifest, damage } = await verify(backup, progress)
  const { closing } = manifest
  if (damage.length > 0 && !words.acceptDamage)
    throw new Error(`${backup} is damaged:\n${told(damage)}\nUse another one; or, if there is none, bring back what is left with --accept-damage.`)
  await mustSuit(manifest, houseIn(words))

  const { data: place } = houseIn(words)
  const folders = await takeFolders(place, { systemState, say, endLeftBehind, evenHalfRestored: true })
  if (!folders || anyRunning(folders.runDir))
    throw new Misunderstood(`A house runs from ${place}. Stop it first (Ctrl-C where it was started).`)
  const house = houseIn(words)
  const external = house.external && (await emptyOne(house.external, house.env.DATABASE_ADMIN_URL))
  await clear(folders, manifest, words.replace)
  await mustHaveRoom(folders.state, closing.bytes)

  // Until it is gone no start takes what stands here for a house.
  writeFileSync(join(folders.state, restoring), backup)
  await bringBack(backup, manifest, damage, house, progress)
  if (external) await restoreFrom(join(backup, 'database.dump'), external.reach, await toolOf('pg_restore', external.major))
  await run('sync', ['-f', folders.state])
  await rm(join(folders.state, restoring))
  if (damage.length > 0) say(`Left out or changed, since the backup is damaged:\n${told(damage)}`)
  say(`Back in ${((Date.now() - began) / 1000).toFixed(1)} s: ${closing.files} files, ${amount(closing.bytes)}; everything acknowledged before ${closing.moment}.`)
  say(words.env ? 'Start it: npm run install-service' : `Start it: npm start -- --data ${place}`)
}

/** @throws when this machine's database cannot read what was kept. */
async function mustSuit({ closing }: Manifest, house: House): Promise<void> {
  const { kind, major } = closing.database
  if (kind === 'dump' && !house.external)
    throw new Misunderstood('This backup is of a PostgreSQL of your own. Give DATABASE_URL, DATABASE_OWNER_URL and DATABASE_ADMIN_URL of the one it goes back to.')
  if (kind === 'dump') return
  if (house.external) throw new Misunderstood('This backup is of a house with its own database. Bring it back without DATABASE_URL and DATABASE_OWNER_URL.')
  const { bin, lib } = await installPostgres(cacheFolder())
  const { out } = await runTool(join(bin, 'postgres'), ['--version'], { env: { LD_LIBRARY_PATH: lib } })
  const here = Number(/ (\d+)/.exec(out)?.[1])
  if (here !== major) throw new Misunderstood(`The backup’s database is PostgreSQL ${major}, this Ak Masa brings ${here}. Bring it back with the Ak Masa that made it.`)
}

const ours = ['lock', 'install.lock', 'backup.lock', 'state', 'home', restoring]

/** The folder is empty afterwards, or it throws. */
async function clear({ data, state }: Folders, { files, folders }: Manifest, replace: boolean): Promise<void> {
  const places = [...new Set([data, state])]
  if (existsSync(join(state, restoring))) {
    say('An earlier restore was not finished; what it brought is removed.')
    const brought = new Set([...files.keys(), ...folders.map(({ folder }) => folder)].flatMap((path) => path.split('/').slice(1, 2)))
    for (const place of places) for (const name of [...brought, 'pg', 'tel']) await rm(join(place, name), { recursive: true, force: true })
  }
  const there = await Promise.all(places.map(async (place) => (await readdir(place)).filter((name) => !ours.includes(name) && !name.startsWith('replaced-'))))
  if (there.every((names) => names.length === 0)) return
  if (!replace) throw new Misunderstood(`${data} is not empty. Name another folder, or set aside what is there with --replace.`)
  const aside = `replaced-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}Z`
  for (const [at, place] of places.entries()) {
    if (there[at]!.length === 0) continue
    await mkdir(join(place, aside), { mode: 0o700 })
    for (const name of there[at]!) await rename(join(place, name), join(place, aside, name))
    say(`What stood in ${place} is kept in ${join(place, aside)}.`)
  }
}

async function bringBack(backup: string, { files, folders, closing }: Manifest, damage: readonly Damage[], house: House, progress: Progress): Promise<void> {
  const placeOf = (path: string): string => {
    const [part, ...rest] = path.split('/')
    const root = { data: house.data, state: house.state, telephone: house.telephone, database: house.cluster, service: house.settings }[part ?? '']
    if (root === undefined || rest.includes('..')) throw new Error(`The backup holds ${path}, which has no place here.`)
    return join(root, ...rest)
  }
  const missing = new Set(damage.filter(({ what }) => what === 'missing').map(({ path }) => path))
  progress.begin('bringing back', closing.bytes)
  for (const { folder } of folders) await mkdir(placeOf(folder), { recursive: true, mode: 0o700 })
  for (const { path, mode, mtime } of files.values()) {
    if (missing.has(path) || path === 'database.dump') continue
    // Settings of a service mean nothing to a house that is none.
    const ofService = path.startsWith('service/')
    if (ofService && !house.settings) continue
    const to = placeOf(path)
    await folderFor(to)
    const before = ofService && existsSync(to) ? await stat(to) : undefined
    if (before) await rename(to, `${to}.before`)
    if (!(await copyFile(join(backup, path), to, progress, mode))) throw new Error(`${join(backup, path)} was there a moment ago and is gone.`)
    if (before) await chown(to, before.uid, before.gid)
    await utimes(to, mtime / 1000, mtime / 1000)
  }
  for (const { folder, mode } of folders.toReversed()) await chmod(placeOf(folder), mode)
  // The desk of a service is a user of its own, and the folder is his already.
  const { uid, gid } = await stat(house.data)
  if (amRoot() && uid !== 0) await run('chown', ['-R', '-h', `${uid}:${gid}`, house.data])
  if (closing.database.kind === 'cluster' && amRoot()) {
    const { name } = await systemUser('akmasa-db')
    await run('chown', ['-R', '-h', `${name}:${name}`, house.cluster])
  }
}

await tool(restore)
