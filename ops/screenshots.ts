/**
 * `npm run screenshots`: the pictures of the handbooks and the README, taken from the running product while a real call
 * is answered. Starts a house of its own and ends it; writes docs/images/.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launch, signedIn } from '../journeys/support/browser.ts'
import { settled } from '../journeys/support/screens.ts'
import { type Account, type House, root, startHouse } from '../journeys/support/house.ts'
import { chooses, fills, gives, opens, say, ticks } from '../journeys/support/settings.ts'
import { tr } from '../console/src/texts/tr.ts'
import { smaller } from './png.ts'

const folder = join(root, 'docs', 'images')
/** Small enough for a page that shows several. */
const most = 150 * 1024

async function take(page: Page, name: string): Promise<void> {
  await settled(page)
  const picture = smaller(await page.screenshot({ animations: 'disabled', caret: 'hide' }))
  writeFileSync(join(folder, `${name}.png`), picture)
  console.log(`docs/images/${name}.png: ${Math.round(picture.length / 1024)} KB`)
  if (picture.length > most) throw new Error(`${name}.png is larger than ${most / 1024} KB`)
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

  await page.getByLabel(tr.intake.knowledge.search).fill('çöp saati')
  await page.getByRole('list', { name: tr.intake.knowledge.list }).getByText('Çöp bizim sokaktan').click()
  await page.getByRole('region', { name: tr.intake.knowledge.readOut }).waitFor()
  await take(page, 'knowledge')
  await page.keyboard.press('Escape')

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

/** Pages that show themselves: whose eyes, where, and a word that is there when the page is. */
const pages = [
  ['administrator', '/settings', 'Genel bakış', 'check-list'],
  ['administrator', '/settings/staff', 'Personel davet et', 'staff'],
  ['administrator', '/settings/place', 'Yerler', 'places'],
  ['administrator', '/settings/changes', 'Değişiklikler', 'changes'],
  ['operator', '/search?q=su', 'Vatandaşa söyleyin:', 'search'],
  ['operator', '/paper', 'Yaprak no 1', 'paper'],
  ['supervisor', '/report?period=month', 'Müdürlüklere göre', 'report'],
  ['supervisor', '/knowledge', 'Yeni yanıt', 'knowledge'],
  ['supervisor', '/imports', 'Dosya seç', 'imports'],
] as const

async function shown(house: House, browser: Browser): Promise<void> {
  for (const role of new Set(pages.map(([who]) => who))) {
    const { page, context } = await signedIn(browser, house, house.account(role))
    for (const [, path, word, name] of pages.filter(([who]) => who === role)) {
      await page.goto(house.endpoints.desk + path)
      await page.getByText(word).first().waitFor()
      await take(page, name)
    }
    if (role === 'administrator') await topic(house, page)
    await context.close()
  }
}
async function topic(house: House, page: Page): Promise<void> {
  await page.goto(`${house.endpoints.desk}/settings/topic`)
  await page.getByRole('link', { name: 'Patlak su borusu' }).click()
  await page.getByText('Su ve Kanalizasyon Müdürlüğü').first().waitFor()
  await take(page, 'topic')
}

mkdirSync(folder, { recursive: true })
await using house = await startHouse()
const browser = await launch()
try {
  await call(house, browser)
  await directorate(house, browser)
  await shown(house, browser)
} finally {
  await browser.close()
}
