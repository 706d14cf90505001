import { useName, useText } from '../../text.ts'
import type { Gap } from './intake.ts'
import { useScreen } from './screen.ts'

export type GapField = Exclude<Gap['field'], 'answer'>
/** Words beside a field that is missing or wrong; nothing before the first attempt to send. */
export function useGapWords(): (field: GapField) => string | undefined {
  const t = useText(), { shown } = useScreen()
  return (field) => (shown.some((g) => g.field === field) ? t(`intake.gap.${field}`) : undefined)
}
/** The field's short name, for the list of what is missing. */
export function useGapName(): (gap: Gap) => string {
  const t = useText(), name = useName()
  return (gap) => (gap.field === 'answer' ? name(gap.question.ask) : t(`intake.field.${gap.field}`))
}
/** Where the field of a gap is. */
export const gapSelector = (gap: Gap): string => (gap.field === 'answer' ? `[data-gap="answer-${CSS.escape(gap.question.key)}"]` : `[data-gap="${gap.field}"]`)
