/** One logger, with scope. Never a phone number, a name, or what anyone said. */
import pino from 'pino'
export type Log = pino.Logger
export const makeLog = (level = process.env.LOG_LEVEL ?? 'info'): Log =>
  pino({ level, base: { pid: process.pid }, redact: ['req.headers', 'phone', 'name', 'said'], timestamp: pino.stdTimeFunctions.isoTime })
export const silentLog: Log = pino({ level: 'silent' })
