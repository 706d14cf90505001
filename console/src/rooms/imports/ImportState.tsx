import { CircleAlert, CircleCheck, CirclePause, FileUp, LoaderCircle, SlidersHorizontal, Undo2, type LucideIcon } from 'lucide-react'
import { Badge, type Tone } from '@akmasa/ui'
import type { ImportRow, ImportStatus } from '../../../../contracts/imports.ts'
import { useText } from '../../text.ts'

const states: Record<ImportStatus, { icon: LucideIcon; tone: Tone }> = {
  receiving: { icon: FileUp, tone: 'warning' }, read: { icon: SlidersHorizontal, tone: 'accent' }, running: { icon: LoaderCircle, tone: 'info' }, canceled: { icon: CirclePause, tone: 'warning' },
  failed: { icon: CircleAlert, tone: 'danger' }, done: { icon: CircleCheck, tone: 'success' }, taking_back: { icon: Undo2, tone: 'info' }, taken_back: { icon: Undo2, tone: 'neutral' },
}
export function ImportState({ row }: { row: Pick<ImportRow, 'status'> }) {
  const t = useText()
  return <Badge {...states[row.status]}>{t(`imports.status.${row.status}`)}</Badge>
}
