import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Article, ArticleContent } from '../../../../contracts/knowledge.ts'
import { diffWords } from './diff.ts'
import { readKnowledge } from './filters.ts'
import { civilOf, instantOf } from './moment.ts'
import { keepArticle } from './saving.ts'

const content = (title: string): ArticleContent => ({
  directorateId: null, title: { tr: title, en: '' }, body: { tr: '', en: '' }, readOut: { tr: '', en: '' }, synonyms: [], topicIds: [], placeIds: [], validFrom: null, validUntil: null,
})
const page = (revision: number, title: string) => ({ revision, open: { content: content(title) }, current: null }) as unknown as Article
class Refused extends Error {
  code: string | null
  constructor(code: string | null) { super(String(code)); this.code = code }
}

describe('a draft that is being written', () => {
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => { vi.useRealTimers() })
  const kept = () => {
    let revision = 1
    const save = vi.fn(async (given: { revision: number; content: ArticleContent }) => page(++revision, given.content.title.tr))
    const read = vi.fn(async () => page(7, 'Onun'))
    return { save, read, keeper: keepArticle(page(1, 'Eski'), { save, read, codeOf: (e) => (e as Refused).code }) }
  }
  test('is saved a second after the last key, once, with the revision that was seen', async () => {
    const { keeper, save } = kept()
    for (const title of ['S', 'Su', 'Su k']) { keeper.change(content(title)); await vi.advanceTimersByTimeAsync(500) }
    expect(save).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(500)
    expect(save).toHaveBeenCalledExactlyOnceWith({ revision: 1, content: content('Su k') })
    expect(keeper.now()).toMatchObject({ dirty: false, saved: { is: 'saved' }, page: { revision: 2 } })
  })
  test('what is written during a save is saved after it, upon the new revision', async () => {
    const { keeper, save } = kept()
    keeper.change(content('Bir'))
    await vi.advanceTimersByTimeAsync(999)
    const flushed = keeper.flush()
    keeper.change(content('İki'))
    await flushed
    await vi.advanceTimersByTimeAsync(1000)
    expect(save.mock.calls.map(([given]) => [given.revision, given.content.title.tr])).toEqual([[1, 'Bir'], [2, 'İki']])
  })
  test('somebody else’s newer text stops the saving; kept is what the person chooses', async () => {
    for (const choice of ['mine', 'theirs'] as const) {
      const { keeper, save } = kept()
      save.mockRejectedValueOnce(new Refused('knowledge.newer'))
      keeper.change(content('Benim'))
      await vi.advanceTimersByTimeAsync(1000)
      expect(keeper.now().saved).toMatchObject({ is: 'theirs', theirs: { revision: 7 } })
      keeper.change(content('Yutulmaz'))
      await vi.advanceTimersByTimeAsync(5000)
      expect(save).toHaveBeenCalledTimes(1)
      keeper[choice]()
      await vi.advanceTimersByTimeAsync(1000)
      expect(keeper.now().content.title.tr).toBe(choice === 'mine' ? 'Benim' : 'Onun')
      expect(save.mock.calls.slice(1).map(([given]) => given.revision)).toEqual(choice === 'mine' ? [7] : [])
    }
  })
  test('a desk that does not answer is asked again until it does', async () => {
    const { keeper, save } = kept()
    save.mockRejectedValueOnce(new Refused(null)).mockRejectedValueOnce(new Refused(null))
    keeper.change(content('Su'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(keeper.now().saved.is).toBe('waiting')
    await vi.advanceTimersByTimeAsync(3000)
    expect([save.mock.calls.length, keeper.now().saved.is]).toEqual([3, 'saved'])
  })
  test('news from the desk is taken over where nothing is being written, and not where something is', async () => {
    const { keeper } = kept()
    keeper.hear(page(5, 'Yeni'))
    expect(keeper.now().content.title.tr).toBe('Yeni')
    keeper.change(content('Benim'))
    keeper.hear(page(6, 'Daha yeni'))
    expect(keeper.now().content.title.tr).toBe('Benim')
  })
  test('leaving the page sends what is not saved yet', async () => {
    const { keeper, save } = kept()
    keeper.change(content('Son söz'))
    keeper.left()
    expect(save).toHaveBeenCalledTimes(1)
  })
})

test('a difference shows what went and what came, and the text can be put together again', () => {
  const pieces = diffWords('Su akşam verilecek.', 'Su sabah verilecek.')
  expect(pieces).toEqual([{ is: 'same', words: 'Su ' }, { is: 'gone', words: 'akşam' }, { is: 'new', words: 'sabah' }, { is: 'same', words: ' verilecek.' }])
  expect(pieces.filter((p) => p.is !== 'new').map((p) => p.words).join('')).toBe('Su akşam verilecek.')
  expect(diffWords('', 'yeni')).toEqual([{ is: 'new', words: 'yeni' }])
  expect(diffWords('aynı söz', 'aynı söz')).toEqual([{ is: 'same', words: 'aynı söz' }])
})

test.each([['2026-11-23', '09:30', 'Europe/Istanbul'], ['2026-01-01', '00:00', 'Europe/Istanbul'], ['2026-03-29', '12:00', 'Europe/Berlin'], ['2026-10-25', '23:30', 'Europe/Berlin'], ['2026-07-01', '08:15', 'America/New_York']])(
  '%s %s in %s is one moment there and back', (day, time, zone) => expect(civilOf(instantOf({ day, time }, zone), zone)).toEqual({ day, time }))
test('a day of the town begins at its own midnight', () => expect(instantOf({ day: '2026-11-23', time: '00:00' }, 'Europe/Istanbul')).toBe('2026-11-22T21:00:00.000Z'))

test('addresses: what makes no sense is left out', () => {
  expect(readKnowledge({ tab: 'x', state: 'nonsense', placeId: 'y', sort: 'changed' })).toEqual({})
  expect(readKnowledge({ tab: 'questions', state: 'in_review', kind: 'announcement', sort: 'read', q: 'su' })).toEqual({ tab: 'questions', state: 'in_review', kind: 'announcement', sort: 'read', q: 'su' })
})
