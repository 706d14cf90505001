/** One line for a request that failed or took long, none at `info` for the rest: which operation, how long, by which request. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Log } from '../log.ts'

declare module 'fastify' {
  interface FastifyContextConfig { operation?: string }
}

/** A request as the measures see it: never its address, its body or who asked. */
export type Seen = { door: 'desk' | 'citizens'; operation: string | undefined; status: number; ms: number }
export const slowMs = 1000

type Trouble = { code: string; error?: unknown }
const troubles = new WeakMap<FastifyRequest, Trouble>()
/** For the line of this request: what was answered, and for a mistake of ours where it came from. */
export const noteTrouble = (request: FastifyRequest, trouble: Trouble): void => void troubles.set(request, trouble)

export function logRequests(app: FastifyInstance, door: Seen['door'], log: Log, seen?: (one: Seen) => void): void {
  app.addHook('onResponse', async (request, reply) => {
    const operation = request.routeOptions.config.operation
    const status = reply.statusCode
    const ms = Math.round(reply.elapsedTime)
    const trouble = troubles.get(request)
    const line = { door, operation, requestId: request.id, status, ms, ...(trouble && { code: trouble.code }) }
    if (trouble?.error !== undefined) log.error({ ...line, err: trouble.error }, 'unexpected')
    else if (status >= 500) log.warn(line, 'failed')
    // Addresses that are not ours are tried by every robot.
    else if (status >= 400 && operation) log.info(line, 'refused')
    else if (ms >= slowMs) log.info(line, 'slow')
    else log.debug(line, 'done')
    seen?.({ door, operation, status, ms: reply.elapsedTime })
  })
}
