/** Ring to painted: from the INVITE in the operator's browser to the caller's card on the screen. */
import type { Browser, Page } from 'playwright-core'
import type { Seat } from '../contracts/calls.ts'
import { signedIn } from '../journeys/support/browser.ts'
import type { House } from '../journeys/support/house.ts'
import { type Line, openPhone } from '../server/testing/sip.ts'
import { Client } from './desk.ts'
import { ratio, spread, told } from './figures.ts'
import type { Bare } from './bare/server.ts'

/** Citizens whom the demo municipality knows, so that the card has something to show. */
const callers = Array.from({ length: 10 }, (_, i) => `+9050000003${String(i + 1).padStart(2, '0')}`)
/** Apart by this much, so that the announcements of all play at once and the rings come one after the other. */
const apart = 1500

export async function screenPop(house: House, browser: Browser, bare: Bare) {
  const desk = await measureDesk(house, browser)
  const plain = await measureBare(house, browser, bare)
  const result = { target: 150, desk: spread(desk), bare: spread(plain), times: ratio(spread(desk).p50, spread(plain).p50) }
  console.log(`Screen-pop, ring to painted: ${told(result.desk)} (target: under ${result.target} ms)`)
  console.log(`  a bare page with the number: ${told(result.bare)}; the desk takes ${result.times} times as long`)
  return result
}

async function measureDesk(house: House, browser: Browser): Promise<number[]> {
  const { page, context } = await signedIn(browser, house, house.account('operator'))
  await presence(page, 'Hazır')
  await page.getByRole('heading', { name: 'Çağrı bekleniyor' }).waitFor()
  const measured = await ringAll(house, page, () => page.locator('.caller-number').innerText())
  await presence(page, 'Ayrıldım')
  await context.close()
  return measured
}

async function presence(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Durumum/ }).click()
  await page.getByRole('menuitemradio', { name }).click()
  await page.getByRole('button', { name: `Durumum: ${name}`, exact: true }).waitFor()
}

async function measureBare(house: House, browser: Browser, bare: Bare): Promise<number[]> {
  const second = house.accounts.filter((a) => a.roles.includes('operator'))[1]!
  const client = await Client.signedIn(house, second)
  const seat = await client.ask<Seat>('POST', '/seat', {})
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${bare.url}/ring`)
  await page.evaluate((given) => globalThis.openBareSeat(given), seat)
  await client.ask('POST', '/presence', { state: 'ready' })
  const measured = await ringAll(house, page, () => page.locator('main').innerText())
  await client.ask('POST', '/presence', { state: 'away' })
  await context.close()
  client.close()
  return measured
}

/** Every caller rings once and hangs up as soon as the card stands; the queue then rings the next. */
async function ringAll(house: House, page: Page, shown: () => Promise<string>): Promise<number[]> {
  const sipPort = Number(/:(\d+)$/.exec(house.endpoints.sip)![1])
  await using phone = await openPhone({ sipPort })
  await page.evaluate(() => performance.clearMarks())
  const lines = new Map<string, Line>()
  const dialling = (async () => {
    for (const from of callers) {
      lines.set(from.slice(-10), await phone.call('153', { from }))
      await new Promise((go) => setTimeout(go, apart))
    }
  })()
  const measured: number[] = []
  while (measured.length < callers.length) {
    const n = measured.length
    await page.waitForFunction((seen) => performance.getEntriesByName('akmasa:painted').length > seen, n, { timeout: 60_000 })
    measured.push(await page.evaluate((at) => {
      const of = (name: string) => performance.getEntriesByName(name)[at]!.startTime
      return of('akmasa:painted') - of('akmasa:ring')
    }, n))
    lines.get((await shown()).replace(/\D/g, '').slice(-10))?.hangUp()
  }
  await dialling
  return measured
}
