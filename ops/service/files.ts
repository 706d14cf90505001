/** The files of an installation besides the units: settings, log rotation, the reverse proxy's site. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../install.mjs'
import type { Secrets } from '../keepsakes.ts'
import type { Ports } from '../ports.ts'
import type { ExternalDatabase } from '../settings.ts'
import type { Options, Place } from './options.ts'
import { deskUser } from './units.ts'

export type Settings = {
  options: Options
  database: ExternalDatabase
  ports: Ports
  secrets: Secrets
  /** What the server is told of the switch. */
  telephone: Record<string, string>
}

/** What every role is told. Asked for once: an administrator's own changes in the file stay. */
export function environmentOf({ options: { place, name, citizensName }, database, ports, secrets, telephone }: Settings): Record<string, string> {
  return {
    NODE_ENV: 'production', NO_COLOR: '1', LOG_LEVEL: 'info',
    DATABASE_URL: database.appUrl,
    DESK_PORT: String(ports.desk), CITIZENS_PORT: String(ports.citizens), BIND: '127.0.0.1',
    DATA_DIR: place.data, DEMO: '0', SESSION_KEY: secrets.session,
    CONSOLE_DIST: join(place.prefix, 'current/dist/console'), PORTAL_DIST: join(place.prefix, 'current/dist/portal'),
    ...(name ? { DESK_URL: `https://${name}`, CITIZENS_URL: `https://${citizensName ?? `www.${name}`}`, TRUSTED_PROXIES: '1', SECURE_COOKIES: '1', ASTERISK_WSS_URL: '/sip' } : {}),
    ...telephone,
    // Through the proxy the browsers' telephone socket goes by our own address, and from there straight to the switch.
    ...(name && telephone.ASTERISK_WS_URL ? { ASTERISK_WSS_URL: '/sip' } : {}),
  }
}

/** As systemd reads it (systemd.exec, EnvironmentFile): values in quotes, what would end or change them escaped. */
export const environmentFile = (about: string, values: Record<string, string>): string =>
  `${about.replace(/^/gm, '# ')}\n${Object.entries(values).map(([name, value]) => `${name}="${value.replace(/["\\$`]/g, '\\$&')}"\n`).join('')}`

/** The other way round, for whoever looks at an installation. */
export function readEnvironmentFile(text: string): Record<string, string> {
  return Object.fromEntries(text.split('\n').flatMap((one) => {
    const [, name, value] = /^\s*([A-Za-z_]\w*)=(.*?)\s*$/.exec(one) ?? []
    if (name === undefined || value === undefined) return []
    const quoted = /^"(.*)"$/.exec(value)
    return [[name, quoted ? quoted[1]!.replace(/\\(["\\$`])/g, '$1') : value]]
  }))
}

/** New lines of a later version are added; what stands there is never changed. @returns undefined when nothing is missing. */
export function completed(text: string, values: Record<string, string>): string | undefined {
  const there = readEnvironmentFile(text)
  const absent = Object.entries(values).filter(([name]) => !(name in there))
  if (absent.length === 0) return undefined
  return `${text.replace(/\n*$/, '\n')}${environmentFile('added by a later version', Object.fromEntries(absent))}`
}

/** Copied and emptied: systemd holds the files open. The switch's own logs are set aside by its watchdog. */
export const rotationFile = ({ logs }: Place): string => `${join(logs, '*.log')} {
    daily
    maxsize 50M
    rotate 14
    compress
    delaycompress
    copytruncate
    missingok
    notifempty
    su root ${deskUser}
}
`

const template = join(root, 'ops/reverse-proxy/nginx.conf.template')

/** @returns undefined without a name, or without a template. */
export function proxySite(options: Options, ports: Ports): string | undefined {
  if (!options.name || !existsSync(template)) return undefined
  const values: Record<string, string> = {
    name: options.name, citizensName: options.citizensName ?? `www.${options.name}`,
    deskPort: String(ports.desk), citizensPort: String(ports.citizens), telephoneHttpPort: String(ports.telephoneHttp),
  }
  return readFileSync(template, 'utf8').replace(/\{\{(\w+)\}\}/g, (_, key: string) => {
    if (!(key in values)) throw new Error(`${template} asks for {{${key}}}, which nobody gives`)
    return values[key]!
  })
}
