/** Everything the server is told from outside, read once at the start. */
import { z } from 'zod'
import type { SwitchSockets } from './http/came.ts'

const flag = z.enum(['0', '1']).default('0').transform((v) => v === '1')
const optional = z.string().min(1).optional()
const port = z.coerce.number().int().min(1).max(65535)
const Env = z.object({
  DATABASE_URL: z.string().min(1),
  DESK_PORT: z.coerce.number().int().min(0).max(65535).default(4153),
  CITIZENS_PORT: z.coerce.number().int().min(0).max(65535).default(4154),
  BIND: z.string().default('127.0.0.1'),
  /** Health and measures of this process, on loopback; none without it. */
  HEALTH_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  /** Where staff reach the desk, for links in letters: `https://masa.example.bel.tr`. */
  DESK_URL: z.url().optional().transform((u) => u?.replace(/\/$/, '')),
  /** Where citizens reach their pages, for links in messages: `https://153.example.bel.tr`. Without it, this machine's own address. */
  CITIZENS_URL: z.url().optional().transform((u) => u?.replace(/\/$/, '')),
  DATA_DIR: z.string().min(1),
  DEMO: flag,
  /** Signs nothing yet sent outside; keys the hash of session tokens, so a stolen table opens no session. */
  SESSION_KEY: z.string().min(32),
  /** Number of reverse proxies in front whose forwarding headers are believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Cookies only over TLS, whatever a request looks like; and browsers are told to come by TLS alone. */
  SECURE_COOKIES: flag,
  /** Served over TLS besides, on these addresses: the certificate and its key are PEM files, read again when they change. */
  TLS_ADDRESSES: z.string().default('').transform((s) => s.split(',').filter(Boolean)),
  DESK_TLS_PORT: port.optional(), CITIZENS_TLS_PORT: port.optional(), TLS_CERTIFICATE: optional, TLS_KEY: optional,
  /** The root of a local authority, PEM, which the desk offers for installing. */
  ROOT_CERTIFICATE: optional,
  ASTERISK_AMI_HOST: z.string().default('127.0.0.1'), ASTERISK_AMI_PORT: z.coerce.number().optional(), ASTERISK_AMI_USER: optional, ASTERISK_AMI_SECRET: optional,
  /** Where browsers reach the switch: on this machine, and over TLS (see http/came.ts). */
  ASTERISK_WS_URL: optional, ASTERISK_WSS_URL: optional,
  ASTERISK_SPOOL: optional, ASTERISK_LOG: optional, SIP_ADDRESS: optional, ALARM_FILE: optional,
  /** The switch's own folder and the cache with its synthesiser: for announcements whose words change. Queues it was set up with, comma separated. */
  TELEPHONE_DIR: optional, TELEPHONE_CACHE: optional, ASTERISK_QUEUES: z.string().optional().transform((s) => s?.split(',').filter(Boolean)),
  CONSOLE_DIST: optional, PORTAL_DIST: optional,
  ROLES: z.string().default('web,worker,phone').transform((s) => new Set(s.split(',').map((r) => r.trim()))),
})
export type Config = z.infer<typeof Env>

/** Where browsers reach the switch. */
export const switchSockets = (config: Config): SwitchSockets => ({ plain: config.ASTERISK_WS_URL, secure: config.ASTERISK_WSS_URL })

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const read = Env.safeParse(env)
  if (read.success) return read.data
  const missing = read.error.issues.map((i) => `  ${i.path.join('.')}: ${i.message}`).join('\n')
  throw new Error(`The server's settings are not complete:\n${missing}`)
}
