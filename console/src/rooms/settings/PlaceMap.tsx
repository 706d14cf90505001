/** The places of the list above one another as they lie: a drawing beside the table, which says the same in words. */
import { useState } from 'react'
import { Button } from '@akmasa/ui'
import { useText } from '../../text.ts'
import type { ListRow } from './rows.ts'
import { scatter } from './sketch.ts'

export function PlaceMap({ rows }: { rows: readonly ListRow[] }) {
  const t = useText(), [open, setOpen] = useState(false)
  const pinned = rows.flatMap((r) => (typeof r.row.value.lat === 'number' && typeof r.row.value.lon === 'number' ? [{ id: r.id, title: r.title, lat: r.row.value.lat, lon: r.row.value.lon }] : []))
  const { box, at } = scatter(open ? pinned : [])
  return (
    <div className="stack">
      <span><Button small aria-expanded={open} onPress={() => setOpen(!open)}>{t(open ? 'settings.place.hideMap' : 'settings.place.map')}</Button></span>
      {open && (pinned.length === 0 ? <p className="hint">{t('settings.place.noPins')}</p> : (
        <figure className="panel">
          <svg className="scatter" viewBox={box} role="img" aria-label={t('settings.place.mapLabel')}>
            {at.map(({ x, y }, i) => <circle key={pinned[i]!.id} cx={x} cy={y} r={0.8}><title>{pinned[i]!.title}</title></circle>)}
            {/* Names overlap when there are many; the table has them all. */}
            {pinned.length <= 60 && at.map(({ x, y }, i) => <text key={pinned[i]!.id} x={x + 1.2} y={y + 0.7}>{pinned[i]!.title}</text>)}
          </svg>
          <figcaption className="meta">{t('settings.place.mapWords', { count: pinned.length })}</figcaption>
        </figure>
      ))}
    </div>
  )
}
