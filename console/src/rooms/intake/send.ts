/** Sending: a new case, or joining one that is open. */
import { useQueryClient } from '@tanstack/react-query'
import { casesApi, type CaseId } from '../../../../contracts/cases.ts'
import { call } from '../../client.ts'
import { announce } from '../../shell/announce.tsx'
import { patience } from '../../softphone/index.ts'
import { useText } from '../../text.ts'
import { gapSelector } from './gap-words.ts'
import { gaps, reporterOf, toCase } from './intake.ts'
import { focusIn, type Screen } from './screen.ts'

export function useSend(): { send: (s: Screen) => void; follow: (s: Screen, caseId: CaseId) => void } {
  const t = useText(), queries = useQueryClient()
  const grownOld = () => { for (const path of ['/cases', '/calls/caller', '/call-tasks']) void queries.invalidateQueries({ queryKey: [path] }) }
  return {
    send({ book, entry, intake, topic, route }) {
      // What is sent is frozen here: a second press, or the desk's late answer, sends the same case again.
      const body = toCase(intake, { id: entry.id, callId: entry.callId }, topic, route)
      void book.send(entry.id, () => call(casesApi.openCase, body, patience()), false).then(grownOld)
    },
    follow({ book, entry, intake, topic, route }, caseId) {
      const unknown = gaps(intake, topic, route).find((g) => g.field === 'reporter' || g.field === 'phone')
      if (unknown) {
        announce(t('intake.followWhom'))
        focusIn(gapSelector(unknown))
        return
      }
      const given = { caseId, reporter: reporterOf(intake), callId: entry.callId ?? undefined, draftId: entry.id, said: intake.said.trim().slice(0, 2000) || undefined }
      void book.send(entry.id, () => call(casesApi.followCase, given, patience()), true).then(grownOld)
    },
  }
}
