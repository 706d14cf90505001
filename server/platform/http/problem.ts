/** RFC 9457 problem details. The text a person reads comes from the browser's texts, by `code`. */
import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import { isDatabaseAway } from '../db.ts'
import { Refusal, statusOf } from '../refusal.ts'
import { noteTrouble } from './request-log.ts'

export type FieldError = { path: string; code: string; facts: Record<string, string | number> }
export class BadInput extends Error {
  readonly errors: FieldError[]
  constructor(errors: FieldError[]) { super('bad input'); this.errors = errors }
  static of(issues: readonly z.core.$ZodIssue[]): BadInput {
    return new BadInput(issues.map((issue) => ({
      path: issue.path.join('.'),
      code: issue.code === 'custom' ? issue.message : issue.code === 'invalid_type' && issue.input === undefined ? 'required' : issue.code,
      facts: Object.fromEntries(Object.entries(issue).filter(([k, v]) => ['minimum', 'maximum', 'format', 'expected'].includes(k) && (typeof v === 'string' || typeof v === 'number'))) as FieldError['facts'],
    })))
  }
}
export class NotSignedIn extends Error {}
export class NotPermitted extends Error {
  readonly needs: string
  constructor(needs: string) { super('not permitted'); this.needs = needs }
}

const send = (reply: FastifyReply, status: number, body: Record<string, unknown> & { code: string }, error?: unknown) => {
  noteTrouble(reply.request, { code: body.code, ...(error !== undefined && { error }) })
  return reply.code(status).type('application/problem+json').send({ type: 'about:blank', status, requestId: reply.request.id, facts: {}, ...body })
}

export function sendProblem(reply: FastifyReply, error: unknown): FastifyReply {
  if (error instanceof Refusal)
    return send(reply, statusOf(error), { title: 'Refused', code: error.code, facts: error.facts, ...(error.field ? { errors: [{ path: error.field, code: error.code, facts: error.facts }] } : {}) })
  if (error instanceof BadInput) return send(reply, 422, { title: 'Bad input', code: 'input.bad', errors: error.errors })
  if (error instanceof NotSignedIn) return send(reply, 401, { title: 'Not signed in', code: 'session.needed' })
  if (error instanceof NotPermitted) return send(reply, 403, { title: 'Not permitted', code: 'permission.needed', facts: { needs: error.needs } })
  if (isDatabaseAway(error)) {
    reply.header('retry-after', '2')
    return send(reply, 503, { title: 'The database is away', code: 'database.unavailable' })
  }
  const status = error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500
  if (status < 500) return send(reply, status, { title: 'Bad request', code: status === 413 ? 'input.too_large' : status === 429 ? 'too_many' : 'input.unreadable' })
  return send(reply, 500, { title: 'Unexpected', code: 'unexpected' }, error)
}
