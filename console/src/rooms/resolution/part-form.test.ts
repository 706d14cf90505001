import { describe, expect, test } from 'vitest'
import type { Part, ProposalTemplate } from '../../../../contracts/proposals.ts'
import { stillChosen, whyNotBeside } from './bulk.ts'
import { begin, bodyOf, empty, fill, lacks, sourceOf } from './part-form.ts'

const told = { cause: 'frost', words: 'Don' }
const before = { kind: 'solution', what: 'Eski', byWhom: null, from: '2026-11-25', to: null, costClass: 'small', citizenMust: null, alternatives: null, entersPrivate: true, costsCitizen: false } as unknown as Part
const template = { id: 't', name: 'x', topicId: null, kind: 'solution', what: 'Hazır metin', byWhom: null, costClass: 'medium', citizenMust: 'Evde bulunun', alternatives: null, entersPrivate: true, costsCitizen: false } satisfies ProposalTemplate

describe('a part begins', () => {
  test('with what was typed last, before what was proposed before, and else with the source as the citizen told it', () => {
    expect(begin({ what: 'Taslak' }, before, told)).toMatchObject({ what: 'Taslak', sourceCause: 'frost' })
    expect(begin(undefined, before, told)).toMatchObject({ what: 'Eski', from: '2026-11-25', to: '', entersPrivate: true })
    expect(begin(undefined, undefined, told)).toEqual({ ...empty, sourceCause: 'frost', sourceWords: 'Don' })
  })
  test('with a template’s words, which leave days and whatever it does not say as they were typed', () => {
    expect(fill({ ...empty, byWhom: 'Ali usta', from: '2026-11-25', plain: { tr: 'x', en: '' } }, template)).toMatchObject({ what: 'Hazır metin', byWhom: 'Ali usta', from: '2026-11-25', citizenMust: 'Evde bulunun', costClass: 'medium', plain: null })
  })
})
describe('a part lacks', () => {
  test('what a solution needs; a refusal needs its reason alone', () => {
    expect(lacks(empty, true)).toEqual(['what', 'byWhom', 'from', 'to'])
    expect(lacks({ ...empty, kind: 'refusal' }, true)).toEqual(['what'])
    expect(lacks({ ...empty, what: 'x', byWhom: 'y', from: '2026-11-26', to: '2026-11-25' }, true)).toEqual(['ends'])
  })
  test('the source until it is confirmed', () => {
    expect(lacks({ ...empty, kind: 'refusal', what: 'x' }, false)).toEqual(['source'])
    expect(lacks({ ...empty, kind: 'refusal', what: 'x', sourceWords: 'Don' }, false)).toEqual([])
  })
})
test('a refusal is sent without days, cost and entering; empty words are nothing', () => {
  expect(bodyOf({ ...empty, kind: 'refusal', what: ' Özel mülk ', byWhom: 'y', from: '2026-11-26', to: '2026-11-26', costClass: 'large', entersPrivate: true, citizenMust: ' ' }))
    .toEqual({ kind: 'refusal', what: 'Özel mülk', byWhom: null, from: null, to: null, costClass: 'none', citizenMust: null, alternatives: null, entersPrivate: false, costsCitizen: false })
  expect(sourceOf({ ...empty, sourceCause: null, sourceWords: ' Don ' })).toEqual({ words: 'Don' })
})

describe('approved together', () => {
  const row = (id: string, cost: 'none' | 'small', bulk = true, kind: 'solution' | 'refusal' = 'solution') => ({ bulk, cost, proposal: { id, kind } }) as unknown as Parameters<typeof whyNotBeside>[0]
  test('are those of one kind and cost that the rule allows', () => {
    expect(whyNotBeside(row('a', 'small', false), [])).toBe('rule')
    expect(whyNotBeside(row('a', 'small'), [])).toBeNull()
    expect(whyNotBeside(row('a', 'small'), [row('b', 'none')])).toBe('unlike')
    expect(whyNotBeside(row('a', 'small'), [row('b', 'small')])).toBeNull()
  })
  test('are chosen no more once somebody else has decided', () => { expect(stillChosen([row('b', 'small')], new Set(['a', 'b'])).map((one) => one.proposal.id)).toEqual(['b']) })
})
