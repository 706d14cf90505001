import { useQuery } from '@tanstack/react-query'
import { useNow } from '@akmasa/ui'
import { callsApi } from '../../../../contracts/calls.ts'
import { asking } from '../../client.ts'
import { boardNow } from './line-now.ts'

/** Events tell of changes; asking every three seconds notices a desk that went silent before the numbers are ten seconds old. */
const everyMs = 3000
export function useBoard() {
  const query = useQuery({ ...asking(callsApi.board), refetchInterval: everyMs, refetchIntervalInBackground: true })
  const now = useNow(1000)
  return { query, now: query.data && boardNow(query.data, query.dataUpdatedAt, now.getTime()) }
}
