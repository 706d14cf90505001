/** The calls room's switch, done by Asterisk: everything through the manager interface and the switch's own database. */
import type { Switch, SwitchSettings, SeatState, Snapshot } from '../../rooms/calls/index.ts'
import { Ami, AmiRefused, type AmiAccess, type AmiMessage } from './ami.ts'
import { isLoopback } from './config.ts'
import { together } from './together.ts'

/**
 * Above the penalty callers are queued with (QUEUE_MAX_PENALTY), so a seat on a break does not count as there: with
 * nobody else the caller goes on to the mobile at once. Whoever wraps up a call keeps 0 and is waited for.
 */
const absent = 900
const wrappingUp = 'wrap-up'
/** Asterisk's own reason, when a seat was rung in vain. */
const rungInVain = 'Auto-Pause'
export const unanswered = 'unanswered'

const changes = /^(QueueMember|QueueCaller|Agent|DeviceStateChange|ContactStatus|Hangup|FullyBooted)/

/** @param socket where browsers of this machine reach the switch, as `ws://127.0.0.1:4453/sip/ws`. */
export function connectSwitch(access: AmiAccess, socket: string): Switch & { ami: Ami } {
  const ami = new Ami(access)

  // Asterisk asks a newly registered line whether it is there within qualify_frequency, and rings it only then.
  // Asked at once, a person who has just sat down is at work at once.
  ami.on('event', ({ Event, ContactStatus, EndpointName }) => {
    if (Event === 'ContactStatus' && ContactStatus === 'NonQualified' && EndpointName)
      ami.do('PJSIPQualify', { Endpoint: EndpointName }).catch(() => {})
  })

  const membership = async (): Promise<AmiMessage[]> => (await ami.list('QueueStatus')).filter((one) => one.Event === 'QueueMember')

  return {
    ...together(ami),
    ami,
    connected: () => ami.isUp,

    openSeat: (seat, password, _name, from = socket) => putAccount(ami, seat, password, { ...browserAccount(from), context: 'from-seats' }),

    async openTestPhone(password) {
      const name = 'testphone'
      await putAccount(ami, name, password, { ...browserAccount(socket), context: 'from-testphone' })
      return { name }
    },

    async setSeat(seat, state, queues, reason) {
      const line = `PJSIP/${seat}`
      const now = (await membership()).filter((one) => one.Location === line || one.Interface === line).map((one) => one.Queue!)
      const wanted = state === 'away' ? [] : queues
      const paused = state === 'paused'
      const penalty = paused && reason !== wrappingUp ? absent : 0

      for (const queue of now) if (!wanted.includes(queue)) await unlessGone(ami.do('QueueRemove', { Queue: queue, Interface: line }))
      for (const queue of wanted)
        if (!now.includes(queue))
          await ami.do('QueueAdd', { Queue: queue, Interface: line, StateInterface: line, MemberName: seat, Penalty: penalty, Paused: String(paused), Reason: reason ?? '' })
      if (wanted.length === 0) return
      await ami.do('QueuePenalty', { Interface: line, Penalty: penalty })
      await ami.do('QueuePause', { Interface: line, Paused: String(paused), Reason: reason ?? '' })
    },

    async snapshot(): Promise<Snapshot> {
      const [lines, queues, channels] = await Promise.all([ami.list('PJSIPShowEndpoints'), ami.list('QueueStatus'), ami.list('CoreShowChannels')])
      const members = queues.filter((one) => one.Event === 'QueueMember')
      const now = Date.now()
      return {
        seats: lines.filter((one) => one.ObjectName?.startsWith('seat-')).map((one) => seatState(one, members)),
        waiting: queues.filter((one) => one.Event === 'QueueEntry').map((one) => ({
          callId: one.Uniqueid!, queue: one.Queue!, from: one.CallerIDNum === 'anonymous' ? null : one.CallerIDNum!,
          since: new Date(now - Number(one.Wait) * 1000),
        })),
        live: [...new Set(channels.flatMap((one) => one.Linkedid ?? []))],
      }
    },

    onChange(listener) {
      const hear = (event: AmiMessage) => {
        if (changes.test(event.Event ?? '')) listener()
      }
      ami.on('event', hear)
      return () => ami.off('event', hear)
    },

    onConnection(listener) {
      const [here, gone] = [() => listener(true), () => listener(false)]
      ami.on('up', here).on('down', gone)
      return () => ami.off('up', here).off('down', gone)
    },

    push: (settings) => pushSettings(ami, settings),

    stop: async () => ami.close(),
  }
}

function seatState(line: AmiMessage, members: AmiMessage[]): SeatState {
  const seat = line.ObjectName!
  const own = members.filter((one) => one.Name === seat)
  const state = line.DeviceState ?? ''
  const paused = own.find((one) => one.Paused === '1')
  return {
    seat,
    reachable: !/unavailable|invalid|unknown/i.test(state),
    member: own.length > 0,
    paused: paused !== undefined,
    reason: paused ? (paused.PausedReason === rungInVain ? unanswered : (paused.PausedReason ?? '')) || null : null,
    busy: /in use|busy|hold/i.test(state) && !/^not/i.test(state),
    ringing: /^ring/i.test(state),
  }
}

// ---- accounts

type Account = Record<string, string>

function browserAccount(socket: string): Account {
  // Asterisk offers no loopback candidate by itself, and a browser on this machine needs one.
  const here: Account = isLoopback(new URL(socket).hostname) ? { media_address: '127.0.0.1', bind_rtp_to_media_address: 'yes' } : {}
  return { transport: 'ws', webrtc: 'yes', dtls_auto_generate_cert: 'yes', allow: '!all,alaw,opus', rtp_timeout: '30', rtp_timeout_hold: '3600', ...here }
}

/** A SIP telephone on the desk instead of a browser. */
export const telephoneAccount: Account = { transport: 'udp', context: 'from-seats', allow: '!all,alaw,ulaw', rtp_timeout: '60', rtp_timeout_hold: '3600' }

/**
 * Written straight into the switch's own database, where Asterisk looks each time. Through ARI the same took longer,
 * logged a warning per field on every call, and kept a registered browser's address for good.
 * Order: what an endpoint names must be there before it.
 */
export async function putAccount(ami: Ami, name: string, password: string, line: Account): Promise<void> {
  await putObject(ami, 'auth', name, { auth_type: 'userpass', username: name, password })
  // One place at a time, the last one to register; whoever vanished without a word is noticed within 5 s.
  await putObject(ami, 'aor', name, { max_contacts: '1', remove_existing: 'yes', qualify_frequency: '5', qualify_timeout: '3.0' })
  await putObject(ami, 'endpoint', name, { ...line, direct_media: 'no', language: 'tr', aors: name, auth: name })
}

const putObject = (ami: Ami, kind: string, name: string, fields: Account) =>
  ami.do('DBPut', { Family: `ps_${kind}s/${kind}`, Key: name, Val: JSON.stringify(fields) })

// ---- what the dialplan decides by

async function pushSettings(ami: Ami, { numbers, mobile, ownNumber, ownName }: SwitchSettings): Promise<void> {
  const wanted = new Map(numbers.map((one) =>
    [asDialled(one.dialled), [word(one.greeting), word(one.queue), word(one.directorate), one.language].join('^')]))
  const old = (await ami.list('DBGetTree', { Family: 'did' }).catch(noEntries)).flatMap((one) => one.Key?.split('/').at(-1) ?? [])
  for (const [number, route] of wanted) await ami.do('DBPut', { Family: 'did', Key: number, Val: route })
  for (const number of old) if (!wanted.has(number)) await unlessGone(ami.do('DBDel', { Family: 'did', Key: number }))
  await ami.do('DBPut', { Family: 'config', Key: 'own-number', Val: asDialled(ownNumber) })
  await ami.do('DBPut', { Family: 'config', Key: 'own-name', Val: plainName(ownName) })
  if (mobile) await ami.do('DBPut', { Family: 'config', Key: 'mobile', Val: asDialled(mobile) })
  else await unlessGone(ami.do('DBDel', { Family: 'config', Key: 'mobile' }))
}

/** As the dialplan writes numbers: 0434…, 153, 444…. */
export function asDialled(number: string): string {
  const digits = number.replace(/\D/g, '').replace(/^00(?=90)/, '')
  if (digits.length === 12 && digits.startsWith('90')) return `0${digits.slice(2)}`
  return digits.length === 10 && !digits.startsWith('0') ? `0${digits}` : digits
}

/** Letters and spaces: in the dialplan and in SIP most signs mean something. An empty value the switch would refuse to keep. */
const plainName = (text: string) => text.replace(/[^\p{L}\p{N} .'-]/gu, '').trim().slice(0, 60) || '-'
const word = (text: string) => text.replace(/[^\w-]/g, '')

/** Refused because it is gone already: that is what was wanted. */
const unlessGone = (action: Promise<unknown>) =>
  action.catch((problem: unknown) => {
    if (!(problem instanceof AmiRefused)) throw problem
  })
const noEntries = (problem: unknown): AmiMessage[] => {
  if (problem instanceof AmiRefused) return []
  throw problem
}
