/** The citizens' pages over real HTTP, with cases that wait for an answer. */
import { randomBytes } from 'node:crypto'
import type { CaseId } from '../../contracts/cases.ts'
import { messages as templates } from '../demo/index.ts'
import { linkPages } from '../link-pages.ts'
import { makeListener } from '../platform/http/listener.ts'
import { makeLog } from '../platform/log.ts'
import { makeMove } from '../rooms/cases/index.ts'
import { aTown, filesInMemory, opened, seeding } from '../rooms/cases/testing.ts'
import { seedTemplates } from '../rooms/contact/index.ts'
import { linksAt, makeLink } from '../rooms/resolution/index.ts'
import { currentProposal } from '../rooms/resolution/proposals.ts'
import { approve, deciders, propose } from '../rooms/resolution/testing.ts'
import { testDesk } from '../testing.ts'
import { testRooms } from './rooms.ts'

export const start = '2026-11-23T09:00:00+03:00'
type More = Parameters<typeof opened>[2]
export async function linkHouse() {
  const desk = await testDesk(start)
  const town = await aTown(desk), who = await deciders(desk, town), rooms = await testRooms(desk), files = filesInMemory()
  await desk.as(seeding, (tx) => seedTemplates(tx, templates))
  let logged = '', phones = 2000
  const app = await makeListener({ db: desk.db, log: makeLog('trace', { write: (line) => { logged += line } }), door: 'citizens', operations: [], authenticate: async () => undefined, secureCookies: false, trustedProxies: 1, sockets: {} })
  await linkPages(desk.db, files)(app)
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  linksAt({ address, key: randomBytes(16).toString('hex') })
  const settle = () => desk.settle(...rooms)
  const reporter = () => ({ name: 'Ayşe Yıldız', phone: `+90532222${++phones}`, mayMessage: true })

  /** The work is said to be done. */
  async function finish(id: CaseId) {
    await desk.look(`update cases.task set status = 'working' where case_id = $1 and status not in ('returned', 'passed')`, [id])
    await desk.look(`update cases.case set status = 'in_progress' where id = $1`, [id])
    await desk.as(town.officer('water'), (tx) => makeMove(tx, { caseId: id, move: 'finish', directorateId: town.directorate('water') }))
    await settle()
  }
  return {
    desk, town, files, address, settle, finish, logged: () => logged,
    async resolved(more: More = {}): Promise<CaseId> {
      const { id } = await opened(desk, town, { topicId: town.topic('pipe'), answers: {}, reporter: reporter(), ...more })
      await finish(id)
      return id
    },
    /** The link as it stands in the newest message to her: its path. */
    async linkIn(id: CaseId, template = 'confirm-ask'): Promise<string> {
      const [row] = await desk.look<{ text: string }>('select text from contact.message where case_id = $1 and template = $2 order by at desc, id desc limit 1', [id, template])
      return /http:\/\/[^/]+(\/\S+)/.exec(row!.text)![1]!
    },
    /** A proposal that is approved, and its link. */
    async offered(more: Parameters<typeof propose>[4] = {}): Promise<{ id: CaseId; path: string; again(): Promise<string> }> {
      const { id } = await opened(desk, town, { topicId: town.topic('pipe'), answers: {}, reporter: reporter() })
      await propose(desk, town, 'water', id, { from: '2026-12-10', to: '2026-12-11', ...more })
      await approve(desk, who.water, id)
      await settle()
      const again = async () => new URL(await desk.as(seeding, async (tx) => makeLink(tx, { caseId: id, purpose: 'agree', proposalId: (await currentProposal(tx, id))!.id, person: { kind: 'reporter' }, untilDays: 30 }))).pathname
      return { id, path: await again(), again }
    },
    async [Symbol.asyncDispose]() { await app.close(); await desk[Symbol.asyncDispose]() },
  }
}
export const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')
