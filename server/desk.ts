/** The desk: the list of its rooms, and what they need of one another from outside. Explicit lines, nothing by itself. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fixed from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { homePage } from '../portal/src/home.ts'
import { system } from './platform/actor.ts'
import type { Config } from './platform/config.ts'
import type { Db } from './platform/db.ts'
import type { Room } from './platform/room.ts'
import { municipality } from './rooms/identity/index.ts'

export const operationsOf = (rooms: readonly Room[]) => rooms.flatMap((room) => room.operations ?? [])
export const listenersOf = (rooms: readonly Room[]) => Object.fromEntries(rooms.flatMap((room) => (room.listeners ? [[room.name, room.listeners]] : [])))
export const timedOf = (rooms: readonly Room[]) => Object.assign({}, ...rooms.map((room) => room.timed ?? {}))

/** The citizens' pages: the first page, and in demonstration the telephone to try. */
export const citizensPages = (config: Config, db: Db) => async (app: FastifyInstance) => {
  const home = (language: 'tr' | 'en') => async (_request: unknown, reply: { type(t: string): { send(text: string): unknown } }) => {
    const town = await db.transaction(system('pages'), municipality)
    return reply.type('text/html; charset=utf-8').send(homePage({ name: town.name[language], mainNumber: town.mainNumber, demo: config.DEMO, language }))
  }
  app.get('/', home('tr'))
  app.get('/en', home('en'))
  const phone = config.PORTAL_DIST && join(config.PORTAL_DIST, 'telefon.html')
  if (config.DEMO && config.PORTAL_DIST && phone && existsSync(phone)) {
    await app.register(fixed, { root: config.PORTAL_DIST, wildcard: false, index: false })
    app.get('/telefon', (_request, reply) => reply.sendFile('telefon.html'))
  }
}
