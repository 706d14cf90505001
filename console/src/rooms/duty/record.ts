/** The operator's own voice, as a small telephone WAV that the switch can play. */

/** Seconds; longer, nobody listens to the end. */
export const longest = 60
const rate = 8000

export type Recorder = { stop(): Promise<Blob>; cancel(): void }

/** Asks for the microphone. @throws DOMException when there is none, or it is not allowed */
export async function startRecording(): Promise<Recorder> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } })
  const recorder = new MediaRecorder(stream), parts: Blob[] = []
  const free = () => { for (const track of stream.getTracks()) track.stop() }
  recorder.addEventListener('dataavailable', (e) => parts.push(e.data))
  const over = new Promise<void>((go) => recorder.addEventListener('stop', () => go(), { once: true }))
  recorder.start()
  return {
    async stop() {
      if (recorder.state !== 'inactive') recorder.stop()
      await over
      free()
      return toWav(await new Blob(parts).arrayBuffer())
    },
    cancel() {
      if (recorder.state !== 'inactive') recorder.stop()
      free()
    },
  }
}

/** Whatever the browser records in, as 8000 samples a second of 16 bits. */
async function toWav(recorded: ArrayBuffer): Promise<Blob> {
  const reading = new OfflineAudioContext(1, 1, rate)
  // Decoded at the context's rate, so there is nothing left to resample.
  const sound = await reading.decodeAudioData(recorded)
  return wavOf(sound.getChannelData(0).subarray(0, longest * rate))
}

export function wavOf(samples: Float32Array): Blob {
  const bytes = new DataView(new ArrayBuffer(44 + samples.length * 2))
  const word = (at: number, text: string) => { for (let i = 0; i < text.length; i++) bytes.setUint8(at + i, text.charCodeAt(i)) }
  word(0, 'RIFF')
  bytes.setUint32(4, 36 + samples.length * 2, true)
  word(8, 'WAVEfmt ')
  bytes.setUint32(16, 16, true)
  bytes.setUint16(20, 1, true)
  bytes.setUint16(22, 1, true)
  bytes.setUint32(24, rate, true)
  bytes.setUint32(28, rate * 2, true)
  bytes.setUint16(32, 2, true)
  bytes.setUint16(34, 16, true)
  word(36, 'data')
  bytes.setUint32(40, samples.length * 2, true)
  for (const [i, sample] of samples.entries()) bytes.setInt16(44 + i * 2, Math.max(-1, Math.min(1, sample)) * 32767, true)
  return new Blob([bytes.buffer], { type: 'audio/wav' })
}
