import { Notice } from '@akmasa/ui'
import { Problem } from '../client.ts'
import { problemWords, useText } from '../text.ts'

/** Why a command was refused, beside where it was given. Nothing while there is no problem. */
export function ProblemNotice({ problem }: { problem: unknown }) {
  const t = useText()
  if (!problem) return null
  const reference = problem instanceof Problem && problem.status >= 500 ? problem.requestId : null
  return <Notice tone="danger" live="alert">{problemWords(t, problem)}{reference && <span className="meta">{t('problem.reference', { id: reference })}</span>}</Notice>
}
