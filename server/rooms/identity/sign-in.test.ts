import { expect, test } from 'vitest'
import type { StaffId } from '../../../contracts/identity.ts'
import { directorates as demoDirectorates, municipality as demoMunicipality } from '../../demo/index.ts'
import { type Actor, system, visitor } from '../../platform/actor.ts'
import type { Via } from '../../platform/http/operations.ts'
import { newId } from '../../platform/ids.ts'
import { administrator, testDesk } from '../../testing.ts'
import { makeAccount, me } from './identity.ts'
import { seedDemoStaff, seedDirectorates, seedMunicipality } from './seed.ts'
import { forgetOldSessions, sessionsWith } from './session.ts'
import { signInWith } from './sign-in.ts'

const key = 'a key for the tests, long enough to be one'
const password = 'nine green bicycles'
const email = 'isil@desk.example'
const later = (from: string, ms: number) => new Date(new Date(from).getTime() + ms)
const [minute, hour] = [60_000, 3_600_000]
const start = '2026-03-06T16:00+03:00'

/** A browser: what it keeps between requests, and how it reaches us. */
function browser(more: Partial<Via> = {}) {
  const kept: { token: string | null; expires?: Date | undefined } = { token: null }
  const via: Via = { ip: '192.0.2.1', loopback: false, came: { secure: false, host: 'desk.example' }, sessionToken: undefined, userAgent: 'test', setSession: (token, expires) => { kept.token = token; kept.expires = expires }, ...more }
  return { via, kept }
}
async function seeded() {
  const desk = await testDesk(start)
  await desk.as(system('set-up'), async (tx) => {
    await seedMunicipality(tx, demoMunicipality, { country: 'TR', demo: true })
    await seedDirectorates(tx, demoDirectorates)
  })
  const id = newId<StaffId>()
  await makeAccount(desk.db, { id, name: 'Işıl Öz', email, roles: ['operator'], directorateId: null, phone: null, language: 'tr', password }, administrator)
  await desk.look('update identity.staff set must_change_password = false')
  const sessions = sessionsWith(key)
  const door = signInWith(sessions)
  const signIn = (given = { email, password }, at = browser()) => door.signIn(desk.db, given, visitor, at.via)
  const session = async () => { const at = browser(); await signIn(undefined, at); return at.kept.token! }
  const who = (token: string) => sessions.authenticate(desk.db, token)
  return { desk, id, door, signIn, session, who, [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() }
}

test('the right password opens a session that says who one is and what one may', async () => {
  await using s = await seeded()
  const at = browser()
  expect(await s.signIn({ email: ' ISIL@desk.example ', password }, at)).toMatchObject({ id: s.id, name: 'Işıl Öz', mustChangePassword: false, municipality: { zone: 'Europe/Istanbul' } })
  const actor = await s.who(at.kept.token!)
  expect(actor).toMatchObject({ id: s.id, scope: 'desk', directorateId: null })
  expect(actor!.may.has('case.open')).toBe(true)
  expect(await s.who(`${at.kept.token}x`)).toBeUndefined()
  expect(await s.desk.look('select op, actor, detail from audit.entry')).toEqual([{ op: 'identity.signed_in', actor: 'system:sign-in', detail: { staffId: s.id } }])
})

test('a stolen table of sessions opens none: the token is not in it, and its hash needs the key', async () => {
  await using s = await seeded()
  const token = await s.session()
  const [row] = await s.desk.look<{ id: Buffer }>('select id from identity.session')
  for (const stolen of [row!.id.toString('hex'), row!.id.toString('base64url')]) expect(await s.who(stolen)).toBeUndefined()
  expect(await sessionsWith('another key, and as long as the first').authenticate(s.desk.db, token)).toBeUndefined()
})

test('a session ends twelve hours after its last use', async () => {
  await using s = await seeded()
  const token = await s.session()
  s.desk.clock.set(later(start, 11 * hour))
  expect(await s.who(token)).toBeDefined()
  s.desk.clock.set(later(start, 23 * hour - 1))
  expect(await s.who(token)).toBeDefined()
  s.desk.clock.set(later(start, 35 * hour))
  expect(await s.who(token)).toBeUndefined()
})

test('on a crew’s telephone a session ends three days after its last use, and one more role makes it twelve hours', async () => {
  await using s = await seeded()
  const token = await s.session()
  await s.desk.look(`update identity.staff set roles = '{crew}'`)
  s.desk.clock.set(later(start, 71 * hour))
  expect(await s.who(token)).toBeDefined()
  s.desk.clock.set(later(start, (71 + 13) * hour))
  await forgetOldSessions(s.desk.db)
  expect(await s.who(token)).toBeDefined()
  await s.desk.look(`update identity.staff set roles = '{crew,operator}'`)
  s.desk.clock.set(later(start, (71 + 13 + 13) * hour))
  expect(await s.who(token)).toBeUndefined()
  await s.desk.look(`update identity.staff set roles = '{crew}'`)
  s.desk.clock.set(later(start, (71 + 13 + 73) * hour))
  expect(await s.who(token)).toBeUndefined()
})

test('a session ends after seven days however much it is used, and is then cleared away', async () => {
  await using s = await seeded()
  const token = await s.session()
  for (let used = 0; used < 7 * 24; used += 8) {
    s.desk.clock.set(later(start, used * hour))
    expect(await s.who(token)).toBeDefined()
  }
  await forgetOldSessions(s.desk.db)
  expect(await s.desk.look('select 1 from identity.session')).toHaveLength(1)
  s.desk.clock.set(later(start, 7 * 24 * hour))
  expect(await s.who(token)).toBeUndefined()
  await forgetOldSessions(s.desk.db)
  expect(await s.desk.look('select 1 from identity.session')).toEqual([])
})

test('use of a session is written down at most once a minute', async () => {
  await using s = await seeded()
  const token = await s.session()
  const seen = async () => (await s.desk.look<{ seen_at: Date }>('select seen_at from identity.session'))[0]!.seen_at
  s.desk.clock.set(later(start, minute - 1))
  await s.who(token)
  expect(await seen()).toEqual(new Date(start))
  s.desk.clock.set(later(start, minute))
  await s.who(token)
  expect(await seen()).toEqual(later(start, minute))
})

test('who has left is signed out at once and cannot come back', async () => {
  await using s = await seeded()
  const token = await s.session()
  await s.desk.look('update identity.staff set left_at = now()')
  expect(await s.who(token)).toBeUndefined()
  await expect(s.signIn()).rejects.toMatchObject({ code: 'identity.wrong_password' })
})

test('ten wrong passwords lock an account for fifteen minutes, for the right one too', async () => {
  await using s = await seeded()
  const wrong = () => s.signIn({ email, password: 'wrong' })
  for (let i = 1; i < 10; i++) await expect(wrong()).rejects.toMatchObject({ code: 'identity.wrong_password' })
  await expect(wrong()).rejects.toMatchObject({ code: 'identity.locked', facts: { minutes: 15 } })
  s.desk.clock.set(later(start, 15 * minute - 1))
  await expect(s.signIn()).rejects.toMatchObject({ code: 'identity.locked', facts: { minutes: 1 } })
  s.desk.clock.set(later(start, 15 * minute))
  expect(await s.signIn()).toMatchObject({ id: s.id })
  expect(await s.desk.look(`select op from audit.entry where op = 'identity.locked'`)).toHaveLength(1)
})

test('a hundred guesses at once are still only ten tries', async () => {
  await using s = await seeded()
  const guesses = await Promise.allSettled(Array.from({ length: 100 }, (_, i) => s.signIn({ email, password: `guess ${i}` }, browser({ ip: `192.0.2.${i}` }))))
  const codes = guesses.map((guess) => (guess.status === 'rejected' ? (guess.reason as { code: string }).code : 'in'))
  expect(codes.filter((code) => code === 'identity.wrong_password')).toHaveLength(9)
  expect(codes.filter((code) => code === 'identity.locked')).toHaveLength(91)
})

test('right passwords of one account at once are all let in, and none counts as wrong', async () => {
  await using s = await seeded()
  const many = await Promise.all(Array.from({ length: 40 }, (_, i) => s.signIn(undefined, browser({ ip: `192.0.2.${i}` }))))
  expect(many.map((me) => me.id)).toEqual(Array.from({ length: 40 }, () => s.id))
  expect(await s.desk.look('select failed, locked_until from identity.credential')).toEqual([{ failed: 0, locked_until: null }])
})

test('an account that waits for its link is answered like one of nobody', async () => {
  await using s = await seeded()
  await s.desk.look('update identity.credential set password_hash = null')
  await expect(s.signIn()).rejects.toMatchObject({ code: 'identity.wrong_password' })
})

test('the right password in time forgets the wrong ones before it', async () => {
  await using s = await seeded()
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 9; i++) await expect(s.signIn({ email, password: 'wrong' })).rejects.toMatchObject({ code: 'identity.wrong_password' })
    expect(await s.signIn()).toMatchObject({ id: s.id })
  }
})

test('an e-mail of nobody is answered like one of somebody, lock included', async () => {
  await using s = await seeded()
  const nobody = () => s.signIn({ email: 'nobody@desk.example', password })
  for (let i = 1; i < 10; i++) await expect(nobody()).rejects.toMatchObject({ code: 'identity.wrong_password' })
  await expect(nobody()).rejects.toMatchObject({ code: 'identity.locked', facts: { minutes: 15 } })
})

test('one address has thirty wrong tries; right ones do not count, and other addresses go on', async () => {
  await using s = await seeded()
  for (let i = 0; i < 5; i++) await s.signIn()
  for (let i = 0; i < 30; i++) await expect(s.signIn({ email: `${i}@desk.example`, password })).rejects.toMatchObject({ code: 'identity.wrong_password' })
  await expect(s.signIn()).rejects.toMatchObject({ code: 'identity.too_many' })
  expect(await s.signIn(undefined, browser({ ip: '192.0.2.2' }))).toMatchObject({ id: s.id })
})

test('a demonstration account signs in from this machine only', async () => {
  await using s = await seeded()
  await seedDemoStaff(s.desk.db, [{ login: 'operator1', email: 'demo@desk.example', name: 'Demo', role: 'operator', password }])
  const given = { email: 'demo@desk.example', password }
  const outside = browser()
  await expect(s.signIn(given, outside)).rejects.toMatchObject({ code: 'identity.demo_loopback_only' })
  expect(outside.kept.token).toBeNull()
  await expect(s.signIn({ ...given, password: 'wrong' }, outside)).rejects.toMatchObject({ code: 'identity.wrong_password' })
  expect(await s.signIn(given, browser({ loopback: true, ip: '127.0.0.1' }))).toMatchObject({ name: 'Demo' })
})

test('a password that somebody else chose opens nothing but its own change', async () => {
  await using s = await seeded()
  await s.desk.look('update identity.staff set must_change_password = true')
  const token = await s.session()
  const before = (await s.who(token))!
  expect([...before.may]).toEqual([])
  expect(before.scope).toBe('none')
  expect(await s.desk.as(before, (tx) => me(tx, s.id))).toMatchObject({ mustChangePassword: true, may: [] })
  await s.door.changePassword(s.desk.db, { old: password, new: 'ten blue tricycles' }, before)
  expect((await s.who(token))!.may.has('case.open')).toBe(true)
})

test('changing the password needs the old one, ends my other sessions, and keeps this one', async () => {
  await using s = await seeded()
  const [here, there] = [await s.session(), await s.session()]
  const by = (await s.who(here)) as Actor
  await expect(s.door.changePassword(s.desk.db, { old: 'wrong', new: 'ten blue tricycles' }, by)).rejects.toMatchObject({ code: 'identity.wrong_password', field: 'old' })
  expect(await s.who(there)).toBeDefined()
  await s.door.changePassword(s.desk.db, { old: password, new: 'ten blue tricycles' }, by)
  expect(await s.who(there)).toBeUndefined()
  expect(await s.who(here)).toBeDefined()
  await expect(s.signIn()).rejects.toMatchObject({ code: 'identity.wrong_password' })
  expect(await s.signIn({ email, password: 'ten blue tricycles' })).toMatchObject({ id: s.id })
})

test('signing out ends this session and no other', async () => {
  await using s = await seeded()
  const [here, there] = [await s.session(), await s.session()]
  const by = (await s.who(here)) as Actor
  const at = browser()
  at.kept.token = here
  await s.desk.as(by, (tx) => s.door.signOut(tx, {}, by, at.via))
  expect(at.kept.token).toBeNull()
  expect(await s.who(here)).toBeUndefined()
  expect(await s.who(there)).toBeDefined()
})
