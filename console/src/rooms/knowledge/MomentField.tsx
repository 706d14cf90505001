/** A day and a time of the town, or none. */
import { X } from 'lucide-react'
import { useState } from 'react'
import { Button, DateField, Select } from '@akmasa/ui'
import { useText } from '../../text.ts'
import { civilOf, instantOf } from './moment.ts'

const times = Array.from({ length: 48 }, (_, n) => `${String(n >> 1).padStart(2, '0')}:${n % 2 ? '30' : '00'}`)
export function MomentField({ label, value, onChange, zone, time, none, error }: { label: string; value: string | null; onChange: (value: string | null) => void; zone: string; /** Where only a day is given. */ time: string; none: string; error?: string }) {
  const t = useText(), now = value ? civilOf(value, zone) : null
  // A day being typed passes through the years 2, 20 and 202: it is held here until it is one.
  const [typing, setTyping] = useState<string | null>(null)
  const put = (day: string | null, at: string) => {
    const whole = day === null || day >= '2000'
    setTyping(whole ? null : day)
    if (whole) onChange(day && instantOf({ day, time: at }, zone))
  }
  return (
    <div className="moment">
      <DateField label={label} value={typing ?? now?.day ?? null} onChange={(day) => put(day, now?.time ?? time)} error={error} description={now ? undefined : none} />
      {now && <Select label={t('knowledge.field.time', { label })} hideLabel value={now.time} onChange={(at) => put(now.day, at)} options={[...new Set([...times, now.time])].sort().map((id) => ({ id, name: id }))} />}
      {now && <Button look="quiet" small aria-label={t('knowledge.clearMoment', { label })} onPress={() => onChange(null)}><X aria-hidden /></Button>}
    </div>
  )
}
