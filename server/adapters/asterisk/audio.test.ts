import { expect, test } from 'vitest'
import { strength } from '../../testing/sip.ts'
import { alawDecode, alawEncode, forTelephone, readWav, rms, tone, trimmed, wavHeader } from './audio.ts'

test('A-law gives back every level to within a sixteenth, and its well-known codes', () => {
  const levels = Int16Array.from({ length: 641 }, (_, i) => (i - 320) * 100)
  for (const [i, back] of alawDecode(alawEncode(levels)).entries()) expect(Math.abs(back - levels[i]!)).toBeLessThanOrEqual(Math.max(16, Math.abs(levels[i]!) / 16))
  expect([...alawEncode(Int16Array.of(0, -1, 32767, -32768))]).toEqual([0xd5, 0x55, 0xaa, 0x2a])
})

test('what a telephone can carry passes the change of rate, what it cannot is taken out', () => {
  const of = (hertz: number) => ({ rate: 22050, samples: Int16Array.from({ length: 22050 }, (_, i) => 8000 * Math.sin((2 * Math.PI * hertz * i) / 22050)) })
  const high = of(5000).samples
  const mixed = { rate: 22050, samples: of(1000).samples.map((sample, i) => sample + high[i]!) }
  const heard = forTelephone(mixed)
  expect(heard.length).toBe(8000)
  expect(strength(heard, 1000)).toBeGreaterThan(15_000)
  expect(strength(heard, 3000), '5000 Hz would come back as 3000').toBeLessThan(100)
})

test('a WAV whose lengths were never filled in is read to its end; one of two channels gives its first', () => {
  const samples = tone(500, 0.1)
  const bytes = Buffer.from(samples.buffer)
  expect(readWav(Buffer.concat([wavHeader(0, 1), bytes])).samples).toEqual(samples)
  expect(readWav(Buffer.concat([wavHeader(bytes.length, 2), bytes])).samples).toEqual(samples.filter((_, i) => i % 2 === 0))
  expect(() => readWav(Buffer.from('no sound here'))).toThrow('not a WAV')
  expect(rms(samples)).toBeGreaterThan(4000)
})

test('silence before and after the words is cut to a twentieth of a second', () => {
  const silence = new Int16Array(4000)
  const words = tone(500, 0.5)
  const cut = trimmed(Int16Array.from([...silence, ...words, ...silence]))
  expect(cut.length).toBeGreaterThan(words.length)
  expect(cut.length).toBeLessThanOrEqual(words.length + 800)
  expect(trimmed(silence)).toHaveLength(0)
})
