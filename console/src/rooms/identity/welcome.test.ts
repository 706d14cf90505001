import { expect, test } from 'vitest'
import { Problem } from '../../client.ts'
import { isOver, tokenIn } from './welcome.ts'

test('the token is read from behind the number sign; what can be none asks the desk nothing', () => {
  expect(tokenIn('#0u3bQ_-x0u3bQ_-x0u3bQ')).toBe('0u3bQ_-x0u3bQ_-x0u3bQ')
  for (const none of ['', '#', '#short', `#${'x'.repeat(101)}`, '#0u3bQ 0u3bQ 0u3bQ 0u3bQ']) expect(tokenIn(none)).toBe('')
})
test('a link that is over is told apart from a desk that does not answer', () => {
  expect(isOver(new Problem({ status: 409, code: 'identity.invite_over' }))).toBe(true)
  expect(isOver(new Problem({ status: 0, code: 'network' }))).toBe(false)
  expect(isOver(undefined)).toBe(false)
})
