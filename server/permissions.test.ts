/** The permission table, generated from the contracts: every operation, every role, both doors. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { api } from '../contracts/index.ts'
import type { Operation } from '../contracts/kit.ts'
import { permissionsOf, Role } from '../contracts/permissions.ts'
import { operationsOf } from './desk.ts'
import type { Actor } from './platform/actor.ts'
import { makeListener } from './platform/http/listener.ts'
import { newId } from './platform/ids.ts'
import { silentLog } from './platform/log.ts'
import { someone, testDesk, type TestDesk } from './testing.ts'
import { testRooms } from './testing/rooms.ts'

const operations = Object.values(api).flatMap((room) => Object.entries(room as Record<string, Operation>)).map(([name, operation]) => ({ name, operation }))
const ofDesk = operations.filter(({ operation }) => operation.door !== 'citizens')
let desk: TestDesk
let staff: FastifyInstance
let citizens: FastifyInstance

beforeAll(async () => {
  desk = await testDesk()
  const directorate = newId<string>()
  const people: Record<string, Actor> = Object.fromEntries(Role.options.map((role) => [role, someone([role], role === 'officer' || role === 'director' ? directorate : null)]))
  const common = {
    db: desk.db, log: silentLog, operations: operationsOf(await testRooms(desk)), secureCookies: false, trustedProxies: 0, sockets: {},
    authenticate: async (token: string) => people[token],
  }
  staff = await makeListener({ ...common, door: 'desk' })
  citizens = await makeListener({ ...common, door: 'citizens' })
})
afterAll(async () => { await staff.close(); await citizens.close(); await desk[Symbol.asyncDispose]() })

/** An address of the operation with ids of nothing that exists. */
const urlOf = (o: Operation, prefix: string) => prefix + o.path.replace(/:(\w+)/g, (_, name: string) => (name === 'callId' ? 'nobody-1.1' : newId<string>()))
const ask = (app: FastifyInstance, o: Operation, prefix: string, who?: string) => app.inject({
  method: o.method, url: urlOf(o, prefix), headers: { 'x-akmasa': '1', ...(o.upload ? { 'content-type': 'application/octet-stream' } : {}), ...(who ? { cookie: `akmasa=${who}` } : {}) },
  ...(o.method === 'GET' || o.method === 'DELETE' ? {} : { payload: o.upload ? Buffer.from('x') : {} }),
})

describe('who may what', () => {
  test.each(ofDesk.filter(({ operation }) => operation.may !== 'public'))('$name asks for a signed-in person', async ({ operation }) => {
    expect((await ask(staff, operation, '/api')).statusCode).toBe(401)
  })

  for (const role of Role.options) {
    const refused = ofDesk.filter(({ operation: { may } }) => may !== 'public' && may !== 'signed-in' && !permissionsOf([role]).has(may))
    const allowed = ofDesk.filter(({ operation: { may } }) => may !== 'public' && (may === 'signed-in' || permissionsOf([role]).has(may)))
    if (refused.length > 0) test.each(refused)(`$name is refused to the ${role}`, async ({ operation }) => {
      expect((await ask(staff, operation, '/api', role)).statusCode).toBe(403)
    })
    test.each(allowed)(`$name is open to the ${role}, and what is not there is not there`, async ({ operation }) => {
      const { statusCode } = await ask(staff, operation, '/api', role)
      // 422: the empty body of this test; 404: an id of nothing; 409, 503: understood and refused.
      expect([200, 404, 409, 422, 503]).toContain(statusCode)
    })
  }

  test.each(ofDesk)('$name of the desk does not answer on the citizens’ listener', async ({ operation }) => {
    for (const prefix of ['/api', '/public']) expect((await ask(citizens, operation, prefix, 'supervisor')).statusCode).toBe(404)
  })

  test.each(ofDesk.filter(({ operation: { method, may } }) => method !== 'GET' && may !== 'public'))('$name is refused to another site’s page', async ({ operation: o }) => {
    const from = (headers: Record<string, string>) => staff.inject({ method: o.method, url: urlOf(o, '/api'), headers: { cookie: 'akmasa=supervisor', ...headers }, ...(o.method === 'DELETE' ? {} : { payload: {} }) })
    expect((await from({})).statusCode).toBe(403)
    expect((await from({ 'x-akmasa': '1', origin: 'https://elsewhere.example' })).statusCode).toBe(403)
    expect((await from({ 'x-akmasa': '1', origin: 'null' })).statusCode).toBe(403)
  })
})
