import { expect, test } from 'vitest'
import type { CallId } from '../../../../contracts/call-id.ts'
import type { Draft, DraftId } from '../../../../contracts/cases.ts'
import { openBook } from './book.ts'
import { empty } from './intake.ts'

const callId = 'ak-1.1' as CallId
const left: Draft = { id: 'd-1' as DraftId, callId, body: { ...empty('phone'), said: 'Su patladı' }, version: 3, savedAt: '2026-11-23T06:00:00Z', by: 's-1' as Draft['by'], byName: 'Zeynep Aydar' }

test.each([['before', 0], ['after', 1]])('a draft left at another seat is in front again when its call is, though my own list comes %s it', async (_, place) => {
  const answers = [Promise.withResolvers<Draft[]>(), Promise.withResolvers<Draft[]>()] as const
  const book = openBook({
    desk: { mine: () => answers[place]!.promise, ofCall: () => answers[1 - place]!.promise, save: async () => ({ version: 4, savedAt: left.savedAt }), read: async () => left, discard: async () => undefined },
    shelf: { put: () => {}, drop: () => {}, all: () => [] }, codeOf: () => null, newId: () => 'fresh', settled: () => {},
  })
  const loaded = book.load()
  book.ringing({ callId, key: 'a', number: null, dialled: null }, false)
  for (const answer of answers) {
    answer.resolve([left])
    await answer.promise
  }
  await loaded
  expect(book.book().current).toMatchObject({ id: 'd-1', body: { said: 'Su patladı' } })
  expect(book.book().entries.map((e) => e.id)).toEqual(['d-1'])
  book.end()
})
