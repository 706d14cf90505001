/** Bad days that people make: who hangs up when, whose number is no number, whose browser is gone, who presses twice. */
import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { en } from '../console/src/texts/en.ts'
import { tr } from '../console/src/texts/tr.ts'
import { openPhone, type Phone } from '../server/testing/sip.ts'
import { launch } from './support/browser.ts'
import { type Desk, deskOf, draftsOf, type Ledger, ledgerFrom, topicOf } from './support/desk.ts'
import { type Account, type House, startHouse } from './support/house.ts'
import { shortenAnnouncements, sipPort } from './support/machines.ts'
import { answers, away, becomes, bothHear, type Operator, phaseOf, presence, ready, seated, wrapsUp, writes, written } from './support/operator.ts'
import { soon } from './support/soon.ts'

let house: House
let browser: Browser
let chief: Desk
let phone: Phone
let first: Operator
let second: Operator
let ledger: Ledger
const accountsOf = (role: string): Account[] => house.accounts.filter((a) => a.roles.includes(role))

beforeAll(async () => {
  ;[house, browser] = await Promise.all([startHouse(), launch()])
  chief = await deskOf(house, house.account('supervisor'))
  phone = await openPhone({ sipPort: sipPort(house) })
  const [one, two] = accountsOf('operator')
  first = await seated(browser, house, one!)
  second = await seated(browser, house, two!)
})
afterAll(async () => {
  await phone?.[Symbol.asyncDispose]()
  await browser?.close()
  await house?.[Symbol.asyncDispose]()
})

/** Every call so far is one row and says what became of it. */
const ledgerSays = (rows: string[]) => soon(() => ledger.told()).toEqual(rows.toSorted())
const tasksFor = async (number: string) => (await chief.ask<{ phone: string; reason: string; callId: string }[]>('/call-tasks')).filter((t) => t.phone === number)

test('a caller may hang up at any moment, under any name: each call is one row that says so', async () => {
  ledger = await ledgerFrom(chief)
  await ready(first)
  const talk = await phone.call('153', { from: '+905550000001' })
  await answers(first)
  await bothHear(talk, first)

  // The only operator talks, so whoever comes now waits.
  const notice = await (await phone.call('153', { from: '+905550000002' })).answered()
  notice.hangUp()
  const greeting = await phone.call('153', { from: '+905550000003' })
  const queue = await phone.call('153', { from: '+905550000004' })
  const strange = ['anonymous', '%3Cscript%3Ealert(1)%3C%2Fscript%3E', '+90(555)000', '90555000000612345678', "0532'%20or%20'1'='1", '%C3%BCnl%C3%BC']
  const strangers = await Promise.all(strange.map((from) => phone.call('153', { from })))
  await soon(async () => (await ledger.of('+905550000003'))?.recorded).toBe(true)
  greeting.hangUp()
  shortenAnnouncements(house)
  await soon(async () => (await ledger.rows()).filter((c) => c.queuedAt && !c.endedAt && !c.answeredAt).length).toBe(1 + strange.length)
  queue.hangUp()
  for (const line of strangers) line.hangUp()
  await soon(async () => (await ledger.rows()).filter((c) => !c.endedAt).length).toBe(1)

  talk.hangUp()
  await wrapsUp(first)
  const ringing = await phone.call('153', { from: '+905550000005' })
  await becomes(first, 'ringing')
  await first.page.getByText('0555 000 00 05').first().waitFor()
  ringing.hangUp()
  await becomes(first, 'ready')
  await soon(() => presence(first)).toMatchObject({ state: 'ready' })

  // Whoever has no number is answered like anyone, and the screen says so.
  const hidden = await phone.call('153', { from: 'anonymous' })
  await becomes(first, 'ringing')
  await first.page.getByText(tr.softphone.noNumber).first().waitFor()
  await answers(first)
  await bothHear(hidden, first)
  hidden.hangUp()
  await wrapsUp(first)

  const name = first.account.name
  await ledgerSays([
    `+905550000001, answered, caller, ${name}`, '+905550000002, abandoned_notice, caller', '+905550000003, abandoned_greeting, caller', '+905550000004, abandoned_queue, caller',
    ...strange.map(() => 'hidden, abandoned_queue, caller'), '+905550000005, abandoned_ringing, caller', `hidden, answered, caller, ${name}`,
  ])
  // Those who waited for us in vain are owed a call; whoever left in the announcements, or cannot be called, is not.
  for (const owed of ['+905550000004', '+905550000005']) expect(await tasksFor(owed)).toMatchObject([{ reason: 'abandoned' }])
  for (const not of ['+905550000001', '+905550000002', '+905550000003']) expect(await tasksFor(not)).toEqual([])
  expect(first.errors).toEqual([])
})

test('two operators who answer at the same moment: each call has exactly one of them', async () => {
  ledger = await ledgerFrom(chief)
  await ready(first)
  await ready(second)
  const call = await phone.call('153', { from: '+905550000011' })
  await soon(async () => [await phaseOf(first), await phaseOf(second)].toSorted()).toEqual(['ready', 'ringing'])
  await Promise.all([first, second].map((o) => o.page.keyboard.press('F2')))
  await soon(async () => [await phaseOf(first), await phaseOf(second)].toSorted()).toEqual(['on_call', 'ready'])
  const [talks, waits] = (await phaseOf(first)) === 'on_call' ? [first, second] : [second, first]
  await bothHear(call, talks)
  expect(await phaseOf(waits)).toBe('ready')

  // A second call at the same time belongs to the other one, whoever presses.
  const other = await phone.call('153', { from: '+905550000012' })
  await becomes(waits, 'ringing')
  await Promise.all([first, second].map((o) => o.page.keyboard.press('F2')))
  await becomes(waits, 'on_call')
  await bothHear(other, waits)
  expect(await phaseOf(talks)).toBe('on_call')
  call.hangUp()
  other.hangUp()
  await wrapsUp(talks)
  await wrapsUp(waits)
  await ledgerSays([`+905550000011, answered, caller, ${talks.account.name}`, `+905550000012, answered, caller, ${waits.account.name}`])
})

test('a browser gone in mid-call: the caller is let go, the seat is not rung, and what was typed is there at another seat', async () => {
  ledger = await ledgerFrom(chief)
  await ready(first)
  await away(second)
  const call = await phone.call('153', { from: '+905550000021' })
  await answers(first)
  await bothHear(call, first)
  await writes(first, 'Sokakta su patladı, kaldırım')
  const callId = (await ledger.of('+905550000021'))?.id
  await soon(() => draftsOf(chief, callId)).toEqual(['Sokakta su patladı, kaldırım'])
  // The page's process dies with all it had: no good-bye on the line, none to the desk.
  await first.page.goto('chrome://crash').catch(() => {})

  await ready(second)
  const next = await phone.call('153', { from: '+905550000022' })
  await answers(second)
  await bothHear(next, second)
  next.hangUp()
  await wrapsUp(second)
  await away(second)

  await call.ended()
  await ledgerSays([`+905550000021, answered, system, ${first.account.name}`, `+905550000022, answered, caller, ${second.account.name}`])

  const anew = await seated(browser, house, first.account)
  await becomes(anew, 'wrap_up')
  await soon(() => written(anew)).toBe('Sokakta su patladı, kaldırım')
  await writes(anew, ' çöktü')
  await soon(() => draftsOf(chief, callId)).toEqual(['Sokakta su patladı, kaldırım çöktü'])
  await wrapsUp(anew)
  const again = await phone.call('153', { from: '+905550000023' })
  await answers(anew)
  await bothHear(again, anew)

  // A tab that is closed says good-bye: the caller is not kept for a second.
  await anew.page.close()
  await again.ended()
  await ledgerSays([`+905550000021, answered, system, ${first.account.name}`, `+905550000022, answered, caller, ${second.account.name}`, `+905550000023, answered, operator, ${first.account.name}`])
  await anew.context.close()
})

test('the same submit twice is one case: two presses, and two requests at once', async () => {
  const { page } = second
  const sent: Request[] = []
  page.on('request', (request) => { if (request.method() === 'POST' && request.url().endsWith('/api/cases')) sent.push(request) })
  await page.getByRole('button', { name: tr.intake.idle.new }).waitFor()
  await page.keyboard.press('Alt+n')
  await writes(second, 'İkikez: rögar taşıyor, sokak pis su içinde')
  await page.getByLabel(tr.intake.landmark).fill('Fırının önü')
  await page.getByLabel(tr.intake.name, { exact: true }).fill('Deneme Kişisi')
  await page.getByRole('radio', { name: /Tıkalı kanalizasyon/ }).focus()
  await page.keyboard.press('Space')
  await page.getByText('Su ve Kanalizasyon').first().waitFor()
  await Promise.all([page.keyboard.press('Control+Enter'), page.keyboard.press('Control+Enter'), page.keyboard.press('Control+Enter')])
  await page.getByText(tr.intake.sent.title).waitFor()
  const found = async (words: string) => (await chief.ask<{ rows: { number: string }[] }>(`/cases?view=all&q=${encodeURIComponent(words)}`)).rows
  expect(await found('İkikez')).toHaveLength(1)
  expect(sent).toHaveLength(1)

  const body = { id: crypto.randomUUID(), kind: 'complaint', channel: 'counter', said: 'Üçkez: aynı istek', topicId: (await topicOf(chief, 'kanal-tikali')).id, where: { words: 'Fırının önü' }, reporter: { name: 'Deneme Kişisi' } }
  const both = await Promise.all([chief, chief, chief].map((desk) => desk.send<{ id: string; number: string }>('POST', '/cases', body)))
  expect(both.map((b) => b.status)).toEqual([200, 200, 200])
  expect(new Set(both.map((b) => b.body.number)).size).toBe(1)
  expect(await found('Üçkez')).toHaveLength(1)
})

/** The words stand at the field itself, where a screen reader finds them too. */
const saysBeside = (page: Page, label: string, words: string) => soon(() => page.getByLabel(label, { exact: true }).and(page.locator('input, textarea')).evaluate((field) => ({
  invalid: field.getAttribute('aria-invalid'), words: (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' '),
})), `${label}: ${words}`).toEqual({ invalid: 'true', words: expect.stringContaining(words) })

test.each([['Turkish', 'tr', tr], ['English', 'en', en]] as const)('nonsense in a form: every field says in %s what is wrong, beside it', async (_, language, texts) => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  const enter = async (account: Account) => {
    await page.getByLabel(texts.identity.signIn.email).fill(account.email)
    await page.getByLabel(texts.identity.signIn.password, { exact: true }).fill(account.password)
    await page.keyboard.press('Enter')
    await page.getByRole('banner').waitFor()
  }
  await page.goto(house.endpoints.desk)
  if (language === 'en') await page.getByRole('button', { name: tr.shell.account.language }).click()
  await page.getByLabel(texts.identity.signIn.email).fill('zeynep')
  await page.keyboard.press('Enter')
  await saysBeside(page, texts.identity.signIn.email, texts.field.email)
  await saysBeside(page, texts.identity.signIn.password, texts.field.required)

  const [, , third] = accountsOf('operator')
  await (await deskOf(house, third!)).send('POST', '/me/language', { language })
  await enter(third!)
  await page.getByRole('button', { name: texts.intake.idle.new }).waitFor()
  await page.keyboard.press('Alt+n')
  await page.getByLabel(texts.intake.phone, { exact: true }).fill('beş yüz elli')
  await page.keyboard.press('Control+Enter')
  await saysBeside(page, texts.intake.said, texts.intake.gap.said)
  await saysBeside(page, texts.intake.place, texts.intake.gap.where)
  await saysBeside(page, texts.intake.findTopic, texts.intake.gap.topic)
  await saysBeside(page, texts.intake.phone, texts.intake.gap.phone)
  await page.getByLabel(texts.intake.phone, { exact: true }).fill('')
  await saysBeside(page, texts.intake.name, texts.intake.gap.reporter)
  await page.keyboard.press('Control+Enter')
  await soon(() => page.getByLabel(texts.intake.said).evaluate((field) => field === document.activeElement)).toBe(true)

  await page.context().clearCookies()
  const administrator = house.account('administrator')
  await (await deskOf(house, administrator)).send('POST', '/me/language', { language })
  await page.goto(`${house.endpoints.desk}/staff`)
  await enter(administrator)
  const { staff, field } = texts.settings
  await page.getByRole('button', { name: staff.invite }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(field.phone, { exact: true }).fill('evde yok')
  await dialog.getByRole('button', { name: staff.send }).click()
  await saysBeside(page, field.name, texts.field.required)
  await saysBeside(page, field.email, texts.field.email)
  await saysBeside(page, field.phone, texts.field.invalid_format)
  await page.getByRole('group', { name: field.roles }).locator('..').getByText(texts.field.required).waitFor()
  await context.close()
})

test('whatever goes round the form is refused with every wrong field by name', async () => {
  const { status, body } = await chief.send<{ code: string; errors: { path: string }[] }>('POST', '/cases', {
    id: 'x', kind: 'nonsense', channel: 'pigeon', said: ' ', topicId: 7, where: { lat: 300, placeId: 'there' }, reporter: { phone: 'call me' }, also: 'all', answers: [],
  })
  expect(status).toBe(422)
  expect(body.code).toBe('input.bad')
  expect(body.errors.map((e) => e.path)).toEqual(expect.arrayContaining(['id', 'kind', 'channel', 'said', 'topicId', 'where.lat', 'where.placeId', 'reporter.phone', 'also', 'answers']))
  expect((await chief.send('POST', '/cases', undefined)).status).toBe(422)
})
