/** What may be approved together: of one kind and cost class, where the rule allows it. Pure. */
import type { QueueRow } from '../../../../contracts/proposals.ts'

type Row = Pick<QueueRow, 'bulk' | 'cost'> & { proposal: Pick<QueueRow['proposal'], 'id' | 'kind'> }
/** Why this one cannot be chosen beside those that are; null: it can. */
export function whyNotBeside(row: Row, chosen: readonly Row[]): 'rule' | 'unlike' | null {
  if (!row.bulk) return 'rule'
  const [first] = chosen
  return first && (first.cost !== row.cost || first.proposal.kind !== row.proposal.kind) ? 'unlike' : null
}
/** Those still in the queue: what somebody else decided meanwhile is chosen no more. */
export const stillChosen = <R extends Row>(rows: readonly R[], ids: ReadonlySet<string>): R[] => rows.filter((row) => ids.has(row.proposal.id))
