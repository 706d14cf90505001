/** Who may be calling. Asked once per call; the bar and the operator's screen share the answer. */
import { useQuery } from '@tanstack/react-query'
import { callsApi, type CallerCard } from '../../../contracts/calls.ts'
import { asking } from '../client.ts'
import type { PhoneCall } from './state.ts'

type Of = Pick<PhoneCall, 'callId' | 'number' | 'dialled'>
export function useCallerCard(of: Of | null): { card: CallerCard | undefined; problem: unknown } {
  const known = Boolean(of?.number || of?.callId)
  const { data, error } = useQuery({
    ...asking(callsApi.callerCard, { phone: of?.number ?? undefined, callId: of?.callId ?? undefined, dialled: of?.dialled ?? undefined }),
    enabled: known, staleTime: 60_000, retry: 2,
  })
  return { card: known ? data : undefined, problem: error }
}
/** The only person known by this number, for a name with a question mark. */
export const maybeName = (card: CallerCard | undefined): string | null => (card?.people.length === 1 ? (card.people[0]!.name ?? null) : null)
