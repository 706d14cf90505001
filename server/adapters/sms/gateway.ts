/**
 * An SMS gateway spoken to by HTTP. Most of them take JSON of about this shape; what differs is set, not coded:
 * POST to SMS_GATEWAY_URL with `{ id, to, text, from }` (names changed by SMS_GATEWAY_FIELDS, `to=recipient,text=message`),
 * `authorization` as SMS_GATEWAY_AUTHORIZATION, `from` as SMS_GATEWAY_FROM. A 2xx is taken; its body's `id`, `messageId`
 * or `reference` is kept. 408, 425, 429 and 5xx are tried again later, any other answer is final.
 */
import type { Sender, Sent, Sms } from '../../rooms/contact/index.ts'

export type Gateway = { url: string; authorization?: string; from?: string; fields?: Record<string, string> }
const timeoutMs = 15_000
const passing = new Set([408, 425, 429])

/** From the settings of the process; undefined when no gateway is named. */
export function gatewayFrom(env: NodeJS.ProcessEnv): Gateway | undefined {
  const { SMS_GATEWAY_URL: url, SMS_GATEWAY_AUTHORIZATION: authorization, SMS_GATEWAY_FROM: from, SMS_GATEWAY_FIELDS: named } = env
  if (!url) return undefined
  const fields = Object.fromEntries((named ?? '').split(',').filter(Boolean).map((pair) => pair.split('=').map((part) => part.trim()) as [string, string]))
  return { url, fields, ...(authorization && { authorization }), ...(from && { from }) }
}

export const smsGateway = ({ url, authorization, from, fields = {} }: Gateway): Sender => ({
  async send({ id, to, text }: Sms): Promise<Sent> {
    const body = Object.fromEntries(Object.entries({ id, to, text, from }).filter(([, value]) => value !== undefined).map(([name, value]) => [fields[name] ?? name, value]))
    try {
      const answer = await fetch(url, {
        method: 'POST', signal: AbortSignal.timeout(timeoutMs), redirect: 'error', body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', 'idempotency-key': id, ...(authorization && { authorization }) },
      })
      if (answer.ok) return { sent: true, reference: referenceIn(await answer.text()) }
      await answer.body?.cancel()
      return { sent: false, again: passing.has(answer.status) || answer.status >= 500 ? 'later' : 'never', error: `HTTP ${answer.status}` }
    } catch (error) {
      return { sent: false, again: 'later', error: error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : 'unknown' }
    }
  },
})

function referenceIn(body: string): string | null {
  try {
    const answer = JSON.parse(body) as Record<string, unknown>
    const found = answer.id ?? answer.messageId ?? answer.reference
    return typeof found === 'string' || typeof found === 'number' ? String(found).slice(0, 200) : null
  } catch { return null }
}
