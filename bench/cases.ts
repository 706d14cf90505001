/**
 * Cases a second: the whole operation over HTTP (who asks, the rules, number, tasks, citizen, message, audit, events), and
 * beside it one bare row without HTTP; at one client and at sixteen.
 */
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import type { House } from '../journeys/support/house.ts'
import { insert, type Bare } from './bare/server.ts'
import { Client } from './desk.ts'
import { ratio, round, spread, told } from './figures.ts'
import type { Reports } from './reports.ts'

/** Milliseconds of sending at each width; short, since every case makes work for what follows it. */
const lasting = 4000

export async function openCases(house: House, bare: Bare, reports: Reports) {
  const result = []
  for (const clients of [1, 16]) {
    // An address each: the desk limits how much it takes from one.
    const staff: Client[] = []
    for (let i = 1; i <= clients; i++) staff.push(await Client.signedIn(house, house.account('operator'), `127.0.1.${i}`))
    const desk = await sending(staff.map((client) => () => client.ask('POST', '/cases', reports.next('complaint'))))
    for (const client of staff) client.close()

    const pool = await Promise.all(Array.from({ length: clients }, async () => {
      const client = new pg.Client({ connectionString: bare.database })
      await client.connect()
      return client
    }))
    const plain = await sending(pool.map((client) => () => client.query({ ...insert, values: [uuidv7(), 'Ölçüm kaydı', 'Okulun önü', '+905000001000'] })))
    for (const client of pool) await client.end()

    const one = { clients, desk: { perSecond: desk.perSecond, ...spread(desk.took) }, bare: { perSecond: plain.perSecond, ...spread(plain.took) }, times: ratio(plain.perSecond, desk.perSecond) }
    result.push(one)
    console.log(`Cases, ${clients === 1 ? 'one client' : `${clients} clients`}: ${one.desk.perSecond} a second, ${told(one.desk)}`)
    console.log(`  bare inserts: ${one.bare.perSecond} a second, ${told(one.bare)}; a case costs as much as ${one.times} of them`)
  }
  return result
}

/** Every sender goes on as soon as it is answered. */
async function sending(senders: readonly (() => Promise<unknown>)[]): Promise<{ perSecond: number; took: number[] }> {
  const took: number[] = []
  const began = performance.now()
  await Promise.all(senders.map(async (send) => {
    while (performance.now() - began < lasting) {
      const at = performance.now()
      await send()
      took.push(performance.now() - at)
    }
  }))
  return { perSecond: round((took.length * 1000) / (performance.now() - began)), took }
}
