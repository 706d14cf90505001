/** What may be done with a text now; what may not says why. */
import { useQueryClient } from '@tanstack/react-query'
import { Ellipsis, Send, Stamp, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Button, Dialog, Menu, TextArea, toast } from '@akmasa/ui'
import { cannot, gapsOf, knowledgeApi, type Article, type ArticleCommand, type ArticleContent } from '../../../../contracts/knowledge.ts'
import { scopeOf } from '../../../../contracts/permissions.ts'
import { call } from '../../client.ts'
import { useMay, useMe } from '../../session.tsx'
import { announce } from '../../shell/announce.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { text, useText, type TextKey } from '../../text.ts'
import type { ArticleKeeper } from './saving.ts'

type Asked = 'publish' | 'return' | 'retire'
export function Commands({ keeper, page, content }: { keeper: ArticleKeeper; page: Article; content: ArticleContent }) {
  const t = useText(), me = useMe(), may = useMay(), queries = useQueryClient()
  const [busy, setBusy] = useState(false), [problem, setProblem] = useState<unknown>(null), [dialog, setDialog] = useState<Asked | null>(null)
  const open = page.open?.status === 'draft' || page.open?.status === 'in_review' ? page.open.status : null
  const wholeDesk = scopeOf(me.roles) === 'desk', mine = page.open?.writers.includes(me.id) ?? false
  const facts = { state: page.state, open, published: page.current !== null, directorateId: page.directorateId, writers: page.open?.writers ?? [] }
  const why = (command: ArticleCommand): string | null => {
    const code = cannot(command, facts, { id: me.id, mayWrite: may('knowledge.write'), mayPublish: may('knowledge.publish'), wholeDesk, directorateId: me.directorate?.id ?? null })
    return code && t(`refusal.${code}` as TextKey)
  }
  const gaps = gapsOf(page.kind, content)
  const missing = gaps.length ? t('knowledge.missing', { count: gaps.length }) : null

  /** Everything written is saved first: what is sent or published is what stands on the screen. */
  async function run(command: (given: { articleId: Article['id']; revision: number }) => Promise<Article>, words: string, undo?: (now: Article) => Promise<Article>): Promise<void> {
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      if (!(await keeper.flush())) return
      const now = await command({ articleId: page.id, revision: keeper.now().page.revision })
      keeper.adopt(now)
      setDialog(null)
      for (const path of [knowledgeApi.articles.path, knowledgeApi.unanswered.path]) void queries.invalidateQueries({ queryKey: [path] })
      if (undo) toast({ words, action: { label: text('knowledge.undo'), do: () => void undo(now).then(keeper.adopt, setProblem) } })
      else announce(words)
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const seen = (now: Article) => ({ articleId: now.id, revision: now.revision })
  const back = { publish: (now: Article) => call(knowledgeApi.undoPublish, seen(now)), retire: (now: Article) => call(knowledgeApi.restoreArticle, seen(now)) }
  function asked(which: Asked, reason: string) {
    const given = reason.trim() ? { reason: reason.trim() } : {}
    if (which === 'publish') void run((now) => call(knowledgeApi.publishArticle, { ...now, ...given }), t('knowledge.done.published'), back.publish)
    else if (which === 'return') void run((now) => call(knowledgeApi.returnArticle, { ...now, ...given }), t('knowledge.done.returned'))
    else void run((now) => call(knowledgeApi.retireArticle, { ...now, ...given }), t('knowledge.done.retired'), back.retire)
  }
  const more = {
    undo: () => void run((now) => call(knowledgeApi.undoPublish, now), t('knowledge.done.undone')),
    discard: () => { const was = keeper.now().content; void run((now) => call(knowledgeApi.discardArticleDraft, now), t('knowledge.done.discarded'), (now) => (now.state === 'retired' ? back.retire(now) : call(knowledgeApi.saveArticle, { ...seen(now), content: was }))) },
    retire: () => setDialog('retire'),
    restore: () => void run((now) => call(knowledgeApi.restoreArticle, now), t('knowledge.done.restored')),
    pin: () => void run((now) => call(knowledgeApi.pinArticle, { ...now, pinned: !page.pinned }), t(page.pinned ? 'knowledge.done.unpinned' : 'knowledge.done.pinned'), (now) => call(knowledgeApi.pinArticle, { ...seen(now), pinned: page.pinned })),
  }
  const choices = (['pin', 'undo', 'discard', page.state === 'retired' ? 'restore' : 'retire'] as const).map((id) => {
    const reason = why(id)
    return { id, label: t(id === 'pin' && page.pinned ? 'knowledge.command.unpin' : `knowledge.command.${id}`), disabled: reason !== null, description: reason ?? undefined }
  })
  const publishWhy = why('publish') ?? missing
  const needsReason = mine || open === 'draft'
  if (!may('knowledge.write')) return null
  return (
    <div className="knowledge-commands no-print">
      <div className="line">
        {open === 'draft' && <Button look="primary" reason={why('send') ?? missing} isPending={busy} onPress={() => void run((now) => call(knowledgeApi.sendToReview, now), t('knowledge.done.sent'))}><Send aria-hidden />{t('knowledge.command.send')}</Button>}
        {open === 'in_review' && <Button reason={why('return')} isDisabled={busy} onPress={() => (mine ? asked('return', '') : setDialog('return'))}><Undo2 aria-hidden />{t(mine ? 'knowledge.command.takeBack' : 'knowledge.command.return')}</Button>}
        {(open === 'in_review' || (open === 'draft' && wholeDesk)) && may('knowledge.publish') && (
          <Button look={open === 'in_review' ? 'primary' : 'plain'} reason={publishWhy} isPending={busy} onPress={() => (needsReason ? setDialog('publish') : asked('publish', ''))}><Stamp aria-hidden />{t('knowledge.command.publish')}</Button>
        )}
        <Menu label={t('knowledge.more')} choices={choices} onChoose={(id) => more[id as keyof typeof more]()}><Button look="quiet" aria-label={t('knowledge.more')}><Ellipsis aria-hidden /></Button></Menu>
      </div>
      {!dialog && <ProblemNotice problem={problem} />}
      {dialog && <ReasonDialog asked={dialog} needed={dialog !== 'retire'} problem={problem} busy={busy} onClose={() => { setDialog(null); setProblem(null) }} onDo={(reason) => asked(dialog, reason)} />}
    </div>
  )
}

function ReasonDialog({ asked, needed, problem, busy, onClose, onDo }: { asked: Asked; needed: boolean; problem: unknown; busy: boolean; onClose: () => void; onDo: (reason: string) => void }) {
  const t = useText(), [reason, setReason] = useState('')
  return (
    <Dialog open title={t(`knowledge.dialog.${asked}`)} onClose={onClose} foot={<><Button onPress={onClose}>{t('shared.cancel')}</Button><Button look="primary" isPending={busy} isDisabled={needed && !reason.trim()} onPress={() => onDo(reason)}>{t(`knowledge.command.${asked}`)}</Button></>}>
      <p>{t(`knowledge.dialog.${asked}Words`)}</p>
      <TextArea label={t('shared.reason')} value={reason} onChange={setReason} rows={3} maxLength={500} autoFocus required={needed} />
      <ProblemNotice problem={problem} />
    </Dialog>
  )
}
