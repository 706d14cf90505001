import { expect, test } from 'vitest'
import { type Permission, type Role, roleMay } from '../../../../contracts/permissions.ts'
import { can, offered, turnOf } from './can.ts'

const as = (role: Role) => ({ may: roleMay[role] as readonly Permission[], directorate: role === 'officer' || role === 'director' ? {} : null })
const aCase = { status: 'routed', kind: 'complaint', emergency: false, task: 'open', part: 'lead' } as const

test('an officer takes an open part and passes on a taken one', () => {
  expect(can('take', aCase, as('officer'))).toEqual({ may: true })
  expect(can('pass', { ...aCase, status: 'under_review', task: 'taken' }, as('officer'))).toEqual({ may: true })
})
test('a part taken already says so instead of offering itself again', () => {
  expect(can('take', { ...aCase, status: 'under_review', task: 'taken' }, as('officer'))).toEqual({ may: false, because: 'part' })
})
test('a closed case is moved by nobody but the desk, which may open it again', () => {
  for (const move of ['take', 'return', 'pass'] as const) expect(can(move, { ...aCase, status: 'closed', task: 'done' }, as('officer'))).toEqual({ may: false, because: 'status' })
  expect(offered({ ...aCase, status: 'closed', task: null, part: null }, as('operator'))).toMatchObject({ main: null, row: [], menu: [{ move: 'route', because: 'status' }, { move: 'reopen', because: null }] })
})
test('a directorate without a part in the case, and a role that never does it, have no button', () => {
  expect(can('return', { ...aCase, task: null, part: null }, as('director'))).toBeNull()
  expect(can('route', aCase, as('officer'))).toBeNull()
  expect(can('take', { ...aCase, task: null, part: null }, as('operator'))).toBeNull()
})
test('one primary button; suggestions are adopted by the director alone; only emergencies begin at once', () => {
  expect(offered(aCase, as('officer')).main).toBe('take')
  expect(offered({ ...aCase, kind: 'suggestion', status: 'under_review', task: 'taken' }, as('director')).main).toBe('adopt')
  expect(can('adopt', { ...aCase, kind: 'suggestion', status: 'under_review' }, as('officer'))).toBeNull()
  expect(can('begin_at_once', { ...aCase, status: 'under_review', task: 'taken', emergency: true }, as('officer'))).toEqual({ may: true })
  expect(can('begin_at_once', { ...aCase, task: 'taken' }, as('officer'))).toBeNull()
})
test('whose turn it is stands in the table', () => {
  expect((['returned', 'routed', 'closed', 'awaiting_approval', 'waiting_info'] as const).map((status) => turnOf({ status }))).toEqual(['us', 'directorate', 'nobody', 'director', 'citizen'])
})
