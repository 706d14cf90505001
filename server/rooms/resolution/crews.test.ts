import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffId } from '../../../contracts/identity.ts'
import type { SettingValue } from '../../../contracts/settings.ts'
import type { CrewId } from '../../../contracts/work.ts'
import { newId } from '../../platform/ids.ts'
import { change, type Setting } from '../../platform/settings.ts'
import { administrator } from '../../testing.ts'
import { crews, crewSettings, crewUses, leavesCrews } from './crews.ts'
import { works, type Works } from './work-testing.ts'
import { changeOrder } from './work.ts'

let w: Works
const of = crewSettings[0]! as unknown as Setting<'crew'>
beforeAll(async () => { w = await works() })
afterAll(() => w[Symbol.asyncDispose]())
const write = (id: string, value: SettingValue<'crew'>) => w.as(administrator, (tx) => change(tx, crewSettings[0]!, { id, version: undefined, value }))
const aCrew = (more: Partial<SettingValue<'crew'>> = {}): SettingValue<'crew'> => ({ directorateId: w.town.directorate('roads'), name: 'Asfalt', people: [w.road.id as StaffId], retired: false, ...more })

test('an administrator makes and changes a crew, and its directorate sees who is in it', async () => {
  const id = newId<CrewId>()
  await write(id, aCrew())
  await write(id, aCrew({ people: [w.road.id, w.road2.id].sort() as StaffId[] }))
  expect(await w.as(administrator, (tx) => of.read(tx, id))).toEqual(aCrew({ people: [w.road.id, w.road2.id].sort() as StaffId[] }))
  const by = w.town.officer('roads')
  expect((await w.as(by, (tx) => crews(tx, {}, by))).find((crew) => crew.id === id)?.people.map((person) => person.name).sort()).toEqual(['Yol Ustası', 'Öteki Usta'])
  expect((await w.as(w.town.officer('water'), (tx) => crews(tx, {}, w.town.officer('water')))).map((crew) => crew.name)).toEqual(['Su 1'])
})
test('people of another directorate, of another role, and a name that is taken are refused', async () => {
  await expect(write(newId(), aCrew({ name: 'Yeni', people: [w.water.id as StaffId] }))).rejects.toMatchObject({ code: 'crew.people_elsewhere', field: 'value.people' })
  await expect(write(newId(), aCrew({ name: 'Yeni', people: [newId<StaffId>()] }))).rejects.toMatchObject({ code: 'crew.people_elsewhere' })
  await expect(write(newId(), aCrew({ name: 'YOL 1' }))).rejects.toMatchObject({ code: 'setting.name_taken', field: 'value.name' })
  await expect(write(newId(), aCrew({ name: 'Yeni', directorateId: newId<never>() }))).rejects.toMatchObject({ code: 'setting.unknown_reference' })
})
test('a crew with work in hand is not put out of use, and whoever may read no case learns only how many', async () => {
  const made = await w.agreed(), order = await w.orderOf(made.id, 'roads'), by = w.town.officer('roads')
  await w.as(by, (tx) => changeOrder(tx, { orderId: order.id, version: order.version, what: order.what, from: order.from, to: order.to, notes: null, contact: null, crewId: w.crews.road }, by))
  const value = (await w.as(administrator, (tx) => of.read(tx, w.crews.road)))!
  await expect(write(w.crews.road, { ...value, retired: true })).rejects.toMatchObject({ code: 'setting.in_use', facts: { orders: 1 } })
  expect(await w.as(administrator, (tx) => crewUses.crew!(tx, w.crews.road))).toEqual({ orders: 1 })
  await write(w.crews.road2, { ...(await w.as(administrator, (tx) => of.read(tx, w.crews.road2)))!, retired: true })
  await expect(w.as(by, async (tx) => changeOrder(tx, { orderId: order.id, version: (await w.orderOf(made.id, 'roads')).version, what: order.what, from: order.from, to: order.to, notes: null, contact: null, crewId: w.crews.road2 }, by))).rejects.toMatchObject({ code: 'order.unknown_crew' })
})
test('whoever leaves the municipality leaves her crews', async () => {
  await w.as({ ...administrator, id: 'system:test', scope: 'system' }, (tx) => leavesCrews(tx, { staffId: w.water.id as StaffId }))
  expect(await w.as(administrator, (tx) => of.read(tx, w.crews.water))).toMatchObject({ people: [] })
})
