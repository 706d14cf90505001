/** One text: what is told, what is being written beside it, how both look to those who use them, and all that happened to it. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, Megaphone, Pin } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Badge, Button, Notice, Skeleton, Tabs, Time } from '@akmasa/ui'
import { knowledgeApi, type Article, type ArticleContent } from '../../../../contracts/knowledge.ts'
import { asking, call, Problem } from '../../client.ts'
import { Failed, Missing } from '../../shell/pages.tsx'
import { problemWords, useText } from '../../text.ts'
import { Commands } from './Commands.tsx'
import { ContentDiff } from './ContentDiff.tsx'
import { Editor } from './Editor.tsx'
import { History } from './History.tsx'
import { CitizenPreview, OperatorPreview } from './previews.tsx'
import { keepArticle, type Saved } from './saving.ts'
import { StateBadge } from './state-badge.tsx'
import './knowledge.css'

export function ArticlePage() {
  const { articleId } = useParams({ from: '/desk/knowledge/$articleId' })
  const { data, error, isPending, refetch } = useQuery(asking(knowledgeApi.article, { articleId }))
  if (isPending) return <div className="page"><Skeleton lines={12} /></div>
  if (!data) return error instanceof Problem && error.status === 404 ? <Missing /> : <Failed problem={error} retry={() => void refetch()} />
  return <View key={data.id} answer={data} />
}

const codeOf = (problem: unknown) => (problem instanceof Problem && problem.status > 0 && problem.status < 500 ? problem.code : null)
function useKeeper(answer: Article) {
  const queries = useQueryClient()
  const [keeper] = useState(() => keepArticle(answer, {
    codeOf, save: (given) => call(knowledgeApi.saveArticle, { articleId: answer.id, ...given }), read: () => call(knowledgeApi.article, { articleId: answer.id }),
  }))
  const writing = useSyncExternalStore(keeper.subscribe, keeper.now)
  useEffect(() => { keeper.hear(answer) }, [keeper, answer])
  // Coming back to this page must not begin from an older answer.
  useEffect(() => { queries.setQueryData(asking(knowledgeApi.article, { articleId: answer.id }).queryKey, writing.page) }, [queries, answer.id, writing.page])
  useEffect(() => () => { keeper.left() }, [keeper])
  return { keeper, ...writing }
}

function View({ answer }: { answer: Article }) {
  const t = useText(), { keeper, page, content, saved } = useKeeper(answer)
  const editable = page.can.includes('save')
  const change = (part: Partial<ArticleContent>) => keeper.change({ ...keeper.now().content, ...part })
  const title = content.title.tr.trim() || t('knowledge.untitled')
  useEffect(() => {
    const before = document.title
    document.title = `${title} · Ak Masa`
    return () => { document.title = before }
  }, [title])
  return (
    <article className="knowledge-page">
      <header className="knowledge-summary">
        <Link to="/knowledge" className="button quiet small" aria-label={t('knowledge.toList')}><ArrowLeft aria-hidden /></Link>
        <div className="knowledge-name">
          <h1 className="cut">{title}</h1>
          <div className="line">
            <Badge tone="neutral" icon={page.kind === 'announcement' ? Megaphone : undefined}>{t(`knowledge.kind.${page.kind}`)}</Badge>
            <StateBadge state={page.state} open={page.open?.status === 'draft' || page.open?.status === 'in_review' ? page.open.status : null} />
            {page.pinned && <Badge tone="accent" icon={Pin}>{t('knowledge.pinned')}</Badge>}
            <span className="meta">{t('knowledge.changedBy', { name: page.changedBy ?? t('shared.system') })} <Time at={page.changedAt} form="words" /></span>
            {editable && <SavedWords saved={saved} />}
          </div>
        </div>
        <Commands keeper={keeper} page={page} content={content} />
      </header>
      {saved.is === 'theirs' && <Conflict theirs={saved.theirs} mine={content} onMine={keeper.mine} onTheirs={keeper.theirs} />}
      {saved.is === 'refused' && <Notice tone="danger" live="alert" title={t('knowledge.saved.refused')}>{problemWords(t, saved.problem)}</Notice>}
      {page.question && <Notice tone="info" title={t('knowledge.forQuestion')}>“{page.question}”</Notice>}
      <div className="knowledge-columns">
        <div className="stack">
          {editable ? <section className="panel"><Editor kind={page.kind} content={content} onChange={change} /></section>
            : <section className="panel stack"><OperatorPreview content={content} kind={page.kind} pinned={page.pinned} /></section>}
          {page.open && page.current && <section className="panel stack"><h2>{t('knowledge.diff.beside')}</h2><ContentDiff before={page.current.content} after={content} /></section>}
          {page.steps.length > 0 && <section className="panel"><History page={page} onTake={editable ? (old) => keeper.change(old) : undefined} /></section>}
        </div>
        <aside className="panel knowledge-preview" aria-label={t('knowledge.preview.title')}>
          <Tabs
            label={t('knowledge.preview.title')}
            tabs={[
              ...(editable ? [{ id: 'operator', title: t('knowledge.preview.operator'), content: <OperatorPreview content={content} kind={page.kind} pinned={page.pinned} /> }] : []),
              { id: 'citizen', title: t('knowledge.preview.citizen'), content: <CitizenPreview content={content} /> },
            ]}
          />
          {page.count.reads > 0 && <p className="meta">{t('knowledge.helpedOf', { reads: page.count.reads, helped: page.count.helped })}</p>}
        </aside>
      </div>
    </article>
  )
}

function SavedWords({ saved }: { saved: Saved }) {
  const t = useText()
  return <span className={saved.is === 'waiting' || saved.is === 'refused' ? 'meta unsaved' : 'meta'}>{t(`knowledge.saved.${saved.is}`)}</span>
}

/** Both stand side by side; nothing is written over before the person has chosen. */
function Conflict({ theirs, mine, onMine, onTheirs }: { theirs: Article; mine: ArticleContent; onMine: () => void; onTheirs: () => void }) {
  const t = useText()
  const other = (theirs.open ?? theirs.current)!.content
  return (
    <Notice tone="warning" live="alert" title={t('knowledge.conflict.title', { name: theirs.changedBy ?? t('shared.system') })}
      action={<span className="line">{theirs.can.includes('save') && <Button onPress={onMine}>{t('knowledge.conflict.mine')}</Button>}<Button onPress={onTheirs}>{t('knowledge.conflict.theirs')}</Button></span>}>
      <span>{t('knowledge.conflict.words')} <Time at={theirs.changedAt} /></span>
      <ContentDiff before={other} after={mine} />
    </Notice>
  )
}
