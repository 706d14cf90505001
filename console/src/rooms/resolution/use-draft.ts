/** Keeps what is typed of a part on the desk, 800 ms after the last key; a newer one of a colleague is never overwritten. */
import { useEffect, useRef, useState } from 'react'
import type { CaseId } from '../../../../contracts/cases.ts'
import { type PartDraft, proposalsApi } from '../../../../contracts/proposals.ts'
import { call } from '../../client.ts'

export type Saving = { state: 'idle' | 'saving' } | { state: 'saved'; at: string } | { state: 'failed'; problem: unknown }
export function useDraft(caseId: CaseId, typed: PartDraft, begun: { version: number; touched: boolean }): Saving & { end(): void } {
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  const version = useRef(begun.version), ended = useRef(false), queue = useRef(Promise.resolve())
  const words = JSON.stringify(typed)
  useEffect(() => {
    if (!begun.touched || ended.current) return
    const timer = setTimeout(() => {
      queue.current = queue.current.then(async () => {
        if (ended.current) return
        setSaving({ state: 'saving' })
        try {
          const kept = await call(proposalsApi.savePartDraft, { caseId, body: JSON.parse(words) as PartDraft, version: version.current })
          version.current = kept.version
          setSaving({ state: 'saved', at: kept.savedAt })
        } catch (problem) {
          if (!ended.current) setSaving({ state: 'failed', problem })
        }
      })
    }, 800)
    return () => clearTimeout(timer)
  }, [caseId, words, begun.touched])
  return { ...saving, end: () => { ended.current = true } }
}
