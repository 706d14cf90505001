/** A topic: what people call it, who answers it and how soon, what is asked, and a box to try it. */
import { Chips, NumberField, Select, showTime, useNow, useZone } from '@akmasa/ui'
import { useState, type ReactNode } from 'react'
import { CaseKind } from '../../../../../contracts/routing.ts'
import { useLanguage, useText } from '../../../text.ts'
import { civilOf, momentOf } from '../clock.ts'
import { At, Both, Check, Num, Ref, useBound } from '../fields.tsx'
import { useForm } from '../form.tsx'
import { Refs, Several, WordChips } from '../lists.tsx'
import { useNames } from '../use-names.ts'
import { fallsDue, type Period } from '../week.ts'
import { LoopFields } from './LoopFields.tsx'
import { CausesField, QuestionsField } from './TopicParts.tsx'
import { TopicTry } from './TopicTry.tsx'

export function TopicForm() {
  const t = useText()
  return (
    <div className="form">
      <Part title={t('settings.topic.basics')}>
        <Both at="name" max={120} />
        <div className="half"><Ref at="groupId" kind="topic_group" required /></div>
        <WordChips at="synonyms" hint="settings.hint.synonyms" />
      </Part>
      <Part title={t('settings.topic.route')}><Whose /><Promise /></Part>
      <Part title={t('settings.topic.asked')}><QuestionsField /><CausesField /></Part>
      <Part title={t('settings.topic.rules')}>
        <Several at="kinds" empty={null} hint="settings.hint.kinds" choices={CaseKind.options.map((k) => ({ id: k, name: t(`shared.kind.${k}`) }))} />
        <Check at="emergency" hint="settings.hint.emergency" />
        <Check at="personal" hint="settings.hint.personal" />
        <Check at="anonymousAllowed" hint="settings.hint.anonymousAllowed" />
        <Check at="everywhere" hint="settings.hint.everywhere" />
        <Num at="nearbyMetres" max={20_000} hint="settings.hint.nearbyMetres" />
      </Part>
      <Part title={t('settings.topic.loop')}><LoopFields /></Part>
      <Part title={t('settings.topic.try')}><TopicTry /></Part>
    </div>
  )
}
const Part = ({ title, children }: { title: string; children: ReactNode }) => <section className="form-part" aria-label={title}><h2>{title}</h2>{children}</section>

/** Ours: directorates answer. Not ours: the caller is told of an institution. */
function Whose() {
  const form = useForm<'topic'>(), t = useText(), { institutionId, leadId } = form.value
  const [notOurs, setNotOurs] = useState(institutionId !== null)
  function choose(who: 'ours' | 'other') {
    setNotOurs(who === 'other')
    if (who === 'ours') form.set('institutionId', null)
  }
  return (
    <>
      <Chips label={t('settings.topic.whose')} value={notOurs || institutionId ? 'other' : 'ours'} onChange={choose} disabled={form.readOnly} chips={[{ value: 'ours', label: t('settings.topic.ours') }, { value: 'other', label: t('settings.topic.notOurs') }]} />
      {(notOurs || institutionId) && <div className="half"><Ref at="institutionId" kind="institution" hint="settings.hint.institutionOfTopic" /></div>}
      <div className="half">
        <Ref at="leadId" kind="directorate" required={!notOurs} />
        <Refs at="supportingIds" kind="directorate" not={[leadId]} />
      </div>
    </>
  )
}

function Promise() {
  const { form, t, props } = useBound({ at: 'promised.hours', label: undefined }), { promised } = form.value as { promised: { hours: number | null; unit: 'working' | 'straight' } }
  return (
    <At path="promised">
      <div className="line from-top">
        <At path="promised.hours"><NumberField label={t('settings.field.promised')} value={promised.hours} onChange={(v) => form.set('promised.hours', v)} min={0} max={10_000} error={props.error} required disabled={form.readOnly} /></At>
        <Select label={t('settings.topic.unit')} value={promised.unit} onChange={(v) => form.set('promised.unit', v)} options={(['working', 'straight'] as const).map((u) => ({ id: u, name: t(`settings.topic.${u}`) }))} disabled={form.readOnly} />
      </div>
      <Example />
    </At>
  )
}
/** What it means for a case of this morning, by the lead directorate's own hours. */
function Example() {
  const form = useForm<'topic'>(), t = useText(), language = useLanguage(), zone = useZone(), now = useNow(600_000)
  const times = useNames(['directorate_hours', 'calendar', 'holiday'])
  const { promised, leadId } = form.value
  if (!times.ready || !promised.hours || promised.hours <= 0) return null
  const day = civilOf(now, zone).day, ten = momentOf(day, '10:00', zone)
  const calendars = times.rows('calendar').filter((c) => !c.value.retired)
  const own = times.rows('directorate_hours').find((h) => h.id === leadId)?.value.calendarId
  const calendar = calendars.find((c) => c.id === own) ?? calendars.find((c) => c.value.isDefault)
  const holidays = calendar?.value.keepsHolidays ? new Map(times.rows('holiday').map((h) => [h.id, (h.value.from as string | null) ?? '00:00'])) : new Map<string, string>()
  const due = promised.unit === 'straight' ? new Date(ten.getTime() + promised.hours * 3_600_000) : momentIn(fallsDue({ day, clock: '10:00' }, promised.hours, (calendar?.value.week ?? []) as Period[], holidays), zone)
  const said = (at: Date) => showTime(at, 'prose', language, zone)
  return <p className="hint" role="status">{due ? t('settings.topic.example', { from: said(ten), due: said(due) }) : t('settings.topic.noExample')}</p>
}
const momentIn = (civil: { day: string; clock: string } | null, zone: string) => civil && momentOf(civil.day, civil.clock, zone)
