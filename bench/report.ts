/** The report over 300,000 cases and 300,000 calls, over HTTP: a day, a week, a month, for the whole desk and for one directorate. */
import type pg from 'pg'
import type { Client } from './desk.ts'
import { ratio, spread, told } from './figures.ts'
import { years } from './years.ts'
import { took } from './search.ts'

const times = 7

export async function reporting(desk: Client, director: Client, database: pg.Client) {
  const bare: number[] = []
  const { rows: ids } = await database.query<{ id: string }>(`select id from cases.case where opened_by = 'bench' limit ${times}`)
  for (const { id } of ids) bare.push(await took(() => database.query({ name: 'bare-case', text: 'select * from cases.case where id = $1', values: [id] })))
  const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10)
  const result = { target: 300, cases: years.cases, calls: years.calls, bare: spread(bare), of: {} as Record<string, ReturnType<typeof spread> & { times: number }> }
  console.log(`Report over ${years.cases} cases and ${years.calls} calls; a row by its primary key: ${told(result.bare)}`)
  for (const [who, client] of [['desk', desk], ['director', director]] as const)
    for (const [name, query] of [['today', `day=${day(0)}`], ['a day last year', `day=${day(400)}`], ['this week', `day=${day(0)}&period=week`], ['last month', `day=${day(31)}&period=month`], ['a month last year', `day=${day(400)}&period=month`]] as const) {
      const measured: number[] = []
      for (let n = 0; n < times; n++) measured.push(await took(() => client.ask('GET', `/report?${query}`)))
      const one = { ...spread(measured), times: ratio(spread(measured).p50, result.bare.p50) }
      result.of[`${who}: ${name}`] = one
      console.log(`  ${who}, ${name}: ${told(one)}, ${one.times} times the row (target: under ${result.target} ms)`)
    }
  return result
}
