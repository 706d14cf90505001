/** The duty room's pager: the dialplan rings and decides (ops/telephone/extensions.conf, `page`), here it is only begun and read. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallRecord, CallRecords } from '../../rooms/calls/index.ts'
import type { Heard, Pager } from '../../rooms/duty/index.ts'
import { AmiGone, AmiRefused, type Ami } from './ami.ts'
import { alawEncode, forTelephone, readWav, trimmed } from './audio.ts'
import type { Speak } from './install.ts'
import { replace, spoken } from './prompts.ts'
import { asDialled } from './switch.ts'

const languages = ['tr', 'en'] as const
/** In the dialplan a hyphen is a minus and a dot ends a name. */
const plain = (id: string) => id.replace(/[^0-9a-zA-Z]/g, '')
const uuid = (id: string) => id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
/** The channel in which a page runs, by a name of ours. */
const runs = (page: string) => `page-${page}-2`

/** @param sounds where the switch keeps its sounds and who speaks; undefined: what is said cannot be changed from here. */
export function asteriskPager(ami: Ami, records: CallRecords, sounds: { runDir: string; speech: () => Promise<Speak | undefined> } | undefined): Pager {
  const fileOf = (runDir: string, language: string, sound: string) => join(runDir, 'data/sounds', language, 'page', `${plain(sound)}.alaw`)

  return {
    connected: () => ami.isUp,

    async ring({ id, sound, seconds, legs }) {
      const page = plain(id)
      const telephones = legs.map(({ leg, phone, language }) => `__PAGE_${leg}=${asDialled(phone)}^${language}`)
      await ami.do('Originate', {
        Channel: 'Local/s@page/n', Application: 'Wait', Data: '7200', Async: 'true', Timeout: 10_000, ChannelId: `page-${page}`, OtherChannelId: runs(page),
        Variable: [`__PAGE=${page}`, `__PAGE_RUNS=${runs(page)}`, `__PAGE_COUNT=${legs.length}`, `__PAGE_SECONDS=${Math.round(seconds)}`, `__PAGE_SOUND=${plain(sound)}`,
          `PAGE_LEGS=${legs.map(({ leg }) => `Local/${leg}@page-leg/n`).join('&')}`, ...telephones],
      }).catch((problem: unknown) => {
        // It runs already under this name: that is what was wanted.
        if (!(problem instanceof AmiRefused)) throw problem
      })
    },

    async end(id, legs) {
      const page = plain(id)
      await ami.do('Originate', {
        Channel: 'Local/all@page-stop/n', Application: 'NoOp', Async: 'true', Timeout: 10_000,
        Variable: [`PAGE=${page}`, `PAGE_RUNS=${runs(page)}`, `PAGE_COUNT=${legs}`],
      })
    },

    async forget(id) {
      await ami.do('DBDel', { Family: 'page', Key: plain(id) }).catch((problem: unknown) => {
        if (!(problem instanceof AmiRefused) && !(problem instanceof AmiGone)) throw problem
      })
    },

    async say(sound, what) {
      if (!sounds) return false
      const speak = 'recording' in what ? undefined : await sounds.speech()
      if (!speak && !('recording' in what)) return false
      const scratch = await mkdtemp(join(tmpdir(), 'akmasa-page-'))
      try {
        for (const language of languages) {
          const samples = 'recording' in what ? trimmed(forTelephone(readWav(what.recording))) : await spoken(speak!, what[language], language, scratch)
          const file = fileOf(sounds.runDir, language, sound)
          await mkdir(join(file, '..'), { recursive: true })
          await replace(file, alawEncode(samples))
        }
      } finally {
        await rm(scratch, { recursive: true, force: true })
      }
      return true
    },

    async unsay(sound) {
      if (sounds) for (const language of languages) await rm(fileOf(sounds.runDir, language, sound), { force: true })
    },

    unread: (from) => records.unread(from),
    follow: (from, take) => records.follow(from, (batch, reached) => take(batch.flatMap(heardIn), reached)),
  }
}

function heardIn({ event, facts, at }: CallRecord): Heard[] {
  const ringId = uuid(facts.page ?? '')
  const leg = Number(facts.leg)
  if (event === 'cc-page') return [{ what: 'rang', ringId, at }]
  if (event === 'cc-page-answered') return [{ what: 'answered', ringId, leg, at }]
  if (event === 'cc-page-has') return [{ what: 'has', ringId, leg, at }]
  return event === 'cc-page-leg' ? [{ what: 'over', ringId, leg, result: facts.result ?? '', at }] : []
}
