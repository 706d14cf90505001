import { expect, test } from 'vitest'
import { mentionAt, putMention, stillMentioned } from './mention.ts'

const at = (marked: string) => { const caret = marked.indexOf('|'); return mentionAt(marked.replace('|', ''), caret) }
test.each([
  ['@|', ''], ['Bakar mısınız @ay|', 'ay'], ['(@Şükrü|)', 'Şükrü'], ['@Ayşe Yıl|', 'Ayşe Yıl'],
])('in "%s" somebody is being mentioned', (marked, query) => expect(at(marked)?.query).toBe(query))
test.each(['ayse@bel|', 'iki kişi|', '@Ayşe Yılmaz geldi|', '@ay|şe'.replace('|', '') + '\n|'])('in "%s" nobody is', (marked) => expect(at(marked)).toBeNull())

test('a chosen name replaces what was typed, with one space after it', () => {
  expect(putMention('Sayın @ay bakın', 9, 'Ayşe Yılmaz')).toEqual({ text: 'Sayın @Ayşe Yılmaz bakın', caret: 19 })
})
test('a name deleted again is not told', () => {
  expect(stillMentioned('@Ayşe Yılmaz bakın', [{ name: 'Ayşe Yılmaz' }, { name: 'Can Demir' }])).toEqual([{ name: 'Ayşe Yılmaz' }])
})
