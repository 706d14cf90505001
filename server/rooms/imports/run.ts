/**
 * Brings rows in, and takes them back. Each batch of cases is committed together with how far it has come, so that a
 * process that dies at any moment loses nothing and doubles nothing: the next one begins exactly there.
 */
import type { ImportId, ImportMapping, Preview, PreviewRow } from '../../../contracts/imports.ts'
import { type Actor, system } from '../../platform/actor.ts'
import { audit } from '../../platform/audit.ts'
import { type Db, isDatabaseAway, type Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { Refusal } from '../../platform/refusal.ts'
import { pastKeys, recordPast, takeBackPast } from '../cases/index.ts'
import { municipality } from '../identity/index.ts'
import { rowsOf, tablePath } from './file.ts'
import { checkMapping, type ImportFiles, tell } from './imports.ts'
import { interpret, type Interpreted, type Look } from './row.ts'
import * as store from './store.ts'
import type { Line } from './table.ts'

const batchSize = 500
const me = system('imports')

/** Works on whatever waits until nothing does. @returns how many batches were done. */
export async function workOff(db: Db, files: ImportFiles, stopping: () => boolean = () => false): Promise<number> {
  let batches = 0
  while (!stopping()) {
    const id = await db.transaction(me, store.nextAtWork)
    if (!id) break
    const { status } = (await db.transaction(me, (tx) => store.importById(tx, id)))!
    const came = status === 'taking_back' ? await takeBack(db, id, stopping) : await bringIn(db, files, id, stopping)
    batches += came
    // Nothing came of it: another process has it in hand.
    if (came === 0) break
  }
  return batches
}

async function bringIn(db: Db, files: ImportFiles, id: ImportId, stopping: () => boolean): Promise<number> {
  const found = await db.transaction(me, (tx) => store.importById(tx, id))
  if (!found?.file || !found.mapping || !found.startedBy) return 0
  const { file, mapping, startedBy } = found
  let { position } = found
  let batches = 0
  try {
    if (!(await files.has(id))) throw new Refusal('import.file_gone')
    const look = await db.transaction(me, async (tx): Promise<Look> => ({ mapping, names: file.columns.map((c) => c.name), town: await municipality(tx), now: tx.now }))
    for await (const lines of rowsOf(tablePath(files.paths(id), file), file, batchSize, position)) {
      if (stopping() || !(await oneBatch(db, id, position, lines, look, startedBy))) return batches
      position += lines.length
      batches++
    }
    await db.transaction(me, (tx) => end(tx, id))
    await files.remove(id)
  } catch (error) {
    // An absent database is waited for; whatever else went wrong is told, and a person goes on when it is mended.
    if (isDatabaseAway(error)) throw error
    await db.transaction(me, async (tx) => {
      if ((await store.lockImport(tx, id))?.status !== 'running') return
      await store.setStatus(tx, id, 'failed', error instanceof Refusal ? error.code : 'unexpected')
      await tell(tx, id)
    })
    if (!(error instanceof Refusal)) throw error
  }
  return batches
}

/** False when somebody else has gone on with it, or it was stopped. */
async function oneBatch(db: Db, id: ImportId, position: number, lines: readonly Line[], look: Look, by: string): Promise<boolean> {
  // Before the transaction: reading rows is our own work, and must hold back nobody's.
  const read = lines.map((line) => interpret(line, look))
  return db.transaction(me, async (tx) => {
    const now = await store.lockImport(tx, id)
    if (now?.status !== 'running' || now.position !== position) return false
    const { made, already } = await recordPast(tx, { importId: id, system: look.mapping.system, by }, read.flatMap((r) => r.past ?? []))
    await store.insertProblems(tx, id, read.flatMap((r) => r.problems))
    await store.noteBatch(tx, id, { rows: lines.length, cameIn: made, already, ...countsOf(read) })
    await tell(tx, id)
    return true
  })
}
const countsOf = (read: readonly Interpreted[]) => ({ refused: read.filter((r) => !r.past).length, warned: read.filter((r) => r.past && r.problems.length > 0).length })

async function end(tx: Tx, id: ImportId): Promise<void> {
  const found = await store.lockImport(tx, id)
  if (found?.status !== 'running') return
  await store.setStatus(tx, id, 'done')
  // Their lists have grown by hundreds: all are told once, and not of every row.
  await publish(tx, 'import.ended', { importId: id }, ['everyone'])
  await audit(tx, 'import.done', { importId: id, cameIn: found.cameIn, refused: found.refused, already: found.already })
  await tell(tx, id)
}

async function takeBack(db: Db, id: ImportId, stopping: () => boolean): Promise<number> {
  for (let batches = 0; ; batches++) {
    if (stopping()) return batches
    const more = await db.transaction(me, async (tx) => {
      const found = await store.lockImport(tx, id)
      if (found?.status !== 'taking_back') return false
      const { deleted, kept, last } = await takeBackPast(tx, id, found.backTo, batchSize)
      if (last) await store.noteTakenBack(tx, id, { deleted, kept, last })
      else {
        await store.setStatus(tx, id, 'taken_back')
        await audit(tx, 'import.taken_back', { importId: id, deleted: found.takenBack, kept: found.kept })
        await publish(tx, 'import.ended', { importId: id }, ['everyone'])
      }
      await tell(tx, id)
      return last !== null
    })
    if (!more) return batches
  }
}

const previewed = 20
/** A preview answers while somebody waits for it. */
const longestPreview = 8000
/** What would happen, without its happening. */
export async function previewImport(db: Db, files: ImportFiles, given: ImportMapping & { importId: ImportId }, by: Actor): Promise<Preview> {
  const { importId, ...mapping } = given
  const { file, look } = await db.transaction(by, async (tx) => {
    const found = await store.importById(tx, importId)
    if (!found) throw new Refusal('import.not_found')
    if (!found.file || found.status !== 'read') throw new Refusal('import.cannot', { status: found.status, to: 'preview' })
    await checkMapping(tx, found.file, mapping)
    const look: Look = { mapping, names: found.file.columns.map((c) => c.name), town: await municipality(tx), now: tx.now }
    return { file: found.file, look }
  })
  if (!(await files.has(importId))) throw new Refusal('import.file_gone')
  const preview: Preview = { rows: [], seen: 0, whole: true, willCome: 0, warned: 0, refused: 0, already: 0 }
  const keys = new Set<string>()
  const until = performance.now() + longestPreview
  for await (const lines of rowsOf(tablePath(files.paths(importId), file), file, 5000)) {
    if (performance.now() > until) { preview.whole = false; break }
    const read = lines.map((line) => interpret(line, look))
    const here = await db.transaction(by, (tx) => pastKeys(tx, mapping.system, read.flatMap((r) => r.past?.key ?? [])))
    for (const one of read) {
      preview.seen++
      if (preview.rows.length < previewed) preview.rows.push(shown(one))
      if (!one.past) preview.refused++
      else if (here.has(one.past.key) || keys.has(one.past.key)) preview.already++
      else {
        keys.add(one.past.key)
        preview.willCome++
        if (one.problems.length) preview.warned++
      }
    }
  }
  return preview
}
function shown({ row, past, problems }: Interpreted): PreviewRow {
  const nothing = { oldNumber: null, openedAt: null, closedAt: null, status: null, topicId: null, placeId: null, address: null, lat: null, lon: null, said: null, name: null, phone: null }
  if (!past) return { row, ...nothing, problems }
  return {
    row, problems, oldNumber: past.oldNumber, openedAt: past.openedAt.toISOString(), closedAt: past.closedAt?.toISOString() ?? null, status: past.status, topicId: past.topicId, placeId: past.placeId,
    address: [past.street, past.address].filter(Boolean).join(', ') || null, lat: past.pin?.lat ?? null, lon: past.pin?.lon ?? null, said: past.said, name: past.name, phone: past.phone,
  }
}

/** Goes on with imports as soon as one is started by this process, and each second what others started or what was interrupted. */
export function startImporting(db: Db, files: ImportFiles, failed: (error: unknown) => void, everyMs = 1000): { stop(): Promise<void> } {
  let stopped = false
  let wake = () => {}
  const working = (async () => {
    while (!stopped) {
      await workOff(db, files, () => stopped).catch(failed)
      if (stopped) break
      await new Promise<void>((go) => {
        const timer = setTimeout(go, everyMs)
        wake = () => { clearTimeout(timer); go() }
      })
    }
  })()
  return { async stop() { stopped = true; wake(); await working } }
}
