/** Working hours of a week: periods by day, copied from one day to others. */
import { Copy, Plus, X } from 'lucide-react'
import { Button, Menu } from '@akmasa/ui'
import { useLanguage, useText, type TextKey } from '../../../text.ts'
import { minutesOf, clockOf } from '../clock.ts'
import { At, Both, Check, ClockBox } from '../fields.tsx'
import { useForm } from '../form.tsx'
import { copied, hoursIn, sorted, wrongPeriods, type Period } from '../week.ts'

export function CalendarForm() {
  const form = useForm<'calendar'>(), t = useText()
  // A calendar is made the default; it never just stops being one.
  const isDefault = form.value.isDefault
  return (
    <div className="form">
      <Both at="name" max={120} />
      <Week />
      <Check at="keepsHolidays" hint="settings.hint.keepsHolidays" />
      <Check at="isDefault" hint="settings.hint.isDefault" />
      {isDefault && <p className="hint">{t('settings.calendar.defaultOnly')}</p>}
    </div>
  )
}
function Week() {
  const form = useForm<'calendar'>(), t = useText(), language = useLanguage()
  const week = (form.value.week ?? []) as Period[], wrong = wrongPeriods(week)
  const put = (next: Period[]) => form.set('week', next)
  const total = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(hoursIn(week))
  return (
    <At path="week">
      <fieldset className="field">
        <legend>{t('settings.field.week')}</legend>
        <p className="description" role="status">{t('settings.calendar.total', { hours: total })}</p>
        {form.error('week') && !week.length && <p className="error">{form.error('week')}</p>}
        <div className="week">
          {[1, 2, 3, 4, 5, 6, 7].map((day) => <Day key={day} day={day} week={week} wrong={wrong} onChange={put} />)}
        </div>
      </fieldset>
    </At>
  )
}
function Day({ day, week, wrong, onChange }: { day: number; week: readonly Period[]; wrong: ReadonlyMap<number, 'backwards' | 'overlaps'>; onChange: (week: Period[]) => void }) {
  const form = useForm(), t = useText(), name = t(`settings.weekday.d${day}` as TextKey)
  const mine = week.flatMap((p, i) => (p.weekday === day ? [{ ...p, i }] : []))
  const change = (i: number, part: Partial<Period>) => onChange(week.map((p, n) => (n === i ? { ...p, ...part } : p)))
  function add() {
    const last = mine.at(-1), from = last ? clockOf(Math.min(23 * 60, minutesOf(last.to) + 60)) : '08:00'
    onChange([...week, { weekday: day, from, to: last ? clockOf(Math.min(24 * 60, minutesOf(from) + 240)) : '17:00' }])
  }
  return (
    <div className="week-day" role="group" aria-label={name}>
      <strong>{name}</strong>
      <div className="stack tight">
        {mine.length === 0 && <span className="hint">{t('settings.calendar.closed')}</span>}
        {mine.map((p) => {
          const own = wrong.get(p.i), said = form.error(`week.${p.i}.from`) ?? form.error(`week.${p.i}.to`)
          return (
            <div className="line from-top" key={p.i}>
              <At path={`week.${p.i}.from`}><ClockBox label={t('settings.calendar.from', { day: name })} hideLabel value={p.from} onChange={(c) => { if (c) change(p.i, { from: c }) }} error={own ? t(`settings.calendar.${own}`) : said} disabled={form.readOnly} /></At>
              <span aria-hidden="true">–</span>
              <At path={`week.${p.i}.to`}><ClockBox label={t('settings.calendar.to', { day: name })} hideLabel value={p.to} onChange={(c) => { if (c) change(p.i, { to: c }) }} disabled={form.readOnly} /></At>
              {!form.readOnly && <Button small look="quiet" aria-label={t('settings.calendar.remove', { day: name, hours: `${p.from}–${p.to}` })} onPress={() => onChange(week.filter((_, n) => n !== p.i))}><X aria-hidden /></Button>}
            </div>
          )
        })}
      </div>
      {!form.readOnly && (
        <span className="line nowrap">
          <Button small aria-label={t('settings.calendar.add', { day: name })} onPress={add}><Plus aria-hidden /></Button>
          <Menu
            label={t('settings.calendar.copy', { day: name })} choices={[{ id: 'weekdays', label: t('settings.calendar.toWeekdays') }, { id: 'all', label: t('settings.calendar.toAll') }]}
            onChoose={(to) => onChange(sorted(copied(week, day, to === 'all' ? [1, 2, 3, 4, 5, 6, 7] : [1, 2, 3, 4, 5])))}
          >
            <Button small aria-label={t('settings.calendar.copy', { day: name })}><Copy aria-hidden /></Button>
          </Menu>
        </span>
      )}
    </div>
  )
}
