/** One dialog for everything that is done about a request: when, how it was told, and what the act asks for besides. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { Button, Checkbox, Chips, DateField, Dialog, Select, TextArea, TextField, toast } from '@akmasa/ui'
import { casesApi, type CasePage } from '../../../../contracts/cases.ts'
import { placesApi } from '../../../../contracts/places.ts'
import { Delivery, groundsOf, statutoryApi, type Ground, type StatutoryAct, type StatutoryPage, type StatutoryStep } from '../../../../contracts/statutory.ts'
import type { Operation } from '../../../../contracts/kit.ts'
import { asking, call } from '../../client.ts'
import { Finder } from '../../Finder.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useName, useText } from '../../text.ts'
import { bodyOf, gapsIn, type Typed } from './acts.ts'

const operations: Record<StatutoryAct, Operation> = {
  progress: statutoryApi.progressStatutory, answer: statutoryApi.answerStatutory, extend: statutoryApi.extendStatutory, cost: statutoryApi.noticeCost, pay: statutoryApi.payStatutory, reject: statutoryApi.rejectStatutory, forward: statutoryApi.forwardStatutory,
}
function useChanged(caseId: string) {
  const queries = useQueryClient()
  return () => Promise.all([statutoryApi.statutoryOf.path, statutoryApi.statutoryList.path, statutoryApi.statutoryMarks.path, casesApi.casePage.path].map((path) => queries.invalidateQueries({ queryKey: path === casesApi.casePage.path ? [path, { caseId }] : [path] })))
}

export function ActDialog({ act, request, page, onClose }: { act: StatutoryAct; request: StatutoryPage; page: CasePage; onClose: () => void }) {
  const t = useText(), changed = useChanged(request.caseId), [id] = useState(() => uuidv7()), [tried, setTried] = useState(false)
  const [d, setD] = useState<Typed>({ on: request.today, delivery: null, words: '', reason: '', reference: '', amount: '', ground: null, institutionId: null, institution: '', attachmentIds: [] })
  const set = (part: Partial<Typed>) => setD((was) => ({ ...was, ...part }))
  const gaps = gapsIn(act, d)
  const send = useMutation({
    mutationFn: () => call(operations[act], { caseId: request.caseId, id, ...bodyOf(act, d) } as never),
    onSuccess: async () => { await changed(); toast({ words: t('statutory.dialog.done', { what: t(`statutory.act.${act}`) }) }); onClose() },
  })
  const wrong = (key: keyof Typed) => fieldWords(t, send.error, key) ?? (tried && gaps.includes(key) ? t('statutory.dialog.needed') : undefined)
  function submit() {
    setTried(true)
    if (!gaps.length && !send.isPending) send.mutate()
  }
  const about = { days: request.days, extended: request.extendedDays, payment: request.paymentDays }
  return (
    <Dialog open wide={act === 'answer'} onClose={onClose} title={t(`statutory.act.${act}`)} foot={<><Button onPress={onClose}>{t('shared.cancel')}</Button><Button look="primary" isPending={send.isPending} onPress={submit}>{t(`statutory.act.${act}`)}</Button></>}>
      <p>{t(`statutory.dialog.about.${act}`, about)}</p>
      <ProblemNotice problem={send.error} />
      {act === 'reject' && <Select label={t('statutory.dialog.ground')} required placeholder={t('shared.choose')} value={d.ground} onChange={(ground) => set({ ground: ground as Ground })} options={groundsOf[request.statute].map((g) => ({ id: g, name: t(`statutory.ground.${g}`) }))} error={wrong('ground')} />}
      {act === 'forward' && <Institutions d={d} set={set} wrong={wrong} />}
      {act === 'cost' && <TextField label={t('statutory.dialog.amount')} description={t('statutory.dialog.amountHint')} required value={d.amount} onChange={(amount) => set({ amount })} maxLength={10} error={wrong('amount')} autoFocus />}
      {act === 'extend' && <TextArea label={t('statutory.dialog.reason')} required value={d.reason} onChange={(reason) => set({ reason })} maxLength={1000} error={wrong('reason')} autoFocus />}
      {(act === 'progress' || act === 'answer' || act === 'cost' || act === 'reject' || act === 'forward') && <TextArea label={t(`statutory.dialog.words.${act}`)} required={act !== 'forward'} rows={act === 'answer' ? 8 : 4} value={d.words} onChange={(words) => set({ words })} maxLength={act === 'cost' || act === 'forward' ? 1000 : 4000} error={wrong('words')} autoFocus={act === 'progress' || act === 'answer'} />}
      {act !== 'pay' && <Chips label={t('statutory.dialog.delivery')} required value={d.delivery} onChange={(delivery) => set({ delivery })} chips={Delivery.options.map((value, i) => ({ value, label: t(`statutory.delivery.${value}`), digit: String(i + 1) }))} error={wrong('delivery')} />}
      <DateField label={t('statutory.dialog.on')} description={t('statutory.dialog.onHint')} required value={d.on} onChange={(on) => set({ on })} error={wrong('on')} />
      {(act === 'answer' || act === 'forward' || act === 'pay') && <TextField label={t(act === 'pay' ? 'statutory.dialog.receiptNo' : 'statutory.dialog.reference')} value={d.reference} onChange={(reference) => set({ reference })} maxLength={120} error={wrong('reference')} />}
      {act === 'answer' && <Papers page={page} d={d} set={set} />}
    </Dialog>
  )
}

type Part = { d: Typed; set: (part: Partial<Typed>) => void }
function Institutions({ d, set, wrong }: Part & { wrong: (key: keyof Typed) => string | undefined }) {
  const t = useText(), name = useName(), all = useQuery({ ...asking(placesApi.institutions), staleTime: 10 * 60_000 }).data ?? []
  return (
    <>
      <Finder label={t('statutory.dialog.institution')} options={all.map((i) => ({ id: i.id, name: name(i.name) }))} value={d.institutionId} onChoose={(institutionId) => set({ institutionId })} error={wrong('institutionId') ?? wrong('institution')} autoFocus />
      {!d.institutionId && <TextField label={t('statutory.dialog.otherInstitution')} value={d.institution} onChange={(institution) => set({ institution })} maxLength={200} />}
    </>
  )
}
function Papers({ page, d, set }: Part & { page: CasePage }) {
  const t = useText()
  if (!page.attachments.length) return <p className="hint">{t('statutory.dialog.noPapers')}</p>
  return (
    <fieldset className="field"><legend>{t('statutory.dialog.papers')}</legend>
      {page.attachments.map((a) => <Checkbox key={a.id} isSelected={d.attachmentIds.includes(a.id)} onChange={(on) => set({ attachmentIds: on ? [...d.attachmentIds, a.id] : d.attachmentIds.filter((id) => id !== a.id) })}>{a.name}</Checkbox>)}
    </fieldset>
  )
}

export function TakeBackDialog({ step, request, onClose }: { step: StatutoryStep; request: StatutoryPage; onClose: () => void }) {
  const t = useText(), changed = useChanged(request.caseId), [id] = useState(() => uuidv7()), [reason, setReason] = useState(''), [tried, setTried] = useState(false)
  const send = useMutation({
    mutationFn: () => call(statutoryApi.takeBackStatutory, { caseId: request.caseId, id: id as never, step: step.id, reason: reason.trim() }),
    onSuccess: async () => { await changed(); toast({ words: t('statutory.dialog.done', { what: t('statutory.act.takeBack') }) }); onClose() },
  })
  function submit() {
    setTried(true)
    if (reason.trim() && !send.isPending) send.mutate()
  }
  return (
    <Dialog open onClose={onClose} title={t('statutory.act.takeBack')} foot={<><Button onPress={onClose}>{t('shared.cancel')}</Button><Button look="primary" isPending={send.isPending} onPress={submit}>{t('statutory.act.takeBack')}</Button></>}>
      <p>{t('statutory.dialog.about.takeBack')}</p>
      <ProblemNotice problem={send.error} />
      <TextArea label={t('statutory.dialog.reason')} required value={reason} onChange={setReason} maxLength={1000} autoFocus error={fieldWords(t, send.error, 'reason') ?? (tried && !reason.trim() ? t('statutory.dialog.needed') : undefined)} />
    </Dialog>
  )
}
