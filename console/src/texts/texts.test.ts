import { expect, test } from 'vitest'
import { api } from '../../../contracts/index.ts'
import type { Operation } from '../../../contracts/kit.ts'
import { listProblems } from '../../../contracts/places.ts'
import { missingCodes } from '../../../contracts/settings.ts'
import { en } from './en.ts'
import { tr } from './tr.ts'

type Tree = { [key: string]: string | Tree }
const leaves = (tree: Tree, at = ''): [string, string][] => Object.entries(tree).flatMap(([k, v]): [string, string][] => (typeof v === 'string' ? [[at + k, v]] : leaves(v, `${at}${k}.`)))
const turkish = new Map(leaves(tr)), english = new Map(leaves(en as Tree))

test('Turkish and English have the same keys, none empty', () => {
  expect([...english.keys()].sort()).toEqual([...turkish.keys()].sort())
  expect([...turkish, ...english].filter(([, words]) => !words.trim()).map(([key]) => key)).toEqual([])
})
test('both languages say the same facts', () => {
  const facts = (words: string) => [...words.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort()
  expect([...turkish].filter(([key, words]) => facts(words).join() !== facts(english.get(key) ?? '').join()).map(([key]) => key)).toEqual([])
})
test('every refusal of the contracts has words', () => {
  const operations: Operation[] = Object.values(api).flatMap((room) => Object.values(room))
  const codes = [...new Set(operations.flatMap((o) => o.refuses ?? []))]
  expect(codes.length).toBeGreaterThan(40)
  expect(codes.filter((code) => !turkish.has(`refusal.${code}`))).toEqual([])
})
test('what the edge itself answers with has words', () => {
  const codes = ['session.needed', 'permission.needed', 'database.unavailable', 'operation.not_found', 'input.bad', 'input.too_large', 'input.unreadable', 'too_many', 'unexpected']
  expect(codes.filter((code) => !turkish.has(`refusal.${code}`))).toEqual([])
})
test('a number is never given a suffix, and never a plural noun, in Turkish', () => {
  const suffixed = [...turkish].filter(([, words]) => /\}\}['’]?(?:[a-zçğıöşü])/u.test(words)).map(([key]) => key)
  const plural = [...turkish].filter(([, words]) => /\{\{count\}\}[^.,;:]*\p{L}l[ae]r(?!\p{L})/u.test(words)).map(([key]) => key)
  expect({ suffixed, plural }).toEqual({ suffixed: [], plural: [] })
})
test('everything a room can find missing has words: what it is, and what happens if it stays so', () => {
  expect(missingCodes.filter((code) => !turkish.has(`settings.missing.${code}.what`) || !turkish.has(`settings.missing.${code}.otherwise`))).toEqual([])
})
test('whatever can be wrong with a row of a list has words', () => {
  expect(listProblems.filter((code) => !turkish.has(`refusal.${code}`))).toEqual([])
})
