/** Emergencies go to work at once and are told after: nobody waited for her yes, so she learns what is being done. */
import type { Fact } from '../../../contracts/events.ts'
import type { Tx } from '../../platform/db.ts'
import { holdCase } from '../cases/index.ts'
import { tellCitizens } from '../contact/index.ts'
import { plainOf } from './agreement-words.ts'
import { currentProposal } from './proposals.ts'

/**
 * What was decided without her. That work has begun, and that it is done, is told as of any case. Whoever cannot be written to
 * is called: the telling makes the call itself. Heard twice it says nothing twice.
 */
export async function tellAfter(tx: Tx, { caseId, move, moveId }: Fact<'case.moved'>): Promise<void> {
  if (move !== 'agree_by_rule') return
  const found = await holdCase(tx, caseId)
  const proposal = found?.emergency ? await currentProposal(tx, caseId) : undefined
  if (proposal?.agreement?.how === 'rule') await tellCitizens(tx, { caseId, fact: `move:${moveId}`, template: 'told-after', fields: { soz: plainOf(proposal) }, to: 'all', urgent: true })
}
