import { afterAll, beforeAll, expect, test } from 'vitest'
import { settingValues } from '../../../contracts/settings.ts'
import { newId } from '../../platform/ids.ts'
import { change } from '../../platform/settings.ts'
import { administrator, testDesk, type TestDesk } from '../../testing.ts'
import { aTown, opened, type Town } from '../cases/testing.ts'
import { proposalSettings, proposalsMissing, proposalUses, seedProposalTemplates } from './proposals.settings.ts'
import { approve, deciders, pageOf, person, propose } from './testing.ts'

let desk: TestDesk
let town: Town
let who: Awaited<ReturnType<typeof deciders>>
beforeAll(async () => { desk = await testDesk(); town = await aTown(desk); who = await deciders(desk, town) })
afterAll(() => desk[Symbol.asyncDispose]())
const [rules, template] = proposalSettings
const save = (of: typeof rules, id: string, value: object) => desk.as(administrator, (tx) => change(tx, of!, { id, version: undefined, value }))
const words = (more: object = {}) => settingValues.proposal_template.parse({ name: 'Boru onarımı', topicId: null, kind: 'solution', what: 'Boruyu onaracağız.', byWhom: null, costClass: 'small', citizenMust: null, alternatives: null, entersPrivate: false, costsCitizen: false, ...more })

test('the director’s limit decides who approves what is sent from then on', async () => {
  await save(rules, 'approval', { directorLimit: 'none', bulk: [] })
  const { id } = await opened(desk, town, { topicId: town.topic('pipe'), answers: {} })
  await propose(desk, town, 'water', id)
  expect(await approve(desk, who.water, id)).toMatchObject({ left: 1 })
  expect(await approve(desk, who.mayor, id)).toMatchObject({ status: 'discussing' })
  await expect(save(rules, 'other', { directorLimit: 'none', bulk: [] })).rejects.toMatchObject({ code: 'setting.not_found' })
})

test('words are offered for their topic first, then those for all; retired ones and another topic’s are not', async () => {
  const ids = [newId<string>(), newId<string>(), newId<string>(), newId<string>()] as const
  await save(template, ids[0], words({ name: 'Herkese' }))
  await save(template, ids[1], words({ name: 'Boruya', topicId: town.topic('pipe') }))
  await save(template, ids[2], words({ name: 'Borca', topicId: town.topic('debt') }))
  await save(template, ids[3], words({ name: 'Eski', retired: true }))
  const { id } = await opened(desk, town, { topicId: town.topic('pipe'), answers: {} })
  expect((await pageOf(desk, id, town.officer('water'))).templates.map((one) => one.name)).toEqual(['Boruya', 'Herkese'])
  expect(await desk.as(administrator, (tx) => proposalUses.topic!(tx, town.topic('pipe')))).toEqual({ proposalTemplates: 1 })
  await expect(save(template, newId(), words({ topicId: newId() }))).rejects.toMatchObject({ code: 'setting.unknown_reference' })
})

test('words from the beginning are written once, and what was changed in them stays', async () => {
  const { position: _position, retired: _retired, topicId: _topic, ...row } = words({ name: 'Baştan' })
  for (let n = 0; n < 2; n++) await desk.do((tx) => seedProposalTemplates(tx, [row]))
  expect(await desk.look(`select 1 from resolution.template where name = 'Baştan'`)).toHaveLength(1)
})

test('the check list says whose proposals only the deputy mayor approves, and whose nobody', async () => {
  const codes = async () => (await desk.as(administrator, proposalsMissing)).map((one) => `${one.code} ${String(one.facts.tr)}`)
  expect(await codes()).toEqual(['deputy_mayor_approves finance', 'deputy_mayor_approves parks'])
  await person(desk, town, 'Parkçı', ['director'], 'parks')
  await desk.look(`update identity.staff set left_at = now() where id = $1`, [who.mayor.id])
  expect(await codes()).toEqual(['nobody_approves finance'])
})
