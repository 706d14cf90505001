/** A pin dropped on the map says which place it is in: filled where none was chosen, never instead of a chosen one. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { placesApi, type PlaceAt } from '../../../../contracts/places.ts'
import { asking } from '../../client.ts'
import type { Intake } from './intake.ts'

type Pin = { lat: number; lon: number }
/** The answer is about the pin as it was asked; one that has moved on since waits for its own. */
export const filledByPin = (i: Intake, pin: Pin, { place, label }: Pick<PlaceAt, 'place' | 'label'>): Intake =>
  place && label && i.where.placeId === null && i.where.lat === pin.lat && i.where.lon === pin.lon ? { ...i, where: { ...i.where, placeId: place.id, placeLabel: label } } : i

export type PinWord = 'found' | 'outside' | null
/** @returns what the field should say about it: the place was found by the pin, or the pin lies outside the municipality. */
export function usePlaceOfPin({ where }: Intake, change: (how: (i: Intake) => Intake) => void): PinWord {
  const { lat, lon, placeId } = where
  const [filled, setFilled] = useState<string | null>(null)
  const { data } = useQuery({ ...asking(placesApi.placeAt, { lat: lat!, lon: lon! }), enabled: lat !== null && lon !== null, staleTime: 300_000 })
  const key = `${lat} ${lon}`
  useEffect(() => {
    // Once for each pin: whoever takes the place away again wants none.
    if (!data || lat === null || lon === null || placeId !== null || filled === key) return
    setFilled(key)
    change((i) => filledByPin(i, { lat, lon }, data))
  }, [data, lat, lon, placeId, filled, key, change])
  if (lat === null || !data) return null
  if (data.place && data.place.id === placeId && filled === key) return 'found'
  return data.ours === false && placeId === null ? 'outside' : null
}
