/** What an installation would write, into a folder; nothing else is touched. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { machine } from '../../server/adapters/asterisk/packages.ts'
import { amRoot } from '../../server/adapters/host.ts'
import { defaults as ports } from '../ports.ts'
import { serverEnv } from '../telephone.ts'
import { asks, systemdRuns, systemdVersion } from './commands.ts'
import { environmentFile, environmentOf, proxySite, rotationFile } from './files.ts'
import type { Options } from './options.ts'
import { nodeIn, releaseName } from './release.ts'
import { unitsWords, wishOf } from './telephone.ts'
import { unitsOf } from './units.ts'

const secret = 'MADE-AT-INSTALLATION'
const secrets = { databaseAdmin: secret, databaseOwner: secret, databaseApp: secret, session: secret, ami: secret, testPhone: secret }

export async function dryRun(options: Options, into: string, say: (line: string) => void): Promise<void> {
  const { place } = options
  const wish = wishOf(place, ports, secrets)
  const { arch } = await machine()
  const asterisk = await unitsWords(join(place.tools, `asterisk-22-${arch}/root`), wish.runDir)
  const database = options.database ?? { appUrl: `postgres://akmasa_app:${secret}@127.0.0.1:5432/akmasa`, ownerUrl: `postgres://akmasa_owner:${secret}@127.0.0.1:5432/akmasa` }
  const site = proxySite(options, ports)
  const files = {
    ...Object.fromEntries(Object.entries(unitsOf({ place, node: nodeIn(place.prefix), asterisk, systemdVersion: await systemdVersion(), backup: options.backup === 'none' ? undefined : options.backup })).map(([name, text]) => [join(place.units, name), text])),
    [join(place.config, 'akmasa.env')]: environmentFile('Read by every part of the desk.', environmentOf({ options, database, ports, secrets, telephone: serverEnv(wish) })),
    [join(place.config, 'owner.env')]: environmentFile('Only akmasa-setup is given it.', { DATABASE_OWNER_URL: database.ownerUrl }),
    [place.rotation]: rotationFile(place),
    ...(site && options.name && { [join(place.sites, options.name)]: site }),
  }
  for (const [file, text] of Object.entries(files)) {
    const copy = join(into, relative('/', file))
    await mkdir(dirname(copy), { recursive: true })
    await writeFile(copy, text)
  }
  const steps = [
    'the system users akmasa and akmasa-tel, if absent',
    `the folders ${[place.data, place.state, place.logs, place.config].join(', ')}`,
    options.database ? `nothing to the database ${new URL(options.database.appUrl).host}: it is only looked at` : `${(await asks('pg_lsclusters', ['-h']))?.trim() ? '' : 'Debian’s postgresql, '}the roles akmasa_owner, akmasa_app, akmasa_definer and the database akmasa`,
    `the code in ${join(place.prefix, 'releases', releaseName())}, with ${join(place.prefix, 'current')} leading to it`,
    `Asterisk in ${place.tools}, its configuration and announcements in ${wish.runDir}`,
    ...Object.keys(files),
  ]
  say(`Would be made${amRoot() ? '' : ' (by root)'}:\n${steps.map((step) => `  ${step}`).join('\n')}`)
  say(`${systemdRuns() ? 'Then: ' : 'systemd does not run here; where it does: '}systemctl daemon-reload && systemctl enable --now akmasa.target`)
  say(`The files are written to ${into}. Nothing else was touched.`)
}
