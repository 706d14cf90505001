/** Writes everything a switch needs into its folder: configuration from `ops/telephone/`, empty state folders, scripts. */
import { createHash } from 'node:crypto'
import { chmod, chown, copyFile, lstat, mkdir, readdir, readFile, readlink, rm, symlink, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ownLoader } from './install.ts'
import { machine } from './packages.ts'
import { must } from './run.ts'

const templates = new URL('../../../ops/telephone/', import.meta.url)

export type SwitchPorts = { sip: number; http: number; ami: number; rtp: { from: number; to: number } }
/** The carrier's line: where calls come from and go out to. */
export type Trunk = { host: string; port?: number; username?: string; password?: string }

/** `certificate` and `key`: PEM files; the switch reads copies of its own. */
export type SwitchTls = { address: string; port: number; certificate: string; key: string }

export type SwitchSettings = {
  /** Asterisk's tree, from `ensureAsterisk`. */
  root: string
  runDir: string
  ports: SwitchPorts
  secrets: { ami: string }
  /** The system user it runs as when we are root; else it runs as us. */
  user?: string
  trunk?: Trunk
  /** The address telephones and the trunk reach us at. Loopback until there is a trunk. */
  bind?: string
  /** Where browsers of other computers reach the switch, over TLS. Those of this machine come by loopback, always. */
  tls?: SwitchTls
  /** Queues besides `emergency`, which always exists and goes before all others. */
  queues?: string[]
  /** There is the demonstration's telephone for citizens: with no trunk, calls out ring it. */
  testPhone?: boolean
  /** Recording stops when less than this is free. */
  keepFreeMb?: number
  seconds?: { ring?: number; wait?: number; mobile?: number; message?: number }
}

/** Where the browsers' telephone socket stands in the switch's web server: `prefix` of http.conf, and Asterisk's own name for it. */
export const socketPath = '/sip/ws'

/** Our name at the switch's manager interface. */
export const switchUser = 'desk'
export const emergencyQueue = 'emergency'

export type SwitchPaths = { recordings: string; queueLog: string; callRecords: string; noSpace: string; watch: string; log: string }

export async function renderSwitch(settings: SwitchSettings): Promise<SwitchPaths> {
  const { runDir } = settings
  for (const dir of folders) await mkdir(join(runDir, dir), { recursive: true, mode: 0o750 })
  const run = await plainPath(runDir)
  await linkTo(join(settings.root, 'usr/share/asterisk/documentation'), join(runDir, 'data/documentation'))
  const values = await placeholders(settings, run)

  for (const name of await readdir(templates)) {
    const text = await readFile(new URL(name, templates), 'utf8')
    const filled = text.replace(/\{\{(\w+)\}\}/g, (_, key: string) => {
      if (!(key in values)) throw new Error(`ops/telephone/${name} asks for {{${key}}}, which nobody gives`)
      return values[key]!
    })
    const file = join(runDir, 'etc', name)
    await writeFile(file, filled)
    await chmod(file, 0o640) // it holds passwords
  }
  if (settings.tls) await copyCertificate(settings.tls, runDir)
  if (settings.user) await giveTo(settings.user, runDir)
  return switchPaths(runDir)
}

const [certificateCopy, keyCopy] = ['etc/tls.crt', 'etc/tls.key']

/** Into the switch's own folder: it runs as another user, who may not read the originals. */
async function copyCertificate({ certificate, key }: SwitchTls, runDir: string): Promise<void> {
  for (const [from, to] of [[certificate, certificateCopy], [key, keyCopy]] as const) {
    const copy = join(runDir, to)
    await rm(copy, { force: true }) // else it would keep the mode it had
    await copyFile(from, copy)
    await chmod(copy, 0o600)
  }
}

/** A renewed certificate, taken up while calls go on: those in progress keep the socket they have. */
export async function renewCertificate(at: { root: string; runDir: string; user?: string; tls: SwitchTls }): Promise<void> {
  await copyCertificate(at.tls, at.runDir)
  if (at.user) await must('chown', [`${at.user}:${at.user}`, join(at.runDir, certificateCopy), join(at.runDir, keyCopy)])
  await reloadSockets(at)
}

/** Listens anew at the addresses of http.conf: one that this machine did not have yet may be there now. */
export async function reloadSockets(at: { root: string; runDir: string; user?: string }): Promise<void> {
  const { command, args, env } = await switchCommand(at, ['-rx', 'module reload http'])
  await must(command, args, { env })
}

/** Asterisk does not start without its own descriptions. */
async function linkTo(target: string, link: string): Promise<void> {
  if ((await readlink(link).catch(() => undefined)) === target) return
  await rm(link, { force: true })
  await symlink(target, link)
}

const folders = ['etc', 'varlib', 'db', 'keys/keys', 'data/sounds', 'agi', 'spool/monitor', 'spool/recording', 'spool/tmp', 'cache',
  'run', 'log/cel-custom', 'recorded']

/** Where the desk finds what the switch writes. */
export function switchPaths(runDir: string): SwitchPaths {
  return {
    recordings: join(runDir, 'spool/monitor'),
    log: join(runDir, 'log'),
    queueLog: join(runDir, 'log/queue_log'),
    callRecords: join(runDir, 'log/cel-custom/Master.csv'),
    noSpace: join(runDir, 'run/no-space'),
    watch: join(runDir, 'etc/disk-watch.sh'),
  }
}

/** How to run it in the foreground. A supervisor of any kind may use this; it needs neither Node nor PostgreSQL. */
export async function switchCommand(at: { root: string; runDir: string; user?: string }, args = ['-f']) {
  const { command, args: loading } = await ownLoader(at.root)
  const asterisk = [command, ...loading, '--argv0', 'asterisk', join(at.root, 'usr/sbin/asterisk')]
  const config = ['-C', join(await plainPath(at.runDir), 'etc/asterisk.conf')]
  // Recordings must not be open to every user of the machine.
  return asUser(at.user, ['sh', '-c', 'umask 027; ulimit -n "$(ulimit -Hn)"; exec "$@"', 'sh', ...asterisk, ...config, ...args])
}

/** How to run the watchdog over the space for recordings, beside the switch and outside the desk's own programs. */
export const watchCommand = (at: { runDir: string; user?: string }) => asUser(at.user, ['sh', switchPaths(at.runDir).watch])

function asUser(user: string | undefined, words: string[]) {
  const lowered = user
    ? ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--clear-groups', '--no-new-privs', ...words]
    : words
  return { command: lowered[0]!, args: lowered.slice(1), env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8' } }
}

/**
 * The same folder by a short name of plain letters. A control socket's path may have 107 bytes, and the dialplan
 * takes commas and spaces apart, but people clone into folders of any name.
 */
async function plainPath(runDir: string): Promise<string> {
  const full = resolve(runDir)
  if (full.length <= 80 && /^[\w./-]+$/.test(full)) return full
  const alias = join(tmpdir(), `akmasa-${createHash('sha256').update(full).digest('hex').slice(0, 16)}`)
  const found = await lstat(alias).catch(() => undefined)
  if (found && found.uid !== process.getuid?.()) throw new Error(`${alias} belongs to somebody else`)
  if (found?.isSymbolicLink() && (await readlink(alias)) === full) return alias
  if (found) await unlink(alias)
  await symlink(full, alias)
  return alias
}

async function placeholders(s: SwitchSettings, run: string): Promise<Record<string, string>> {
  const { libs } = await machine()
  const bind = s.bind ?? '127.0.0.1'
  const seconds = { ring: 15, wait: 600, mobile: 25, message: 120, ...s.seconds }
  const out = (number: string) => (s.trunk || !s.testPhone ? `PJSIP/${number}@trunk` : 'PJSIP/testphone')
  const cli = await switchCommand({ root: s.root, runDir: s.runDir }, ['-rx'])
  return {
    run, libs,
    root: s.root,
    systemName: 'akmasa',
    recordings: join(run, 'spool/monitor'),
    spaceLeft: `sh ${run}/etc/space-left.sh`,
    noSpace: join(run, 'run/no-space'),
    log: join(run, 'log'),
    cli: [cli.command, ...cli.args].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' '),
    keepFreeKb: String((s.keepFreeMb ?? 512) * 1024),
    httpPort: String(s.ports.http), httpTls: tlsLines(s.tls, run),
    amiPort: String(s.ports.ami), amiUser: switchUser, amiSecret: s.secrets.ami,
    rtpStart: String(s.ports.rtp.from), rtpEnd: String(s.ports.rtp.to),
    sipBind: bind, sipPort: String(s.ports.sip),
    // On loopback trunk and seats share one address, so the name decides; a carrier is known by its address.
    identifyBy: isLoopback(bind) ? 'username,ip' : 'ip,username',
    trunkMatch: s.trunk?.host ?? '127.0.0.1',
    ...trunkBlocks(s.trunk),
    outside: out('${EXTEN}'), outsideMobile: out('${MOBILE}'),
    outsideLimit: '20',
    ringSeconds: String(seconds.ring), waitSeconds: String(seconds.wait),
    mobileSeconds: String(seconds.mobile), messageSeconds: String(seconds.message),
    queues: queueBlocks(s.queues ?? ['main']),
  }
}

const tlsLines = (tls: SwitchTls | undefined, run: string) =>
  tls
    ? `tlsenable = yes
tlsbindaddr = ${tls.address.includes(':') ? `[${tls.address}]` : tls.address}:${tls.port}
tlscertfile = ${run}/${certificateCopy}
tlsprivatekey = ${run}/${keyCopy}
tlsdisablev1 = yes
tlsdisablev11 = yes`
    : 'tlsenable = no'

export const isLoopback = (address: string) => address.startsWith('127.') || address === '::1'

/** Weight orders queues that share seats: whoever waits in `emergency` is always next. */
const queueBlocks = (names: string[]) =>
  [...[...new Set(['main', ...names])].map((name) => `[${name}](desk)\ncontext = call\nweight = 0`),
    `[${emergencyQueue}](desk)\ncontext = waiting-emergency\nweight = 100`].join('\n')

function trunkBlocks(trunk: Trunk | undefined): { trunkEndpoint: string; trunkObjects: string } {
  if (!trunk) return { trunkEndpoint: '', trunkObjects: '[trunk]\ntype = aor\n' }
  const at = `sip:${trunk.host}:${trunk.port ?? 5060}`
  const aor = `[trunk]\ntype = aor\ncontact = ${at}\n`
  if (!trunk.username) return { trunkEndpoint: '', trunkObjects: aor }
  return {
    trunkEndpoint: `outbound_auth = trunk\nfrom_user = ${trunk.username}`,
    trunkObjects: `${aor}
[trunk]
type = auth
auth_type = userpass
username = ${trunk.username}
password = ${trunk.password ?? ''}

[trunk]
type = registration
transport = udp
outbound_auth = trunk
server_uri = ${at}
client_uri = sip:${trunk.username}@${trunk.host}
contact_user = 153
retry_interval = 15
forbidden_retry_interval = 300
`,
  }
}

/** Everything in the folder to the switch's user: it was made by root. Links are not followed. */
const giveTo = async (user: string, dir: string) => {
  await must('chown', ['-R', '-h', `${user}:${user}`, dir])
  await chmod(dir, 0o755) // the desk's own user finds what it may read by the modes below
  await chown(dir, 0, 0)
}
