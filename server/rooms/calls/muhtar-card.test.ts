import { expect, test } from 'vitest'
import { operator, testDesk } from '../../testing.ts'
import { aTown, opened } from '../cases/testing.ts'
import { findByPhone, setMuhtar } from '../citizens/index.ts'
import { callerCard } from './calls.ts'

const phone = '+905320000077'

test('a muhtar who calls is named so, and the open cases of her place stand after her own: nobody’s own matter, no tip-off, none twice', async () => {
  await using desk = await testDesk('2026-11-23T09:00:00+03:00')
  const town = await aTown(desk)
  const card = () => desk.do((tx) => callerCard(tx, { phone, dialled: '153' }))
  const own = await opened(desk, town, { reporter: { name: 'Hasan', phone } })
  const road = await opened(desk, town), pipe = await opened(desk, town, { topicId: town.topic('pipe'), answers: {}, kind: 'emergency' })
  await opened(desk, town, { where: { placeId: town.place('kale') } })
  await opened(desk, town, { kind: 'tip_off' })
  await opened(desk, town, { topicId: town.topic('debt'), answers: {} })
  await opened(desk, town, { kind: 'thanks', answers: {} })
  expect(await card()).toMatchObject({ people: [{ muhtarOf: [] }], placeCases: [] })

  const { id: citizenId } = (await desk.do((tx) => findByPhone(tx, phone)))[0]!
  await desk.as(operator, (tx) => setMuhtar(tx, { citizenId, placeIds: [town.place('saray')] }))
  const { people, cases, placeCases } = await card()
  expect(people.map((p) => p.muhtarOf)).toEqual([[{ id: town.place('saray'), label: 'Saray Mahallesi' }]])
  expect(cases.map((c) => c.number)).toEqual([own.number])
  // Emergencies first, then what falls due first.
  expect(placeCases.map((c) => c.number)).toEqual([pipe.number, road.number])

  for (let i = 0; i < 12; i++) await opened(desk, town)
  expect((await card()).placeCases).toHaveLength(10)
})
