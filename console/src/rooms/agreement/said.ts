/** What was said in a talk about a solution has a word of its own in the ledger. */
import type { TextKey } from '../../text.ts'

const words = ['called', 'plan_told', 'agreed', 'objected', 'withdrawn', 'refusal_accepted'] as const
export const talkKey = (what: string): TextKey | undefined => { const found = words.find((one) => one === what); return found && `agreement.word.${found}` }
