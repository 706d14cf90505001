import { expect, test } from 'vitest'
import { asked, narrowing, readInbox } from './filters.ts'

test('an address somebody typed wrongly still opens an inbox', () => {
  expect(readInbox({ view: 'everything', status: ['open', 'routed', 'routed'], kind: 7, topicId: 'x', late: 'yes', part: 'lead', q: 42, case: '../..' }))
    .toEqual({ status: ['routed'], part: 'lead', q: '42' })
})
test('one value and several are read alike', () => {
  expect(readInbox({ status: 'routed' })).toEqual(readInbox({ status: ['routed'] }))
})
test('what is asked of the desk says the order and the view even when the address does not', () => {
  expect(asked({ late: true, today: true })).toMatchObject({ view: 'mine', sort: 'due', late: 'true', today: 'true', unread: undefined })
  expect(readInbox({ today: 'true', emergency: true, mentioned: 'yes' })).toEqual({ today: true, emergency: true })
})
test('the preview and the view do not count as filters', () => {
  expect(narrowing({ view: 'all', case: 'x', sort: 'newest', late: true, q: 'kar' })).toBe(2)
})
