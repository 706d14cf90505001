/** The ring: a generated tone and, where the browser allows, a notification of the system. */
let context: AudioContext | null = null
let ringing: { stop(): void } | null = null

type How = 'ring' | 'beep' | null
let now: How = null
let soon: ReturnType<typeof setTimeout> | undefined

/** The tone comes a breath after the caller's card: opening the sound of a computer can take as long as drawing it. */
export function ring(how: How): void {
  if (how === now) return
  now = how
  ringing?.stop()
  ringing = null
  clearTimeout(soon)
  if (how && typeof AudioContext !== 'undefined') soon = setTimeout(() => sound(how), 100)
}

/** Turkish ring: 450 Hz, two seconds, then four of silence; a second call only beeps. */
function sound(how: 'ring' | 'beep'): void {
  context ??= new AudioContext()
  void context.resume().catch(() => {})
  const tone = new OscillatorNode(context, { frequency: 450 })
  const gain = new GainNode(context, { gain: 0 })
  tone.connect(gain).connect(context.destination)
  const burst = () => {
    if (!context) return
    const at = context.currentTime, on = how === 'ring' ? 2 : 0.15
    gain.gain.setTargetAtTime(how === 'ring' ? 0.15 : 0.05, at, 0.01)
    gain.gain.setTargetAtTime(0, at + on, 0.01)
  }
  tone.start()
  burst()
  const again = setInterval(burst, how === 'ring' ? 6000 : 3000)
  ringing = { stop: () => { clearInterval(again); tone.stop(); gain.disconnect() } }
}

let notice: Notification | null = null
/** Shown only while the page is out of sight; pressing it brings the page back. */
export function notifySystem(title: string | null): void {
  notice?.close()
  notice = null
  if (title === null || typeof Notification === 'undefined' || Notification.permission !== 'granted' || !document.hidden) return
  notice = new Notification(title, { tag: 'akmasa-call', requireInteraction: true })
  notice.onclick = () => { window.focus(); notice?.close() }
}
export function askToNotify(): void {
  if (typeof Notification !== 'undefined' && Notification.permission === 'default') void Notification.requestPermission()
}
