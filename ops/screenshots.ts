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
import { chooses, fills, gives, saves, say, ticks } from '../journeys/support/settings.ts'
import { tr } from '../console/src/texts/tr.ts'

const folder = join(root, 'docs', 'images')
/** Small enough for a page that shows several. */
const most = 250 * 1024

async function take(page: Page, name: string): Promise<void> {
  await settled(page)
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
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
  ['administrator', '/settings/staff', 'Personel davet et', 'staff'],
  ['administrator', '/settings/place', 'Yerler', 'places'],
  ['operator', '/search?q=su', 'Vatandaşa söyleyin:', 'search'],
  ['operator', '/paper', 'Yaprak no 1', 'paper'],
  ['supervisor', '/report?period=month', 'Müdürlüklere göre', 'report'],
  ['supervisor', '/knowledge', 'Yeni yanıt', 'knowledge-list'],
] as const

async function shown(house: House, browser: Browser): Promise<void> {
  for (const role of new Set(pages.map(([who]) => who))) {
    const { page, context } = await signedIn(browser, house, house.account(role))
    for (const [, path, word, name] of pages.filter(([who]) => who === role)) {
      await page.goto(house.endpoints.desk + path)
      await page.getByText(word).first().waitFor()
      await take(page, name)
    }
    if (role === 'administrator') for (const show of [topic, placesImport, inviteLink, changes]) await show(house, page)
    if (role === 'supervisor') await imports(house, page)
    await context.close()
  }
}
async function topic(house: House, page: Page): Promise<void> {
  await page.goto(`${house.endpoints.desk}/settings/topic`)
  await page.getByRole('link', { name: 'Patlak su borusu' }).click()
  await page.getByText('Su ve Kanalizasyon Müdürlüğü').first().waitFor()
  await take(page, 'topic')
}

async function placesImport(house: House, page: Page): Promise<void> {
  await page.goto(`${house.endpoints.desk}/settings/place?take=list`)
  const list = 'Ad;Tür;Bağlı;Nüfus\nYeni Mahalle;Mahalle;;1.240\nÇınarlı;Köy;;312\nGöl Başı;Mezra;Çınarlı;45\nKuşkonmaz;Kasaba;;75\n'
  await gives(page, { name: 'yerler.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
  // All rows, not only the wrong one.
  await page.getByRole('group', { name: say.import.state }).getByRole('button', { name: say.import.error }).click()
  await take(page, 'places-import')
}
async function inviteLink(house: House, page: Page): Promise<void> {
  await page.goto(`${house.endpoints.desk}/settings/staff`)
  await page.getByRole('button', { name: say.staff.invite }).first().click()
  const dialog = page.locator('.dialog')
  await fills(dialog, { [say.field.name]: 'Elif Yeni', [say.field.email]: 'elif.yeni@tatvan.example' })
  await ticks(dialog.getByRole('checkbox', { name: new RegExp(`^${tr.shared.role.officer}`) }))
  await chooses(dialog, say.field.directorateId, 'Fen İşleri')
  await dialog.getByRole('button', { name: say.staff.send, exact: true }).click()
  await dialog.locator('output').waitFor()
  await take(page, 'invite-link')
}
async function changes(house: House, page: Page): Promise<void> {
  await page.goto(`${house.endpoints.desk}/settings/topic`)
  await page.getByRole('link', { name: 'Patlak su borusu' }).click()
  await chooses(page, say.field.supportingIds, 'Zabıta')
  await saves(page, 'Patlak su borusu')
  await page.goto(`${house.endpoints.desk}/settings/changes`)
  await page.getByText(say.history.made).first().waitFor()
  await take(page, 'changes')
}
async function imports(house: House, page: Page): Promise<void> {
  await page.goto(`${house.endpoints.desk}/imports`)
  const rows = ['Yolda çukur', 'Su kesintisi', 'Patlak su borusu', 'Çöp'].map((topic, i) => `${1001 + i};${13 + i}.02.2025 10:15;${topic};Eski kayıt;Kale`)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: tr.imports.choose }).click()])
  await chooser.setFiles({ name: 'eski-kayitlar.csv', mimeType: 'text/csv', buffer: Buffer.from(`No;Açılış tarihi;Konu;Açıklama;Mahalle\n${rows.join('\n')}`) })
  await page.getByRole('heading', { level: 1, name: 'eski-kayitlar.csv' }).waitFor()
  await take(page, 'imports')
}
async function muhtar(house: House, browser: Browser): Promise<void> {
  const { page, context } = await signedIn(browser, house, house.account('muhtar'), { width: 390, height: 844 })
  await page.getByText(tr.muhtar.noNames).waitFor()
  await take(page, 'my-place')
  await context.close()
}

/** What a new municipality sees first. */
async function firstMorning(browser: Browser): Promise<void> {
  await using house = await startHouse({ flags: ['--empty'] })
  const first = JSON.parse(readFileSync(join(house.data, 'first-administrator.json'), 'utf8')) as Account
  const { page, context } = await signedIn(browser, house, first)
  await fills(page, { [tr.shell.password.old]: first.password, [tr.shell.password.new]: 'dereden tepeden uzun bir cumle' })
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: say.check.steps, exact: true }).waitFor()
  await page.getByRole('alertdialog').getByRole('button', { name: tr.shared.close }).click()
  await page.getByRole('alertdialog').waitFor({ state: 'detached' })
  await take(page, 'check-list')
  await context.close()
}

mkdirSync(folder, { recursive: true })
const browser = await launch()
try {
  await using house = await startHouse()
  await call(house, browser)
  await directorate(house, browser)
  await shown(house, browser)
  await muhtar(house, browser)
  await firstMorning(browser)
} finally {
  await browser.close()
}
