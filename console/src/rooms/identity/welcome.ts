import { Problem } from '../../client.ts'

/** What stands behind the number sign, if it can be a token at all. */
export function tokenIn(hash: string): string {
  const found = hash.replace(/^#/, '')
  return /^[\w-]{20,100}$/.test(found) ? found : ''
}
export const isOver = (problem: unknown): boolean => problem instanceof Problem && problem.code === 'identity.invite_over'
