/** Makes a screenshot small: the 256 colours a screen needs, packed as tightly as PNG can (PNG specification, third edition). */
import { crc32, deflateSync, inflateSync } from 'node:zlib'

type Chunk = { type: string; data: Buffer }
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function chunksOf(png: Buffer): Chunk[] {
  const found: Chunk[] = []
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    found.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return found
}
function written({ type, data }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]), frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
const paeth = (a: number, b: number, c: number): number => {
  const p = a + b - c, [da, db, dc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)]
  return da <= db && da <= dc ? a : db <= dc ? b : c
}
/** The bytes of the picture, its rows' filters undone. */
function pixels(packed: Buffer, rows: number, stride: number, step: number): Buffer {
  const raw = inflateSync(packed), out = Buffer.alloc(rows * stride)
  for (let y = 0; y < rows; y++) {
    const filter = raw[y * (stride + 1)]!
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x
      const left = x < step ? 0 : out[at - step]!, up = y ? out[at - stride]! : 0, corner = x < step || !y ? 0 : out[at - stride - step]!
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!
      out[at] = raw[y * (stride + 1) + 1 + x]! + guess
    }
  }
  return out
}

/** @param png eight bits a channel, not interlaced, as browsers write them */
export function smaller(png: Buffer): Buffer {
  const chunks = chunksOf(png), header = chunks[0]!.data, width = header.readUInt32BE(0), height = header.readUInt32BE(4), step = header[9] === 6 ? 4 : 3
  const packed = Buffer.concat(chunks.filter((c) => c.type === 'IDAT').map((c) => c.data))
  const bytes = pixels(packed, height, width * step, step)
  const colours = Array.from({ length: width * height }, (_, i) => bytes.readUIntBE(i * step, 3))
  const counts = new Map<number, number>()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  // The commonest stay as they are; the rest, edges of letters, become the nearest of them.
  const palette = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 256).map(([colour]) => colour)
  const index = new Map(palette.map((colour, i) => [colour, i]))
  for (const colour of counts.keys()) if (!index.has(colour)) index.set(colour, nearest(colour, palette))

  const rows = Buffer.alloc(height * (width + 1))
  colours.forEach((colour, i) => { rows[Math.floor(i / width) * (width + 1) + 1 + (i % width)] = index.get(colour)! })
  const table = Buffer.alloc(palette.length * 3)
  palette.forEach((colour, i) => table.writeUIntBE(colour, i * 3, 3))
  const newHeader = Buffer.from(header)
  newHeader[8] = 8
  newHeader[9] = 3
  return Buffer.concat([signature, ...[{ type: 'IHDR', data: newHeader }, { type: 'PLTE', data: table }, { type: 'IDAT', data: deflateSync(rows, { level: 9, memLevel: 9 }) }, { type: 'IEND', data: Buffer.alloc(0) }].map(written)])
}
function nearest(colour: number, palette: readonly number[]): number {
  const far = (other: number) => [16, 8, 0].reduce((sum, shift) => sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0)
  return palette.reduce((best, other, i) => (far(other) < far(palette[best]!) ? i : best), 0)
}
