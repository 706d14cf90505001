/** The test telephone's line: one call at a time through the same switch that serves 153. */
import JsSIP from 'jssip'
import type { EndEvent, RTCSession } from 'jssip/lib/RTCSession.js'
import type { IncomingRTCSessionEvent, OutgoingRTCSessionEvent } from 'jssip/lib/UA.js'
import type { Word } from './texts.ts'

/** `note`: why the last call or the line ended so, if it is worth a word. */
export type Line = { is: 'connecting' | 'ready' | 'offline' | 'elsewhere' | 'unavailable' | 'demoOnly' | 'dialling' | 'ringing' | 'talking'; since: number; number: string | null; note: Word | null }
type Seat = { seat: string; password: string; socket: string; domain: string }
const media = { mediaConstraints: { audio: true, video: false } }

export function openLine(tell: (line: Line) => void) {
  let line: Line = { is: 'connecting', since: Date.now(), number: null, note: null }
  let ua: InstanceType<typeof JsSIP.UA> | null = null
  let session: RTCSession | null = null
  let seat: Seat | null = null
  let standing = false
  let retry: ReturnType<typeof setTimeout> | undefined
  const audio = new Audio()
  audio.autoplay = true

  const become = (is: Line['is'], more: { number?: string | null; note?: Word | null } = {}) => { line = { is, since: Date.now(), number: null, note: null, ...more }; tell(line) }
  const idle = (note: Word | null = null) => become(ua?.isRegistered() ? 'ready' : 'offline', { note })

  async function open(): Promise<void> {
    clearTimeout(retry)
    shut()
    become('connecting')
    try {
      const answer = await fetch('/public/test-phone', { method: 'POST', headers: { 'content-type': 'application/json', 'x-akmasa': '1' }, body: '{}' })
      const told = (await answer.json()) as Seat & { code?: string }
      if (!answer.ok) return become(told.code === 'call.demo_only' ? 'demoOnly' : 'unavailable')
      register((seat = told))
    } catch {
      become('offline')
      retry = setTimeout(() => void open(), 3000)
    }
  }

  function register(given: Seat) {
    const made = new JsSIP.UA({
      sockets: [new JsSIP.WebSocketInterface(given.socket)], uri: `sip:${given.seat}@${given.domain}`, password: given.password, session_timers: false,
      register_expires: 60, connection_recovery_min_interval: 1, connection_recovery_max_interval: 4,
    })
    ua = made
    standing = false
    made.on('registered', () => { if (!session && line.is !== 'ready') become('ready', { note: line.note }); standing = true })
    made.on('disconnected', () => { standing = false; if (!session) become('offline') })
    made.on('registrationFailed', () => {
      if (!made.isConnected()) return
      // Refused while it stood: another page has it. Refused anew: the switch forgot the password.
      if (standing) { shut(); become('elsewhere') } else retry = setTimeout(() => void open(), 3000)
    })
    made.on('newRTCSession', (e: IncomingRTCSessionEvent | OutgoingRTCSessionEvent) => {
      if (String(e.originator) !== 'remote') return
      if (session) return e.session.terminate({ status_code: 486 })
      follow(e.session)
      become('ringing', { number: e.session.remote_identity.uri.user })
    })
    made.start()
  }
  function shut() {
    ua?.removeAllListeners()
    ua?.stop()
    ua = null
  }

  function follow(made: RTCSession) {
    session = made
    let soon: ReturnType<typeof setTimeout> | undefined
    const over = (note: Word | null) => { if (session === made) { session = null; idle(note) } }
    made.on('icecandidate', ({ ready }) => { clearTimeout(soon); soon = setTimeout(ready, 150) })
    made.on('confirmed', () => become('talking', { number: line.number }))
    made.on('ended', () => over('ended'))
    made.on('failed', (e: EndEvent) => over(noteOf(e)))
    const listen = (connection: RTCPeerConnection) => {
      connection.addEventListener('track', (e) => { audio.srcObject = new MediaStream([e.track]); void audio.play().catch(() => {}) })
      connection.addEventListener('connectionstatechange', () => { if (connection.connectionState === 'failed') hangUp() })
    }
    if (made.connection) listen(made.connection)
    made.on('peerconnection', ({ peerconnection }) => listen(peerconnection))
  }
  function hangUp() { try { session?.terminate() } catch { /* it has just ended */ } }

  window.addEventListener('pagehide', hangUp)
  void open()
  return {
    open,
    /** `as`: the number this telephone plays; empty means withheld. */
    call(number: string, as: string) {
      if (!ua || !seat || session || !ua.isRegistered()) return
      become('dialling', { number })
      try {
        follow(ua.call(`sip:${number}@${seat.domain}`, { ...media, extraHeaders: as ? [`X-Akmasa-Caller: ${as}`] : [] }))
      } catch { idle('failed') }
    },
    answer: () => session?.answer(media),
    hangUp,
    digit: (digit: string) => { if (line.is === 'talking') session?.sendDTMF(digit, { transportType: JsSIP.C.DTMF_TRANSPORT.RFC2833 }) },
  }
}

function noteOf({ cause }: EndEvent): Word | null {
  const { causes } = JsSIP.C
  if (cause === causes.CANCELED) return 'ended'
  if (cause === causes.USER_DENIED_MEDIA_ACCESS) return 'noMicrophone'
  if (cause === causes.BUSY) return 'busy'
  return cause === causes.NOT_FOUND || cause === causes.REJECTED ? 'refused' : 'failed'
}
