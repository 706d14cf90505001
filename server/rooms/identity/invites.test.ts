import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'
import type { Invite, Staff, StaffId } from '../../../contracts/identity.ts'
import { smtpMailer } from '../../adapters/mail/smtp.ts'
import { directorates, municipality } from '../../demo/index.ts'
import { system, visitor } from '../../platform/actor.ts'
import type { Via } from '../../platform/http/operations.ts'
import type { Mailer } from '../../platform/mailer.ts'
import { newId } from '../../platform/ids.ts'
import { administrator, testDesk } from '../../testing.ts'
import { invitesWith } from './invites.ts'
import { seedDemoStaff, seedDirectorates, seedMunicipality } from './seed.ts'
import { sessionsWith } from './session.ts'
import { signInWith } from './sign-in.ts'

const key = 'a key for the tests, long enough to be one'
const origin = 'https://desk.example'
const password = 'nine green bicycles'
const start = '2026-03-06T16:00+03:00'
const later = (hours: number) => new Date(new Date(start).getTime() + hours * 3_600_000)

/** A mail server of the test's own, on a port of its own. */
async function postOffice() {
  const letters: string[] = []
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) { let text = ''; stream.on('data', (part: Buffer) => { text += part.toString() }).on('end', () => { letters.push(text); done() }) },
  })
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { letters, mailer: smtpMailer({ url: `smtp://127.0.0.1:${port}`, from: 'Alo 153 <alo153@desk.example>' }), close: () => new Promise<void>((go) => server.close(() => go())) }
}
async function seeded(mailer?: Mailer) {
  const desk = await testDesk(start)
  await desk.as(system('set-up'), async (tx) => {
    await seedMunicipality(tx, municipality, { country: 'TR', demo: true })
    await seedDirectorates(tx, directorates)
  })
  const sessions = sessionsWith(key)
  const problems: { staffId: StaffId; error: string }[] = []
  const door = invitesWith(key, sessions, mailer, (problem) => problems.push(problem))
  const at = (more: Partial<Via> = {}) => {
    const kept: { token: string | null } = { token: null }
    const via: Via = { ip: '192.0.2.1', loopback: false, came: { secure: true, host: 'desk.example' }, sessionToken: undefined, userAgent: 'test', setSession: (token) => { kept.token = token }, ...more }
    return { via, kept }
  }
  const invite = (more: object = {}) => door.inviteStaff(desk.db, { id: newId<StaffId>(), name: 'Işıl Öz', email: 'isil@desk.example', roles: ['operator'], directorateId: null, phone: null, language: 'tr', placeIds: [], origin, ...more }, administrator)
  const tokenOf = ({ path }: Invite) => path.split('#')[1]!
  const accept = (token: string, browser = at(), chosen = password) => door.acceptInvite(desk.db, { token, password: chosen }, visitor, browser.via)
  const signIn = (chosen = password, email = 'isil@desk.example') => signInWith(sessions).signIn(desk.db, { email, password: chosen }, visitor, at().via)
  return { desk, door, problems, at, invite, accept, signIn, tokenOf, who: (token: string) => sessions.authenticate(desk.db, token), [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() }
}
const over = { code: 'identity.invite_over' }

test('the invited sees whose link it is, chooses a password, and is in; the link is used up', async () => {
  await using s = await seeded()
  const made = await s.invite()
  expect(made).toMatchObject({ mailed: false, until: later(72).toISOString(), staff: { name: 'Işıl Öz', invitedUntil: later(72).toISOString() } })
  const token = s.tokenOf(made)
  expect(await s.door.lookAtInvite(s.desk.db, { token }, visitor, s.at().via)).toMatchObject({ name: 'Işıl Öz', email: 'isil@desk.example', municipality: municipality.name })
  await expect(s.signIn()).rejects.toMatchObject({ code: 'identity.wrong_password' })
  const browser = s.at()
  expect(await s.accept(token, browser)).toMatchObject({ id: made.staff.id, mustChangePassword: false })
  expect((await s.who(browser.kept.token!))!.may.has('case.open')).toBe(true)
  await expect(s.accept(token)).rejects.toMatchObject(over)
  expect(await s.signIn()).toMatchObject({ id: made.staff.id })
  expect(await s.desk.look(`select op, actor from audit.entry where op like 'identity.invite%'`)).toEqual([{ op: 'identity.invite_accepted', actor: 'system:welcome' }])
})

test('of two who use a link in the same instant one gets in', async () => {
  await using s = await seeded()
  const token = s.tokenOf(await s.invite())
  const both = await Promise.allSettled([s.accept(token, s.at(), 'nine green bicycles'), s.accept(token, s.at(), 'ten blue tricycles')])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject(over)
})

test('a link lasts seventy-two hours, and a newer one ends it', async () => {
  await using s = await seeded()
  const made = await s.invite()
  s.desk.clock.set(later(71))
  const again = await s.door.resetStaff(s.desk.db, { staffId: made.staff.id, origin }, administrator)
  await expect(s.accept(s.tokenOf(made))).rejects.toMatchObject(over)
  s.desk.clock.set(later(71 + 72))
  await expect(s.door.lookAtInvite(s.desk.db, { token: s.tokenOf(again) }, visitor, s.at().via)).rejects.toMatchObject(over)
  await expect(s.accept(s.tokenOf(again))).rejects.toMatchObject(over)
})

test('what is kept of a link opens nothing', async () => {
  await using s = await seeded()
  const token = s.tokenOf(await s.invite())
  const [row] = await s.desk.look<{ token_hash: Buffer }>('select token_hash from identity.invite')
  for (const stolen of [row!.token_hash.toString('hex'), row!.token_hash.toString('base64url')]) await expect(s.accept(stolen)).rejects.toMatchObject(over)
  expect(JSON.stringify(await s.desk.look('select * from audit.entry, settings.change'))).not.toContain(token)
})

test('thirty wrong links from one address, and it waits; other addresses go on', async () => {
  await using s = await seeded()
  const token = s.tokenOf(await s.invite())
  for (let i = 0; i < 30; i++) await expect(s.accept(`${'x'.repeat(30)}${i}`)).rejects.toMatchObject(over)
  await expect(s.accept(token)).rejects.toMatchObject({ code: 'identity.too_many' })
  expect(await s.accept(token, s.at({ ip: '192.0.2.2' }))).toMatchObject({ name: 'Işıl Öz' })
})

test('a reset ends password, sessions and older links at once; nobody resets herself', async () => {
  await using s = await seeded()
  const made = await s.invite()
  const browser = s.at()
  await s.accept(s.tokenOf(made), browser)
  const reset = await s.door.resetStaff(s.desk.db, { staffId: made.staff.id, origin }, administrator)
  expect(await s.who(browser.kept.token!)).toBeUndefined()
  await expect(s.signIn()).rejects.toMatchObject({ code: 'identity.wrong_password' })
  await s.accept(s.tokenOf(reset), s.at(), 'ten blue tricycles')
  expect(await s.signIn('ten blue tricycles')).toMatchObject({ id: made.staff.id })
  await expect(s.door.resetStaff(s.desk.db, { staffId: made.staff.id, origin }, { ...administrator, id: made.staff.id })).rejects.toMatchObject({ code: 'identity.own_reset' })
  await expect(s.door.resetStaff(s.desk.db, { staffId: newId<StaffId>(), origin }, administrator)).rejects.toMatchObject({ code: 'identity.not_found' })
})

test('a reset demonstration account stays one: its link works on this machine only', async () => {
  await using s = await seeded()
  await seedDemoStaff(s.desk.db, [{ login: 'operator1', email: 'demo@desk.example', name: 'Demo', role: 'operator', password }])
  const [{ id }] = (await s.desk.look<{ id: StaffId }>('select id from identity.staff')) as [{ id: StaffId }]
  const token = s.tokenOf(await s.door.resetStaff(s.desk.db, { staffId: id, origin }, administrator))
  await expect(s.accept(token)).rejects.toMatchObject({ code: 'identity.demo_loopback_only' })
  await s.accept(token, s.at({ loopback: true, ip: '127.0.0.1' }))
  expect(await s.desk.look('select demo from identity.credential')).toEqual([{ demo: true }])
})

test('the letter goes out in the person’s language with the link, after the account is there', async () => {
  const post = await postOffice()
  try {
    await using s = await seeded(post.mailer)
    const made = await s.invite()
    expect(made.mailed).toBe(true)
    const letter = Buffer.from(post.letters[0]!.split('\r\n\r\n').slice(1).join('').replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString()
    expect(letter).toContain(`${origin}${made.path}`)
    expect(letter).toContain('Sayın Işıl Öz')
    expect(post.letters[0]).toMatch(/^To: isil@desk\.example/m)
    const english = await s.invite({ email: 'en@desk.example', language: 'en' })
    expect(english.mailed).toBe(true)
    expect(post.letters[1]).toContain('Dear')
  } finally { await post.close() }
})

test('a mail server that is down stops no invitation: the link is handed over by hand', async () => {
  const post = await postOffice()
  await post.close()
  await using s = await seeded(post.mailer)
  const made = await s.invite()
  expect(made.mailed).toBe(false)
  expect(s.problems).toEqual([{ staffId: made.staff.id, error: expect.stringMatching(/^E\w+$/) as string }])
  expect(await s.accept(s.tokenOf(made))).toMatchObject({ id: made.staff.id })
})

test('an invitation that is refused writes no letter', async () => {
  const sent: string[] = []
  await using s = await seeded({ send: async ({ to }) => { sent.push(to); return { sent: true } } })
  await expect(s.invite({ roles: ['officer'] })).rejects.toMatchObject({ code: 'identity.directorate_needed' })
  expect(sent).toEqual([])
  expect((await s.desk.as(administrator, (tx) => import('./identity.ts').then((room) => room.staff(tx)))) satisfies Staff[]).toEqual([])
})

test('an account in use gets no new link by being invited again: that is a reset, and kept as one', async () => {
  await using s = await seeded()
  const id = newId<StaffId>()
  await s.invite({ id })
  const again = await s.invite({ id })
  await s.accept(s.tokenOf(again))
  await expect(s.invite({ id })).rejects.toMatchObject({ code: 'identity.email_taken', field: 'email' })
  expect(await s.desk.look('select 1 from identity.invite')).toEqual([])
})
