/** Whom else it concerns, beside those the topic names. */
import { useState } from 'react'
import { X } from 'lucide-react'
import { Button, ComboBox } from '@akmasa/ui'
import { fold } from '../../../../contracts/fold.ts'
import { useDirectorates } from '../../lists.ts'
import { useName, useText } from '../../text.ts'
import { useScreen } from './screen.ts'

export function AlsoField() {
  const t = useText(), name = useName(), { intake, route, change } = useScreen()
  const all = useDirectorates()
  const [typed, setTyped] = useState('')
  const already = new Set([route?.lead?.id, ...(route?.supporting.map((d) => d.id) ?? []), ...intake.also])
  const options = all.filter((d) => !already.has(d.id) && fold(name(d.name)).includes(fold(typed))).map((d) => ({ id: d.id, name: name(d.name), description: name(d.does) }))
  const add = (id: string | null) => {
    const found = all.find((d) => d.id === id)
    setTyped('')
    if (found) change((i) => ({ ...i, also: [...i.also, found.id] }))
  }
  return (
    <div className="also">
      <ComboBox label={t('intake.also')} placeholder={t('intake.alsoHint')} options={options} text={typed} onText={setTyped} value={null} onChoose={add} onBlur={() => setTyped('')} freeText />
      <ul className="also-list" aria-label={t('intake.also')}>
        {intake.also.map((id) => {
          const label = name(all.find((d) => d.id === id)?.name ?? { tr: '…', en: '…' })
          return <li key={id}><Button small aria-label={t('intake.alsoRemove', { name: label })} onPress={() => change((i) => ({ ...i, also: i.also.filter((a) => a !== id) }))}>{label}<X aria-hidden /></Button></li>
        })}
      </ul>
    </div>
  )
}
