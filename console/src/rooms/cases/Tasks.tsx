/** Every directorate's own part, the lead's first, and whose it is there. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Check, CircleCheck, ClipboardList, Clock, CornerUpRight, HardHat, Handshake, Undo2 } from 'lucide-react'
import { Badge, Select, Time, type Tone } from '@akmasa/ui'
import { casesApi, type CasePage, type Task, type TaskStatus } from '../../../../contracts/cases.ts'
import { identityApi, StaffId } from '../../../../contracts/identity.ts'
import { isActive, isEnded } from '../../../../contracts/moves.ts'
import { asking, call } from '../../client.ts'
import { Due } from '../../Due.tsx'
import { useMay, useMe } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useName, useText } from '../../text.ts'
import { useChange } from './use-change.ts'

const looks: Record<TaskStatus, { tone: Tone; icon: typeof Check }> = {
  open: { tone: 'info', icon: Clock }, taken: { tone: 'success', icon: Check }, proposed: { tone: 'info', icon: ClipboardList }, ready: { tone: 'info', icon: Handshake }, working: { tone: 'info', icon: HardHat },
  done: { tone: 'success', icon: CircleCheck }, returned: { tone: 'accent', icon: Undo2 }, passed: { tone: 'neutral', icon: CornerUpRight },
}
export function Tasks({ page }: { page: CasePage }) {
  const t = useText(), name = useName(), me = useMe(), may = useMay(), done = isEnded(page.status)
  return (
    <section aria-label={t('cases.task.title')} className="stack tasks">
      <h2>{t('cases.task.title')}</h2>
      {!page.tasks.length && <p className="hint">{t('cases.task.none')}</p>}
      <ul>
        {page.tasks.toSorted((a, b) => Number(b.part === 'lead') - Number(a.part === 'lead')).map((x) => (
          <li key={x.directorateId} className="task">
            <div className="spread"><span><strong>{name(x.directorate)}</strong> <span className="meta">{t(`shared.part.${x.part}`)}</span></span><Badge tone={looks[x.status].tone} icon={looks[x.status].icon}>{t(`cases.task.status.${x.status}`)}</Badge></div>
            <div className="line meta">
              <Due at={x.dueAt} done={done || !isActive(x.status) || x.status === 'done'} />
              {x.takenBy && x.takenAt ? <span>{t('cases.task.takenBy')}: {x.takenBy}, <Time at={x.takenAt} /></span> : x.firstSeenAt ? <span>{t('cases.task.seen')}: <Time at={x.firstSeenAt} /></span> : x.status === 'open' && <span>{t('cases.task.unseen')}</span>}
              {x.assignedTo && <span>{t('cases.task.assigned')}: {x.assignedTo.name}</span>}
            </div>
            {!done && isActive(x.status) && may('case.work') && x.directorateId === me.directorate?.id && <Assign page={page} task={x} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Which of my own people has it in hand. */
function Assign({ page, task }: { page: CasePage; task: Task }) {
  const t = useText(), changed = useChange(page)
  const people = useQuery(asking(identityApi.colleagues, { directorateId: task.directorateId })).data ?? []
  const assign = useMutation({ mutationFn: (id: string) => call(casesApi.assignTask, { caseId: page.id, staffId: id === 'nobody' ? null : StaffId.parse(id) }), onSuccess: changed })
  const options = people.filter((one) => one.roles.some((role) => role === 'officer' || role === 'director'))
  if (!options.length) return null
  return (
    <div className="no-print">
      <Select label={t('cases.task.assign')} value={task.assignedTo?.id ?? 'nobody'} onChange={(id) => assign.mutate(id)} options={[{ id: 'nobody', name: t('cases.task.assignNobody') }, ...options.map((one) => ({ id: one.id, name: one.name }))]} />
      <ProblemNotice problem={assign.error} />
    </div>
  )
}
