/**
 * A crew in a village without a line: orders on the telephone, photographs and "done" noted offline, the browser closed and
 * opened again, and everything arrives once when the line is back.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../server/platform/ids.ts'
import { browserArguments } from './support/browser.ts'
import { type Desk, deskOf, topicOf } from './support/desk.ts'
import { type House, startHouse } from './support/house.ts'

type Order = { id: string; number: string; caseId: string; directorateId: string; status: string; version: number; what: string; photos: { shot: string }[] }
const folder = mkdtempSync(join(tmpdir(), 'akmasa-crew-'))
let house: House, officer: Desk, operator: Desk, crewId: string
beforeAll(async () => {
  house = await startHouse()
  ;[officer, operator] = await Promise.all([deskOf(house, house.account('officer', 'fen-isleri')), deskOf(house, house.account('operator'))])
  crewId = (await officer.ask<{ id: string; name: string }[]>('/crews'))[0]!.id
})
afterAll(async () => {
  await house?.[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

/** The same telephone each time: what it keeps stays in its folder. */
async function telephone(offline: boolean): Promise<AsyncDisposable & { context: BrowserContext; page: Page; errors: string[] }> {
  const context = await chromium.launchPersistentContext(folder, { ...browserArguments(), viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: 'tr-TR', timezoneId: 'Europe/Istanbul' })
  await context.setOffline(offline)
  const page = context.pages()[0] ?? (await context.newPage()), errors: string[] = []
  page.setDefaultTimeout(20_000)
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(`${house.endpoints.desk}/crew`)
  return { context, page, errors, [Symbol.asyncDispose]: () => context.close() }
}
/** An emergency on the road, given to the crew: its order needs a photograph of before and one of after. */
async function order(): Promise<Order> {
  const topic = await topicOf(operator, 'yol-cukuru') as { id: string; questions?: { key: string; type: string; required: boolean; choices?: { key: string }[] }[] }
  const [place] = await operator.ask<{ id: string }[]>('/places'), id = newId<string>()
  const answers = Object.fromEntries((topic.questions ?? []).filter((q) => q.required).map((q) => [q.key, q.type === 'yesno' ? true : q.type === 'number' ? 1 : q.type === 'choice' ? q.choices![0]!.key : q.type === 'date' ? '2026-11-23' : 'x']))
  const { status, body } = await operator.send('POST', '/cases', { id, kind: 'emergency', channel: 'phone', said: 'Yol çöktü, araba düşecek', topicId: topic.id, answers, where: { placeId: place!.id, street: 'Cami yanı', lat: 38.5, lon: 42.28 }, reporter: { anonymous: true, mayMessage: false, language: 'tr' } })
  expect([status, body]).toMatchObject([200, {}])
  for (;;) {
    const found = (await officer.ask<Order[]>(`/orders?caseId=${id}`)).find((one) => one.status === 'draft')
    if (!found) continue
    const given = await officer.send<Order>('PUT', `/orders/${found.id}`, { version: found.version, what: 'Çukur kapatılacak', from: '2099-01-01', to: '2099-01-02', crewId, notes: 'Trafik levhası koyun', contact: null })
    expect(given.status).toBe(200)
    return given.body
  }
}
/** A picture larger than is needed, as a camera makes it. */
const shot = async (page: Page, colour: string) => Buffer.from(await page.evaluate(async (c) => {
  const canvas = new OffscreenCanvas(2400, 1800), context = canvas.getContext('2d')!
  context.fillStyle = c
  context.fillRect(0, 0, 2400, 1800)
  return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer())]
}, colour))
const photograph = async (page: Page, which: 'before' | 'after', colour: string) =>
  page.locator(`input[data-shot=${which}]`).first().setInputFiles({ name: 'IMG.jpg', mimeType: 'image/jpeg', buffer: await shot(page, colour) })

test('a crew without a line: before, after and done, the browser closed and opened, and all of it arrives once', async () => {
  const job = await order(), account = house.account('crew', 'fen-isleri')
  await using first = await telephone(false)
  await first.page.getByLabel(/e-posta/i).fill(account.email)
  await first.page.getByLabel('Şifre', { exact: true }).fill(account.password)
  await first.page.keyboard.press('Enter')
  await first.page.getByText(job.number).waitFor()
  await first.page.evaluate(async () => { await navigator.serviceWorker.ready })

  await first.context.setOffline(true)
  await first.page.getByText(job.number).click()
  await first.page.getByRole('button', { name: 'Yola çıktım' }).click()
  await first.page.getByRole('button', { name: 'Başladım', exact: true }).click()
  await photograph(first.page, 'before', '#884400')
  await first.page.getByText('Gönderilmedi: 3').first().waitFor()
  await photograph(first.page, 'after', '#222222')
  await first.page.getByText('Gönderilmedi: 4').first().waitFor()
  await first.page.getByRole('button', { name: 'Bitti' }).click()
  await first.page.getByText('Bu iş bitti.').waitFor()
  expect(first.errors).toEqual([])
  await first.context.close()
  expect(await officer.ask<Order[]>(`/orders?caseId=${job.caseId}`)).toMatchObject([{ id: job.id, status: 'assigned', photos: [] }])

  await using second = await telephone(true)
  await second.page.getByText(job.number).waitFor()
  await second.page.getByText('Gönderilmedi: 5').first().waitFor()
  await second.context.setOffline(false)
  await second.page.getByText('Her şey gönderildi.').waitFor()
  const [done] = (await officer.ask<Order[]>(`/orders?caseId=${job.caseId}`)).filter((one) => one.id === job.id)
  expect([done!.status, done!.photos.map((photo) => photo.shot).sort()]).toEqual(['done', ['after', 'before']])
  const events = await officer.ask<{ what: string; by: string | null }[]>(`/orders/${job.id}/events`)
  expect(events.filter((event) => event.what === 'done')).toMatchObject([{ by: account.name }])
  const page = await officer.ask<{ attachments: { type: string; bytes: number }[]; tasks: { status: string }[] }>(`/cases/${job.caseId}`)
  expect(page.attachments.map((file) => file.type)).toEqual(['image/jpeg', 'image/jpeg'])
  expect(second.errors).toEqual([])
})

test('an order cancelled while the crew had no line: told in words, and note and photograph lie with the case', async () => {
  const job = await order()
  await using phone = await telephone(false)
  const { context, page } = phone
  await page.getByText(job.number).waitFor()
  await page.evaluate(async () => { await navigator.serviceWorker.ready })
  await context.setOffline(true)
  await page.getByText(job.number).click()
  await photograph(page, 'before', '#005500')
  await page.getByText('Gönderilmedi: 1').first().waitFor()
  await page.getByRole('button', { name: 'Not yaz' }).click()
  await page.getByRole('textbox').fill('Boru da kırık')
  await page.getByRole('button', { name: 'Notu ekle' }).click()
  await page.getByText('Gönderilmedi: 2').first().waitFor()
  expect((await officer.send('POST', `/orders/${job.id}/cancel`, { reason: 'Karayolları yapıyor' })).status).toBe(200)
  await context.setOffline(false)
  await page.getByText(/siz gönderene kadar iptal edilmişti/).nth(1).waitFor()
  await page.getByText('Karayolları yapıyor').first().waitFor()
  const found = await officer.ask<{ attachments: unknown[]; timeline: { what: string; facts: { words?: string } }[] }>(`/cases/${job.caseId}`)
  expect(found.attachments).toHaveLength(1)
  expect(found.timeline.filter((entry) => entry.what === 'order_late').map((entry) => entry.facts.words)).toEqual(['Boru da kırık'])
})

test('what the desk has taken and whose answer was lost on the way is sent again, and is still one', async () => {
  const job = await order()
  await using phone = await telephone(false)
  const { page } = phone
  let lost = 0
  await page.route('**/api/crew/orders/*/acts', async (route) => { await route.fetch(); lost++; await route.abort() }, { times: 2 })
  await page.getByText(job.number).click()
  await page.getByRole('button', { name: 'Yola çıktım' }).click()
  for (let times = 1; times <= 2; times++) {
    await expect.poll(() => lost).toBe(times)
    await page.getByText('Bağlantı yok').waitFor()
    await page.evaluate(() => dispatchEvent(new Event('online')))
  }
  await page.getByText('Her şey gönderildi.').waitFor()
  const events = await officer.ask<{ what: string }[]>(`/orders/${job.id}/events`)
  expect(events.filter((event) => event.what === 'on_the_way')).toHaveLength(1)
})

test('the rest of the desk is not kept on the telephone: only the crew’s page opens without a line', async () => {
  await using phone = await telephone(false)
  const { context, page } = phone
  await page.evaluate(async () => { await navigator.serviceWorker.ready })
  await page.goto(`${house.endpoints.desk}/sign-in`)
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
  await context.setOffline(true)
  const other = await context.newPage()
  await expect(other.goto(`${house.endpoints.desk}/inbox`)).rejects.toThrow()
  await page.goto(`${house.endpoints.desk}/crew`)
  await page.getByRole('heading', { name: 'İşlerim' }).waitFor()
})

test('a session that ended in the meantime loses nothing: she signs in, and it is sent', async () => {
  const job = await order(), account = house.account('crew', 'fen-isleri')
  await using phone = await telephone(false)
  const { context, page } = phone
  await page.getByText(job.number).waitFor()
  await context.setOffline(true)
  await page.getByText(job.number).click()
  await page.getByRole('button', { name: 'Yola çıktım' }).click()
  await page.getByText('Gönderilmedi: 1').first().waitFor()
  await context.clearCookies()
  await context.setOffline(false)
  await page.getByRole('link', { name: 'Giriş yap' }).click()
  await page.getByLabel(/e-posta/i).fill(account.email)
  await page.getByLabel('Şifre', { exact: true }).fill(account.password)
  await page.keyboard.press('Enter')
  await page.getByText('Her şey gönderildi.').waitFor()
  expect((await officer.ask<Order[]>(`/orders?caseId=${job.caseId}`)).find((one) => one.id === job.id)).toMatchObject({ status: 'on_the_way' })
})
