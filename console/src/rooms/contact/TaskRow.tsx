import { Link } from '@tanstack/react-router'
import { CircleCheck, Hand, Phone, Siren, Volume2 } from 'lucide-react'
import { GridListItem } from 'react-aria-components'
import { Badge, Button, showPhone, Since, Time } from '@akmasa/ui'
import { CallTaskResult, type CallTask } from '../../../../contracts/contact.ts'
import { useMay, useMe } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useText } from '../../text.ts'
import { isMine, reasonIcons, taskCan } from './task-rules.ts'

type Commands = { take: () => void; call: () => void; listen: () => void; finish: () => void }
export function TaskRow({ task, problem, on }: { task: CallTask; problem: unknown; on: Commands }) {
  const t = useText(), me = useMe(), may = useMay()
  const can = taskCan(task, may('task.work'), me.id), done = task.status === 'done'
  const who = showPhone(task.phone) || t('calls.hidden'), result = CallTaskResult.safeParse(task.result).data
  return (
    <GridListItem id={task.id} textValue={`${who} ${task.name ?? ''}`} className={task.emergency && !done ? 'task urgent' : 'task'}>
      <div className="task-words">
        <div className="line">
          {task.emergency && <Badge tone={done ? 'neutral' : 'emergency'} icon={Siren}>{t('contact.task.emergency')}</Badge>}
          <Badge tone={done ? 'neutral' : 'accent'} icon={reasonIcons[task.reason]}>{t(`contact.task.reason.${task.reason}`)}</Badge>
          <strong className="number">{who}</strong>
          {task.name && <span>{task.name}</span>}
        </div>
        <div className="line meta">
          <Time at={task.at} />
          {!done && <span>{t('contact.task.waits', { time: '' })}<Since at={task.at} /></span>}
          {task.times > 1 && <span>{t('contact.task.times', { count: task.times })}</span>}
          {result && <span>{done ? t(`contact.result.${result}`) : t('contact.task.lastTry', { result: t(`contact.result.${result}`) })}</span>}
          {task.takenBy && <span>{done ? t('contact.task.doneBy', { name: task.takenBy.name }) : isMine(task, me.id) ? t('contact.task.mine') : t('contact.task.takenBy', { name: task.takenBy.name })}</span>}
          {task.caseId && task.caseNumber && (may('case.read') ? <Link to="/cases/$caseId" params={{ caseId: task.caseId }}>{t('contact.task.case', { number: task.caseNumber })}</Link> : <span>{t('contact.task.case', { number: task.caseNumber })}</span>)}
          {task.callId && may('call.read') && <Link to="/calls/$callId" params={{ callId: task.callId }}>{t('contact.task.theCall')}</Link>}
        </div>
        <ProblemNotice problem={problem} />
      </div>
      <div className="task-acts">
        {can.listen && <Button onPress={on.listen} reason={!may('task.work') && t('calls.recording.notAllowed')}><Volume2 aria-hidden />{t('contact.task.listen')}</Button>}
        {can.take && <Button onPress={on.take}><Hand aria-hidden />{t('contact.task.take')}</Button>}
        {can.finish && <Button onPress={on.finish}><CircleCheck aria-hidden />{t('contact.task.finish')}</Button>}
        {can.finish && <Button look="primary" onPress={on.call} reason={!can.call && t('contact.task.noNumber')}><Phone aria-hidden />{t('contact.task.call')}</Button>}
      </div>
    </GridListItem>
  )
}
