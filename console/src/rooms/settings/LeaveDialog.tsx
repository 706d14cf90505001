/** Somebody leaves: what she has in hand, and who takes it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, Dialog, Skeleton, toast } from '@akmasa/ui'
import { identityApi, type StaffId } from '../../../../contracts/identity.ts'
import { asking, call } from '../../client.ts'
import { Finder } from '../../Finder.tsx'
import { Failed } from '../../shell/pages.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useText } from '../../text.ts'
import { undoNewest } from './undo.ts'
import { refresh } from './use-thing.ts'
import { countWords } from './UsesNotice.tsx'

export function LeaveDialog({ staffId, name, onClose }: { staffId: StaffId; name: string; onClose: () => void }) {
  const t = useText(), queries = useQueryClient(), query = useQuery({ ...asking(identityApi.openWorkOf, { staffId }), staleTime: 0 })
  const [to, setTo] = useState<string | null>(null), [missing, setMissing] = useState(false)
  const leaving = useMutation({
    mutationFn: () => call(identityApi.leaveStaff, { staffId, handOverTo: to as StaffId | null }),
    onSuccess: () => {
      void refresh(queries, 'staff', staffId)
      void refresh(queries, 'directorate')
      onClose()
      toast({ words: t('settings.staff.leftDone', { name }), action: { label: t('settings.bar.undo'), do: () => void undoNewest(queries, [{ kind: 'staff', id: staffId }]) } })
    },
  })
  function leave() {
    const needed = Boolean(query.data?.handOver && !to)
    setMissing(needed)
    if (!needed) leaving.mutate()
  }
  const work = Object.entries(query.data?.work ?? {}).filter(([, n]) => n > 0)
  return (
    <Dialog open alert title={t('settings.staff.leaveTitle')} onClose={onClose} foot={<><Button onPress={onClose}>{t('shared.cancel')}</Button><Button look="danger" isPending={leaving.isPending} onPress={leave}>{t('settings.staff.leaveDo')}</Button></>}>
      <p>{t('settings.staff.leaveWords', { name })}</p>
      {query.error ? <Failed problem={query.error} retry={() => void query.refetch()} /> : !query.data ? <Skeleton lines={3} /> : (
        <>
          {work.length === 0 ? <p>{t('settings.staff.noWork')}</p> : <div><h3>{t('settings.staff.work')}</h3><ul className="bullets">{work.map(([what, n]) => <li key={what}>{countWords(t, what, n)}</li>)}</ul></div>}
          <Finder
            label={t('settings.staff.handTo')} description={t('settings.staff.handHint')} required={query.data.handOver} value={to} onChoose={(id) => { setTo(id); setMissing(false) }}
            options={query.data.to.map((c) => ({ id: c.id, name: c.name, description: c.roles.map((r) => t(`shared.role.${r}`)).join(', ') }))} error={missing ? t('settings.staff.mustHand') : fieldWords(t, leaving.error, 'handOverTo')}
          />
          <ProblemNotice problem={leaving.error} />
        </>
      )}
    </Dialog>
  )
}
