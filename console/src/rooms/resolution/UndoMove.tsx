/** The newest move of a case, and the way back from it for whoever may. */
import { useMutation } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Button, Dialog, TextArea, Time, toast } from '@akmasa/ui'
import type { CasePage } from '../../../../contracts/cases.ts'
import { moveOf } from '../../../../contracts/moves.ts'
import { proposalsApi } from '../../../../contracts/proposals.ts'
import { call } from '../../client.ts'
import { useMe } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useText } from '../../text.ts'
import { useProposalChange } from './use-proposal.ts'

export function UndoMove({ page }: { page: CasePage }) {
  const t = useText(), me = useMe(), changed = useProposalChange(page.id), newest = page.newestMove
  const [asking, setAsking] = useState(false), [reason, setReason] = useState(''), [tried, setTried] = useState(false)
  const undo = useMutation({
    mutationFn: () => call(proposalsApi.undoMove, { caseId: page.id, moveId: newest!.id, reason: reason.trim() }),
    onSuccess: async () => { await changed(); setAsking(false); setReason(''); toast({ words: t('proposal.undo.done', { number: page.number }) }) }, onError: () => void changed(),
  })
  if (!newest) return null
  const move = moveOf(newest.move), own = newest.byId === me.id || me.may.includes('case.close')
  // The rule of the server's `mayUndo`.
  const theirs = !me.directorate || newest.directorateId === null || newest.directorateId === me.directorate.id
  const may = own || (move.may.length ? theirs && move.may.some((permission) => me.may.includes(permission)) : me.may.includes('case.settle'))
  return (
    <p className="line meta newest-move">
      <span>{t('proposal.undo.newest', { move: t(`cases.move.${newest.move}`) })} {newest.by ?? t('shared.system')} <Time at={newest.at} /></span>
      {may && <Button small look="quiet" className="no-print" onPress={() => { setAsking(true); setTried(false); undo.reset() }}><Undo2 aria-hidden />{t('proposal.undo.button')}</Button>}
      {asking && (
        <Dialog open onClose={() => setAsking(false)} title={t('proposal.undo.title')} foot={<><Button onPress={() => setAsking(false)}>{t('shared.cancel')}</Button><Button look="primary" isPending={undo.isPending} onPress={() => { setTried(true); if (reason.trim()) undo.mutate() }}>{t('proposal.undo.button')}</Button></>}>
          <p>{t('proposal.undo.words', { move: t(`cases.move.${newest.move}`), state: t(`shared.status.${newest.from}`) })}</p>
          {move.told && <p>{t('proposal.undo.told')}</p>}
          <ProblemNotice problem={undo.error} />
          <TextArea label={t('cases.act.reason')} description={t('cases.act.reasonHint')} required value={reason} onChange={setReason} maxLength={1000} autoFocus error={fieldWords(t, undo.error, 'reason') ?? (tried && !reason.trim() ? t('cases.act.reasonNeeded') : undefined)} />
        </Dialog>
      )}
    </p>
  )
}
