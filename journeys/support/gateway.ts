/** An SMS gateway that a town would have: takes messages by HTTP and keeps them. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Gateway = AsyncDisposable & { readonly url: string; /** Texts to this number, oldest first. */ to(number: string): string[] }
export async function smsGateway(): Promise<Gateway> {
  const taken: { to: string; text: string }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => { body += chunk })
    request.on('end', () => {
      const { to, text, id } = JSON.parse(body) as { to: string; text: string; id: string }
      taken.push({ to, text })
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ id }))
    })
  })
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
    to: (number) => taken.filter((one) => one.to === number).map((one) => one.text),
    [Symbol.asyncDispose]: () => new Promise((go) => { server.closeAllConnections(); server.close(() => go()) }),
  }
}
