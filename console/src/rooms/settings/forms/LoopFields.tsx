/** How a topic's cases go from the solution to a citizen who says that it is done. */
import { useState } from 'react'
import { Button, NumberField, Select } from '@akmasa/ui'
import { CaseKind } from '../../../../../contracts/routing.ts'
import { useText } from '../../../text.ts'
import { At, Check, Num, Pick, useBound } from '../fields.tsx'
import { useForm } from '../form.tsx'

type Amount = { amount: number | null; unit: 'working_days' | 'hours' }
type Promised = { hours: number | null; unit: 'working' | 'straight' }
type Loop = { silenceAgreesAfterDays: number | null; silence: Amount | null; silenceFor: Partial<Record<CaseKind, Amount>>; promisedFor: Partial<Record<CaseKind, Promised>> }
const useLoop = () => { const form = useForm<'topic'>(); return { form, loop: form.value.loop as unknown as Loop } }

export function LoopFields() {
  const t = useText(), { form, loop } = useLoop()
  if (!loop) return null
  return (
    <>
      <Check at="loop.skipsApproval" label={t('settings.loop.skipsApproval')} hint="settings.hint.skipsApproval" />
      <div className="half">
        <Pick at="loop.discussedBy" label={t('settings.loop.discussedBy')} options={(['desk', 'directorate'] as const).map((one) => ({ id: one, name: t(`settings.loop.by.${one}`) }))} hint="settings.hint.discussedBy" />
        <Pick at="loop.evidence" label={t('settings.loop.evidence')} options={(['none', 'after', 'before_and_after'] as const).map((one) => ({ id: one, name: t(`settings.loop.evidences.${one}`) }))} hint="settings.hint.evidence" />
      </div>
      <div className="half">
        <OrNever />
        <Num at="loop.confirmDays" label={t('settings.loop.confirmDays')} min={1} max={90} hint="settings.hint.confirmDays" />
      </div>
      <div className="stack tight">
        <At path="loop.silence"><Span label={t('settings.loop.silence')} hint={t('settings.hint.silence')} value={loop.silence} onChange={(value) => form.set('loop.silence', value)} /></At>
        <PerKind at="silenceFor" label={t('settings.loop.silenceFor')} blank={{ amount: 1, unit: 'working_days' }}>{(kind, value) => <Span label={t(`shared.kind.${kind}`)} value={value as Amount} onChange={(next) => form.set(`loop.silenceFor.${kind}`, next)} />}</PerKind>
      </div>
      <PerKind at="promisedFor" label={t('settings.loop.promisedFor')} hint={t('settings.hint.promisedFor')} blank={{ hours: 8, unit: 'working' }}>{(kind, value) => <Hours kind={kind} value={value as Promised} />}</PerKind>
    </>
  )
}

/** Silence agrees after so many working days, or never. */
function OrNever() {
  const t = useText(), { form, loop } = useLoop(), { props } = useBound({ at: 'loop.silenceAgreesAfterDays', label: t('settings.loop.silenceAgrees'), hint: 'settings.hint.silenceAgrees' })
  const never = loop.silenceAgreesAfterDays === null
  return (
    <At path="loop.silenceAgreesAfterDays" className="stack tight">
      <Select {...props} value={never ? 'never' : 'after'} onChange={(one) => form.set('loop.silenceAgreesAfterDays', one === 'never' ? null : 5)} options={(['never', 'after'] as const).map((one) => ({ id: one, name: t(`settings.loop.agrees.${one}`) }))} />
      {!never && <NumberField label={t('settings.loop.workingDays')} value={loop.silenceAgreesAfterDays} onChange={(days) => form.set('loop.silenceAgreesAfterDays', days ?? 1)} min={1} max={60} disabled={props.disabled} />}
    </At>
  )
}
function Span({ label, hint, value, onChange }: { label: string; hint?: string; value: Amount | null; onChange: (value: Amount | null) => void }) {
  const t = useText(), { form } = useLoop()
  const now = value ?? { amount: null, unit: 'working_days' as const }
  return (
    <div className="line from-top">
      <NumberField label={label} description={hint} value={now.amount} onChange={(amount) => onChange(amount === null ? null : { ...now, amount })} min={1} max={1000} disabled={form.readOnly} />
      <Select label={t('settings.topic.unit')} value={now.unit} onChange={(unit) => onChange({ amount: now.amount ?? 1, unit: unit as Amount['unit'] })} options={(['working_days', 'hours'] as const).map((unit) => ({ id: unit, name: t(`settings.loop.unit.${unit}`) }))} disabled={form.readOnly} />
    </div>
  )
}
function Hours({ kind, value }: { kind: CaseKind; value: Promised }) {
  const t = useText(), { form } = useLoop(), path = `loop.promisedFor.${kind}`
  return (
    <div className="line from-top">
      <NumberField label={t(`shared.kind.${kind}`)} value={value.hours} onChange={(hours) => form.set(path, { ...value, hours })} min={0} max={10_000} disabled={form.readOnly} />
      <Select label={t('settings.topic.unit')} value={value.unit} onChange={(unit) => form.set(path, { ...value, unit })} options={(['working', 'straight'] as const).map((unit) => ({ id: unit, name: t(`settings.topic.${unit}`) }))} disabled={form.readOnly} />
    </div>
  )
}
/** Other than the topic's own, for some kinds of cases. */
function PerKind({ at, label, hint, blank, children }: { at: 'silenceFor' | 'promisedFor'; label: string; hint?: string; blank: Amount | Promised; children: (kind: CaseKind, value: unknown) => React.ReactNode }) {
  const t = useText(), { form, loop } = useLoop(), there = (loop[at] ?? {}) as Partial<Record<CaseKind, unknown>>
  const kinds = CaseKind.options.filter((kind) => there[kind]), open = CaseKind.options.filter((kind) => !there[kind])
  const [adding, setAdding] = useState<string | null>(null)
  return (
    <At path={`loop.${at}`} className="stack tight">
      <strong>{label}</strong>{hint && <p className="hint">{hint}</p>}
      {kinds.map((kind) => <div key={kind} className="line from-top">{children(kind, there[kind])}{!form.readOnly && <Button small look="quiet" onPress={() => form.set(`loop.${at}`, Object.fromEntries(Object.entries(there).filter(([one]) => one !== kind)))}>{t('settings.loop.remove', { kind: t(`shared.kind.${kind}`) })}</Button>}</div>)}
      {!form.readOnly && open.length > 0 && <Select label={t('settings.loop.add')} value={adding} onChange={(kind) => { form.set(`loop.${at}`, { ...there, [kind]: blank }); setAdding(null) }} options={open.map((kind) => ({ id: kind, name: t(`shared.kind.${kind}`) }))} />}
    </At>
  )
}
