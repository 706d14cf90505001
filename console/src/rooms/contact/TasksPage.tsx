/** Calls owed to citizens: emergencies first, then whoever waits longest. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { GridList } from 'react-aria-components'
import { Dialog, EmptyState, showPhone, Tabs } from '@akmasa/ui'
import { contactApi, type CallTask } from '../../../../contracts/contact.ts'
import { asking, call } from '../../client.ts'
import { Answered } from '../../listing.tsx'
import { useMay } from '../../session.tsx'
import { announce } from '../../shell/announce.tsx'
import { dial, usePhone } from '../../softphone/index.ts'
import { useText } from '../../text.ts'
import { Recording } from '../calls/Recording.tsx'
import { AnswerDialog } from '../confirmation/AnswerDialog.tsx'
import { FinishDialog } from './FinishDialog.tsx'
import { TaskRow } from './TaskRow.tsx'
import './contact.css'

type View = 'open' | 'done'
export function TasksPage() {
  const t = useText(), { status = 'open' } = useSearch({ from: '/desk/tasks' }), navigate = useNavigate()
  const show = (view: string) => void navigate({ to: '/tasks', search: view === 'done' ? { status: 'done' } : {}, replace: true })
  return (
    <div className="page">
      <h1>{t('contact.task.title')}</h1>
      <Tabs
        label={t('contact.task.views')} value={status} onChange={show}
        tabs={[{ id: 'open', title: t('contact.task.open'), content: <Tasks view="open" /> }, { id: 'done', title: t('contact.task.done'), content: <Tasks view="done" /> }]}
      />
    </div>
  )
}

type Opened = { task: CallTask; as: 'finish' | 'listen' | 'number' }
function Tasks({ view }: { view: View }) {
  const t = useText(), may = useMay(), queries = useQueryClient(), line = usePhone().line
  const query = useQuery(asking(contactApi.callTasks, { status: view }))
  const [opened, setOpened] = useState<Opened | null>(null), [refused, setRefused] = useState<{ taskId: string; problem: unknown } | null>(null)
  const seated = may('call.take')
  const close = () => setOpened(null)

  /** True when it is ours now. A refusal stands in its row. */
  async function take(task: CallTask): Promise<boolean> {
    setRefused(null)
    try {
      await call(contactApi.takeCallTask, { taskId: task.id })
      announce(t('contact.task.takenWords'))
      return true
    } catch (problem) {
      setRefused({ taskId: task.id, problem })
      return false
    } finally {
      void queries.invalidateQueries({ queryKey: [contactApi.callTasks.path] })
    }
  }
  /** Taken before it is dialled, every time, so that two operators do not ring the same person. */
  async function callThem(task: CallTask) {
    if (!task.phone || !(await take(task))) return
    if (seated && line === 'up') dial(task.phone, { taskId: task.id })
    else setOpened({ task, as: 'number' })
  }
  const empty = view === 'open' ? <EmptyState title={t('contact.task.empty')}>{t('contact.task.emptyWords')}</EmptyState> : <EmptyState title={t('contact.task.emptyDone')}>{t('contact.task.emptyDoneWords')}</EmptyState>
  return (
    <>
      <Answered of={query}>
        {(tasks) => tasks.length === 0 ? empty : (
          <div className="stack">
            {view === 'open' && <p className="meta">{t('contact.task.order')}</p>}
            <GridList className="tasks" aria-label={t('contact.task.list')} items={tasks} dependencies={[refused, line]}>
              {(task) => (
                <TaskRow
                  task={task} problem={refused?.taskId === task.id ? refused.problem : null}
                  on={{ take: () => void take(task), call: () => void callThem(task), listen: () => setOpened({ task, as: 'listen' }), finish: () => setOpened({ task, as: 'finish' }) }}
                />
              )}
            </GridList>
          </div>
        )}
      </Answered>
      {opened?.as === 'finish' && (opened.task.reason === 'confirm' && opened.task.caseId ? <AnswerDialog caseId={opened.task.caseId} task={opened.task} onClose={close} /> : <FinishDialog task={opened.task} onClose={close} />)}
      {opened?.as === 'listen' && opened.task.callId && (
        <Dialog open title={t('contact.task.messageTitle')} onClose={close}><Recording callId={opened.task.callId} recorded={opened.task.recorded} first="message" message /></Dialog>
      )}
      {opened?.as === 'number' && (
        <Dialog open title={t('contact.task.callYourself')} onClose={close}>
          <p className="task-number number">{showPhone(opened.task.phone)}</p>
          <p>{t(seated ? 'contact.task.lineDown' : 'contact.task.callYourselfWords')}</p>
        </Dialog>
      )}
    </>
  )
}
