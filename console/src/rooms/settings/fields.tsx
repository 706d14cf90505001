/** Fields bound to a form by their path, so that a refusal finds them. */
import { useState, type ReactNode } from 'react'
import { Checkbox, DateField, NumberField, readPhone, Select, showPhone, TextArea, TextField, type Option } from '@akmasa/ui'
import type { SettingKind } from '../../../../contracts/settings.ts'
import { Finder } from '../../Finder.tsx'
import { useLanguage, useText, type TextKey } from '../../text.ts'
import { readClock } from './clock.ts'
import { useForm } from './form.tsx'
import { nameOf } from './names.ts'
import { labelOf } from './say.ts'

type Bound = { at: string; label?: ReactNode; hint?: TextKey; required?: boolean; disabled?: boolean }
/** Where a refusal of this path lands. */
export const At = ({ path, children, className }: { path: string; children: ReactNode; className?: string }) => <div data-path={path} className={className}>{children}</div>

export function useBound({ at, label, hint, required, disabled }: Bound) {
  const form = useForm(), t = useText()
  return { form, t, props: { label: label ?? labelOf(t, at), description: hint && t(hint), error: form.error(at), required, disabled: disabled || form.readOnly } }
}
const text = (v: unknown) => (typeof v === 'string' ? v : '')

export function Words({ max, rows, ...bound }: Bound & { max: number; rows?: number }) {
  const { form, props } = useBound(bound), value = text(form.at(bound.at))
  const put = (v: string) => form.set(bound.at, v)
  return <At path={bound.at}>{rows ? <TextArea {...props} value={value} onChange={put} maxLength={max} rows={rows} /> : <TextField {...props} value={value} onChange={put} maxLength={max} />}</At>
}
/** Turkish and English side by side; English left empty is the Turkish. */
export function Both({ at, label, hint, max = 200, rows, required = true }: Bound & { max?: number; rows?: number }) {
  const form = useForm(), t = useText(), words = label ?? labelOf(t, at), tr = text(form.at(`${at}.tr`))
  const one = (language: 'tr' | 'en') => {
    const path = `${at}.${language}`, value = text(form.at(path))
    const props = {
      label: <>{words} ({t(`settings.lang.${language}`)})</>, value, onChange: (v: string) => form.set(path, v), maxLength: max, error: form.error(path), disabled: form.readOnly,
      ...(language === 'tr' ? { required, description: hint && t(hint) } : { placeholder: tr, description: t('settings.hint.english') }),
    }
    return <At path={path}>{rows ? <TextArea {...props} rows={rows} /> : <TextField {...props} />}</At>
  }
  return <div className="both">{one('tr')}{one('en')}</div>
}
export function Num({ min = 0, max, ...bound }: Bound & { min?: number; max?: number }) {
  const { form, props } = useBound(bound), value = form.at(bound.at)
  return <At path={bound.at}><NumberField {...props} value={typeof value === 'number' ? value : null} onChange={(v) => form.set(bound.at, v)} min={min} max={max} /></At>
}
export function Check({ at, label, hint, disabled }: Bound) {
  const { form, t, props } = useBound({ at, label, disabled })
  return (
    <At path={at} className="field">
      <Checkbox isSelected={form.at(at) === true} isDisabled={props.disabled} onChange={(on) => form.set(at, on)}>{props.label}{hint && <span className="description">{t(hint)}</span>}</Checkbox>
      {props.error && <p className="error">{props.error}</p>}
    </At>
  )
}
/** What is typed stays as it is until it is a number of a telephone. */
export function PhoneBox(bound: Bound & { nullable?: boolean }) {
  const { form, props } = useBound({ hint: 'settings.hint.phone', ...bound }), value = text(form.at(bound.at))
  const put = (v: string) => form.set(bound.at, v.trim() === '' ? (bound.nullable === false ? '' : null) : (readPhone(v) ?? v))
  const [typed, setTyped] = useState<string | null>(null)
  return <At path={bound.at}><TextField {...props} type="tel" value={typed ?? showPhone(value)} onChange={(v) => { setTyped(v); put(v) }} onBlur={() => setTyped(null)} maxLength={40} /></At>
}
/** `8`, `830`, `08:30`. */
export function ClockBox({ value, onChange, ...rest }: { label: ReactNode; hideLabel?: boolean; description?: ReactNode; error?: ReactNode; disabled?: boolean; required?: boolean; value: string | null; onChange: (clock: string | null) => void; className?: string }) {
  const [typed, setTyped] = useState<string | null>(null), t = useText()
  const wrong = typed !== null && typed.trim() !== '' && readClock(typed) === null
  function put(v: string) {
    setTyped(v)
    const clock = readClock(v)
    if (clock !== null || v.trim() === '') onChange(clock)
  }
  return <TextField {...rest} className={`clock ${rest.className ?? ''}`} value={typed ?? value ?? ''} onChange={put} onBlur={() => { if (!wrong) setTyped(null) }} error={wrong ? t('settings.calendar.badClock') : rest.error} maxLength={5} placeholder="08:30" />
}
export function DayBox(bound: Bound) {
  const { form, props } = useBound(bound), value = form.at(bound.at)
  return <At path={bound.at}><DateField {...props} value={typeof value === 'string' && value ? value : null} onChange={(v) => form.set(bound.at, v)} /></At>
}
export function Pick({ options, ...bound }: Bound & { options: readonly Option[] }) {
  const { form, props } = useBound(bound), value = form.at(bound.at)
  return <At path={bound.at}><Select {...props} options={options} value={typeof value === 'string' ? value : null} onChange={(v) => form.set(bound.at, v)} /></At>
}
/** Rows of a kind that can be chosen: retired ones only where they are chosen already. */
export function useOptions(kind: SettingKind, chosen: readonly unknown[] = [], also: (value: Record<string, unknown>, id: string) => boolean = () => true): Option[] {
  const { names } = useForm(), language = useLanguage(), t = useText()
  return names.rows(kind).filter((r) => chosen.includes(r.id) || (!r.value.retired && !r.value.left && also(r.value, r.id))).map((r) => ({
    id: r.id, name: nameOf(r.value, language), ...(r.value.retired || r.value.left ? { description: t('settings.field.retired') } : kind === 'place' ? { description: t(`shared.place.${String(r.value.kind)}` as TextKey) } : {}),
  }))
}
/** One thing of another kind, by name. */
export function Ref({ kind, also, ...bound }: Bound & { kind: SettingKind; also?: (value: Record<string, unknown>, id: string) => boolean }) {
  const { form, props } = useBound(bound), value = form.at(bound.at), options = useOptions(kind, [value], also)
  return <At path={bound.at}><Finder {...props} options={options} value={typeof value === 'string' ? value : null} onChoose={(id) => form.set(bound.at, id)} /></At>
}
