/** What the person who starts it asked for: flags and environment, or a plain word about what is wrong with them. */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './install.mjs'
import type { Asked } from './tls/tls.ts'

export class Misunderstood extends Error {}

export type ExternalDatabase = { appUrl: string; ownerUrl: string }

export type Settings = {
  dataDir: string
  /** With the demo municipality and its accounts. */
  demo: boolean
  database?: ExternalDatabase
  /** Other computers: what was said about it now; nothing said, what is remembered stands. */
  reach: Asked
  /** The ASTERISK_* variables of a switch of the municipality's own, passed to the server as they are. */
  asterisk?: Record<string, string>
}

export const help = `npm start -- [--data DIR] [--empty] [--address NAME]
  --data DIR   keep everything in DIR instead of .akmasa
  --empty      a municipality without demo data
  --address A  serve other computers too, over TLS, on these names or addresses of this machine (commas between);
               kept for later starts until --address none
  --certificate FILE --key FILE
               with a certificate of your own (PEM); without, a local authority makes one and the desk
               offers its root for installing. --certificate none returns to that
DATABASE_URL and DATABASE_OWNER_URL use a PostgreSQL of your own (15 or later),
ASTERISK_AMI_HOST and its companions an Asterisk of your own (20 or later).`

export function readSettings(argv: string[], env: NodeJS.ProcessEnv): Settings {
  const flags = readFlags(argv)
  if (flags.help) throw new Misunderstood(help)
  return {
    dataDir: flags.data ?? join(root, '.akmasa'),
    demo: !flags.empty,
    database: externalDatabase(env),
    asterisk: externalAsterisk(env),
    reach: readReach(flags),
  }
}

function readFlags(argv: string[]) {
  try {
    const text = { type: 'string' } as const
    const options = { data: text, empty: { type: 'boolean' }, address: text, certificate: text, key: text, help: { type: 'boolean', short: 'h' } } as const
    return parseArgs({ args: argv, options }).values
  } catch (problem) {
    throw new Misunderstood(`${problem instanceof Error ? problem.message : String(problem)}\n\n${help}`)
  }
}

function readReach({ address, certificate, key }: Asked): Asked {
  if (certificate !== 'none' && (certificate === undefined) !== (key === undefined))
    throw new Misunderstood(`--certificate and --key belong together; ${certificate ? '--key' : '--certificate'} is missing.`)
  const at = (file: string | undefined) => (file === undefined || file === 'none' ? file : resolve(file))
  return { address, certificate: at(certificate), key: at(key) }
}

function externalDatabase(env: NodeJS.ProcessEnv): ExternalDatabase | undefined {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = env
  if (!appUrl && !ownerUrl) return undefined
  if (!appUrl || !ownerUrl)
    throw new Misunderstood(
      `${appUrl ? 'DATABASE_URL' : 'DATABASE_OWNER_URL'} is set and ${appUrl ? 'DATABASE_OWNER_URL' : 'DATABASE_URL'} is not. ` +
        'An external PostgreSQL needs both: DATABASE_URL signs in as akmasa_app and serves, DATABASE_OWNER_URL as akmasa_owner and migrates.',
    )
  for (const [name, url] of [['DATABASE_URL', appUrl], ['DATABASE_OWNER_URL', ownerUrl]] as const)
    if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
      throw new Misunderstood(`${name} is not an address such as postgres://name:password@host:5432/database.`)
  return { appUrl, ownerUrl }
}

const asteriskNeeds = ['ASTERISK_AMI_HOST', 'ASTERISK_AMI_PORT', 'ASTERISK_AMI_USER', 'ASTERISK_AMI_SECRET', 'ASTERISK_WS_URL']

function externalAsterisk(env: NodeJS.ProcessEnv): Record<string, string> | undefined {
  // How browsers reach it through a reverse proxy says nothing of whose switch it is; the server reads that by itself.
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => name.startsWith('ASTERISK_') && name !== 'ASTERISK_WSS_URL' && value))
  if (Object.keys(given).length === 0) return undefined
  const absent = asteriskNeeds.filter((name) => !given[name])
  if (absent.length > 0) throw new Misunderstood(`An Asterisk of your own also needs ${absent.join(', ')}.`)
  if (env.SIP_ADDRESS) given.SIP_ADDRESS = env.SIP_ADDRESS
  return given as Record<string, string>
}
