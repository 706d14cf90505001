/** A desk for trials and measurements of imports: a database of its own, thrown away at the end. */
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import pg from 'pg'
import { type ImportId, type ImportMapping, type ImportPage, partBytes } from '../../contracts/imports.ts'
import { permissionsOf } from '../../contracts/permissions.ts'
import { ensureDatabase, startPostgres, urlFor } from '../adapters/postgres/index.ts'
import { partsIn } from '../adapters/storage/parts.ts'
import { appRole, ownerRole } from '../migrations/roles.sql.ts'
import { type Actor, system } from '../platform/actor.ts'
import { wallClock } from '../platform/clock.ts'
import { openDb } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { migrate } from '../platform/migrate.ts'
import { municipality, setMunicipality } from '../rooms/identity/index.ts'
import { importPage, newImport, readFile, sendPart, startImport, workOff } from '../rooms/imports/index.ts'
import { seedDemo } from '../setup.ts'

export const supervisor: Actor = { id: newId(), may: permissionsOf(['supervisor']), scope: 'desk', directorateId: null }
export type Town = { zone: string; centre: { lat: number; lon: number } }

export async function scratchServer() {
  const folder = mkdtempSync(join(tmpdir(), 'akmasa-trials-'))
  // The database's own user reads from it too, in the measurement beside a plain COPY.
  chmodSync(folder, 0o755)
  const server = await startPostgres()
  return {
    folder,
    /** The demonstration municipality; at `town`, for pins far from the municipality are taken for slips of the hand. */
    async desk(name: string, town?: Town) {
      const database = `trial_${name}`, passwords = { owner: 'owner', app: 'app' }
      await ensureDatabase(server.adminUrl, database, passwords)
      await migrate(urlFor(server.adminUrl, { role: ownerRole, password: passwords.owner, database }))
      const db = openDb(urlFor(server.adminUrl, { role: appRole, password: passwords.app, database }), wallClock)
      await db.transaction(system('trials'), async (tx) => {
        await seedDemo(tx)
        if (town) await setMunicipality(tx, { ...(await municipality(tx)), zone: town.zone, ...town.centre })
      })
      const look = new pg.Client({ connectionString: urlFor(server.adminUrl, { database }) })
      await look.connect()
      return { db, look, files: partsIn(join(folder, 'imports')), async [Symbol.asyncDispose]() { await db.close(); await look.end() } }
    },
    async [Symbol.asyncDispose]() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type ScratchDesk = Awaited<ReturnType<Awaited<ReturnType<typeof scratchServer>>['desk']>>

/** Sent in parts, as a browser does, and read. */
export async function received({ db, files }: ScratchDesk, path: string): Promise<ImportPage> {
  const importId = newId<ImportId>()
  await db.transaction(supervisor, (tx) => newImport(tx, files, { id: importId, name: basename(path), bytes: statSync(path).size }))
  const file = await open(path)
  try {
    for (let at = 0; ;) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(partBytes), 0, partBytes, at)
      if (bytesRead === 0) break
      await db.transaction(supervisor, (tx) => sendPart(tx, files, { importId, at, file: buffer.subarray(0, bytesRead) }))
      at += bytesRead
    }
  } finally { await file.close() }
  return readFile(db, files, { importId }, supervisor)
}
export async function broughtIn({ db, files }: ScratchDesk, importId: ImportId, mapping: ImportMapping): Promise<ImportPage> {
  await db.transaction(supervisor, (tx) => startImport(tx, { importId, ...mapping }))
  await workOff(db, files)
  return db.transaction(supervisor, (tx) => importPage(tx, { importId }))
}
