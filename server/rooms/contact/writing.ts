/** A message that somebody of the staff writes to the citizen, in its own field: never mixed with internal notes. */
import type { CaseId } from '../../../contracts/cases.ts'
import { done } from '../../../contracts/kit.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { caseExists, toBeTold } from '../cases/index.ts'
import * as store from './store.ts'
import { tellCitizens } from './telling.ts'
import { filled } from './wording.ts'

const template = 'written'
/** To whom it goes the writer need not know: of a tip-off no directorate ever learns it. */
export async function writeToCitizen(tx: Tx, { caseId, id, words, to }: { caseId: CaseId; id: string; words: string; to: 'reporter' | 'all' }, by: Actor): Promise<typeof done> {
  if (!(await caseExists(tx, caseId))) throw new Refusal('case.not_found')
  if (by.scope !== 'desk' && !by.may.has('case.work')) throw new Refusal('message.not_yours')
  await tellCitizens(tx, { caseId, fact: `written:${id}`, template, fields: { soz: words }, to, trueNews: true })
  return done
}
export async function previewToCitizen(tx: Tx, { caseId, words }: { caseId: CaseId; words: string }): Promise<{ tr: string; en: string }> {
  const no = (await toBeTold(tx, caseId))?.number
  const found = await store.template(tx, template, 'sms')
  if (!no) throw new Refusal('case.not_found')
  return { tr: filled(found?.tr ?? '{soz}', { no, soz: words }), en: filled(found?.en ?? '{soz}', { no, soz: words }) }
}
