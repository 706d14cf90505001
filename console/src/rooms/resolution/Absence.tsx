/** I am away until a day, and my deputy decides meanwhile; and who else is away. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, DateField, Notice, toast } from '@akmasa/ui'
import { type ApprovalQueue, proposalsApi } from '../../../../contracts/proposals.ts'
import { call } from '../../client.ts'
import { useMe } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useText } from '../../text.ts'
import { useDay } from './Shown.tsx'

export function Absence({ queue }: { queue: ApprovalQueue }) {
  const t = useText(), me = useMe(), day = useDay(), queries = useQueryClient(), [open, setOpen] = useState(false), [until, setUntil] = useState<string | null>(null)
  const send = useMutation({
    mutationFn: (last: string | null) => call(proposalsApi.setAbsence, { until: last }),
    onSuccess: async (_, last) => { setOpen(false); await queries.invalidateQueries({ queryKey: [proposalsApi.approvals.path] }); toast({ words: last ? t('proposal.away.set', { day: day(last) }) : t('proposal.away.back') }) },
  })
  const others = queue.absences.filter((one) => one.staffId !== me.id)
  return (
    <div className="stack tight no-print">
      {queue.absentUntil && <Notice tone="warning" title={t('proposal.away.now', { day: day(queue.absentUntil) })} action={<Button small isPending={send.isPending} onPress={() => send.mutate(null)}>{t('proposal.away.end')}</Button>}>{t('proposal.away.words')}</Notice>}
      {queue.decides && !queue.absentUntil && !open && <div><Button small look="quiet" onPress={() => setOpen(true)}>{t('proposal.away.open')}</Button></div>}
      {open && !queue.absentUntil && (
        <form className="line from-top" onSubmit={(e) => { e.preventDefault(); if (until) send.mutate(until) }}>
          <DateField label={t('proposal.away.until')} description={t('proposal.away.words')} value={until} onChange={setUntil} error={fieldWords(t, send.error, 'until')} />
          <Button look="primary" type="submit" isPending={send.isPending}>{t('shared.save')}</Button><Button onPress={() => setOpen(false)}>{t('shared.cancel')}</Button>
        </form>
      )}
      <ProblemNotice problem={send.error} />
      {others.length > 0 && <p className="meta">{t('proposal.away.others')}: {others.map((one) => `${one.name} (${day(one.until)})`).join(', ')}</p>}
    </div>
  )
}
