/** Fields: label above, description and error below, the error in words beside the field. */
import { CircleAlert, Check, Minus, Plus } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import {
  Button as AriaButton, Checkbox as AriaCheckbox, DateField as AriaDateField, DateInput, DateSegment, FieldError as AriaFieldError, Group, Input, Label,
  NumberField as AriaNumberField, Text, TextArea as AriaTextArea, TextField as AriaTextField, type CheckboxProps as AriaCheckboxProps,
} from 'react-aria-components'
import { parseDate } from '@internationalized/date'
import { useWords } from './words.ts'

export type FieldProps = {
  label: ReactNode
  /** For a field whose label is drawn elsewhere. */
  hideLabel?: boolean
  description?: ReactNode
  /** In words; its presence makes the field invalid. */
  error?: ReactNode
  required?: boolean
  disabled?: boolean
  name?: string
  className?: string
}

export function Labelled({ label, hideLabel }: Pick<FieldProps, 'label' | 'hideLabel'>) {
  return <Label className={hideLabel ? 'unseen' : 'label'}>{label}</Label>
}
export function Below({ description, error }: Pick<FieldProps, 'description' | 'error'>) {
  return (
    <>
      {description && <Text slot="description" className="description">{description}</Text>}
      {error && <FieldError>{error}</FieldError>}
    </>
  )
}
export function FieldError({ children }: { children: ReactNode }) {
  return <AriaFieldError className="error"><CircleAlert aria-hidden />{children}</AriaFieldError>
}
const invalid = (p: FieldProps) => ({ isInvalid: Boolean(p.error), isRequired: p.required, isDisabled: p.disabled, name: p.name, className: `field ${p.className ?? ''}`, validationBehavior: 'aria' as const })

export type TextFieldProps = FieldProps & {
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  onBlur?: () => void
  onKeyDown?: (e: React.KeyboardEvent<HTMLInputElement>) => void
  type?: 'text' | 'email' | 'password' | 'tel' | 'search' | 'url'
  placeholder?: string
  autoComplete?: string
  autoFocus?: boolean
  maxLength?: number
  inputRef?: Ref<HTMLInputElement>
}
export function TextField(p: TextFieldProps) {
  return (
    <AriaTextField {...invalid(p)} value={p.value} defaultValue={p.defaultValue} onChange={p.onChange} onBlur={p.onBlur} type={p.type ?? 'text'} maxLength={p.maxLength} autoFocus={p.autoFocus} autoComplete={p.autoComplete ?? 'off'}>
      <Labelled {...p} />
      <Input className="input" placeholder={p.placeholder} ref={p.inputRef} onKeyDown={p.onKeyDown} />
      <Below {...p} />
    </AriaTextField>
  )
}

export type TextAreaProps = FieldProps & {
  value?: string
  onChange?: (value: string) => void
  onBlur?: () => void
  onKeyDown?: (e: React.KeyboardEvent<HTMLTextAreaElement>) => void
  rows?: number
  placeholder?: string
  autoFocus?: boolean
  maxLength?: number
  areaRef?: Ref<HTMLTextAreaElement>
}
export function TextArea(p: TextAreaProps) {
  return (
    <AriaTextField {...invalid(p)} value={p.value} onChange={p.onChange} onBlur={p.onBlur} maxLength={p.maxLength} autoFocus={p.autoFocus}>
      <Labelled {...p} />
      <AriaTextArea className="input" rows={p.rows ?? 3} placeholder={p.placeholder} ref={p.areaRef} onKeyDown={p.onKeyDown} />
      <Below {...p} />
    </AriaTextField>
  )
}

export function NumberField(p: FieldProps & { value: number | null; onChange: (value: number | null) => void; min?: number; max?: number }) {
  const w = useWords()
  return (
    <AriaNumberField {...invalid(p)} value={p.value ?? NaN} onChange={(v) => p.onChange(Number.isNaN(v) ? null : v)} minValue={p.min} maxValue={p.max}>
      <Labelled {...p} />
      <Group className="number-group">
        <Input className="input" />
        <AriaButton slot="decrement" className="step" aria-label={w.less}><Minus aria-hidden /></AriaButton>
        <AriaButton slot="increment" className="step" aria-label={w.more}><Plus aria-hidden /></AriaButton>
      </Group>
      <Below {...p} />
    </AriaNumberField>
  )
}

/** A day as `2026-11-23`, typed in parts in the order of the language. */
export function DateField(p: FieldProps & { value: string | null; onChange: (value: string | null) => void }) {
  return (
    <AriaDateField {...invalid(p)} value={p.value ? parseDate(p.value) : null} onChange={(v) => p.onChange(v ? v.toString() : null)}>
      <Labelled {...p} />
      <DateInput className="input date">{(segment) => <DateSegment segment={segment} className="date-segment" />}</DateInput>
      <Below {...p} />
    </AriaDateField>
  )
}

export function Checkbox({ children, ...rest }: Omit<AriaCheckboxProps, 'className' | 'children'> & { children: ReactNode }) {
  return (
    <AriaCheckbox {...rest} className="checkbox">
      <span className="box" aria-hidden="true"><Check /></span>
      <span>{children}</span>
    </AriaCheckbox>
  )
}
