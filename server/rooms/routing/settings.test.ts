import { expect, test } from 'vitest'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { InstitutionId } from '../../../contracts/places.ts'
import type { TopicId } from '../../../contracts/routing.ts'
import { type SettingKind, settingValues, type SettingValue } from '../../../contracts/settings.ts'
import { calendars, directorates, institutions, municipality, staff, topicGroups, topics as demoTopics } from '../../demo/index.ts'
import { system } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { change } from '../../platform/settings.ts'
import { administrator, testDesk } from '../../testing.ts'
import { seedCalendars } from '../calendars/index.ts'
import { directorateIds, seedDemoStaff, seedDirectorates, seedMunicipality } from '../identity/index.ts'
import { institutionIds, seedInstitutions } from '../places/index.ts'
import { findTopics, route, topicById, topics } from './routing.ts'
import { seedTopics } from './seed.ts'
import { routingMissing, routingSettings, routingUses } from './settings.ts'

const kindOf = (kind: SettingKind) => routingSettings.find((one) => one.kind === kind)!
async function house() {
  const desk = await testDesk()
  const ids = await desk.as(system('set-up'), async (tx) => {
    await seedMunicipality(tx, municipality, { country: 'TR', demo: true })
    await seedDirectorates(tx, directorates)
    await seedInstitutions(tx, institutions)
    await seedCalendars(tx, calendars)
    return { topics: await seedTopics(tx, topicGroups, demoTopics), directorates: await directorateIds(tx), institutions: await institutionIds(tx) }
  })
  const save = <K extends SettingKind>(kind: K, id: string, value: SettingValue<K>) => desk.as(administrator, (tx) => change(tx, kindOf(kind), { id, version: undefined, value }))
  const read = <K extends SettingKind>(kind: K, id: string) => desk.as(administrator, (tx) => kindOf(kind).read(tx, id)) as Promise<SettingValue<K> | undefined>
  return {
    desk, save, read, topic: (slug: string) => ids.topics.get(slug)!, directorate: (slug: string) => ids.directorates.get(slug)!, institution: (slug: string) => ids.institutions.get(slug)!,
    edit: async <K extends SettingKind>(kind: K, id: string, to: Partial<SettingValue<K>>) => save(kind, id, { ...(await read(kind, id))!, ...to }),
    [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose](),
  }
}
const text = (words: string) => ({ tr: words, en: words })

test('every topic of the demonstration is read as the contract has it, and saving it unchanged is no change', async () => {
  await using h = await house()
  const all = await h.desk.as(administrator, (tx) => kindOf('topic').list(tx)) as { id: string; value: SettingValue<'topic'> }[]
  expect(all).toHaveLength(demoTopics.length)
  for (const { id, value } of all) {
    expect(settingValues.topic.parse(value)).toEqual(value)
    expect(await h.save('topic', id, value)).toBe(0)
  }
})

test('a new topic is found by what people say, and leads where it was told to', async () => {
  await using h = await house()
  const [group, id] = [newId<string>(), newId<TopicId>()]
  await h.save('topic_group', group, { name: text('Hayvanat bahçesi'), position: 99, retired: false })
  await h.save('topic', id, settingValues.topic.parse({
    groupId: group, name: text('Kaçan hayvan'), synonyms: ['zürafa kaçtı', 'ZÜRAFA KAÇTI'], kinds: null, emergency: false, promised: { hours: 4, unit: 'straight' }, questions: [], causes: [],
    nearbyMetres: 100, personal: false, anonymousAllowed: true, everywhere: false, leadId: h.directorate('zabita'), supportingIds: [h.directorate('itfaiye')], institutionId: null, position: 0,
  }))
  expect((await h.read('topic', id))!.synonyms).toEqual(['zürafa kaçtı'])
  expect(await h.desk.do((tx) => findTopics(tx, { q: 'zurafa kacti', language: 'tr' }))).toMatchObject([{ topicId: id }, {}, {}])
  // Whoever edits topics tries them out, though she opens no cases.
  expect(await h.desk.as(administrator, (tx) => route(tx, { topicId: id, kind: 'request', also: [] }))).toMatchObject({ lead: { slug: 'zabita' }, supporting: [{ slug: 'itfaiye' }] })
})

test('a retired topic is offered and sent nowhere, and its cases still know it', async () => {
  await using h = await house()
  const id = h.topic('yol-cukuru')
  await h.edit('topic', id, { retired: true })
  expect((await h.desk.do(topics)).map((topic) => topic.id)).not.toContain(id)
  expect((await h.desk.do((tx) => findTopics(tx, { q: 'yolda çukur var', language: 'tr' }))).map((hit) => hit.topicId)).not.toContain(id)
  await expect(h.desk.do((tx) => route(tx, { topicId: id, kind: 'complaint', also: [] }))).rejects.toMatchObject({ code: 'routing.unknown_topic', field: 'topicId' })
  expect(await h.desk.do((tx) => topicById(tx, id))).toMatchObject({ slug: 'yol-cukuru' })
})

test('a topic is somebody’s: a directorate’s, another body’s, or one that is answered at once', async () => {
  await using h = await house()
  const id = h.topic('yol-cukuru')
  await expect(h.edit('topic', id, { leadId: null, supportingIds: [] })).rejects.toMatchObject({ code: 'topic.no_directorate', field: 'value.leadId' })
  await expect(h.edit('topic', id, { leadId: null, supportingIds: [h.directorate('zabita')], kinds: ['information'] })).rejects.toMatchObject({ code: 'topic.no_directorate' })
  await expect(h.edit('topic', id, { leadId: null, supportingIds: [], kinds: ['information', 'thanks'] })).resolves.toBe(1)
  await expect(h.edit('topic', id, { kinds: null, institutionId: h.institution('karayollari') })).resolves.toBe(2)
  await expect(h.edit('topic', id, { everywhere: true })).rejects.toMatchObject({ code: 'topic.institution_and_directorate', field: 'value.everywhere' })
})

test('the lead supports nobody, and nobody supports twice', async () => {
  await using h = await house()
  const [zabita, itfaiye] = [h.directorate('zabita'), h.directorate('itfaiye')]
  for (const supportingIds of [[zabita], [itfaiye, itfaiye], [itfaiye, zabita]])
    await expect(h.edit('topic', h.topic('yol-cukuru'), { leadId: zabita, supportingIds })).rejects.toMatchObject({ code: 'topic.lead_twice', field: 'value.supportingIds' })
})

test('what a topic points at is there; retired it may stay where it was, and comes to no other topic', async () => {
  await using h = await house()
  const id = h.topic('yol-cukuru')
  await expect(h.edit('topic', id, { leadId: newId<DirectorateId>() })).rejects.toMatchObject({ code: 'setting.unknown_reference', field: 'value.leadId' })
  await expect(h.edit('topic', id, { institutionId: newId<InstitutionId>() })).rejects.toMatchObject({ code: 'setting.unknown_reference', field: 'value.institutionId' })
  await expect(h.edit('topic', id, { groupId: newId() as never })).rejects.toMatchObject({ code: 'setting.unknown_reference', field: 'value.groupId' })
  const lead = (await h.read('topic', id))!.leadId!
  await h.desk.look('update identity.directorate set retired_at = now() where id = $1', [lead])
  await expect(h.edit('topic', id, { nearbyMetres: 400 })).resolves.toBe(1)
  const other = demoTopics.find((topic) => h.directorate(topic.lead) !== lead && !topic.supporting.some((slug) => h.directorate(slug) === lead))!
  await expect(h.edit('topic', h.topic(other.slug), { leadId: lead })).rejects.toMatchObject({ code: 'setting.retired_reference', field: 'value.leadId' })
})

test('keys of questions, choices and causes are each there once, and a choice has two at least', async () => {
  await using h = await house()
  const id = h.topic('yol-cukuru')
  const question = (key: string, choices?: string[]) => ({ key, ask: text('Neresi?'), type: choices ? 'choice' as const : 'text' as const, required: false, ...(choices && { choices: choices.map((c) => ({ key: c, label: text(c) })) }) })
  await expect(h.edit('topic', id, { questions: [question('a'), question('a')] })).rejects.toMatchObject({ code: 'topic.key_twice', field: 'value.questions.1.key' })
  await expect(h.edit('topic', id, { questions: [question('a'), question('b', ['x', 'x'])] })).rejects.toMatchObject({ code: 'topic.key_twice', field: 'value.questions.1.choices.1.key' })
  await expect(h.edit('topic', id, { questions: [question('a', ['x'])] })).rejects.toMatchObject({ code: 'topic.too_few_choices', field: 'value.questions.0.choices' })
  await expect(h.edit('topic', id, { causes: [{ key: 'a', name: text('a') }, { key: 'a', name: text('b') }] })).rejects.toMatchObject({ code: 'topic.key_twice', field: 'value.causes.1.key' })
  await h.edit('topic', id, { questions: [{ ...question('a', ['x', 'y']), type: 'yesno' }] })
  expect((await h.read('topic', id))!.questions).toEqual([question('a') && { key: 'a', ask: text('Neresi?'), type: 'yesno', required: false }])
})

test('a group with topics in use stays; emptied it can go, and no topic comes back into it', async () => {
  await using h = await house()
  const id = h.topic('yol-cukuru')
  const { groupId } = (await h.read('topic', id))!
  await expect(h.edit('topic_group', groupId, { retired: true })).rejects.toMatchObject({ code: 'topic.group_not_empty' })
  const inGroup = ((await h.desk.as(administrator, (tx) => kindOf('topic').list(tx))) as { id: string; value: SettingValue<'topic'> }[]).filter((one) => one.value.groupId === groupId)
  for (const one of inGroup) await h.edit('topic', one.id, { retired: true })
  await h.edit('topic_group', groupId, { retired: true })
  await expect(h.edit('topic', id, { retired: false })).rejects.toMatchObject({ code: 'setting.retired_reference', field: 'value.groupId' })
  expect(await h.desk.as(administrator, (tx) => routingUses.topic_group!(tx, groupId))).toEqual({ topics: inGroup.length })
})

test('a name is taken within its group alone, and among the groups', async () => {
  await using h = await house()
  const [first, second] = [h.topic('yol-cukuru'), h.topic('su-kesintisi')]
  const { name } = (await h.read('topic', first))!
  await expect(h.edit('topic', second, { name })).resolves.toBe(1)
  const { groupId } = (await h.read('topic', first))!
  await expect(h.edit('topic', second, { groupId, name: text('YOLDA ÇUKUR') })).rejects.toMatchObject({ code: 'setting.name_taken', field: 'value.name.tr' })
  await expect(h.save('topic_group', newId(), { name: text(topicGroups[0]!.name.tr), position: 0, retired: false })).rejects.toMatchObject({ code: 'setting.name_taken' })
})

test('what hurts is told: no topics at all, a directorate without people, topics nobody’s words lead to', async () => {
  await using h = await house()
  const missing = () => h.desk.as(administrator, routingMissing)
  expect((await missing()).every((one) => one.code === 'topic_lead_without_people' && one.hurts === 'half')).toBe(true)
  await seedDemoStaff(h.desk.db, staff.map((person) => ({ ...person, password: 'nine green bicycles' })))
  expect(await missing()).toEqual([])
  await h.edit('topic', h.topic('yol-cukuru'), { synonyms: [] })
  expect(await missing()).toMatchObject([{ code: 'topic_without_synonyms', hurts: 'advice', facts: { count: 1 } }])
  await h.desk.look('update identity.directorate set retired_at = now() where id = $1', [h.directorate('itfaiye')])
  expect((await missing())[0]).toMatchObject({ code: 'topic_lead_retired', hurts: 'half' })
  await h.desk.look('update routing.topic set retired = true')
  expect(await missing()).toMatchObject([{ code: 'no_topics', hurts: 'stops' }])
})

test('where a directorate and an institution are used is counted', async () => {
  await using h = await house()
  const counted = demoTopics.filter((topic) => topic.lead === 'zabita' || topic.supporting.includes('zabita')).length
  expect(await h.desk.as(administrator, (tx) => routingUses.directorate!(tx, h.directorate('zabita')))).toEqual({ topics: counted })
  expect(await h.desk.as(administrator, (tx) => routingUses.institution!(tx, h.institution('karayollari')))).toEqual({ topics: 1 })
})
