/** Asks the switch to ring what the rows say, and reads what came of it. The switch is spoken to between two transactions, never inside one. */
import { createHash } from 'node:crypto'
import { system } from '../../platform/actor.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { caseInBrief } from '../cases/index.ts'
import { advance, keepHeard } from './duty.ts'
import type { Heard, Pager, Position } from './pager.ts'
import * as store from './store.ts'
import { spokenOf } from './words.ts'

const by = system('duty')
/** Whoever asked the switch and died leaves it to the next one after this long. */
const lease = 5_000
/** No telephone rings longer, and nobody listens longer. */
const longest = 5 * 60_000

type Said = { sound: string; what: { tr: string; en: string } | { recording: Buffer } }
const soundOf = (page: Pick<store.PageRow, 'id' | 'caseId' | 'reason'>): string => (page.reason === 'emergency' ? page.caseId : page.id)

/** What is to be said to those who are rung now. */
async function toSay(tx: Tx): Promise<Said[]> {
  const all = new Map<string, Said>()
  const { words } = await store.rules(tx)
  for (const page of await store.openPages(tx)) {
    const sound = soundOf(page)
    if (all.has(sound)) continue
    if (page.words) { all.set(sound, { sound, what: page.words }); continue }
    const message = await store.message(tx, page.caseId)
    const found = await caseInBrief(tx, page.caseId)
    if (message?.recording) all.set(sound, { sound, what: { recording: message.recording } })
    else if (found) all.set(sound, { sound, what: spokenOf(words, { ...found, message: message?.words ?? null }) })
  }
  return [...all.values()]
}

/** Looks once: begins what is due, rings what is wanted, lets go what is over. */
export function makePager(db: Db, pager: Pager | undefined, failed: (error: unknown) => void) {
  /** What each sound says now, as far as this process knows. */
  const saying = new Map<string, string>()

  async function speak(all: readonly Said[]): Promise<void> {
    if (!pager) return
    for (const { sound, what } of all) {
      const digest = createHash('sha256').update('recording' in what ? what.recording : JSON.stringify(what)).digest('hex')
      if (saying.get(sound) === digest) continue
      saying.set(sound, digest)
      // Until it is there they hear that there is an emergency, and where to look.
      await pager.say(sound, what).catch((error: unknown) => { saying.delete(sound); failed(error) })
    }
    for (const sound of saying.keys()) if (!all.some((one) => one.sound === sound)) {
      saying.delete(sound)
      await pager.unsay(sound).catch(failed)
    }
  }

  async function ring(): Promise<void> {
    if (!pager?.connected()) return
    const found = await db.transaction(by, async (tx) => {
      const rings = await store.claimWanted(tx, new Date(tx.now.getTime() + lease))
      const pages = new Map((await store.openPages(tx)).map((page) => [page.id, page]))
      const legs = await store.legsOf(tx, rings.map((one) => one.id))
      return { seconds: (await store.rules(tx)).ringSeconds, rings: rings.flatMap((one) => { const page = pages.get(one.pageId); return page ? [{ id: one.id, sound: soundOf(page), legs: legs.filter((leg) => leg.ringId === one.id) }] : [] }) }
    })
    await Promise.all(found.rings.map(async (one) => {
      try {
        await pager.ring({ ...one, seconds: found.seconds })
        await db.transaction(by, (tx) => store.ringIs(tx, one.id, 'rung'))
      } catch (error) {
        failed(error)
        await db.transaction(by, (tx) => store.tryAgain(tx, one.id))
      }
    }))
  }

  async function letGo(): Promise<void> {
    const over = await db.transaction(by, (tx) => store.rowsToEnd(tx, new Date(tx.now.getTime() - longest)))
    for (const one of over) {
      if (pager?.connected()) {
        await pager.end(one.id, one.legs)
        await pager.forget(one.id)
      } else if (pager && one.state === 'rung') continue // once it is back
      await db.transaction(by, (tx) => store.ringIs(tx, one.id, 'over'))
    }
  }

  let speaking: Promise<void> = Promise.resolve()
  return {
    async look(): Promise<void> {
      await db.transaction(by, advance)
      // Rung first: to be picked up takes a telephone longer than a voice takes to be made.
      await ring()
      const all = await db.transaction(by, toSay)
      await letGo()
      speaking = speaking.then(() => speak(all)).catch(failed)
    },
    idle: () => speaking,
  }
}

/**
 * Looks as soon as something was said in this process, and each few seconds by itself.
 * @param failed told of what went wrong; the loop goes on.
 */
export function startPaging(db: Db, pager: Pager | undefined, failed: (error: unknown) => void, everyMs = 2000): { stop(): Promise<void> } {
  const one = makePager(db, pager, failed)
  let stopped = false, asked = false
  let wake = () => {}
  const ask = () => { asked = true; wake() }
  db.onPublished(ask)
  const pause = (ms: number) => new Promise<void>((go) => { const timer = setTimeout(go, ms); wake = () => { clearTimeout(timer); go() } })
  const record = pager && readRecord(db, pager, failed)
  const looking = (async () => {
    // Who pressed a key while no server was there must not be rung once more.
    await record?.caughtUp()
    while (!stopped) {
      asked = false
      await one.look().catch(failed)
      if (!asked && !stopped) await pause(everyMs)
    }
  })()
  return { async stop() { stopped = true; ask(); await record?.stop(); await looking; await one.idle() } }
}

/** A record that grows all the time, or cannot be read, holds nobody up longer. */
const patience = 5_000
/** Lines that tell nothing of pages are not worth a transaction each; read again, they change nothing. */
const storedEvery = 256 * 1024

/** Follows the switch's record from where it last stopped; after an absence by the same way. */
function readRecord(db: Db, pager: Pager, failed: (error: unknown) => void) {
  let following: { stop(): Promise<void> } | undefined
  let stopped = false
  let reached: Position | undefined
  let stored = 0
  const keep = async (heard: Heard[], to: Position): Promise<void> => {
    for (let pause = 100; !stopped; pause = Math.min(pause * 2, 3000)) {
      try { return await db.transaction(by, (tx) => keepHeard(tx, heard, to)) } catch (error) {
        failed(error)
        await new Promise((go) => setTimeout(go, pause))
      }
    }
  }
  const begun = (async () => {
    while (!stopped) {
      try {
        reached = await db.transaction(by, store.position)
        following = pager.follow(reached, async (heard, to) => {
          if (heard.length || Math.abs(to.offset - stored) > storedEvery) {
            await keep(heard, to)
            stored = to.offset
          }
          reached = to
        })
        return
      } catch (error) {
        failed(error)
        await new Promise((go) => setTimeout(go, 1000))
      }
    }
  })()
  return {
    async caughtUp(): Promise<void> {
      await begun
      const until = performance.now() + patience
      while (!stopped && performance.now() < until && (await pager.unread(reached).catch(() => 0)) > 0) await new Promise((go) => setTimeout(go, 50))
    },
    async stop(): Promise<void> { stopped = true; await begun; await following?.stop() },
  }
}
