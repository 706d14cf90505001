/**
 * A telephone for tests: SIP over UDP with digest, A-law tones out, whatever is heard kept. Tests wait for what happens
 * on the line, so that none of them needs to guess a time.
 */
import { createHash } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { EventEmitter, once } from 'node:events'
import { Line } from './sip-line.ts'
import { bind, ip, parse, random, uriOf, type Message } from './sip-message.ts'

export { Line, strength } from './sip-line.ts'

const md5 = (text: string) => createHash('md5').update(text).digest('hex')

export type PhoneWish = { sipPort?: number; user?: string; password?: string }

export async function openPhone(wish: PhoneWish): Promise<Phone> {
  const socket = createSocket('udp4')
  return new Phone(socket, await bind(socket), wish)
}

export class Phone extends EventEmitter<{ call: [Line] }> implements AsyncDisposable {
  readonly port: number
  readonly user: string
  #socket: Socket
  #password: string
  /** Where the switch listens; may be told later. */
  sipPort: number
  #lines = new Map<string, Line>()
  #answers = new Map<string, (answer: Message) => void>()
  #retries = new Set<NodeJS.Timeout>()
  #incoming: Line[] = []
  #registration = { id: random(), cseq: 0 }

  constructor(socket: Socket, port: number, { sipPort = 0, user = '05325550101', password = '' }: PhoneWish) {
    super()
    this.#socket = socket.on('message', (data) => this.#hear(data.toString('utf8')))
    this.port = port
    this.user = user
    this.#password = password
    this.sipPort = sipPort
  }

  /** The answer's code: 200 when the switch knows us now. */
  async register(seconds = 120): Promise<number> {
    const uri = `sip:${ip}:${this.sipPort}`
    const id = `Call-ID: ${this.#registration.id}`
    const who = `<sip:${this.user}@${ip}>`
    const answer = await this.request('REGISTER', uri, () => [`From: ${who};tag=${random()}`, `To: ${who}`, id,
      `CSeq: ${++this.#registration.cseq} REGISTER`, `Contact: <sip:${this.user}@${ip}:${this.port}>`, `Expires: ${seconds}`])
    return answer.code
  }

  /** Rings a number. `from` is what the caller's number claims to be, as raw SIP user part. */
  async call(number: string, { from = this.user, headers = [] as string[] } = {}): Promise<Line> {
    const line = await Line.open(this, `sip:${number}@${ip}:${this.sipPort}`)
    line.local = `<sip:${from}@${ip}:${this.port}>;tag=${random()}`
    line.remote = `<${line.target}>`
    this.#lines.set(line.id, line)
    void line.invite(headers)
    return line
  }

  /** The next call that rings here, or one that already does. */
  async rings(): Promise<Line> {
    const waiting = this.#incoming.shift()
    if (waiting) return waiting
    await once(this, 'call')
    return this.#incoming.shift()!
  }

  contact(): string {
    return `Contact: <sip:${this.user}@${ip}:${this.port}>`
  }

  /** Sends a request until it is answered for good, proving who we are when asked. `lines` is asked again each time. */
  async request(method: string, uri: string, lines: () => string[], body = '', progress?: (m: Message) => void): Promise<Message> {
    const first = await this.#once(method, uri, lines(), body, progress)
    const challenge = first.headers.get(first.code === 407 ? 'proxy-authenticate' : 'www-authenticate')?.[0]
    if ((first.code !== 401 && first.code !== 407) || !challenge || !this.#password) return first
    return this.#once(method, uri, [...lines(), this.#proof(first.code, challenge, method, uri)], body, progress)
  }

  #once(method: string, uri: string, lines: string[], body: string, progress?: (m: Message) => void): Promise<Message> {
    const branch = `z9hG4bK${random()}`
    const text = this.#text(`${method} ${uri} SIP/2.0`, [`Via: SIP/2.0/UDP ${ip}:${this.port};branch=${branch};rport`, ...lines, 'Max-Forwards: 70'], body)
    return new Promise((resolve) => {
      const again = setInterval(() => this.send(text), 500)
      this.#retries.add(again)
      const stop = () => {
        clearInterval(again)
        this.#retries.delete(again)
      }
      this.#answers.set(branch, (answer) => {
        if (answer.code < 200) {
          stop()
          return progress?.(answer)
        }
        stop()
        this.#answers.delete(branch)
        if (method === 'INVITE' && answer.code >= 300) this.acknowledge(uri, branch, lines, answer)
        resolve(answer)
      })
      this.send(text)
    })
  }

  acknowledge(uri: string, branch: string, lines: string[], answer: Message): void {
    const kept = lines.filter((line) => /^(From|Call-ID):/.test(line))
    const cseq = `CSeq: ${parseInt(answer.headers.get('cseq')![0]!)} ACK`
    this.send(this.#text(`ACK ${uri} SIP/2.0`, [`Via: SIP/2.0/UDP ${ip}:${this.port};branch=${branch};rport`, ...kept, `To: ${answer.headers.get('to')![0]}`, cseq, 'Max-Forwards: 70']))
  }

  /** Sends something nobody answers. */
  tell(method: string, uri: string, lines: string[], branch = `z9hG4bK${random()}`): void {
    this.send(this.#text(`${method} ${uri} SIP/2.0`, [`Via: SIP/2.0/UDP ${ip}:${this.port};branch=${branch};rport`, ...lines, 'Max-Forwards: 70']))
  }

  reply(to: Message, code: number, words: string, tag: string, more: string[] = [], body = ''): void {
    const copied = ['via', 'record-route'].flatMap((name) => (to.headers.get(name) ?? []).map((value) => `${name}: ${value}`))
    const theirs = to.headers.get('to')![0]!
    this.send(this.#text(`SIP/2.0 ${code} ${words}`, [...copied, `From: ${to.headers.get('from')![0]}`,
      `To: ${theirs.includes(';tag=') ? theirs : `${theirs};tag=${tag}`}`, `Call-ID: ${to.headers.get('call-id')![0]}`,
      `CSeq: ${to.headers.get('cseq')![0]}`, ...more], body))
  }

  send(text: string): void {
    this.#socket.send(text, this.sipPort, ip)
  }

  forget(line: Line): void {
    this.#lines.delete(line.id)
  }

  #text(start: string, lines: string[], body = ''): string {
    const kind = body ? ['Content-Type: application/sdp'] : []
    return [start, ...lines, ...kind, `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n')
  }

  #proof(code: number, challenge: string, method: string, uri: string): string {
    const part = (name: string) => new RegExp(`${name}="?([^",]+)`).exec(challenge)?.[1] ?? ''
    const cnonce = random()
    const ha1 = md5(`${this.user}:${part('realm')}:${this.#password}`)
    const response = md5(`${ha1}:${part('nonce')}:00000001:${cnonce}:auth:${md5(`${method}:${uri}`)}`)
    return `${code === 407 ? 'Proxy-' : ''}Authorization: Digest username="${this.user}", realm="${part('realm')}", nonce="${part('nonce')}", ` +
      `uri="${uri}", response="${response}", algorithm=MD5, opaque="${part('opaque')}", qop=auth, nc=00000001, cnonce="${cnonce}"`
  }

  #hear(text: string): void {
    const message = parse(text)
    if (!message) return
    const id = message.headers.get('call-id')?.[0] ?? ''
    if (message.code) {
      const branch = /branch=([^;,]+)/.exec(message.headers.get('via')?.[0] ?? '')?.[1] ?? ''
      const waiting = this.#answers.get(branch)
      if (waiting) waiting(message)
      else this.#lines.get(id)?.answeredAgain(message)
      return
    }
    const line = this.#lines.get(id)
    if (line) return line.asked(message)
    if (message.method === 'INVITE') return void this.#incomingCall(id, message)
    if (message.method !== 'ACK') this.reply(message, message.method === 'OPTIONS' ? 200 : 481, 'OK', random())
  }

  async #incomingCall(id: string, invite: Message): Promise<void> {
    this.reply(invite, 100, 'Trying', '')
    const line = await Line.open(this, uriOf(invite.headers.get('contact')![0]!), id)
    this.#lines.set(id, line)
    line.ring(invite)
    this.#incoming.push(line)
    this.emit('call', line)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const line of this.#lines.values()) line.hangUp()
    for (const retry of this.#retries) clearInterval(retry)
    this.#socket.close()
    await once(this.#socket, 'close')
  }
}
