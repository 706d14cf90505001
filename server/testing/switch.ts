/** A real Asterisk for tests: from the cache, on free ports, as the unprivileged user it runs as in the product. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ami, type AmiMessage } from '../adapters/asterisk/ami.ts'
import { tone, wavHeader } from '../adapters/asterisk/audio.ts'
import { renderSwitch, switchCommand, switchUser, watchCommand, type SwitchPaths, type SwitchSettings } from '../adapters/asterisk/config.ts'
import type { AsteriskAccess } from '../adapters/asterisk/index.ts'
import { ensureAsterisk, ensureSpeech, type Speak } from '../adapters/asterisk/install.ts'
import { ensurePrompts, prompts, type Prompts } from '../adapters/asterisk/prompts.ts'
import { putAccount, telephoneAccount } from '../adapters/asterisk/switch.ts'
import { amRoot, cacheFolder, freePort, scratchFolder, systemUser } from '../adapters/host.ts'
import { openPhone, type Phone } from './sip.ts'

export type TestSwitchWish = Partial<Omit<SwitchSettings, 'root' | 'runDir' | 'ports' | 'secrets' | 'user'>> & {
  /** Real announcements instead of short tones. */
  spoken?: boolean
  /** Its folder, on a small file system say; it is emptied at the end. */
  runDir?: string
}

export type TestSwitch = Awaited<ReturnType<typeof testSwitch>>

export async function testSwitch({ spoken = false, runDir: given, ...wish }: TestSwitchWish = {}) {
  const cacheDir = cacheFolder()
  const found = await ensureAsterisk({ cacheDir, log: () => {} })
  if ('unavailable' in found) throw new Error(found.unavailable)
  const { root } = found
  const runDir = given ?? (await mkdtemp(join(scratchFolder(), 'akmasa-tel-')))
  const user = amRoot() ? (await systemUser('akmasa-tel')).name : undefined
  const rtp = 20_000 + 2 * Math.floor(Math.random() * 20_000) // a port that is taken is passed over
  const ports = { sip: await freeUdpPort(), http: await freePort(), ami: await freePort(), rtp: { from: rtp, to: rtp + 398 } }
  const secrets = { ami: 'test-ami' }

  const texts = prompts('Deneme Belediyesi')
  const tones = new Map(Object.keys(texts).map((key, i) => [key, 600 + 50 * i]))
  await mkdir(runDir, { recursive: true })
  if (spoken) await ensurePrompts({ runDir, texts, speak: await ensureSpeech({ cacheDir, log: () => {} }) })
  else await ensurePrompts({ runDir, texts: asTones(texts, tones), speak: sing })
  const paths: SwitchPaths = await renderSwitch({ root, runDir, user, ports, secrets, keepFreeMb: 1, ...wish })

  const ami = new Ami({ host: '127.0.0.1', port: ports.ami, user: switchUser, secret: secrets.ami })
  let running: Tethered | undefined
  let watching: Tethered | undefined
  const start = async () => {
    const up = ami.isUp ? undefined : once(ami, 'up')
    running = await tethered(await switchCommand({ root, runDir, user }), runDir)
    await up
  }
  await start()
  const access: AsteriskAccess = {
    host: '127.0.0.1', port: ports.ami, user: switchUser, secret: secrets.ami, socket: `ws://127.0.0.1:${ports.http}/sip/ws`,
    spool: paths.recordings, log: paths.log, alarmFile: paths.noSpace,
  }

  return {
    ami, access, runDir, paths, ports, user, root,
    /** The tone that stands for an announcement, in hertz. */
    tone: (prompt: string): number => tones.get(prompt)!,
    /** The next event of this name, from now on. */
    next: (name: string, is: (event: AmiMessage) => boolean = () => true) => ami.next((event) => event.Event === name && is(event)),
    /** A citizen's telephone. */
    citizen: (user?: string): Promise<Phone> => openPhone({ sipPort: ports.sip, user }),
    /** An operator's telephone, registered and ready to be put into queues. `seat-` and hex digits. */
    async operator(seat: string): Promise<Phone> {
      await putAccount(ami, seat, 'test-seat', telephoneAccount)
      const phone = await openPhone({ sipPort: ports.sip, user: seat, password: 'test-seat' })
      const reachable = ami.next((event) => event.Event === 'ContactStatus' && event.EndpointName === seat && event.ContactStatus === 'Reachable')
      const code = await phone.register()
      if (code !== 200) throw new Error(`the seat could not register: ${code}`)
      await reachable
      return phone
    },
    /** kill -9, as power or memory would. */
    kill: async () => running!.kill(),
    /** The watchdog over the disk, as the launcher starts it; ends with the switch. */
    async watchDisk() {
      watching = await tethered(watchCommand({ runDir, user }), '')
    },
    /** Starts it again after a kill; resolves when it takes orders. */
    start,
    async [Symbol.asyncDispose]() {
      ami.close()
      await watching?.end()
      await running!.end()
    },
  }
}

type Tethered = { kill(): Promise<void>; end(): Promise<void> }

/**
 * `sh` waits for our end of its input to close, which even our own kill -9 does; then it ends the program and removes
 * the folder. Nothing that a test starts may outlive it.
 */
const tether = `
  "$@" </dev/null >/dev/null 2>&1 & started=$!
  echo $started
  cat >/dev/null
  kill -KILL $started 2>/dev/null
  wait $started 2>/dev/null
  [ -z "$RUN_DIR" ] || rm -rf "$RUN_DIR"/* 2>/dev/null; rmdir "$RUN_DIR" 2>/dev/null`

async function tethered(command: { command: string; args: string[]; env: Record<string, string> }, runDir: string): Promise<Tethered> {
  const holder: ChildProcess = spawn('sh', ['-c', tether, 'sh', command.command, ...command.args],
    { env: { ...command.env, RUN_DIR: runDir }, stdio: ['pipe', 'pipe', 'ignore'], detached: true, cwd: '/' })
  const [said] = (await once(holder.stdout!.setEncoding('utf8'), 'data')) as [string]
  const gone = once(holder, 'exit')
  return {
    async kill() {
      holder.kill('SIGKILL') // first, or it would take the folder with it
      await gone
      process.kill(Number(said), 'SIGKILL')
    },
    async end() {
      holder.stdin!.end()
      await gone
    },
  }
}

/** Every announcement becomes 0.6 s of a tone of its own, so that a test can hear which one plays. */
const asTones = (texts: Prompts, tones: Map<string, number>): Prompts =>
  Object.fromEntries(Object.keys(texts).map((key) => [key, { tr: String(tones.get(key)), en: String(tones.get(key)) }]))

const sing: Speak = async (hertz, _language, file) => {
  const samples = tone(Number(hertz), 0.6)
  await writeFile(file, Buffer.concat([wavHeader(samples.length * 2, 1), Buffer.from(samples.buffer)]))
}

async function freeUdpPort(): Promise<number> {
  const socket = createSocket('udp4')
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  await once(socket, 'close')
  return port
}
