import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { smaller } from './png.ts'

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]), number = (n: number) => { const four = Buffer.alloc(4); four.writeUInt32BE(n); return four }
  return Buffer.concat([number(data.length), body, number(crc32(body))])
}
const dataOf = (png: Buffer, type: string): Buffer => {
  const at = png.indexOf(type, 'latin1')
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4))
}
/** Twenty by thirty: half of it white, the other half of as many colours as there are points; the rows take turns with the five filters. */
function picture(): Buffer {
  const [width, height] = [20, 30], header = Buffer.from([0, 0, 0, width, 0, 0, 0, height, 8, 2, 0, 0, 0]), rows: Buffer[] = []
  const at = (x: number, y: number) => (x < 0 || y < 0 ? [0, 0, 0] : x < 10 ? [255, 255, 255] : [x, y * 8, 128])
  const paeth = (a: number, b: number, c: number) => [a, b, c].map((v) => [Math.abs(a + b - c - v), v] as const).reduce((best, one) => (one[0] < best[0] ? one : best))[1]
  for (let y = 0; y < height; y++) {
    const row = [y % 5]
    for (let x = 0; x < width; x++) for (const i of [0, 1, 2]) {
      const [a, b, c] = [at(x - 1, y)[i]!, at(x, y - 1)[i]!, at(x - 1, y - 1)[i]!]
      row.push((at(x, y)[i]! - [0, a, b, (a + b) >> 1, paeth(a, b, c)][y % 5]!) & 255)
    }
    rows.push(Buffer.from(row))
  }
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))])
}

test('a picture keeps its common colours exactly, and every other point gets one that is nearly its own', () => {
  const small = smaller(picture()), palette = dataOf(small, 'PLTE'), rows = inflateSync(dataOf(small, 'IDAT'))
  const shown = (x: number, y: number) => [...palette.subarray(rows[y * 21 + 1 + x]! * 3).subarray(0, 3)]
  expect(dataOf(small, 'IHDR')).toEqual(Buffer.from([0, 0, 0, 20, 0, 0, 0, 30, 8, 3, 0, 0, 0]))
  for (let y = 0; y < 30; y++) for (let x = 0; x < 20; x++) {
    const meant = x < 10 ? [255, 255, 255] : [x, y * 8, 128]
    const off = shown(x, y).map((v, i) => Math.abs(v - meant[i]!))
    expect(Math.max(...off), `${x}, ${y}`).toBeLessThanOrEqual(x < 10 ? 0 : 50)
  }
})
