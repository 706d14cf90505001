/** What is chosen on the screen, and the mapping that is sent. Pure. */
import { type DateForm, type ImportField, ImportField as Fields, type ImportFile, ImportMapping, type ImportPage, type ImportValue, MatchedField } from '../../../../contracts/imports.ts'

/** Null: left as words, though we would have a name for it. */
type Choices = Partial<Record<string, string | null>>
export type Chosen = {
  columns: Partial<Record<ImportField, number>>
  dates: Partial<Record<'openedAt' | 'closedAt', DateForm>>
  /** By field and column: another column has other values. */
  values: Partial<Record<string, Choices>>
  fallbackTopicId: string | null
  kind: ImportMapping['kind']
  otherwise: ImportMapping['otherwise']
  system: string
}
export type Values = Partial<Record<MatchedField, readonly ImportValue[]>>

export const fields = Fields.options
export const matchedFields = MatchedField.options
export const isMatched = (field: ImportField): field is MatchedField => matchedFields.some((f) => f === field)
export const isDate = (field: ImportField): field is 'openedAt' | 'closedAt' => field === 'openedAt' || field === 'closedAt'
export const valuesKey = (field: MatchedField, column: number) => `${field} ${column}`

export const beginning = (page: Pick<ImportPage, 'guess'>): Chosen => ({
  columns: { ...page.guess?.columns }, dates: { ...page.guess?.dates }, values: {}, fallbackTopicId: null, kind: 'complaint', otherwise: 'closed', system: '',
})

/** A column serves one field: given to another it leaves the first. A date is asked for its form only where the file leaves it open. */
export function withColumn(chosen: Chosen, field: ImportField, column: number | null, file: ImportFile): Chosen {
  const columns = Object.fromEntries(Object.entries(chosen.columns).filter(([f, c]) => f !== field && c !== column)) as Chosen['columns']
  if (column !== null) columns[field] = column
  const dates = Object.fromEntries(Object.entries(chosen.dates).filter(([f]) => f !== field && columns[f as 'openedAt'] !== undefined)) as Chosen['dates']
  const forms = column === null ? [] : (file.columns[column]?.dates ?? [])
  if (isDate(field) && forms.length === 1) dates[field] = forms[0]!
  return { ...chosen, columns, dates }
}

/** What this value is for us: as chosen, else one of ours of the same name. */
export function matchOf(chosen: Chosen, field: MatchedField, value: ImportValue): string | null {
  const column = chosen.columns[field]
  const choice = column === undefined ? undefined : chosen.values[valuesKey(field, column)]?.[value.value]
  return choice === undefined ? value.same : choice
}
export function withMatch(chosen: Chosen, field: MatchedField, value: string, to: string | null): Chosen {
  const column = chosen.columns[field]
  if (column === undefined) return chosen
  const key = valuesKey(field, column)
  return { ...chosen, values: { ...chosen.values, [key]: { ...chosen.values[key], [value]: to } } }
}

const names = { topic: 'topics', place: 'places', status: 'statuses', directorate: 'directorates', channel: 'channels' } as const
export function toMapping(chosen: Chosen, values: Values): ImportMapping {
  const matches = Object.fromEntries(matchedFields.map((field) => [names[field], Object.fromEntries((chosen.columns[field] === undefined ? [] : (values[field] ?? [])).flatMap((value) => {
    const id = matchOf(chosen, field, value)
    return id ? [[value.value, id]] : []
  }))]))
  const { columns, dates, fallbackTopicId, kind, otherwise, system } = chosen
  return ImportMapping.parse({ columns, dates, fallbackTopicId, kind, otherwise, system, ...matches })
}
