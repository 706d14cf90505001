import { expect, test } from 'vitest'
import { totalsOf } from './totals.mjs'

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((status) => ({ status })) })

test.each([
  ['adds up what the files report', [file('passed', 'passed', 'passed'), file('failed', 'failed', 'skipped')], 1, [2, 1, 1]],
  ['a file that does not load is a failure beside those of others', [file('failed', 'failed'), file('failed')], 1, [0, 2, 0]],
  ['a test that is only planned is a skip', [file('passed', 'passed', 'todo', 'pending')], 0, [1, 0, 2]],
  ['an error outside any test is a failure', [file('passed', 'passed')], 1, [1, 1, 0]],
  ['a runner that died without a report is a failure', undefined, 0, [0, 1, 0]],
])('%s', (_, files, code, [passed, failed, skipped]) => {
  expect(totalsOf(files && { testResults: files }, code)).toEqual({ passed, failed, skipped })
})
