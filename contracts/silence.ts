/** The silence rule: nobody who told us something waits longer than her topic allows without true news, unseen. */
import { z } from 'zod'
import { CaseId, CaseStatus } from './cases.ts'
import { DirectorateId } from './identity.ts'
import { Bilingual, Cursor, Flag, Instant, operation } from './kit.ts'

/** Who owes her the word now: her case's lead directorate, or the desk, which calls. */
export const Owes = z.enum(['directorate', 'desk'])
export type Owes = z.infer<typeof Owes>
export const SilentCase = z.object({
  caseId: CaseId, number: z.string(), topic: Bilingual, status: CaseStatus, place: z.string().nullable(), emergency: z.boolean(),
  lead: z.object({ id: DirectorateId, name: Bilingual }).nullable(), owes: Owes,
  /** Since when she has heard nothing new, and until when that may be so. */
  since: Instant, dueAt: Instant,
  /** `calm`: nothing is asked of anyone yet. */
  stage: z.enum(['calm', 'asked', 'call', 'over']),
})
export type SilentCase = z.infer<typeof SilentCase>
export const SilenceFigures = z.object({
  /** Cases whose citizen waits for a word that is asked for, and those past their time. */
  asked: z.number().int(), over: z.number().int(),
  longest: z.object({ caseId: CaseId, number: z.string(), since: Instant, dueAt: Instant, owes: Owes, lead: Bilingual.nullable() }).nullable(),
})
export type SilenceFigures = z.infer<typeof SilenceFigures>

export const silenceApi = {
  silences: operation({
    method: 'GET', path: '/silences', may: 'silence.read', audit: 'none',
    query: z.object({ owes: Owes.optional(), over: Flag.optional(), /** Also those of whom nothing is asked yet. */ all: Flag.optional(), directorateId: DirectorateId.optional(), after: Cursor.optional() }),
    returns: z.object({ rows: z.array(SilentCase), next: Cursor.nullable() }), summary: 'Whose citizen waits for news, who owes it and until when; what runs out first, 50 a page.',
  }),
  silenceFigures: operation({ method: 'GET', path: '/silences/figures', may: 'silence.read', returns: SilenceFigures, audit: 'none', summary: 'The longest silence now, and who owes the word.' }),
}
