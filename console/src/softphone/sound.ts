/** Microphone and sound of the running call: what is wrong with it, and how loud it is. */
type Problem = 'mic_denied' | 'mic_missing' | 'mic_lost'

export const takeMicrophone = () =>
  navigator.mediaDevices ? navigator.mediaDevices.getUserMedia({ audio: true }) : Promise.reject(new DOMException('', 'NotFoundError'))

/** Browsers name a refusal and an absence; everything else is a device that failed. */
export function problemOf(error: unknown): Problem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'mic_denied'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'mic_missing' : 'mic_lost'
}

/** A headset pulled out in mid-call: go on with whatever microphone is left, else say so. */
export function watchMicrophone(connection: RTCPeerConnection, tell: (problem: Problem | null) => void): void {
  const sender = connection.getSenders().find((s) => s.track?.kind === 'audio')
  if (!sender?.track) return
  sender.track.onended = () => {
    tell('mic_lost')
    takeMicrophone().then(async (stream) => {
      await sender.replaceTrack(stream.getAudioTracks()[0] ?? null)
      watchMicrophone(connection, tell)
      tell(null)
    }, () => {})
  }
}

let heard: { context: AudioContext; analyser: AnalyserNode } | null = null
/** Measures our own microphone on this connection from now on. */
export function listenTo(connection: RTCPeerConnection): void {
  const track = connection.getSenders().find((s) => s.track?.kind === 'audio')?.track
  void heard?.context.close()
  heard = null
  if (!track) return
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  analyser.fftSize = 512
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser)
  heard = { context, analyser }
}
/** How loud we speak, 0 to 1. */
export function loudness(): number {
  if (!heard) return 0
  const samples = new Float32Array(heard.analyser.fftSize)
  heard.analyser.getFloatTimeDomainData(samples)
  return Math.min(1, 4 * Math.sqrt(samples.reduce((sum, s) => sum + s * s, 0) / samples.length))
}
