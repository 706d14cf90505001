import { describe, expect, test } from 'vitest'
import type { DirectorateId, StaffId } from '../../../contracts/identity.ts'
import { costOf, silenceMayAgree } from '../../../contracts/proposals.ts'
import type { Here, Leaders } from '../identity/index.ts'
import { deciderOf, needsOf, type Office } from './deciding.ts'

const roads = 'd1' as DirectorateId, water = 'd2' as DirectorateId
const id = (text: string) => text as StaffId
const person = (name: string, role: Here['roles'][number], directorateId: DirectorateId | null): Here => ({ id: id(name), name, roles: [role], directorateId })
const led = (more: Partial<Leaders> = {}): Leaders => ({ directorateId: roads, name: { tr: 'Yol', en: 'Roads' }, retired: false, directorId: id('director'), deputyId: id('deputy'), deputyMayorId: null, ...more })
const all = [person('director', 'director', roads), person('second', 'director', roads), person('deputy', 'officer', roads), person('mayor1', 'deputy_mayor', null), person('mayor2', 'deputy_mayor', null)]
const office = (more: Partial<Leaders> = {}, away: string[] = [], people = all): Office => ({ leaders: [led(more)], people, away: new Set(away.map(id)) })
const who = (at: Office, need: 'director' | 'deputy_mayor' = 'director') => { const { as, people } = deciderOf({ need, directorateId: roads }, at); return `${as}: ${people.map((one) => one.name).join(' ')}` }

describe('who decides for a directorate', () => {
  test.each([
    ['the director that is named', office(), 'director: director'],
    ['every director of it where none is named', office({ directorId: null }), 'director: director second'],
    ['the deputy while the director is away', office({}, ['director']), 'deputy: deputy'],
    ['the deputy where there is no director', office({ directorId: null }, [], all.filter((one) => one.roles[0] !== 'director')), 'deputy: deputy'],
    ['a deputy mayor where both are away', office({}, ['director', 'deputy']), 'deputy_mayor: mayor1 mayor2'],
    ['its own deputy mayor where one is named', office({ deputyMayorId: id('mayor2') }, ['director', 'deputy']), 'deputy_mayor: mayor2'],
    ['another deputy mayor where its own is away', office({ deputyMayorId: id('mayor2') }, ['director', 'deputy', 'mayor2']), 'deputy_mayor: mayor1'],
    ['any deputy mayor rather than nobody, where all are away', office({}, ['director', 'deputy', 'mayor1', 'mayor2']), 'deputy_mayor: mayor1 mayor2'],
    ['nobody where there is nobody', office({}, [], []), 'nobody: '],
  ])('is %s', (_, at, expected) => { expect(who(at)).toBe(expected) })
  test('is the deputy mayor above the limit, whoever is there below', () => { expect(who(office(), 'deputy_mayor')).toBe('deputy_mayor: mayor1 mayor2') })
  test('stays also the director who is away and comes by, and never the deputy of one who is there', () => {
    expect(deciderOf({ need: 'director', directorateId: roads }, office({}, ['director'])).may).toEqual(new Set(['deputy', 'director']))
    expect(deciderOf({ need: 'director', directorateId: roads }, office()).may).toEqual(new Set(['director']))
  })
})

const part = (directorateId: DirectorateId, costClass: 'none' | 'small' | 'medium' | 'large', more: object = {}) => ({ directorateId, costClass, proposed: true, ...more })
test('each part needs its own director, and the deputy mayor too where it costs more than the limit', () => {
  expect(needsOf([part(roads, 'medium'), part(water, 'large')], 'medium')).toEqual([
    { need: 'director', directorateId: roads }, { need: 'director', directorateId: water }, { need: 'deputy_mayor', directorateId: water }])
  expect(needsOf([part(roads, 'small')], 'none')).toHaveLength(2)
  expect(needsOf([part(roads, 'large'), part(water, 'none', { proposed: false })], 'large')).toEqual([{ need: 'director', directorateId: roads }])
})
test('the whole costs what its dearest part does; what was taken back costs nothing', () => {
  expect(costOf([part(roads, 'small'), part(water, 'medium'), part(water, 'large', { proposed: false })])).toBe('medium')
  expect(costOf([])).toBe('none')
})
test.each([['enters private property', { entersPrivate: true }], ['costs the citizen', { costsCitizen: true }], ['is a refusal', { kind: 'refusal' }]])('silence never agrees where a part %s', (_, more) => {
  const plain = { ...part(roads, 'none'), kind: 'solution', entersPrivate: false, costsCitizen: false }
  const parts = (...list: object[]) => ({ parts: list as Parameters<typeof silenceMayAgree>[0]['parts'] })
  expect(silenceMayAgree(parts(plain, { ...plain, ...more }))).toBe(false)
  expect(silenceMayAgree(parts(plain))).toBe(true)
})
