/** A pin dropped on the map says which place it is in: filled where none was chosen, never instead of a chosen one. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { placesApi, type PlaceAt } from '../../../../contracts/places.ts'
import { asking } from '../../client.ts'
import type { Intake } from './intake.ts'

type Pin = { lat: number; lon: number }
type PlaceId = Intake['where']['placeId']
/**
 * The answer is about the pin as it was asked; one that has moved on since waits for its own.
 * @param earlier the place an earlier pin filled in: it goes with its pin, for nobody chose it
 */
export function filledByPin(i: Intake, pin: Pin, { place, label }: Pick<PlaceAt, 'place' | 'label'>, earlier: PlaceId = null): Intake {
  const { placeId, lat, lon } = i.where
  if ((placeId !== null && placeId !== earlier) || lat !== pin.lat || lon !== pin.lon || (!place && placeId === null)) return i
  return { ...i, where: { ...i.where, placeId: place?.id ?? null, placeLabel: label ?? '' } }
}

export type PinWord = 'found' | 'outside' | null
/** @returns what the field should say about it: the place was found by the pin, or the pin lies outside the municipality. */
export function usePlaceOfPin({ where }: Intake, change: (how: (i: Intake) => Intake) => void): PinWord {
  const { lat, lon, placeId } = where
  const [filled, setFilled] = useState<{ key: string; placeId: PlaceId }>({ key: '', placeId: null })
  const { data } = useQuery({ ...asking(placesApi.placeAt, { lat: lat!, lon: lon! }), enabled: lat !== null && lon !== null, staleTime: 300_000 })
  const key = `${lat} ${lon}`
  useEffect(() => {
    // Once for each pin: whoever takes the place away again wants none.
    if (!data || lat === null || lon === null || filled.key === key || (placeId !== null && placeId !== filled.placeId)) return
    setFilled({ key, placeId: data.place?.id ?? null })
    change((i) => filledByPin(i, { lat, lon }, data, filled.placeId))
  }, [data, lat, lon, placeId, filled, key, change])
  if (lat === null || !data) return null
  if (data.place && data.place.id === placeId && filled.key === key) return 'found'
  return data.ours === false && placeId === null ? 'outside' : null
}
