/** Gets Asterisk and the speech synthesiser when the host has none. Neither needs root, and nothing is installed. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fetchTree, firstLine, machine, type Log } from './packages.ts'
import { has, must, run } from './run.ts'

const templates = new URL('../../../ops/telephone/', import.meta.url)

/** Exactly what our modules link to: 30 packages, 28 MB with the music, instead of 161 with all they name. */
const exact = `asterisk asterisk-modules asterisk-moh-opsound-g722 libbsd0 libc6 libcap2 libcrypt1 libedit2 libgcc-s1
  libgsm1 libjansson4 libmd0 libnspr4 libnss3 libogg0 libopus0 libopusenc0 libopusfile0 libsqlite3-0 libsrtp2-1
  libssl3t64 libstdc++6 libsystemd0 libtinfo6 liburiparser1 libuuid1 libxml2-16 libxslt1.1 libzstd1 zlib1g`.split(/\s+/)

export type Installed = { root: string } | { unavailable: string }

export async function ensureAsterisk({ cacheDir, log }: { cacheDir: string; log: Log }): Promise<Installed> {
  try {
    const wanted = ['asterisk', 'asterisk-modules', 'asterisk-moh-opsound-g722']
    return { root: await fetchTree({ cacheDir, name: 'asterisk-22', exact, wanted, check: links, log }) }
  } catch (problem) {
    return {
      unavailable:
        `Asterisk could not be fetched: ${firstLine(problem)}. Everything but the telephone works without it. ` +
        'To connect an Asterisk of your own (20 or later), set ASTERISK_AMI_HOST, ASTERISK_AMI_PORT, ASTERISK_AMI_USER, ' +
        'ASTERISK_AMI_SECRET and ASTERISK_WS_URL and start again.',
    }
  }
}

/** The programs of the tree run with the tree's own C library, whatever the host's is. */
export async function ownLoader(root: string): Promise<{ command: string; args: string[] }> {
  const { libs, loader } = await machine()
  const path = [join(root, libs), join(root, libs, 'pulseaudio')].join(':') // the synthesiser links to the second
  return { command: join(root, libs, loader), args: ['--library-path', path] }
}

/** Debian renames libraries now and then: every module we load must find all of its own inside the tree. */
async function links(root: string): Promise<void> {
  const { libs } = await machine()
  const loader = await ownLoader(root)
  const modules = [...(await readFile(new URL('modules.conf', templates), 'utf8')).matchAll(/^load = (\S+)/gm)]
  const files = modules.map(([, name]) => join(root, libs, 'asterisk/modules', name!))
  for (const file of [join(root, 'usr/sbin/asterisk'), ...files]) {
    const found = await run(loader.command, [...loader.args, '--list', file])
    if (found.code !== 0 || found.out.includes('not found')) throw new Error(`${file.slice(root.length)} lacks a library`)
  }
  await must(loader.command, [...loader.args, join(root, 'usr/sbin/asterisk'), '-V'])
}

/** Speaks a text: writes a WAV file of any rate. Ordinary speech is about 165 words a minute. */
export type Speak = (text: string, language: string, file: string, wordsPerMinute?: number) => Promise<void>

/** The host's synthesiser if it has one, else a fetched one; undefined when there is no way to have it. */
export async function ensureSpeech({ cacheDir, log }: { cacheDir: string; log: Log }): Promise<Speak | undefined> {
  const speakWith = (command: string, before: string[], env?: NodeJS.ProcessEnv): Speak => async (text, language, file, pace = 165) => {
    // Words by standard input: on a command line a text beginning with a dash would be an option.
    await must(command, [...before, '-v', language, '-s', String(pace), '-w', file], { input: text, env })
  }
  if (await has('espeak-ng')) return speakWith('espeak-ng', [])
  try {
    const { libs } = await machine()
    const sounds = async (root: string) => {
      const loader = await ownLoader(root)
      await must(loader.command, [...loader.args, join(root, 'usr/bin/espeak-ng'), `--path=${join(root, libs)}`, '--voices=tr'])
    }
    const root = await fetchTree({ cacheDir, name: 'espeak-ng', exact: [], wanted: ['espeak-ng'], check: sounds, log })
    const loader = await ownLoader(root)
    return speakWith(loader.command, [...loader.args, join(root, 'usr/bin/espeak-ng'), `--path=${join(root, libs)}`])
  } catch (problem) {
    log(`no speech synthesiser: ${firstLine(problem)}; announcements will be tones until espeak-ng is installed`)
    return undefined
  }
}
