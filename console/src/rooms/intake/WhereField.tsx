/** Zone 3. A place by its name from the list; a street or landmark in words; a pin on the map beside. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { MapPin, X } from 'lucide-react'
import { Badge, Button, ComboBox, TextField } from '@akmasa/ui'
import { placesApi, type PlaceHit } from '../../../../contracts/places.ts'
import { asking } from '../../client.ts'
import { useText } from '../../text.ts'
import { useGapWords } from './gap-words.ts'
import { atPlace } from './intake.ts'
import { usePlaceOfPin } from './place-of-pin.ts'
import { useRested, useScreen } from './screen.ts'

const none: PlaceHit[] = []

export function WhereField() {
  const t = useText(), { intake, change } = useScreen(), wrong = useGapWords()
  const { where } = intake, pinWord = usePlaceOfPin(intake, change)
  const [typing, setTyping] = useState<string | null>(null)
  const text = typing ?? where.placeLabel
  const q = useRested(typing ?? '', 120)
  const { data: hits = none } = useQuery({ ...asking(placesApi.findPlaces, { q }), enabled: q.trim().length > 0, staleTime: 60_000 })
  const set = (to: Partial<typeof where>) => change((i) => ({ ...i, where: { ...i.where, ...to } }))
  const choose = (id: string | null) => {
    const hit = id === null ? undefined : hits[Number(id)]
    if (!hit) return
    setTyping(null)
    change((i) => atPlace(i, hit))
  }
  /** Words that name no place of ours are kept as the citizen's own words. */
  const leave = () => {
    if (typing === null) return
    const words = typing.trim()
    setTyping(null)
    if (words === where.placeLabel) return
    if (!words) set({ placeId: null, placeLabel: '' })
    else change((i) => ({ ...i, where: { ...i.where, placeId: null, placeLabel: '', words: i.where.words ? i.where.words : words } }))
  }
  return (
    <fieldset className="where">
      <legend className="label">{t('intake.where')}</legend>
      <div className="where-fields">
        <ComboBox
          label={t('intake.place')} options={typing ? hits.map((h, n) => ({ id: String(n), name: h.label, description: `${t(`shared.place.${h.kind}`)}${h.ours ? '' : ` · ${t('intake.notOursPlace')}`}` })) : []}
          text={text} onText={(v) => { if (v !== text) setTyping(v) }} value={null} onChoose={choose} onBlur={leave} freeText placeholder={t('intake.placeHint')} empty={t(typing ? 'intake.noPlace' : 'intake.placeHint')} error={wrong('where')}
        />
        <TextField label={t('intake.street')} value={where.street} onChange={(street) => set({ street })} maxLength={120} />
        <TextField label={t('intake.landmark')} value={where.words} onChange={(words) => set({ words })} maxLength={300} />
      </div>
      <p className="where-state meta">
        {where.placeId && <Badge tone="success" icon={MapPin}>{where.placeLabel || t('intake.placeChosen')}</Badge>}
        {where.lat !== null && <Badge tone="info" icon={MapPin}>{t('intake.pinned')}</Badge>}
        {(where.placeId || where.lat !== null) && <Button small look="quiet" excludeFromTabOrder aria-label={t('intake.clearPlace')} onPress={() => set({ placeId: null, placeLabel: '', lat: null, lon: null })}><X aria-hidden /></Button>}
        {pinWord && <span className="hint" role="status">{t(pinWord === 'found' ? 'intake.placeByPin' : 'intake.pinOutside')}</span>}
        {!where.placeId && where.lat === null && <span className="hint">{t('intake.placeUnknown')}</span>}
      </p>
    </fieldset>
  )
}
