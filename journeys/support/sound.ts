/** Measures a recording: a WAV of two channels, left the citizen, right the desk. */

/** Root mean square of each channel over the second half of the recording, in units of a 16-bit sample. */
export function loudness(wav: Buffer): { citizen: number; desk: number; seconds: number } {
  if (wav.toString('latin1', 0, 4) !== 'RIFF' || wav.readUInt16LE(22) !== 2 || wav.readUInt16LE(34) !== 16) throw new Error('not a 16-bit WAV of two channels')
  const rate = wav.readUInt32LE(24)
  const data = wav.indexOf('data') + 8
  const frames = Math.floor((wav.length - data) / 4)
  const sums = [0, 0]
  const from = Math.floor(frames / 2)
  for (let i = from; i < frames; i++) for (const channel of [0, 1]) sums[channel]! += wav.readInt16LE(data + i * 4 + channel * 2) ** 2
  const [citizen, desk] = sums.map((sum) => Math.sqrt(sum / Math.max(1, frames - from))) as [number, number]
  return { citizen, desk, seconds: frames / rate }
}
