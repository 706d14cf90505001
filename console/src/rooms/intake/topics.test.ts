import { expect, test } from 'vitest'
import type { Topic } from '../../../../contracts/routing.ts'
import { matchTopics } from './topics.ts'

const topic = (slug: string, tr: string, synonyms: string[]) => ({ slug, name: { tr, en: slug }, group: { tr: 'Kış', en: 'Winter' }, synonyms }) as unknown as Topic
const topics = [topic('light', 'Sokak lambası', ['ışık yanmıyor', 'karanlık']), topic('water', 'Su kesintisi', ['su yok', 'sular kesik']), topic('ice', 'Buzlanma', ['kaldırım buz tuttu', 'yol kaygan'])]
const found = (typed: string) => matchTopics(topics, typed, 'tr', 3).map((m) => [m.topic.slug, m.because])

test('typed without Turkish letters, a topic is found and says why', () => expect(found('isik')).toEqual([['light', 'ışık yanmıyor']]))
test('a suffix on the citizen’s word does not hide the topic', () => expect(found('kaldırımlar buz tutmuş')[0]).toEqual(['ice', 'kaldırım buz tuttu']))
test('with nothing typed the list still offers something, named by its group', () => expect(found('')[0]).toEqual(['light', 'Kış']))
test('what matches nothing offers nothing', () => expect(found('xyzt')).toEqual([]))
