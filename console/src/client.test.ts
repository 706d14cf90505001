import { afterEach, expect, test, vi } from 'vitest'
import { casesApi } from '../../contracts/cases.ts'
import { identityApi } from '../../contracts/identity.ts'
import { addressOf, call, onSignedOut, Problem, problemOf } from './client.ts'

afterEach(() => vi.unstubAllGlobals())
const answering = (status: number, body: unknown) => {
  const asked = vi.fn(async (_url: string, _init: RequestInit) => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }))
  vi.stubGlobal('fetch', asked)
  return asked
}

test('what is given goes where the contract says: into the path, the query or the body', async () => {
  const asked = answering(200, { done: true })
  await call(casesApi.passCase, { caseId: 'a b', to: 'd', reason: 'r' })
  const [url, init] = asked.mock.calls[0]!
  expect(url).toBe('/api/cases/a%20b/pass')
  expect(init.method).toBe('POST')
  expect(JSON.parse(String(init.body))).toEqual({ to: 'd', reason: 'r' })
  expect(init.headers).toMatchObject({ 'x-akmasa': '1', 'content-type': 'application/json' })
})
test('several values of one name repeat it, and what is not said is left out', () => {
  expect(addressOf(casesApi.inbox, { view: 'all', status: ['routed', 'returned'], q: '', late: undefined })).toBe('/api/cases?view=all&status=routed&status=returned')
})
test('a refusal comes with its code, facts and fields', async () => {
  answering(409, { status: 409, code: 'case.cannot', facts: { number: '2026-000001' }, requestId: 'x', errors: [{ path: 'to', code: 'case.already_there', facts: {} }] })
  await expect(call(casesApi.takeCase, { caseId: 'x' })).rejects.toMatchObject({ status: 409, code: 'case.cannot', facts: { number: '2026-000001' }, errors: [{ path: 'to' }] })
})
test('an answer that is not ours, a proxy’s page say, is still a problem with its status', () => {
  expect(problemOf(502, '<html>Bad gateway</html>')).toMatchObject({ status: 502, code: 'http_502' })
})
test('a desk that does not answer is told from one that refuses', async () => {
  vi.stubGlobal('fetch', async () => { throw new TypeError('failed') })
  await expect(call(identityApi.me)).rejects.toMatchObject({ status: 0, code: 'network' })
})
test('an ended session is told to whoever listens, a wrong password is not one', async () => {
  const told = vi.fn()
  const stop = onSignedOut(told)
  answering(401, { code: 'session.needed' })
  await expect(call(identityApi.directorates)).rejects.toBeInstanceOf(Problem)
  answering(401, { code: 'identity.wrong_password' })
  await expect(call(identityApi.signIn, { email: 'a@b.tr', password: 'x' })).rejects.toBeInstanceOf(Problem)
  expect(told).toHaveBeenCalledTimes(1)
  stop()
})
