/** Rows that change seldom and that many screens need; asked once and kept. */
import { useQuery } from '@tanstack/react-query'
import { identityApi } from '../../contracts/identity.ts'
import { placesApi } from '../../contracts/places.ts'
import { routingApi } from '../../contracts/routing.ts'
import { asking } from './client.ts'

const kept = { staleTime: 10 * 60_000 }
export const useDirectorates = () => useQuery({ ...asking(identityApi.directorates), ...kept }).data ?? []
export const useTopics = () => useQuery({ ...asking(routingApi.topics), ...kept }).data ?? []
export const usePlaces = () => useQuery({ ...asking(placesApi.places), ...kept }).data ?? []
