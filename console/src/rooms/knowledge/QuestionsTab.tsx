/** What was asked and nobody could answer, most asked first. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FilePlus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button, Dialog, EmptyState, Table, Time, type TableColumn } from '@akmasa/ui'
import { knowledgeApi, type Unanswered } from '../../../../contracts/knowledge.ts'
import { asking, call } from '../../client.ts'
import { Answered } from '../../listing.tsx'
import { useTopics } from '../../lists.ts'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useName, useText } from '../../text.ts'

type Row = Unanswered & { id: string }
export function QuestionsTab({ onBegin }: { onBegin: (question: Unanswered) => void }) {
  const t = useText(), name = useName(), topics = useTopics(), query = useQuery(asking(knowledgeApi.unanswered))
  const [dropping, setDropping] = useState<Unanswered | null>(null)
  const topic = (q: Row) => { const found = topics.find((x) => x.id === q.topicId); return found ? name(found.name) : '' }
  const columns: TableColumn<Row>[] = [
    { id: 'words', name: t('knowledge.question.words'), rowHeader: true, className: 'whole', cell: (q) => <>{q.words}<span className="narrow-only meta"><br />{t('knowledge.question.times', { count: q.times })} · {topic(q)}</span></> },
    { id: 'times', name: t('knowledge.question.asked'), width: '96px', className: 'narrow-hidden', cell: (q) => <span className="number">{q.times}</span> },
    { id: 'topic', name: t('knowledge.filter.topic'), width: '200px', className: 'narrow-hidden', cell: topic },
    { id: 'last', name: t('knowledge.question.last'), width: '136px', className: 'narrow-hidden mid-hidden', cell: (q) => <Time at={q.lastAt} form="words" /> },
    {
      id: 'acts', name: t('knowledge.question.acts'), width: '240px', hideName: true, className: 'question-acts',
      cell: (q) => (
        <span className="line">
          {q.draftId ? <Link className="button small" to="/knowledge/$articleId" params={{ articleId: q.draftId }}>{t('knowledge.question.toDraft')}</Link> : <Button small onPress={() => onBegin(q)}><FilePlus aria-hidden />{t('knowledge.question.write')}</Button>}
          <Button small look="quiet" aria-label={t('knowledge.question.drop')} onPress={() => setDropping(q)}><Trash2 aria-hidden /></Button>
        </span>
      ),
    },
  ]
  return (
    <>
      <Answered of={query}>
        {(rows) => !rows.length
          ? <EmptyState title={t('knowledge.question.empty')}>{t('knowledge.question.emptyWords')}</EmptyState>
          : <div className="stack"><p className="meta">{t('knowledge.question.hint')}</p><div className="panel list-panel"><Table className="questions-table" label={t('knowledge.tab.questions')} columns={columns} rows={rows.map((q) => ({ ...q, id: q.key }))} rowText={(q) => q.words} /></div></div>}
      </Answered>
      {dropping && <DropDialog question={dropping} onClose={() => setDropping(null)} />}
    </>
  )
}

/** The only thing here that cannot be undone: the words are gone. */
function DropDialog({ question, onClose }: { question: Unanswered; onClose: () => void }) {
  const t = useText(), queries = useQueryClient()
  const [busy, setBusy] = useState(false), [problem, setProblem] = useState<unknown>(null)
  async function drop() {
    setBusy(true)
    try {
      await call(knowledgeApi.dropQuestion, { key: question.key })
      void queries.invalidateQueries({ queryKey: [knowledgeApi.unanswered.path] })
      void queries.invalidateQueries({ queryKey: [knowledgeApi.articles.path] })
      onClose()
    } catch (error) {
      setProblem(error)
      setBusy(false)
    }
  }
  return (
    <Dialog open alert title={t('knowledge.question.dropTitle')} onClose={onClose} foot={<><Button onPress={onClose}>{t('shared.cancel')}</Button><Button look="danger" onPress={() => void drop()} isPending={busy}>{t('knowledge.question.drop')}</Button></>}>
      <p>“{question.words}”</p>
      <p>{t('knowledge.question.dropWords')}</p>
      <ProblemNotice problem={problem} />
    </Dialog>
  )
}
