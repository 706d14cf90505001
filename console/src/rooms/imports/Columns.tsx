/** For each of our fields the column of the file, with what stands in it. */
import { Select } from '@akmasa/ui'
import { DateForm, type ImportField, type ImportFile } from '../../../../contracts/imports.ts'
import { fieldWords, useText } from '../../text.ts'
import { type Chosen, fields, isDate, withColumn } from './mapping.ts'

const none = 'none'
export function Columns({ file, chosen, onChange, problem }: { file: ImportFile; chosen: Chosen; onChange: (next: Chosen) => void; problem: unknown }) {
  const t = useText()
  const nameOf = (i: number) => file.columns[i]?.name || t('imports.page.unnamed', { number: i + 1 })
  const options = [{ id: none, name: t('imports.page.noColumn') }, ...file.columns.map((_, i) => ({ id: String(i), name: nameOf(i) }))]
  function hint(field: ImportField): string | undefined {
    return field === 'number' && chosen.columns.number === undefined ? t('imports.page.number') : undefined
  }
  return (
    <section className="panel stack" aria-label={t('imports.page.columns')}>
      <h2>{t('imports.page.columns')}</h2>
      <p className="meta">{t('imports.page.columnsWords')}</p>
      <ul className="import-columns">
        {fields.map((field) => {
          const column = chosen.columns[field], found = column === undefined ? undefined : file.columns[column]
          return (
            <li key={field} className={column === undefined ? 'unused' : undefined}>
              <Select
                label={t(`imports.field.${field}`)} value={column === undefined ? none : String(column)} options={options} required={field === 'openedAt'} description={hint(field)} error={fieldWords(t, problem, `columns.${field}`)}
                onChange={(v) => onChange(withColumn(chosen, field, v === none ? null : Number(v), file))}
              />
              {found && (
                <div className="samples">
                  <span className="meta">{t('imports.page.samples')}</span>
                  <ul>{found.samples.map((s) => <li key={s} className="cut" title={s}>{s}</li>)}</ul>
                  {isDate(field) && <Form field={field} dates={found.dates} chosen={chosen} onChange={onChange} problem={problem} />}
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The form of a date: told by the file, or asked for; day and month are never guessed. */
function Form({ field, dates, chosen, onChange, problem }: { field: 'openedAt' | 'closedAt'; dates: readonly DateForm[]; chosen: Chosen; onChange: (next: Chosen) => void; problem: unknown }) {
  const t = useText(), open = dates.length > 1
  const asked = open && !chosen.dates[field] ? `${t('imports.page.ask')} ${t('imports.page.sure')}` : undefined
  const forms = [...dates, ...DateForm.options.filter((f) => !dates.includes(f))]
  return (
    <Select
      label={t('imports.page.form')} value={chosen.dates[field] ?? null} placeholder={t('shared.choose')} options={forms.map((id) => ({ id, name: t(`imports.form.${id}`) }))}
      description={asked} error={fieldWords(t, problem, `dates.${field}`)} onChange={(v) => onChange({ ...chosen, dates: { ...chosen.dates, [field]: DateForm.parse(v) } })}
    />
  )
}
