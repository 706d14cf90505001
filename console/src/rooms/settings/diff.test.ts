import { describe, expect, test } from 'vitest'
import { settingKinds, settingValues } from '../../../../contracts/settings.ts'
import { en } from '../../texts/en.ts'
import { tr } from '../../texts/tr.ts'
import type { T } from '../../text.ts'
import { changesIn } from './diff.ts'
import { found, listRow, sortedRows } from './rows.ts'
import { labelOf, sayValue, type Say } from './say.ts'

const text: T = (key, facts = {}) => {
  const at = (path: string) => path.split('.').reduce<unknown>((o, k) => (o as Record<string, unknown> | undefined)?.[k], tr)
  const words = at(key) ?? at(`${key}_other`)
  return typeof words === 'string' ? words.replace(/{{(\w+)}}/g, (_, k: string) => String(facts[k])) : key
}
const names = { of: (kind: string, id: unknown) => (id === 'd1' ? 'Fen İşleri' : id === 's1' && kind === 'staff' ? 'Ayşe' : undefined), rows: () => [], ready: true }
const say: Say = { t: text, language: 'tr', names, zone: 'Europe/Istanbul' }

describe('what changed', () => {
  test('a name says which language changed', () => {
    expect(changesIn({ name: { tr: 'Yol', en: 'Road' }, position: 1 }, { name: { tr: 'Yollar', en: 'Road' }, position: 1 })).toEqual([{ field: 'name', language: 'tr', how: 'changed', before: 'Yol', after: 'Yollar' }])
    expect(changesIn({ name: { tr: 'Yol', en: 'Road' } }, { name: { tr: 'Yol', en: 'Roads' } })).toMatchObject([{ language: 'en', after: 'Roads' }])
  })
  test('the fields come in the order people read them, whatever order the database kept', () => {
    expect(changesIn(null, { lat: 1, name: 'A', kind: 'village' }, ['kind', 'name', 'lat']).map((l) => l.field)).toEqual(['kind', 'name', 'lat'])
  })
  test('of a list it says what came, what went and what moved', () => {
    expect(changesIn({ synonyms: ['a', 'b', 'c'] }, { synonyms: ['c', 'b', 'd', 'e'] }).map((l) => [l.how, l.before, l.after])).toEqual([['removed', ['a'], undefined], ['added', undefined, ['d', 'e']], ['reordered', ['a', 'b', 'c'], ['c', 'b', 'd', 'e']]])
  })
  test('of questions it names the one that changed', () => {
    const ask = (key: string, tr: string) => ({ key, ask: { tr, en: tr }, type: 'yesno', required: false })
    const lines = changesIn({ questions: [ask('a', 'Bir?'), ask('b', 'İki?')] }, { questions: [ask('a', 'Bir?'), ask('b', 'Üç?')] })
    expect(lines).toMatchObject([{ field: 'questions', how: 'changed', item: { key: 'b' } }])
  })
  test('of what was made only what says something', () => {
    expect(changesIn(null, { name: { tr: 'A', en: 'A' }, phone: null, roles: [], retired: false }).map((l) => l.field)).toEqual(['name'])
  })
  test('equal values have nothing to say', () => expect(changesIn({ a: [{ key: 'x' }] }, { a: [{ key: 'x' }] })).toEqual([]))
})

describe('a value in words', () => {
  test.each<[string, unknown, string]>([
    ['retired', true, 'Evet'], ['phone', '+905320000000', '0532 000 00 00'], ['directorId', null, 'Boş'], ['leadId', 'd1', 'Fen İşleri'], ['leadId', 'gone', 'Silinmiş kayıt'],
    ['promised', { hours: 16, unit: 'working' }, '16 iş saati'], ['kinds', null, 'Tümü'], ['kinds', ['request', 'thanks'], 'İstek, Teşekkür'], ['roles', ['operator'], 'Operatör'],
    ['day', '2026-10-29', '29 Ekim 2026 Perşembe'], ['name', { tr: 'Yol', en: 'Road' }, 'Yol / Road'], ['week', [{ weekday: 1, from: '08:00', to: '12:00' }], 'Pzt 08:00–12:00'],
    ['onCall', [{ staffId: 's1', from: '2026-11-23T05:00:00Z', to: null }], 'Ayşe (23.11.2026 08:00 başlangıç)'], ['border', { type: 'Polygon', coordinates: [[[1, 2], [3, 4], [5, 6], [1, 2]]] }, '4 köşeli sınır'],
  ])('%s %j', (field, value, words) => expect(sayValue(say, 'topic', field, value)).toBe(words))
  test('the parts of a field are named with it', () => {
    expect([labelOf(text, 'name.tr'), labelOf(text, 'questions.1.ask.tr'), labelOf(text, 'leadId')]).toEqual(['Ad (Türkçe)', 'Sorular 2 (Türkçe)', 'Sorumlu müdürlük'])
  })
})

test('every kind and every field of it has words in both languages', () => {
  const lacking = [tr.settings, en.settings].flatMap((s) => settingKinds.flatMap((kind) => [
    ...[s.section, s.one, s.about].flatMap((part) => (kind in part ? [] : [kind])), ...Object.keys(settingValues[kind].shape).filter((field) => !(field in s.field)),
  ]))
  expect(lacking).toEqual([])
})

describe('a list', () => {
  const row = (id: string, name: string, more: Record<string, unknown> = {}) => listRow(say, 'institution', { id, version: 0, changedAt: null, changedBy: null, value: { name: { tr: name, en: name }, phone: null, tell: { tr: 'x', en: 'x' }, position: 0, retired: false, ...more } })
  const rows = [row('1', 'Işıklı Kurum'), row('2', 'Çağrı Birliği'), row('3', 'Eski Çağrı', { retired: true })]
  const ids = (list: readonly { id: string }[]) => list.map((r) => r.id)
  test('is found without Turkish letters, word by word, retired ones apart', () => {
    expect([ids(found(rows, 'kurum isik', 'active')), ids(found(rows, 'cagri', 'active')), ids(found(rows, 'cagri', 'all')), ids(found(rows, '', 'retired'))]).toEqual([['1'], ['2'], ['2', '3'], ['3']])
  })
  test('is sorted by the alphabet of the language', () => {
    expect(ids(sortedRows([row('a', 'Şale'), row('b', 'Çam'), row('c', 'Cam'), row('d', 'Ilgaz'), row('e', 'İnci')], 'title', false, 'tr'))).toEqual(['c', 'b', 'd', 'e', 'a'])
  })
})
