/** One of many rows by name: folded Turkish, so that "isik" finds "ışık". */
import { useState } from 'react'
import { ComboBox, type FieldProps, type Option } from '@akmasa/ui'
import { fold } from '../../contracts/fold.ts'

export type FinderProps = FieldProps & { options: readonly Option[]; value: string | null; onChoose: (id: string | null) => void; placeholder?: string; autoFocus?: boolean }
export function Finder({ options, value, onChoose, ...rest }: FinderProps) {
  const chosen = options.find((o) => o.id === value)
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? chosen?.name ?? ''
  const words = fold(text)
  const shown = typed === null || !words ? options : options.filter((o) => fold(`${o.name} ${o.description ?? ''}`).includes(words))
  function choose(id: string | null) {
    setTyped(null)
    onChoose(id)
  }
  return (
    <ComboBox
      {...rest} options={shown.slice(0, 60)} value={value} text={text} onChoose={choose} onBlur={() => setTyped(null)}
      onText={(t) => { if (t === '' && value) choose(null); else setTyped(t === chosen?.name ? null : t) }}
    />
  )
}
