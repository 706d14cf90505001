/** A table that keys can walk: arrows move, Enter opens, Escape lets go of the choice. */
import type { ReactNode } from 'react'
import { Cell, Column, Row, Table as AriaTable, TableBody, TableHeader } from 'react-aria-components'

export type TableColumn<T> = { id: string; name: ReactNode; width?: string; cell: (row: T) => ReactNode; rowHeader?: boolean; className?: string; hideName?: boolean }
export type TableProps<T extends { id: string }> = {
  label: string
  columns: readonly TableColumn<T>[]
  rows: readonly T[]
  /** Enter or double click; a single click too when nothing can be chosen. */
  onOpen?: (row: T) => void
  /** The chosen row follows the focus. */
  chosen?: string | null
  onChoose?: (row: T | null) => void
  rowClass?: (row: T) => string | undefined
  rowText?: (row: T) => string
  empty?: ReactNode
  className?: string
}

export function Table<T extends { id: string }>(p: TableProps<T>) {
  const byId = (id: unknown) => p.rows.find((r) => r.id === id)
  return (
    <AriaTable
      aria-label={p.label} className={`table ${p.className ?? ''}`} selectionMode={p.onChoose ? 'single' : 'none'} selectionBehavior="replace" selectedKeys={p.chosen ? [p.chosen] : []}
      onSelectionChange={(keys) => p.onChoose?.((keys === 'all' ? undefined : byId([...keys][0])) ?? null)}
      onRowAction={p.onOpen && ((id) => { const row = byId(id); if (row) p.onOpen?.(row) })}
    >
      <TableHeader>
        {p.columns.map((c) => <Column key={c.id} id={c.id} isRowHeader={c.rowHeader} className={c.className} style={c.width ? { inlineSize: c.width } : undefined}>{c.hideName ? <span className="unseen">{c.name}</span> : c.name}</Column>)}
      </TableHeader>
      <TableBody renderEmptyState={() => p.empty ?? null}>
        {p.rows.map((r) => (
          <Row key={r.id} id={r.id} className={`${p.onOpen ? 'opens ' : ''}${p.rowClass?.(r) ?? ''}`} textValue={p.rowText?.(r)}>
            {p.columns.map((c) => <Cell key={c.id} className={c.className}>{c.cell(r)}</Cell>)}
          </Row>
        ))}
      </TableBody>
    </AriaTable>
  )
}
