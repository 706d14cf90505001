/** What both tools share: how they are called off, and how they tell of a failure. */
import { Misunderstood } from '../settings.ts'

export const say = (line: string) => console.log(line)

export async function tool(work: (callOff: AbortSignal) => Promise<void>): Promise<never> {
  const callOff = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => callOff.abort(new Error('Called off.')))
  try {
    await work(callOff.signal)
    process.exit(0)
  } catch (problem) {
    console.error(words(problem))
    process.exit(1)
  }
}

function words(problem: unknown): unknown {
  const code = problem instanceof Error && 'code' in problem ? problem.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'The disk is full. What was begun is removed; make room and try again.'
  if (code === 'EACCES' || code === 'EPERM') return `${problem instanceof Error ? problem.message : ''}\nThis needs the user who runs the house.`
  if (problem instanceof Error && 'severity' in problem) return `The database broke off: ${problem.message}. Nothing is kept of this attempt; try again.`
  // A plain Error is ours and says all there is to say; of anything else its place in the code matters.
  return problem instanceof Misunderstood || (problem instanceof Error && problem.constructor === Error) ? problem.message : problem
}
