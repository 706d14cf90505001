/** On the page of a case: what the directorates propose, part by part, the words for the citizen, and who has approved them. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { Badge, Button, Notice, Skeleton, Time, toast, type Tone } from '@akmasa/ui'
import type { CasePage } from '../../../../contracts/cases.ts'
import { isActive } from '../../../../contracts/moves.ts'
import { type Proposal, type ProposalPage, proposalsApi, type ProposalStatus } from '../../../../contracts/proposals.ts'
import { call } from '../../client.ts'
import { useMe } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { Failed } from '../../shell/pages.tsx'
import { fieldWords, useName, useText } from '../../text.ts'
import { can } from '../cases/can.ts'
import { CommentForm } from './CommentForm.tsx'
import { Decide } from './Decide.tsx'
import { PartForm } from './PartForm.tsx'
import { PlainFields, type PlainTyped } from './PlainFields.tsx'
import { ApprovalsShown, CommentsShown, PartShown, PlainShown, WordingsShown } from './Shown.tsx'
import { useProposal, useProposalChange } from './use-proposal.ts'
import './resolution.css'

/** After these every directorate writes its part anew. */
const mayAgain: readonly ProposalStatus[] = ['sent_back', 'objected']
const tones: Record<ProposalStatus, Tone> = { draft: 'info', proposed: 'info', submitted: 'info', approved: 'success', sent_back: 'warning', agreed: 'success', objected: 'warning', withdrawn: 'neutral', rejected: 'neutral' }
export const StatusBadge = ({ proposal }: { proposal: Proposal }) => <Badge tone={tones[proposal.status]}>{useText()(`proposal.status.${proposal.status}`)}</Badge>

export function ProposalPanel({ page }: { page: CasePage }) {
  const t = useText(), query = useProposal(page.id)
  const without = page.kind === 'information' || page.kind === 'thanks' || page.kind === 'suggestion'
  if (without && !query.data?.proposal) return null
  return (
    <section className="panel stack proposal" aria-label={t('proposal.title')}>
      {query.data ? <Panel page={page} data={query.data} /> : query.error ? <Failed problem={query.error} retry={() => void query.refetch()} /> : <><h2>{t('proposal.title')}</h2><Skeleton lines={3} /></>}
    </section>
  )
}

function Panel({ page, data }: { page: CasePage; data: ProposalPage }) {
  const t = useText(), name = useName(), me = useMe(), [open, setWriting] = useState(data.draft !== null)
  const { proposal } = data, mayPropose = can('propose', page, me), maySubmit = can('submit', page, me), mayRevise = can('revise', page, me)
  const writing = open && mayPropose?.may === true
  const live = proposal && ['draft', 'proposed', 'submitted'].includes(proposal.status) ? proposal : null
  const part = (directorateId: string) => proposal?.parts.find((one) => one.directorateId === directorateId && one.proposed)
  const mine = me.directorate && part(me.directorate.id)
  return (
    <>
      <div className="spread"><h2>{t(proposal?.kind === 'refusal' ? 'proposal.titleRefusal' : 'proposal.title')} {proposal && proposal.version > 1 && <span className="meta">{t('proposal.version', { version: proposal.version })}</span>}</h2>{proposal && <StatusBadge proposal={proposal} />}</div>
      {proposal?.because && (proposal.status === 'sent_back' || proposal.status === 'objected') && <Notice tone="warning" title={t(`proposal.because.${proposal.status}`)}>{proposal.because}</Notice>}
      {proposal?.approvals.some((one) => one.status === 'by_rule') && <Notice tone="info" title={t('proposal.byRule')} />}
      {data.nobody && live && <p className="hint">{t('proposal.nobody')}</p>}
      {!proposal && !writing && <p className="hint">{t(mayPropose?.may ? 'proposal.none.yours' : 'proposal.none.words')}</p>}
      {proposal && (
        <ul className="proposal-parts">
          {data.tasks.filter((task) => isActive(task.status) || part(task.directorateId)).map((task) => {
            const written = part(task.directorateId)
            return (
              <li key={task.directorateId} className="stack tight">
                <div className="spread"><span><strong>{name(task.directorate)}</strong> <span className="meta">{t(`shared.part.${task.part}`)}</span></span>{(!written || (!live && ['open', 'taken'].includes(task.status) && mayAgain.includes(proposal.status))) && <Badge tone={task.hasPeople ? 'info' : 'warning'}>{t(task.hasPeople ? 'proposal.part.waits' : 'proposal.part.nobody')}</Badge>}</div>
                {written && <PartShown part={written} />}
              </li>
            )
          })}
        </ul>
      )}
      {mayPropose?.may && !writing && <div className="actions no-print"><Button look={(mine && live) || page.task === 'open' ? 'plain' : 'primary'} onPress={() => setWriting(true)}>{t(mine ? 'proposal.form.rewrite' : data.draft ? 'proposal.form.goOn' : 'proposal.form.open')}</Button></div>}
      {writing && <PartForm page={page} data={data} onDone={() => setWriting(false)} />}
      {proposal?.status === 'proposed' && maySubmit?.may && !writing ? <SubmitForm key={proposal.revision} page={page} proposal={proposal} data={data} /> : proposal?.plain && <PlainShown plain={proposal.plain} />}
      {proposal?.status === 'proposed' && !maySubmit?.may && <p className="hint">{t('proposal.leadSends')}</p>}
      {proposal && <ApprovalsShown proposal={proposal} deciders={data.deciders} />}
      {proposal?.status === 'submitted' && mine && mayRevise?.may && <Revise page={page} />}
      {proposal && <WordingsShown wordings={data.wordings} />}
      {proposal?.status === 'submitted' && <Decide key={proposal.id} proposal={proposal} data={data} number={page.number} />}
      {proposal?.agreement && <p>{t(`proposal.agreed.${proposal.agreement.how}`)} <span className="meta">{proposal.agreement.by} <Time at={proposal.agreement.at} /></span></p>}
      <CommentsShown comments={data.comments} />
      {proposal && <CommentForm proposal={proposal} />}
      {data.earlier.length > 0 && <Earlier earlier={data.earlier} />}
    </>
  )
}

/** The lead reads what the parts say together, changes the words and sends them for approval. */
function SubmitForm({ page, proposal, data }: { page: CasePage; proposal: Proposal; data: ProposalPage }) {
  const t = useText(), changed = useProposalChange(page.id), [id] = useState(() => uuidv7()), [tried, setTried] = useState(false)
  const [plain, setPlain] = useState<PlainTyped>({ tr: proposal.plain?.tr ?? '', en: proposal.plain?.en ?? '' })
  const english = data.language === 'en'
  const send = useMutation({
    mutationFn: () => call(proposalsApi.submitProposal, { caseId: page.id, id, plain: { tr: plain.tr.trim(), en: plain.en.trim() || null }, revision: proposal.revision }),
    onSuccess: async () => { await changed(); toast({ words: t('proposal.form.sent', { number: page.number }) }) },
  })
  const ready = plain.tr.trim() && (!english || plain.en.trim())
  return (
    <form className="stack no-print" onSubmit={(e) => { e.preventDefault(); setTried(true); if (ready) send.mutate() }}>
      <Notice tone="info" title={t('proposal.whole.title')}>{t('proposal.whole.words')}</Notice>
      <ProblemNotice problem={send.error} />
      <PlainFields plain={plain} english={english} onChange={setPlain} error={fieldWords(t, send.error, 'plain.en') ?? (tried && english && !plain.en.trim() ? t('proposal.lack.english') : undefined)} />
      <div className="actions"><Button look="primary" type="submit" isPending={send.isPending}>{t('proposal.form.send')}</Button></div>
    </form>
  )
}
function Revise({ page }: { page: CasePage }) {
  const t = useText(), changed = useProposalChange(page.id), [id] = useState(() => uuidv7())
  const send = useMutation({ mutationFn: () => call(proposalsApi.revisePart, { caseId: page.id, id }), onSuccess: changed, onError: () => void changed() })
  return <div className="stack tight no-print"><div className="actions"><Button isPending={send.isPending} onPress={() => send.mutate()}>{t('proposal.form.revise')}</Button></div><ProblemNotice problem={send.error} /></div>
}
function Earlier({ earlier }: { earlier: readonly Proposal[] }) {
  const t = useText(), name = useName()
  return (
    <details>
      <summary>{t('proposal.earlier', { count: earlier.length })}</summary>
      <ol className="stack">
        {earlier.map((one) => (
          <li key={one.id} className="stack tight">
            <div className="spread"><strong>{t('proposal.version', { version: one.version })}</strong><StatusBadge proposal={one} /></div>
            {one.because && <p>{one.because}</p>}
            {one.parts.map((part) => <div key={part.directorateId}><strong>{name(part.directorate)}</strong><PartShown part={part} /></div>)}
          </li>
        ))}
      </ol>
    </details>
  )
}
