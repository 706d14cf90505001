/** `npm run install-service`: makes this clone a service of the machine. Safe to run again: that is also how it is updated. */
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { faultsOf } from '../../server/adapters/postgres/index.ts'
import { amRoot, cacheFolder, systemUser, type SystemUser } from '../../server/adapters/host.ts'
import { administratorSql } from '../../server/migrations/roles.sql.ts'
import { remember, remembered, secretsOf } from '../keepsakes.ts'
import { choosePorts, type Ports } from '../ports.ts'
import { makeTarget, mustBeOutside } from '../backup/target.ts'
import { Misunderstood, type ExternalDatabase } from '../settings.ts'
import { asks, run, systemdRuns, systemdVersion, tell } from './commands.ts'
import { debianDatabase } from './debian-postgres.ts'
import { dryRun } from './dry-run.ts'
import { completed, environmentFile, environmentOf, proxySite, readEnvironmentFile, rotationFile } from './files.ts'
import { readOptions, type Options, type Place } from './options.ts'
import { makeRelease, nodeIn } from './release.ts'
import { removeService } from './remove.ts'
import { makeTelephone } from './telephone.ts'
import { backupTimer, deskUser, switchSystemUser, target, unitsOf } from './units.ts'

const say = (line: string) => console.log(line)
const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort(new Error('Stopped. Run it again; it goes on where it was.')))

process.exitCode = await install(readOptionsOrExplain()).then(() => 0, (problem: unknown) => {
  console.error(problem instanceof Error && [Error, Misunderstood].includes(problem.constructor as typeof Error) ? problem.message : problem)
  return 1
})
process.exit()

function readOptionsOrExplain(): Options {
  try {
    return readOptions(process.argv.slice(2))
  } catch (problem) {
    console.error(problem instanceof Error ? problem.message : problem)
    process.exit(1)
  }
}

async function install(options: Options): Promise<void> {
  const { place } = options
  if (options.dryRun) return dryRun(options, options.dryRun, say)
  if (!amRoot()) throw new Misunderstood('A service is installed by root: sudo npm run install-service')
  if (options.remove) return removeService(options, say)
  if (!existsSync('/usr/bin/dpkg-query')) throw new Misunderstood('This installer knows Debian. On another system use the units that --dry-run DIR writes as your pattern.')

  const desk = await systemUser(deskUser)
  await systemUser(switchSystemUser)
  await makeFolders(place, desk)
  const secrets = secretsOf(place.state)
  const ports = await portsFor(place)
  remember(place.state, { demo: false })

  const database = await databaseFor(options, secrets)
  const around = { logDir: place.logs, say, callOff: stopping.signal }
  const newCode = await makeRelease(place.prefix, around)
  const telephone = await makeTelephone(place, ports, secrets, around)

  const environment = environmentOf({ options, database, ports, secrets, telephone: telephone.env })
  await keepSettings(join(place.config, 'akmasa.env'), 'Read by every part of the desk. Yours to change; the installer only adds what is missing.', environment, 0o640, desk.gid)
  await keepSettings(join(place.config, 'owner.env'), 'The role that may change tables; only akmasa-setup is given it.', { DATABASE_OWNER_URL: database.ownerUrl }, 0o600, 0)

  const backup = await backupFor(options)
  const units = unitsOf({ place, node: nodeIn(place.prefix), asterisk: telephone.asterisk, systemdVersion: await systemdVersion(), backup })
  const changed: string[] = []
  for (const [name, text] of Object.entries(units)) if (await put(join(place.units, name), text, 0o644)) changed.push(name)
  await put(place.rotation, rotationFile(place), 0o644)
  const site = await putSite(options, ports)

  say(`\nInstalled: the code in ${place.prefix}/current, settings in ${place.config}, data in ${place.data}, logs in ${place.logs}.`)
  if (site) say(site)
  const ofDesk = changed.filter((name) => !name.startsWith('akmasa-backup'))
  await startIt(options, { newCode, newSettings: ofDesk.length > 0, telephoneChanged: telephone.changed || changed.includes('akmasa-asterisk.service'), backup })
  const first = join(place.data, 'first-administrator.json')
  say(`The desk: ${options.name ? `https://${options.name}` : `http://127.0.0.1:${ports.desk}`}. The first administrator’s password stands in ${first} once it has started.`)
  say(`How it does: cd ${place.prefix}/current && npm run doctor -- --env ${join(place.config, 'akmasa.env')}`)
}

/** The folders as `npm start` lays them out, so that backup and doctor know their way. */
async function makeFolders({ data, state, config, logs, units, rotation }: Place, desk: SystemUser): Promise<void> {
  for (const dir of [dirname(data), state, config, dirname(rotation), units]) mkdirSync(dir, { recursive: true, mode: 0o755 })
  mkdirSync(data, { recursive: true, mode: 0o750 })
  await chown(data, desk.uid, desk.gid)
  mkdirSync(logs, { recursive: true, mode: 0o750 })
  await chown(logs, 0, desk.gid)
  await chmod(logs, 0o750) // systemd makes the files in it readable to all
  writeFileSync(join(state, 'home'), data)
  if (!existsSync(join(data, 'state'))) symlinkSync(state, join(data, 'state'))
}

/** Found once, kept ever after: an earlier installation listens on them. */
async function portsFor({ state }: Place): Promise<Ports> {
  const before = remembered(state).ports
  const known = new Set(before ? (Object.keys(before) as (keyof Ports)[]) : [])
  const ports = await choosePorts(cacheFolder(), before ?? {}, known)
  remember(state, { ports })
  return ports
}

async function databaseFor({ database: given, place }: Options, secrets: ReturnType<typeof secretsOf>): Promise<ExternalDatabase> {
  const before = given ?? kept(place)
  // With the password we made it is Debian's, which may be stopped.
  const database = before && new URL(before.appUrl).password !== secrets.databaseApp ? before : { ...(await debianDatabase(secrets, say)), ...before }
  const faults = await faultsOf(database.appUrl, database.ownerUrl)
  const name = decodeURIComponent(new URL(database.ownerUrl).pathname.slice(1)) || 'akmasa'
  if (faults.length > 0)
    throw new Misunderstood(`The database is not ready for use:\n${faults.map((fault) => `  - ${fault}`).join('\n')}${given ? `\n\nIts administrator runs this once, as a superuser:\n\n${administratorSql(name)}` : ''}`)
  remember(place.state, { database: `${new URL(database.ownerUrl).host}/${name}` })
  return database
}

/** Said now or earlier. A folder that is not there yet is made, or the unit could not write into it. */
async function backupFor({ backup: said, place }: Options): Promise<string | undefined> {
  const backup = said === 'none' ? undefined : said ?? remembered(place.state).backup
  if (backup !== undefined) {
    await mustBeOutside(backup, [place.data, place.state])
    makeTarget(backup)
  } else if (existsSync(join(place.units, backupTimer))) {
    if (systemdManages(place)) await run('systemctl', ['disable', '--now', backupTimer])
    for (const name of [backupTimer, 'akmasa-backup.service']) await rm(join(place.units, name), { force: true })
  }
  remember(place.state, { backup })
  return backup
}

/** What an earlier installation was told. */
function kept({ config }: Place): ExternalDatabase | undefined {
  const [app, owner] = [['akmasa.env', 'DATABASE_URL'], ['owner.env', 'DATABASE_OWNER_URL']].map(([file, name]) => {
    const path = join(config, file!)
    return existsSync(path) ? readEnvironmentFile(readFileSync(path, 'utf8'))[name!] : undefined
  })
  return app && owner ? { appUrl: app, ownerUrl: owner } : undefined
}

async function keepSettings(file: string, about: string, values: Record<string, string>, mode: number, group: number): Promise<void> {
  const before = existsSync(file) ? await readFile(file, 'utf8') : undefined
  const text = before === undefined ? environmentFile(about, values) : completed(before, values)
  if (text !== undefined) await put(file, text, mode)
  await chown(file, 0, group)
  await chmod(file, mode)
}

/** Whole or not at all. @returns whether it is another text than before. */
async function put(file: string, text: string, mode: number): Promise<boolean> {
  await mkdir(dirname(file), { recursive: true })
  if (existsSync(file) && (await readFile(file, 'utf8')) === text) return false
  await writeFile(`${file}.new`, text, { mode })
  await rename(`${file}.new`, file)
  return true
}

async function putSite(options: Options, ports: Ports): Promise<string | undefined> {
  const { name, place: { sites } } = options
  const site = proxySite(options, ports)
  if (!site || !name) return undefined
  if (!options.nginx && !existsSync(sites)) return `nginx is not installed. Install it and run this again, or use --nginx; its site will be ${join(sites, name)}.`
  const file = join(sites, name)
  // An administrator may have made it his own.
  if (existsSync(file)) return `The reverse proxy’s site ${file} is left as it is.`
  await put(file, site, 0o644)
  return `The reverse proxy’s site is ${file}. Put your certificate where it says (ssl_certificate, ssl_certificate_key), then: ln -s ../sites-available/${name} /etc/nginx/sites-enabled/ && nginx -t && systemctl reload nginx`
}

const systemdManages = ({ units }: Place) => systemdRuns() && units === '/etc/systemd/system'
type News = { newCode: boolean; newSettings: boolean; telephoneChanged: boolean; backup: string | undefined }
async function startIt({ start, place }: Options, { newCode, newSettings, telephoneChanged, backup }: News): Promise<void> {
  const wanted = [target, ...(backup === undefined ? [] : [backupTimer])]
  const first = `systemctl daemon-reload && systemctl enable --now ${wanted.join(' ')}`
  if (!systemdManages(place)) return say(`systemd does not run here, so nothing is started. Where it does:\n  ${first}`)
  if (!start) return say(`Nothing is started. To start:\n  ${first}`)
  const ran = (await asks('systemctl', ['is-active', target]))?.trim() === 'active'
  await tell('systemctl', ['daemon-reload'])
  await tell('systemctl', ['enable', '--now', ...wanted])
  if (backup !== undefined) say(`A backup is made into ${backup} every night at half past three.`)
  if (!ran) return say('Started.')
  if (newCode || newSettings) await tell('systemctl', ['restart', target])
  say(newCode || newSettings ? 'The desk runs on the new version; calls went on meanwhile.' : 'It runs as before; nothing was new.')
  if (telephoneChanged) say('The telephone has new settings. Taking them up ends the calls in progress; at a quiet hour:\n  systemctl restart akmasa-asterisk akmasa-disk-watch')
}
