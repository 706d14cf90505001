/**
 * A municipality's first day: from an empty desk to the first call that reaches its directorates, through nothing but the
 * console; and the mistakes that people make on such a day, none of which leaves anything half done.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { tr } from '../console/src/texts/tr.ts'
import { launch, person, type Person, signedIn } from './support/browser.ts'
import { sippCall } from './support/caller.ts'
import { type Account, type House, startHouse } from './support/house.ts'
import { becomes, ready, talking } from './support/operator.ts'
import { begins, chooses, filled, fills, gives, invites, inEnglish, inTurkish, opens, saveButton, saves, say, ticks } from './support/settings.ts'
import { soon } from './support/soon.ts'
import { borders, bowTie, square, townList } from './support/town-files.ts'

let house: House
let browser: Browser
let administrator: Person
let operator: Person
let officer: Person
let director: Person
const people: Person[] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([startHouse({ flags: ['--empty'] }), launch()])
})
afterAll(async () => {
  await browser?.close()
  await house?.[Symbol.asyncDispose]()
})

const town = 'Gülpınar Belediyesi'
const roads = 'Yol İşleri Müdürlüğü'
const transport = 'Ulaşım Müdürlüğü'
const pothole = 'Yolda çukur'
const password = 'dereden tepeden uzun bir cumle'
/** For looking at while the story is written: `SHOTS=folder`. */
const shot = async (who: Person, name: string): Promise<void> => { if (process.env.SHOTS) await who.page.screenshot({ path: `${process.env.SHOTS}/${name}.png` }) }
const desk = () => administrator.page
/** The groups of the check list, by how much they hurt. */
const hurting = (how: 'stops' | 'half' | 'advice') => desk().getByRole('region', { name: say.check[how], exact: true })

async function joins(link: string): Promise<Person> {
  const who = await person(browser)
  people.push(who)
  await who.page.goto(link)
  const { welcome } = tr.identity
  await fills(who.page, { [welcome.password]: password, [welcome.again]: password })
  await who.page.getByRole('button', { name: welcome.submit }).click()
  await who.page.getByRole('banner').waitFor()
  return who
}

test('the first administrator changes her password and sees what stops the desk', async () => {
  const first = JSON.parse(readFileSync(join(house.data, 'first-administrator.json'), 'utf8')) as Account
  administrator = await signedIn(browser, house, first)
  people.push(administrator)
  const dialog = desk().getByRole('alertdialog', { name: tr.shell.password.title })
  await fills(dialog, { [tr.shell.password.old]: first.password, [tr.shell.password.new]: password })
  await dialog.getByRole('button', { name: tr.shared.save }).click()
  await dialog.waitFor({ state: 'detached' })
  await desk().getByRole('heading', { level: 1, name: say.check.title }).waitFor()
  for (const { what, otherwise } of [say.missing.no_directorates, say.missing.no_operator, say.missing.no_topics]) {
    await hurting('stops').getByText(what).waitFor()
    await hurting('stops').getByText(otherwise).waitFor()
  }
  await shot(administrator, '1-check-list')
})

test('she names the municipality, its hours, and its directorates', async () => {
  await opens(desk(), 'municipality')
  await fills(desk(), { [inTurkish(say.field.name)]: town, [inEnglish(say.field.name)]: 'Municipality of Gülpınar' })
  await desk().getByLabel(say.field.lat, { exact: true }).fill('38,50 42,28')
  await saves(desk(), town)
  expect(await desk().getByLabel(say.field.lat, { exact: true }).inputValue()).toBe('38,5')
  expect(await desk().getByLabel(say.field.lon, { exact: true }).inputValue()).toBe('42,28')

  await opens(desk(), 'calendar')
  await begins(desk(), 'calendar')
  await fills(desk(), { [inTurkish(say.field.name)]: 'Cumartesi de açık' })
  await desk().getByRole('button', { name: filled(say.calendar.add, { day: say.weekday.d6 }) }).click()
  await saves(desk(), 'Cumartesi de açık')

  for (const [name, does] of [[roads, 'Yolları ve kaldırımları yapar.'], [transport, 'Durakları ve ışıkları yönetir.']] as const) {
    await opens(desk(), 'directorate')
    await begins(desk(), 'directorate')
    await fills(desk(), { [inTurkish(say.field.name)]: name, [inTurkish(say.field.does)]: does })
    await saves(desk(), name)
    await chooses(desk(), say.field.calendarId, 'Cumartesi de açık')
    await saves(desk(), name)
  }
})

test('she invites an operator, an officer and a director; each sets her own password', async () => {
  const toOperator = await invites(desk(), { name: 'Selin Pınar', email: 'selin@gulpinar.example', roles: ['operator'] })
  const toOfficer = await invites(desk(), { name: 'Okan Durak', email: 'okan@gulpinar.example', roles: ['officer'], directorate: transport })
  const toDirector = await invites(desk(), { name: 'Deniz Yolcu', email: 'deniz@gulpinar.example', roles: ['director'], directorate: roads, phone: '0500 000 07 01' })
  operator = await joins(toOperator)
  officer = await joins(toOfficer)
  director = await joins(toDirector)

  await opens(desk(), 'directorate', roads)
  await chooses(desk(), say.field.directorId, 'Deniz Yolcu')
  await saves(desk(), roads)

  const again = await person(browser)
  await again.page.goto(toOperator)
  await again.page.getByText(tr.identity.welcome.over).waitFor()
  await again.context.close()
})

test('she takes the places from a list with one wrong row, and their borders from a map', async () => {
  await opens(desk(), 'place')
  await desk().getByRole('link', { name: say.place.importList }).first().click()
  await gives(desk(), { name: 'yerler.csv', mimeType: 'text/csv', buffer: townList })
  await desk().getByRole('row', { name: /Kuşkonmaz/ }).getByText('Yer türü anlaşılmadı: Kasaba.').waitFor()
  await shot(administrator, '2-places')
  await ticks(desk().getByRole('checkbox', { name: say.import.skip }))
  await desk().getByRole('button', { name: filled(say.import.apply, { count: 11 }) }).click()
  await desk().getByText(filled(say.import.done, { made: 11, changed: 0, same: 0, skipped: 1 })).waitFor()

  await desk().getByRole('link', { name: say.import.toList }).click()
  await desk().getByRole('link', { name: say.place.importBorders }).click()
  await gives(desk(), { name: 'ters.geojson', mimeType: 'application/geo+json', buffer: borders({ Çarşı: bowTie(42.28, 38.5), Işıklı: square(42.3, 38.5) }) })
  await desk().getByRole('row', { name: /Çarşı/ }).getByText(tr.refusal.place.border_crosses).waitFor()
  expect(await desk().getByRole('button', { name: filled(say.import.apply, { count: 1 }) }).isDisabled()).toBe(true)

  await gives(desk(), { name: 'sinirlar.geojson', mimeType: 'application/geo+json', buffer: borders({ Çarşı: square(42.28, 38.5), Işıklı: square(42.3, 38.5) }) })
  await desk().getByRole('button', { name: filled(say.import.apply, { count: 2 }) }).click()
  await desk().getByText(filled(say.import.done, { made: 2, changed: 0, same: 0, skipped: 0 })).waitFor()
})

test('she makes an institution and a topic, and tries it with a sentence', async () => {
  await opens(desk(), 'institution')
  await begins(desk(), 'institution')
  await fills(desk(), { [inTurkish(say.field.name)]: 'Elektrik Dağıtım', [say.field.phone]: '0500 000 01 86', [inTurkish(say.field.tell)]: 'Elektrik kesintisini dağıtım şirketine bildirin.' })
  await saves(desk(), 'Elektrik Dağıtım')

  await opens(desk(), 'topic')
  await begins(desk(), 'topic_group')
  await fills(desk(), { [inTurkish(say.field.name)]: 'Yol' })
  await saves(desk(), 'Yol')
  await opens(desk(), 'topic')
  await desk().getByRole('link', { name: filled(say.topic.newIn, { name: 'Yol' }) }).click()
  await fills(desk(), { [inTurkish(say.field.name)]: pothole })
  const words = desk().getByLabel(say.field.synonyms, { exact: true })
  await words.fill('çukur, asfalt bozuk')
  await words.press('Enter')

  // A topic that goes to nobody is not one.
  await saveButton(desk()).click()
  await desk().getByRole('alert').getByText(tr.refusal.topic.no_directorate).waitFor()

  await chooses(desk(), say.field.leadId, roads)
  await chooses(desk(), say.field.supportingIds, transport)
  await desk().getByRole('button', { name: say.topic.addQuestion }).click()
  await fills(desk().getByRole('group', { name: filled(say.topic.question, { n: 1 }) }), { [inTurkish(say.topic.ask)]: 'Yol kapalı mı?' })
  await desk().getByRole('button', { name: say.topic.addCause }).click()
  await fills(desk(), { [inTurkish(filled(say.topic.cause, { n: 1 }))]: 'Yağmur' })
  await saves(desk(), pothole)

  await desk().getByLabel(say.topic.trySentence).fill('Okulun önünde koca bir cukur var')
  await desk().getByText(say.topic.tryHere, { exact: true }).waitFor()
  const route = desk().getByRole('definition')
  await route.getByText(filled(say.topic.routeLead, { name: roads })).waitFor()
  await route.getByText(filled(say.topic.routeSupporting, { names: transport })).waitFor()
  await shot(administrator, '3-topic')
})

test('she changes what the line says, what the SMS says, and adds a day off; nothing stops the desk any more', async () => {
  await opens(desk(), 'spoken_text', say.spoken.name.greeting)
  await desk().getByLabel(say.field.tr, { exact: true }).fill('Gülpınar Belediyesi, hoş geldiniz.')
  await saves(desk(), say.spoken.name.greeting)

  const registered = `${say.template.name['case-registered']} · ${say.channel.sms}`
  await opens(desk(), 'message_template', registered)
  await desk().getByLabel(say.field.tr, { exact: true }).fill('Gülpınar Belediyesi. Başvurunuz alındı. No: {no}.')
  await saves(desk(), registered)

  await opens(desk(), 'holiday')
  await begins(desk(), 'holiday')
  // Of the next year; in November no holiday of the law has ever been or will soon be.
  const day = new Date(new Date().getFullYear() + 1, 10, 24)
  await desk().getByRole('group', { name: say.field.day }).getByRole('spinbutton').first().focus()
  await desk().keyboard.type(new Intl.DateTimeFormat('tr-TR', { day: '2-digit', month: '2-digit', year: 'numeric' }).format(day).replaceAll('.', ''))
  await fills(desk(), { [inTurkish(say.field.name)]: 'Fuar günü' })
  await saves(desk(), 'Fuar günü')
  await opens(desk(), 'holiday')
  await desk().getByRole('button', { name: say.holiday.next }).click()
  await desk().getByRole('row', { name: /Fuar günü/ }).getByText(say.holiday.decree).waitFor()

  await opens(desk(), 'overview')
  await desk().getByRole('heading', { level: 1, name: say.check.title }).waitFor()
  await hurting('advice').waitFor()
  await soon(() => hurting('stops').count()).toBe(0)
  await shot(administrator, '4-nothing-stops')
})

test('the invited operator answers 153 and both directorates have the case, live; the administrator sees no citizen', async () => {
  const { page } = operator
  await ready(operator)
  for (const office of [officer, director]) await office.page.getByRole('heading', { name: tr.cases.inbox.title }).first().waitFor()

  await using caller = await sippCall({ sip: house.endpoints.sip, from: '+905000000301', words: 'Merhaba. Çarşı mahallesinde yolda büyük bir çukur var.' })
  await becomes(operator, 'ringing')
  await page.keyboard.press('F2')
  await talking(operator)
  await page.getByLabel(tr.intake.said).and(page.locator(':focus')).waitFor()
  await page.keyboard.type('Caminin önünde yolda büyük bir çukur var.')
  await page.keyboard.press('Tab')
  await page.keyboard.type('carsi')
  await page.getByRole('option', { name: /Çarşı Mahallesi/ }).first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const offers = page.getByRole('radiogroup', { name: 'Konu', exact: true })
  await offers.getByRole('radio', { name: new RegExp(pothole) }).focus()
  await page.keyboard.press('Space')
  await page.getByText(roads).first().waitFor()
  await page.getByLabel(tr.intake.name, { exact: true }).focus()
  await page.keyboard.type('Hatice Örnek')
  await page.getByLabel('SMS ile bilgi almak istiyor').focus()
  await page.keyboard.press('Space')
  await shot(operator, '5-intake')
  await page.keyboard.press('Control+Enter')
  const heading = page.getByLabel(/Başvuru numarası \d/)
  await heading.waitFor()
  const number = /\d{4}-\d{6,}/.exec(await heading.innerText())![0]
  for (const office of [officer, director]) await office.page.getByText(number).first().waitFor()
  await page.keyboard.press('Shift+F2')
  expect(await caller.over).toBe(0)

  const messages = () => page.evaluate(async () => ((await (await fetch('/api/messages')).json()) as { rows: { text: string }[] }).rows.map((r) => r.text))
  await soon(messages).toContain(`Gülpınar Belediyesi. Başvurunuz alındı. No: ${number}.`)

  for (const path of ['/', '/inbox', '/calls', '/tasks', '/messages', '/search?q=Hatice', '/board', '/report', '/settings/changes', '/settings']) {
    await desk().goto(house.endpoints.desk + path)
    await desk().getByRole('heading', { level: 1 }).first().waitFor()
    expect(await desk().locator('body').innerText(), path).not.toMatch(/Hatice|000 03 01|0000301|Caminin önünde/)
  }
  const refused = await desk().evaluate(async (q) => Promise.all(['/cases', `/cases?q=${q}`, '/calls', '/tasks', '/messages', '/citizens?q=Hatice', `/search?q=${q}`].map(async (p) => (await fetch(`/api${p}`)).status)), number)
  expect(refused.filter((status) => status !== 403 && status !== 404 && status !== 422)).toEqual([])
})

test('a calendar without hours is refused beside the field', async () => {
  await opens(desk(), 'calendar')
  await begins(desk(), 'calendar')
  await fills(desk(), { [inTurkish(say.field.name)]: 'Boş takvim' })
  const remove = desk().getByRole('button', { name: /^Aralığı çıkar:/ })
  while (await remove.count()) await remove.first().click()
  await saveButton(desk()).click()
  await desk().getByRole('group', { name: say.field.week }).getByText(tr.refusal.calendar.no_hours).waitFor()
  await desk().getByRole('button', { name: say.bar.discard }).click()
  await desk().getByRole('heading', { level: 1, name: say.section.calendar }).waitFor()
  expect(await desk().getByText('Boş takvim').count()).toBe(0)
})

test('the last administrator cannot leave', async () => {
  await opens(desk(), 'staff', 'admin@akmasa.local')
  await desk().getByRole('button', { name: say.staff.leave, exact: true }).click()
  const dialog = desk().getByRole('alertdialog')
  await dialog.getByRole('button', { name: say.staff.leaveDo }).click()
  await dialog.getByText(tr.refusal.staff.last_administrator).waitFor()
  await dialog.getByRole('button', { name: tr.shared.cancel }).click()
})

test('of two administrators who edit one directorate the later is told who was first, and chooses field by field', async () => {
  const second = await joins(await invites(desk(), { name: 'Yunus İkinci', email: 'yunus@gulpinar.example', roles: ['administrator'] }))
  for (const { page } of [administrator, second]) await opens(page, 'directorate', transport)
  await desk().getByLabel(inTurkish(say.field.does)).fill('Otobüs duraklarını yönetir.')
  await desk().getByLabel(inTurkish(say.field.name)).fill('Ulaşım ve Trafik Müdürlüğü')
  await second.page.getByLabel(inTurkish(say.field.does)).fill('Trafik ışıklarını yönetir.')
  await saves(second.page, transport)

  await saveButton(desk()).click()
  const told = desk().getByText(say.conflict.title).locator('xpath=ancestor::*[@role="status"]')
  await told.getByText(/Yunus İkinci/).waitFor()
  expect(await desk().getByLabel(inTurkish(say.field.does)).inputValue()).toBe('Otobüs duraklarını yönetir.')
  await told.getByRole('button', { name: say.conflict.compare }).click()
  const dialog = desk().getByRole('alertdialog')
  await dialog.getByText(/^Yunus İkinci, /).waitFor()
  await shot(administrator, '6-conflict')
  await ticks(dialog.getByRole('radio', { name: /Trafik ışıklarını yönetir/ }))
  await dialog.getByRole('button', { name: say.conflict.apply }).click()
  await saves(desk(), 'Ulaşım ve Trafik Müdürlüğü')
  expect(await desk().getByLabel(inTurkish(say.field.does)).inputValue()).toBe('Trafik ışıklarını yönetir.')
})

test('what is in use is not deleted but retired, and the history brings it back', async () => {
  await opens(desk(), 'place', 'Çarşı')
  await desk().getByRole('button', { name: say.delete.do, exact: true }).click()
  const dialog = desk().getByRole('alertdialog', { name: say.delete.inUseTitle })
  await dialog.getByText(/1 başvuru/).waitFor()
  expect(await dialog.getByRole('button', { name: say.delete.do, exact: true }).count()).toBe(0)
  await dialog.getByRole('button', { name: tr.shared.cancel }).click()

  await desk().getByRole('button', { name: say.retire.do }).click()
  await saves(desk(), 'Çarşı')
  const badge = desk().getByRole('main').getByText(say.field.retired, { exact: true })
  await badge.first().waitFor()
  await desk().getByText(say.history.title, { exact: true }).last().click()
  const newest = desk().locator('.change').first()
  await newest.getByText('admin@akmasa.local').waitFor()
  await shot(administrator, '7-history')
  await newest.getByRole('button', { name: say.history.undo, exact: true }).click()
  await desk().locator('.change').first().getByText(say.history.undoing).waitFor()
  await desk().getByRole('button', { name: say.retire.do }).waitFor()
})

test('nobody’s screen complained', () => {
  expect(people.flatMap((who) => who.errors)).toEqual([])
})
