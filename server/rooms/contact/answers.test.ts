import Fastify, { type FastifyInstance } from 'fastify'
import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'
import { type AddressInfo, connect } from 'node:net'
import { createInterface } from 'node:readline'
import { text as textOf } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startMailDoor } from '../../adapters/mail/incoming.ts'
import { smtpMailer } from '../../adapters/mail/smtp.ts'
import { incomingFrom, smsIncoming } from '../../adapters/sms/incoming.ts'
import { messages as templates } from '../../demo/index.ts'
import { operator, supervisor, testDesk, type TestDesk } from '../../testing.ts'
import { makeMove } from '../cases/index.ts'
import { aTown, filesInMemory, opened, seeding, type Town } from '../cases/testing.ts'
import { messages, seedTemplates } from './contact.ts'
import { makeContact, makeInbox, type Sms } from './index.ts'
import { ledger } from './ledger.ts'
import { type Post, sendDue } from './sender.ts'
import { callTasks } from './tasks.ts'
import { tellCitizens } from './telling.ts'

let desk: TestDesk
let town: Town
const got: Sms[] = []
const sms = { send: async (one: Sms) => { got.push(one); return { sent: true as const, reference: `gw-${got.length}` } } }
let contact = makeContact(sms)
let files = filesInMemory()
beforeEach(async () => {
  got.length = 0
  files = filesInMemory()
  desk = await testDesk('2026-11-23T10:00:00+03:00')
  town = await aTown(desk)
  await desk.as(seeding, (tx) => seedTemplates(tx, templates))
})
afterEach(() => desk[Symbol.asyncDispose]())
const aCase = async (reporter: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => {
  const made = await opened(desk, town, { reporter: { name: 'Ayşe Yıldız', phone: '+905320000001', mayMessage: true, ...reporter }, ...more })
  await desk.settle(contact)
  await sendDue(desk.db, { sms })
  return made
}
const wordsIn = async (caseId: string) => (await desk.do((tx) => ledger(tx, { caseId: caseId as never }, operator))).words.filter((word) => word.direction === 'in').map((word) => word.words)
const tasks = () => desk.do((tx) => callTasks(tx, { status: 'open' }))
const rows = async (caseId: string) => (await desk.do((tx) => messages(tx, { caseId: caseId as never }))).rows

describe('an SMS that comes back', () => {
  let app: FastifyInstance
  const secret = 'a-long-secret-of-a-gateway'
  beforeEach(async () => {
    app = Fastify()
    smsIncoming(app, incomingFrom({ SMS_IN_SECRET: secret, SMS_IN_FIELDS: 'from=msisdn,text=message,id=messageId', SMS_DELIVERY_FIELDS: 'reference=id,status=state' })!, makeInbox(desk.db, files))
    await app.ready()
  })
  afterEach(() => app.close())
  let sent = 0
  const post = (url: string, payload: object | string, headers: Record<string, string> = { authorization: `Bearer ${secret}` }) => app.inject({ method: 'POST', url: `/public/messages/${url}`, payload, headers })
  const come = (message: string, msisdn = '905320000001', messageId: string | number = `in-${++sent}`) => post('sms', { msisdn, message, messageId })

  test('stands in her case once, however often the gateway brings it, and makes the case unread', async () => {
    const { id } = await aCase()
    for (let i = 0; i < 2; i++) expect((await come('Çukur kapının tam önünde', '0532 000 00 01', 77)).statusCode).toBe(204)
    expect(await wordsIn(id)).toEqual(['Çukur kapının tam önünde'])
    expect(await desk.look(`select facts->>'words' as words from cases.entry where case_id = $1 and what = 'answered'`, [id])).toEqual([{ words: 'Çukur kapının tam önünde' }])
    expect(await desk.events()).toContain('word.added')
    expect(await tasks()).toEqual([])
  })
  test('comes as a form too', async () => {
    const { id } = await aCase()
    expect((await post('sms', 'msisdn=%2B905320000001&message=Tamam&messageId=9', { authorization: secret, 'content-type': 'application/x-www-form-urlencoded' })).statusCode).toBe(204)
    expect(await wordsIn(id)).toEqual(['Tamam'])
  })
  test('of somebody with several cases goes to the newest, or to the one she names', async () => {
    const first = await aCase()
    desk.clock.set('2026-11-23T11:00:00+03:00')
    const second = await aCase()
    await come('Tamam')
    await come(`${first.number} hâlâ bozuk`)
    expect([await wordsIn(first.id), await wordsIn(second.id)]).toEqual([[`${first.number} hâlâ bozuk`], ['Tamam']])
  })
  test('of a telephone with two users, or of nobody we know, is the desk’s to sort; nothing is lost', async () => {
    const one = await aCase(), other = await aCase({ name: 'Fatma' })
    await come('Tamam')
    await come('Merhaba', '905329999999')
    expect([await wordsIn(one.id), await wordsIn(other.id)]).toEqual([[], []])
    expect((await tasks()).map(({ reason, phone, wrote }) => ({ reason, phone, wrote })).toSorted((a, b) => a.phone!.localeCompare(b.phone!))).toEqual([
      { reason: 'answer', phone: '+905320000001', wrote: ['Tamam'] }, { reason: 'answer', phone: '+905329999999', wrote: ['Merhaba'] }])
  })
  test('to a case that has ended stands in it, and the desk decides', async () => {
    const { id } = await aCase()
    await desk.as(supervisor, (tx) => makeMove(tx, { caseId: id, move: 'close', reason: 'bitti' }))
    await come('Düzelmedi ki')
    expect(await wordsIn(id)).toEqual(['Düzelmedi ki'])
    expect(await tasks()).toMatchObject([{ reason: 'answer', caseId: id, wrote: ['Düzelmedi ki'] }])
  })
  test('about a tip-off is the desk’s alone: its directorate learns that an answer came, and not what it says of her', async () => {
    const { id } = await aCase({}, { kind: 'tip_off' })
    await come('Ben Ayşe, üst komşuyum')
    const seen = await desk.as(town.officer('roads'), (tx) => ledger(tx, { caseId: id }, tx.by))
    expect(seen.words.filter((word) => word.direction === 'in')).toMatchObject([{ what: 'answered', words: null }])
    expect(JSON.stringify(await desk.look('select facts from cases.entry where case_id = $1', [id]))).not.toContain('komşu')
    expect(await desk.look(`select words from contact.received`)).toEqual([{ words: 'Ben Ayşe, üst komşuyum' }])
  })
  test.each([['STOP', 'stop'], ['Yanlış numara', 'wrong_number']])('%s ends messages to that number, and the desk looks who it is', async (words, why) => {
    const { id } = await aCase()
    await come(words)
    expect(await desk.look('select address, why from contact.stopped')).toEqual([{ address: '+905320000001', why }])
    expect(await tasks()).toMatchObject([{ reason: 'check_number', caseId: id, wrote: [words] }])
    await desk.do((tx) => tellCitizens(tx, { caseId: id, fact: 'm', template: 'written', fields: { soz: 'Geliyoruz' }, urgent: true }))
    await desk.settle(contact)
    got.length = 0
    await sendDue(desk.db, { sms })
    expect(got).toEqual([])
    expect((await rows(id))[0]).toMatchObject({ status: 'to_call' })
  })
  test('what still waited to go to a number that is another person’s does not go; the desk is told what it was', async () => {
    const { id } = await aCase()
    await desk.do((tx) => tellCitizens(tx, { caseId: id, fact: 'm', template: 'written', fields: { soz: 'Geliyoruz' } }))
    await desk.settle(contact)
    got.length = 0
    await come('Yanlış numara')
    desk.clock.set('2026-11-23T10:30:00+03:00')
    await sendDue(desk.db, { sms })
    expect(got).toEqual([])
    expect((await rows(id))[0]).toMatchObject({ status: 'failed', error: 'wrong_number' })
    expect(await tasks()).toMatchObject([{ reason: 'check_number', words: [expect.stringContaining('Geliyoruz')], wrote: ['Yanlış numara'], times: 1 }])
  })
  test('a delivery report says whether it arrived; what did not is called', async () => {
    const { id } = await aCase()
    expect((await post('delivery', { id: 'gw-1', state: 'DELIVRD' })).statusCode).toBe(204)
    expect((await rows(id))[0]).toMatchObject({ status: 'delivered', deliveredAt: '2026-11-23T07:00:00.000Z' })
    await post('delivery', { id: 'gw-1', state: 'UNDELIV' })
    expect((await rows(id))[0]).toMatchObject({ status: 'delivered' })
    const other = await aCase()
    await post('delivery', { id: 'gw-2', state: 'ACCEPTD' })
    expect((await rows(other.id))[0]).toMatchObject({ status: 'sent' })
    await post('delivery', { id: 'gw-2', state: 'UNDELIV' })
    expect((await rows(other.id))[0]).toMatchObject({ status: 'failed', error: 'undeliv' })
    expect(await tasks()).toMatchObject([{ reason: 'tell', caseId: other.id }])
  })
  test('without the secret, half of it, nonsense, too much, or from no number is not taken', async () => {
    await aCase()
    for (const headers of [{}, { authorization: 'Bearer wrong' }] as Record<string, string>[]) expect((await post('sms', { msisdn: '1', message: 'x' }, headers)).statusCode).toBe(401)
    for (const body of [{ msisdn: '905320000001' }, { message: 'x' }, { msisdn: {}, message: [] }, { msisdn: 'TURKCELL', message: 'Kampanya' }]) expect((await post('sms', body)).statusCode).toBe(400)
    expect((await post('sms', '{nonsense', { authorization: secret, 'content-type': 'application/json' })).statusCode).toBe(400)
    expect((await post('sms', { msisdn: '905320000001', message: 'x'.repeat(70_000) })).statusCode).toBe(413)
    for (let i = 0; i < 60; i++) await come('x')
    expect((await come('x')).statusCode).toBe(429)
    expect(incomingFrom({})).toBeUndefined()
    expect(() => incomingFrom({ SMS_IN_SECRET: 'short' })).toThrow()
  })
  test('while the database is away is asked for again, and not lost', async () => {
    const broken = Fastify()
    smsIncoming(broken, incomingFrom({ SMS_IN_SECRET: secret })!, { sms: () => Promise.reject(new Error('away')), delivery: () => Promise.reject(new Error('away')) })
    expect((await broken.inject({ method: 'POST', url: '/public/messages/sms', payload: { from: '905320000001', text: 'x' }, headers: { authorization: secret } })).statusCode).toBe(500)
    await broken.close()
  })
})

describe('e-mail', () => {
  type Letter = { raw: string; from: string; to: string }
  const letters: Letter[] = []
  let town_: SMTPServer, door: { port: number; stop(): Promise<void> }, post: Post
  let refuse = false
  beforeEach(async () => {
    letters.length = 0
    refuse = false
    town_ = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false,
      onRcptTo: (_a, _s, next) => (refuse ? next(Object.assign(new Error('no such user'), { responseCode: 550 })) : next()),
      onData: (stream, session, next) => { void textOf(stream).then((raw) => { letters.push({ raw, from: (session.envelope.mailFrom || { address: '' }).address, to: session.envelope.rcptTo[0]!.address }); next() }) } })
    await new Promise<void>((go) => { town_.listen(0, '127.0.0.1', go) })
    post = { answers: 'cevap@masa.example', mailer: smtpMailer({ url: `smtp://127.0.0.1:${(town_.server.address() as AddressInfo).port}`, from: 'Alo 153 <alo153@masa.example>' }) }
    contact = makeContact(sms, post)
    door = await startMailDoor({ port: 0, lmtp: false, answers: 'cevap@masa.example' }, makeInbox(desk.db, files), () => {})
  })
  afterEach(async () => { await door.stop(); await new Promise<void>((go) => { town_.close(() => go()) }); contact = makeContact(sms) })
  const mailed = async (more: Record<string, unknown> = {}) => {
    const made = await opened(desk, town, { reporter: { name: 'Berfin', email: 'berfin@example.org', way: 'mail', mayMessage: true }, ...more })
    await desk.settle(contact)
    await sendDue(desk.db, { sms, mail: post })
    const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(letters.at(-1)!.raw)?.[1]?.trim()
    return { ...made, replyTo: header('reply-to')!, messageId: header('message-id')! }
  }
  const reply = (to: string, more: object = {}) => createTransport({ host: '127.0.0.1', port: door.port, ignoreTLS: true, connectionTimeout: 3000 })
    .sendMail({ from: 'Berfin <berfin@example.org>', to, subject: 'Re: başvuru', text: 'Salı uygun.\n\n23 Kas 2026 tarihinde Alo 153 şunu yazdı:\n> Gelelim mi?', ...more })
  /** As programs bring a letter: with an empty sender, so that nobody answers it. */
  const withoutSender = async (to: string, letter: string[]) => {
    const socket = connect(door.port, '127.0.0.1'), lines = createInterface({ input: socket })[Symbol.asyncIterator]()
    const answered = async () => { for (;;) { const { value } = await lines.next() as { value: string }; if (/^\d{3} /.test(value)) return value } }
    const said = [await answered()]
    for (const line of ['EHLO mx.example', 'MAIL FROM:<>', `RCPT TO:<${to}>`, 'DATA', `${letter.join('\r\n')}\r\n.`, 'QUIT']) { socket.write(`${line}\r\n`); said.push(await answered()) }
    socket.destroy()
    expect(said.filter((line) => !/^[23]/.test(line))).toEqual([])
  }
  const photo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

  test('goes out from our address, asks to be answered to a tag nobody can guess, and says that no person wrote it', async () => {
    const { number, replyTo, messageId, id } = await mailed()
    expect(letters[0]).toMatchObject({ to: 'berfin@example.org', from: replyTo })
    expect(replyTo).toMatch(/^cevap\+[0-9a-f]{32}@masa\.example$/)
    expect(messageId).toBe(`<${(await rows(id))[0]!.id}@masa.example>`)
    expect(letters[0]!.raw).toMatch(/^auto-submitted: auto-generated$/im)
    expect(number).toMatch(/^2026-/)
  })
  test('answered, stands in the case without the letter it answers, photographs with it, and once', async () => {
    const { id, replyTo } = await mailed()
    for (let i = 0; i < 2; i++) await reply(replyTo, { messageId: '<a1@example.org>', attachments: [{ filename: 'cukur.png', content: photo }, { filename: 'x.exe', content: Buffer.from('MZ program') }] })
    expect(await wordsIn(id)).toEqual(['Salı uygun.'])
    expect(await desk.look('select name, type from cases.attachment where case_id = $1', [id])).toEqual([{ name: 'cukur.png', type: 'image/png' }])
    expect(files.size()).toBe(1)
    expect(await desk.look(`select facts->>'left' as left from cases.entry where case_id = $1 and what = 'answered'`, [id])).toEqual([{ left: '1' }])
  })
  test('answered without the tag is known by the letter it answers; a guess, a stranger’s address and no letter of ours are refused', async () => {
    const { id, messageId } = await mailed()
    await reply('cevap@masa.example', { inReplyTo: messageId })
    expect(await wordsIn(id)).toEqual(['Salı uygun.'])
    for (const to of [`cevap+${'0'.repeat(32)}@masa.example`, 'cevap@masa.example', 'baskan@masa.example', 'cevap@elsewhere.example']) await expect(reply(to)).rejects.toMatchObject({ responseCode: 550 })
    expect(await wordsIn(id)).toHaveLength(1)
  })
  test('an answer from a holiday is none', async () => {
    const { id, replyTo } = await mailed()
    await withoutSender(replyTo, ['From: berfin@example.org', 'Subject: Out of office', 'Auto-Submitted: auto-replied', '', 'Tatildeyim'])
    expect([await wordsIn(id), await tasks(), (await rows(id))[0]!.status]).toEqual([[], [], 'sent'])
  })
  test('a letter that came back was no word: somebody calls', async () => {
    const { id, replyTo, messageId } = await mailed({ reporter: { name: 'Berfin', email: 'berfin@example.org', phone: '+905320000005', way: 'mail', mayMessage: true } })
    const report = ['From: MAILER-DAEMON@mx.example', `To: ${replyTo}`, 'Subject: Undelivered Mail', 'MIME-Version: 1.0', 'Message-ID: <dsn1@mx.example>', 'Auto-Submitted: auto-replied',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', '', '--b', 'Content-Type: text/plain', '', 'User unknown', '--b', 'Content-Type: message/delivery-status', '',
      'Final-Recipient: rfc822; berfin@example.org', 'Action: failed', 'Status: 5.1.1', '', '--b', 'Content-Type: text/rfc822-headers', '', `Message-ID: ${messageId}`, '', '--b--', ''].join('\r\n')
    await createTransport({ host: '127.0.0.1', port: door.port, ignoreTLS: true }).sendMail({ envelope: { from: '', to: replyTo }, raw: report })
    expect((await rows(id))[0]).toMatchObject({ status: 'failed', error: 'bounced' })
    expect(await tasks()).toMatchObject([{ reason: 'tell', phone: '+905320000005' }])
    expect(await wordsIn(id)).toEqual([])
  })
  test('one that comes back without a report, from nobody, came back too; news that it is only late does not count', async () => {
    const { id, replyTo, messageId } = await mailed({ reporter: { name: 'Berfin', email: 'berfin@example.org', phone: '+905320000005', way: 'mail', mayMessage: true } })
    await withoutSender(replyTo, ['From: MAILER-DAEMON@mx.example', 'Subject: delayed', 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', '', '--b', 'Content-Type: message/delivery-status', '', 'Action: delayed', '', '--b--'])
    expect((await rows(id))[0]).toMatchObject({ status: 'sent' })
    await withoutSender(replyTo, ['From: MAILER-DAEMON@mx.example', 'Subject: failure notice', '', 'Sorry, no mailbox here by that name.', `Message-ID: ${messageId}`])
    expect((await rows(id))[0]).toMatchObject({ status: 'failed', error: 'bounced' })
    expect(await wordsIn(id)).toEqual([])
  })
  test('that its server refuses for good is called; one that is away is tried again', async () => {
    refuse = true
    const { id } = await opened(desk, town, { reporter: { name: 'Berfin', email: 'nobody@example.org', phone: '+905320000005', way: 'mail', mayMessage: true } })
    await desk.settle(contact)
    await sendDue(desk.db, { mail: post })
    expect((await rows(id))[0]).toMatchObject({ status: 'failed', error: expect.stringContaining('550') })
    const other = await opened(desk, town, { reporter: { name: 'Zana', email: 'zana@example.org', way: 'mail', mayMessage: true } })
    await desk.settle(contact)
    await sendDue(desk.db, { mail: { ...post, mailer: smtpMailer({ url: 'smtp://127.0.0.1:9', from: 'a@b.example' }) } })
    expect((await rows(other.id))[0]).toMatchObject({ status: 'queued' })
  })
  test('while the database is away stays with the mail server', async () => {
    await door.stop()
    const problems: unknown[] = []
    door = await startMailDoor({ port: 0, lmtp: true, answers: 'cevap@masa.example' }, { mail: () => Promise.reject(new Error('away')) }, (problem) => problems.push(problem))
    const brought = await createTransport({ host: '127.0.0.1', port: door.port, ignoreTLS: true, lmtp: true }).sendMail({ from: 'a@b.example', to: 'cevap+1@masa.example', text: 'x' })
    expect(brought).toMatchObject({ accepted: [], rejectedErrors: [{ responseCode: 451 }] })
    expect(problems).toHaveLength(1)
  })
})
