/** What the administrator asked the installer for, and where everything stands. */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Misunderstood, type ExternalDatabase } from '../settings.ts'

export type Place = {
  /** Releases of the code, with `current` leading to the one in use. */
  prefix: string
  /** What the desk keeps: attachments, first administrator, the telephone's wishes. */
  data: string
  /** The switch's folder, secrets and what one installation leaves for the next; as `npm start` lays it out, so backup and doctor find it. */
  state: string
  /** Asterisk's tree: not in a cache, which may be emptied at any time. */
  tools: string
  config: string
  logs: string
  units: string
  rotation: string
  sites: string
}

export type Options = {
  place: Place
  /** Host name under which the reverse proxy serves the desk; without it the desk is reached from this machine alone. */
  name?: string
  citizensName?: string
  database?: ExternalDatabase
  nginx: boolean
  /** Where a backup goes every night; `none`: nowhere any more; absent: as it was. */
  backup?: string
  dryRun?: string
  remove: boolean
  start: boolean
}

export const help = `npm run install-service -- [--name desk.example.bel.tr] [--citizens www.example.bel.tr]
  --name HOST          the name people type for the desk; a reverse proxy in front serves it over TLS
  --citizens HOST      the same for the citizens' side
  --database URL       a PostgreSQL of your own (15 or later), as akmasa_app; without it Debian's is used, and installed if absent
  --database-owner URL the same as akmasa_owner
  --prefix DIR         where the code goes (/opt/akmasa)
  --nginx              write the reverse proxy's site even if nginx is not installed yet
  --backup DIR         a backup into DIR every night, best on another disk; kept for later until --backup none
  --no-start           install, and start nothing
  --dry-run DIR        say what would be done, and write the files into DIR
  --remove             take the service away; data, settings and code stay
  --base DIR           everything under DIR instead of /, for trying it out`

export function readOptions(argv: string[]): Options {
  const flags = readFlags(argv)
  if (flags.help) throw new Misunderstood(help)
  for (const name of [flags.name, flags.citizens])
    if (name !== undefined && !/^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i.test(name)) throw new Misunderstood(`${name} is not a host name such as desk.example.bel.tr.`)
  return {
    place: placeUnder(resolve(flags.base ?? '/'), flags.prefix),
    name: flags.name, citizensName: flags.citizens, database: databaseOf(flags.database, flags['database-owner']),
    nginx: flags.nginx ?? false, backup: flags.backup === undefined || flags.backup === 'none' ? flags.backup : resolve(flags.backup), dryRun: flags['dry-run'], remove: flags.remove ?? false, start: !flags['no-start'],
  }
}

/** @param base `/`, or a folder that stands for it. */
export function placeUnder(base: string, prefix?: string): Place {
  const home = join(base, 'var/lib/akmasa')
  return {
    prefix: prefix ? resolve(prefix) : join(base, 'opt/akmasa'), data: join(home, 'data'), state: join(home, 'state'), tools: join(home, 'tools'),
    config: join(base, 'etc/akmasa'), logs: join(base, 'var/log/akmasa'), units: join(base, 'etc/systemd/system'),
    rotation: join(base, 'etc/logrotate.d/akmasa'), sites: join(base, 'etc/nginx/sites-available'),
  }
}

function readFlags(argv: string[]) {
  try {
    const text = { type: 'string' } as const
    const flag = { type: 'boolean' } as const
    return parseArgs({ args: argv, options: {
      name: text, citizens: text, database: text, 'database-owner': text, prefix: text, base: text, backup: text, 'dry-run': text,
      nginx: flag, remove: flag, 'no-start': flag, help: { type: 'boolean', short: 'h' },
    } }).values
  } catch (problem) {
    throw new Misunderstood(`${problem instanceof Error ? problem.message : String(problem)}\n\n${help}`)
  }
}

function databaseOf(appUrl: string | undefined, ownerUrl: string | undefined): ExternalDatabase | undefined {
  if (!appUrl && !ownerUrl) return undefined
  if (!appUrl || !ownerUrl) throw new Misunderstood('A PostgreSQL of your own needs both --database (as akmasa_app) and --database-owner (as akmasa_owner).')
  for (const url of [appUrl, ownerUrl])
    if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) throw new Misunderstood('An address of a database looks like postgres://name:password@host:5432/database.')
  return { appUrl, ownerUrl }
}
