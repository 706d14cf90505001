/** In a small town the administrator is an operator or a director besides: what she keeps goes by that one role. */
import { expect, test } from 'vitest'
import type { DirectorateId, StaffId } from '../contracts/identity.ts'
import type { Role } from '../contracts/permissions.ts'
import type { Actor } from './platform/actor.ts'
import { newId } from './platform/ids.ts'
import { administrator, someone, testDesk } from './testing.ts'
import { administrationOf } from './testing/administration.ts'
import { testRooms } from './testing/rooms.ts'
import { aTown, opened } from './rooms/cases/testing.ts'
import { makeAccount } from './rooms/identity/identity.ts'

async function seeded() {
  const desk = await testDesk('2026-11-23T10:00+03:00')
  const town = await aTown(desk)
  async function person(roles: Role[], directorateId: DirectorateId | null = null): Promise<Actor & { id: StaffId }> {
    const id = newId<StaffId>()
    await makeAccount(desk.db, { id, name: 'Ali', email: `${id}@desk.example`, roles, directorateId, phone: null, language: 'tr', password: 'nine green bicycles' }, administrator)
    return { ...someone(roles, directorateId, id), id }
  }
  return { desk, town, person, ...administrationOf(desk, await testRooms(desk)), [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() }
}

test.each<[Role[], 'roads' | null]>([[['administrator'], null], [['administrator', 'operator'], null], [['administrator', 'director'], 'roads']])('%j is told where a thing is used, and deletes none that is', async (roles, slug) => {
  await using s = await seeded()
  const she = await s.person(roles, slug && s.town.directorate(slug))
  await opened(s.desk, s.town, { reporter: { name: 'Ayşe', phone: '+905320000001', mayMessage: true } })
  await s.desk.look(`update citizens.citizen set place_id = $1`, [s.town.place('saray')])
  await s.desk.look(`insert into citizens.muhtar (citizen_id, place_id, since) select id, $1, now() from citizens.citizen`, [s.town.place('saray')])
  await s.desk.look(`insert into calls.call (id, direction, dialled, arrived_at, result) values ('c-1.1', 'in', '153', now(), 'answered')`)
  await s.desk.look(`insert into calls.incoming_number (number, name_tr, name_en) values ('153', 'Alo', 'Alo'), ('444', 'Eski', 'Old')`)
  await s.desk.look(`insert into calls.wrap_up_code values ('told', 1, 'Bilgi', 'Told', true)`)
  await s.desk.look(`insert into calls.wrap_up values ('c-1.1', 'told', $1, null, $2, now())`, [s.town.topic('pothole'), she.id])
  const uses = async (kind: 'topic' | 'place' | 'incoming_number' | 'wrap_up_code', id: string) => {
    const { uses: found, version } = await s.ask('setting', { kind, id }, she)
    await expect(s.ask('deleteSetting', { kind, id, version }, she), kind).rejects.toMatchObject({ code: 'setting.in_use', facts: found })
    return found
  }
  expect(await uses('topic', s.town.topic('pothole'))).toEqual({ cases: 1, openCases: 1, calls: 1 })
  expect(await uses('place', s.town.place('saray'))).toMatchObject({ cases: 1, openCases: 1, citizens: 1, muhtars: 1 })
  expect(await uses('incoming_number', '153')).toEqual({ calls: 1 })
  expect(await uses('wrap_up_code', 'told')).toEqual({ calls: 1 })
})

test.each<[Role[], 'roads' | null]>([[['administrator', 'operator'], null], [['administrator', 'director'], 'roads']])('%j says for which places a muhtar speaks, and takes one back', async (roles, slug) => {
  await using s = await seeded()
  const she = await s.person(roles, slug && s.town.directorate(slug))
  const id = newId<StaffId>(), [saray, kale] = [s.town.place('saray'), s.town.place('kale')]
  await s.call('inviteStaff', { id, name: 'Hasan', email: 'h@desk.example', roles: ['muhtar'], directorateId: null, phone: null, language: 'tr', placeIds: [saray, kale], origin: 'http://desk.example' }, she)
  expect((await s.one('staff', id)).value.placeIds).toEqual([saray, kale].toSorted())
  await s.edit('staff', id, { placeIds: [kale] }, she)
  expect((await s.one('staff', id)).value.placeIds).toEqual([kale])
})
