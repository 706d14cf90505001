import { describe, expect, test } from 'vitest'
import { CallTaskResult, MessageStatus, type CallTask } from '../../../../contracts/contact.ts'
import { en } from '../../texts/en.ts'
import { tr } from '../../texts/tr.ts'
import { readMessages, readTasks } from './filters.ts'
import type { T } from '../../text.ts'
import { errorWords, gatewayMissing, messageStates } from './message-rules.ts'
import { taskCan } from './task-rules.ts'

const [me, twin] = [{ id: 'a', name: 'Ayşe' }, { id: 'b', name: 'Ayşe' }] as [NonNullable<CallTask['takenBy']>, NonNullable<CallTask['takenBy']>]
const task = (t: Partial<CallTask>) => ({ status: 'open', takenBy: null, phone: '+905320000000', recorded: false, callId: null, ...t }) as CallTask

describe('a call owed to a citizen', () => {
  test('an open one can be taken, called and finished', () => {
    expect(taskCan(task({}), true, 'a')).toEqual({ take: true, call: true, listen: false, finish: true })
  })
  test('mine is not taken twice; one of somebody else, be she of my name, can be tried to take over', () => {
    expect(taskCan(task({ status: 'taken', takenBy: me }), true, 'a')).toMatchObject({ take: false, call: true, finish: true })
    expect(taskCan(task({ status: 'taken', takenBy: twin }), true, 'a')).toMatchObject({ take: true, call: true, finish: true })
  })
  test('a hidden number cannot be called; it can be finished', () => {
    expect(taskCan(task({ phone: null }), true, 'a')).toMatchObject({ call: false, finish: true })
  })
  test('a done one is only looked at', () => {
    expect(taskCan(task({ status: 'done' }), true, 'a')).toMatchObject({ take: false, call: false, finish: false })
  })
  test('who may only look does nothing', () => {
    expect(taskCan(task({}), false, 'a')).toMatchObject({ take: false, call: false, finish: false })
  })
  test('a message is heard where one was left', () => {
    expect(taskCan(task({ recorded: true, callId: 'c' as CallTask['callId'] }), true, 'a').listen).toBe(true)
  })
})

describe('messages', () => {
  test('say why they did not arrive: in our words, or as the gateway said it', () => {
    const t = ((key: string, facts?: object) => `${key} ${JSON.stringify(facts ?? {})}`) as unknown as T
    expect(errorWords(t, 'bounced')).toBe('contact.error.bounced {}')
    expect(errorWords(t, 'HTTP 503')).toBe('contact.message.error {"error":"HTTP 503"}')
  })
  test('the gateway is missing when the newest SMS only stands here', () => {
    expect(gatewayMissing([{ channel: 'voice', status: 'read_out' }, { channel: 'sms', status: 'queued' }, { channel: 'sms', status: 'spooled' }])).toBe(true)
  })
  test('old ones that stand here say nothing once newer ones went out', () => {
    expect(gatewayMissing([{ channel: 'sms', status: 'sent' }, { channel: 'sms', status: 'spooled' }])).toBe(false)
    expect(gatewayMissing([])).toBe(false)
  })
  test('every state and result has a word in both languages', () => {
    for (const s of MessageStatus.options) expect([tr.contact.status[s], en.contact.status[s], messageStates[s]]).not.toContain(undefined)
    for (const r of CallTaskResult.options) expect([tr.contact.result[r], en.contact.result[r]]).not.toContain(undefined)
  })
})

describe('addresses', () => {
  test('what makes no sense is left out', () => {
    expect(readTasks({ status: 'nonsense' })).toEqual({})
    expect(readTasks({ status: 'done' })).toEqual({ status: 'done' })
    expect(readMessages({ status: ['spooled'] })).toEqual({})
    expect(readMessages({ status: 'spooled' })).toEqual({ status: 'spooled' })
    expect(readMessages({ channel: 'mail', q: ' 2026-000043 ' })).toEqual({ channel: 'mail', q: '2026-000043' })
    expect(readMessages({ channel: 'pigeon', q: 'ab' })).toEqual({})
  })
})
