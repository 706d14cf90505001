/** Topics and their groups as an administrator edits them. Cases keep names, questions and answers as they were asked. */
import { fold } from '../../../contracts/fold.ts'
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { InstitutionId } from '../../../contracts/places.ts'
import type { Missing, SettingValue } from '../../../contracts/settings.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type AnySetting, setting, type UsesOf } from '../../platform/settings.ts'
import { colleagues, directoratesByIds } from '../identity/index.ts'
import { institutionById, institutions } from '../places/index.ts'
import * as store from './settings.store.ts'

type Topic = SettingValue<'topic'>
const taken = (name: string, retired: boolean) => new Refusal('setting.name_taken', { name, retired }, 'value.name.tr')
const sameName = (id: string, name: string) => (one: { id: string; value: { name: { tr: string } } }) => one.id !== id && fold(one.value.name.tr) === fold(name)

const group = setting({
  kind: 'topic_group',
  list: (tx) => store.groups(tx),
  read: async (tx, id) => (await store.groups(tx, id))[0]?.value,
  async write(tx, id, value) {
    await store.alone(tx)
    const twin = (await store.groups(tx)).find(sameName(id, value.name.tr))
    if (twin) throw taken(value.name.tr, twin.value.retired)
    const inUse = value.retired ? (await store.topics(tx)).filter((one) => one.value.groupId as string === id && !one.value.retired).length : 0
    if (inUse) throw new Refusal('topic.group_not_empty', { topics: inUse }, 'value.retired')
    await store.putGroup(tx, id, value)
  },
  remove: store.remove,
})

const topic = setting({
  kind: 'topic',
  list: (tx) => store.topics(tx),
  read: async (tx, id) => (await store.topics(tx, id))[0]?.value,
  async write(tx, id, given, before) {
    const value = tidy(given)
    checkQuestions(value)
    await store.alone(tx)
    const twin = (await store.topics(tx)).find((one) => one.value.groupId === value.groupId && sameName(id, value.name.tr)(one))
    if (twin) throw taken(value.name.tr, twin.value.retired)
    await checkGroup(tx, value, before)
    await checkWhose(tx, value, before)
    await store.putTopic(tx, id, value)
  },
  remove: store.remove,
})

/** The same words twice help nobody, and only a choice has choices. */
function tidy(value: Topic): Topic {
  const said = new Set<string>()
  const synonyms = value.synonyms.filter((word) => !said.has(fold(word)) && said.add(fold(word)))
  const questions = value.questions.map(({ choices, ...question }) => (question.type === 'choice' ? { ...question, choices: choices ?? [] } : question))
  return { ...value, synonyms, questions }
}

/** @throws Refusal `topic.key_twice`, `topic.too_few_choices` at the question or cause */
function checkQuestions({ questions, causes }: Topic): void {
  const once = (keys: readonly string[], field: (i: number) => string) => {
    const i = keys.findIndex((key, at) => keys.indexOf(key) !== at)
    if (i >= 0) throw new Refusal('topic.key_twice', { key: keys[i]! }, field(i))
  }
  once(questions.map((q) => q.key), (i) => `value.questions.${i}.key`)
  once(causes.map((c) => c.key), (i) => `value.causes.${i}.key`)
  questions.forEach(({ type, choices = [] }, i) => {
    if (type === 'choice' && choices.length < 2) throw new Refusal('topic.too_few_choices', {}, `value.questions.${i}.choices`)
    once(choices.map((c) => c.key), (j) => `value.questions.${i}.choices.${j}.key`)
  })
}

async function checkGroup(tx: Tx, { groupId, retired }: Topic, before: Topic | undefined): Promise<void> {
  const found = (await store.groups(tx, groupId))[0]?.value
  if (!found) throw new Refusal('setting.unknown_reference', {}, 'value.groupId')
  // A topic that comes back into use needs a group that is.
  const stays = before?.groupId === groupId && before.retired === retired
  if (found.retired && !retired && !stays) throw new Refusal('setting.retired_reference', {}, 'value.groupId')
}

/** Who owes the answer: directorates that are there, or another body; something to be done by nobody is no topic. */
async function checkWhose(tx: Tx, value: Topic, before: Topic | undefined): Promise<void> {
  const { leadId, supportingIds, institutionId, kinds, everywhere } = value
  const answered = kinds !== null && kinds.every((kind) => kind === 'information' || kind === 'thanks')
  if (!leadId && (supportingIds.length || (!institutionId && !answered))) throw new Refusal('topic.no_directorate', {}, 'value.leadId')
  if (new Set([leadId, ...supportingIds]).size <= supportingIds.length) throw new Refusal('topic.lead_twice', {}, 'value.supportingIds')
  // Theirs, and yet ours in every village: only one can be so. A lead beside an institution sees what is handed over.
  if (institutionId && everywhere) throw new Refusal('topic.institution_and_directorate', {}, 'value.everywhere')

  const known = new Map((await directoratesByIds(tx, [...(leadId ? [leadId] : []), ...supportingIds])).map((d) => [d.id, d]))
  const checkDirectorate = (id: DirectorateId, field: string, unchanged: boolean | undefined) => {
    const found = known.get(id)
    if (!found) throw new Refusal('setting.unknown_reference', {}, field)
    if (found.retired && !unchanged && !value.retired) throw new Refusal('setting.retired_reference', {}, field)
  }
  if (leadId) checkDirectorate(leadId, 'value.leadId', before?.leadId === leadId)
  supportingIds.forEach((id, i) => checkDirectorate(id, `value.supportingIds.${i}`, before?.supportingIds.includes(id)))
  if (institutionId) await checkInstitution(tx, institutionId, before?.institutionId === institutionId || value.retired)
}
async function checkInstitution(tx: Tx, id: InstitutionId, unchanged: boolean): Promise<void> {
  if (!(await institutionById(tx, id))) throw new Refusal('setting.unknown_reference', {}, 'value.institutionId')
  if (!unchanged && !(await institutions(tx)).some((one) => one.id === id)) throw new Refusal('setting.retired_reference', {}, 'value.institutionId')
}

export const routingSettings: readonly AnySetting[] = [group, topic]
export const routingUses: UsesOf = {
  topic_group: async (tx, id) => ({ topics: await store.topicsWith(tx, 'group', id) }),
  directorate: async (tx, id) => ({ topics: await store.topicsWith(tx, 'directorate', id) }),
  institution: async (tx, id) => ({ topics: await store.topicsWith(tx, 'institution', id) }),
}

/** Without topics no case can be opened; a topic whose directorate is empty or closed opens cases for nobody. */
export async function routingMissing(tx: Tx): Promise<Missing[]> {
  const used = (await store.topics(tx)).filter((one) => !one.value.retired)
  if (!used.length) return [{ code: 'no_topics', hurts: 'stops', kind: 'topic', thingId: null, facts: {} }]
  const found: Missing[] = []
  const byLead = Map.groupBy(used.filter((one) => one.value.leadId !== null && one.value.institutionId === null), (one) => one.value.leadId!)
  for (const lead of await directoratesByIds(tx, [...byLead.keys()])) {
    const code = lead.retired ? 'topic_lead_retired' : (await colleagues(tx, { directorateId: lead.id, most: 1 })).length === 0 ? 'topic_lead_without_people' : undefined
    const theirs = byLead.get(lead.id)!
    // One line for a directorate: a whole town's topics one by one would bury the rest of the list.
    if (code) found.push({ code, hurts: 'half', kind: 'topic', thingId: theirs[0]!.id, facts: { tr: inShort(theirs, 'tr'), en: inShort(theirs, 'en'), topics: theirs.length } })
  }
  const silent = used.filter((one) => one.value.synonyms.length === 0)
  if (silent.length) found.push({ code: 'topic_without_synonyms', hurts: 'advice', kind: 'topic', thingId: silent[0]!.id, facts: { count: silent.length } })
  return found
}
const inShort = (topics: readonly { value: Topic }[], language: 'tr' | 'en') =>
  topics.slice(0, 3).map((one) => one.value.name[language]).join(', ') + (topics.length > 3 ? ` (+${topics.length - 3})` : '')
