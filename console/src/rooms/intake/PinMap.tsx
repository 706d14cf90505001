/** The pin of the intake among places and open cases nearby. Loaded only when an intake is open; without it words serve. */
import { Component, useMemo, type ReactNode } from 'react'
import type { Nearby } from '../../../../contracts/cases.ts'
import { PlainMap, type Pin } from '../../map/PlainMap.tsx'
import { useMe } from '../../session.tsx'
import { useText } from '../../text.ts'

type Point = { lat: number; lon: number }

export default function PinMap({ pin, near, cases, onPin }: { pin: Point | null; near: Point | null; cases: readonly Nearby[]; onPin: (at: Point) => void }) {
  const t = useText(), { municipality } = useMe()
  const pins = useMemo((): Pin[] => [
    ...cases.flatMap((c) => (c.lat === null || c.lon === null ? [] : [{ id: c.id, lat: c.lat, lon: c.lon, label: c.number }])),
    ...(pin ? [{ id: 'pin', ...pin, label: t('intake.map.here'), here: true }] : []),
  ], [cases, pin, t])
  const centre = near ?? { lat: municipality.lat, lon: municipality.lon }
  return (
    <Fallback words={t('intake.map.failed')}>
      <PlainMap label={t('intake.map.title')} centre={centre} zoom={near ? 14 : 12} pins={pins} note={t('intake.map.plain')} pickHow={t('intake.map.help')} onPick={onPin} />
    </Fallback>
  )
}

/** A computer without graphics must not take the intake with it. */
class Fallback extends Component<{ words: string; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError() { return { broken: true } }
  override render() { return this.state.broken ? <p className="hint">{this.props.words}</p> : this.props.children }
}
