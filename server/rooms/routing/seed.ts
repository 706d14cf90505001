/** Writes a municipality's own topics at set-up: by slug, so that a second time changes them and adds none. */
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { InstitutionId } from '../../../contracts/places.ts'
import { type TopicId, TopicLoop } from '../../../contracts/routing.ts'
import type { Topic, TopicGroup } from '../../demo/types.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { directorateIds } from '../identity/index.ts'
import { institutionIds } from '../places/index.ts'
import { catalogue } from './catalogue.ts'
import * as store from './store.ts'

/** A group and a topic in it may share a slug; in the tree they are two rows. */
const groupSlug = (slug: string) => `${slug}/`

/** Directorates and institutions first: topics name theirs by slug. @returns the topics' ids by slug. */
export async function seedTopics(tx: Tx, groups: readonly TopicGroup[], rows: readonly Topic[]): Promise<Map<string, TopicId>> {
  const directorates = await directorateIds(tx)
  const institutions = await institutionIds(tx)
  const directorate = (slug: string): DirectorateId => known(directorates.get(slug), `directorate ${slug}`)
  const institution = (slug: string): InstitutionId => known(institutions.get(slug), `institution ${slug}`)

  await store.putGroups(tx, groups.map(({ slug, name }) => ({ id: newId<TopicId>(), slug: groupSlug(slug), name })))
  await store.putTopics(tx, rows.map(({ lead, supporting, ...row }) => ({
    id: newId<TopicId>(), slug: row.slug, group: groupSlug(row.group), name: row.name, synonyms: [...row.synonyms], kinds: row.kinds && [...row.kinds],
    emergency: row.emergency, promised: row.promised, questions: [...row.questions], causes: [...row.causes], nearbyMetres: row.nearbyMetres,
    personal: row.personal, anonymousAllowed: row.anonymousAllowed, everywhere: row.everywhere ?? false,
    institutionId: row.institution === null ? null : institution(row.institution),
    loop: TopicLoop.parse(row.loop ?? {}), leadId: directorate(lead), supportingIds: supporting.map(directorate),
  })))
  return topicIds(tx)
}
export const topicIds = async (tx: Tx): Promise<Map<string, TopicId>> => new Map((await catalogue(tx)).topics.map((topic) => [topic.slug, topic.id]))

function known<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`no ${what}`)
  return found
}
