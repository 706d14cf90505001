/** The least a browser can do with a call: a SIP socket, and the caller's number painted as text. */
import * as JsSIP from 'jssip'
import type { IncomingRTCSessionEvent } from 'jssip/lib/UA.js'
import type { Seat } from '../../contracts/calls.ts'

declare global {
  var openBareSeat: (seat: Seat) => Promise<void>
}

globalThis.openBareSeat = (seat) => new Promise((ready) => {
  const line = new JsSIP.UA({ sockets: [new JsSIP.WebSocketInterface(seat.socket)], uri: `sip:${seat.seat}@${seat.domain}`, password: seat.password, session_timers: false, register_expires: 60 })
  line.on('registered', () => ready())
  line.on('newRTCSession', ({ session, originator }: IncomingRTCSessionEvent) => {
    if (String(originator) !== 'remote') return
    performance.mark('akmasa:ring')
    document.querySelector('main')!.textContent = session.remote_identity.uri.user
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('akmasa:painted')))
  })
  line.start()
})
