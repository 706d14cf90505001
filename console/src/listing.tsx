/** What every list shares: pages that follow one another, and the faces of an answer that is not there yet or no longer fresh. */
import { infiniteQueryOptions } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { Notice, Skeleton } from '@akmasa/ui'
import type { Operation } from '../../contracts/kit.ts'
import { call, type Answer, type Given } from './client.ts'
import { Failed } from './shell/pages.tsx'
import { useText } from './text.ts'
import './listing.css'

type Paged = Operation & { returns: z.ZodType<{ rows: unknown[]; next: string | null }> }
/** For `useInfiniteQuery`: each page begins where the last one ended. */
export function askingPages<O extends Paged>(operation: O, given: Omit<Given<O>, 'after'>) {
  const ask = (after: string | undefined, signal: AbortSignal) => call(operation as Operation, { ...given, after } as never, signal) as Promise<Answer<O>>
  return infiniteQueryOptions({
    queryKey: [operation.path, given, 'pages'] as const,
    queryFn: ({ signal, pageParam }) => ask(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last as { next: string | null }).next ?? undefined,
  })
}

type Asking<D> = { data: D | undefined; error: Error | null; refetch: () => unknown; isPlaceholderData?: boolean }
/** The answer once it is there. What was shown before stays, dimmed, while a newer answer is awaited in vain. */
export function Answered<D>({ of: { data, error, refetch, isPlaceholderData }, children }: { of: Asking<D>; children: (data: D) => ReactNode }) {
  const t = useText()
  if (data === undefined) return error ? <Failed problem={error} retry={() => void refetch()} /> : <Skeleton />
  return (
    <>
      {error && <Notice tone="warning" live="status">{t('shared.stale')}</Notice>}
      <div className={error || isPlaceholderData ? 'old-answer' : undefined} aria-busy={isPlaceholderData || undefined}>{children(data)}</div>
    </>
  )
}

/** Words that go into the address when the typing pauses; when the address changes by itself (back, a link), they follow it. */
export function useTyped(inAddress: string, commit: (words: string) => void): [string, (words: string) => void] {
  const [typed, setTyped] = useState(inAddress)
  const last = useRef(inAddress), latest = useRef(commit)
  useEffect(() => { latest.current = commit })
  useEffect(() => {
    if (inAddress === last.current) return
    last.current = inAddress
    setTyped(inAddress)
  }, [inAddress])
  useEffect(() => {
    const words = typed.trim()
    if (words === last.current) return
    const timer = setTimeout(() => { last.current = words; latest.current(words) }, 300)
    return () => clearTimeout(timer)
  }, [typed])
  return [typed, setTyped]
}
