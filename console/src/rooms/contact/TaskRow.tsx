import { Link } from '@tanstack/react-router'
import { CircleCheck, Hand, Handshake, Phone, Siren, Volume2 } from 'lucide-react'
import { GridListItem } from 'react-aria-components'
import { Badge, Button, showPhone, Since, Time, useNow } from '@akmasa/ui'
import { TalkStatus } from '../../../../contracts/agreement.ts'
import { CallTaskResult, type CallTask } from '../../../../contracts/contact.ts'
import { useMay, useMe } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useText } from '../../text.ts'
import { isMine, reasonIcons, taskCan } from './task-rules.ts'

type Commands = { take: () => void; call: () => void; listen: () => void; finish: () => void }
export function TaskRow({ task, problem, on }: { task: CallTask; problem: unknown; on: Commands }) {
  const t = useText(), me = useMe(), may = useMay()
  const can = taskCan(task, may('task.work'), me.id), done = task.status === 'done'
  const who = showPhone(task.phone) || t('calls.hidden'), result = CallTaskResult.safeParse(task.result).data, ended = TalkStatus.safeParse(task.result).data
  // Her answer is recorded where the plan stands.
  const agrees = task.reason === 'agree', now = useNow(), sleeps = !done && task.wakesAt != null && Date.parse(task.wakesAt) > now.getTime()
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
          {agrees && done && ended && <span>{t(`agreement.status.${ended}`)}</span>}
          {result && <span>{done ? t(`contact.result.${result}`) : t('contact.task.lastTry', { result: t(`contact.result.${result}`) })}</span>}
          {task.takenBy && <span>{done ? t('contact.task.doneBy', { name: task.takenBy.name }) : isMine(task, me.id) ? t('contact.task.mine') : t('contact.task.takenBy', { name: task.takenBy.name })}</span>}
          {task.caseId && task.caseNumber && (may('case.read') ? <Link to="/cases/$caseId" params={{ caseId: task.caseId }}>{t('contact.task.case', { number: task.caseNumber })}</Link> : <span>{t('contact.task.case', { number: task.caseNumber })}</span>)}
          {task.callId && may('call.read') && <Link to="/calls/$callId" params={{ callId: task.callId }}>{t('contact.task.theCall')}</Link>}
        </div>
        <Said title={t('contact.task.toSay')} words={task.words} />
        <Said title={t('contact.task.wrote')} words={task.wrote} />
        {task.reason === 'check_number' && !done && <p className="hint">{t('contact.task.checkHint')}</p>}
        {task.forStaff && !done && <p className="meta">{t('agreement.task.forStaff', { name: task.forStaff.name })}</p>}
        {sleeps && <p className="hint">{t('agreement.task.sleeps')} <Time at={task.wakesAt!} /></p>}
        <ProblemNotice problem={problem} />
      </div>
      <div className="task-acts">
        {agrees && !done && <Link to="/agree/$taskId" params={{ taskId: task.id }} className={sleeps ? 'button' : 'button primary'}><Handshake aria-hidden />{t('agreement.task.open')}</Link>}
        {can.listen && <Button onPress={on.listen} reason={!may('task.work') && t('calls.recording.notAllowed')}><Volume2 aria-hidden />{t('contact.task.listen')}</Button>}
        {can.take && !sleeps && <Button onPress={on.take}><Hand aria-hidden />{t('contact.task.take')}</Button>}
        {can.finish && !agrees && <Button onPress={on.finish}><CircleCheck aria-hidden />{t('contact.task.finish')}</Button>}
        {can.finish && !agrees && <Button look="primary" onPress={on.call} reason={!can.call && t('contact.task.noNumber')}><Phone aria-hidden />{t('contact.task.call')}</Button>}
      </div>
    </GridListItem>
  )
}
function Said({ title, words }: { title: string; words: readonly string[] | undefined }) {
  if (!words?.length) return null
  return <div className="task-said"><span className="meta">{title}</span>{words.map((one, i) => <blockquote key={i}>{one}</blockquote>)}</div>
}
