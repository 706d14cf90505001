/**
 * From the case to a citizen who says "done": two directorates propose, their directors approve, the operator agrees it with
 * her on the telephone, a crew works where there is no line, and she confirms by the link of an SMS. Then it breaks again.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Locator, Page } from 'playwright-core'
import { tr } from '../console/src/texts/tr.ts'
import { words as linkWords } from '../portal/src/link-words.ts'
import { launch, type Person, person, signedIn } from './support/browser.ts'
import { type Callee, sippCallee } from './support/callee.ts'
import { type Gateway, smsGateway } from './support/gateway.ts'
import { type House, startHouse } from './support/house.ts'
import { becomes, talking } from './support/operator.ts'
import { soon } from './support/soon.ts'

let house: House
let browser: Browser
let data: string
let callee: Callee
let gateway: Gateway
let operator: Person
const citizen = { name: 'Gülten Oymak', phone: '+905321110077' }
const directorates = ['fen-isleri', 'su-kanalizasyon'] as const
const caseIs = { id: crypto.randomUUID().replace(/^(.{14})./, '$17'), number: '' }

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'akmasa-house-'))
  ;[callee, gateway] = await Promise.all([sippCallee('Evet, kabul ediyorum. Ne zaman geleceksiniz?'), smsGateway()])
  writeFileSync(join(data, 'telephone.json'), JSON.stringify({ trunk: { host: '127.0.0.1', port: callee.port } }))
  ;[house, browser] = await Promise.all([startHouse({ data, env: { SMS_GATEWAY_URL: gateway.url } }), launch()])
  operator = await signedIn(browser, house, house.account('operator'))
  await rulesOfTheStory()
})
afterAll(async () => {
  await browser?.close()
  await house?.[Symbol.asyncDispose]()
  await gateway?.[Symbol.asyncDispose]()
  await callee?.[Symbol.asyncDispose]()
  if (data) rmSync(data, { recursive: true, force: true })
})

const shot = async (page: Page, name: string): Promise<void> => { if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true }) }
/** As the page's own session. */
async function ask<T>({ page }: Person, path: string, wish?: { method: string; body: unknown }): Promise<T> {
  const [status, text] = await page.evaluate(async ([p, w]) => {
    const answer = await fetch(`/api${p}`, w ? { method: w.method, body: JSON.stringify(w.body), headers: { 'content-type': 'application/json', 'x-akmasa': '1' } } : {})
    return [answer.status, await answer.text()] as const
  }, [path, wish] as const)
  if (status >= 400) throw new Error(`${path}: ${status} ${text}`)
  return JSON.parse(text) as T
}
const status = async () => (await ask<{ status: string }>(operator, `/cases/${caseIs.id}`)).status
const open = async ({ page }: Person, path: string) => { await page.goto(`${house.endpoints.desk}${path}`); await page.getByRole('banner').waitFor() }
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
/** A day typed in parts, as the field wants it. */
async function typeDay(within: Locator | Page, label: string, day: Date): Promise<void> {
  const part = (unit: Intl.DateTimeFormatPartTypes) => new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Istanbul', day: '2-digit', month: '2-digit', year: 'numeric' }).formatToParts(day).find((one) => one.type === unit)!.value
  const first = within.getByRole('group', { name: label }).getByRole('spinbutton').first()
  await first.click()
  await first.page().keyboard.type(`${part('day')}${part('month')}${part('year')}`)
}

/** The administrator's rules for this story: the topic wants a photograph of after the work, and messages go out at any hour, each at once. */
async function rulesOfTheStory(): Promise<void> {
  const administrator = await signedIn(browser, house, house.account('administrator'))
  const topics = await ask<{ id: string; slug: string }[]>(administrator, '/topics')
  const { id } = topics.find((topic) => topic.slug === 'asfalt-istegi')!
  const row = await ask<{ version: number; value: { loop: object } }>(administrator, `/settings/topic/${id}`)
  await ask(administrator, '/settings', { method: 'PUT', body: { kind: 'topic', id, version: row.version, value: { ...row.value, loop: { ...row.value.loop, evidence: 'after' } } } })
  const rules = await ask<{ version: number; value: object }>(administrator, '/settings/contact_rules/contact')
  await ask(administrator, '/settings', { method: 'PUT', body: { kind: 'contact_rules', id: 'contact', version: rules.version, value: { ...rules.value, quietFrom: '00:00', quietTo: '00:00', bundleMinutes: 0 } } })
  await administrator.context.close()
}

test('the case is with both directorates, and each writes its own part of the solution', async () => {
  const topic = (await ask<{ id: string; slug: string }[]>(operator, '/topics')).find((one) => one.slug === 'asfalt-istegi')!
  const [place] = await ask<{ placeId: string }[]>(operator, '/places/search?q=karsiyaka')
  const opened = await ask<{ number: string; supporting: unknown[] }>(operator, '/cases', {
    method: 'POST', body: { id: caseIs.id, kind: 'request', channel: 'phone', said: 'Sokağımız toprak, yağmurda çamurdan yürünmüyor. Asfalt istiyoruz.', topicId: topic.id, where: { placeId: place!.placeId }, reporter: { ...citizen, mayMessage: true } },
  })
  caseIs.number = opened.number
  expect(opened.supporting).toHaveLength(1)
  for (const [i, directorate] of directorates.entries()) {
    const officer = await signedIn(browser, house, house.account('officer', directorate)), { page } = officer
    await open(officer, `/cases/${caseIs.id}`)
    await page.getByRole('button', { name: tr.cases.move.take }).click()
    await page.getByRole('button', { name: tr.proposal.form.open }).click()
    const form = page.getByRole('form', { name: tr.proposal.form.title })
    const source = form.getByLabel(tr.cases.found.words)
    if (await source.count()) await source.fill('Yol hiç yapılmamış')
    await form.getByLabel(tr.proposal.field.what).fill(i === 0 ? 'Sokağınıza asfalt dökeceğiz' : 'Asfalttan önce su hattını kontrol edeceğiz')
    await form.getByLabel(tr.proposal.field.byWhom).fill(i === 0 ? 'Yol bakım ekibi' : 'Su arıza ekibi')
    await typeDay(form, tr.proposal.field.from, inDays(1 + i))
    await typeDay(form, tr.proposal.field.to, inDays(2 + i))
    await form.getByRole('button', { name: tr.proposal.form.propose, exact: true }).click()
    await page.getByText(i === 0 ? tr.proposal.part.waits : tr.proposal.leadSends).first().waitFor()
    await shot(page, `proposal-${directorate}`)
    expect(officer.errors).toEqual([])
    await officer.context.close()
  }
  await soon(status).toBe('proposed')
})

test('the lead sends the whole in plain words, and both directors approve what the citizen will hear', async () => {
  const lead = await signedIn(browser, house, house.account('officer', directorates[0])), { page } = lead
  await open(lead, `/cases/${caseIs.id}`)
  const whole = page.getByLabel(tr.proposal.plain.tr, { exact: true })
  await whole.fill('Önce su hattını kontrol edeceğiz, sonra sokağınıza asfalt dökeceğiz.')
  await page.getByRole('button', { name: tr.proposal.form.send }).click()
  await soon(status).toBe('awaiting_approval')
  await lead.context.close()
  for (const directorate of directorates) {
    const director = await signedIn(browser, house, house.account('director', directorate)), screen = director.page
    await open(director, '/approvals')
    await screen.getByRole('button', { name: new RegExp(caseIs.number) }).click()
    await screen.getByText('Önce su hattını kontrol edeceğiz').first().waitFor()
    await shot(screen, `approvals-${directorate}`)
    await screen.getByRole('button', { name: tr.proposal.decide.approve, exact: true }).click()
    await screen.getByText(tr.proposal.queue.empty).or(screen.getByText(tr.proposal.queue.decided)).first().waitFor()
    expect(director.errors).toEqual([])
    await director.context.close()
  }
  await soon(status).toBe('discussing')
})

test('the operator reads it to the citizen on the telephone, and she agrees', async () => {
  const { page } = operator
  await open(operator, '/tasks')
  const owed = page.getByRole('row').filter({ hasText: caseIs.number })
  await owed.getByRole('button', { name: tr.agreement.task.open }).or(owed.getByRole('link', { name: tr.agreement.task.open })).click()
  await page.getByRole('heading', { name: tr.agreement.title }).waitFor()
  await page.getByText('Önce su hattını kontrol edeceğiz').first().waitFor()
  await page.getByRole('button', { name: tr.agreement.call, exact: false }).and(page.locator('.primary')).waitFor()
  await soon(async () => page.getByText(tr.agreement.callYourself).count()).toBe(0)
  await page.keyboard.press('Shift+F8')
  await becomes(operator, 'on_call')
  await talking(operator)
  await shot(page, 'agree')
  await page.getByText(tr.agreement.answer.agreed, { exact: true }).click()
  await page.getByRole('button', { name: tr.agreement.save }).click()
  await soon(status).toBe('planned')
  await page.keyboard.press('Shift+F2')
  const { calls } = await soonValue(() => ask<{ calls: { recorded: boolean; seconds: number | null }[] }>(operator, `/cases/${caseIs.id}`), (one) => one.calls.some((call) => call.recorded && call.seconds !== null))
  expect(calls.length).toBeGreaterThan(0)
  await soon(() => gateway.to(citizen.phone).length, 'she has it in writing').toBeGreaterThan(1)
})
async function soonValue<T>(look: () => Promise<T>, good: (value: T) => boolean): Promise<T> {
  let value = await look()
  await soon(async () => good((value = await look()))).toBe(true)
  return value
}

test('the crews have their orders; one of them works where there is no line, and nothing is lost or sent twice', async () => {
  for (const [i, directorate] of directorates.entries()) {
    const officer = await signedIn(browser, house, house.account('officer', directorate)), { page } = officer
    await open(officer, `/cases/${caseIs.id}`)
    const panel = page.getByRole('region', { name: tr.work.panel })
    await panel.getByRole('button', { name: tr.work.plan }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: new RegExp(tr.work.crewOf) }).click()
    await page.getByRole('option', { name: i === 0 ? /Yol bakım ekibi/ : /Su arıza ekibi/ }).click()
    await dialog.getByRole('button', { name: tr.shared.save }).click()
    await dialog.waitFor({ state: 'detached' })
    await panel.getByText(tr.work.status.assigned).first().waitFor()
    await shot(page, `work-${directorate}`)
    await officer.context.close()
  }
  for (const [i, directorate] of directorates.entries()) await doneBy(directorate, i === 0)
  await soon(status).toBe('awaiting_confirmation')
  const { attachments } = await ask<{ attachments: unknown[] }>(operator, `/cases/${caseIs.id}`)
  expect(attachments).toHaveLength(2)
})
async function doneBy(directorate: string, offline: boolean): Promise<void> {
  const { email, password } = house.account('crew', directorate), { page, context } = await person(browser, { width: 360, height: 740 })
  await page.goto(`${house.endpoints.desk}/crew`)
  await page.getByLabel(/e-posta/i).fill(email)
  await page.getByLabel('Şifre', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: tr.work.crew.title }).waitFor()
  if (offline) {
    // The page itself is kept for the day without a line; then the line goes.
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
    await context.setOffline(true)
    await page.reload()
  }
  await page.getByRole('link', { name: new RegExp(caseIs.number) }).click()
  await page.getByRole('button', { name: tr.work.act.started }).click()
  await page.locator('input[data-shot=after]').first().setInputFiles({ name: 'sonra.png', mimeType: 'image/png', buffer: picture })
  await page.getByRole('button', { name: tr.work.act.done, exact: true }).click()
  if (offline) {
    await page.getByText(tr.work.crew.offline).first().waitFor()
    await page.getByText(tr.work.crew.unsent).first().waitFor()
    await shot(page, 'crew-offline')
    // The telephone is put away and taken out again; what was done is still in it.
    await page.reload()
    await page.getByText(tr.work.crew.unsent).first().waitFor()
    expect(await status()).toBe('planned')
    await context.setOffline(false)
  }
  await page.getByText(tr.work.crew.finished).or(page.getByText(tr.work.crew.allSent)).first().waitFor()
  const sent = () => ask<{ orders: { directorate: unknown; status: string; photos: unknown[] }[] }>(operator, `/cases/${caseIs.id}/work`)
  await soon(async () => (await sent()).orders.filter((order) => order.status === 'done' && order.photos.length === 1).length).toBe(offline ? 1 : 2)
  await shot(page, `crew-${directorate}`)
  await context.close()
}
/** A red square of 40 by 40. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAACgAAAAoCAIAAAADnC86AAAAOUlEQVR42u3NMQEAAAgDoC251Q3h4QcBaCbvVCQSiUQikUgkEolEIpFIJBKJRCKRSCQSiUQikUgkOltJ7QEdwyV0AAAAAABJRU5ErkJggg==', 'base64')

test('by the link of the SMS she says that it is fixed, without any script, and marks it', async () => {
  const link = await soonValue(async () => gateway.to(citizen.phone).map((text) => /https?:\/\/\S+\/t\/\S+/.exec(text)?.[0]).findLast(Boolean), (found) => found !== undefined)
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 }, locale: 'tr-TR' }), page = await context.newPage(), t = linkWords.tr
  await page.goto(link!)
  await page.getByRole('heading', { name: t.doneTitle }).first().waitFor()
  await shot(page, 'confirm')
  await page.getByLabel(t.yes).check()
  await page.getByRole('button', { name: t.next }).click()
  await page.getByText(t.thanksFixed).waitFor()
  await page.getByLabel(/5/).check()
  await page.getByRole('button', { name: t.markSend }).click()
  await page.getByText(t.thanksMark).waitFor()
  expect(await status()).toBe('closed')

  // A week later the asphalt is gone: the same link, her words and a photograph.
  await page.getByRole('link', { name: t.reopen }).click()
  await page.getByLabel(t.brokenWords).fill('Asfalt ilk yağmurda söküldü.')
  await page.locator('input[type=file]').setInputFiles({ name: 'sokuldu.png', mimeType: 'image/png', buffer: picture })
  await page.getByRole('button', { name: t.brokenSend }).click()
  await page.getByText(t.thanksBroken).waitFor()
  await shot(page, 'not-fixed')
  await context.close()
})

test('not fixed: it is with the same people again, with her words and her photograph, and it counts', async () => {
  expect(await status()).toBe('reopened')
  const officer = await signedIn(browser, house, house.account('officer', directorates[0])), { page } = officer
  await open(officer, `/cases/${caseIs.id}`)
  await page.getByText('Asfalt ilk yağmurda söküldü.').first().waitFor()
  await page.getByText('1 kez düzelmedi').first().waitFor()
  const { tasks, attachments } = await ask<{ tasks: { status: string; takenBy: string | null }[]; attachments: unknown[] }>(officer, `/cases/${caseIs.id}`)
  expect(tasks.map((task) => [task.status, task.takenBy !== null])).toEqual([['taken', true], ['taken', true]])
  expect(attachments).toHaveLength(3)
  await shot(page, 'reopened')
  expect([...officer.errors, ...operator.errors]).toEqual([])
  await officer.context.close()
})

test('whoever reads the case reads every word that was said, and nobody was left without news', async () => {
  const { page } = operator
  await open(operator, `/cases/${caseIs.id}`)
  await shot(page, 'case-ledger')
  const { words } = await ask<{ words: { direction: string; channel: string; trueNews: boolean }[] }>(operator, `/cases/${caseIs.id}/words`)
  expect(words.filter((word) => word.direction === 'out' && word.channel === 'sms').length).toBeGreaterThanOrEqual(3)
  expect(words.some((word) => word.direction === 'out' && word.channel === 'call')).toBe(true)
  expect(words.some((word) => word.direction === 'in')).toBe(true)
  const { rows } = await ask<{ rows: { caseId: string; stage: string }[] }>(operator, '/silences?all=true')
  expect(rows.find((row) => row.caseId === caseIs.id)?.stage).toBe('calm')
})
