import { z } from 'zod'
import { CaseId } from './cases.ts'
import { DirectorateId, StaffId } from './identity.ts'
import { Bilingual, Done, idOf, Instant, operation, words } from './kit.ts'

export const PageId = idOf('page')
export type PageId = z.infer<typeof PageId>

/** Who is rung at a step; `desk`: nobody had it, and every console of the desk says so. */
export const PagedWho = z.enum(['on_call', 'director', 'deputy_mayor', 'desk'])
export type PagedWho = z.infer<typeof PagedWho>
/** What a telephone came to. `waits`: the switch has not been reached yet. */
export const LegState = z.enum(['waits', 'rings', 'listens', 'has', 'no_key', 'no_answer', 'busy', 'let_go', 'failed'])
export type LegState = z.infer<typeof LegState>
export const PageState = z.enum(['ringing', 'has', 'nobody', 'stopped'])
export type PageState = z.infer<typeof PageState>

/** One directorate's part of an emergency (or, of a promise that runs out, whoever must be woken). */
export const Page = z.object({
  id: PageId, directorateId: DirectorateId.nullable(), directorate: Bilingual.nullable(), state: PageState, madeAt: Instant,
  /** Who is rung at this moment, as which step. */
  who: z.enum([...PagedWho.options, 'everyone', 'named']).nullable(), legs: z.array(z.object({ name: z.string(), state: LegState })), nextAt: Instant.nullable(),
  has: z.object({ staffId: StaffId, name: z.string(), how: z.enum(['key', 'console', 'desk']) }).nullable(),
  stoppedReason: z.string().nullable(), settledAt: Instant.nullable(),
  /** I am one of those who may say that I have it. */
  mine: z.boolean(),
})
export type Page = z.infer<typeof Page>
export const Alert = z.object({
  caseId: CaseId, number: z.string(), reason: z.enum(['emergency', 'late']), topic: Bilingual, place: z.string().nullable(), since: Instant,
  /** What those who are rung hear beside topic and place. */
  message: z.object({ words: z.string().nullable(), recorded: z.boolean() }), pages: z.array(Page),
})
export type Alert = z.infer<typeof Alert>
/** Somebody whom the desk may call or bring into a call. */
export const Reachable = z.object({ directorate: Bilingual, name: z.string(), phone: z.string() })
export type Reachable = z.infer<typeof Reachable>

const ofPage = z.object({ pageId: PageId }), ofCase = z.object({ caseId: CaseId })
/** About a minute of telephone sound. */
export const longestRecording = 2 * 8000 * 75
export const dutyApi = {
  alerts: operation({ method: 'GET', path: '/duty/alerts', may: 'page.answer', returns: z.array(Alert), audit: 'none', summary: 'What somebody must have now, and what somebody has since a quarter of an hour; of the cases I see.' }),
  acceptPage: operation({
    method: 'POST', path: '/duty/pages/:pageId/accept', may: 'page.answer', params: ofPage, body: z.object({ /** Whoever told the desk so. */ staffId: StaffId.optional() }), returns: Done,
    refuses: ['page.not_found', 'page.has', 'page.over', 'page.not_yours'], summary: 'I have it; of the desk: this person said so. The telephones stop ringing.',
  }),
  stopPage: operation({
    method: 'POST', path: '/duty/pages/:pageId/stop', may: 'emergency.run', params: ofPage, body: z.object({ reason: words(500) }), returns: Done, refuses: ['page.not_found', 'page.has', 'page.over'], summary: 'Nobody is needed any more.',
  }),
  ringAgain: operation({ method: 'POST', path: '/duty/pages/:pageId/ring', may: 'emergency.run', params: ofPage, returns: Done, refuses: ['page.not_found', 'page.has', 'page.over'], summary: 'The next step at once.' }),
  sayWords: operation({
    method: 'POST', path: '/duty/cases/:caseId/words', may: 'emergency.run', params: ofCase, body: z.object({ words: words(400) }), returns: Done, refuses: ['page.not_found'],
    summary: 'What those who are rung hear from the next answer on.',
  }),
  sayRecording: operation({
    method: 'POST', path: '/duty/cases/:caseId/recording', may: 'emergency.run', params: ofCase, upload: { maxBytes: longestRecording }, returns: Done, refuses: ['page.not_found', 'page.no_sound'],
    summary: 'The same in the operator’s own voice, as a WAV file.',
  }),
  reachable: operation({ method: 'GET', path: '/duty/reachable', may: 'emergency.run', returns: z.array(Reachable), audit: 'none', summary: 'Who is on call now in each directorate, with a telephone.' }),
}
