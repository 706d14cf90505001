/** The day the power fails: intakes written on paper and entered later, with the time they were written at. */
import type { CaseId, OpenCase } from '../../../contracts/cases.ts'
import { fold } from '../../../contracts/fold.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { instantOf } from '../calendars/index.ts'
import * as paper from './paper.store.ts'

type Paper = NonNullable<OpenCase['paper']>
/** A sheet that turns up later than this is history: it comes in by the import, with no promise to keep. */
const oldest = 60 * 24 * 60 * 60_000

/** @throws Refusal `case.paper_future`, `case.paper_old`, at the field of the day. */
export function writtenAt({ day, time }: Paper, zone: string, now: Date): Date {
  const [hours, minutes] = time.split(':').map(Number) as [number, number]
  const at = instantOf({ day, minute: hours * 60 + minutes }, zone)
  if (at > now) throw new Refusal('case.paper_future', {}, 'paper.day')
  if (now.getTime() - at.getTime() > oldest) throw new Refusal('case.paper_old', { days: 60 }, 'paper.day')
  return at
}

export const keepPaper = (tx: Tx, caseId: CaseId, { sheet, wroteBy }: Paper) => paper.insert(tx, caseId, sheet ? fold(sheet) : null, wroteBy ?? null)
/** The case a sheet was entered as before, as far as the reader may see it. */
export const sheetOf = async (tx: Tx, { sheet }: { sheet: string }): Promise<{ caseId: CaseId; number: string }[]> => {
  const folded = fold(sheet)
  return folded ? paper.bySheet(tx, folded) : []
}
