/** The chosen case beside the list: enough to decide whether to open it, and the commands themselves. */
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { Button, Skeleton, State } from '@akmasa/ui'
import { casesApi } from '../../../../contracts/cases.ts'
import { promiseRuns } from '../../../../contracts/moves.ts'
import { asking } from '../../client.ts'
import { Due } from '../../Due.tsx'
import { Failed } from '../../shell/pages.tsx'
import { useName, useText } from '../../text.ts'
import { useSlow } from '../../use-slow.ts'
import { Actions } from './Actions.tsx'
import { Facts } from './Facts.tsx'
import type { HeldRow } from './held.ts'
import { Tasks } from './Tasks.tsx'
import { Timeline } from './Timeline.tsx'
import { useSeen } from './use-seen.ts'

export function Preview({ row, onOpen, onClose }: { row: HeldRow; onOpen: () => void; onClose: () => void }) {
  const t = useText(), name = useName()
  // Arrow keys pass over many rows; the page is a reading of personal data and is asked only where one stays.
  const settled = useSlow(row.id, 250)
  const { data, error, refetch } = useQuery({ ...asking(casesApi.casePage, { caseId: row.id }), enabled: settled === row.id })
  const now = data ?? row
  useSeen(row, 2_000)
  return (
    <section className="preview no-print" aria-label={t('cases.inbox.preview')} data-region="preview">
      <div className="spread">
        <h2><span className="number">{row.number}</span> {name(row.topic)}</h2>
        <Button look="quiet" small aria-label={t('cases.inbox.closePreview')} onPress={onClose}><X aria-hidden /></Button>
      </div>
      <div className="line"><State state={now.status} /><Due at={now.dueAt} done={!promiseRuns(now.status)} /><Button small onPress={onOpen} keys="Enter">{t('cases.inbox.open')}</Button></div>
      <p className="said-full">{row.said}</p>
      {data ? (
        <>
          <Actions page={data} />
          <Facts page={data} short />
          <Tasks page={data} />
          <Timeline entries={data.timeline} newest={5} />
        </>
      ) : error ? <Failed problem={error} retry={() => void refetch()} /> : <Skeleton lines={8} />}
    </section>
  )
}
