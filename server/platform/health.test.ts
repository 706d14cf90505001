import { expect, test } from 'vitest'
import { makeHealth, type Part } from './health.ts'

test('however many ask at once whether it is ready, the parts are looked at once; the next to ask has a look of its own', async () => {
  let looks = 0
  const { promise, resolve } = Promise.withResolvers<Part>()
  const health = makeHealth(new Set(['web']), { database: () => { looks++; return promise } }, new Date())
  const answers = Array.from({ length: 100 }, () => health.ready())
  resolve({ ok: true })
  expect(new Set((await Promise.all(answers)).map((answer) => answer.ready))).toEqual(new Set([true]))
  expect(looks).toBe(1)
  await health.ready()
  expect(looks).toBe(2)
})
