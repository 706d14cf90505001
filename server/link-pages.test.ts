/** The citizens' pages over real HTTP, as a telephone's browser asks them: no JavaScript, no cookie, no header of ours. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CaseId } from '../contracts/cases.ts'
import { moveCase } from './rooms/cases/moving.ts'
import { opened, type Town } from './rooms/cases/testing.ts'
import { linkHouse, png, start } from './testing/links.ts'
import { testServer } from './testing/server.ts'
import { operator, supervisor, type TestDesk } from './testing.ts'

type House = Awaited<ReturnType<typeof linkHouse>>
let house: House, desk: TestDesk, town: Town, files: House['files'], address: string
let resolved: House['resolved'], linkIn: House['linkIn'], offered: House['offered'], finish: House['finish'], settle: House['settle']
beforeAll(async () => { house = await linkHouse(); ({ desk, town, files, address, resolved, linkIn, offered, finish, settle } = house) })
beforeEach(() => desk.clock.set(start))
afterAll(() => house[Symbol.asyncDispose]())

let ip = 1
const ask = async (path: string, given: RequestInit = {}) => {
  const response = await fetch(address + path, { redirect: 'manual', ...given, headers: { 'x-forwarded-for': `10.0.${ip >> 8}.${ip & 255}`, ...given.headers } })
  return { status: response.status, text: await response.text(), headers: response.headers, to: response.headers.get('location') }
}
const press = (path: string, fields: Record<string, string>) => ask(path, { method: 'POST', body: new URLSearchParams(fields) })
function send(path: string, words: string, photo?: { name: string; bytes: Buffer; type?: string }) {
  const body = new FormData()
  body.set('words', words)
  body.set('photo', photo ? new Blob([new Uint8Array(photo.bytes)], { type: photo.type ?? 'image/png' }) : new Blob([]), photo?.name ?? '')
  return ask(path, { method: 'POST', body })
}
const statusOf = async (id: CaseId) => (await desk.look<{ status: string }>('select status from cases.case where id = $1', [id]))[0]!.status
const round = async (id: CaseId) => (await desk.look<{ answer: string | null; how: string | null; words: string | null; attachment_id: string | null; until: Date | null }>('select answer, how, words, attachment_id, until from resolution.confirmation where case_id = $1 order by asked_at desc, id desc', [id]))[0]!
beforeEach(() => { ip++ })

describe('a link', () => {
  test('is opened, previewed and scanned as often as anyone likes, and answers nothing', async () => {
    const id = await resolved(), path = await linkIn(id)
    for (const method of ['GET', 'HEAD', 'GET', 'OPTIONS']) await ask(path, { method, headers: { purpose: 'prefetch', 'sec-purpose': 'prefetch' } })
    for (const query of ['?answer=yes', '?answer=no&words=x']) expect((await ask(path + query)).status).toBe(200)
    expect(await statusOf(id)).toBe('awaiting_confirmation')
    expect(await desk.look(`select 1 from audit.entry where op like 'link.%' and detail->>'caseId' = $1`, [id])).toEqual([])
  })
  test('shows a page that is kept by nobody, tells no other site where it came from, runs nothing, and is small', async () => {
    const id = await resolved(), { text, headers } = await ask(await linkIn(id))
    expect(Object.fromEntries(['cache-control', 'referrer-policy', 'x-robots-tag', 'set-cookie'].map((name) => [name, headers.get(name)]))).toEqual({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow', 'set-cookie': null })
    expect(headers.get('content-security-policy')).toContain("form-action 'self'")
    expect(text).not.toMatch(/<script|onclick|https?:\/\/(?!127)/)
    expect(text.length).toBeLessThan(40_000)
    expect(text.match(/<h1>/g)).toHaveLength(1)
    expect(text.match(/<button/g)).toHaveLength(1)
  })
  test('shows the number of the case and where it is, and nobody’s name, number or words', async () => {
    const id = await resolved({ said: 'Komşum Hasan boruyu kırdı' }), { text } = await ask(await linkIn(id))
    expect(text).toMatch(/2026-\d{6}/)
    expect(text).toContain('Saray Mahallesi')
    expect(text).not.toMatch(/Ayşe|Yıldız|Hasan|532222/)
  })
  test('is in English for who reads English, and each page leads to the other language', async () => {
    const id = await resolved({ reporter: { name: 'Emma', phone: '+905322229999', mayMessage: true, language: 'en' } }), path = await linkIn(id)
    expect(path).toMatch(/^\/en\/t\//)
    const english = await ask(path)
    expect(english.text).toContain('<html lang="en">')
    expect(english.text).toContain('Is it fixed?')
    expect(english.text).toContain(`href="${path.slice(3)}" lang="tr"`)
    expect((await ask(path.slice(3))).text).toContain('Düzeldi mi?')
  })
  test('that nobody made is not there, with or without the look of one; guessing is slowed down, a true link still opens', async () => {
    const path = await linkIn(await resolved())
    for (const token of ['x', randomBytes(16).toString('base64url'), `${path.split('/').at(-1)}A`, '%00', '..%2f..%2fapi']) expect((await ask(`/t/${token}`)).status).toBe(404)
    // Of the one purpose it is none of the other.
    expect((await ask(path.replace('/t/', '/o/'))).status).toBe(404)
    const answers = await Promise.all(Array.from({ length: 30 }, async () => (await press(`/t/${randomBytes(16).toString('base64url')}`, { answer: 'yes' })).status))
    expect(answers).toContain(429)
    expect(new Set(answers)).toEqual(new Set([404, 429]))
    expect((await ask(path)).status).toBe(200)
  })
  test('is kept as a hash, and stands in no log line, whatever happens', async () => {
    const id = await resolved(), path = await linkIn(id), token = path.split('/').at(-1)!
    await press(path, { answer: 'maybe' })
    await press(path, { answer: 'yes' })
    await ask(`${path}/none`)
    expect(house.logged()).toContain('link.confirm')
    expect(house.logged()).not.toContain(token)
    const rows = await desk.look<object>('select * from resolution.link where case_id = $1', [id])
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(JSON.stringify(await desk.look('select * from audit.entry'))).not.toContain(token)
  })
  test('says when it is too old, and shows nothing of the case any more', async () => {
    const id = await resolved(), path = await linkIn(id)
    desk.clock.set('2027-01-15T09:00:00+03:00')
    const { status, text } = await ask(path)
    expect([status, text.includes('süresi doldu')]).toEqual([200, true])
    expect(text).not.toMatch(/2026-\d{6}/)
    await press(path, { answer: 'yes' })
    expect(await statusOf(id)).toBe('awaiting_confirmation')
  })
})

describe('is it fixed?', () => {
  test('“yes” closes the case; the page then thanks, says how it is and asks for a mark', async () => {
    const id = await resolved(), path = await linkIn(id)
    const pressed = await press(path, { answer: 'yes' })
    expect([pressed.status, pressed.to]).toEqual([303, path])
    expect(await statusOf(id)).toBe('closed')
    expect(await round(id)).toMatchObject({ answer: 'fixed', how: 'link' })
    const { text } = await ask(path)
    for (const words of ['Düzeldiğini kaydettik', 'Başvurunuz kapatıldı', 'Hizmetimizi nasıl buldunuz?', 'href="tel:153"']) expect(text).toContain(words)
    const marked = await press(`${path}/puan`, { mark: '4', words: 'Hızlıydı' })
    expect([marked.status, marked.to]).toEqual([303, path])
    expect(await desk.look('select mark, words, how from resolution.satisfaction where case_id = $1', [id])).toEqual([{ mark: 4, words: 'Hızlıydı', how: 'link' }])
    expect((await ask(path)).text).toContain('Puanınız: 4/5')
  })
  test('pressed twice, at once or later, it is one answer', async () => {
    const id = await resolved(), path = await linkIn(id)
    const both = await Promise.all([press(path, { answer: 'yes' }), press(path, { answer: 'yes' })])
    expect(both.map((one) => one.status)).toEqual([303, 303])
    expect((await press(path, { answer: 'yes' })).status).toBe(303)
    expect(await desk.look(`select 1 from cases.move where case_id = $1 and move = 'confirm'`, [id])).toHaveLength(1)
  })
  test('nothing chosen: the mistake stands above, leads to the field, and the title says it', async () => {
    const { status, text } = await press(await linkIn(await resolved()), {})
    expect(status).toBe(422)
    expect(text).toContain('<title>Hata: Düzeldi mi?')
    expect(text).toMatch(/class="sum" tabindex="-1" autofocus[^>]*>.*<a href="#answer">Düzelip düzelmediğini seçin\.<\/a>/s)
    expect(text).toContain('id="answer"')
  })
  test('“no” asks what remains; her words and her photo reopen it to the same people', async () => {
    const id = await resolved(), path = await linkIn(id)
    expect((await press(path, { answer: 'no' })).to).toBe(`${path}/duzelmedi`)
    expect(await statusOf(id)).toBe('awaiting_confirmation')
    expect((await ask(`${path}/duzelmedi`)).text).toContain('enctype="multipart/form-data"')
    expect((await send(`${path}/duzelmedi`, '')).status).toBe(422)
    const sent = await send(`${path}/duzelmedi`, 'Su yine akıyor\nkaldırımın altından', { name: '../kırık boru.png', bytes: png })
    expect([sent.status, sent.to]).toEqual([303, path])
    expect(await statusOf(id)).toBe('reopened')
    const kept = await round(id)
    expect(kept).toMatchObject({ answer: 'not_fixed', how: 'link', words: 'Su yine akıyor\nkaldırımın altından' })
    expect(await desk.look('select name, type from cases.attachment where id = $1', [kept.attachment_id])).toEqual([{ name: 'kırık boru.png', type: 'image/png' }])
    expect(await files.get(kept.attachment_id!)).toEqual(png)
    const { text } = await ask(path)
    for (const words of ['Düzelmediğini kaydettik', 'Aynı birim yeniden inceleyecek', 'Son tarih', 'Hizmetimizi nasıl buldunuz?']) expect(text).toContain(words)
    // Sent once more it does not count twice.
    await send(`${path}/duzelmedi`, 'Bir daha')
    expect(await desk.look('select reopened from cases.case where id = $1', [id])).toEqual([{ reopened: 1 }])
  })
  test('a photo of 30 MB is refused in words, and what she typed is kept', async () => {
    const id = await resolved(), path = await linkIn(id)
    const { status, text } = await send(`${path}/duzelmedi`, 'Su hâlâ <akıyor>', { name: 'büyük.png', bytes: Buffer.concat([png, Buffer.alloc(30 * 1024 * 1024, 7)]) })
    expect(status).toBe(422)
    expect(text).toContain('20 MB’tan büyük')
    expect(text).toContain('Su hâlâ &#60;akıyor&#62;</textarea>')
    expect(await statusOf(id)).toBe('awaiting_confirmation')
  })
  test('what is no photo is refused in words too, and leaves nothing behind', async () => {
    const id = await resolved(), path = await linkIn(id), before = files.size()
    const { status, text } = await send(`${path}/duzelmedi`, 'Su akıyor', { name: 'foto.png', bytes: Buffer.from('<script>alert(1)</script>') })
    expect([status, text.includes('bir fotoğraf değil')]).toEqual([422, true])
    expect([files.size(), await statusOf(id)]).toEqual([before, 'awaiting_confirmation'])
  })
  test('after the end it may turn out not to be fixed: for 30 days by the same link, later by a call', async () => {
    const id = await resolved(), path = await linkIn(id)
    await press(path, { answer: 'yes' })
    desk.clock.set('2026-12-23T23:59:00+03:00')
    expect((await ask(path)).text).toContain(`href="${path}/duzelmedi"`)
    desk.clock.set('2026-12-24T00:00:00+03:00')
    const late = await ask(path)
    expect(late.text).not.toContain('/duzelmedi')
    expect(late.text).toContain('bizi arayın, başvuruyu yeniden açalım')
    expect((await send(`${path}/duzelmedi`, 'Yine bozuldu')).to).toBe(path)
    expect(await statusOf(id)).toBe('closed')
    desk.clock.set('2026-12-20T09:00:00+03:00')
    await send(`${path}/duzelmedi`, 'Yine bozuldu')
    expect(await statusOf(id)).toBe('reopened')
  })
  test('an older link shows how it is; the newest asks', async () => {
    const id = await resolved(), first = await linkIn(id)
    await send(`${first}/duzelmedi`, 'Olmadı')
    desk.clock.set('2026-11-24T09:00:00+03:00')
    await finish(id)
    const second = await linkIn(id)
    expect(second).not.toBe(first)
    expect((await ask(first)).text).toContain('Yanıtınızı bekliyoruz')
    await press(first, { answer: 'yes' })
    expect(await statusOf(id)).toBe('awaiting_confirmation')
    await press(second, { answer: 'yes' })
    expect(await statusOf(id)).toBe('closed')
    expect((await ask(second)).text).toContain('/duzelmedi')
    // Nor does the older one thank for what was answered by the other, or reopen it.
    expect((await ask(first)).text).not.toMatch(/duzelmedi|kaydettik|<form/)
  })
  test('merged with another meanwhile: the page says with which, and asks nothing', async () => {
    const id = await resolved(), path = await linkIn(id)
    const other = await opened(desk, town, { topicId: town.topic('pipe'), answers: {} })
    await desk.do((tx) => moveCase(tx, { caseId: id, id: crypto.randomUUID() as never, move: 'duplicate', duplicateOf: other.id }, operator))
    expect((await press(path, { answer: 'yes' })).status).toBe(303)
    const { text } = await ask(path)
    expect(text).toContain('Başvuruları birleştirdik')
    expect(text).toContain(other.number)
    expect(text).not.toContain('<form')
    expect(await statusOf(id)).toBe('duplicate')
  })
})

describe('“this report is not mine”', () => {
  test('ends the writing to that number, tells the desk, and her silence closes nothing', async () => {
    const id = await resolved(), path = await linkIn(id)
    expect((await ask(path)).text).toContain(`href="${path}/benim-degil"`)
    expect((await ask(`${path}/benim-degil`)).text.match(/<button/g)).toHaveLength(1)
    await ask(`${path}/benim-degil`, { method: 'HEAD' })
    expect(await desk.look('select 1 from contact.stopped where person like $1', [`%${id}%`])).toEqual([])
    for (let i = 0; i < 2; i++) expect((await press(`${path}/benim-degil`, {})).status).toBe(303)
    const { text } = await ask(path)
    expect(text).toContain('Size bir daha yazmayacağız')
    expect(text).not.toMatch(/2026-\d{6}/)
    expect(await desk.look('select why from contact.stopped s join contact.call_task t on t.person = s.person where t.case_id = $1 and t.reason = $2', [id, 'check_number'])).toEqual([{ why: 'wrong_number' }])
    expect(await round(id)).toMatchObject({ answer: null, until: null })
    await press(path, { answer: 'yes' })
    expect(await statusOf(id)).toBe('awaiting_confirmation')
    // The next word goes nowhere but to the desk.
    await desk.as(supervisor, (tx) => moveCase(tx, { caseId: id, id: crypto.randomUUID() as never, move: 'close', reason: 'Ulaşılamıyor' }, supervisor))
    await settle()
    expect(await desk.look(`select status from contact.message where case_id = $1 and template = 'case-closed'`, [id])).toEqual([{ status: 'to_call' }])
  })
  test('of a proposal: nobody’s silence agrees to it, the desk has the call; a link sent anew is another', async () => {
    const { id, path, again } = await offered()
    await press(`${path}/benim-degil`, {})
    expect(await desk.look('select status, why from resolution.talk where case_id = $1', [id])).toEqual([{ status: 'desk', why: 'wrong_number' }])
    expect(await statusOf(id)).toBe('discussing')
    expect((await ask(path)).text).toContain('Size bir daha yazmayacağız')
    const hers = await again()
    expect((await ask(path)).status).toBe(404)
    expect((await ask(hers)).text).toContain('Önerimizi kabul ediyor musunuz?')
    expect(await again()).toBe(hers)
  })
})

describe('do you accept our proposal?', () => {
  test('shows the plan in plain words, when, by whom and what she must do; “I accept” plans it', async () => {
    const { id, path } = await offered({ what: 'Boruyu <onaracağız>', byWhom: 'Su ekibi', citizenMust: 'Vanayı kapatın', entersPrivate: true })
    const { text } = await ask(path)
    for (const words of ['Önerimizi kabul ediyor musunuz?', 'Boruyu &#60;onaracağız&#62;', 'Su ekibi', 'Vanayı kapatın', '10 Aralık 2026 Perşembe – 11 Aralık 2026 Cuma', 'mülkünüze girmemiz']) expect(text).toContain(words)
    expect(text.match(/<button/g)).toHaveLength(1)
    expect((await press(path, { answer: 'agreed' })).status).toBe(303)
    expect(await statusOf(id)).toBe('planned')
    expect((await ask(path)).text).toContain('Öneriyi kabul ettiğinizi kaydettik')
    await press(path, { answer: 'agreed' })
    expect(await desk.look(`select facts->>'how' as how from cases.move where case_id = $1 and move = 'agree'`, [id])).toEqual([{ how: 'link' }])
  })
  test('“another solution” goes back with her words', async () => {
    const { id, path } = await offered()
    expect((await press(path, { answer: 'objects' })).to).toBe(`${path}/itiraz`)
    const empty = await press(`${path}/itiraz`, { words: ' \r\n' })
    expect([empty.status, empty.text.includes('Ne istediğinizi yazın.')]).toEqual([422, true])
    expect((await press(`${path}/itiraz`, { words: 'Aralıkta evde yokum' })).to).toBe(path)
    expect(await statusOf(id)).toBe('under_review')
    expect(await desk.look(`select facts->>'words' as words from cases.move where case_id = $1 and move = 'object'`, [id])).toEqual([{ words: 'Aralıkta evde yokum' }])
    expect((await ask(path)).text).toContain('İsteğinizi müdürlüğe ilettik')
  })
  test('“I withdraw” ends the case', async () => {
    const { id, path } = await offered()
    expect((await press(path, { answer: 'withdraws' })).to).toBe(`${path}/vazgec`)
    await press(`${path}/vazgec`, { words: 'Kendiliğinden düzeldi' })
    expect(await statusOf(id)).toBe('cancelled')
    expect((await ask(path)).text).toContain('Başvurunuzu geri çektiniz.')
  })
  test('a refusal is called one, and accepting it ends the case with that answer', async () => {
    const { id, path } = await offered({ kind: 'refusal', what: 'Bu yol bizim değil', byWhom: null, from: null, to: null })
    const { text } = await ask(path)
    for (const words of ['Yanıtımızı kabul ediyor musunuz?', 'Bu yol bizim değil', 'Yanıtı kabul ediyorum']) expect(text).toContain(words)
    await press(path, { answer: 'agreed' })
    expect(await statusOf(id)).toBe('rejected')
  })
  test('agreed on the telephone meanwhile: the link says how it is', async () => {
    const { id, path } = await offered()
    const other = await offered()
    await press(path, { answer: 'agreed' })
    expect(await statusOf(other.id)).toBe('discussing')
    expect((await press(`${path}/itiraz`, { words: 'Yok' })).to).toBe(path)
    expect(await statusOf(id)).toBe('planned')
  })
})

test('the server itself serves them, on the citizens’ side alone, and its log knows no link', async () => {
  const id = await resolved(), path = await linkIn(id)
  await desk.look(`update resolution.link set until = '2999-01-01' where case_id = $1`, [id])
  const { freePort } = await import('./adapters/host.ts')
  const port = await freePort()
  await using server = await testServer(desk.database.appUrl, 'web', { CITIZENS_PORT: String(port), LOG_LEVEL: 'trace' })
  expect((await fetch(`http://127.0.0.1:${port}${path}`)).status).toBe(200)
  expect((await fetch(`http://127.0.0.1:${port}/t/${randomBytes(16).toString('base64url')}`)).status).toBe(404)
  expect((await fetch(server.desk + path)).status).not.toBe(200)
  await server.said((line) => line.operation === 'link.confirm' && line.status === 404)
  expect(JSON.stringify(server.lines)).not.toContain(path.split('/').at(-1))
})
