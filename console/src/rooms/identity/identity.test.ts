import { describe, expect, test } from 'vitest'
import { AddStaff, type StaffId } from '../../../../contracts/identity.ts'
import { blank, toSend, wrongIn, type Typed } from './new-staff.ts'
import { makePassword } from './password.ts'

const id = '0197f3f0-0000-7000-8000-000000000001' as StaffId
const directorateId = '0197f3f0-0000-7000-8000-000000000002'
const good: Typed = { ...blank, name: 'Ayşe Yıldız', email: 'ayse@example.org', roles: ['operator'] }

describe('a first password', () => {
  test('is long enough for the desk and in groups for reading aloud', () => {
    expect(makePassword()).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
    expect(AddStaff.shape.password.safeParse(makePassword()).success).toBe(true)
  })
  test('has no signs that are taken for one another', () => {
    const every = makePassword((n) => Uint8Array.from({ length: n }, (_, i) => i)) + makePassword((n) => Uint8Array.from({ length: n }, (_, i) => i + 16))
    expect(every).not.toMatch(/[ilo01]/)
  })
  test('passes over the bytes that would favour some signs', () => {
    const asked: number[] = []
    const made = makePassword((n) => { asked.push(n); return new Uint8Array(n).fill(asked.length === 1 ? 255 : 0) })
    expect([asked.length, made]).toEqual([2, 'aaaa-aaaa-aaaa-aaaa'])
  })
})

describe('a new account', () => {
  test('what is right passes the desk’s own rules', () => {
    expect(wrongIn(good)).toEqual({})
    expect(AddStaff.safeParse(toSend({ ...good, phone: '0532 000 00 00' }, id, makePassword())).data).toMatchObject({ phone: '+905320000000', directorateId: null })
  })
  test('every wrong field is named at once', () => {
    expect(wrongIn({ ...blank, name: ' ', email: 'ayse@', phone: '12' })).toEqual({ name: 'nameNeeded', email: 'emailWrong', roles: 'rolesNeeded', phone: 'phoneWrong' })
  })
  test('an officer or a director belongs to a directorate', () => {
    for (const role of ['officer', 'director'] as const) expect(wrongIn({ ...good, roles: ['operator', role] })).toEqual({ directorateId: 'directorateNeeded' })
    expect(wrongIn({ ...good, roles: ['officer'], directorateId })).toEqual({})
  })
  test('a directorate left over from another role is not sent', () => {
    expect(toSend({ ...good, directorateId }, id, 'x').directorateId).toBeNull()
    expect(toSend({ ...good, roles: ['director'], directorateId }, id, 'x').directorateId).toBe(directorateId)
  })
})
