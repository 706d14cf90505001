import { describe, expect, test } from 'vitest'
import type { Board, Call } from '../../../../contracts/calls.ts'
import { CallResult } from '../../../../contracts/calls.ts'
import { en } from '../../texts/en.ts'
import { tr } from '../../texts/tr.ts'
import type { T } from '../../text.ts'
import { alarmWords } from './alarm-words.ts'
import { heldBack } from './arrivals.ts'
import { asked, digitsOf, narrowing, readCalls } from './filters.ts'
import { boardNow, inLine, numberAsHeard } from './line-now.ts'
import { results } from './results.ts'
import { otherNumber, stepsOf, talked, waited } from './times.ts'

const at = (clock: string) => `2026-11-23T${clock}Z`
const moment = (clock: string) => Date.parse(at(clock))
type Times = Pick<Call, 'direction' | 'arrivedAt' | 'queuedAt' | 'rangAt' | 'answeredAt' | 'endedAt'>
const call = (c: Partial<Times>): Times => ({ direction: 'in', arrivedAt: at('10:00:00'), queuedAt: null, rangAt: null, answeredAt: null, endedAt: null, ...c })

describe('how long a call waited and talked', () => {
  const full = call({ queuedAt: at('10:00:12'), rangAt: at('10:00:14'), answeredAt: at('10:00:30'), endedAt: at('10:02:35') })
  test('waiting is from the queue to the answer, talking from the answer to the end', () => {
    expect([waited(full, 0), talked(full, 0)]).toEqual([18, 125])
  })
  test('who hung up in the queue waited until then and talked to nobody', () => {
    const gone = call({ queuedAt: at('10:00:12'), endedAt: at('10:00:52') })
    expect([waited(gone, 0), talked(gone, 0)]).toEqual([40, null])
  })
  test('who hung up in the notice waited for nobody', () => {
    expect(waited(call({ endedAt: at('10:00:03') }), 0)).toBeNull()
  })
  test('a call that runs counts on', () => {
    expect(waited(call({ queuedAt: at('10:00:12') }), moment('10:01:12'))).toBe(60)
    expect(talked(call({ queuedAt: at('10:00:12'), answeredAt: at('10:00:20') }), moment('10:00:25'))).toBe(5)
  })
  test('a call out waits while it rings there', () => {
    expect(waited(call({ direction: 'out', rangAt: at('10:00:03'), answeredAt: at('10:00:13'), endedAt: at('10:01:00') }), 0)).toBe(10)
  })
  test('a computer whose clock is behind shows no negative time', () => {
    expect(waited(call({ queuedAt: at('10:00:12') }), moment('09:59:00'))).toBe(0)
  })
})

describe('what happened when', () => {
  test('steps stand in the order of their moments, counted from the beginning', () => {
    // The switch may write the ring of the first seat before the queue's own line.
    const steps = stepsOf(call({ queuedAt: at('10:00:12'), rangAt: at('10:00:11'), answeredAt: at('10:00:30'), endedAt: at('10:01:00') }))
    expect(steps.map((s) => [s.step, s.after])).toEqual([['arrived', 0], ['rang', 11], ['queued', 12], ['answered', 30], ['ended', 60]])
  })
  test('a call that runs says so instead of an end', () => {
    expect(stepsOf(call({})).map((s) => s.step)).toEqual(['arrived', 'running'])
  })
  test('a call out was dialled and rang at the other side', () => {
    expect(stepsOf(call({ direction: 'out', rangAt: at('10:00:02'), endedAt: at('10:00:20') })).map((s) => s.step)).toEqual(['dialled', 'rangOut', 'ended'])
  })
  test('the other side is who called us, or whom we called', () => {
    expect(otherNumber({ direction: 'in', from: null, dialled: '153' })).toBeNull()
    expect(otherNumber({ direction: 'out', from: null, dialled: '+905320000000' })).toBe('+905320000000')
  })
})

describe('filters in the address', () => {
  test('an address that makes sense is read whole', () => {
    expect(readCalls({ result: 'answered', mine: true, q: '0532', day: '2026-11-23' })).toEqual({ result: 'answered', mine: true, q: '0532', day: '2026-11-23' })
  })
  test('what makes no sense is left out', () => {
    expect(readCalls({ result: 'gone', mine: 'no', q: {}, day: '2026-02-30', other: 1 })).toEqual({})
    expect(readCalls({ day: '23.11.2026' })).toEqual({})
  })
  test('a number as people write it finds the stored one', () => {
    for (const typed of ['0532 000 00 00', '532 000 00 00', '(0532) 000-00-00']) expect('+905320000000').toContain(digitsOf(typed))
    expect('+905320000000').toContain(digitsOf('+90 532'))
  })
  test('nothing is asked of the desk for words without a digit', () => {
    expect(asked({ q: 'abc' })).toEqual({})
    expect(asked({ mine: true, q: '0532' })).toEqual({ mine: 'true', q: '532' })
    expect(narrowing({ mine: true, q: 'abc' })).toBe(2)
  })
})

describe('arrivals', () => {
  const rows = ['d', 'c', 'b', 'a'].map((id) => ({ id }))
  test('rows newer than the top wait, and are counted', () => {
    expect(heldBack(rows, 'b')).toEqual({ shown: [{ id: 'b' }, { id: 'a' }], held: 2 })
  })
  test('nothing waits when nothing came, or when there was no list before', () => {
    expect(heldBack(rows, 'd')).toEqual({ shown: rows, held: 0 })
    expect(heldBack(rows, null)).toEqual({ shown: rows, held: 0 })
  })
  test('when the top itself is no longer in the answer, all of it is shown', () => {
    expect(heldBack(rows, 'x')).toEqual({ shown: rows, held: 0 })
  })
})

describe('the board', () => {
  const board: Board = { at: at('10:00:00'), waiting: 2, longestSeconds: 15, ready: 1, onCall: 3, paused: 0, tasksOpen: 0, operators: [], calls: [], alarms: [] }
  const figure = (b: Partial<Board>, laterMs: number, key: string) => boardNow({ ...board, ...b }, 5_000_000, 5_000_000 + laterMs).figures.find((f) => f.key === key)!
  test('numbers are stale after ten seconds and not before', () => {
    expect(boardNow(board, 0, 10_000).stale).toBe(false)
    expect(boardNow(board, 0, 10_001)).toMatchObject({ stale: true, age: 10 })
  })
  test('the longest wait grows between answers, but not when nobody waits', () => {
    expect(figure({}, 4000, 'longest').value).toBe(19)
    expect(figure({ waiting: 0, longestSeconds: 0 }, 4000, 'longest').value).toBe(0)
  })
  test('the longest wait has a word for each side of the target', () => {
    expect([20, 21, 60, 61].map((longestSeconds) => figure({ longestSeconds }, 0, 'longest').word)).toEqual(['inTarget', 'late', 'late', 'veryLate'])
  })
  test('people waiting with nobody ready is a warning', () => {
    expect(figure({}, 0, 'waiting')).toMatchObject({ word: 'served' })
    expect(figure({ ready: 0 }, 0, 'waiting')).toMatchObject({ word: 'nobodyReady', tone: 'warning' })
    expect(figure({ waiting: 0, ready: 0 }, 0, 'waiting').word).toBe('calm')
    expect(figure({ ready: 0 }, 0, 'ready')).toMatchObject({ word: 'noneReady', tone: 'warning' })
  })
  test('how long something lasts is counted from the clock of the desk, whatever this computer says', () => {
    expect(boardNow(board, 5_000_000, 5_003_000).since(at('09:59:50'))).toBe(13)
  })
  test('emergencies stand first in line, then whoever waits longest', () => {
    const waiting = (id: string, since: string, emergency = false) => ({ id, since: at(since), emergency, from: null, queue: 'main' }) as Board['calls'][number]
    expect(inLine([waiting('a', '09:59:50'), waiting('b', '09:59:10'), waiting('c', '09:59:58', true)]).map((c) => c.id)).toEqual(['c', 'b', 'a'])
  })
  test('a number is shown alike however the trunk writes it', () => {
    for (const from of ['05321234567', '+905321234567', '905321234567']) expect(numberAsHeard(from)).toBe('0532 123 45 67')
    expect([numberAsHeard('anonymous'), numberAsHeard(null)]).toEqual(['anonymous', ''])
  })
  test('no figure is red: red means life', () => {
    for (const f of boardNow({ ...board, longestSeconds: 999 }, 0, 0).figures) expect(f.tone).not.toBe('emergency')
  })
})

/** Texts as they are written, with facts put in: the real reader needs a page. */
const text: T = (key, facts = {}) => key.split('.').reduce<unknown>((o, k) => (o as Record<string, unknown>)[k], tr)!.toString().replace(/{{(\w+)}}/g, (_, k: string) => String(facts[k]))

describe('words', () => {
  test('each known alarm has words of its own, and an unknown one gives its code to tell', () => {
    const known = ['switch.away', 'switch.none', 'disk.low', 'recordings.no_space'].map((code) => alarmWords(text, { code, facts: {} }).title)
    expect(new Set([...known, alarmWords(text, { code: 'x.y', facts: {} }).title]).size).toBe(5)
    expect(alarmWords(text, { code: 'x.y', facts: {} }).words).toContain('x.y')
  })
  test('a low disk tells how much is left, when that is known', () => {
    expect(alarmWords(text, { code: 'disk.low', facts: { freeMegabytes: 812 } }).words).toContain('812 MB')
    expect(alarmWords(text, { code: 'disk.low', facts: {} }).words).not.toContain('undefined')
  })
  test('every result of a call has a word in both languages and an icon', () => {
    for (const result of CallResult.options) expect([tr.calls.result[result], en.calls.result[result], results[result]]).not.toContain(undefined)
  })
})
