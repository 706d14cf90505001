/** Where something lies: typed, pasted as maps copy it, or put on the map. */
import { lazy, Suspense, useState } from 'react'
import { Button, Skeleton, TextField } from '@akmasa/ui'
import { useText } from '../../text.ts'
import { At, useBound } from './fields.tsx'
import { useForm } from './form.tsx'
import { readPair } from './pin.ts'

// The map's code is large and most forms have none.
const PinMap = lazy(() => import('./PinMap.tsx').then((m) => ({ default: m.PinMap })))

export function Pin({ required }: { required?: boolean }) {
  const form = useForm<'municipality'>(), t = useText(), [map, setMap] = useState(false)
  const { lat, lon } = form.value, has = typeof lat === 'number' && typeof lon === 'number'
  return (
    <div className="stack">
      <div className="half"><Coordinate at="lat" required={required} /><Coordinate at="lon" required={required} /></div>
      <div className="line">
        <Button small onPress={() => setMap(!map)}>{t(map ? 'settings.place.hideMap' : 'settings.place.pickMap')}</Button>
        {has && form.kind !== 'municipality' && !form.readOnly && <Button small onPress={() => { form.set('lat', null); form.set('lon', null) }}>{t('settings.place.clearPin')}</Button>}
      </div>
      {map && <Suspense fallback={<Skeleton lines={3} />}><PinMap /></Suspense>}
    </div>
  )
}
function Coordinate({ at, required }: { at: 'lat' | 'lon'; required?: boolean }) {
  const { form, t, props } = useBound({ at, hint: at === 'lat' ? 'settings.hint.lat' : undefined, required }), value = form.at(at)
  const [typed, setTyped] = useState<string | null>(null)
  const wrong = typed !== null && typed.trim() !== '' && !/^-?\d{1,3}([.,]\d*)?$/.test(typed.trim())
  function put(v: string) {
    const pair = readPair(v)
    if (pair) {
      setTyped(null)
      form.set('lat', pair.lat)
      form.set('lon', pair.lon)
      return
    }
    setTyped(v)
    const number = v.trim() === '' ? null : Number(v.trim().replace(',', '.'))
    if (number === null || Number.isFinite(number)) form.set(at, number)
  }
  return <At path={at}><TextField {...props} value={typed ?? (typeof value === 'number' ? String(value).replace('.', ',') : '')} onChange={put} onBlur={() => { if (!wrong) setTyped(null) }} error={wrong ? t('settings.place.badNumber') : props.error} maxLength={60} /></At>
}
