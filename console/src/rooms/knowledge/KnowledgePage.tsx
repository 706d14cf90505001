/** Answers and announcements: the texts, what nobody could answer, and how often what was read out. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { FilePlus, Megaphone } from 'lucide-react'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { Button, Tabs } from '@akmasa/ui'
import { knowledgeApi, type ArticleContent, type ArticleId, type ArticleKind, type Unanswered } from '../../../../contracts/knowledge.ts'
import { scopeOf } from '../../../../contracts/permissions.ts'
import { call } from '../../client.ts'
import { askingPages } from '../../listing.tsx'
import { useMay, useMe } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useText } from '../../text.ts'
import { ArticleList } from './ArticleList.tsx'
import { FiguresTab } from './FiguresTab.tsx'
import { tabs, type KnowledgeFilters, type Tab } from './filters.ts'
import { QuestionsTab } from './QuestionsTab.tsx'
import './knowledge.css'

/** Begins a draft and opens it; for a question its words are the title to start from. */
export function useBegin() {
  const me = useMe(), navigate = useNavigate()
  const [problem, setProblem] = useState<unknown>(null)
  async function begin(kind: ArticleKind, question?: Unanswered) {
    const content: ArticleContent = {
      directorateId: scopeOf(me.roles) === 'desk' ? null : (me.directorate?.id ?? null), title: { tr: question?.words ?? '', en: '' }, body: { tr: '', en: '' }, readOut: { tr: '', en: '' },
      synonyms: [], topicIds: question?.topicId ? [question.topicId] : [], placeIds: [], validFrom: null, validUntil: null,
    }
    try {
      const { id } = await call(knowledgeApi.startArticle, { id: uuidv7() as ArticleId, kind, content, question: question?.key })
      void navigate({ to: '/knowledge/$articleId', params: { articleId: id } })
    } catch (error) {
      setProblem(error)
    }
  }
  return { begin, problem }
}

export function KnowledgePage() {
  const t = useText(), may = useMay(), navigate = useNavigate(), filters = useSearch({ from: '/desk/knowledge' }), { begin, problem } = useBegin()
  const { tab: _tab, ...narrowed } = filters
  const query = useInfiniteQuery({ ...askingPages(knowledgeApi.articles, narrowed), placeholderData: keepPreviousData })
  const counts = query.data?.pages[0]
  const show = (next: KnowledgeFilters) => void navigate({ to: '/knowledge', search: next, replace: true })
  const writes = may('knowledge.write')
  const title = (tab: Tab) => (tab === 'questions' && counts?.questions ? t('knowledge.tab.questionsCount', { count: counts.questions }) : t(`knowledge.tab.${tab}`))
  const content = {
    answers: <ArticleList filters={filters} onChange={show} query={query} />,
    questions: <QuestionsTab onBegin={(question) => void begin('article', question)} />,
    figures: <FiguresTab />,
  }
  return (
    <div className="page">
      <div className="spread wrap">
        <h1>{t('knowledge.title')}</h1>
        {writes && (
          <div className="line">
            <Button look="primary" onPress={() => void begin('article')}><FilePlus aria-hidden />{t('knowledge.newArticle')}</Button>
            <Button onPress={() => void begin('announcement')}><Megaphone aria-hidden />{t('knowledge.newAnnouncement')}</Button>
          </div>
        )}
      </div>
      <ProblemNotice problem={problem} />
      <Tabs
        label={t('knowledge.views')} value={filters.tab ?? 'answers'} onChange={(tab) => show(tab === 'questions' || tab === 'figures' ? { tab } : {})}
        tabs={tabs.filter((tab) => tab !== 'questions' || writes).map((id) => ({ id, title: title(id), content: content[id] }))}
      />
    </div>
  )
}
