/** Asks whether something answers yet, until it does. */
import { createSocket } from 'node:dgram'
import { setTimeout as delay } from 'node:timers/promises'

/** Resolves when `ask` says yes; `slow` is told once if that takes longer than half a minute. */
export async function untilYes(ask: () => Promise<boolean>, callOff: AbortSignal, slow: () => void): Promise<void> {
  const patience = Date.now() + 30_000
  let told = false
  while (!(await ask())) {
    if (!told && Date.now() > patience) {
      told = true
      slow()
    }
    await delay(100, undefined, { signal: callOff })
  }
}

export async function httpAnswers(url: string, well = (status: number) => status < 500): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(3000), redirect: 'manual' })
    await answer.body?.cancel()
    return well(answer.status)
  } catch {
    return false
  }
}

/** Any answer to OPTIONS will do, a refusal too: whoever refuses is there. */
export function sipAnswers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4')
    const done = (yes: boolean) => {
      clearTimeout(timer)
      socket.close()
      resolve(yes)
    }
    const timer = setTimeout(() => done(false), 500)
    socket.once('error', () => done(false))
    socket.once('message', (answer) => done(answer.toString('latin1').startsWith('SIP/2.0')))
    socket.bind(0, '127.0.0.1', () => socket.send(options(port, socket.address().port), port, '127.0.0.1'))
  })
}

function options(to: number, from: number): string {
  const unique = crypto.randomUUID()
  return [
    `OPTIONS sip:127.0.0.1:${to} SIP/2.0`,
    `Via: SIP/2.0/UDP 127.0.0.1:${from};branch=z9hG4bK${unique};rport`,
    'Max-Forwards: 70',
    `From: <sip:start@127.0.0.1:${from}>;tag=${unique.slice(0, 8)}`,
    `To: <sip:127.0.0.1:${to}>`,
    `Call-ID: ${unique}`,
    'CSeq: 1 OPTIONS',
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n')
}
