/** The words of the file beside ours. What is not matched stays words; nothing is made by itself. */
import { useState } from 'react'
import { Button, type Option } from '@akmasa/ui'
import { Channel } from '../../../../contracts/cases.ts'
import { type ImportValue, type MatchedField, PastStatus } from '../../../../contracts/imports.ts'
import { Finder } from '../../Finder.tsx'
import { useDirectorates, usePlaces, useTopics } from '../../lists.ts'
import { useLanguage, useName, useText } from '../../text.ts'
import { type Chosen, matchedFields, matchOf, withMatch } from './mapping.ts'

type Answers = Partial<Record<string, { values: readonly ImportValue[]; tooMany: boolean }>>
type Common = { chosen: Chosen; onChange: (next: Chosen) => void }

export function Matches({ chosen, answers, onChange }: Common & { answers: Answers }) {
  const t = useText(), options = useOptions()
  const asked = matchedFields.filter((field) => chosen.columns[field] !== undefined)
  if (!asked.length) return null
  return (
    <section className="panel stack" aria-label={t('imports.page.values')}>
      <h2>{t('imports.page.values')}</h2>
      <p className="meta">{t('imports.page.valuesWords')}</p>
      {asked.map((field) => <Field key={`${field} ${chosen.columns[field]}`} field={field} answer={answers[field]} options={options[field]} chosen={chosen} onChange={onChange} />)}
    </section>
  )
}

function useOptions(): Record<MatchedField, readonly Option[]> {
  const t = useText(), name = useName(), topics = useTopics(), places = usePlaces(), directorates = useDirectorates()
  return {
    topic: topics.map((x) => ({ id: x.id, name: name(x.name), description: name(x.group) })),
    place: places.map((p) => ({ id: p.id, name: p.name, description: [t(`shared.place.${p.kind}`), p.within].filter(Boolean).join(', ') })),
    directorate: directorates.map((d) => ({ id: d.id, name: name(d.name) })),
    status: PastStatus.options.map((id) => ({ id, name: t(`imports.page.${id}`) })),
    channel: Channel.options.map((id) => ({ id, name: t(`shared.channel.${id}`) })),
  }
}

/** More than a screen of them at once is slow, and nobody reads it. */
const most = 12
function Field({ field, answer, options, chosen, onChange }: Common & { field: MatchedField; answer: Answers[string]; options: readonly Option[] }) {
  const t = useText(), format = new Intl.NumberFormat(useLanguage()), [all, setAll] = useState(false), [open, setOpen] = useState<boolean | null>(null)
  if (!answer) return null
  const { values, tooMany } = answer
  const matched = values.filter((v) => matchOf(chosen, field, v) !== null).length
  const shown = all ? values : values.slice(0, most)
  return (
    // As it was when it came: a list must not close under the hand that matches its last word.
    <details className="import-values" open={open ?? values.some((v) => v.same === null)} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary><strong>{t(`imports.field.${field}`)}</strong> <span className="meta number">{t('imports.page.matched', { done: matched, all: values.length })}</span></summary>
      {tooMany ? <p className="hint">{t('imports.page.tooMany')}</p> : (
        <ul>
          {shown.map((value) => {
            const to = matchOf(chosen, field, value), near = to === null ? options.find((o) => o.id === value.near) : undefined
            return (
              <li key={value.value}>
                <span className="cut" title={value.value}>{value.value}</span>
                <span className="meta number">{format.format(value.count)}</span>
                <Finder label={value.value} hideLabel options={options} value={to} placeholder={t('imports.page.leave')} onChoose={(id) => onChange(withMatch(chosen, field, value.value, id))} />
                {near ? <Button small look="quiet" onPress={() => onChange(withMatch(chosen, field, value.value, near.id))}>{t('imports.page.near', { name: near.name })}</Button> : <span />}
              </li>
            )
          })}
        </ul>
      )}
      {!all && values.length > most && <Button small onPress={() => setAll(true)}>{t('imports.page.rest')}</Button>}
    </details>
  )
}
