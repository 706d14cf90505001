import { expect, inject, test } from 'vitest'
import { withClient } from '../adapters/postgres/index.ts'
import { testDatabase } from '../testing/cluster.ts'
import { errorWords, makeLog } from './log.ts'

const written = (work: (log: ReturnType<typeof makeLog>) => void): string => {
  let text = ''
  work(makeLog('info', { write: (line) => { text += line } }))
  return text
}

test('what PostgreSQL repeats of a value does not reach the log; which table and rule it was does', async () => {
  await using database = await testDatabase(inject('adminUrl'))
  const problems = await withClient(database.adminUrl, async (admin) => {
    await admin.query('create table kept (number text constraint kept_one unique); insert into kept values ($$+905321234567$$)')
    const fails = (statement: string) => admin.query(statement).then(() => undefined, (error: unknown) => error)
    return [await fails('insert into kept values ($$+905321234567$$)'), await fails(`select 'Ayşe Yılmaz'::uuid`), await fails(`select '0532 123 45 67'::int`)]
  })
  const text = written((log) => { for (const err of problems) log.error({ err }, 'unexpected') })
  expect(text).toContain('kept_one')
  expect(text).toContain('22P02')
  for (const personal of ['5321234567', '0532 123', 'Ayşe']) expect(text).not.toContain(personal)
})

test('an error of our own keeps its words and its place, and what caused it', () => {
  const problem = new Error('the switch is away', { cause: new Error('connect ECONNREFUSED 127.0.0.1:4353') })
  expect(errorWords(problem)).toMatchObject({ message: 'the switch is away', stack: expect.stringContaining('log.test.ts'), cause: { message: 'connect ECONNREFUSED 127.0.0.1:4353' } })
  expect(errorWords(new Error('call +90 532 123 45 67 back')).message).toBe('call … back')
})
