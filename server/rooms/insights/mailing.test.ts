/** The report's letters, through a real SMTP server. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { smtpMailer } from '../../adapters/mail/smtp.ts'
import { system } from '../../platform/actor.ts'
import { testDesk, type TestDesk } from '../../testing.ts'
import { aTown, opened, seeding, type Town } from '../cases/testing.ts'
import { mailReports, type Post } from './mailing.ts'
import * as store from './store.ts'

type Got = { to: string; text: string }
let desk: TestDesk, town: Town, server: SMTPServer, post: Post
const got: Got[] = []
let refuse = false
const people: Record<'boss' | 'director' | 'gone', string> = { boss: '019ab000-0000-7000-8000-000000000001', director: '019ab000-0000-7000-8000-000000000002', gone: '019ab000-0000-7000-8000-000000000003' }

beforeAll(async () => {
  desk = await testDesk('2026-11-23T06:59:00+03:00')
  town = await aTown(desk)
  await desk.as(seeding, async (tx) => {
    for (const id of Object.values(people)) await store.putWish(tx, id, { daily: true, weekly: false })
  })
  const person = (id: string, email: string, role: string, directorate: string | null, left: string | null) => desk.look(
    `insert into identity.staff (id, name, name_folded, email, roles, directorate_id, language, must_change_password, left_at) values ($1, $2, $2, $2, $3, $4, 'tr', false, $5)`, [id, email, [role], directorate, left])
  await person(people.boss, 'boss@example.org', 'supervisor', null, null)
  await person(people.director, 'director@example.org', 'director', town.directorate('finance'), null)
  await person(people.gone, 'gone@example.org', 'supervisor', null, '2026-11-01T00:00:00Z')
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
        if (refuse) return done(Object.assign(new Error('not now'), { responseCode: 451 }))
        const [, ...text] = Buffer.concat(parts).toString('utf8').split('\r\n\r\n')
        got.push({ to: (session.envelope.rcptTo[0] as { address: string }).address, text: quotedPrintable(text.join('\n\n')) })
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  post = { mailer: smtpMailer({ url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, from: 'Alo 153 <alo153@example.org>' }), address: 'https://masa.example.org' }
})
afterAll(async () => { await new Promise<void>((gone) => server.close(() => gone())); await desk[Symbol.asyncDispose]() })
beforeEach(() => { got.length = 0; refuse = false })
const quotedPrintable = (text: string) => Buffer.from(text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8')
const to = () => got.map((letter) => letter.to).toSorted()

test('nothing goes before seven; at seven each gets one letter, however often and from how many processes it is tried', async () => {
  desk.clock.set('2026-11-22T10:00:00+03:00')
  await opened(desk, town)
  desk.clock.set('2026-11-23T06:59:00+03:00')
  expect(await mailReports(desk.db, post)).toBe(0)
  desk.clock.set('2026-11-23T07:00:00+03:00')
  await Promise.all([mailReports(desk.db, post), mailReports(desk.db, post)])
  await mailReports(desk.db, post)
  expect(to()).toEqual(['boss@example.org', 'director@example.org'])
})

test('a letter says what happened, in words and with a link; a director’s holds her own directorate’s figures alone', async () => {
  desk.clock.set('2026-11-24T07:05:00+03:00')
  await mailReports(desk.db, post)
  desk.clock.set('2026-11-23T08:00:00+03:00')
  const ofThe = (who: string) => got.find((letter) => letter.to.startsWith(who))!.text
  expect(ofThe('boss')).toContain('23 Kasım 2026 Pazartesi')
  expect(ofThe('boss')).toContain('Çağrılar')
  expect(ofThe('boss')).toContain('Açık: 1 (önceki: 0)')
  expect(ofThe('boss')).toContain('https://masa.example.org/report?day=2026-11-23')
  expect(ofThe('director')).not.toContain('Çağrılar')
  expect(ofThe('director')).toContain('Açık: 0 (önceki: 0)')
})

test('a letter its server refused is tried again, and five times at most', async () => {
  refuse = true
  desk.clock.set('2026-11-25T07:00:00+03:00')
  expect(await mailReports(desk.db, post)).toBe(0)
  refuse = false
  expect(await mailReports(desk.db, post)).toBe(2)
  expect(await mailReports(desk.db, post)).toBe(0)
  refuse = true
  desk.clock.set('2026-11-26T07:00:00+03:00')
  for (let i = 0; i < 7; i++) await mailReports(desk.db, post)
  expect(await desk.look('select tries, sent_at from insights.letter where day = $1', ['2026-11-25'])).toEqual([{ tries: 5, sent_at: null }, { tries: 5, sent_at: null }])
})

test('a sender killed between the claim and the letter leaves it to the next run, ten minutes later', async () => {
  desk.clock.set('2026-11-27T07:00:00+03:00')
  const [boss] = await desk.as(system('test'), store.subscribers)
  await desk.as(system('test'), (tx) => store.claimLetter(tx, { staffId: boss!.staffId, period: 'day', day: '2026-11-26' }, new Date(0), 5))
  await mailReports(desk.db, post)
  expect(to()).toEqual(['director@example.org'])
  desk.clock.set('2026-11-27T07:11:00+03:00')
  await mailReports(desk.db, post)
  expect(to()).toEqual(['boss@example.org', 'director@example.org'])
})
