/** Moves that a citizen is told of by themselves. What is agreed, asked or confirmed with her is told by whoever talks with her. */
import type { Fact } from '../../../contracts/events.ts'
import type { Bilingual } from '../../../contracts/kit.ts'
import type { CaseMove, WaitsFor } from '../../../contracts/moves.ts'
import type { Tx } from '../../platform/db.ts'
import { civil } from '../calendars/index.ts'
import { moveFacts } from '../cases/index.ts'
import { municipality } from '../identity/index.ts'
import { tellCitizens } from './telling.ts'
import { dayText, type GivenFields } from './wording.ts'

const templates: Partial<Record<CaseMove, string>> = {
  route: 'case-redirected', take: 'case-taken', ask_info: 'case-asked', hold: 'case-on-hold', resume: 'case-resumed', resume_by_rule: 'case-resumed', begin: 'work-begun', begin_at_once: 'work-begun',
  answer: 'case-answered', adopt: 'case-adopted', decline: 'case-declined', duplicate: 'case-duplicate', hand_over: 'case-handed-over', cancel: 'case-cancelled', reopen: 'case-reopened', close: 'case-closed',
}
/** Only her own words or an answer meant for her are repeated to her; a reason among colleagues is not. */
const quoted: readonly CaseMove[] = ['ask_info', 'answer', 'adopt', 'decline']
/** Why it waits, as she may read it: the reason in its own words is the house's. */
const waits: Record<WaitsFor, Bilingual> = {
  citizen: { tr: 'Sizden yanıt bekliyoruz', en: 'We are waiting for your answer' }, institution: { tr: 'Başka bir kurumu bekliyoruz', en: 'We are waiting for another body' },
  directorate: { tr: 'Başka bir müdürlüğümüzü bekliyoruz', en: 'We are waiting for another directorate of ours' }, weather: { tr: 'Hava koşulları uygun değil', en: 'The weather does not allow it' },
  supply: { tr: 'Malzeme bekliyoruz', en: 'We are waiting for material' }, other: { tr: 'Çalışmayı şimdi sürdüremiyoruz', en: 'We cannot go on now' },
}

/** Heard twice it says nothing twice. A case that several directorates work on speaks with one voice: the second that begins is no news. */
export async function tellMove(tx: Tx, { caseId, move, moveId, from, to }: Fact<'case.moved'>): Promise<void> {
  const key = templates[move]
  if (!key || ((move === 'take' || move === 'begin' || move === 'begin_at_once') && from === to)) return
  const facts = await moveFacts(tx, moveId)
  if (!facts) return
  const { zone } = await municipality(tx)
  const whom = Object.entries(waits).find(([one]) => one === facts.waitsFor)
  const until = typeof facts.until === 'string' ? dayText(civil(new Date(facts.until), zone).day) : null
  const words = typeof facts.words === 'string' && quoted.includes(move) ? facts.words : move === 'duplicate' && typeof facts.number === 'string' ? facts.number : null
  // A question to another body is not hers to answer.
  const asksOther = move === 'ask_info' && facts.waitsFor !== 'citizen'
  const fields: GivenFields = { neden: whom?.[1] ?? null, gun: until, soz: words, ...(isBilingual(facts.directorate) && { birim: facts.directorate }) }
  await tellCitizens(tx, { caseId, fact: `move:${moveId}`, template: asksOther ? 'case-on-hold' : key, fields, urgent: move === 'begin_at_once' })
}
const isBilingual = (value: unknown): value is Bilingual => typeof value === 'object' && value !== null && 'tr' in value && 'en' in value
