/** The report of a day: what came, what became of it, what is late and who was left without a word. */
import type { Report, ReportPeriod } from '../../../contracts/insights.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { civil } from '../calendars/index.ts'
import { allDirectorates, municipality } from '../identity/index.ts'
import { type Span, spanBefore, spanOf } from './period.ts'
import * as store from './store.ts'

const days = 24 * 60 * 60_000
const nobody = { tr: 'Yönlendirilmemiş', en: 'Not routed' }

/** @throws Refusal `report.future` */
export async function report(tx: Tx, { day, period }: { day: string; period: ReportPeriod }): Promise<Report> {
  const { zone } = await municipality(tx)
  const span = spanOf(day, period, zone)
  if (span.begins > tx.now) throw new Refusal('report.future', { day: civil(tx.now, zone).day }, 'day')
  const { silentDays, targetSeconds } = await store.setting(tx)
  const of = ({ begins }: Span, ends: Date) => ({ begins, ends, silentSince: new Date(ends.getTime() - silentDays * days) })
  const before = spanBefore(span, period, zone)
  // The same part of the period before, while this one lasts: half a Monday against half a Monday.
  const here = of(span, span.ends < tx.now ? span.ends : tx.now), passed = here.ends.getTime() - here.begins.getTime()
  const there = of(before, new Date(Math.min(before.ends.getTime(), before.begins.getTime() + passed)))
  const since = spanOf(fourBefore(span, period, zone).from, period, zone).begins
  const names = new Map((await allDirectorates(tx)).map((d) => [d.id, d.name]))
  const { cases, byDirectorate } = await store.figuresAndParts(tx, here)
  const line = tx.by.may.has('call.read') || tx.by.scope === 'system'
  return {
    period, from: span.from, to: span.to, until: here.ends.toISOString(), running: here.ends < span.ends, silentDays,
    calls: line ? await store.callFigures(tx, here.begins, here.ends, targetSeconds) : null,
    callsBefore: line ? await store.callFigures(tx, there.begins, there.ends, targetSeconds) : null,
    cases, casesBefore: await store.caseFigures(tx, there),
    byDirectorate: byDirectorate.map((row) => ({ ...row, name: (row.id && names.get(row.id)) || nobody })),
    byPlace: await store.byPlace(tx, here), byTopic: await store.byTopic(tx, here.begins, here.ends, since),
  }
}

function fourBefore(span: Span, period: ReportPeriod, zone: string): Span {
  let at = span
  for (let i = 0; i < 4; i++) at = spanBefore(at, period, zone)
  return at
}
