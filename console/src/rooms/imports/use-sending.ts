/** Sends a file in parts. A part that was lost is sent again from where the desk has it; the file is never whole in memory. */
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { type ImportId, importsApi, mostFileBytes, partBytes } from '../../../../contracts/imports.ts'
import { call, Problem, upload } from '../../client.ts'

export type Sending = { id: ImportId; file: File; part: number; step: 'sending' | 'reading' | 'stopped'; problem: unknown }

export function useSending() {
  const queries = useQueryClient(), navigate = useNavigate()
  const [sending, setSending] = useState<Sending | null>(null)
  const stop = useRef<AbortController | null>(null)

  async function go(id: ImportId, file: File) {
    const mine = (stop.current = new AbortController())
    const show = (more: Partial<Sending>) => setSending({ id, file, part: 0, step: 'sending', problem: null, ...more })
    show({})
    try {
      // What is plainly too large is said at once, without a word to the desk.
      if (file.size > mostFileBytes) throw new Problem({ status: 409, code: 'import.too_large', facts: { megabytes: Math.round(mostFileBytes / 1024 / 1024) } })
      let { received } = await call(importsApi.newImport, { id, name: file.name.slice(0, 200), bytes: file.size })
      while (received < file.size) {
        const at = received
        const answer = await upload(importsApi.sendPart, { importId: id, at }, file.slice(at, at + partBytes), (part) => show({ part: (at + part * Math.min(partBytes, file.size - at)) / file.size }), mine.signal)
        if (mine.signal.aborted) return
        received = answer.received
      }
      show({ part: 1, step: 'reading' })
      await call(importsApi.readFile, { importId: id })
      setSending(null)
      void navigate({ to: '/imports/$importId', params: { importId: id } })
    } catch (problem) {
      if (!mine.signal.aborted) show({ step: 'stopped', problem })
    } finally {
      void queries.invalidateQueries({ queryKey: [importsApi.imports.path] })
    }
  }
  return {
    sending,
    send: (file: File) => void go(uuidv7() as ImportId, file),
    again: () => { if (sending) void go(sending.id, sending.file) },
    async cancel() {
      stop.current?.abort()
      const id = sending?.id
      setSending(null)
      if (id) await call(importsApi.discardImport, { importId: id }).catch(() => undefined)
      void queries.invalidateQueries({ queryKey: [importsApi.imports.path] })
    },
  }
}
