/** What an answer that was read out does to the contact: counted, and where that was all, closed. */
import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { CallId } from '../../../../contracts/call-id.ts'
import { callsApi } from '../../../../contracts/calls.ts'
import { knowledgeApi, type KnowledgeHit } from '../../../../contracts/knowledge.ts'
import { call } from '../../client.ts'
import { useMe } from '../../session.tsx'
import { activeCall, patience, phoneState, tellPhone, usePhone, useReasons, watchPhone } from '../../softphone/index.ts'
import type { IntakeBook } from './book.ts'
import { keepClosings, onlyAsked, type Closings, type Told } from './closing.ts'
import { intakesOf } from './scope.ts'
import type { Screen } from './screen.ts'

let kept: { book: IntakeBook; closings: Closings } | null = null
function closingsOf(book: IntakeBook): Closings {
  if (kept?.book !== book) kept = {
    book, closings: keepClosings({
      phone: phoneState, watch: watchPhone, settled: (callId) => tellPhone({ is: 'settled', callId }),
      wrapUp: ({ callId, code, topicId, note }) => call(callsApi.wrapUp, { callId, code, topicId, note }, patience()),
      discard(id) {
        const entry = book.book().entries.find((e) => e.id === id)
        if (entry && onlyAsked(entry.body)) void book.discard(id)
      },
    }),
  }
  return kept.closings
}

export type Reading = { id: string; hit: KnowledgeHit }
export function useGiveAnswer(screen: Screen | null) {
  const book = intakesOf(useMe().id), closings = closingsOf(book), codes = useReasons()?.wrapUp, phone = usePhone(), queries = useQueryClient()
  const entry = screen?.entry ?? null
  const callId: CallId | null = entry ? entry.callId : (phone.wrapUp?.callId ?? activeCall(phone)?.callId ?? null)
  const waiting = useSyncExternalStore(closings.subscribe, () => closings.of(callId))
  const topicOf = ({ topicIds }: KnowledgeHit) => topicIds.find((id) => id === entry?.body.topicId) ?? topicIds[0]

  return {
    /** Waits for the end of its call. */
    waiting: waiting as Told | undefined,
    cancel: () => { if (callId) closings.cancel(callId) },
    /** Counts it; `helped` closes the contact, at once or when the call ends. @throws what the desk answers */
    async give({ id, hit }: Reading, helped: boolean): Promise<'closed' | 'at_end' | 'goes_on'> {
      const topicId = topicOf(hit)
      await call(knowledgeApi.answered, { articleId: hit.id, id, callId: callId ?? undefined, topicId, helped }, patience())
      void queries.invalidateQueries({ queryKey: [knowledgeApi.articles.path] })
      if (!helped) return 'goes_on'
      const draftId = entry && onlyAsked(entry.body) ? entry.id : null
      const inCall = phone.calls.find((c) => c.callId === callId)
      const owed = inCall?.direction === 'in' || phone.wrapUp?.callId === callId
      const code = codes?.find((c) => c.answers)?.code
      if (callId && owed && topicId && code) {
        closings.close({ callId, code, topicId, note: entry?.body.said.trim().slice(0, 1000) || undefined, draftId, title: hit.title.tr })
        return inCall ? 'at_end' : 'closed'
      }
      if (draftId && !inCall) await book.discard(draftId)
      return inCall ? 'goes_on' : 'closed'
    },
  }
}
