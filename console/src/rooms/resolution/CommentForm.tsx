/** A word about a proposal, for all who work on it. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { Button, TextField } from '@akmasa/ui'
import { type Proposal, proposalsApi } from '../../../../contracts/proposals.ts'
import { call } from '../../client.ts'
import { useMay } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useText } from '../../text.ts'
import { useProposalChange } from './use-proposal.ts'

export function CommentForm({ proposal }: { proposal: Proposal }) {
  const t = useText(), may = useMay(), changed = useProposalChange(proposal.caseId)
  const [words, setWords] = useState(''), [id, setId] = useState(() => uuidv7())
  const send = useMutation({ mutationFn: () => call(proposalsApi.commentProposal, { proposalId: proposal.id, id, words: words.trim() }), onSuccess: async () => { setWords(''); setId(uuidv7()); await changed() } })
  if (!may('case.note')) return null
  return (
    <form className="stack tight no-print" onSubmit={(e) => { e.preventDefault(); if (words.trim() && !send.isPending) send.mutate() }}>
      <TextField label={t('proposal.comment.label')} description={t('proposal.comment.hint')} value={words} onChange={setWords} maxLength={2000} />
      <ProblemNotice problem={send.error} />
      {words.trim() && <div><Button small type="submit" isPending={send.isPending}>{t('proposal.comment.add')}</Button></div>}
    </form>
  )
}
