/** The law's clock beside our own promise: an icon and words, red only when it is late. */
import { useQuery } from '@tanstack/react-query'
import { Scale } from 'lucide-react'
import { Badge, dayOf, useZone, type Tone } from '@akmasa/ui'
import type { CaseId } from '../../../../contracts/cases.ts'
import { statutoryApi, type Level, type StatutoryMark } from '../../../../contracts/statutory.ts'
import { asking } from '../../client.ts'
import { useMay } from '../../session.tsx'
import { useLanguage, useText } from '../../text.ts'
import { clockWords } from './clock-words.ts'
import { dayWords } from './days.ts'

const tones: Record<Level, Tone> = { calm: 'neutral', early: 'info', near: 'warning', last: 'warning', overdue: 'danger', stopped: 'neutral', ended: 'neutral' }
export function Clock({ of, late, short }: { of: Pick<StatutoryMark, 'level' | 'left' | 'dueOn' | 'number' | 'statute'>; late?: boolean; short?: boolean }) {
  const t = useText(), language = useLanguage(), today = dayOf(new Date(), useZone())
  const title = [of.number, t(`statutory.statute.${of.statute}`), of.dueOn && dayWords(of.dueOn, language)].filter(Boolean).join(' · ')
  return <Badge tone={late ? 'danger' : tones[of.level]} icon={Scale} title={title}>{clockWords(t, of, today, late, short ? 'short' : 'whole')}</Badge>
}

/** The mark of one case in a list, from the one list of clocks that run. */
export function CaseClock({ caseId }: { caseId: CaseId }) {
  const may = useMay()
  const { data } = useQuery({ ...asking(statutoryApi.statutoryMarks), enabled: may('case.read'), staleTime: 60_000, select: (all) => all.find((mark) => mark.caseId === caseId) })
  return data ? <Clock of={data} /> : null
}
