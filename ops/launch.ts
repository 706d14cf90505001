/** The launcher: starts PostgreSQL, Asterisk and the server as children that do not need it, and watches over them. */
import { existsSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { httpAnswers, untilYes } from './answers.ts'
import { built } from './build.ts'
import { externalDatabase, ownDatabase } from './database.ts'
import { lastLines } from './errand.ts'
import { systemState, takeFolders, type Folders } from './folders.ts'
import { remember, remembered, secretsOf, write } from './keepsakes.ts'
import { trimLogs } from './logs.ts'
import { choosePorts, type Ports } from './ports.ts'
import { Misunderstood, readSettings, type Settings } from './settings.ts'
import { endLeftBehind, isRunning, type Child } from './supervisor.ts'
import { startTelephone } from './telephone.ts'
import { administratorsWishes } from './telephone-wish.ts'
import { keepCertificate } from './tls/keeping.ts'
import { certificateFor, reachOf, type Tls } from './tls/tls.ts'
import { setUp, startServer, type ServerEnv } from './web.ts'

const say = (line: string) => console.log(line)
// A terminal that is gone must not end the desk with it.
process.stdout.on('error', () => {})

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort(new Error('stopped')))
// Whoever started us is gone, killed rather than stopped: so do we, and the children live on.
process.on('disconnect', () => !stopping.signal.aborted && process.exit(1))

const began = Date.now()
process.exitCode = await launch().catch((problem: unknown) => {
  if (stopping.signal.aborted) return 0
  // A plain Error is ours and says all there is to say; of anything else its place in the code matters.
  console.error(problem instanceof Misunderstood || (problem instanceof Error && problem.constructor === Error) ? problem.message : problem)
  return 1
})
process.exit()

async function launch(): Promise<number> {
  const settings = readSettings(process.argv.slice(2), process.env)
  const endpoints = join(settings.dataDir, 'endpoints.json')
  const folders = await takeFolders(settings.dataDir, { systemState, say, endLeftBehind })
  if (!folders) {
    say(`Ak Masa is already running from ${settings.dataDir}.${existsSync(endpoints) ? ` Its addresses stand in ${endpoints}.` : ''}`)
    return 1
  }
  rmSync(endpoints, { force: true })
  settings.demo = agreedDemo(settings.demo, folders.state)

  const children: Child[] = []
  try {
    const { addresses, keepUp } = await startAll(settings, folders, children)
    write(endpoints, addresses, 0o644)
    tell(addresses, settings, folders)
    const trimming = setInterval(() => trimLogs(folders.logDir), 60_000)
    const letGo = keepUp()
    await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve, { once: true }))
    clearInterval(trimming)
    letGo()
  } catch (problem) {
    // When a start fails, what ran before it goes on: it may be carrying calls.
    if (!stopping.signal.aborted) await stopAll(children.filter((child) => !child.adopted))
    if (!stopping.signal.aborted) throw problem
  }
  rmSync(endpoints, { force: true })
  say('Stopping.')
  await stopAll(children)
  await endLeftBehind(folders.runDir) // left by an earlier launcher, and not yet taken over when we were stopped
  say('Stopped. Everything is kept; npm start goes on from here.')
  return 0
}

type Addresses = {
  desk: string; citizens: string; sip: string | null; openapi: string
  /** For other computers. `rootCertificate`: SHA-256 of the local authority's root, for comparing. */
  secure?: { desk: string; citizens: string; rootCertificate?: string }
}

/** `keepUp` sees to the certificate from now on, until what it answers is called. */
async function startAll(settings: Settings, folders: Folders, children: Child[]): Promise<{ addresses: Addresses; keepUp: () => () => void }> {
  const callOff = new AbortController()
  stopping.signal.addEventListener('abort', () => callOff.abort(stopping.signal.reason), { once: true })
  const onChild = (child: Child) => void children.push(child)
  const around = { logDir: folders.logDir, say, callOff: callOff.signal }

  const secrets = secretsOf(folders.state)
  const ports = await choosePorts(folders.cache, remembered(folders.state).ports ?? {}, portsInUse(folders.runDir), folders.runDir)
  remember(folders.state, { ports })

  const reach = await reachOf(settings.reach, remembered(folders.state).reach)
  const town = administratorsWishes(folders.data).ownName ?? hostname()
  const tls = reach && certificateFor(reach, folders.state, town, say)
  remember(folders.state, { reach })

  const external = settings.database && (await externalDatabase(settings.database, folders.state, say))
  say(`Starting ${external ? '' : 'the database, '}the telephone and the console.`)
  const parts = [
    external
      ? Promise.resolve(external)
      : ownDatabase(folders, ports.postgres, secrets, say, onChild, callOff.signal),
    startTelephone(settings, folders, ports, secrets, tls, { ...around, onChild }),
    built('console', around),
    built('portal', around),
  ] as const
  // One failing calls the others off, and they are waited for: none may start a child after we have cleared up.
  for (const part of parts) part.catch((problem: unknown) => callOff.abort(problem))
  await Promise.allSettled(parts)
  callOff.signal.throwIfAborted()
  const [urls, telephone, consoleDist, portalDist] = await Promise.all(parts)

  const env: ServerEnv = {
    DATABASE_URL: urls.appUrl,
    DESK_PORT: String(ports.desk),
    CITIZENS_PORT: String(ports.citizens),
    BIND: '127.0.0.1',
    DATA_DIR: folders.data,
    DEMO: settings.demo ? '1' : '0',
    SESSION_KEY: secrets.session,
    ...telephone.env,
    ...(tls && { ...tlsEnv(tls, ports), DESK_URL: secureAddresses(tls, ports)!.desk, CITIZENS_URL: secureAddresses(tls, ports)!.citizens }),
    ...(consoleDist && { CONSOLE_DIST: consoleDist }),
    ...(portalDist && { PORTAL_DIST: portalDist }),
  }
  say('Bringing the database up to date.')
  await setUp(env, urls.ownerUrl, folders, callOff.signal)
  onChild(await startServer(env, folders, say))

  const desk = `http://127.0.0.1:${ports.desk}`
  const citizens = `http://127.0.0.1:${ports.citizens}`
  const slow = (who: string, log: string) => () =>
    say(`${who} does not answer yet. The last lines of ${join(folders.logDir, `${log}.log`)}:\n${lastLines(join(folders.logDir, `${log}.log`), 10)}`)
  await Promise.all([
    untilYes(() => httpAnswers(`${desk}/health`, (status) => status === 200), callOff.signal, slow('The desk', 'server')),
    untilYes(() => httpAnswers(citizens), callOff.signal, slow("The citizens' side", 'server')),
    telephone.answers && untilYes(telephone.answers, callOff.signal, slow('The telephone', 'asterisk')),
  ])
  return {
    addresses: { desk, citizens, sip: telephone.env.SIP_ADDRESS ?? null, openapi: `${desk}/openapi.json`, ...(tls && { secure: secureAddresses(tls, ports) }) },
    keepUp: () => (tls && reach ? keepCertificate({ tls, reach, town, state: folders.state, renew: telephone.renew ?? (async () => {}), say }) : () => {}),
  }
}

function tlsEnv(tls: Tls, ports: Ports): ServerEnv {
  return {
    TLS_ADDRESSES: tls.addresses.join(), DESK_TLS_PORT: String(ports.deskTls), CITIZENS_TLS_PORT: String(ports.citizensTls),
    TLS_CERTIFICATE: tls.certificate, TLS_KEY: tls.key, ...(tls.root && { ROOT_CERTIFICATE: tls.root }),
  }
}

function secureAddresses({ names: [name = ''], fingerprint }: Tls, ports: Ports): Addresses['secure'] {
  const host = name.includes(':') ? `[${name}]` : name
  return { desk: `https://${host}:${ports.deskTls}`, citizens: `https://${host}:${ports.citizensTls}`, ...(fingerprint && { rootCertificate: fingerprint }) }
}

/** The ports our own children, left running, listen on: taken, but by us. */
function portsInUse(runDir: string): Set<keyof Ports> {
  const owned: Record<string, (keyof Ports)[]> = {
    postgres: ['postgres'],
    asterisk: ['sip', 'ami', 'telephoneHttp', 'telephoneTls', 'rtp'],
    server: ['desk', 'citizens', 'deskTls', 'citizensTls'],
  }
  return new Set(Object.entries(owned).flatMap(([name, ports]) => (isRunning(runDir, name) ? ports : [])))
}

/** A municipality begun empty stays so, whoever forgets the flag. */
function agreedDemo(asked: boolean, state: string): boolean {
  const before = remembered(state).demo
  if (before === true && !asked)
    throw new Misunderstood('This data folder holds the demo municipality. For an empty one start with --empty --data and another folder.')
  const demo = before ?? asked
  remember(state, { demo })
  return demo
}

/** The server first, since it uses the database; all of it within the five seconds a person waits. */
async function stopAll(children: Child[]): Promise<void> {
  await Promise.all(children.filter((child) => child.name !== 'postgres').map((child) => child.stop()))
  await Promise.all(children.map((child) => child.stop()))
}

function tell(addresses: Addresses, settings: Settings, folders: Folders): void {
  const { secure } = addresses
  const accounts = join(folders.data, settings.demo ? 'demo-accounts.json' : 'first-administrator.json')
  const lines = [
    '',
    `  Ak Masa is ready after ${((Date.now() - began) / 1000).toFixed(1)} s.`,
    '',
    `  The desk            ${addresses.desk}`,
    `  For citizens        ${addresses.citizens}`,
    `  Dial by SIP         ${addresses.sip ?? 'no telephone (see above)'}`,
    ...(secure ? [`  Other computers     ${secure.desk}`, `    for citizens      ${secure.citizens}`] : []),
    ...(secure?.rootCertificate ? [`    root certificate  ${secure.desk}/root-certificate`, `                      SHA-256 ${secure.rootCertificate}`] : []),
    ...(existsSync(accounts) ? [`  Accounts            ${accounts}`] : []),
    `  Logs                ${folders.logDir}`,
    '',
    '  Ctrl-C stops everything. Data is kept for the next start.',
    '',
  ]
  say(lines.join('\n'))
}
