/** Paging end to end: a real server that is killed, a real Asterisk, real telephones. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Line, openPhone, type Phone } from '../../testing/sip.ts'
import { testServer } from '../../testing/server.ts'
import { type TestSwitch, testSwitch } from '../../testing/switch.ts'
import { switchUser } from '../../adapters/asterisk/config.ts'
import { testDesk, type TestDesk } from '../../testing.ts'
import { opened } from '../cases/testing.ts'
import { aDutyTown, type DutyTown } from './testing.ts'

let desk: TestDesk, town: DutyTown, line: TestSwitch, carrier: Phone
beforeAll(async () => {
  // The server's clock is the wall's.
  desk = await testDesk(new Date().toISOString())
  town = await aDutyTown(desk)
  carrier = await openPhone({ user: 'carrier' })
  line = await testSwitch({ trunk: { host: '127.0.0.1', port: carrier.port } })
  carrier.sipPort = line.ports.sip
  const [roads, water] = [town.directorate('roads'), town.directorate('water')]
  await town.onCall(roads, await town.person('Ali', 'officer', roads, '+905320000001'))
  await town.onCall(water, await town.person('Su', 'officer', water, '+905320000002'))
  await desk.look(`update duty.rules set steps = '[{"who":"on_call","seconds":3},{"who":"on_call","seconds":600}]'`)
})
afterAll(async () => {
  await carrier?.[Symbol.asyncDispose]()
  await line?.[Symbol.asyncDispose]()
  await desk?.[Symbol.asyncDispose]()
})

const server = () => testServer(desk.database.appUrl, 'worker', {
  ASTERISK_AMI_HOST: '127.0.0.1', ASTERISK_AMI_PORT: String(line.ports.ami), ASTERISK_AMI_USER: switchUser, ASTERISK_AMI_SECRET: line.access.secret, ASTERISK_WS_URL: line.access.socket,
  ASTERISK_LOG: line.access.log, ASTERISK_SPOOL: line.access.spool, TELEPHONE_DIR: line.runDir,
})
const numberOf = (one: Line) => /sip:(\d+)@/.exec(one.told.get('to')![0]!)![1]!
const states = async () => Object.fromEntries((await desk.look<{ name: string; state: string; how: string | null }>(
  `select d.slug as name, p.state, p.how from duty.page p join identity.directorate d on d.id = p.directorate_id`)).map((row) => [row.name, [row.state, row.how]]))
/** Looks until it is so: the server writes it in its own time. */
async function until(right: (found: Awaited<ReturnType<typeof states>>) => boolean): Promise<void> {
  while (!right(await states())) await new Promise((go) => setTimeout(go, 50))
}

test('a killed server goes on paging where it stood; a key pressed while it was dead counts; no step rings twice', async () => {
  const first = await server()
  await opened(desk, town, { kind: 'emergency' })
  const rings = [await carrier.rings(), await carrier.rings()]
  const [roads, water] = [rings.find((one) => numberOf(one).endsWith('1'))!, rings.find((one) => numberOf(one).endsWith('2'))!]
  process.kill(first.pid, 'SIGKILL')
  await first[Symbol.asyncDispose]()

  // The switch needs nobody for it: it rings on, hears the key and lets her go.
  roads.answer()
  await roads.hears(line.tone('page-press'))
  roads.press('1')
  await roads.hears(line.tone('page-thanks'))
  expect(await roads.ended()).toBe('them')
  water.hangUp()

  await using _second = await server()
  await until((found) => found.roads?.[0] === 'has')
  // The next step of the other directorate comes, though nobody told the new process of it.
  const again = await carrier.rings()
  expect(numberOf(again)).toBe('05320000002')
  again.answer()
  await again.hears(line.tone('page-press'))
  again.press('1')
  await until((found) => found.water?.[0] === 'has')
  expect(await states()).toEqual({ roads: ['has', 'key'], water: ['has', 'key'] })
  expect(await desk.look('select p.step as steps, count(r.id)::int as rung from duty.page p join duty.ring r on r.page_id = p.id group by p.id order by p.step')).toEqual([{ steps: 1, rung: 1 }, { steps: 2, rung: 2 }])
  expect(line.ports.sip).toBeGreaterThan(0)
})
