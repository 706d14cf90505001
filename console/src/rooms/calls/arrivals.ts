/** Rows that came after the list was opened wait behind a button, so that nothing moves under the eye. */
import { useState } from 'react'

/** Newest first. `top`: the newest row when the list was last let in; null while there was none. */
export function heldBack<R extends { id: string }>(rows: readonly R[], top: string | null): { shown: readonly R[]; held: number } {
  const at = top === null ? -1 : rows.findIndex((r) => r.id === top)
  return at <= 0 ? { shown: rows, held: 0 } : { shown: rows.slice(at), held: at }
}

/** `list` names what is listed; another list (other filters) begins anew. */
export function useArrivals<R extends { id: string }>(rows: readonly R[] | undefined, list: string): { shown: readonly R[]; held: number; letIn: () => void } {
  const [top, setTop] = useState<{ list: string; id: string } | null>(null)
  const first = rows?.[0]?.id
  if (first !== undefined && top?.list !== list) setTop({ list, id: first })
  const here = heldBack(rows ?? [], top?.list === list ? top.id : null)
  return { ...here, letIn: () => { if (first !== undefined) setTop({ list, id: first }) } }
}
