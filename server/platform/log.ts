/** One logger, with scope. Never a phone number, a name, or what anyone said. */
import pino from 'pino'
export type Log = pino.Logger

export type ErrorWords = { type: string; message: string; stack?: string; code?: string; table?: string; constraint?: string; cause?: ErrorWords }

/**
 * What of an error may stand in a log. PostgreSQL repeats in message and detail the value that did not fit, and a
 * telephone number is one: what stands in quotes goes (but in classes 23 and 42, where it is a name of ours), so does
 * anything like a number, and of the other fields only names stay.
 */
export function errorWords(error: unknown, depth = 2): ErrorWords {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutValues(String(error)) }
  const told = error as Error & { code?: unknown; table?: unknown; constraint?: unknown; severity?: unknown }
  const named = told.severity === undefined || /^(23|42)/.test(String(told.code))
  const message = named ? error.message : error.message.replace(/"[^"]*"/g, '"…"')
  // The message stands in the first lines of the stack again.
  const frames = error.stack?.slice(Math.max(0, error.stack.search(/^\s+at /m)))
  return {
    type: error.name, message: withoutValues(message),
    ...(frames && /^\s+at /.test(frames) && { stack: frames }),
    ...Object.fromEntries((['code', 'table', 'constraint'] as const).flatMap((key) => (typeof told[key] === 'string' ? [[key, told[key]]] : []))),
    ...(error.cause !== undefined && depth > 0 && { cause: errorWords(error.cause, depth - 1) }),
  }
}
const withoutValues = (text: string) => text.replace(/\+?\(?\d[\d\s()-]{5,}\d/g, '…')

/** @param out where the lines go, for tests; standard output otherwise. */
export const makeLog = (level = process.env.LOG_LEVEL ?? 'info', out?: pino.DestinationStream): Log =>
  pino({
    level, base: { pid: process.pid }, redact: ['req.headers', 'phone', 'name', 'said'], timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: (error: unknown) => errorWords(error) },
  }, out ?? pino.destination(1))
export const silentLog: Log = pino({ level: 'silent' })
