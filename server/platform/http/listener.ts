/** A web listener: mounts operations, asks who is there and may they, opens the transaction, writes the audit row. */
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { z } from 'zod'
import type { Operation } from '../../../contracts/kit.ts'
import { type Actor, visitor } from '../actor.ts'
import { audit } from '../audit.ts'
import type { Db } from '../db.ts'
import type { Log } from '../log.ts'
import { newId } from '../ids.ts'
import { type SwitchSockets, socketSource } from './came.ts'
import type { FileAnswer, Mounted, Via } from './operations.ts'
import { BadInput, NotPermitted, NotSignedIn, sendProblem } from './problem.ts'
import { logRequests, type Seen } from './request-log.ts'

export type Authenticate = (token: string, via: { ip: string }) => Promise<Actor | undefined>
export type ListenerOptions = {
  db: Db; log: Log; door: 'desk' | 'citizens'; operations: readonly Mounted[]; authenticate: Authenticate
  secureCookies: boolean; trustedProxies: number
  /** Tells browsers to come by TLS alone from now on; not with a certificate they may stop trusting. */
  strictTransport?: boolean
  /** Where browsers reach the switch, for the content security policy. */
  sockets: SwitchSockets
  /** Told of each request, for the measures. */
  seen?: (one: Seen) => void
}
const sessionCookie = 'akmasa'
const loopback = /^(127\.|::1$|::ffff:127\.)/

export async function makeListener(options: ListenerOptions): Promise<FastifyInstance> {
  const app = Fastify({ logger: false, trustProxy: (_address: string, hop: number) => hop < options.trustedProxies, bodyLimit: 1024 * 1024, genReqId: () => newId<string>(), routerOptions: { maxParamLength: 200 } })
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: {
      defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:', 'blob:'], fontSrc: ["'self'"],
      connectSrc: ["'self'", (request) => socketSource(options.sockets, request)], mediaSrc: ["'self'", 'blob:', 'data:'], workerSrc: ["'self'", 'blob:'], objectSrc: ["'none'"], baseUri: ["'self'"],
      frameAncestors: ["'none'"], formAction: ["'self'"],
    } },
    strictTransportSecurity: options.strictTransport ? { maxAge: 31_536_000, includeSubDomains: false } : false, referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  })
  app.addHook('onSend', async (_request, reply) => { reply.header('permissions-policy', 'microphone=(self), geolocation=(self), camera=(self)') })
  // Enough for a desk full of consoles behind one address; the sign-in has a tighter limit of its own.
  const perAddress = new RateLimiterMemory({ points: options.door === 'desk' ? 3000 : 600, duration: 60 })
  app.addHook('onRequest', async (request) => {
    try { await perAddress.consume(request.ip) } catch (error) {
      if (error instanceof RateLimiterRes) throw Object.assign(new Error('too many'), { statusCode: 429 })
      throw error
    }
  })
  app.setErrorHandler((error, _request, reply) => sendProblem(reply, error))
  logRequests(app, options.door, options.log, options.seen)
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: 32 * 1024 * 1024 }, (_request, body, done) => done(null, body))

  const prefix = options.door === 'desk' ? '/api' : '/public'
  for (const one of options.operations) {
    if ((one.operation.door ?? 'desk') !== options.door) continue
    app.route({
      method: one.operation.method, url: prefix + one.operation.path,
      config: { operation: one.name },
      ...(one.operation.upload ? { bodyLimit: one.operation.upload.maxBytes } : {}),
      handler: (request, reply) => answer(options, one, request, reply),
    })
  }
  app.all(`${prefix}/*`, (_request, reply) => reply.code(404).type('application/problem+json').send({ type: 'about:blank', status: 404, title: 'No such operation', code: 'operation.not_found', facts: {} }))
  return app
}

/** Refuses what another site's page sends with our cookie. */
function refuseForeign(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const origin = request.headers.origin
  // `null` is what a sandboxed page says, and no address: foreign too, and no mistake of ours.
  const foreign = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.host)
  if (request.headers['x-akmasa'] !== '1' || foreign) throw new NotPermitted('same-origin')
}

/** The peer is this machine itself, and no proxy speaks for somebody else. */
export const fromThisMachine = (request: FastifyRequest): boolean =>
  loopback.test(request.socket.remoteAddress ?? '') && ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].every((h) => request.headers[h] === undefined)

export function viaOf(request: FastifyRequest, reply: FastifyReply | undefined, secure: boolean): Via {
  const came = { secure: request.protocol === 'https', host: request.host }
  return {
    ip: request.ip, loopback: fromThisMachine(request),
    came, sessionToken: request.cookies[sessionCookie], userAgent: String(request.headers['user-agent'] ?? '').slice(0, 300),
    setSession(token, expires) {
      if (!reply) return
      const at = { path: '/', httpOnly: true, sameSite: 'strict' as const, secure: secure || came.secure }
      if (token) reply.setCookie(sessionCookie, token, expires ? { ...at, expires } : at)
      else reply.clearCookie(sessionCookie, at)
    },
  }
}

async function whoAsks(options: ListenerOptions, may: Operation['may'], via: Via): Promise<Actor> {
  const known = via.sessionToken ? await options.authenticate(via.sessionToken, via) : undefined
  if (may === 'public') return known ?? visitor
  if (!known) throw new NotSignedIn()
  if (may !== 'signed-in' && !known.may.has(may)) throw new NotPermitted(may)
  return known
}

/** Params, query and body read by the contract, in one object; every wrong field is named at once. */
function readGiven(operation: Operation, request: FastifyRequest): Record<string, unknown> {
  const issues: z.core.$ZodIssue[] = []
  const given: Record<string, unknown> = {}
  const read = (schema: z.ZodType | undefined, value: unknown) => {
    const result = schema?.safeParse(value ?? {}, { reportInput: true })
    if (!result) return
    if (result.success) Object.assign(given, result.data)
    else issues.push(...result.error.issues)
  }
  read(operation.params, request.params)
  read(operation.query, request.query)
  if (operation.upload) given.file = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  else read(operation.body, request.body)
  if (issues.length) throw BadInput.of(issues)
  return given
}

async function answer(options: ListenerOptions, { name, operation, handler }: Mounted, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const via = viaOf(request, reply, options.secureCookies)
  const by = await whoAsks(options, operation.may, via)
  refuseForeign(request)
  const given = readGiven(operation, request)
  const kept = operation.audit ?? (operation.method === 'GET' ? 'none' : 'change')
  const note = { ...(request.params as object), ...idsOf(given), request: request.id }
  let result: unknown
  if (operation.outside) {
    if (kept !== 'none') await options.db.transaction(by, (tx) => audit(tx, name, note))
    result = await handler(options.db, given, by, via)
  } else {
    result = await options.db.transaction(by, async (tx) => {
      const made = await handler(tx, given, by, via)
      if (kept !== 'none') await audit(tx, name, note)
      return made
    })
  }
  reply.header('cache-control', 'no-store')
  if (operation.returns !== 'file') return reply.send(result)
  const file = result as FileAnswer
  return reply.type(file.type).header('content-disposition', `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox").send(file.bytes)
}

/** For the audit: which things, never what was said. */
function idsOf(given: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).filter(([key, value]) => (/(^id|Id)$/.test(key) || key === 'why') && typeof value === 'string'))
}
