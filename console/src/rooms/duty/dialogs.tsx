/** What the desk does about one directorate's part: notes who has it, or stops it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Button, Dialog, Select, TextField } from '@akmasa/ui'
import { dutyApi, type Page } from '../../../../contracts/duty.ts'
import { identityApi, type StaffId } from '../../../../contracts/identity.ts'
import { asking, call } from '../../client.ts'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useText } from '../../text.ts'

type Of = { page: Page; onClose: () => void }
function useDone(onClose: () => void) {
  const queries = useQueryClient()
  return async () => { onClose(); await queries.invalidateQueries({ queryKey: [dutyApi.alerts.path] }) }
}

export function WhoDialog({ page, onClose }: Of) {
  const t = useText(), done = useDone(onClose), [chosen, setChosen] = useState<string | null>(null)
  const people = useQuery({ ...asking(identityApi.colleagues, page.directorateId ? { directorateId: page.directorateId } : {}), staleTime: 60_000 })
  const save = useMutation({ mutationFn: (staffId: StaffId) => call(dutyApi.acceptPage, { pageId: page.id, staffId }), onSuccess: done })
  const submit = (e: FormEvent) => { e.preventDefault(); if (chosen) save.mutate(chosen as StaffId) }
  return (
    <Dialog open title={t('duty.who.title')} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <ProblemNotice problem={save.error ?? people.error} />
        {people.data?.length === 0 ? <p className="hint">{t('duty.who.none')}</p>
          : <Select label={t('duty.who.label')} description={t('duty.who.hint')} options={(people.data ?? []).map((one) => ({ id: one.id, name: one.name, description: one.roles.map((role) => t(`shared.role.${role}`)).join(', ') }))} value={chosen} onChange={setChosen} required />}
        <div className="line"><Button type="submit" look="primary" isDisabled={!chosen} isPending={save.isPending}>{t('duty.who.submit')}</Button></div>
      </form>
    </Dialog>
  )
}

export function StopDialog({ page, onClose }: Of) {
  const t = useText(), done = useDone(onClose), [reason, setReason] = useState('')
  const stop = useMutation({ mutationFn: () => call(dutyApi.stopPage, { pageId: page.id, reason }), onSuccess: done })
  return (
    <Dialog open title={t('duty.stop.title')} onClose={onClose}>
      <form className="stack" onSubmit={(e) => { e.preventDefault(); stop.mutate() }} noValidate>
        <ProblemNotice problem={stop.error} />
        <TextField label={t('duty.stop.label')} description={t('duty.stop.hint')} value={reason} onChange={setReason} maxLength={500} error={fieldWords(t, stop.error, 'reason')} required autoFocus />
        <div className="line"><Button type="submit" look="danger" isDisabled={!reason.trim()} isPending={stop.isPending}>{t('duty.stop.submit')}</Button></div>
      </form>
    </Dialog>
  )
}
