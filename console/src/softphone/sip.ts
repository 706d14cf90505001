/** The line over JsSIP: its socket goes to the switch itself, so calls come and are answered while the desk is away. */
import JsSIP from 'jssip'
import type { IncomingRTCSessionEvent, OutgoingRTCSessionEvent } from 'jssip/lib/UA.js'
import type { EndEvent, RTCSession } from 'jssip/lib/RTCSession.js'
import type { CallId } from '../../../contracts/call-id.ts'
import { listenTo, problemOf, takeMicrophone, watchMicrophone } from './sound.ts'
import type { SipLine } from './phone.ts'
import type { Ended, Heard } from './state.ts'

const media = { mediaConstraints: { audio: true, video: false } } as const
/** How long a switch keeps us without hearing of us; also how soon another browser with our seat is noticed. */
const registerSeconds = 60

export function sipLine(): SipLine {
  let ua: InstanceType<typeof JsSIP.UA> | null = null
  let domain = ''
  let hear: (heard: Heard) => void = () => {}
  const sessions = new Map<string, RTCSession>()
  const endings = new Map<string, Ended>()
  const audio = new Audio()
  audio.autoplay = true

  function close() {
    const closing = ua
    ua = null
    if (!closing) return
    closing.removeAllListeners()
    closing.stop()
  }

  function over(key: string, why: Ended) {
    if (!sessions.delete(key)) return
    hear({ is: 'line.ended', key, why: endings.get(key) ?? why })
    endings.delete(key)
  }

  function follow(key: string, session: RTCSession) {
    sessions.set(key, session)
    session.on('confirmed', () => { play(session); hear({ is: 'line.answered', key }) })
    session.on('hold', ({ originator }) => { if (String(originator) === 'local') hear({ is: 'line.held', key }) })
    session.on('unhold', ({ originator }) => { if (String(originator) === 'local') { play(session); hear({ is: 'line.resumed', key }) } })
    session.on('muted', () => hear({ is: 'line.muted', key, on: true }))
    session.on('unmuted', () => hear({ is: 'line.muted', key, on: false }))
    session.on('ended', () => over(key, 'hung_up'))
    session.on('failed', (e: EndEvent) => over(key, whyFailed(e)))
    session.on('getusermediafailed', (error: unknown) => { endings.set(key, 'no_microphone'); hear({ is: 'line.microphone', problem: problemOf(error) }) })
    const ready = session.connection
    if (ready) watch(key, session, ready)
    session.on('peerconnection', ({ peerconnection }) => watch(key, session, peerconnection))
    // Candidates of this computer come within milliseconds; waiting for every network card delays the answer.
    let soon: ReturnType<typeof setTimeout> | undefined
    session.on('icecandidate', ({ ready }) => { clearTimeout(soon); soon = setTimeout(ready, 150) })
  }

  function watch(key: string, session: RTCSession, connection: RTCPeerConnection) {
    connection.addEventListener('track', () => play(session))
    connection.addEventListener('connectionstatechange', () => {
      const dead = connection.connectionState === 'failed' || (connection.connectionState === 'disconnected' && !ua?.isConnected())
      if (connection.connectionState === 'connected') watchMicrophone(connection, (problem) => hear({ is: 'line.microphone', problem }))
      if (!dead || !sessions.has(key)) return
      // JsSIP would keep this call for ever, and the seat would stay busy.
      endings.set(key, 'audio_lost')
      try { session.terminate() } catch { connection.close() }
      over(key, 'audio_lost')
    })
  }

  function play(session: RTCSession) {
    const tracks = session.connection?.getReceivers().map((r) => r.track).filter((t) => t.kind === 'audio') ?? []
    if (!tracks.length || session.isOnHold().local) return
    audio.srcObject = new MediaStream(tracks)
    void audio.play().catch(() => {}) // the browser wants a click first; answering is one
    listenTo(session.connection)
  }

  function invited({ session, request }: IncomingRTCSessionEvent) {
    performance.mark('akmasa:ring')
    const key = session.id
    const header = (name: string) => request.getHeader(`X-Akmasa-${name}`) ?? null
    const from = session.remote_identity.uri.user
    follow(key, session)
    hear({
      is: 'line.invite', key, callId: header('Call') as CallId | null, number: /^\+?\d{2,16}$/.test(from) ? from : null,
      dialled: header('Dialled'), emergency: header('Emergency') === '1',
    })
  }

  return {
    open(seat, listener) {
      close()
      hear = listener
      domain = seat.domain
      const line = new JsSIP.UA({
        sockets: [new JsSIP.WebSocketInterface(seat.socket)], uri: `sip:${seat.seat}@${seat.domain}`, password: seat.password, session_timers: false,
        register_expires: registerSeconds, connection_recovery_min_interval: 1, connection_recovery_max_interval: 8, user_agent: 'Ak Masa',
      })
      ua = line
      line.on('registered', () => hear({ is: 'line.up' }))
      line.on('disconnected', () => hear({ is: 'line.down' }))
      line.on('registrationFailed', ({ response }) => { if (line.isConnected()) hear(response ? { is: 'line.refused' } : { is: 'line.down' }) })
      line.on('newRTCSession', (e: IncomingRTCSessionEvent | OutgoingRTCSessionEvent) => { if (String(e.originator) === 'remote') invited(e as IncomingRTCSessionEvent) })
      line.start()
    },
    close,
    leave() {
      // Without unregistering: it could arrive after the next page has registered and silence that one.
      for (const session of sessions.values()) end(session)
    },
    answer: (key) => sessions.get(key)?.answer(media),
    end: (key) => end(sessions.get(key)),
    busy: (key) => { try { sessions.get(key)?.terminate({ status_code: 486 }) } catch { /* it has just ended */ } },
    hold(key, on) {
      const session = sessions.get(key)
      if (on) session?.hold()
      else session?.unhold()
    },
    mute(key, on) {
      const session = sessions.get(key)
      if (on) session?.mute({ audio: true })
      else session?.unmute({ audio: true })
    },
    digit: (key, digit) => sessions.get(key)?.sendDTMF(digit, { transportType: JsSIP.C.DTMF_TRANSPORT.RFC2833 }),
    call(key, number, headers) {
      if (!ua) return hear({ is: 'line.ended', key, why: 'failed' })
      try {
        follow(key, ua.call(`sip:${number}@${domain}`, { ...media, extraHeaders: headers }))
      } catch {
        sessions.delete(key)
        hear({ is: 'line.ended', key, why: 'failed' })
      }
    },
    checkMicrophone(listener) {
      takeMicrophone().then((stream) => {
        for (const track of stream.getTracks()) track.stop()
        listener({ is: 'line.microphone', problem: null })
      }, (error: unknown) => listener({ is: 'line.microphone', problem: problemOf(error) }))
    },
  }
}

function end(session: RTCSession | undefined) {
  try { session?.terminate() } catch { /* it has just ended */ }
}

function whyFailed({ cause }: EndEvent): Ended {
  const { causes } = JsSIP.C
  if (cause === causes.BUSY) return 'busy'
  if (cause === causes.CANCELED) return 'hung_up'
  if (cause === causes.NO_ANSWER || cause === causes.UNAVAILABLE) return 'no_answer'
  if (cause === causes.REJECTED || cause === causes.NOT_FOUND) return 'refused'
  return 'failed'
}
