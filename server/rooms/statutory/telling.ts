/** What others learn of a step: the timeline of the case, the contact ledger, the citizen, and the screens. */
import type { CaseId } from '../../../contracts/cases.ts'
import type { WordChannel } from '../../../contracts/contact.ts'
import type { Bilingual, Language } from '../../../contracts/kit.ts'
import type { Delivery, Ground, Statute, StepKind } from '../../../contracts/statutory.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/events.ts'
import { civil, instantOf } from '../calendars/index.ts'
import { addToTimeline } from '../cases/index.ts'
import { addWord, type GivenFields, tellCitizens } from '../contact/index.ts'
import { municipality } from '../identity/index.ts'
import type { StepFacts } from './facts.ts'

type Request = { caseId: CaseId; number: string; statute: Statute }
/** What the desk does by itself, or corrects, is nothing to the citizen. */
const inside: readonly StepKind[] = ['warned', 'overdue', 'recounted', 'taken_back']

/** @param clock the last day that follows from it, and the last one for paying. */
export async function told(tx: Tx, request: Request, step: StepFacts, clock: { dueOn: string | null; payBy: string | null }): Promise<void> {
  const { caseId, number, statute } = request
  const { dirs, leadId } = await addToTimeline(tx, caseId, {
    what: 'statutory', facts: { ...step.facts, step: step.what, on: step.on, number, statute, dueOn: clock.dueOn }, audience: inside.includes(step.what) ? 'internal' : 'citizen',
  })
  await toCitizen(tx, request, step, clock)
  await publish(tx, 'statute.changed', { caseId }, ['desk', ...dirs.map((id) => `directorate:${id}` as const)])
  if (step.what === 'warned' || step.what === 'overdue')
    await publish(tx, 'statute.warned', { caseId, number, left: step.what === 'overdue' ? -1 : Number(step.facts.left) }, leadId ? ['desk', `directorate:${leadId}`] : ['desk'])
}

const templates: Partial<Record<StepKind, string>> = {
  extended: 'statute-extended', cost_notice: 'statute-cost', answered: 'statute-answered', rejected: 'statute-rejected', forwarded: 'statute-forwarded', withdrawn: 'statute-withdrawn',
}
const ways: Record<Delivery, WordChannel> = { by_hand: 'counter', post: 'letter', email: 'mail' }

/** The letter itself is a line of the ledger. Beside it goes a short message, unless it was put into her hand. */
async function toCitizen(tx: Tx, { caseId }: Request, step: StepFacts, clock: { dueOn: string | null; payBy: string | null }): Promise<void> {
  const template = templates[step.what], way = ways[step.facts.delivery as Delivery] as WordChannel | undefined
  if (way && (template || step.what === 'progress'))
    await addWord(tx, { caseId, direction: 'out', channel: way, what: template ?? 'statute-progress', trueNews: true, words: asText(step.facts.words ?? step.facts.reason), at: await momentOf(tx, step.on) })
  if (template && step.facts.delivery !== 'by_hand') await tellCitizens(tx, { caseId, fact: `statute:${step.id}`, template, to: 'reporter', fields: fieldsOf(step, clock) })
  // Whoever read that it was answered must not go on believing it.
  if (step.what === 'taken_back' && templates[step.facts.was as StepKind]) await tellCitizens(tx, { caseId, fact: `statute:${step.id}`, template: 'case-corrected', to: 'reporter' })
}
const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Written down later than it was said, it was said at noon of its day. */
async function momentOf(tx: Tx, on: string): Promise<Date> {
  const { zone } = await municipality(tx)
  return on === civil(tx.now, zone).day ? tx.now : instantOf({ day: on, minute: 720 }, zone)
}

const grounds: Record<Ground, Bilingual> = {
  m4_missing: { tr: 'Ad, imza veya adres eksik', en: 'Name, signature or address is missing' }, indefinite: { tr: 'Belli bir konu yok', en: 'No definite subject' },
  judicial: { tr: 'Konu yargının görevinde', en: 'A matter for the courts' }, separate_work: { tr: 'Ayrı bir çalışma gerektiriyor', en: 'It needs separate work' },
  published: { tr: 'Bilgi daha önce yayımlandı', en: 'It is published already' }, exempt: { tr: 'Kanun bu bilgiyi istisna tutuyor', en: 'The law exempts it' }, not_held: { tr: 'Bilgi belediyede yok', en: 'The municipality does not hold it' },
}
const dayIn = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'tr' ? 'tr' : 'en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`)).replace(',', '') // by version, a comma or none
const dayBoth = (day: string | null): Bilingual | null => day === null ? null : { tr: dayIn(day, 'tr'), en: dayIn(day, 'en') }
/** An SMS has room for a sentence: the letter has the rest. */
const short = (text: unknown): string | null => { const words = asText(text); return words && words.length > 120 ? null : words }

function fieldsOf({ what, on, facts }: StepFacts, { dueOn, payBy }: { dueOn: string | null; payBy: string | null }): GivenFields {
  switch (what) {
    case 'extended': return { gun: dayBoth(dueOn), neden: short(facts.reason) }
    case 'cost_notice': return { gun: dayBoth(payBy), soz: { tr: `${lira(facts.amount, 'tr')} TL`, en: `${lira(facts.amount, 'en')} TL` } }
    case 'rejected': return { neden: grounds[facts.ground as Ground] ?? null }
    case 'forwarded': return { kurum: typeof facts.institution === 'object' ? (facts.institution as Bilingual) : asText(facts.institution) }
    case 'answered': return { gun: dayBoth(on) }
    default: return {}
  }
}
const lira = (amount: unknown, language: Language): string => new Intl.NumberFormat(language === 'tr' ? 'tr' : 'en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(Number(amount))
