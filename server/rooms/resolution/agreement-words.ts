/** What a citizen is told about the talk with her: which template, with which fields. Pure. */
import type { Answer, AnswerHow } from '../../../contracts/agreement.ts'
import type { Bilingual } from '../../../contracts/kit.ts'
import { type Proposal, silenceMayAgree } from '../../../contracts/proposals.ts'
import { dayText, type GivenFields } from '../contact/index.ts'

/** An SMS carries so much of a reason; the whole stands on the case. */
const most = 500
const short = (text: string): string => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text)

/** The whole in plain words, in both languages. */
export const plainOf = ({ plain }: Pick<Proposal, 'plain'>): Bilingual => ({ tr: short(plain?.tr ?? ''), en: short(plain?.en ?? plain?.tr ?? '') })

type Answered = { answer: Answer; how: AnswerHow; refused: boolean; proposal: Proposal }
/** In writing what was agreed, or why it is not done. Who objects reads on, or hears, that her words were passed on. */
export function answeredTelling({ answer, how, refused, proposal }: Answered): { template: string; fields: GivenFields } | undefined {
  // That it was withdrawn is told of as of any case.
  if (answer !== 'agreed') return undefined
  if (refused) return { template: 'refused', fields: { soz: plainOf(proposal) } }
  const first = proposal.parts.flatMap((part) => (part.proposed && part.from ? [part.from] : [])).sort()[0]
  return { template: how === 'silence' ? 'agreed-by-silence' : 'agreed', fields: first ? { gun: dayText(first) } : {} }
}
/** Only where her silence may count it says so, and by when. */
export const linkTemplate = (proposal: Pick<Proposal, 'kind'>, silenceAgrees: boolean): string =>
  proposal.kind === 'refusal' ? 'agree-link-refusal' : silenceAgrees ? 'agree-link' : 'agree-link-answer'

/** Why her silence is never a yes; undefined: it may be one. */
export function neverBySilence(proposal: Pick<Proposal, 'kind' | 'parts'>, days: number | null): 'refusal' | 'enters_private' | 'costs_citizen' | 'never_by_silence' | undefined {
  const parts = proposal.parts.filter((part) => part.proposed)
  if (proposal.kind === 'refusal' || parts.some((part) => part.kind === 'refusal')) return 'refusal'
  if (parts.some((part) => part.entersPrivate)) return 'enters_private'
  if (parts.some((part) => part.costsCitizen)) return 'costs_citizen'
  return days === null || !silenceMayAgree(proposal) ? 'never_by_silence' : undefined
}
