/** Telephone audio: 8000 samples a second, A-law on the line, 16 bits in the recordings. */

export const rate = 8000
export type Pcm = { samples: Int16Array; rate: number }

/** ITU-T G.711, A-law, as the even bits are inverted on the line. */
export function alawEncode(samples: Int16Array): Buffer {
  const coded = Buffer.alloc(samples.length)
  for (const [i, sample] of samples.entries()) coded[i] = encodeOne(sample)
  return coded
}

function encodeOne(sample: number): number {
  const sign = sample >= 0 ? 0x80 : 0
  const size = Math.min(sample >= 0 ? sample : -sample - 1, 32767) >> 3
  const segment = Math.max(0, 32 - Math.clz32(size) - 5)
  const step = segment < 2 ? (size >> 1) & 15 : (size >> segment) & 15
  return (sign | (segment << 4) | step) ^ 0x55
}

const decoded = Int16Array.from({ length: 256 }, (_, code) => {
  const bits = code ^ 0x55
  const segment = (bits >> 4) & 7
  const step = ((bits & 15) << 4) + 8
  const size = segment === 0 ? step : (step + 0x100) << (segment - 1)
  return bits & 0x80 ? size : -size
})

export const alawDecode = (coded: Uint8Array): Int16Array => Int16Array.from(coded, (code) => decoded[code]!)

/** The first channel of a 16 bit WAV file. Tolerates a length field that was never filled in. */
export function readWav(file: Buffer): Pcm {
  if (file.toString('latin1', 0, 4) !== 'RIFF') throw new Error('not a WAV file')
  let [channels, hertz] = [1, rate]
  for (let at = 12; at + 8 <= file.length; ) {
    const [kind, size] = [file.toString('latin1', at, at + 4), file.readUInt32LE(at + 4)]
    if (kind === 'fmt ') [channels, hertz] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 12)]
    if (kind === 'data') {
      const end = size > 0 ? Math.min(at + 8 + size, file.length) : file.length
      const frames = Math.floor((end - at - 8) / (2 * channels))
      const samples = Int16Array.from({ length: frames }, (_, i) => file.readInt16LE(at + 8 + 2 * channels * i))
      return { samples, rate: hertz }
    }
    at += 8 + size + (size % 2)
  }
  throw new Error('a WAV file without sound')
}

/** The 44 bytes before `bytes` of 16 bit samples. */
export function wavHeader(bytes: number, channels: number): Buffer {
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + bytes, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(channels, 22)
  header.writeUInt32LE(rate, 24)
  header.writeUInt32LE(rate * 2 * channels, 28)
  header.writeUInt16LE(2 * channels, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36)
  header.writeUInt32LE(bytes, 40)
  return header
}

/** Any rate to the telephone's, with what a telephone cannot carry (above 3.6 kHz) taken out, at an even loudness. */
export function forTelephone({ samples, rate: from }: Pcm): Int16Array {
  const ratio = from / rate
  const cutoff = Math.min(1, 7200 / from) // of half the incoming rate
  const reach = Math.ceil(16 / cutoff)
  // Computed once in fine steps: as a function it was nearly all of the set-up's time.
  const steps = 256
  const table = Float64Array.from({ length: reach * steps + 1 }, (_, i) => windowedSinc(i / steps, cutoff, reach))
  const resampled = Float64Array.from({ length: Math.floor(samples.length / ratio) }, (_, i) => {
    const centre = i * ratio
    let sum = 0
    for (let n = Math.max(0, Math.ceil(centre - reach)); n <= centre + reach && n < samples.length; n++)
      sum += samples[n]! * table[Math.round(Math.abs(n - centre) * steps)]!
    return sum
  })
  const peak = resampled.reduce((most, value) => Math.max(most, Math.abs(value)), 1)
  return Int16Array.from(resampled, (value) => Math.round((value / peak) * 20000))
}

function windowedSinc(x: number, cutoff: number, reach: number): number {
  const sinc = x === 0 ? 1 : Math.sin(Math.PI * cutoff * x) / (Math.PI * cutoff * x)
  return cutoff * sinc * (0.5 + 0.5 * Math.cos((Math.PI * x) / reach))
}

/** Without the silence that a synthesiser puts before and after; a twentieth of a second stays. */
export function trimmed(samples: Int16Array): Int16Array {
  const loud = (sample: number) => Math.abs(sample) > 250
  const first = samples.findIndex(loud)
  if (first < 0) return new Int16Array(0)
  return samples.slice(Math.max(0, first - rate / 20), samples.findLastIndex(loud) + rate / 20)
}

/** A tone with soft ends, `seconds` long. */
export function tone(hertz: number, seconds: number, level = 8000): Int16Array {
  const length = Math.round(seconds * rate)
  return Int16Array.from({ length }, (_, i) => {
    const edge = Math.min(1, i / 80, (length - i) / 80)
    return Math.round(level * edge * Math.sin((2 * Math.PI * hertz * i) / rate))
  })
}

export const rms = (samples: Int16Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length))
