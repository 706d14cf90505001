/**
 * `npm run screenshots`: the pictures of the handbooks and the README, taken from the running product while a real call
 * is answered. Starts a house of its own and ends it; writes docs/images/.
 */
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launch, signedIn } from '../journeys/support/browser.ts'
import { settled } from '../journeys/support/screens.ts'
import { type House, root, startHouse } from '../journeys/support/house.ts'

const folder = join(root, 'docs', 'images')
/** Small enough for a page that shows several. */
const most = 250 * 1024

async function take(page: Page, name: string): Promise<void> {
  await settled(page)
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  const { size } = statSync(path)
  console.log(`docs/images/${name}.png: ${Math.round(size / 1024)} KB`)
  if (size > most) throw new Error(`${name}.png is larger than ${most / 1024} KB`)
}

/** A citizen's telephone in a browser the size of one. */
async function testPhone(house: House, browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'tr-TR', timezoneId: 'Europe/Istanbul', permissions: ['microphone'] })
  const page = await context.newPage()
  await page.goto(`${house.endpoints.citizens}/telefon`)
  await page.getByRole('button', { name: 'Ara: 153' }).and(page.locator(':enabled')).waitFor()
  return page
}

async function call(house: House, browser: Browser): Promise<void> {
  const operator = await signedIn(browser, house, house.account('operator'))
  const { page } = operator
  await page.getByRole('button', { name: /^Durumum/ }).click()
  await page.getByRole('menuitemradio', { name: 'Hazır' }).click()
  await page.getByRole('heading', { name: 'Çağrı bekleniyor' }).waitFor()

  const citizen = await testPhone(house, browser)
  await citizen.getByRole('button', { name: 'Ara: 153' }).click()
  await page.getByRole('radio', { name: /Ayşe Yıldızhan/ }).waitFor({ state: 'attached' })
  await take(page, 'operator-ringing')
  await page.keyboard.press('F2')
  await page.getByText('Görüşmede').first().waitFor()
  await take(citizen, 'test-phone')

  await page.getByRole('radio', { name: 'Şikâyet' }).focus()
  await page.keyboard.press('Space')
  await page.getByLabel('Ne anlatıyor?').fill('Okulun önündeki minibüs durağında yolda büyük bir çukur var. Arabalar zarar görüyor, çocuklar düşüyor.')
  await page.getByRole('radio', { name: /Yolda çukur/ }).waitFor({ state: 'attached' })
  await page.getByRole('combobox', { name: 'Mahalle, köy, sokak' }).pressSequentially('kale')
  await page.getByRole('option', { name: /Kale Mahallesi/ }).first().click()
  await page.getByLabel('Tarif, bilinen yer').fill('Okulun önü, minibüs durağı')
  await page.getByRole('radio', { name: /Yolda çukur/ }).focus()
  await page.keyboard.press('Space')
  await page.getByText('Fen İşleri Müdürlüğü').first().waitFor()
  await page.getByRole('radiogroup', { name: 'Ne kadar büyük?' }).getByRole('radio', { name: 'Lastik kadar' }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('combobox', { name: 'Başka kimi ilgilendirir?' }).pressSequentially('ulasim')
  await page.getByRole('option', { name: /Ulaşım Hizmetleri/ }).click()
  await page.getByText('destek: Ulaşım Hizmetleri').waitFor()
  await page.getByRole('radio', { name: /Ayşe Yıldızhan/ }).focus()
  await page.keyboard.press('Space')
  await page.getByLabel('SMS ile bilgi almak istiyor').focus()
  await page.keyboard.press('Space')
  await page.locator('.intake, .zone-intake').first().evaluate((form) => { form.scrollTop = 0 })
  await take(page, 'operator')

  const chief = await signedIn(browser, house, house.account('supervisor'))
  await chief.page.goto(`${house.endpoints.desk}/board`)
  await chief.page.getByText('Görüşmede').first().waitFor()
  await take(chief.page, 'board')
  await chief.context.close()

  await page.keyboard.press('Control+Enter')
  await page.getByText('Başvuru kaydedildi').waitFor()
  await take(page, 'case-number')
  await page.keyboard.press('Shift+F2')
  await citizen.getByText('Görüşme bitti').waitFor()
  await citizen.context().close()
  await operator.context.close()
}

async function directorate(house: House, browser: Browser): Promise<void> {
  const { page, context } = await signedIn(browser, house, house.account('officer', 'fen-isleri'))
  await page.getByRole('row').filter({ hasText: 'Okulun önündeki minibüs durağında' }).click()
  await page.getByRole('region', { name: 'Önizleme' }).getByText('Yönlendirildi').first().waitFor()
  await take(page, 'inbox')
  const id = new URL(page.url()).searchParams.get('case')
  await page.goto(`${house.endpoints.desk}/cases/${id}`)
  await page.getByText('Okulun önündeki minibüs durağında').first().waitFor()
  await take(page, 'case')
  await context.close()
}

async function staff(house: House, browser: Browser): Promise<void> {
  const { page, context } = await signedIn(browser, house, house.account('administrator'))
  await page.goto(`${house.endpoints.desk}/settings/staff`)
  await page.getByRole('button', { name: 'Personel davet et' }).waitFor()
  await take(page, 'staff')
  await context.close()
}

mkdirSync(folder, { recursive: true })
await using house = await startHouse()
const browser = await launch()
try {
  await call(house, browser)
  await directorate(house, browser)
  await staff(house, browser)
} finally {
  await browser.close()
}
