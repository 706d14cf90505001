/**
 * The main story: a citizen dials 153 with a real telephone, an operator answers in a browser and writes the case while
 * she listens, and in the same second it stands on the screens of both directorates. Keyboard only, from the ring on.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { tr } from '../console/src/texts/tr.ts'
import { launch, type Person, signedIn } from './support/browser.ts'
import { sippCall } from './support/caller.ts'
import { type House, startHouse } from './support/house.ts'
import { becomes, ready, talking } from './support/operator.ts'
import { loudness } from './support/sound.ts'

let house: House
let browser: Browser
let operator: Person
let lead: Person
let supporting: Person

beforeAll(async () => {
  ;[house, browser] = await Promise.all([startHouse(), launch()])
  operator = await signedIn(browser, house, house.account('operator'))
  lead = await signedIn(browser, house, house.account('officer', 'fen-isleri'))
  supporting = await signedIn(browser, house, house.account('officer', 'ulasim-hizmetleri'))
})
afterAll(async () => {
  await browser?.close()
  await house?.[Symbol.asyncDispose]()
})

/** For looking at while the story is written: `SHOTS=folder`. */
const shot = async (name: string): Promise<void> => { if (process.env.SHOTS) await operator.page.screenshot({ path: `${process.env.SHOTS}/${name}.png` }) }
/** As the page's own session. */
const ask = <T>(person: Person, path: string): Promise<T> => person.page.evaluate(async (p) => (await fetch(`/api${p}`)).json() as Promise<T>, path)

test('a call to 153 becomes a case on every desk concerned', async () => {
  const { page } = operator
  await page.getByRole('button', { name: /Durumum/ }).click()
  await page.getByRole('menuitemradio', { name: 'Hazır' }).click()
  await page.getByRole('heading', { name: 'Çağrı bekleniyor' }).waitFor()
  for (const office of [lead, supporting]) await office.page.getByRole('grid').or(office.page.getByRole('table')).first().waitFor()

  await using caller = await sippCall({
    sip: house.endpoints.sip, from: '+905000000301',
    words: 'Merhaba, ben Ayşe. Karşıyaka mahallesinde, okulun önünde, minibüs durağında yolda büyük bir çukur var. Arabalar zarar görüyor, çocuklar düşüyor.',
  })
  // The first ring: number, line, who it may be, and what we owe her.
  await page.getByRole('button', { name: /Yanıtla/ }).and(page.locator(':not([aria-disabled=true]):not(:disabled)')).waitFor()
  await page.getByText('0500 000 03 01').first().waitFor()
  await page.getByRole('radio', { name: /Ayşe Yıldızhan/ }).waitFor({ state: 'attached' })

  await page.keyboard.press('F2')
  await page.getByText('Görüşmede').first().waitFor()
  await page.getByLabel('Ne anlatıyor?').and(page.locator(':focus')).waitFor()
  await page.keyboard.type('Okulun önünde, durakta yolda büyük bir çukur var. Arabalar zarar görüyor.')
  await page.getByText('Yolda çukur').first().waitFor()

  await page.keyboard.press('Tab')
  await page.keyboard.type('karsiyaka')
  await page.getByRole('option', { name: /Karşıyaka Mahallesi/ }).first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Okulun önü')
  await page.keyboard.press('Tab')
  const offers = page.getByRole('radiogroup', { name: 'Konu', exact: true })
  await offers.locator(':focus').waitFor({ state: 'attached' })
  await page.keyboard.press(/\d/.exec(await offers.locator('label', { hasText: 'Yolda çukur' }).innerText())![0])
  await page.getByText('Fen İşleri Müdürlüğü').first().waitFor()
  const also = page.getByRole('combobox', { name: /Başka kimi/ })
  await also.focus()
  await page.keyboard.type('ulaşım')
  await page.getByRole('option', { name: /Ulaşım Hizmetleri/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await shot('topic')

  await page.keyboard.press('Alt+9')
  await page.getByRole('radio', { name: /Ayşe Yıldızhan/ }).focus()
  await page.keyboard.press('Space')
  await page.getByLabel('SMS ile bilgi almak istiyor').focus()
  await page.keyboard.press('Space')
  await shot('intake')
  await page.keyboard.press('Control+Enter')

  const heading = page.getByLabel(/Başvuru numarası \d/)
  await heading.waitFor()
  const number = /\d{4}-\d{6,}/.exec(await heading.innerText())![0]
  await page.getByText('Numara SMS ile gönderildi.').waitFor()

  // In the live inboxes of both, without anyone touching anything.
  for (const office of [lead, supporting]) await office.page.getByText(number).or(office.page.getByText(/1 yeni kayıt/)).first().waitFor()

  await page.keyboard.press('Shift+F2')
  expect(await caller.over).toBe(0)

  type Row = { id: string; number: string; status: string; place: string; task: string }
  for (const office of [lead, supporting]) {
    const { rows } = await ask<{ rows: Row[] }>(office, `/cases?q=${number}`)
    expect(rows).toMatchObject([{ number, status: 'routed', task: 'open', place: 'Karşıyaka Mahallesi' }])
  }
  const { rows: [found] } = await ask<{ rows: Row[] }>(lead, `/cases?q=${number}`)
  const story = await ask<{ timeline: { what: string }[]; reporter: { name: string; phone: string }; calls: { callId: string }[]; tasks: { part: string }[] }>(lead, `/cases/${found!.id}`)
  expect(story.timeline.map((e) => e.what)).toEqual(expect.arrayContaining(['opened', 'routed']))
  expect(story.reporter).toMatchObject({ name: 'Ayşe Yıldızhan', phone: '+905000000301' })
  expect(story.tasks.map((t) => t.part)).toContain('supporting')
  expect(story.calls).toHaveLength(1)

  await expect.poll(async () => (await ask<{ rows: { text: string; status: string; to: string }[] }>(operator, `/messages?caseId=${found!.id}`)).rows)
    .toMatchObject([{ status: 'spooled', to: '+905000000301', text: expect.stringContaining(number) }])
})

test('the call is one true row, and its recording has both voices', async () => {
  const chief = await signedIn(browser, house, house.account('supervisor'))
  type Calls = { rows: { id: string; result: string; from: string; hungUpBy: string; recorded: boolean; cases: { number: string }[]; answeredAt: string; rangAt: string; queuedAt: string; arrivedAt: string; endedAt: string }[] }
  await expect.poll(async () => (await ask<Calls>(chief, '/calls')).rows).toMatchObject([{ result: 'answered', from: '+905000000301', hungUpBy: 'operator', recorded: true, cases: [{}] }])
  const { rows: [call] } = await ask<Calls>(chief, '/calls')
  const times = [call!.arrivedAt, call!.queuedAt, call!.rangAt, call!.answeredAt, call!.endedAt]
  expect([...times].sort()).toEqual(times)

  const wav = await chief.page.evaluate(async (id) => {
    const answer = await fetch(`/api/calls/${id}/recording?why=deneme`)
    return [...new Uint8Array(await answer.arrayBuffer())]
  }, call!.id)
  const { citizen, desk } = loudness(Buffer.from(wav))
  expect(citizen).toBeGreaterThan(300) // her speech
  expect(desk).toBeGreaterThan(300) // the browser's microphone, which hums
  expect(await ask<{ code?: string }>(lead, `/calls/${call!.id}`)).toMatchObject({ code: 'permission.needed' })
})

test('a caller who only asks is read an answer; one key closes the contact with its topic and counts it', async () => {
  const { page } = operator
  await page.goto(house.endpoints.desk)
  await ready(operator)
  await using _caller = await sippCall({ sip: house.endpoints.sip, from: '+905000000302', words: 'Merhaba, çöp bizim sokaktan hangi saatte alınıyor?' })
  await becomes(operator, 'ringing')
  await page.keyboard.press('F2')
  await talking(operator)
  await page.keyboard.press('Alt+8')
  await page.keyboard.type('cop saati')
  await page.getByRole('list', { name: tr.intake.knowledge.list }).getByText('Çöp bizim sokaktan').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /Okundu, kapat/ }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /Okundu, kapat/ }).waitFor({ state: 'detached' })
  await page.keyboard.press('Shift+F2')
  // Nothing is left for her to do: the result was the answer.
  await becomes(operator, 'ready')

  type Found = { rows: { from: string; result: string; cases: unknown[]; wrapUp: { topicId: string | null } | null }[] }
  const row = async () => (await ask<Found>(operator, '/calls')).rows.find((one) => one.from === '+905000000302')
  await expect.poll(row).toMatchObject({ result: 'answered', cases: [], wrapUp: { topicId: expect.any(String) } })
  expect(await ask<unknown[]>(operator, '/drafts')).toEqual([])
})

test('nobody’s screen complained', () => {
  expect([operator, lead, supporting].flatMap((person) => person.errors)).toEqual([])
})
