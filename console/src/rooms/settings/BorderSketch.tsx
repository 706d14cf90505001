/** A border drawn to be recognised, and the pin in it; what it shows stands beside it in words. */
import { useText } from '../../text.ts'
import type { Value } from './paths.ts'
import { corners } from './say.ts'
import { sketch } from './sketch.ts'

export function BorderSketch({ border, lat, lon }: { border: Value; lat: unknown; lon: unknown }) {
  const t = useText(), pin = typeof lat === 'number' && typeof lon === 'number' ? { lat, lon } : null
  const { path, box, at } = sketch(border as { type: string; coordinates: unknown }, pin)
  return (
    <svg className="sketch" viewBox={box} role="img" aria-label={`${t('settings.place.sketch')}: ${t('settings.value.corners', { count: corners(border) })}`}>
      <path d={path} fillRule="evenodd" vectorEffect="non-scaling-stroke" />
      {at && <circle cx={at.x} cy={at.y} r={2} />}
    </svg>
  )
}
