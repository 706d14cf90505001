/**
 * An SMS gateway spoken to by HTTP. Most of them take JSON of about this shape; what differs is set, not coded:
 * POST to SMS_GATEWAY_URL with `{ id, to, text, from }` (names changed by SMS_GATEWAY_FIELDS, `to=recipient,text=message`),
 * `authorization` as SMS_GATEWAY_AUTHORIZATION, `from` as SMS_GATEWAY_FROM. A 2xx is taken; its body's `id`, `messageId`
 * or `reference` is kept. A gateway that says yes and no in the body is read by two patterns: SMS_GATEWAY_TAKEN (its first
 * group is the gateway's number for the message) and SMS_GATEWAY_REFUSED (for good). 400, 410, 413 and 422 are final; whatever
 * else it answers, a page of somebody else's proxy too, says nothing about the message, which is tried again later.
 */
import type { Sender, Sent, Sms } from '../../rooms/contact/index.ts'

export type Gateway = { url: string; authorization?: string; from?: string; fields?: Record<string, string>; taken?: RegExp; refused?: RegExp }
const timeoutMs = 15_000
/** About this message; everything else (our password, our address, its own trouble) can be mended. */
const final = new Set([400, 410, 413, 422])

/** From the settings of the process; undefined when no gateway is named. */
export function gatewayFrom(env: NodeJS.ProcessEnv): Gateway | undefined {
  const { SMS_GATEWAY_URL: url, SMS_GATEWAY_AUTHORIZATION: authorization, SMS_GATEWAY_FROM: from, SMS_GATEWAY_FIELDS: named, SMS_GATEWAY_TAKEN: taken, SMS_GATEWAY_REFUSED: refused } = env
  if (!url) return undefined
  const fields = Object.fromEntries((named ?? '').split(',').filter(Boolean).map((pair) => pair.split('=').map((part) => part.trim()) as [string, string]))
  return { url, fields, ...(authorization && { authorization }), ...(from && { from }), ...(taken && { taken: new RegExp(taken) }), ...(refused && { refused: new RegExp(refused) }) }
}

export const smsGateway = ({ url, authorization, from, fields = {}, taken, refused }: Gateway): Sender => ({
  async send({ id, to, text }: Sms): Promise<Sent> {
    const body = Object.fromEntries(Object.entries({ id, to, text, from }).filter(([, value]) => value !== undefined).map(([name, value]) => [fields[name] ?? name, value]))
    try {
      const answer = await fetch(url, {
        method: 'POST', signal: AbortSignal.timeout(timeoutMs), redirect: 'error', body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', 'idempotency-key': id, ...(authorization && { authorization }) },
      })
      const said = (await answer.text()).slice(0, 10_000)
      if (refused?.test(said)) return { sent: false, again: 'never', error: 'refused' }
      if (!answer.ok) return { sent: false, again: final.has(answer.status) ? 'never' : 'later', error: `HTTP ${answer.status}` }
      const yes = taken?.exec(said)
      if (taken ? !yes : /^\s*<(!doctype|html)/i.test(said)) return { sent: false, again: 'later', error: 'unexpected_answer' }
      return { sent: true, reference: yes?.[1] ?? referenceIn(said) }
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
