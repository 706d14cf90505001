/** What an administrator keeps of approval: how far a director decides alone, and the words that parts begin with. */
import type { Missing } from '../../../contracts/settings.ts'
import type { ProposalTemplate } from '../../../contracts/proposals.ts'
import type { TopicId } from '../../../contracts/routing.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type AnySetting, setting, type UsesOf } from '../../platform/settings.ts'
import { topicById } from '../routing/index.ts'
import { office } from './approvals.ts'
import { deciderOf } from './deciding.ts'
import * as store from './proposals.settings.store.ts'

const key = 'approval'
const approvalRules = setting({
  kind: 'approval_rules',
  list: async (tx) => [{ id: key, value: await store.rules(tx) }],
  read: async (tx, id) => (id === key ? store.rules(tx) : undefined),
  async write(tx, id, value) {
    if (id !== key) throw new Refusal('setting.not_found')
    await store.putRules(tx, { ...value, bulk: [...new Set(value.bulk)] })
  },
})
const template = setting({
  kind: 'proposal_template',
  list: (tx) => store.templates(tx),
  read: async (tx, id) => (await store.templates(tx, id))[0]?.value,
  async write(tx, id, value) {
    if (value.topicId && !(await topicById(tx, value.topicId as TopicId))) throw new Refusal('setting.unknown_reference', {}, 'value.topicId')
    await store.putTemplate(tx, id, value)
  },
  remove: async (tx, id) => void (await store.deleteTemplate(tx, id)),
})
/** Words that are there from the beginning, for every topic; those of a name that is there stay as they are. */
export async function seedProposalTemplates(tx: Tx, rows: readonly Omit<ProposalTemplate, 'id' | 'topicId'>[]): Promise<void> {
  const there = new Set((await store.templates(tx)).map((one) => one.value.name))
  for (const [position, row] of rows.entries()) if (!there.has(row.name)) await store.putTemplate(tx, newId(), { ...row, topicId: null, position, retired: false })
}
export const proposalSettings: readonly AnySetting[] = [approvalRules, template]
export const proposalUses: UsesOf = { topic: async (tx, id) => ({ proposalTemplates: await store.templatesOfTopic(tx, id) }) }

/** Directorates whose proposals no director and no deputy of theirs can approve. */
export async function proposalsMissing(tx: Tx): Promise<Missing[]> {
  const at = await office(tx)
  return at.leaders.filter((one) => !one.retired).flatMap((one): Missing[] => {
    const { as } = deciderOf({ need: 'director', directorateId: one.directorateId }, { ...at, away: new Set() })
    if (as === 'director' || as === 'deputy') return []
    return [{ code: as === 'nobody' ? 'nobody_approves' : 'deputy_mayor_approves', hurts: as === 'nobody' ? 'half' : 'advice', kind: 'directorate', thingId: one.directorateId, facts: one.name }]
  })
}
