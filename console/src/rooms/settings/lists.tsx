/** Fields that hold several: words as chips, things of another kind, fixed choices. */
import { CircleAlert, X } from 'lucide-react'
import { useId, useState, type KeyboardEvent } from 'react'
import { Button, Checkbox, TextField } from '@akmasa/ui'
import type { SettingKind } from '../../../../contracts/settings.ts'
import { Finder } from '../../Finder.tsx'
import { announce } from '../../shell/announce.tsx'
import { useText, type TextKey } from '../../text.ts'
import { At, useBound, useOptions } from './fields.tsx'
import { addWords } from './words.ts'

export function WordChips({ at, hint }: { at: string; hint?: TextKey }) {
  const { form, t, props } = useBound({ at, hint }), words = (form.at(at) as string[] | undefined) ?? []
  const [typed, setTyped] = useState('')
  function add() {
    if (!typed.trim()) return
    form.set(at, addWords(words, typed))
    setTyped('')
  }
  function byKey(e: KeyboardEvent<HTMLInputElement>) {
    if (e.key === 'Enter' && !e.ctrlKey) { e.preventDefault(); add() }
    else if (e.key === 'Backspace' && !typed && words.length) remove(words.length - 1)
  }
  function remove(i: number) {
    announce(t('settings.history.removed', { value: words[i]! }))
    form.set(at, words.filter((_, n) => n !== i))
  }
  return (
    <At path={at} className="stack tight">
      <TextField {...props} value={typed} onChange={setTyped} onKeyDown={byKey} onBlur={add} maxLength={2000} />
      <Tags names={words} onRemove={props.disabled ? undefined : remove} />
    </At>
  )
}
/** @param onRemove undefined: they are only looked at. */
export function Tags({ names, onRemove }: { names: readonly string[]; onRemove: ((i: number) => void) | undefined }) {
  const t = useText()
  if (!names.length) return null
  return (
    <ul className="tags">
      {names.map((name, i) => (
        <li key={name} className="tag">{name}{onRemove && <Button small look="quiet" aria-label={t('settings.topic.removeWord', { word: name })} onPress={() => onRemove(i)}><X aria-hidden /></Button>}</li>
      ))}
    </ul>
  )
}
/** Several things of another kind, in the order they were chosen. */
export function Refs({ at, kind, hint, not, also }: { at: string; kind: SettingKind; hint?: TextKey; not?: readonly unknown[]; also?: (value: Record<string, unknown>, id: string) => boolean }) {
  const { form, props } = useBound({ at, hint }), chosen = (form.at(at) as string[] | undefined) ?? []
  const options = useOptions(kind, chosen, also)
  const open = options.filter((o) => !chosen.includes(o.id) && !not?.includes(o.id))
  return (
    <At path={at} className="stack tight">
      <Finder {...props} options={open} value={null} onChoose={(id) => { if (id) form.set(at, [...chosen, id]) }} />
      <Tags names={chosen.map((id) => options.find((o) => o.id === id)?.name ?? id)} onRemove={props.disabled ? undefined : (i) => form.set(at, chosen.filter((_, n) => n !== i))} />
    </At>
  )
}
/** Some of a few fixed choices. `empty`: what none of them is sent as. */
export function Several({ at, choices, hint, empty }: { at: string; choices: readonly { id: string; name: string; description?: string }[]; hint?: TextKey; empty?: null }) {
  const { form, props } = useBound({ at, hint }), errorId = useId(), hintId = useId()
  const chosen = (form.at(at) as string[] | null | undefined) ?? []
  function put(id: string, on: boolean) {
    const next = choices.map((c) => c.id).filter((c) => (c === id ? on : chosen.includes(c)))
    form.set(at, next.length || empty === undefined ? next : empty)
  }
  return (
    <At path={at}>
      <fieldset className="field" aria-describedby={`${hintId} ${errorId}`}>
        <legend>{props.label}</legend>
        <div className="several">
          {choices.map((c) => <Checkbox key={c.id} isSelected={chosen.includes(c.id)} isInvalid={Boolean(props.error)} isDisabled={props.disabled} onChange={(on) => put(c.id, on)}>{c.name}{c.description && <span className="description">{c.description}</span>}</Checkbox>)}
        </div>
        {props.description && <p className="description" id={hintId}>{props.description}</p>}
        {props.error && <p className="error" id={errorId}><CircleAlert aria-hidden />{props.error}</p>}
      </fieldset>
    </At>
  )
}
