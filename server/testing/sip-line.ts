/** One call of a test's telephone: what is said into it and what is heard. */
import { randomBytes } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { EventEmitter, once } from 'node:events'
import { alawDecode, alawEncode, rate } from '../adapters/asterisk/audio.ts'
import { bind, ip, random, uriOf, type Message } from './sip-message.ts'
import type { Phone } from './sip.ts'

/** One call, from our side of it. */
export class Line extends EventEmitter<{ changed: [] }> {
  readonly id: string
  target: string
  local = ''
  remote = ''
  state: 'calling' | 'ringing' | 'up' | 'ended' = 'calling'
  /** How it ended: a SIP code, or who hung up. */
  why = ''
  /** Frequency we say; 0 is silence. */
  hertz = 0
  /** What an incoming call told us in its headers, by lower-case name. */
  told: ReadonlyMap<string, string[]> = new Map()
  #phone: Phone
  #media: Socket
  #mediaPort: number
  #tag = random()
  #cseq = 0
  #routes: string[] = []
  #invite: Message | undefined
  #sent: string[] = []
  #branchOfInvite = ''
  #talking: NodeJS.Timeout | undefined
  #keys: { key: string; packets: number }[] = []
  #to: { host: string; port: number } | undefined
  #heard: Int16Array[] = []
  #speech: Int16Array | undefined

  constructor(phone: Phone, media: Socket, port: number, target: string, id: string) {
    super()
    this.setMaxListeners(0)
    this.#phone = phone
    this.#media = media.on('message', (data) => {
      if ((data[1]! & 127) !== 8) return
      this.#heard.push(alawDecode(data.subarray(12)))
      this.emit('changed')
    })
    this.#mediaPort = port
    this.target = target
    this.id = id
  }

  static async open(phone: Phone, target: string, id = random(12)): Promise<Line> {
    const media = createSocket('udp4')
    return new Line(phone, media, await bind(media), target, id)
  }

  async invite(headers: string[]): Promise<void> {
    const lines = () => (this.#sent = [...this.#dialogue('INVITE'), this.#phone.contact(), ...headers])
    const answer = await this.#phone.request('INVITE', this.target, lines, this.#sdp(), (progress) => {
      this.#branchOfInvite = /branch=([^;,]+)/.exec(progress.headers.get('via')![0]!)![1]!
      if (progress.code === 180 && this.state === 'calling') this.#become('ringing')
    })
    if (answer.code >= 300) return this.#end(String(answer.code))
    this.remote = answer.headers.get('to')![0]!
    this.target = uriOf(answer.headers.get('contact')![0]!)
    this.#routes = (answer.headers.get('record-route') ?? []).toReversed()
    this.answeredAgain(answer)
    if (this.state === 'ended') return void this.#phone.tell('BYE', this.target, this.#dialogue('BYE'))
    this.#mediaTo(answer.body)
    this.#become('up')
  }

  /** A 200 we have seen wants its ACK once more. */
  answeredAgain(answer: Message): void {
    if (answer.code !== 200 || !answer.headers.get('cseq')?.[0]?.endsWith('INVITE')) return
    this.#phone.tell('ACK', this.target, this.#dialogue('ACK', parseInt(answer.headers.get('cseq')![0]!)))
  }

  ring(invite: Message): void {
    this.#invite = invite
    this.told = invite.headers
    this.local = `${invite.headers.get('to')![0]};tag=${this.#tag}`
    this.remote = invite.headers.get('from')![0]!
    this.#routes = invite.headers.get('record-route') ?? []
    this.#mediaTo(invite.body)
    this.#phone.reply(invite, 180, 'Ringing', this.#tag, [this.#phone.contact()])
    this.#become('ringing')
  }

  answer(): void {
    if (this.state !== 'ringing' || !this.#invite) throw new Error(`nothing to answer: ${this.state}`)
    this.#phone.reply(this.#invite, 200, 'OK', this.#tag, [this.#phone.contact()], this.#sdp())
    this.#become('up')
  }

  /** In any state: gives up, declines or says good-bye. */
  hangUp(): void {
    if (this.state === 'ended') return
    if (this.#invite && this.state === 'ringing') this.#phone.reply(this.#invite, 486, 'Busy Here', this.#tag)
    else if (this.state === 'up') void this.#phone.request('BYE', this.target, () => this.#dialogue('BYE'))
    else this.#cancel()
    this.#end('us')
  }

  #cancel(): void {
    const kept = this.#sent.filter((line) => /^(From|To|Call-ID):/.test(line))
    const cseq = this.#sent.find((line) => line.startsWith('CSeq:'))!.replace('INVITE', 'CANCEL')
    this.#phone.tell('CANCEL', this.target, [...kept, cseq], this.#branchOfInvite)
  }

  /** RFC 4733, as every telephone sends its keys. */
  press(key: string): void {
    this.#keys.push({ key, packets: 0 })
  }

  /** Plays these samples once, then goes on with the tone. */
  play(samples: Int16Array): void {
    this.#speech = samples
  }

  /** All that was heard so far. */
  heard(): Int16Array {
    return Int16Array.from(this.#heard.flatMap((part) => [...part]))
  }

  /** Resolves once a quarter of a second of what is heard is mostly this tone. */
  async hears(hertz: number): Promise<void> {
    await this.until(() => {
      const last = Int16Array.from(this.#heard.slice(-12).flatMap((part) => [...part]))
      return last.length >= 1600 && strength(last, hertz) > 1000
    })
  }

  async until(is: () => boolean): Promise<void> {
    while (!is()) {
      if (this.state === 'ended') throw new Error(`the call ended (${this.why}) before what was waited for`)
      await once(this, 'changed')
    }
  }

  async answered(): Promise<this> {
    await this.until(() => this.state === 'up')
    return this
  }

  /** How it ended. */
  async ended(): Promise<string> {
    while (this.state !== 'ended') await once(this, 'changed')
    return this.why
  }

  asked(message: Message): void {
    const { method } = message
    if (method === 'ACK') return
    if (method === 'INVITE') {
      if (this.state === 'ringing') return // the same once more
      this.#mediaTo(message.body)
      return this.#phone.reply(message, 200, 'OK', this.#tag, [this.#phone.contact()], this.#sdp())
    }
    this.#phone.reply(message, 200, 'OK', this.#tag)
    if (method === 'BYE') this.#end('them')
    if (method === 'CANCEL' && this.#invite && this.state === 'ringing') {
      this.#phone.reply(this.#invite, 487, 'Request Terminated', this.#tag)
      this.#end('them')
    }
  }

  #become(state: Line['state']): void {
    this.state = state
    if (state === 'up') this.#talk()
    this.emit('changed')
  }

  #end(why: string): void {
    if (this.state === 'ended') return
    this.why = why
    clearInterval(this.#talking)
    this.#media.close()
    this.#become('ended')
    // Kept a moment in the phone's list so that repeated messages still find it.
    setTimeout(() => this.#phone.forget(this), 2000).unref()
  }

  #dialogue(method: string, cseq = ++this.#cseq): string[] {
    return [...this.#routes.map((route) => `Route: ${route}`), `From: ${this.local}`, `To: ${this.remote}`, `Call-ID: ${this.id}`, `CSeq: ${cseq} ${method}`]
  }

  #sdp(): string {
    return ['v=0', `o=- 1 1 IN IP4 ${ip}`, 's=-', `c=IN IP4 ${ip}`, 't=0 0', `m=audio ${this.#mediaPort} RTP/AVP 8 101`,
      'a=rtpmap:8 PCMA/8000', 'a=rtpmap:101 telephone-event/8000', 'a=fmtp:101 0-16', 'a=ptime:20', ''].join('\r\n')
  }

  #mediaTo(sdp: string): void {
    const [host, port] = [/^c=IN IP4 (\S+)/m.exec(sdp)?.[1], /^m=audio (\d+)/m.exec(sdp)?.[1]]
    if (host && port) this.#to = { host, port: Number(port) }
  }

  /** Fifty packets a second, by the clock and not by the timer's luck. */
  #talk(): void {
    const [source, start] = [randomBytes(4), Date.now()]
    let [packets, played] = [0, 0]
    this.#talking = setInterval(() => {
      for (; packets * 20 <= Date.now() - start; packets++) {
        const at = packets * 160
        const key = this.#keys[0]
        if (key) {
          this.#packet(101 | (key.packets === 0 ? 128 : 0), packets, at - key.packets * 160, source, keyEvent(key))
          if (++key.packets > 10) this.#keys.shift()
          continue
        }
        const samples = this.#speech && played < this.#speech.length ? this.#speech.subarray(played, played + 160) : undefined
        if (samples) played += 160
        this.#packet(8, packets, at, source, alawEncode(samples ?? sine(this.hertz, at)))
      }
    }, 10)
  }

  #packet(kind: number, sequence: number, stamp: number, source: Buffer, payload: Buffer): void {
    if (!this.#to) return
    const header = Buffer.from([0x80, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    header.writeUInt16BE(sequence & 0xffff, 2)
    header.writeUInt32BE(stamp >>> 0, 4)
    source.copy(header, 8)
    this.#media.send(Buffer.concat([header, payload]), this.#to.port, this.#to.host)
  }
}

function keyEvent({ key, packets }: { key: string; packets: number }): Buffer {
  const event = Buffer.from(['0123456789*#'.indexOf(key), packets >= 8 ? 0x8a : 0x0a, 0, 0])
  event.writeUInt16BE(Math.min(packets + 1, 9) * 160, 2)
  return event
}

const sine = (hertz: number, at: number) =>
  Int16Array.from({ length: 160 }, (_, i) => (hertz ? Math.round(6000 * Math.sin((2 * Math.PI * hertz * (at + i)) / rate)) : 0))

/** How much of this tone is in the samples: its amplitude (Goertzel). */
export function strength(samples: Int16Array, hertz: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hertz) / rate)
  let [a, b] = [0, 0]
  for (const sample of samples) [a, b] = [sample + turn * a - b, a]
  return Math.sqrt(Math.max(0, a * a + b * b - turn * a * b)) / (samples.length / 2)
}
