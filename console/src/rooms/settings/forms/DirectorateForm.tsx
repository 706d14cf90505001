/** A directorate: who it is and who leads it; and beside it, when it works and who is called at night. */
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { Link } from '@tanstack/react-router'
import { Button, DateField, useZone } from '@akmasa/ui'
import { Finder } from '../../../Finder.tsx'
import { useText, useLanguage } from '../../../text.ts'
import { civilOf, momentOf } from '../clock.ts'
import { At, Both, ClockBox, Ref, useOptions } from '../fields.tsx'
import { useForm } from '../form.tsx'
import { nameOf } from '../names.ts'
import { moved } from '../paths.ts'

type Turn = { staffId: string; from: string | null; to: string | null }

export function DirectorateForm() {
  const form = useForm<'directorate'>(), t = useText()
  const here = (value: Record<string, unknown>) => value.directorateId === form.id
  return (
    <div className="form">
      <Both at="name" max={120} />
      <Both at="does" max={300} hint="settings.hint.does" />
      {!form.isNew && (
        <>
          <div className="half">
            <Ref at="directorId" kind="staff" also={here} hint="settings.hint.directorId" />
            <Ref at="deputyId" kind="staff" also={here} />
            <Ref at="deputyMayorId" kind="staff" also={(value) => Array.isArray(value.roles) && value.roles.includes('deputy_mayor')} hint="settings.hint.deputyMayorId" />
          </div>
          <People />
        </>
      )}
      {form.isNew && <p className="hint">{t('settings.hint.directorId')}</p>}
    </div>
  )
}
function People() {
  const form = useForm<'directorate'>(), t = useText(), language = useLanguage()
  const people = form.names.rows('staff').filter((r) => r.value.directorateId === form.id && !r.value.left)
  return (
    <div className="field">
      <span className="label">{t('settings.directorate.people')}</span>
      {people.length ? <ul className="tags">{people.map((p) => <li key={p.id} className="tag"><Link to="/settings/$kind/$id" params={{ kind: 'staff', id: p.id }}>{nameOf(p.value, language)}</Link></li>)}</ul> : <p className="hint">{t('settings.directorate.nobody')}</p>}
      <span><Link className="button small" to="/settings/$kind" params={{ kind: 'staff' }} search={{ invite: form.id }}>{t('settings.staff.invite')}</Link></span>
    </div>
  )
}

export function HoursForm() {
  const form = useForm<'directorate_hours'>(), t = useText()
  const turns = (form.value.onCall ?? []) as Turn[]
  const put = (next: Turn[]) => form.set('onCall', next)
  return (
    <div className="form">
      <div className="half"><Ref at="calendarId" kind="calendar" hint="settings.hint.calendarId" /></div>
      <At path="onCall">
        <fieldset className="field">
          <legend>{t('settings.field.onCall')}</legend>
          <p className="description">{t('settings.hint.onCall')}</p>
          {turns.length === 0 && <p className="hint">{t('settings.directorate.noTurns')}</p>}
          <ol className="stack">{turns.map((_, i) => <OneTurn key={i} at={i} turns={turns} onChange={put} />)}</ol>
          {!form.readOnly && <span><Button small onPress={() => put([...turns, { staffId: '', from: null, to: null }])}><Plus aria-hidden />{t('settings.directorate.addTurn')}</Button></span>}
        </fieldset>
      </At>
    </div>
  )
}
function OneTurn({ at, turns, onChange }: { at: number; turns: readonly Turn[]; onChange: (turns: Turn[]) => void }) {
  const form = useForm<'directorate_hours'>(), t = useText(), turn = turns[at]!
  const options = useOptions('staff', [turn.staffId], (value) => value.directorateId === form.id), name = options.find((o) => o.id === turn.staffId)?.name ?? String(at + 1)
  const path = `onCall.${at}`, put = (part: Partial<Turn>) => onChange(turns.map((x, i) => (i === at ? { ...x, ...part } : x)))
  return (
    <li className="turn">
      <At path={`${path}.staffId`}><Finder label={t('settings.directorate.person')} options={options} value={turn.staffId || null} onChoose={(id) => put({ staffId: id ?? '' })} error={form.error(`${path}.staffId`)} required disabled={form.readOnly} /></At>
      <Moment path={`${path}.from`} label={t('settings.directorate.from')} clockLabel={t('settings.directorate.fromClock')} value={turn.from} onChange={(from) => put({ from })} />
      <Moment path={`${path}.to`} label={t('settings.directorate.to')} clockLabel={t('settings.directorate.toClock')} value={turn.to} onChange={(to) => put({ to })} />
      {!form.readOnly && (
        <span className="line nowrap">
          <Button small aria-label={t('settings.list.up', { name })} isDisabled={at === 0} onPress={() => onChange(moved(turns, at, -1))}><ArrowUp aria-hidden /></Button>
          <Button small aria-label={t('settings.list.down', { name })} isDisabled={at === turns.length - 1} onPress={() => onChange(moved(turns, at, 1))}><ArrowDown aria-hidden /></Button>
          <Button small aria-label={t('settings.directorate.removeTurn', { name })} onPress={() => onChange(turns.filter((_, i) => i !== at))}><X aria-hidden /></Button>
        </span>
      )}
    </li>
  )
}
/** A day and a time of it in the municipality's zone; without a day there is no moment. */
function Moment({ path, label, clockLabel, value, onChange }: { path: string; label: string; clockLabel: string; value: string | null; onChange: (at: string | null) => void }) {
  const form = useForm(), zone = useZone(), civil = value ? civilOf(new Date(value), zone) : null
  const put = (day: string | null, clock: string) => onChange(day ? momentOf(day, clock, zone).toISOString() : null)
  return (
    <At path={path} className="moment">
      <DateField label={label} value={civil?.day ?? null} onChange={(day) => put(day, civil?.clock ?? '08:00')} error={form.error(path)} disabled={form.readOnly} />
      {civil && <ClockBox label={clockLabel} value={civil.clock} onChange={(clock) => { if (clock) put(civil.day, clock) }} disabled={form.readOnly} />}
    </At>
  )
}
