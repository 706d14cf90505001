/** Everything the server is told from outside, read once at the start. */
import { z } from 'zod'

const flag = z.enum(['0', '1']).default('0').transform((v) => v === '1')
const optional = z.string().min(1).optional()
const Env = z.object({
  DATABASE_URL: z.string().min(1),
  DESK_PORT: z.coerce.number().int().min(0).max(65535).default(4153),
  CITIZENS_PORT: z.coerce.number().int().min(0).max(65535).default(4154),
  BIND: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().min(1),
  DEMO: flag,
  /** Signs nothing yet sent outside; keys the hash of session tokens, so a stolen table opens no session. */
  SESSION_KEY: z.string().min(32),
  /** Number of reverse proxies in front whose forwarding headers are believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Cookies only over TLS. */
  SECURE_COOKIES: flag,
  ASTERISK_AMI_HOST: z.string().default('127.0.0.1'), ASTERISK_AMI_PORT: z.coerce.number().optional(), ASTERISK_AMI_USER: optional, ASTERISK_AMI_SECRET: optional,
  ASTERISK_ARI_URL: optional, ASTERISK_ARI_USER: optional, ASTERISK_ARI_SECRET: optional, ASTERISK_WS_URL: optional,
  ASTERISK_SPOOL: optional, ASTERISK_LOG: optional, SIP_ADDRESS: optional, ALARM_FILE: optional,
  CONSOLE_DIST: optional, PORTAL_DIST: optional,
  ROLES: z.string().default('web,worker,phone').transform((s) => new Set(s.split(',').map((r) => r.trim()))),
})
export type Config = z.infer<typeof Env>

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const read = Env.safeParse(env)
  if (read.success) return read.data
  const missing = read.error.issues.map((i) => `  ${i.path.join('.')}: ${i.message}`).join('\n')
  throw new Error(`The server's settings are not complete:\n${missing}`)
}
