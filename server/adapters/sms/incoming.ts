/**
 * What an SMS gateway sends to us, by HTTP: answers of citizens to `POST /public/messages/sms`, reports of delivery to
 * `POST /public/messages/delivery`; JSON or a form. Offered only when SMS_IN_SECRET is set, which must come in the header
 * SMS_IN_HEADER (`authorization` without it). Names of the fields are set, not coded:
 * SMS_IN_FIELDS `from=msisdn,text=message,id=messageId`; SMS_DELIVERY_FIELDS `reference=id,status=state,error=reason`, where
 * SMS_DELIVERED and SMS_FAILED say which states mean what (`DELIVRD,delivered,1`); of any other state nothing is known yet.
 * 204: taken, also when it was known before. 400: not to be understood. 429, 503: send it again later.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { DeliveryReport, SmsIn } from '../../rooms/contact/index.ts'

export type SmsInbox = {
  /** False: more than a person writes. @throws anything: it was not kept */
  sms(given: SmsIn): Promise<'taken' | 'too_many' | 'no_number'>
  delivery(report: DeliveryReport): Promise<void>
}
type Names = Record<string, string>
export type Incoming = { secret: string; header: string; sms: Names; delivery: Names; delivered: ReadonlySet<string>; failed: ReadonlySet<string> }

const pairs = (text: string | undefined, names: Names): Names => ({ ...names, ...Object.fromEntries((text ?? '').split(',').filter(Boolean).map((pair) => pair.split('=').map((part) => part.trim()) as [string, string])) })
const list = (text: string) => new Set(text.split(',').map((one) => one.trim().toLowerCase()).filter(Boolean))
/** From the settings of the process; undefined: nothing is taken. @throws Error for a secret that can be guessed */
export function incomingFrom(env: NodeJS.ProcessEnv): Incoming | undefined {
  const { SMS_IN_SECRET: secret } = env
  if (!secret) return undefined
  if (secret.length < 16) throw new Error('SMS_IN_SECRET is shorter than 16 characters')
  return {
    secret, header: (env.SMS_IN_HEADER ?? 'authorization').toLowerCase(),
    sms: pairs(env.SMS_IN_FIELDS, { from: 'from', text: 'text', id: 'id' }), delivery: pairs(env.SMS_DELIVERY_FIELDS, { reference: 'reference', status: 'status', error: 'error' }),
    delivered: list(env.SMS_DELIVERED ?? 'delivered,delivrd'), failed: list(env.SMS_FAILED ?? 'failed,undeliv,undelivered,rejected,rejectd,expired'),
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest()
const mostBytes = 64 * 1024
export function smsIncoming(app: FastifyInstance, { secret, header, sms, delivery, delivered, failed }: Incoming, inbox: SmsInbox): void {
  // In a scope of its own: forms are read nowhere else.
  void app.register(async (own) => {
    own.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: mostBytes }, (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))))
    own.addHook('onRequest', async (request, reply) => {
      const given = request.headers[header]
      const bare = typeof given === 'string' ? given.replace(/^Bearer /i, '') : ''
      if (!timingSafeEqual(digest(bare), digest(secret))) return reply.code(401).send({ status: 401, code: 'message.secret' })
    })
    const field = (request: FastifyRequest, name: string | undefined): string | undefined => {
      const value = name && request.body && typeof request.body === 'object' ? (request.body as Record<string, unknown>)[name] : undefined
      return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined
    }
    const said = (reply: FastifyReply, status: number, code?: string) => (code ? reply.code(status).send({ status, code }) : reply.code(status).send())
    own.post('/public/messages/sms', { bodyLimit: mostBytes }, async (request, reply) => {
      const [from, text] = [field(request, sms.from), field(request, sms.text)]
      if (!from || text === undefined || !text.trim()) return said(reply, 400, 'message.incomplete')
      // Without a number of the gateway's the same words within one minute are the same message.
      const id = field(request, sms.id) ?? digest(`${from}\n${text}\n${Math.floor(Date.now() / 60_000)}`).toString('hex')
      const done = await inbox.sms({ from, text, id: id.slice(0, 200) })
      return done === 'taken' ? said(reply, 204) : done === 'too_many' ? said(reply, 429, 'message.too_many') : said(reply, 400, 'message.no_number')
    })
    own.post('/public/messages/delivery', { bodyLimit: mostBytes }, async (request, reply) => {
      const [reference, status] = [field(request, delivery.reference), field(request, delivery.status)?.toLowerCase()]
      if (!reference || !status) return said(reply, 400, 'message.incomplete')
      if (delivered.has(status) || failed.has(status)) await inbox.delivery({ reference: reference.slice(0, 200), delivered: delivered.has(status), error: field(request, delivery.error) ?? status })
      return said(reply, 204)
    })
  })
}
