/** Photographs, papers and sounds of a case. What a file is, its bytes say; the name is only a name. */
import { createHash } from 'node:crypto'
import type { Attachment, AttachmentId, CaseId } from '../../../contracts/cases.ts'
import type { StaffId } from '../../../contracts/identity.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import type { FileAnswer } from '../../platform/http/operations.ts'
import { Refusal } from '../../platform/refusal.ts'
import { staffByIds } from '../identity/index.ts'
import { audienceOf } from './cases.ts'
import { isShown, typeOf } from './file-type.ts'
import * as store from './store.ts'

/** Where files are kept; the storage adapter implements it. */
export type Files = {
  /** On disk for good when it resolves. The same key and bytes twice is no harm. */
  put(key: string, bytes: Buffer): Promise<void>
  /** Undefined when there is none. */
  get(key: string): Promise<Buffer | undefined>
}

const mostBytes = 20 * 1024 * 1024
export async function attach(tx: Tx, files: Files, given: { caseId: CaseId; id: AttachmentId; name: string; file: Buffer }, _by: Actor): Promise<Attachment> {
  const { caseId, id, file } = given
  const found = await store.lockCase(tx, caseId)
  if (!found) throw new Refusal('case.not_found')
  if (file.length === 0) throw new Refusal('attachment.empty')
  if (file.length > mostBytes) throw new Refusal('attachment.too_large', { most: mostBytes })
  const type = await typeOf(file)
  if (!type) throw new Refusal('attachment.type')
  const sha256 = createHash('sha256').update(file).digest('hex')
  const kept = await store.insertAttachment(tx, { id, caseId, name: plainName(given.name), type, bytes: file.length, sha256 })
  if (!kept) {
    const there = await store.attachmentById(tx, id)
    if (there?.caseId !== caseId || there.sha256 !== sha256) throw new Refusal('case.not_found')
    return shown(tx, there)
  }
  // Before the commit: a row without its file would be a loss, a file without its row is only space.
  await files.put(id, file)
  await store.addEntry(tx, caseId, { what: 'attached', facts: { name: kept.name, type, bytes: kept.bytes } })
  await publish(tx, 'case.changed', { caseId, what: 'attached' }, audienceOf(found.dirs))
  return shown(tx, kept)
}

async function shown(tx: Tx, { id, name, type, bytes, at, by }: store.AttachmentRow): Promise<Attachment> {
  // What came in by a channel of its own was attached by no person.
  const person = by.startsWith('system:') ? undefined : (await staffByIds(tx, [by as StaffId])).get(by as StaffId)
  return { id: id as AttachmentId, name, type, bytes, at, by: person?.name ?? '' }
}

export async function attachment(tx: Tx, files: Files, given: { caseId: CaseId; attachmentId: AttachmentId }): Promise<FileAnswer> {
  const row = await store.attachmentById(tx, given.attachmentId)
  const bytes = row?.caseId === given.caseId ? await files.get(row.id) : undefined
  if (!row || !bytes || createHash('sha256').update(bytes).digest('hex') !== row.sha256) throw new Refusal('attachment.not_found')
  return { bytes, type: row.type, name: row.name, inline: isShown(row.type) }
}

/** A name without folders, line ends and signs that turn the direction of writing. */
const plainName = (name: string): string =>
  name.split(/[\\/]/).at(-1)!.replace(/[\p{Cc}\p{Cf}]/gu, '').trim().slice(0, 200) || 'dosya'
