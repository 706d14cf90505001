/** Asterisk's manager interface: a line protocol of blocks, actions answered by their id, events in between. */
import { EventEmitter, once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** One event or answer as it came. Fields that come several times are joined by a line feed. */
export type AmiMessage = Readonly<Record<string, string>>
export type AmiAccess = { host: string; port: number; user: string; secret: string }
export type AmiFields = Record<string, string | number | readonly string[]>

/** The switch answered and will not do it. */
export class AmiRefused extends Error {}
/** The switch cannot be reached now; the action may or may not have been done. */
export class AmiGone extends Error {}

type Waiting = { resolve: (m: AmiMessage[]) => void; reject: (e: Error) => void; list: AmiMessage[] | undefined; ends: RegExp; timer: NodeJS.Timeout }

const patience = 10_000
const firstRetry = 250
const lastRetry = 5_000

/**
 * Emits `event` for each event, `up` whenever it is logged in and the switch takes orders, and `down` when the connection is lost. It reconnects by itself
 * until closed: the desk must find its switch again after either of them was away.
 */
export class Ami extends EventEmitter<{ event: [AmiMessage]; up: []; down: [Error] }> {
  #access: AmiAccess
  #socket: Socket | undefined
  #up = false
  #closed = false
  #waiting = new Map<string, Waiting>()
  #counter = 0
  #retry = firstRetry
  #again: NodeJS.Timeout | undefined

  constructor(access: AmiAccess) {
    super()
    this.setMaxListeners(0)
    this.#access = access
    this.#dial()
  }

  get isUp(): boolean {
    return this.#up
  }

  /** Resolves when logged in; at once if it is. */
  async ready(): Promise<this> {
    if (!this.#up) await once(this, 'up')
    return this
  }

  /** @throws AmiRefused, AmiGone */
  async do(action: string, fields: AmiFields = {}): Promise<AmiMessage> {
    return (await this.#send(action, fields, undefined))[0]!
  }

  /** For actions that answer with a list: the events up to the closing one (`…Complete` or `…ListEnd`). */
  async list(action: string, fields: AmiFields = {}): Promise<AmiMessage[]> {
    return this.#send(action, fields, /Complete$|ListEnd$/i)
  }

  /** Resolves with the first event that `is` accepts, from now on. */
  next(is: (event: AmiMessage) => boolean): Promise<AmiMessage> {
    return new Promise((resolve) => {
      const look = (event: AmiMessage) => {
        if (!is(event)) return
        this.off('event', look)
        resolve(event)
      }
      this.on('event', look)
    })
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#again)
    this.#socket?.destroy()
    this.#lost(new AmiGone('closed'))
  }

  #dial(): void {
    const socket = connect(this.#access.port, this.#access.host)
    this.#socket = socket
    socket.setNoDelay(true).setKeepAlive(true, 10_000).setEncoding('utf8')
    let rest = ''
    let greeted = false
    socket.on('data', (text: string) => {
      rest += text
      if (!greeted) {
        const end = rest.indexOf('\r\n') // "Asterisk Call Manager/…", the only line not in a block
        if (end < 0) return
        rest = rest.slice(end + 2)
        greeted = true
      }
      for (let end = rest.indexOf('\r\n\r\n'); end >= 0; end = rest.indexOf('\r\n\r\n')) {
        const block = rest.slice(0, end)
        rest = rest.slice(end + 4)
        this.#hear(parseBlock(block))
      }
    })
    let problem: Error | undefined
    socket.on('error', (error) => (problem = error))
    socket.on('close', () => {
      this.#lost(new AmiGone(problem?.message ?? 'connection closed'))
      if (this.#closed) return
      this.#again = setTimeout(() => this.#dial(), this.#retry)
      this.#retry = Math.min(this.#retry * 2, lastRetry)
    })
    socket.on('connect', () => void this.#login(socket))
  }

  async #login(socket: Socket): Promise<void> {
    try {
      const booted = this.next((event) => event.Event === 'FullyBooted') // it answers before its modules are loaded
      await this.#send('Login', { Username: this.#access.user, Secret: this.#access.secret }, undefined, true)
      await booted
      if (socket.destroyed) return
      this.#up = true
      this.#retry = firstRetry
      this.emit('up')
    } catch (problem) {
      socket.destroy(problem instanceof Error ? problem : undefined)
    }
  }

  #send(action: string, fields: AmiFields, ends: RegExp | undefined, loggingIn = false): Promise<AmiMessage[]> {
    if (!this.#socket || !(this.#up || loggingIn)) return Promise.reject(new AmiGone('not connected'))
    const id = `d${++this.#counter}`
    const lines = [`Action: ${action}`, `ActionID: ${id}`]
    for (const [name, value] of Object.entries(fields))
      // A line feed in a value would begin a field of its own, so it cannot pass.
      for (const one of Array.isArray(value) ? value : [value]) lines.push(`${name}: ${String(one).replace(/[\r\n]+/g, ' ')}`)
    const socket = this.#socket
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id)
        reject(new AmiGone(`${action} was not answered within ${patience / 1000} s`))
      }, patience)
      this.#waiting.set(id, { resolve, reject, list: ends ? [] : undefined, ends: ends ?? /$^/, timer })
      socket.write(`${lines.join('\r\n')}\r\n\r\n`)
    })
  }

  #hear(message: AmiMessage): void {
    const waiting = this.#waiting.get(message.ActionID ?? '')
    if (!waiting) {
      if (message.Event) this.emit('event', message)
      return
    }
    const done = (answer: () => void) => {
      this.#waiting.delete(message.ActionID!)
      clearTimeout(waiting.timer)
      answer()
    }
    if (message.Response === 'Error') return done(() => waiting.reject(new AmiRefused(message.Message ?? 'refused')))
    if (!waiting.list) {
      if (message.Response) done(() => waiting.resolve([message]))
      else this.emit('event', message)
      return
    }
    if (message.Event && waiting.ends.test(message.Event)) return done(() => waiting.resolve(waiting.list!))
    if (message.Event) waiting.list.push(message)
  }

  #lost(why: Error): void {
    const was = this.#up
    this.#up = false
    for (const waiting of this.#waiting.values()) {
      clearTimeout(waiting.timer)
      waiting.reject(why)
    }
    this.#waiting.clear()
    if (was) this.emit('down', why)
  }
}

function parseBlock(block: string): AmiMessage {
  const message: Record<string, string> = {}
  for (const line of block.split('\r\n')) {
    const colon = line.indexOf(':')
    if (colon < 1) continue
    const [name, value] = [line.slice(0, colon), line.slice(colon + 1).trim()]
    message[name] = message[name] === undefined ? value : `${message[name]}\n${value}`
  }
  return message
}
