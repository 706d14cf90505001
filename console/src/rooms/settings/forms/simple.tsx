/** Forms of few fields. */
import { useState } from 'react'
import { Chips, TextField } from '@akmasa/ui'
import { useText } from '../../../text.ts'
import { At, Both, Check, ClockBox, DayBox, PhoneBox, Pick, Ref, useBound, Words } from '../fields.tsx'
import { useForm } from '../form.tsx'
import { keyFrom } from '../new-thing.ts'
import { WordChips } from '../lists.tsx'
import { Pin } from '../PinFields.tsx'

export function MunicipalityForm() {
  return (
    <div className="form">
      <Both at="name" max={120} />
      <div className="half">
        <Words at="mainNumber" max={20} required hint="settings.hint.mainNumber" />
        <Words at="zone" max={60} required hint="settings.hint.zone" />
      </div>
      <Pin />
    </div>
  )
}
export function InstitutionForm() {
  return (
    <div className="form">
      <Both at="name" max={200} />
      <div className="half"><PhoneBox at="phone" /></div>
      <Both at="tell" rows={3} max={2000} hint="settings.hint.tell" />
    </div>
  )
}
export function StreetForm() {
  return <div className="form"><div className="half"><Words at="name" max={120} required /><Ref at="placeId" kind="place" required /></div><Pin /></div>
}
export function LandmarkForm() {
  return (
    <div className="form">
      <Both at="name" max={120} />
      <WordChips at="synonyms" hint="settings.hint.synonyms" />
      <div className="half"><Ref at="placeId" kind="place" /></div>
      <Pin />
    </div>
  )
}
export const GroupForm = () => <div className="form"><Both at="name" max={120} /></div>

/** A code is made from the name until somebody writes one; saved, it stays. */
function Coded() {
  const form = useForm<'pause_reason'>(), { code, name } = form.value
  const [own, setOwn] = useState(false), { props } = useBound({ at: 'code', hint: 'settings.hint.code' })
  const shown = form.isNew && !own && name.tr ? keyFrom(name.tr) : code
  return (
    <>
      <div onBlur={() => { if (shown !== code) form.set('code', shown) }}><Both at="name" max={120} /></div>
      <div className="half"><At path="code"><TextField {...props} value={shown} onChange={(v) => { setOwn(true); form.set('code', v) }} maxLength={40} required disabled={props.disabled || !form.isNew} /></At></div>
    </>
  )
}
export const PauseForm = () => <div className="form"><Coded /></div>
export const WrapUpForm = () => <div className="form"><Coded /><Check at="answers" hint="settings.hint.answers" /></div>

export function HolidayForm() {
  const form = useForm<'holiday'>(), t = useText(), { from } = form.value
  const half = from !== null
  return (
    <div className="form">
      <div className="half"><DayBox at="day" required disabled={!form.isNew} /></div>
      <Both at="name" max={120} />
      <div className="half">
        <Chips
          label={t('settings.holiday.length')} value={half ? 'half' : 'full'} disabled={form.readOnly} onChange={(v) => form.set('from', v === 'half' ? '13:00' : null)}
          chips={[{ value: 'full', label: t('settings.holiday.fullDay') }, { value: 'half', label: t('settings.holiday.halfDay') }]}
        />
        {half && <HalfDay />}
      </div>
      <Check at="decree" />
    </div>
  )
}
function HalfDay() {
  const { form, props } = useBound({ at: 'from', hint: 'settings.hint.from' })
  return <At path="from"><ClockBox {...props} value={form.at('from') as string} onChange={(v) => form.set('from', v ?? '')} /></At>
}

export function LineForm() {
  return <div className="form"><div className="half"><PhoneBox at="mobile" hint="settings.hint.mobile" /><PhoneBox at="ownNumber" nullable={false} required hint="settings.hint.ownNumber" /></div></div>
}
export function NumberForm() {
  const form = useForm<'incoming_number'>(), t = useText()
  const queues = [...new Set(['main', form.value.queue].filter(Boolean))]
  return (
    <div className="form">
      <div className="half"><PhoneBox at="number" nullable={false} required hint="settings.hint.number" disabled={!form.isNew} /></div>
      <Both at="name" max={120} />
      <div className="half">
        <Ref at="greeting" kind="spoken_text" required hint="settings.hint.greeting" />
        <Pick at="language" options={(['tr', 'en'] as const).map((l) => ({ id: l, name: t(`settings.lang.${l}`) }))} hint="settings.hint.language" />
      </div>
      <div className="half"><Ref at="directorateId" kind="directorate" />{queues.length > 1 && <Pick at="queue" options={queues.map((q) => ({ id: q, name: q }))} />}</div>
    </div>
  )
}
