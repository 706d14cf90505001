/** What the fields of a form know of the thing they are of. */
import { createContext, useContext, type ReactNode } from 'react'
import type { SettingKind, SettingValue, Uses } from '../../../../contracts/settings.ts'
import { useMay } from '../../session.tsx'
import { fieldWords, useText } from '../../text.ts'
import type { Names } from './names.ts'
import { getAt } from './paths.ts'
import type { Thing } from './use-thing.ts'

export type Form<V> = {
  kind: SettingKind
  id: string
  isNew: boolean
  value: V
  uses: Uses
  names: Names
  readOnly: boolean
  at: (path: string) => unknown
  set: (path: string, next: unknown) => void
  error: (path: string) => string | undefined
}
const FormContext = createContext<{ thing: Thing; names: Names } | null>(null)
export const FormOf = ({ thing, names, children }: { thing: Thing; names: Names; children: ReactNode }) => <FormContext value={{ thing, names }}>{children}</FormContext>

/** While it is typed a value may lack what its type promises: read it with care. */
export function useForm<K extends SettingKind = SettingKind>(): Form<SettingValue<K>> {
  const within = useContext(FormContext), t = useText(), may = useMay()
  if (!within) throw new Error('outside a form')
  const { thing, names } = within
  return {
    kind: thing.kind, id: thing.id, isNew: thing.isNew, value: thing.draft.form as SettingValue<K>, uses: thing.row?.uses ?? {}, names, readOnly: !may('setting.write'),
    at: (path) => getAt(thing.draft.form, path), set: thing.set, error: (path) => fieldWords(t, thing.problem, `value.${path}`),
  }
}
