/** A town with two crews, for tests of the work outside. */
import type { CaseId, MoveId, Opened } from '../../../contracts/cases.ts'
import type { StaffId } from '../../../contracts/identity.ts'
import type { CaseMove } from '../../../contracts/moves.ts'
import { PartBody } from '../../../contracts/proposals.ts'
import type { Role } from '../../../contracts/permissions.ts'
import type { ActId, CrewId, Evidence, Order, OrderAct, OrderId, Shot } from '../../../contracts/work.ts'
import { messages } from '../../demo/index.ts'
import { type Actor, system } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import type { Room } from '../../platform/room.ts'
import { someone, testDesk, type TestDesk } from '../../testing.ts'
import { makeMove } from '../cases/index.ts'
import { aTown, filesInMemory, opened, seeding, type Town } from '../cases/testing.ts'
import { makeContact, seedTemplates } from '../contact/index.ts'
import { putCrew } from './crews.store.ts'
import { makeResolution } from './index.ts'
import { proposePart } from './proposals.ts'
import { crewAct, crewPhoto } from './work-crew.ts'
import { orders } from './work.ts'

export const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082', 'hex')
/** Another picture each time: the same bytes under another id are another photograph. */
export const picture = (n: number): Buffer => Buffer.concat([png, Buffer.from([n])])
const mover = system('test')

export type Works = TestDesk & {
  town: Town; files: ReturnType<typeof filesInMemory>; rooms: Room[]
  /** People of two crews: of the roads and of the water. */
  road: Actor; road2: Actor; water: Actor; crews: { road: CrewId; road2: CrewId; water: CrewId }
  /** A pothole on which both directorates agreed with the citizen, for two days from tomorrow. */
  agreed(evidence?: Evidence): Promise<Opened>
  agree(caseId: CaseId): Promise<MoveId>
  move(caseId: CaseId, move: CaseMove, by?: Actor): Promise<MoveId>
  heard(): Promise<void>
  ordersOf(caseId: CaseId): Promise<Order[]>
  orderOf(caseId: CaseId, directorate: 'roads' | 'water'): Promise<Order>
  act(by: Actor, orderId: OrderId, act: OrderAct, words?: string, id?: ActId): ReturnType<typeof crewAct>
  photo(by: Actor, orderId: OrderId, shot: Shot, id?: string): ReturnType<typeof crewPhoto>
}
let pictures = 0
export async function works(): Promise<Works> {
  const desk = await testDesk(), town = await aTown(desk), files = filesInMemory()
  await desk.as(seeding, (tx) => seedTemplates(tx, messages))
  const person = async (name: string, directorate: 'roads' | 'water', roles: Role[] = ['crew']): Promise<Actor> => {
    const by = someone(roles, town.directorate(directorate))
    await desk.look(`insert into identity.staff (id, name, name_folded, email, roles, directorate_id, language, must_change_password) values ($1, $2, $3, $4, $5, $6, 'tr', false)`, [by.id, name, name.toLowerCase(), `${by.id}@example.org`, roles, by.directorateId])
    return by
  }
  const road = await person('Yol Ustası', 'roads'), road2 = await person('Öteki Usta', 'roads'), water = await person('Su Ustası', 'water')
  const crews = { road: newId<CrewId>(), road2: newId<CrewId>(), water: newId<CrewId>() }
  const crew = (id: CrewId, name: string, directorate: 'roads' | 'water', by: Actor) =>
    desk.as(seeding, (tx) => putCrew(tx, { id, directorateId: town.directorate(directorate), name, people: [by.id as StaffId], retired: false }))
  await crew(crews.road, 'Yol 1', 'roads', road)
  await crew(crews.road2, 'Yol 2', 'roads', road2)
  await crew(crews.water, 'Su 1', 'water', water)
  const rooms = [makeResolution(files), makeContact(undefined)]
  const move = async (caseId: CaseId, name: CaseMove, by: Actor = mover) => (await desk.as({ ...by, scope: 'system' }, (tx) => makeMove(tx, { caseId, move: name, directorateId: by.directorateId as never, reason: 'deneme', words: 'deneme' }))).id
  const one: Works = {
    ...desk, town, files, rooms, road, road2, water, crews, move,
    async agreed(evidence = 'none') {
      await desk.look(`update routing.topic set loop = jsonb_build_object('evidence', $1::text) where slug = 'pothole'`, [evidence])
      const made = await opened(desk, town)
      await desk.settle(...rooms)
      for (const slug of ['roads', 'water'] as const) {
        const by = town.officer(slug)
        await desk.as(by, (tx) => proposePart(tx, {
          caseId: made.id, id: newId<MoveId>(), source: { words: 'Don çözülmesi' },
          part: PartBody.parse({ what: slug === 'roads' ? 'Çukur asfaltla kapatılacak' : 'Rögar kapağı yükseltilecek', byWhom: 'Ekip', from: '2026-11-24', to: '2026-11-25' }),
        }, by))
      }
      await one.agree(made.id)
      await one.heard()
      return made
    },
    agree: (caseId) => move(caseId, 'agree_by_rule'),
    heard: () => desk.settle(...rooms),
    ordersOf: (caseId) => desk.do((tx) => orders(tx, { caseId, status: undefined }, someone(['operator']))),
    orderOf: async (caseId, slug) => (await one.ordersOf(caseId)).filter((order) => order.directorateId === town.directorate(slug)).at(-1)!,
    act: (by, orderId, act, words, id = newId<ActId>()) => crewAct(desk.db, { orderId, id, act, words }, by),
    photo: (by, orderId, shot, id = newId<never>()) => crewPhoto(desk.db, files, { orderId, id: id as never, shot, file: picture(pictures++ % 256) }, by),
  }
  return one
}
