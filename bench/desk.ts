/** The house under measurement, as a client of its own and as its database's administrator. */
import { Agent, request } from 'node:http'
import { type Account, type House, stateOf } from '../journeys/support/house.ts'
import { remembered, secretsOf } from '../ops/keepsakes.ts'
import { adminUrl } from '../server/adapters/postgres/index.ts'

/** Somebody signed in, on a connection of her own that stays open. */
export class Client {
  #agent: Agent
  #base: URL
  #cookie = ''

  /** @param address on loopback; each has its own share of the desk's limit of requests. */
  constructor(base: string, address = '127.0.0.1') {
    this.#base = new URL(base)
    this.#agent = new Agent({ keepAlive: true, maxSockets: 1, localAddress: address })
  }

  static async signedIn(house: House, account: Account, address?: string): Promise<Client> {
    const client = new Client(house.endpoints.desk, address)
    await client.ask('POST', '/session', { email: account.email, password: account.password })
    return client
  }

  ask<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const headers = {
      accept: 'application/json', 'x-akmasa': '1', ...(this.#cookie && { cookie: this.#cookie }),
      ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    }
    return new Promise<T>((resolve, reject) => {
      const asking = request({ agent: this.#agent, host: this.#base.hostname, port: this.#base.port, method, path: `/api${path}`, headers }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part)).once('error', reject).once('end', () => {
          const said = Buffer.concat(parts).toString('utf8')
          if (answer.statusCode !== 200) return reject(new Error(`${method} ${path}: ${answer.statusCode} ${said}`))
          const set = answer.headers['set-cookie']
          if (set) this.#cookie = set.map((one) => one.split(';')[0]).join('; ')
          resolve(JSON.parse(said) as T)
        })
      })
      asking.once('error', reject)
      asking.end(text)
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}

/** The house's PostgreSQL as its superuser: for bare tables beside the desk's, and to see when a call's row stands. */
export function clusterOf(house: House): string {
  const state = stateOf(house.data)
  const port = remembered(state).ports?.postgres
  if (!port) throw new Error(`${state} remembers no port of PostgreSQL`)
  return adminUrl(port, secretsOf(state).databaseAdmin)
}
