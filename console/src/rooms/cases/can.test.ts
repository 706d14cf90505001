import { expect, test } from 'vitest'
import { roleMay } from '../../../../contracts/permissions.ts'
import { can, turnOf } from './can.ts'

test('an officer takes an open task and passes on a taken one', () => {
  expect(can('take', { status: 'routed', task: 'open' }, roleMay.officer)).toEqual({ may: true })
  expect(can('pass', { status: 'under_review', task: 'taken' }, roleMay.officer)).toEqual({ may: true })
})
test('a task taken already says so instead of offering itself again', () => {
  expect(can('take', { status: 'under_review', task: 'taken' }, roleMay.officer)).toEqual({ may: false, because: 'taken' })
})
test('a closed case can be moved by nobody, and the reason is its state', () => {
  for (const act of ['take', 'return', 'pass'] as const) expect(can(act, { status: 'closed', task: 'taken' }, roleMay.officer)).toEqual({ may: false, because: 'status' })
  expect(can('route', { status: 'closed', task: null }, roleMay.operator)).toEqual({ may: false, because: 'status' })
})
test('a directorate without a task in the case is told so', () => {
  expect(can('return', { status: 'routed', task: null }, roleMay.director)).toEqual({ may: false, because: 'noTask' })
})
test('what a role never does has no button', () => {
  expect(can('route', { status: 'routed', task: 'open' }, roleMay.officer)).toBeNull()
  expect(can('take', { status: 'routed', task: null }, roleMay.operator)).toBeNull()
})
test('a returned case waits for us, a routed one for the directorate', () => {
  expect([turnOf({ status: 'returned' }), turnOf({ status: 'routed' }), turnOf({ status: 'closed' })]).toEqual(['us', 'directorate', 'nobody'])
})
