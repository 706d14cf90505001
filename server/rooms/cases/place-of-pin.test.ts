import { expect, test } from 'vitest'
import type { Border } from '../../../contracts/settings.ts'
import { administrator, operator, testDesk, type TestDesk } from '../../testing.ts'
import { change } from '../../platform/settings.ts'
import { placesRoom } from '../places/index.ts'
import { casePage } from './reading.ts'
import { aTown, opened } from './testing.ts'
import { casesUses } from './uses.ts'

const square = (west: number, south: number): Border => ({ type: 'Polygon', coordinates: [[[west, south], [west + 0.1, south], [west + 0.1, south + 0.1], [west, south + 0.1], [west, south]]] })
async function drawn(desk: TestDesk) {
  const town = await aTown(desk)
  const place = placesRoom.settings!.find((one) => one.kind === 'place')!
  const draw = (id: string, border: Border) => desk.as(administrator, async (tx) => change(tx, place, { id, version: undefined, value: { ...((await place.read(tx, id)) as object | undefined), border } }))
  await draw(town.place('saray'), square(42.2, 38.4))
  await draw(town.place('adabag'), square(42.4, 38.4))
  const at = async (where: Parameters<typeof opened>[2]) => { const { id, status } = await opened(desk, town, where); return { ...(await desk.do((tx) => casePage(tx, { caseId: id }, operator))), status } }
  return { town, at }
}

test('a pin without a place gets the place it lies in; a chosen place stays, wherever the pin is', async () => {
  await using desk = await testDesk()
  const { town, at } = await drawn(desk)
  expect(await at({ where: { lat: 38.45, lon: 42.25 } })).toMatchObject({ placeId: town.place('saray'), place: 'Saray Mahallesi' })
  expect(await at({ where: { lat: 38.45, lon: 42.25, placeId: town.place('kale') } })).toMatchObject({ placeId: town.place('kale') })
  expect(await at({ where: { lat: 38.6, lon: 42.25 } })).toMatchObject({ placeId: null, place: null })
})

test('a pin in a village does not send a case away that the operator was shown as ours', async () => {
  await using desk = await testDesk()
  const { town, at } = await drawn(desk)
  expect(await at({ where: { lat: 38.45, lon: 42.45 } })).toMatchObject({ placeId: town.place('adabag'), status: 'routed', lead: { tr: 'roads' } })
})

test('an administrator learns how many cases use a topic or a place, and reads none of them', async () => {
  await using desk = await testDesk()
  const { town, at } = await drawn(desk)
  await at({ where: { placeId: town.place('saray') } })
  await at({ kind: 'thanks', answers: {}, where: { placeId: town.place('saray') } })
  const count = (kind: 'topic' | 'place' | 'directorate', id: string) => desk.as(administrator, (tx) => casesUses[kind]!(tx, id))
  expect(await count('place', town.place('saray'))).toEqual({ cases: 2, openCases: 1, drafts: 0 })
  expect(await count('topic', town.topic('pothole'))).toEqual({ cases: 2, openCases: 1, drafts: 0 })
  expect(await count('directorate', town.directorate('water'))).toEqual({ cases: 1, openCases: 1, drafts: 0 })
  // A directorate's officer is told nothing by it.
  expect(await desk.as(town.officer('parks'), (tx) => casesUses.place!(tx, town.place('saray')))).toEqual({ cases: 0, openCases: 0, drafts: 0 })
})
