/** In which letters a file is written. Pure, but for the reading. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileEncoding } from '../../../contracts/imports.ts'

const chunkBytes = 64 * 1024

/** What the file is by its first bytes; `text` is read further by its letters. */
export type Content = 'text' | 'zip' | 'old_excel' | 'unknown'
export function contentOf(head: Uint8Array): Content {
  const begins = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte)
  if (begins(0x50, 0x4b, 0x03, 0x04)) return 'zip'
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return 'old_excel'
  if (begins(0x25, 0x50, 0x44, 0x46) || begins(0x89, 0x50, 0x4e, 0x47) || begins(0xff, 0xd8, 0xff) || begins(0x7b, 0x5c, 0x72, 0x74) || begins(0x1f, 0x8b)) return 'unknown'
  // Text has no zero bytes, but in UTF-16.
  return head.includes(0) && !utf16Of(head) ? 'unknown' : 'text'
}

function utf16Of(head: Uint8Array): FileEncoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  // Without a mark: most of what people write has its zero bytes all on one side.
  const zeros = [0, 0]
  head.forEach((byte, i) => { if (byte === 0) zeros[i % 2]!++ })
  const enough = head.length / 4
  return zeros[1]! > enough && zeros[0] === 0 ? 'utf-16le' : zeros[0]! > enough && zeros[1] === 0 ? 'utf-16be' : undefined
}

export async function headOf(path: string, bytes = 64 * 1024): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const buffer = Buffer.alloc(bytes)
    const { bytesRead } = await file.read(buffer, 0, bytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally { await file.close() }
}

/** UTF-8 proves itself over the whole file: Turkish letters of the old code page are hardly ever valid in it. */
export async function encodingOf(path: string, head: Uint8Array): Promise<FileEncoding> {
  const wide = utf16Of(head)
  if (wide) return wide
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    // Without the last call for what is left: half a file may end within a letter.
    for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) decoder.decode(chunk as Buffer, { stream: true })
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1254'
    throw error
  }
}

/** The text of a file in pieces, without its mark. */
export async function* textOf(path: string, encoding: FileEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) yield decoder.decode(chunk as Buffer, { stream: true })
  yield decoder.decode()
}
