/** Three short tones every ten seconds, quiet enough not to disturb who is talking; unlike the telephone's ring. */
import { useEffect } from 'react'

const everyMs = 10_000
let context: AudioContext | null = null

function tones(): void {
  context ??= new AudioContext()
  void context.resume().catch(() => {})
  const tone = new OscillatorNode(context, { frequency: 880 }), gain = new GainNode(context, { gain: 0 })
  tone.connect(gain).connect(context.destination)
  for (const start of [0, 0.25, 0.5]) {
    gain.gain.setValueAtTime(0.06, context.currentTime + start)
    gain.gain.setValueAtTime(0, context.currentTime + start + 0.12)
  }
  tone.start()
  tone.stop(context.currentTime + 1)
}

export function useTones(on: boolean): void {
  useEffect(() => {
    if (!on || typeof AudioContext === 'undefined') return
    tones()
    const again = setInterval(tones, everyMs)
    return () => clearInterval(again)
  }, [on])
}
