import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { operator, testDesk, type TestDesk } from '../../testing.ts'
import { attach, attachment } from './attachments.ts'
import { isShown, typeOf } from './file-type.ts'
import { casePage } from './reading.ts'
import { aTown, attachmentId, filesInMemory, opened, type Town } from './testing.ts'

const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082', 'hex')
const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((p) => Buffer.from(p as string)))
const box = (brand: string) => bytes([0, 0, 0, 24], 'ftyp', brand, [0, 0, 0, 0], brand, 'mif1')

describe('what a file is', () => {
  test.each<[string, Buffer, string]>([
    ['PNG', png, 'image/png'], ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF', [0]), 'image/jpeg'],
    ['WebP', bytes('RIFF', [36, 0, 0, 0], 'WEBPVP8 '), 'image/webp'], ['HEIC', box('heic'), 'image/heic'], ['PDF', bytes('%PDF-1.7\n'), 'application/pdf'],
    ['MP3', bytes('ID3', [4, 0, 0, 0, 0, 0, 0], [0xff, 0xfb, 0x90, 0]), 'audio/mpeg'], ['WAV', bytes('RIFF', [36, 0, 0, 0], 'WAVEfmt '), 'audio/wav'],
    ['Ogg', bytes('OggS', [0, 2], Array(20).fill(0), [1, 30, 1], 'vorbis', Array(22).fill(0)), 'audio/ogg'], ['M4A', box('M4A '), 'audio/mp4'], ['MP4', box('isom'), 'video/mp4'],
    ['plain text', bytes('Çukurun fotoğrafı yok, tarifi var.\r\n'), 'text/plain; charset=utf-8'],
  ])('%s is known by its bytes', async (_, file, type) => { expect(await typeOf(file)).toBe(type) })

  test.each<[string, Buffer]>([
    ['a program', bytes([0x7f], 'ELF', [2, 1, 1, 0], Array(60).fill(0))], ['a Windows program', bytes('MZ', Array(100).fill(0))], ['a ZIP', bytes('PK', [3, 4], Array(40).fill(0))],
    ['a page', bytes('  <html><script>alert(1)</script>')], ['a drawing with scripts', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')], ['a shell script', bytes('#!/bin/sh\n')],
    ['text that is not text', bytes('hello', [0, 1, 2])], ['broken UTF-8', bytes([0xc3, 0x28, 0x41])], ['a GIF', bytes('GIF89a', [1, 0, 1, 0])],
  ])('%s is refused', async (_, file) => { expect(await typeOf(file)).toBeUndefined() })

  test('only pictures, sound, video and PDF are shown in the browser; the rest is saved', () => {
    for (const type of ['image/png', 'audio/wav', 'video/mp4', 'application/pdf']) expect(isShown(type)).toBe(true)
    for (const type of ['text/plain; charset=utf-8', 'image/heic', 'application/vnd.oasis.opendocument.text']) expect(isShown(type)).toBe(false)
  })
})

describe('a file of a case', () => {
  let desk: TestDesk
  let town: Town
  const files = filesInMemory()
  beforeAll(async () => { desk = await testDesk(); town = await aTown(desk) })
  afterAll(() => desk[Symbol.asyncDispose]())

  test('is kept, listed, and comes back with a safe name and type, whatever it was called', async () => {
    const { id: caseId } = await opened(desk, town)
    const given = { caseId, id: attachmentId(), name: '..\\..\\evil/çukur\u202egnp.exe', file: png }
    for (let i = 0; i < 2; i++) expect(await desk.do((tx) => attach(tx, files, given, operator))).toMatchObject({ name: 'çukurgnp.exe', type: 'image/png', bytes: png.length })
    expect((await desk.do((tx) => casePage(tx, { caseId }, operator))).attachments).toHaveLength(1)
    const roads = town.officer('roads')
    expect(await desk.as(roads, (tx) => attachment(tx, files, { caseId, attachmentId: given.id }))).toEqual({ bytes: png, type: 'image/png', name: 'çukurgnp.exe', inline: true })
    const other = await opened(desk, town)
    await expect(desk.do((tx) => attach(tx, files, { ...given, caseId: other.id }, operator))).rejects.toMatchObject({ code: 'case.not_found' })
    await expect(desk.do((tx) => attachment(tx, files, { caseId: other.id, attachmentId: given.id }))).rejects.toMatchObject({ code: 'attachment.not_found' })
    const finance = town.officer('finance')
    await expect(desk.as(finance, (tx) => attachment(tx, files, { caseId, attachmentId: given.id }))).rejects.toMatchObject({ code: 'attachment.not_found' })
    await expect(desk.as(finance, (tx) => attach(tx, files, { ...given, id: attachmentId() }, finance))).rejects.toMatchObject({ code: 'case.not_found' })
  })

  test('that has changed on disk is not handed out', async () => {
    const { id: caseId } = await opened(desk, town)
    const id = attachmentId()
    await desk.do((tx) => attach(tx, files, { caseId, id, name: 'a.png', file: png }, operator))
    await files.put(id, Buffer.from('something else'))
    await expect(desk.do((tx) => attachment(tx, files, { caseId, attachmentId: id }))).rejects.toMatchObject({ code: 'attachment.not_found' })
  })

  test.each<[string, Buffer, string]>([
    ['empty', Buffer.alloc(0), 'attachment.empty'], ['of a kind not taken', bytes('MZ', Array(100).fill(0)), 'attachment.type'], ['too large', Buffer.concat([png, Buffer.alloc(20 * 1024 * 1024)]), 'attachment.too_large'],
  ])('%s is refused, and nothing is kept of it', async (_, file, code) => {
    const { id: caseId } = await opened(desk, town)
    const before = files.size()
    await expect(desk.do((tx) => attach(tx, files, { caseId, id: newId<never>(), name: 'x', file }, operator))).rejects.toMatchObject({ code })
    expect(files.size()).toBe(before)
    expect((await desk.do((tx) => casePage(tx, { caseId }, operator))).attachments).toEqual([])
  })
})
