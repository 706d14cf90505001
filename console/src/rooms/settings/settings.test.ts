import { describe, expect, test } from 'vitest'
import { settingKinds, settingValues } from '../../../../contracts/settings.ts'
import { Problem } from '../../client.ts'
import { civilOf, momentOf, readClock } from './clock.ts'
import { begin, changedFields, clashes, merged, toForm, toSend } from './draft.ts'
import { readList, readThing } from './filters.ts'
import { blank, freshKey, idFor, keyFrom, withKeys } from './new-thing.ts'
import { positionsFor } from './order.ts'
import { equal, getAt, moved, setAt } from './paths.ts'
import { readPair } from './pin.ts'
import { scatter, sketch } from './sketch.ts'
import { corrected, wrongFields } from './use-thing.ts'
import { addWords } from './words.ts'

describe('a field by its path', () => {
  const value = { name: { tr: 'Yol', en: '' }, questions: [{ key: 'a', ask: { tr: 'Nerede?', en: '' } }, { key: 'b', ask: { tr: 'Kaç?', en: '' } }], promised: { hours: 8 } }
  test('is found in things and lists, and missing is undefined', () => {
    expect([getAt(value, 'questions.1.ask.tr'), getAt(value, 'name.en'), getAt(value, 'questions.7.ask'), getAt(value, 'no.such')]).toEqual(['Kaç?', '', undefined, undefined])
  })
  test('is set without touching what is not on the way', () => {
    const next = setAt(value, 'questions.1.ask.tr', 'Ne kadar?')
    expect(next.questions[1]!.ask.tr).toBe('Ne kadar?')
    expect(value.questions[1]!.ask.tr).toBe('Kaç?')
    expect(next.questions[0]).toBe(value.questions[0])
    expect(next.name).toBe(value.name)
  })
  test('equal looks inside, and counts a missing field as different from null', () => {
    expect(equal({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true)
    expect(equal({ a: [1, 2] }, { a: [2, 1] })).toBe(false)
    expect(equal({ a: null }, {})).toBe(false)
  })
})

describe('a draft', () => {
  const base = { name: { tr: 'Yol', en: 'Road' }, does: { tr: 'Yapar', en: 'Yapar' }, position: 3, retired: false }
  test('English that repeats the Turkish stands empty and follows it; other English stays', () => {
    const draft = begin(base, 4)
    expect(draft.form).toMatchObject({ name: { en: 'Road' }, does: { tr: 'Yapar', en: '' } })
    expect(toSend({ ...draft.form, does: { tr: ' Onarır ', en: '' } })).toMatchObject({ does: { tr: 'Onarır', en: 'Onarır' }, name: { tr: 'Yol', en: 'Road' } })
  })
  test('a template’s two texts follow the same rule', () => {
    expect(toSend(toForm({ key: 'x', channel: 'sms', subject: null, tr: 'Merhaba', en: 'Merhaba' }))).toEqual({ key: 'x', channel: 'sms', subject: null, tr: 'Merhaba', en: 'Merhaba' })
  })
  test('what was read and not touched is no change', () => {
    expect(changedFields(begin(base, 4))).toEqual([])
    expect(changedFields({ ...begin(base, 4), form: { ...toForm(base), position: 5, name: { tr: 'Yollar', en: 'Road' } } })).toEqual(['name', 'position'])
  })
  test('roles in another order are the same roles; synonyms in another order are not', () => {
    const draft = begin({ roles: ['a', 'b'], synonyms: ['a', 'b'] }, 1)
    expect(changedFields({ ...draft, form: { roles: ['b', 'a'], synonyms: ['b', 'a'] } })).toEqual(['synonyms'])
  })
  test('a border of numbers and nulls comes back as it was', () => {
    const place = { border: { type: 'Polygon', coordinates: [[[42.1, 38.2], [42.2, 38.2], [42.2, 38.3], [42.1, 38.2]]] }, population: null }
    expect(toSend(toForm(place))).toEqual(place)
  })
})

describe('two who change one thing', () => {
  const base = { name: { tr: 'A', en: 'A' }, phone: null as string | null, position: 1, tell: 'x' }
  const mine = { ...base, name: { tr: 'B', en: 'B' }, position: 2 }, theirs = { ...base, name: { tr: 'C', en: 'C' }, phone: '153' }
  test('what only one changed is hers, and what both changed is asked', () => {
    expect(clashes(base, mine, theirs)).toEqual([
      { field: 'name', mine: mine.name, theirs: theirs.name, both: true, take: 'mine' },
      { field: 'phone', mine: null, theirs: '153', both: false, take: 'theirs' },
      { field: 'position', mine: 2, theirs: 1, both: false, take: 'mine' },
    ])
  })
  test('the same change by both is no clash', () => {
    expect(clashes(base, mine, mine)).toEqual([])
  })
  test('the choice lies over what they saved, under their version', () => {
    const chosen = clashes(base, mine, theirs).map((c) => (c.field === 'name' ? { ...c, take: 'theirs' as const } : c))
    const draft = merged(theirs, 9, chosen)
    expect([draft.version, toSend(draft.form)]).toEqual([9, { ...theirs, position: 2 }])
    expect(changedFields(draft)).toEqual(['position'])
  })
})

describe('the order of a list', () => {
  const rows = [{ id: 'a', position: 0 }, { id: 'b', position: 10 }, { id: 'c', position: 20 }]
  test('a swap of neighbours changes two rows', () => {
    expect(positionsFor(rows, ['b', 'a', 'c'])).toEqual([{ id: 'b', position: 0 }, { id: 'a', position: 10 }])
  })
  test('rows that stood in the same place are made distinct', () => {
    expect(positionsFor([{ id: 'a', position: 0 }, { id: 'b', position: 0 }, { id: 'c', position: 0 }], ['a', 'c', 'b'])).toEqual([{ id: 'c', position: 1 }, { id: 'b', position: 2 }])
  })
  test('nothing moved is nothing to save, and the ends move nowhere', () => {
    expect(positionsFor(rows, ['a', 'b', 'c'])).toEqual([])
    expect([moved(['a', 'b'], 0, -1), moved(['a', 'b'], 1, 1), moved(['a', 'b'], 0, 1)]).toEqual([['a', 'b'], ['a', 'b'], ['b', 'a']])
  })
})

describe('a time of a day', () => {
  test.each([['8', '08:00'], ['830', '08:30'], ['8.30', '08:30'], ['08:30', '08:30'], ['24', '24:00'], ['24:00', '24:00'], ['1700', '17:00']])('%s is %s', (typed, clock) => expect(readClock(typed)).toBe(clock))
  test.each(['', '25', '8:60', '24:30', 'sekiz', '8:3', '123456'])('%s is none', (typed) => expect(readClock(typed)).toBeNull())
  test('a moment and what the clocks there show are one, summer and winter', () => {
    expect(momentOf('2026-11-23', '14:05', 'Europe/Istanbul').toISOString()).toBe('2026-11-23T11:05:00.000Z')
    for (const day of ['2026-01-15', '2026-07-15', '2026-03-29', '2026-10-25']) for (const clock of ['00:00', '01:30', '08:30', '23:59'])
      expect(civilOf(momentOf(day, clock, 'Europe/Berlin'), 'Europe/Berlin')).toEqual({ day, clock })
    expect(civilOf(momentOf('0002-12-01', '08:00', 'Europe/Istanbul'), 'Europe/Istanbul').day).toBe('0002-12-01')
  })
})

describe('something new', () => {
  test.each(settingKinds)('%s begins with every field its shape has, and no other', (kind) => {
    expect(Object.keys(blank(kind)).sort()).toEqual(Object.keys(settingValues[kind].shape).sort())
  })
  test('an empty one is refused here already, every missing field as missing', () => {
    expect(wrongFields('street', toSend(blank('street'))).map((e) => [e.path, e.code])).toEqual(expect.arrayContaining([['value.placeId', 'required'], ['value.name', 'required']]))
    expect(wrongFields('pause_reason', { ...blank('pause_reason'), code: 'mola', name: { tr: 'Mola', en: 'Break' } })).toEqual([])
  })
  test('its id is its key where it has one', () => {
    expect([idFor('holiday', { day: '2026-10-29' }), idFor('incoming_number', { number: '153' })]).toEqual(['2026-10-29', '153'])
    expect(idFor('topic', {})).toMatch(/^[0-9a-f-]{36}$/)
  })
  test('a key comes from a name without Turkish letters, and never twice', () => {
    expect([keyFrom('Çöp alınmadı mı?'), keyFrom('Öğle ARASI'), keyFrom('???'), keyFrom('Mola', ['mola', 'mola-2'])]).toEqual(['cop-alinmadi-mi', 'ogle-arasi', 'x', 'mola-3'])
    expect(keyFrom('a'.repeat(90)).length).toBeLessThanOrEqual(40)
  })
  test('what is added to a list gets the key of its name when it is saved, and what was saved keeps its own', () => {
    const ask = (key: string, tr: string, more = {}) => ({ key, ask: { tr, en: tr }, ...more })
    const choice = (key: string, tr: string) => ({ key, label: { tr, en: tr } })
    const list = [ask('kac', 'Kaç tane?'), ask('yeni', 'Kaç?'), ask('yeni-2', 'Hangisi?', { choices: [choice('a', 'Bir'), choice('yeni', 'İki'), choice('yeni-2', 'İki')] })]
    const keyed = withKeys(list)
    expect(keyed.map((q) => q.key)).toEqual(['kac', 'kac-2', 'hangisi'])
    expect((keyed[2] as unknown as { choices: { key: string }[] }).choices.map((c) => c.key)).toEqual(['a', 'iki', 'iki-2'])
    expect([freshKey([]), freshKey([{ key: 'yeni' }])]).toEqual(['yeni', 'yeni-2'])
  })
  test('an empty name is said to be missing once, not in each language', () => {
    expect(wrongFields('topic_group', toSend(blank('topic_group'))).map((e) => e.path)).toEqual(['value.name.tr'])
  })
  test('what is being corrected is not called wrong any more, the rest is', () => {
    const problem = new Problem({ status: 422, code: 'input.bad', errors: ['value.name.tr', 'value.questions.0.ask.tr', 'value.questions'].map((path) => ({ path, code: 'required', facts: {} })) })
    expect((corrected(problem, 'questions.0.ask.tr') as Problem).errors.map((e) => e.path)).toEqual(['value.name.tr'])
    expect(corrected(problem, 'phone')).toBe(problem)
    expect(corrected(new Problem({ status: 422, code: 'x', errors: [{ path: 'value.phone', code: 'x', facts: {} }] }), 'phone')).toBeNull()
  })
  test('a pasted list of words is several, and none twice', () => {
    expect(addWords(['Işık'], 'ışık, yol  çukuru;; asfalt\nYOL ÇUKURU')).toEqual(['Işık', 'yol çukuru', 'asfalt'])
  })
})

test.each([['38.5012, 42.2808', { lat: 38.5012, lon: 42.2808 }], ['38,5012 42,2808', { lat: 38.5012, lon: 42.2808 }], ['(38.5012,42.2808)', { lat: 38.5012, lon: 42.2808 }], ['38,5012', null], ['98.1, 42.2', null], ['38', null]])('%s as a pasted position', (typed, pair) => {
  expect(readPair(typed)).toEqual(pair)
})

test('a border is drawn with north up and its pin inside the frame', () => {
  const { path, at, box } = sketch({ type: 'Polygon', coordinates: [[[42, 38], [43, 38], [43, 39], [42, 39], [42, 38]]] }, { lat: 38.9, lon: 42.5 })
  expect(path.startsWith('M0 100L')).toBe(true)
  expect(at!.y).toBeCloseTo(10)
  expect(box.startsWith('-3 -3')).toBe(true)
  expect(scatter([])).toEqual({ box: '0 0 1 1', at: [] })
})

test('an address is read with whatever stands in it', () => {
  expect(readList({ q: 'yol', show: 'retired', take: 'all', invite: 7 })).toEqual({ q: 'yol', show: 'retired', invite: '7' })
  expect(readThing({ field: 'leadId', groupId: ['x'] })).toEqual({ field: 'leadId' })
})
