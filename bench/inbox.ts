/** A case sent to a case seen: from the request to the paint in the live inboxes of both directorates. */
import type { Browser, Page } from 'playwright-core'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { signedIn } from '../journeys/support/browser.ts'
import type { House } from '../journeys/support/house.ts'
import { insert, type Bare } from './bare/server.ts'
import type { Client } from './desk.ts'
import { ratio, spread, told } from './figures.ts'
import type { Reports } from './reports.ts'

const times = 20

export async function inboxDelivery(house: House, browser: Browser, bare: Bare, desk: Client, reports: Reports) {
  const offices = await Promise.all([reports.lead, reports.supporting].map((account) => signedIn(browser, house, account)))
  const pages = offices.map((office) => office.page)
  for (const page of pages) await page.locator('.inbox-table').waitFor()
  const open = (kind: 'complaint' | 'emergency') => async () => void (await desk.ask('POST', '/cases', reports.next(kind)))
  // An ordinary case waits behind a notice, so that no row moves under the eye; an emergency goes to the top at once.
  const ordinary = await deliveries(pages, '.arrivals', open('complaint'))
  const emergency = await deliveries(pages, '.inbox-table', open('emergency'))
  for (const office of offices) await office.context.close()

  const client = new pg.Client({ connectionString: bare.database })
  await client.connect()
  // As with the desk a window each: a page behind another is painted once a second.
  const windows = await Promise.all([browser.newContext(), browser.newContext()])
  const plainPages = await Promise.all(windows.map((window) => window.newPage()))
  for (const page of plainPages) await page.goto(`${bare.url}/list`)
  const plain = await deliveries(plainPages, 'main', async () => {
    const id = uuidv7()
    await client.query('begin')
    await client.query({ ...insert, values: [id, 'Ölçüm kaydı', 'Okulun önü', '+905000001000'] })
    await client.query(`select pg_notify('report', $1)`, [id])
    await client.query('commit')
  })
  for (const window of windows) await window.close()
  await client.end()

  const result = { target: 1000, ordinary: spread(ordinary), emergency: spread(emergency), bare: spread(plain), times: ratio(spread(ordinary).p50, spread(plain).p50) }
  console.log(`Inbox, case sent to seen in both directorates: ${told(result.ordinary)} (target: under ${result.target} ms)`)
  console.log(`  an emergency's row at the top: ${told(result.emergency)}`)
  console.log(`  a bare insert told by NOTIFY and a socket: ${told(result.bare)}; the desk takes ${result.times} times as long`)
  return result
}

type Watching = { akmasaSeen: Promise<number> }

/** Milliseconds from sending to what stands painted in each page; one measurement for each page and time. */
async function deliveries(pages: readonly Page[], where: string, send: () => Promise<void>): Promise<number[]> {
  const measured: number[] = []
  for (let n = 0; n < times; n++) {
    for (const page of pages) await page.evaluate(watch, where)
    const sent = Date.now() // one clock: all of it is this computer
    await send()
    for (const page of pages) measured.push((await page.evaluate(() => (globalThis as unknown as Watching).akmasaSeen)) - sent)
  }
  return measured
}

/** Runs in the page: resolves with the time at which what is written there has changed and is painted. */
function watch(where: string): void {
  const spot = document.querySelector(where)!
  const before = spot.textContent
  const seen = new Promise<number>((painted) => {
    const observer = new MutationObserver(() => {
      if (spot.textContent === before) return
      observer.disconnect()
      requestAnimationFrame(() => requestAnimationFrame(() => painted(Date.now())))
    })
    observer.observe(spot, { childList: true, subtree: true, characterData: true })
  })
  Object.assign(globalThis, { akmasaSeen: seen })
}
