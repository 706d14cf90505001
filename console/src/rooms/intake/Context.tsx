/** Zones 6 and 8: what is known beside the intake. Every slot has its height before it has its words. */
import { lazy, Suspense, useMemo, useState } from 'react'
import { usePlaces } from '../../lists.ts'
import { usePhone } from '../../softphone/index.ts'
import { useText } from '../../text.ts'
import { useNearby, type Screen } from './screen.ts'
import { Knowledge } from './Knowledge.tsx'
import { Nearby } from './Nearby.tsx'

const PinMap = lazy(() => import('./PinMap.tsx'))

export function Context({ screen }: { screen: Screen | null }) {
  return <div className="zone-context">{screen ? <Filled screen={screen} /> : <Blank />}</div>
}

function Blank() {
  const t = useText()
  return (
    <>
      <section className="nearby" data-zone="6"><h2 className="slot-title">{t('intake.nearby.title')}</h2><p className="hint">{t('intake.nearby.later')}</p></section>
      <section className="chronic"><h2 className="slot-title">{t('intake.chronic')}</h2><p className="hint">{t('intake.chronicNone')}</p></section>
      <section className="map-slot" />
      <Knowledge screen={null} />
    </>
  )
}

function Filled({ screen }: { screen: Screen }) {
  const t = useText(), { known, rows } = useNearby(screen.intake), places = usePlaces()
  const { where } = screen.intake
  const place = places.find((p) => p.id === where.placeId)
  const pin = useMemo(() => (where.lat !== null && where.lon !== null ? { lat: where.lat, lon: where.lon } : null), [where.lat, where.lon])
  // Drawing a map is the heaviest thing here, and at the ring the caller's card comes first.
  const rings = usePhone().calls.some((c) => c.step === 'ringing')
  const [drawn, setDrawn] = useState(!rings)
  if (!rings && !drawn) setDrawn(true)
  const drop = (at: { lat: number; lon: number }) => screen.change((i) => ({ ...i, where: { ...i.where, ...at } }))
  return (
    <>
      <Nearby screen={screen} known={known} rows={rows} />
      <section className="chronic"><h2 className="slot-title">{t('intake.chronic')}</h2><p className="hint">{t('intake.chronicNone')}</p></section>
      <section className="map-slot">
        <Suspense fallback={<p className="hint">{t('shared.loading')}</p>}>{drawn && <PinMap pin={pin} near={place && place.lat !== null && place.lon !== null ? { lat: place.lat, lon: place.lon } : null} cases={rows ?? noCases} onPin={drop} />}</Suspense>
      </section>
      <Knowledge screen={screen} />
    </>
  )
}
const noCases: never[] = []
