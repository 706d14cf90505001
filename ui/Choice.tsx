/** Choosing one of several: chips with digit keys, a select, and a combobox that asks while one types. */
import { ChevronDown } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import {
  Button as AriaButton, ComboBox as AriaComboBox, Input, ListBox, ListBoxItem, Popover, Radio, RadioGroup, Select as AriaSelect, SelectValue, Text, type Key,
} from 'react-aria-components'
import { Below, Labelled, type FieldProps } from './Field.tsx'
import { Kbd } from './Button.tsx'
import { useWords } from './words.ts'

export type Chip<V extends string> = {
  value: V
  label: ReactNode
  /** Why it is offered. */
  why?: ReactNode
  /** The digit that chooses it while the group has the focus. */
  digit?: string
  icon?: ReactNode
  disabled?: boolean
}

/** Digits by place on the keyboard, so that they work on every layout. */
const digitOf = (e: KeyboardEvent) => (e.ctrlKey || e.altKey || e.metaKey || e.shiftKey ? null : (/^(?:Digit|Numpad)(\d)$/.exec(e.code)?.[1] ?? null))

export function Chips<V extends string>(p: FieldProps & { chips: readonly Chip<V>[]; value: V | null; onChange: (value: V) => void }) {
  const group = useRef<HTMLDivElement>(null)
  function byDigit(e: KeyboardEvent) {
    const digit = digitOf(e)
    const at = p.chips.findIndex((c) => c.digit === digit && !c.disabled)
    const chip = p.chips[at]
    if (!digit || !chip || e.repeat) return
    e.preventDefault()
    p.onChange(chip.value)
    group.current?.querySelectorAll('input')[at]?.focus()
  }
  return (
    <RadioGroup ref={group} className={`field ${p.className ?? ''}`} value={p.value} onChange={(v) => p.onChange(v as V)} isInvalid={Boolean(p.error)} isRequired={p.required} isDisabled={p.disabled} name={p.name} validationBehavior="aria">
      <Labelled {...p} />
      <div className="chips" onKeyDown={byDigit}>
        {p.chips.map((c) => (
          // Digits are places: another choice in the same place moves nothing.
          <Radio key={c.digit ?? c.value} value={c.value} isDisabled={c.disabled} className="chip">
            {c.digit !== undefined && <Kbd>{c.digit}</Kbd>}
            {c.icon}
            <span key={c.value}>{c.label}{c.why && <span className="why"> {c.why}</span>}</span>
          </Radio>
        ))}
      </div>
      <Below {...p} />
    </RadioGroup>
  )
}

export type Option = { id: string; name: string; description?: string; disabled?: boolean }

function options(items: readonly Option[], empty: string) {
  return (
    <ListBox className="listbox" renderEmptyState={() => <div className="option hint">{empty}</div>}>
      {items.map((o) => (
        <ListBoxItem key={o.id} id={o.id} textValue={o.name} isDisabled={o.disabled} className="option">
          <Text slot="label">{o.name}{o.description && <span className="description">{o.description}</span>}</Text>
        </ListBoxItem>
      ))}
    </ListBox>
  )
}

export function Select(p: FieldProps & { options: readonly Option[]; value: string | null; onChange: (value: string) => void; placeholder?: string }) {
  const w = useWords()
  return (
    <AriaSelect className={`field ${p.className ?? ''}`} value={p.value} onChange={(k: Key | null) => k !== null && p.onChange(String(k))} isInvalid={Boolean(p.error)} isRequired={p.required} isDisabled={p.disabled} name={p.name} placeholder={p.placeholder ?? ' '} validationBehavior="aria">
      <Labelled {...p} />
      <AriaButton className="input select-button"><SelectValue className="cut" /><ChevronDown aria-hidden /></AriaButton>
      <Below {...p} />
      <Popover className="popover">{options(p.options, w.none)}</Popover>
    </AriaSelect>
  )
}

export type ComboBoxProps = FieldProps & {
  /** Already filtered by whoever asked. */
  options: readonly Option[]
  /** What is typed. */
  text: string
  onText: (text: string) => void
  value: string | null
  onChoose: (id: string | null) => void
  /** Keep words that match nothing, instead of going back to the last choice. */
  freeText?: boolean
  placeholder?: string
  /** What the empty list says. */
  empty?: string
  autoFocus?: boolean
  onBlur?: () => void
}
export function ComboBox(p: ComboBoxProps) {
  const w = useWords()
  // Held for one rendering: the list closes when its value changes, also where the choice is kept elsewhere.
  const [picked, setPicked] = useState<string | null>(null)
  useEffect(() => setPicked(null), [picked])
  function choose(key: Key | null) {
    const id = key === null ? null : String(key)
    setPicked(id)
    p.onChoose(id)
  }
  return (
    <AriaComboBox
      className={`field ${p.className ?? ''}`} items={p.options} inputValue={p.text} onInputChange={p.onText} value={picked ?? p.value} onChange={choose}
      allowsCustomValue={p.freeText} allowsEmptyCollection menuTrigger="input" defaultFilter={() => true} isInvalid={Boolean(p.error)} isRequired={p.required} isDisabled={p.disabled} name={p.name} autoFocus={p.autoFocus} onBlur={p.onBlur} validationBehavior="aria"
    >
      <Labelled {...p} />
      <div className="boxed">
        <Input className="input" placeholder={p.placeholder} />
        <AriaButton className="opener" aria-label={w.open}><ChevronDown aria-hidden /></AriaButton>
      </div>
      <Below {...p} />
      <Popover className="popover">{options(p.options, p.empty ?? w.none)}</Popover>
    </AriaComboBox>
  )
}
