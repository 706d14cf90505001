import { Button } from '@akmasa/ui'
import { PlaceKind } from '../../../../../contracts/places.ts'
import { useText } from '../../../text.ts'
import { BorderSketch } from '../BorderSketch.tsx'
import { Num, Pick, Ref, useBound, Words, At } from '../fields.tsx'
import { useForm } from '../form.tsx'
import { Pin } from '../PinFields.tsx'
import type { Value } from '../paths.ts'
import { corners } from '../say.ts'

export function PlaceForm() {
  const form = useForm<'place'>(), t = useText(), { kind } = form.value
  return (
    <div className="form">
      <div className="half">
        <Words at="name" max={120} required />
        <Pick at="kind" options={PlaceKind.options.map((k) => ({ id: k, name: t(`shared.place.${k}`) }))} />
      </div>
      <div className="half">
        <Ref at="withinId" kind="place" also={(value, id) => id !== form.id && value.kind !== 'hamlet'} hint="settings.hint.withinId" disabled={kind !== 'hamlet' && !form.value.withinId} />
        <Num at="population" max={50_000_000} hint="settings.hint.population" />
      </div>
      <div className="half"><Ref at="institutionId" kind="institution" hint="settings.hint.institutionOfPlace" /></div>
      <Pin />
      <BorderField />
    </div>
  )
}
function BorderField() {
  const { form, t, props } = useBound({ at: 'border', hint: 'settings.hint.border' }), border = form.at('border') as Value | null
  return (
    <At path="border">
      <div className="field">
        <span className="label">{props.label}</span>
        {border ? <BorderSketch border={border} lat={form.at('lat')} lon={form.at('lon')} /> : null}
        <p className="meta">{border ? t('settings.place.borderOf', { count: corners(border) }) : t('settings.place.noBorder')}. {props.description}</p>
        {props.error && <p className="error">{props.error}</p>}
        {border && !form.readOnly && <span><Button small onPress={() => form.set('border', null)}>{t('settings.place.removeBorder')}</Button></span>}
      </div>
    </At>
  )
}
