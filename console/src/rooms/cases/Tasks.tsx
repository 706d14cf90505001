import { Check, Clock, CornerUpRight, Undo2 } from 'lucide-react'
import { Badge, Time, type Tone } from '@akmasa/ui'
import type { CasePage, TaskStatus } from '../../../../contracts/cases.ts'
import { Due } from '../../Due.tsx'
import { useName, useText } from '../../text.ts'

const looks: Record<TaskStatus, { tone: Tone; icon: typeof Check }> = {
  open: { tone: 'info', icon: Clock }, taken: { tone: 'success', icon: Check }, returned: { tone: 'accent', icon: Undo2 }, passed: { tone: 'neutral', icon: CornerUpRight },
}
/** Every directorate's own part, the lead's first. */
export function Tasks({ tasks, done }: { tasks: CasePage['tasks']; /** Nobody waits for it any more. */ done: boolean }) {
  const t = useText(), name = useName()
  return (
    <section aria-label={t('cases.task.title')} className="stack tasks">
      <h2>{t('cases.task.title')}</h2>
      {!tasks.length && <p className="hint">{t('cases.task.none')}</p>}
      <ul>
        {tasks.toSorted((a, b) => Number(b.part === 'lead') - Number(a.part === 'lead')).map((x) => (
          <li key={x.directorateId} className="task">
            <div className="spread"><span><strong>{name(x.directorate)}</strong> <span className="meta">{t(`shared.part.${x.part}`)}</span></span><Badge tone={looks[x.status].tone} icon={looks[x.status].icon}>{t(`cases.task.status.${x.status}`)}</Badge></div>
            <div className="line meta">
              <Due at={x.dueAt} done={done || x.status === 'returned' || x.status === 'passed'} />
              {x.takenBy && x.takenAt ? <span>{t('cases.task.takenBy')}: {x.takenBy}, <Time at={x.takenAt} /></span> : x.firstSeenAt ? <span>{t('cases.task.seen')}: <Time at={x.firstSeenAt} /></span> : x.status === 'open' && <span>{t('cases.task.unseen')}</span>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
