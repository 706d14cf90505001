import { useMemo, useState } from 'react'
import { PlainMap } from '../../map/PlainMap.tsx'
import { useMe } from '../../session.tsx'
import { useText } from '../../text.ts'
import { useForm } from './form.tsx'

/** Puts the pin of a form by mouse or by keys. */
export function PinMap() {
  const form = useForm<'municipality'>(), t = useText(), { municipality } = useMe()
  const { lat, lon } = form.value
  const has = typeof lat === 'number' && typeof lon === 'number'
  // The map stays where it was opened; a new pin does not move the ground.
  const [centre] = useState(() => (has ? { lat, lon } : { lat: municipality.lat, lon: municipality.lon }))
  const pins = useMemo(() => (has ? [{ id: 'here', lat, lon, label: t('settings.place.coordinates'), here: true }] : []), [has, lat, lon, t])
  const pick = (p: { lat: number; lon: number }) => { form.set('lat', Number(p.lat.toFixed(6))); form.set('lon', Number(p.lon.toFixed(6))) }
  return <div className="pin-map"><PlainMap label={t('settings.municipality.map')} centre={centre} pins={pins} note={t('intake.map.plain')} onPick={form.readOnly ? undefined : pick} pickHow={t('settings.municipality.pick')} /></div>
}
