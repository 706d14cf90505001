/** Who may be calling. Asked once per call; the bar and the operator's screen share the answer. */
import { useQuery, type QueryClient } from '@tanstack/react-query'
import { callsApi, type CallerCard } from '../../../contracts/calls.ts'
import { asking } from '../client.ts'
import { useMay } from '../session.tsx'
import type { PhoneCall } from './state.ts'

type Of = Pick<PhoneCall, 'callId' | 'number' | 'dialled'>
const cardQuery = (of: Of | null) => ({
  ...asking(callsApi.callerCard, { phone: of?.number ?? undefined, callId: of?.callId ?? undefined, dialled: of?.dialled ?? undefined }), staleTime: 60_000, retry: 2,
})
const known = (of: Of | null) => Boolean(of?.number || of?.callId)

export function useCallerCard(of: Of | null): { card: CallerCard | undefined; problem: unknown } {
  const may = useMay(), { data, error } = useQuery({ ...cardQuery(of), enabled: known(of) && may('call.take') })
  return { card: known(of) ? data : undefined, problem: error }
}
/** Asks at the ring itself, before anything is drawn. */
export function askEarly(queries: QueryClient, of: Of): void {
  if (known(of)) void queries.prefetchQuery(cardQuery(of))
}
/** The only person known by this number, for a name with a question mark. */
export const maybeName = (card: CallerCard | undefined): string | null => (card?.people.length === 1 ? (card.people[0]!.name ?? null) : null)
