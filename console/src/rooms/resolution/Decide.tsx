/** The decision: approve, send back with the reason, or change the words first. One press each, and never by Enter from a list. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { Button, TextArea, toast } from '@akmasa/ui'
import { type Proposal, type ProposalPage, proposalsApi } from '../../../../contracts/proposals.ts'
import { call } from '../../client.ts'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useText } from '../../text.ts'
import { PlainFields, type PlainTyped } from './PlainFields.tsx'
import { DiffShown } from './Shown.tsx'
import { useProposalChange } from './use-proposal.ts'

export function Decide({ proposal, data, number, onDecided }: { proposal: Proposal; data: ProposalPage; number: string; onDecided?: () => void }) {
  const t = useText(), changed = useProposalChange(proposal.caseId)
  const [mode, setMode] = useState<'back' | 'words' | null>(null), [id] = useState(() => uuidv7()), [tried, setTried] = useState(false)
  const [reason, setReason] = useState(''), [plain, setPlain] = useState<PlainTyped>({ tr: proposal.plain?.tr ?? '', en: proposal.plain?.en ?? '' })
  const after = (words: 'approved' | 'partly' | 'sentBack') => async () => { await changed(); toast({ words: t(`proposal.done.${words}`, { number }) }); onDecided?.() }
  const approve = useMutation({ mutationFn: () => call(proposalsApi.approveProposal, { proposalId: proposal.id, id, revision: proposal.revision }), onSuccess: ({ left }) => after(left ? 'partly' : 'approved')(), onError: () => void changed() })
  const back = useMutation({ mutationFn: () => call(proposalsApi.sendBackProposal, { proposalId: proposal.id, id, reason: reason.trim() }), onSuccess: after('sentBack'), onError: () => void changed() })
  const reword = useMutation({ mutationFn: () => call(proposalsApi.rewordProposal, { proposalId: proposal.id, plain: { tr: plain.tr.trim(), en: plain.en.trim() || null }, revision: proposal.revision }), onSuccess: async () => { await changed(); setMode(null); toast({ words: t('proposal.done.reworded') }) } })
  const problem = approve.error ?? back.error ?? reword.error
  if (!data.say) return problem ? <ProblemNotice problem={problem} /> : null
  const open = (next: typeof mode) => { setMode(next); setTried(false); setPlain({ tr: proposal.plain?.tr ?? '', en: proposal.plain?.en ?? '' }) }
  return (
    <section className="stack proposal-decide no-print" aria-label={t('proposal.decide.title')}>
      <ProblemNotice problem={problem} />
      {mode === 'back' && (
        <form className="stack" onSubmit={(e) => { e.preventDefault(); setTried(true); if (reason.trim()) back.mutate() }}>
          <TextArea label={t('proposal.decide.reason')} description={t('proposal.decide.reasonHint')} required value={reason} onChange={setReason} maxLength={1000} autoFocus error={fieldWords(t, back.error, 'reason') ?? (tried && !reason.trim() ? t('cases.act.reasonNeeded') : undefined)} />
          <div className="actions"><Button onPress={() => open(null)}>{t('shared.cancel')}</Button><Button look="primary" type="submit" isPending={back.isPending}>{t('proposal.decide.back')}</Button></div>
        </form>
      )}
      {mode === 'words' && (
        <form className="stack" onSubmit={(e) => { e.preventDefault(); if (plain.tr.trim()) reword.mutate() }}>
          <PlainFields plain={plain} english={data.language === 'en'} onChange={setPlain} error={fieldWords(t, reword.error, 'plain.en')} />
          <div role="status"><h3>{t('proposal.decide.diff')}</h3><DiffShown before={proposal.plain?.tr ?? ''} after={plain.tr} />{data.language === 'en' && <DiffShown before={proposal.plain?.en ?? ''} after={plain.en} />}</div>
          <div className="actions"><Button onPress={() => open(null)}>{t('shared.cancel')}</Button><Button look="primary" type="submit" isPending={reword.isPending}>{t('proposal.decide.keepWords')}</Button></div>
        </form>
      )}
      {mode === null && (
        <div className="actions">
          {data.mine && <Button look="primary" isPending={approve.isPending} onPress={() => approve.mutate()}>{t('proposal.decide.approve')}</Button>}
          <Button onPress={() => open('words')}>{t('proposal.decide.words')}</Button>
          <Button onPress={() => open('back')}>{t('proposal.decide.sendBack')}</Button>
        </div>
      )}
    </section>
  )
}
