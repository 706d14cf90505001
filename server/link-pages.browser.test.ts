/** The pages of a link in a real browser that runs no script, on a small screen, with the keyboard and by touch. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { linkHouse, png, start } from './testing/links.ts'

let house: Awaited<ReturnType<typeof linkHouse>>, browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'akmasa-link-'))
beforeAll(async () => {
  house = await linkHouse()
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
})
beforeEach(() => house.desk.clock.set(start))
afterAll(async () => { await browser.close(); await house[Symbol.asyncDispose](); rmSync(folder, { recursive: true, force: true }) })

/** A telephone; `AKMASA_SHOTS` names a folder for looking at the pages. */
async function telephone(look: { width?: number; dark?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: look.width ?? 360, height: 740 }, javaScriptEnabled: false, locale: 'tr-TR', colorScheme: look.dark ? 'dark' : 'light', hasTouch: true })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return page
}
const shot = async (page: Page, name: string) => { if (process.env.AKMASA_SHOTS) await page.screenshot({ path: join(process.env.AKMASA_SHOTS, `${name}.png`), fullPage: true }) }
/** Nothing stands beyond the edge of the screen. */
async function fits(page: Page) {
  const { width } = page.viewportSize()!
  for (const one of await page.locator('main *, header *, footer *').all()) {
    const box = await one.boundingBox()
    if (box && box.x >= 0) expect(box.x + box.width, await one.innerText()).toBeLessThanOrEqual(width + 0.5)
  }
}
const statusOf = async (id: string) => (await house.desk.look<{ status: string }>('select status from cases.case where id = $1', [id]))[0]!.status

test('“not fixed” with words and a photo, after a mistake that keeps what she typed', async () => {
  const id = await house.resolved(), page = await telephone()
  await page.goto(house.address + (await house.linkIn(id)))
  await shot(page, 'done')
  await fits(page)
  await page.getByRole('button', { name: 'Devam et' }).click()
  await page.waitForURL(/\/t\//)
  expect(await page.title()).toMatch(/^Hata: /)
  // The summary has the focus: the next key is Tab to its link.
  expect(await page.locator('.sum:focus').count()).toBe(1)
  await shot(page, 'done-mistake')
  await page.getByLabel('Hayır, düzelmedi').check()
  await page.getByRole('button').click()
  await page.getByRole('heading', { level: 1, name: 'Ne düzelmedi?' }).waitFor()
  await fits(page)
  writeFileSync(join(folder, 'large.png'), Buffer.concat([png, Buffer.alloc(30 * 1024 * 1024)]))
  writeFileSync(join(folder, 'pipe.png'), png)
  await page.getByLabel('Kalan sorun').fill('Su yine akıyor')
  await page.getByLabel('Fotoğraf (isteğe bağlı)').setInputFiles(join(folder, 'large.png'))
  await page.getByRole('button', { name: 'Gönder ve yeniden aç' }).click()
  await page.getByRole('heading', { name: 'Bir sorun var' }).waitFor()
  await shot(page, 'broken-mistake')
  expect(await page.getByLabel('Kalan sorun').inputValue()).toBe('Su yine akıyor')
  await page.getByLabel('Fotoğraf (isteğe bağlı)').setInputFiles(join(folder, 'pipe.png'))
  await page.getByRole('button', { name: 'Gönder ve yeniden aç' }).click()
  await page.getByText('Düzelmediğini kaydettik').waitFor()
  await shot(page, 'state-reopened')
  await fits(page)
  expect(await statusOf(id)).toBe('reopened')
  // The back key shows no form that could be sent twice; reading again asks nothing.
  await page.reload()
  expect(await page.getByText('Düzelmediğini kaydettik').isVisible()).toBe(true)
  await page.context().close()
})

test('by the keyboard alone she says that it is fixed and gives a mark', async () => {
  const id = await house.resolved(), page = await telephone({ dark: true })
  await page.goto(house.address + (await house.linkIn(id)))
  await shot(page, 'done-dark')
  const reach = async (selector: string) => { for (let i = 0; i < 12 && !(await page.locator(`${selector}:focus`).count()); i++) await page.keyboard.press('Tab') }
  await reach('input[type=radio]')
  await page.keyboard.press('Space')
  await reach('button')
  await page.keyboard.press('Enter')
  await page.getByText('Düzeldiğini kaydettik').waitFor()
  await reach('input[type=radio]')
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowDown')
  await reach('button')
  await shot(page, 'mark-dark')
  await page.keyboard.press('Enter')
  await page.getByText('Puanınız: 5/5').waitFor()
  expect(await statusOf(id)).toBe('closed')
  await page.context().close()
})

test('the proposal on a screen of 320 points; another solution in her words', async () => {
  const { id, path } = await house.offered({ what: 'Kanalizasyon hattını baştan sona yenileyeceğiz', citizenMust: 'Aracınızı sokaktan çekin', entersPrivate: true })
  const page = await telephone({ width: 320 })
  await page.goto(house.address + path)
  await shot(page, 'offer')
  await fits(page)
  await page.getByLabel('Başka bir çözüm istiyorum').check()
  await page.getByRole('button').click()
  await page.getByLabel('Sizin öneriniz').fill('Hafta sonu yapın')
  await shot(page, 'offer-words')
  await page.getByRole('button').click()
  await page.getByText('İsteğinizi müdürlüğe ilettik').waitFor()
  expect(await statusOf(id)).toBe('under_review')
  await page.context().close()
})
