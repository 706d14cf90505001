/**
 * Every screen, for everybody who works at one: nothing that the accessibility rules find, nothing in the console, nothing
 * that scrolls sideways on a telephone; in light, in dark, and at 360 pixels.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { tr } from '../console/src/texts/tr.ts'
import { newId } from '../server/platform/ids.ts'
import { type Line, openPhone, type Phone } from '../server/testing/sip.ts'
import { launch, person, type Person, signedIn } from './support/browser.ts'
import { deskOf } from './support/desk.ts'
import { type House, startHouse } from './support/house.ts'
import { faults } from './support/screens.ts'
import { gives } from './support/settings.ts'

let house: House
let browser: Browser
let phone: Phone
/** A call and a case that stand in the lists. */
let callId: string
let caseId: string
/** An answer that is told, and a case of the muhtar's place. */
let articleId: string
let placeCaseId: string

beforeAll(async () => {
  ;[house, browser] = await Promise.all([startHouse(), launch()])
  phone = await openPhone({ sipPort: Number(/:(\d+)$/.exec(house.endpoints.sip)![1]) })
  const line = await (await phone.call('153', { from: '+905000000302' })).answered()
  line.hangUp()
  const { context, page } = await signedIn(browser, house, house.account('supervisor'))
  const first = (path: string) => page.evaluate(async (p) => ((await (await fetch(`/api${p}`)).json()) as { rows: { id: string }[] }).rows[0]?.id, path)
  await page.goto(`${house.endpoints.desk}/calls`)
  await page.getByText('0500 000 03 02').first().waitFor()
  callId = (await first('/calls'))!
  caseId = (await first('/cases?view=all'))!
  articleId = (await first('/knowledge'))!
  await context.close()
  placeCaseId = (await (await deskOf(house, house.account('muhtar'))).ask<{ id: string }[]>('/muhtar/cases'))[0]!.id
})
afterAll(async () => {
  await phone?.[Symbol.asyncDispose]()
  await browser?.close()
  await house?.[Symbol.asyncDispose]()
})

/** One of each: the overview, lists, a form with everything, the imports, the history. */
const settings = ['', '/municipality', '/directorate', '/directorate/new', '/calendar/new', '/holiday', '/place', '/place?take=list', '/topic', '/topic/new', '/incoming_number', '/line', '/message_template/case-registered:sms', '/proposal_template/new', '/approval_rules', '/agreement_rules', '/contact_rules', '/crew', '/crew/new', '/emergency_rules', '/escalation_rules', '/statutory_rules', '/changes'].map((path) => `/settings${path}`)

async function looksAt(person: Person, paths: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) {
    await person.page.goto(house.endpoints.desk + path)
    found.push(...(await faults(person.page, path)))
  }
  return [...found, ...person.errors]
}

test.each([
  ['operator', () => ['/', '/inbox', `/cases/${caseId}`, '/calls', `/calls/${callId}`, '/tasks', '/messages', '/board', '/settings', '/search?q=cukur', '/search?q=xqzw', '/knowledge', `/knowledge/${articleId}`, '/my-day', '/paper', '/silence?view=all', '/late', '/statutory', '/statutory/new']],
  ['officer', (own: string) => ['/inbox', `/inbox?case=${own}`, `/cases/${own}`, '/orders', '/silence', '/calls', '/knowledge', '/search?q=yol']],
  ['director', (own: string) => [`/cases/${own}`, '/approvals', '/late', '/report']],
  ['deputy_mayor', (own: string) => ['/inbox', `/cases/${own}`, '/approvals', '/late', '/report']],
  ['supervisor', () => [`/calls/${callId}`, '/tasks?view=done', '/board/wall', '/knowledge?tab=questions', '/knowledge?tab=figures', `/knowledge/${articleId}`, '/report', '/imports']],
  ['administrator', () => ['/staff', '/inbox', '/search?q=ayse', ...settings]],
  ['auditor', () => ['/inbox', '/calls', '/settings/topic', '/settings/changes', `/knowledge/${articleId}`, '/report', '/imports', '/no-such-page']],
  ['muhtar', () => ['/', '/my-place', '/my-place?show=ended', `/my-place/${placeCaseId}`, '/my-place/new', '/inbox']],
] as const)('the screens of the %s are in order, in light and dark and on a telephone', async (role, paths) => {
  const person = await signedIn(browser, house, house.account(role))
  const own = await person.page.evaluate(async () => ((await (await fetch('/api/cases')).json()) as { rows?: { id: string }[] }).rows?.[0]?.id ?? '')
  expect(await looksAt(person, paths(own))).toEqual([])
  await person.context.close()
})

test('the crew’s telephone is in order', async () => {
  const { email, password } = house.account('crew'), crew = await person(browser, { width: 360, height: 740 })
  await crew.page.goto(`${house.endpoints.desk}/crew`)
  await crew.page.getByLabel(/e-posta/i).fill(email)
  await crew.page.getByLabel('Şifre', { exact: true }).fill(password)
  await crew.page.keyboard.press('Enter')
  await crew.page.getByRole('heading', { name: tr.work.crew.title }).waitFor()
  expect(await looksAt(crew, ['/crew'])).toEqual([])
  await crew.context.close()
})

test('what opens over a screen is in order: the keys, the search, the account’s menu, a new account', async () => {
  const operator = await signedIn(browser, house, house.account('operator'))
  const { page } = operator
  const found: string[] = []

  await page.keyboard.press('F1')
  const keys = page.getByRole('dialog', { name: 'Tuşlar' })
  await keys.getByText('Çağrıyı yanıtla').waitFor()
  found.push(...(await faults(page, 'the keys')))
  await page.keyboard.press('Escape')
  await keys.waitFor({ state: 'detached' })

  await page.keyboard.press('Control+k')
  await page.keyboard.type('ayse')
  await page.getByRole('option', { name: /Ayşe Yıldızhan/ }).waitFor()
  found.push(...(await faults(page, 'the search')))
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  await page.getByRole('button', { name: /^Hesap/ }).click()
  await page.getByRole('menuitem', { name: 'Çıkış yap' }).waitFor()
  found.push(...(await faults(page, 'the account')))
  await operator.context.close()

  const administrator = await signedIn(browser, house, house.account('administrator'))
  await administrator.page.goto(`${house.endpoints.desk}/settings/staff`)
  await administrator.page.getByRole('button', { name: 'Personel davet et' }).click()
  const dialog = administrator.page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Davet et' }).click()
  await dialog.getByText('Bu alanı doldurun.').first().waitFor()
  found.push(...(await faults(administrator.page, 'a new account, with what is wrong')))
  await administrator.page.goto(`${house.endpoints.desk}/settings/place?take=list`)
  await gives(administrator.page, { name: 'yerler.csv', mimeType: 'text/csv', buffer: Buffer.from('Ad;Tür;Bağlı;Nüfus;Enlem;Boylam\nYeni;Mahalle;;120;38,50;42,28\nEski;Kasaba;;8;;\n') })
  found.push(...(await faults(administrator.page, 'a list of places, with what is wrong')))
  await administrator.context.close()
  expect([...found, ...operator.errors, ...administrator.errors]).toEqual([])
})

test('the operator’s screen is in order from the ring to the number, and complains of what is missing', async () => {
  const operator = await signedIn(browser, house, house.account('operator'))
  const { page } = operator
  const found: string[] = []
  await page.getByRole('button', { name: /^Durumum/ }).click()
  await page.getByRole('menuitemradio', { name: 'Hazır' }).click()
  await page.getByRole('heading', { name: 'Çağrı bekleniyor' }).waitFor()
  const line: Line = await phone.call('153', { from: '+905000000301' })
  await page.getByRole('radio', { name: /Ayşe Yıldızhan/ }).waitFor({ state: 'attached' })
  found.push(...(await faults(page, 'ringing')))

  await page.keyboard.press('F2')
  await page.getByText('Görüşmede').first().waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('Vatandaşın anlattığını yazın.').waitFor()
  found.push(...(await faults(page, 'the intake, with what is missing')))

  await page.getByLabel('Ne anlatıyor?').fill('Okulun önünde yolda büyük bir çukur var.')
  await page.getByRole('radio', { name: /Yolda çukur/ }).waitFor({ state: 'attached' })
  await page.getByRole('combobox', { name: 'Mahalle, köy, sokak' }).pressSequentially('karsiyaka')
  await page.getByRole('option', { name: /Karşıyaka Mahallesi/ }).first().waitFor()
  found.push(...(await faults(page, 'a place being chosen', { listOpen: true })))
  await page.getByRole('option', { name: /Karşıyaka Mahallesi/ }).first().click()
  await page.getByRole('listbox').waitFor({ state: 'detached' }) // it must not lie over what comes next
  await page.getByRole('radio', { name: /Yolda çukur/ }).focus()
  await page.keyboard.press('Space')
  await page.getByText('Fen İşleri Müdürlüğü').first().waitFor()
  await page.getByLabel('Ad', { exact: true }).fill('Ayşe Yıldızhan')
  found.push(...(await faults(page, 'the intake, filled')))

  await page.keyboard.press('Control+Enter')
  await page.getByText('Başvuru kaydedildi').waitFor()
  found.push(...(await faults(page, 'the number')))
  line.hangUp()
  expect([...found, ...operator.errors]).toEqual([])
  await operator.context.close()
})

test('an answer being written is in order, and says what it lacks', async () => {
  const chief = await signedIn(browser, house, house.account('supervisor'))
  const { page } = chief
  await page.goto(`${house.endpoints.desk}/knowledge`)
  await page.getByRole('button', { name: tr.knowledge.newArticle }).click()
  await page.getByLabel(tr.knowledge.field.title, { exact: true }).fill('Su kesintisi ne zaman biter?')
  await page.getByText(tr.knowledge.saved.saved).waitFor()
  expect([...(await faults(page, 'an answer being written')), ...chief.errors]).toEqual([])
  await chief.context.close()
})

test('a file of past cases is in order from the columns to what came in', async () => {
  const chief = await signedIn(browser, house, house.account('supervisor'))
  const { page } = chief
  await page.goto(`${house.endpoints.desk}/imports`)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: tr.imports.choose }).click()])
  await chooser.setFiles({ name: 'eski.csv', mimeType: 'text/csv', buffer: Buffer.from(`No;Açılış tarihi;Konu;Açıklama;Mahalle\n${[13, 14, 15, 16, 31].map((day, i) => `${i};${day}.02.2025 10:15;Yolda çukur;Çukura düştüm;Kale`).join('\n')}`) })
  await page.getByRole('heading', { level: 1, name: 'eski.csv' }).waitFor()
  await page.getByRole('button', { name: tr.imports.page.preview }).click()
  await page.getByText(tr.imports.page.willCome, { exact: true }).waitFor()
  const found = await faults(page, 'a file being prepared')
  await page.getByRole('button', { name: tr.imports.page.start }).click()
  await page.getByText(tr.imports.status.done).waitFor()
  found.push(...(await faults(page, 'a file that came in')))
  expect([...found, ...chief.errors]).toEqual([])
  await chief.context.close()
})

test('an invited person’s page is in order, with what is wrong and when it is over', async () => {
  const administrator = await deskOf(house, house.account('administrator'))
  const wish = { id: newId<string>(), name: 'Yeni Gelen', email: 'yeni.gelen@tatvan.example', roles: ['operator'], directorateId: null, phone: null, language: 'tr', placeIds: [], origin: house.endpoints.desk }
  const { body } = await administrator.send<{ path: string }>('POST', '/staff', wish)
  const { page, context, errors } = await person(browser)
  await page.goto(house.endpoints.desk + body.path)
  await page.getByRole('button', { name: tr.identity.welcome.submit }).click()
  await page.getByText(tr.identity.welcome.short).waitFor()
  const found = await faults(page, 'the invitation, with what is wrong')
  await page.goto(`${house.endpoints.desk}/welcome`)
  await page.getByText(tr.identity.welcome.over).waitFor()
  expect([...found, ...(await faults(page, 'an invitation that is over')), ...errors]).toEqual([])
  await context.close()
})

test('signing in says what is wrong, in both languages', async () => {
  const context = await browser.newContext({ locale: 'tr-TR' })
  const page = await context.newPage()
  await page.goto(house.endpoints.desk)
  const { email } = house.account('auditor')
  const enter = async (address: string, password: string) => {
    await page.locator('input[name=email]').fill(address)
    await page.locator('input[name=password]').fill(password)
    await page.keyboard.press('Enter')
  }
  await enter('', '')
  await page.getByText('E-posta adresi eksik.').waitFor()
  await page.getByText('Bu alanı doldurun.').waitFor()
  await enter(email, 'yanlış şifre')
  await page.getByText('E-posta veya şifre yanlış.').waitFor()
  const found = await faults(page, 'signing in')

  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText('The e-mail address or the password is wrong.').waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  await enter('nobody', 'x')
  await page.getByText('The e-mail address is incomplete.').waitFor()
  expect([...found, ...(await faults(page, 'signing in, English'))]).toEqual([])
  await context.close()
})

test('the citizens’ pages and the test telephone are in order', async () => {
  const context = await browser.newContext({ locale: 'tr-TR', permissions: ['microphone'] })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()) })
  const found: string[] = []
  for (const [path, words] of [['/', 'Bize ulaşın'], ['/en', 'Reach us'], ['/telefon', 'Deneme telefonu'], ['/telefon?lang=en', 'Test telephone']] as const) {
    await page.goto(house.endpoints.citizens + path)
    await page.getByRole('heading', { name: words }).waitFor()
    found.push(...(await faults(page, path)))
  }
  await page.goto(`${house.endpoints.citizens}/telefon`)
  await page.getByRole('button', { name: 'Ara: 153' }).click()
  await page.getByText('Konuşuyorsunuz').waitFor()
  found.push(...(await faults(page, 'the telephone in a call')))
  await page.getByRole('button', { name: 'Kapat' }).click()
  await page.getByText('Görüşme bitti').waitFor()
  expect([...found, ...complaints]).toEqual([])
  await context.close()
})
