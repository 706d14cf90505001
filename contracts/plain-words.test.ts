import { expect, test } from 'vitest'
import { plainWords } from './plain-words.ts'
import { PartBody } from './proposals.ts'

const part = (more: object = {}) => ({ ...PartBody.parse({ what: 'Boruyu değiştireceğiz', byWhom: 'Su ekibi', from: '2028-02-28', to: '2028-02-29', costClass: 'large' }), directorate: { tr: 'Su İşleri', en: 'Water' }, ...more })

test('a proposal is said in short sentences with days in words, and its cost stays in the house', () => {
  expect(plainWords([part()], 'tr')).toBe('Önerimiz: Boruyu değiştireceğiz. İşi yapacak: Su ekibi. Başlangıç: 28 Şubat 2028 Pazartesi. Bitiş: 29 Şubat 2028 Salı.')
  expect(plainWords([part({ to: '2028-02-28' })], 'en')).toBe('Our proposal: Boruyu değiştireceğiz. Done by: Su ekibi. Date: Monday 28 February 2028.')
})
test('what she must do, what it costs her and where it enters are said before another way', () => {
  expect(plainWords([part({ citizenMust: 'Evde bulunun.', entersPrivate: true, costsCitizen: true, alternatives: 'Kendiniz yaptırabilirsiniz' })], 'tr'))
    .toMatch(/Sizden isteğimiz: Evde bulunun\. Çalışma için mülkünüze girmemiz gerekiyor\. Bu işin size bir maliyeti var\. Başka yol: Kendiniz yaptırabilirsiniz\.$/)
})
test('several directorates speak one after another under one opening', () => {
  expect(plainWords([part(), part({ directorate: { tr: 'Yol', en: 'Roads' } })], 'tr').split('\n')).toEqual(['Önerimiz:', expect.stringMatching(/^Birim: Su İşleri\. Boruyu/), expect.stringMatching(/^Birim: Yol\. /)])
})
test('a refusal says why, and names no day and nobody who works', () => {
  expect(plainWords([part({ kind: 'refusal', what: 'Yol özel mülktür' })], 'tr')).toBe('Bu isteği yerine getiremiyoruz. Nedeni: Yol özel mülktür.')
})
