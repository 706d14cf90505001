/** Joins the live socket to the screens: makes answers old, tells of mentions, asks for everything after an absence. */
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { toast } from '@akmasa/ui'
import { casesApi, type CaseId } from '../../../contracts/cases.ts'
import type { LiveEvent } from '../../../contracts/events.ts'
import { asking } from '../client.ts'
import { grownOld, setLive, startLive, tellLive } from '../live.ts'
import { useMay } from '../session.tsx'
import { text } from '../text.ts'
import { addMention } from './mentions.ts'

/** A burst of events asks once: everything within this many milliseconds goes together. */
const gather = 100

export function useLive(): void {
  const queries = useQueryClient(), navigate = useNavigate(), may = useMay()
  const reads = may('case.read')
  useEffect(() => {
    const old = new Map<string, readonly unknown[]>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const flush = () => {
      timer = undefined
      for (const queryKey of old.values()) void queries.invalidateQueries({ queryKey })
      old.clear()
    }
    async function mentioned(caseId: CaseId) {
      const open = () => void navigate({ to: '/cases/$caseId', params: { caseId } })
      const found = reads ? await queries.fetchQuery(asking(casesApi.casePage, { caseId })).catch(() => null) : null
      addMention({ caseId, number: found?.number ?? null })
      toast({ words: found ? text('shell.mention.words', { number: found.number }) : text('shell.mention.unnamed'), action: { label: text('shell.mention.open'), do: open } })
    }
    function statuteWarned({ caseId, number, left }: { caseId: CaseId; number: string; left: number }) {
      const open = () => void navigate({ to: '/cases/$caseId', params: { caseId } })
      toast({ words: text(left < 0 ? 'statutory.warned.overdue' : 'statutory.warned.words', { number }), action: { label: text('statutory.warned.open'), do: open } })
    }
    async function escalated(caseId: CaseId, late: boolean) {
      const found = reads ? await queries.fetchQuery(asking(casesApi.casePage, { caseId })).catch(() => null) : null
      if (found) toast({ words: text(late ? 'clocks.toast.late' : 'clocks.toast.soon', { number: found.number }), action: { label: text('clocks.toast.open'), do: () => void navigate({ to: '/cases/$caseId', params: { caseId } }) } })
    }
    function hear(event: LiveEvent) {
      for (const key of grownOld(event)) old.set(JSON.stringify(key), key)
      timer ??= setTimeout(flush, gather)
      if (event.event === 'case.mentioned') void mentioned(event.fact.caseId)
      if (event.event === 'statute.warned') statuteWarned(event.fact)
      if (event.event === 'case.escalated') void escalated(event.fact.caseId, event.fact.late)
      tellLive(event)
    }
    const live = startLive({ event: hear, back: () => { void queries.invalidateQueries(); tellLive('back') } })
    setLive(live)
    return () => {
      clearTimeout(timer)
      live.end()
      setLive(null)
    }
  }, [queries, navigate, reads])
}
