/** “What became of mine?” among 300,000 cases: each way of asking, over HTTP, beside one row by its primary key. */
import type pg from 'pg'
import type { SearchAnswer } from '../contracts/cases.ts'
import type { Client } from './desk.ts'
import { ratio, spread, told } from './figures.ts'
import { years } from './years.ts'

const times = 15

export async function searching(desk: Client, officer: Client, database: pg.Client) {
  const { rows: some } = await database.query<{ number: string; phone: string; name: string; street: string }>(`
    select c.number, r.phone, r.name, c.street from cases.case c join cases.reporter r on r.case_id = c.id where c.opened_by = 'bench' order by md5(c.id::text) limit ${times}`)
  // Whole words and beginnings; one that stands in every tenth case, and two rare ones together.
  const ways: Record<string, (n: number) => string> = {
    number: (n) => some[n]!.number, 'running number': (n) => some[n]!.number.slice(5), telephone: (n) => some[n]!.phone.replace('+90', '0'), name: (n) => some[n]!.name,
    'given name': (n) => some[n]!.name.split(' ')[0]!, street: (n) => some[n]!.street, 'a common word': () => 'cukur', 'two words': (n) => `${some[n]!.street.split(' ')[0]} çukur`, 'a beginning': (n) => some[n]!.street.slice(0, 4), 'nothing': (n) => `yokböyle${n}`,
  }
  const bare: number[] = []
  const { rows: ids } = await database.query<{ id: string }>(`select id from cases.case where opened_by = 'bench' order by md5(id::text) limit ${times}`)
  for (const { id } of ids) bare.push(await took(() => database.query({ name: 'bare-case', text: 'select * from cases.case where id = $1', values: [id] })))
  const result = { target: 300, cases: years.cases, bare: spread(bare), ways: {} as Record<string, ReturnType<typeof spread> & { found: number; times: number; officer: ReturnType<typeof spread> }> }
  console.log(`Search among ${years.cases} cases; a row by its primary key: ${told(result.bare)}`)
  for (const [way, q] of Object.entries(ways)) {
    let found = 0
    const asking = (who: Client) => async (n: number) => { found = (await who.ask<SearchAnswer>('GET', `/search?q=${encodeURIComponent(q(n))}`)).total }
    const hers = spread(await timed(asking(officer))), ours = spread(await timed(asking(desk)))
    result.ways[way] = { ...ours, found, times: ratio(ours.p50, result.bare.p50), officer: hers }
    console.log(`  by ${way}: ${told(ours)}, ${result.ways[way].times} times the row, last found ${found}; a directorate's: ${told(hers)} (target: under ${result.target} ms)`)
  }
  return result
}

async function timed(ask: (n: number) => Promise<void>): Promise<number[]> {
  const measured: number[] = []
  for (let n = 0; n < times; n++) measured.push(await took(() => ask(n)))
  return measured
}
export async function took(work: () => Promise<unknown>): Promise<number> {
  const at = performance.now()
  await work()
  return performance.now() - at
}
