/** What each act asks for, and what of the dialog it sends. */
import type { Delivery, Ground, StatutoryAct } from '../../../../contracts/statutory.ts'

export type Typed = { on: string | null; delivery: Delivery | null; words: string; reason: string; reference: string; amount: string; ground: Ground | null; institutionId: string | null; institution: string; attachmentIds: string[] }
const needs: Record<StatutoryAct, readonly (keyof Typed)[]> = {
  progress: ['on', 'delivery', 'words'], answer: ['on', 'delivery', 'words'], extend: ['on', 'delivery', 'reason'], cost: ['on', 'delivery', 'amount', 'words'], pay: ['on'], reject: ['on', 'delivery', 'ground', 'words'], forward: ['on', 'delivery'],
}
/** What the act asks for and is not there. */
export function gapsIn(act: StatutoryAct, d: Typed): (keyof Typed)[] {
  const found = needs[act].filter((key) => { const value = d[key]; return value === null || (typeof value === 'string' && !value.trim()) })
  return act === 'forward' && !d.institutionId && !d.institution.trim() ? [...found, 'institution'] : found
}
/** Only what the act takes, blanks left out; a comma in an amount is a point. */
export function bodyOf(act: StatutoryAct, d: Typed): Record<string, unknown> {
  const words = (text: string) => text.trim() || undefined
  return {
    on: d.on, ...(act !== 'pay' && { delivery: d.delivery }), ...((act === 'progress' || act === 'answer' || act === 'cost' || act === 'reject' || act === 'forward') && { words: words(d.words) }),
    ...((act === 'answer' || act === 'pay' || act === 'forward') && { reference: words(d.reference) }), ...(act === 'answer' && { attachmentIds: d.attachmentIds }), ...(act === 'extend' && { reason: words(d.reason) }),
    ...(act === 'cost' && { amount: d.amount.trim().replace(',', '.') }), ...(act === 'reject' && { ground: d.ground }), ...(act === 'forward' && { institutionId: d.institutionId ?? undefined, institution: words(d.institution) }),
  }
}
