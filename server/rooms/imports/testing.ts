/** A town with a folder for its files, for tests of imports. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ImportId, ImportMapping, type ImportPage, partBytes } from '../../../contracts/imports.ts'
import type { z } from 'zod'
import { partsIn } from '../../adapters/storage/parts.ts'
import { newId } from '../../platform/ids.ts'
import { supervisor, testDesk } from '../../testing.ts'
import { aTown } from '../cases/testing.ts'
import { importPage, newImport, readFile, sendPart, startImport } from './imports.ts'
import { workOff } from './run.ts'

export async function aHouse(at?: string) {
  const desk = await testDesk(at)
  const town = await aTown(desk)
  const folder = mkdtempSync(join(tmpdir(), 'akmasa-imports-'))
  const files = partsIn(folder)

  /** Announced, sent in parts, read. */
  async function received(content: string | Buffer, name = 'eski.csv', wish: Parameters<typeof readFile>[2] | object = {}): Promise<ImportPage> {
    const bytes = Buffer.from(content)
    const importId = newId<ImportId>()
    await desk.as(supervisor, (tx) => newImport(tx, files, { id: importId, name, bytes: bytes.length }))
    for (let from = 0; from < bytes.length; from += partBytes)
      await desk.as(supervisor, (tx) => sendPart(tx, files, { importId, at: from, file: bytes.subarray(from, from + partBytes) }))
    return readFile(desk.db, files, { importId, ...wish }, supervisor)
  }
  const mapping = (page: ImportPage, more: Partial<z.input<typeof ImportMapping>> = {}): ImportMapping =>
    ImportMapping.parse({ ...page.guess, fallbackTopicId: town.topic('pothole'), ...more })
  const start = (page: ImportPage, more: Partial<z.input<typeof ImportMapping>> = {}) => desk.as(supervisor, (tx) => startImport(tx, { importId: page.id, ...mapping(page, more) }))
  const pageOf = (importId: ImportId) => desk.as(supervisor, (tx) => importPage(tx, { importId }))
  async function imported(content: string | Buffer, more: Partial<z.input<typeof ImportMapping>> = {}): Promise<ImportPage> {
    const page = await received(content)
    await start(page, more)
    await workOff(desk.db, files)
    return pageOf(page.id)
  }
  return {
    desk, town, files, folder, received, mapping, start, imported, pageOf,
    async [Symbol.asyncDispose]() {
      await desk[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type ImportHouse = Awaited<ReturnType<typeof aHouse>>

/** A file of an old system, as many rows as asked for. */
export const oldFile = (rows: number, from = 1): string => ['Başvuru No;Başvuru Tarihi;Kapanış Tarihi;Durum;Konu;Mahalle;Açıklama;Ad Soyad;Telefon',
  ...Array.from({ length: rows }, (_, i) => `ESKI-${from + i};${1 + (i % 28)}.03.2019 ${8 + (i % 9)}:05;${1 + (i % 28)}.04.2019;Kapalı;pothole;Saray;Yol bozuk ${from + i};Ayşe Yıldız;0532 000 00 01`)].join('\r\n') + '\r\n'
