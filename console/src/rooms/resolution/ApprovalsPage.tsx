/** What waits for my decision: the queue on the left; cost, dates and the very words that the citizen will hear on the right. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Printer, Siren } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { uuidv7 } from 'uuidv7'
import { Badge, Button, Checkbox, EmptyState, Notice, Skeleton, Time } from '@akmasa/ui'
import { type ApprovalQueue, proposalsApi, type QueueRow } from '../../../../contracts/proposals.ts'
import { asking, call, Problem } from '../../client.ts'
import { Due } from '../../Due.tsx'
import { Answered } from '../../listing.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { Failed } from '../../shell/pages.tsx'
import { problemWords, useName, useText } from '../../text.ts'
import { Absence } from './Absence.tsx'
import { stillChosen, whyNotBeside } from './bulk.ts'
import { CommentForm } from './CommentForm.tsx'
import { Decide } from './Decide.tsx'
import { ApprovalsShown, CommentsShown, PartShown, PlainShown, WordingsShown } from './Shown.tsx'
import { useProposal } from './use-proposal.ts'
import './resolution.css'

export function ApprovalsPage() {
  const t = useText(), query = useQuery(asking(proposalsApi.approvals))
  return (
    <div className="page approvals-page">
      <div className="spread"><h1>{t('proposal.queue.title')}</h1><Button small look="quiet" className="no-print" onPress={() => window.print()}><Printer aria-hidden />{t('shared.print')}</Button></div>
      <Answered of={query}>{(queue) => <Queue queue={queue} />}</Answered>
    </div>
  )
}

function Queue({ queue }: { queue: ApprovalQueue }) {
  const t = useText(), { id } = useSearch({ from: '/desk/approvals' }), navigate = useNavigate()
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const chosen = stillChosen(queue.rows, ids), selected = queue.rows.find((row) => row.proposal.id === id) ?? null
  const show = (row: QueueRow) => void navigate({ to: '/approvals', search: { id: row.proposal.id }, replace: true })
  const list = useRef<HTMLUListElement>(null)
  /** Arrows go from one to the next; Enter opens, and approves nothing. */
  function byKey(e: KeyboardEvent) {
    if (e.key !== 'ArrowDown' && e.key !== 'ArrowUp') return
    const all = [...(list.current?.querySelectorAll<HTMLElement>('button.queue-open') ?? [])], now = all.findIndex((one) => one === document.activeElement)
    if (now < 0) return
    e.preventDefault()
    all[Math.max(0, Math.min(all.length - 1, now + (e.key === 'ArrowDown' ? 1 : -1)))]?.focus()
  }
  const toggle = (row: QueueRow, on: boolean) => setIds((before) => { const next = new Set(before); if (on) next.add(row.proposal.id); else next.delete(row.proposal.id); return next })
  return (
    <>
      <Absence queue={queue} />
      {queue.rows.length === 0 ? <EmptyState title={t('proposal.queue.empty')}>{t(queue.decides ? 'proposal.queue.emptyWords' : 'proposal.queue.notYours')}</EmptyState> : (
        <div className="approvals">
          <section className="stack" aria-label={t('proposal.queue.list')}>
            <Together chosen={chosen} onDone={() => setIds(new Set())} />
            <ul ref={list} className="queue" onKeyDown={byKey}>
              {queue.rows.map((row) => <Row key={row.proposal.id} row={row} open={row === selected} onOpen={() => show(row)} chosen={ids.has(row.proposal.id)} why={whyNotBeside(row, chosen)} onChoose={(on) => toggle(row, on)} />)}
            </ul>
          </section>
          <section className="panel stack queue-one" aria-label={t('proposal.queue.one')}>
            {selected ? <One key={selected.proposal.id} row={selected} /> : <EmptyState title={t(id ? 'proposal.queue.decided' : 'proposal.queue.choose')}>{t('proposal.queue.chooseWords')}</EmptyState>}
          </section>
        </div>
      )}
    </>
  )
}

function Row({ row, open, onOpen, chosen, why, onChoose }: { row: QueueRow; open: boolean; onOpen: () => void; chosen: boolean; why: 'rule' | 'unlike' | null; onChoose: (on: boolean) => void }) {
  const t = useText(), name = useName()
  return (
    <li className={`queue-row${open ? ' is-open' : ''}${row.emergency ? ' is-emergency' : ''}`}>
      {why === 'rule' ? <span className="queue-no-box" /> : <span className="no-print" title={why && !chosen ? t(`proposal.bulk.${why}`) : undefined}><Checkbox aria-label={t('proposal.bulk.choose', { number: row.number })} isSelected={chosen} isDisabled={why !== null && !chosen} onChange={onChoose}>{''}</Checkbox></span>}
      <button type="button" className="queue-open" aria-current={open || undefined} onClick={onOpen}>
        <span className="line"><strong className="number">{row.number}</strong> {name(row.topic)} {row.emergency && <Badge tone="emergency" icon={Siren}>{t('cases.inbox.emergency')}</Badge>}</span>
        <span className="meta line">{row.place && <span>{row.place}</span>}<span>{t(`proposal.kind.${row.proposal.kind}`)}</span><span>{t(`proposal.cost.${row.cost}`)}</span></span>
        <span className="meta line">{row.needs.map((need) => <span key={`${need.need}${name(need.directorate)}`}>{name(need.directorate)}{need.as !== need.need && need.as !== 'nobody' && <>, {t(`proposal.as.${need.as}`)}</>}{need.need === 'deputy_mayor' && <>, {t('proposal.as.above')}</>}</span>)}</span>
        <span className="line"><Due at={row.dueAt} />{why === 'rule' && <span className="meta">{t('proposal.bulk.rule')}</span>}</span>
      </button>
    </li>
  )
}

/** Several at once: of one kind and cost, each with its own outcome. */
function Together({ chosen, onDone }: { chosen: readonly QueueRow[]; onDone: () => void }) {
  const t = useText(), queries = useQueryClient()
  const send = useMutation({
    mutationFn: () => call(proposalsApi.approveMany, { proposals: chosen.map((row) => ({ proposalId: row.proposal.id, id: uuidv7(), revision: row.proposal.revision })) }),
    onSuccess: onDone, onSettled: () => queries.invalidateQueries({ queryKey: [proposalsApi.approvals.path] }),
  })
  const refused = send.data?.filter((one) => one.refused) ?? [], done = (send.data?.length ?? 0) - refused.length
  return (
    <div className="stack tight no-print" role="status">
      {chosen.length > 0 ? <div className="actions"><Button look="primary" isPending={send.isPending} onPress={() => send.mutate()}>{t('proposal.bulk.approve', { count: chosen.length })}</Button><Button look="quiet" onPress={onDone}>{t('proposal.bulk.none')}</Button></div> : <p className="hint">{t('proposal.bulk.hint')}</p>}
      <ProblemNotice problem={send.error} />
      {send.data && done > 0 && <Notice tone="success" title={t('proposal.bulk.done', { count: done })} />}
      {refused.length > 0 && <Notice tone="warning" title={t('proposal.bulk.refused', { count: refused.length })}><ul>{refused.map((one) => <li key={one.proposalId}><span className="number">{one.number}</span>: {problemWords(t, new Problem({ status: 409, code: one.refused!.code, facts: one.refused!.facts as Record<string, string | number> }))}</li>)}</ul></Notice>}
    </div>
  )
}

function One({ row }: { row: QueueRow }) {
  const t = useText(), name = useName(), query = useProposal(row.proposal.caseId), heading = useRef<HTMLDivElement>(null), loaded = query.data !== undefined
  // On a narrow screen it stands below the queue.
  useEffect(() => { if (loaded && matchMedia('(max-width: 900px)').matches) heading.current?.scrollIntoView({ block: 'center' }) }, [loaded])
  if (!query.data) return query.error ? <Failed problem={query.error} retry={() => void query.refetch()} /> : <Skeleton lines={8} />
  const data = query.data, proposal = data.proposal?.id === row.proposal.id ? data.proposal : row.proposal
  return (
    <>
      <div className="spread" ref={heading}><h2><Link to="/cases/$caseId" params={{ caseId: proposal.caseId }} className="number">{row.number}</Link> {name(row.topic)}</h2><Badge tone={row.cost === 'large' ? 'warning' : 'neutral'}>{t('proposal.field.cost')}: {t(`proposal.cost.${row.cost}`)}</Badge></div>
      <p className="meta line">{row.place && <span>{row.place}</span>}<span>{t('proposal.queue.sent')} {proposal.submittedAt && <Time at={proposal.submittedAt} />}</span><span>{t('shared.due.label')}: {row.dueAt && <Time at={row.dueAt} />} <Due at={row.dueAt} /></span></p>
      {proposal.plain && <PlainShown plain={proposal.plain} />}
      <Decide key={proposal.revision} proposal={proposal} data={data} number={row.number} />
      <WordingsShown wordings={data.wordings} />
      <ul className="proposal-parts">{proposal.parts.filter((part) => part.proposed).map((part) => <li key={part.directorateId} className="stack tight"><strong>{name(part.directorate)}</strong><PartShown part={part} /></li>)}</ul>
      <ApprovalsShown proposal={proposal} deciders={data.deciders} />
      <CommentsShown comments={data.comments} />
      <CommentForm proposal={proposal} />
    </>
  )
}
