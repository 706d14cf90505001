/** The desk: the list of its rooms, and what they need of one another from outside. Explicit lines, nothing by itself. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fixed from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { homePage } from '../portal/src/home.ts'
import { connectAsterisk, prompts } from './adapters/asterisk/index.ts'
import { mailDoorFrom, startMailDoor } from './adapters/mail/incoming.ts'
import { mailServerFrom, smtpMailer } from './adapters/mail/smtp.ts'
import { gatewayFrom, smsGateway } from './adapters/sms/gateway.ts'
import { incomingFrom, smsIncoming } from './adapters/sms/incoming.ts'
import { folderOf } from './adapters/storage/folder.ts'
import { partsIn } from './adapters/storage/parts.ts'
import { linkPages } from './link-pages.ts'
import { system } from './platform/actor.ts'
import { type Config, switchSockets } from './platform/config.ts'
import type { Db } from './platform/db.ts'
import type { Check } from './platform/health.ts'
import { type Authenticate, fromThisMachine } from './platform/http/listener.ts'
import type { Log } from './platform/log.ts'
import type { Room } from './platform/room.ts'
import { usesIn } from './platform/settings.ts'
import { calendarsRoom } from './rooms/calendars/index.ts'
import { lineChecks, makeCalls } from './rooms/calls/index.ts'
import { makeCases } from './rooms/cases/index.ts'
import { citizensRoom } from './rooms/citizens/index.ts'
import { makeContact, makeInbox, startSending } from './rooms/contact/index.ts'
import { makeDuty, startPaging } from './rooms/duty/index.ts'
import { makeIdentity, municipality } from './rooms/identity/index.ts'
import { makeImports, startImporting } from './rooms/imports/index.ts'
import { makeInsights } from './rooms/insights/index.ts'
import { knowledgeRoom } from './rooms/knowledge/index.ts'
import { placesRoom } from './rooms/places/index.ts'
import { linksAt, makeResolution } from './rooms/resolution/index.ts'
import { routingRoom } from './rooms/routing/index.ts'
import { makeSettings } from './rooms/settings/index.ts'
import { statutoryRoom } from './rooms/statutory/index.ts'

export const operationsOf = (rooms: readonly Room[]) => rooms.flatMap((room) => room.operations ?? [])
export const listenersOf = (rooms: readonly Room[]) => Object.fromEntries(rooms.flatMap((room) => (room.listeners ? [[room.name, room.listeners]] : [])))
export const timedOf = (rooms: readonly Room[]) => Object.assign({}, ...rooms.map((room) => room.timed ?? {}))

/** The citizens' pages: the first page, and in demonstration the telephone to try. */
export const citizensPages = (config: Config, db: Db) => async (app: FastifyInstance) => {
  const home = (language: 'tr' | 'en') => async (request: FastifyRequest, reply: FastifyReply) => {
    const town = await db.transaction(system('pages'), municipality)
    return reply.type('text/html; charset=utf-8').send(homePage({ name: town.name[language], mainNumber: town.mainNumber, demo: config.DEMO && fromThisMachine(request), language }))
  }
  await linkPages(db, folderOf(join(config.DATA_DIR, 'files')))(app)
  app.get('/', home('tr'))
  app.get('/en', home('en'))
  const phone = config.PORTAL_DIST && join(config.PORTAL_DIST, 'telefon.html')
  if (config.DEMO && config.PORTAL_DIST && phone && existsSync(phone)) {
    await app.register(fixed, { root: config.PORTAL_DIST, wildcard: false, index: false })
    app.get('/telefon', (_request, reply) => reply.sendFile('telefon.html'))
  }
}

export type Desk = {
  rooms: readonly Room[]
  authenticate: Authenticate
  /** Follows the switch and keeps presence; one process of the desk does it. */
  startPhone(): { stop(): Promise<void> }
  /** Sends what is queued for citizens. */
  startSending(): { stop(): Promise<void> }
  /** Takes what SMS gateways bring: answers, and reports of delivery. */
  messagesIn(app: FastifyInstance): void
  /** Takes citizens' answers by e-mail. */
  startMail(): { stop(): Promise<void> }
  /** Rings whoever must act now, and hears who has it. */
  startPaging(): { stop(): Promise<void> }
  /** Goes on with imports of past cases. */
  startImporting(): { stop(): Promise<void> }
  /** What the phone role needs: the switch, and its record followed. */
  lineChecks: Record<'switch' | 'record', Check>
}

/** Builds every room and hands each what it needs from outside. */
export function makeDesk(config: Config, db: Db, log: Log): Desk {
  const mailServer = mailServerFrom(process.env)
  const identity = makeIdentity({
    sessionKey: config.SESSION_KEY, mailer: mailServer && smtpMailer(mailServer), address: config.DESK_URL, inHand: (tx, staffId) => usesIn(rooms, tx, 'staff', staffId),
    notMailed: (problem) => log.warn(problem, 'an invitation could not be mailed'),
  })
  const telephone = asteriskOf(config, log)
  const gateway = gatewayFrom(process.env)
  const sender = gateway && smsGateway(gateway)
  const post = mailServer && { mailer: smtpMailer(mailServer), answers: process.env.MAIL_ANSWERS }
  const calls = makeCalls(db, telephone, { sockets: switchSockets(config), demo: config.DEMO, announcements: prompts, queues: config.ASTERISK_QUEUES }, log)
  const files = folderOf(join(config.DATA_DIR, 'files'))
  const inbox = makeInbox(db, files)
  const importFiles = partsIn(join(config.DATA_DIR, 'imports'))
  linksAt({ address: config.CITIZENS_URL ?? `http://127.0.0.1:${config.CITIZENS_PORT}`, key: config.SESSION_KEY })
  const rooms: Room[] = [
    identity, placesRoom, calendarsRoom, citizensRoom, routingRoom,
    makeCases(files),
    makeImports(importFiles),
    makeContact(sender, post),
    calls,
    makeResolution(files),
    knowledgeRoom,
    makeDuty({ mailer: post?.mailer, address: config.DESK_URL }),
    statutoryRoom,
    makeInsights(mailServer && { mailer: smtpMailer(mailServer), ...(config.DESK_URL && { address: config.DESK_URL }) }),
  ]
  return { rooms: [...rooms, makeSettings(rooms)], authenticate: (token) => identity.authenticate(db, token), startPhone: () => calls.line.start(), lineChecks: lineChecks(db, calls.line),
    messagesIn: (app) => { const incoming = incomingFrom(process.env); if (incoming) smsIncoming(app, incoming, inbox) },
    startMail: () => mailIn(inbox, log),
    startPaging: () => startPaging(db, telephone?.pager, (err) => log.warn({ err }, 'paging: trying again')),
    startImporting: () => startImporting(db, importFiles, (err) => log.warn({ err }, 'imports: trying again')),
    startSending: () => (sender || post ? startSending(db, { sms: sender, mail: post }, (err) => log.warn({ err }, 'messages: trying again')) : { stop: async () => {} }) }
}

/** A port that is taken stops no calls: it is told, and the rest goes on. */
function mailIn(inbox: ReturnType<typeof makeInbox>, log: Log): { stop(): Promise<void> } {
  const door = mailDoorFrom(process.env)
  const open = door && startMailDoor(door, inbox, (err) => log.warn({ err }, 'a letter was not kept')).catch((err: unknown) => void log.error({ err }, 'answers by e-mail are not taken'))
  return { stop: async () => { await (await open)?.stop() } }
}

function asteriskOf(c: Config, log: Log): ReturnType<typeof connectAsterisk> | undefined {
  if (!c.ASTERISK_AMI_PORT || !c.ASTERISK_AMI_USER || !c.ASTERISK_AMI_SECRET || !c.ASTERISK_WS_URL || !c.ASTERISK_LOG || !c.ASTERISK_SPOOL) return undefined
  return connectAsterisk({
    host: c.ASTERISK_AMI_HOST, port: c.ASTERISK_AMI_PORT, user: c.ASTERISK_AMI_USER, secret: c.ASTERISK_AMI_SECRET, socket: c.ASTERISK_WS_URL,
    spool: c.ASTERISK_SPOOL, log: c.ASTERISK_LOG, alarmFile: c.ALARM_FILE ?? '',
    ...(c.TELEPHONE_DIR && c.TELEPHONE_CACHE && { sounds: { runDir: c.TELEPHONE_DIR, cacheDir: c.TELEPHONE_CACHE } }),
  }, (problem) => log.warn({ err: problem }, 'the switch’s record'))
}
