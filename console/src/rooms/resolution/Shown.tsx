/** A proposal as it is read: parts, words, approvals, what was changed and said. Nothing here can be pressed. */
import { Check, CircleCheck, Clock, Gavel, House, Undo2, Wallet } from 'lucide-react'
import { Badge, Time, type Tone } from '@akmasa/ui'
import type { Approval, Decider, Part, Plain, Proposal, ProposalPage, Wording } from '../../../../contracts/proposals.ts'
import { useLanguage, useName, useText } from '../../text.ts'
import { diffWords } from '../knowledge/diff.ts'

export const useDay = () => {
  const language = useLanguage()
  return (day: string) => new Intl.DateTimeFormat(language === 'tr' ? 'tr-TR' : 'en-GB', { day: 'numeric', month: 'long', year: 'numeric', weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
const Fact = ({ name, children }: { name: string; children: React.ReactNode }) => <><dt>{name}</dt><dd>{children}</dd></>

export function PartShown({ part }: { part: Part }) {
  const t = useText(), day = useDay()
  return (
    <div className="stack tight">
      <p className="proposal-what">{part.what}</p>
      <dl className="facts">
        {part.kind === 'solution' && part.byWhom && <Fact name={t('proposal.field.byWhom')}>{part.byWhom}</Fact>}
        {part.from && part.to && <Fact name={t('proposal.field.days')}>{part.from === part.to ? day(part.from) : `${day(part.from)} – ${day(part.to)}`}</Fact>}
        {part.kind === 'solution' && <Fact name={t('proposal.field.cost')}>{t(`proposal.cost.${part.costClass}`)}</Fact>}
        {part.citizenMust && <Fact name={t('proposal.field.citizenMust')}>{part.citizenMust}</Fact>}
        {part.alternatives && <Fact name={t('proposal.field.alternatives')}>{part.alternatives}</Fact>}
      </dl>
      {(part.entersPrivate || part.costsCitizen) && <div className="line">{part.entersPrivate && <Badge tone="warning" icon={House}>{t('proposal.flag.entersPrivate')}</Badge>}{part.costsCitizen && <Badge tone="warning" icon={Wallet}>{t('proposal.flag.costsCitizen')}</Badge>}</div>}
      <p className="meta">{part.by} <Time at={part.at} /></p>
    </div>
  )
}
export function PlainShown({ plain }: { plain: Plain }) {
  const t = useText()
  return (
    <section className="stack tight" aria-label={t('proposal.plain.title')}>
      <h3>{t('proposal.plain.title')}</h3>
      <blockquote className="proposal-plain" lang="tr">{plain.tr}</blockquote>
      {plain.en && <blockquote className="proposal-plain" lang="en">{plain.en}</blockquote>}
    </section>
  )
}
const looks: Record<Approval['status'], { tone: Tone; icon: typeof Check }> = { waiting: { tone: 'info', icon: Clock }, approved: { tone: 'success', icon: CircleCheck }, sent_back: { tone: 'warning', icon: Undo2 }, by_rule: { tone: 'neutral', icon: Gavel } }
export function ApprovalsShown({ proposal, deciders }: { proposal: Proposal; deciders: readonly Decider[] }) {
  const t = useText(), name = useName()
  if (!proposal.approvals.length) return null
  const of = (a: Approval) => proposal.parts.find((part) => part.directorateId === a.directorateId)?.directorate
  return (
    <section className="stack tight" aria-label={t('proposal.approvals.title')}>
      <h3>{t('proposal.approvals.title')}</h3>
      <ul className="proposal-approvals">
        {proposal.approvals.map((a) => {
          const directorate = of(a), waitsFor = deciders.find((one) => one.need === a.need && one.directorateId === a.directorateId)
          return (
            <li key={`${a.need}:${a.directorateId}`}>
              <div className="spread"><span>{t(`proposal.need.${a.need}`)}{directorate && <>: <strong>{name(directorate)}</strong></>}</span><Badge tone={looks[a.status].tone} icon={looks[a.status].icon}>{t(`proposal.approval.${a.status}`)}</Badge></div>
              {a.at && a.status !== 'by_rule' && <p className="meta">{a.by} <Time at={a.at} /></p>}
              {a.status === 'waiting' && waitsFor && <p className="meta">{waitsFor.as === 'nobody' ? t('proposal.decider.nobody') : t(`proposal.decider.${waitsFor.as}`, { names: waitsFor.people.map((one) => one.name).join(', ') })}</p>}
              {a.words && <p>{a.words}</p>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
export function DiffShown({ before, after }: { before: string; after: string }) {
  return <p className="diff proposal-diff">{diffWords(before, after).map((piece, n) => (piece.is === 'same' ? <span key={n}>{piece.words}</span> : piece.is === 'gone' ? <del key={n}>{piece.words}</del> : <ins key={n}>{piece.words}</ins>))}</p>
}
export function WordingsShown({ wordings }: { wordings: readonly Wording[] }) {
  const t = useText()
  if (!wordings.length) return null
  return (
    <details>
      <summary>{t('proposal.wordings.title', { count: wordings.length })}</summary>
      <ol className="stack">
        {wordings.map((one) => (
          <li key={one.at} className="stack tight">
            <p className="meta">{one.by} <Time at={one.at} /></p>
            {one.before.tr !== one.after.tr && <DiffShown before={one.before.tr} after={one.after.tr} />}
            {(one.before.en ?? '') !== (one.after.en ?? '') && <DiffShown before={one.before.en ?? ''} after={one.after.en ?? ''} />}
          </li>
        ))}
      </ol>
    </details>
  )
}
export function CommentsShown({ comments }: { comments: ProposalPage['comments'] }) {
  if (!comments.length) return null
  return <ul className="stack tight">{comments.map((one, n) => <li key={n}><p>{one.words}</p><p className="meta">{one.by} <Time at={one.at} /></p></li>)}</ul>
}
