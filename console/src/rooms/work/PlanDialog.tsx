/** Crew, days and words of an order; for one that is there, or one more for the same part. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { Button, DateField, Dialog, readPhone, Select, showPhone, TextArea, TextField } from '@akmasa/ui'
import { type CaseId, casesApi } from '../../../../contracts/cases.ts'
import { type CrewId, type Order, type OrderChange, type OrderId, workApi } from '../../../../contracts/work.ts'
import { asking, call } from '../../client.ts'
import { useMe } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useText } from '../../text.ts'
import { orderKeys } from './keys.ts'

type Given = { order: Order; split?: boolean } | { order?: undefined; caseId: CaseId; what: string }
export function PlanDialog(p: Given & { onClose: () => void }) {
  const t = useText(), queries = useQueryClient(), me = useMe(), { order } = p
  const isNew = !order || ('split' in p && p.split === true), caseId = order?.caseId ?? (p as { caseId: CaseId }).caseId
  // Where somebody is in danger it is today.
  const soon = order?.emergency ? new Intl.DateTimeFormat('en-CA', { timeZone: me.municipality.zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date()) : null
  const [id] = useState(() => (isNew ? (uuidv7() as OrderId) : order.id))
  const [form, setForm] = useState({
    what: order?.what ?? ('what' in p ? p.what : ''), from: order?.from ?? soon, to: order?.to ?? soon, crewId: isNew ? null : (order.crew?.id ?? null), notes: isNew ? '' : (order.notes ?? ''),
    contactName: isNew ? '' : (order.contact?.name ?? ''), contactPhone: isNew ? '' : showPhone(order.contact?.phone ?? ''),
  })
  const [problem, setProblem] = useState<unknown>(null), [busy, setBusy] = useState(false), [badPhone, setBadPhone] = useState(false)
  const set = (next: Partial<typeof form>) => setForm((was) => ({ ...was, ...next }))
  const crews = useQuery({ ...asking(workApi.crews), staleTime: 60_000 })
  const own = (crews.data ?? []).filter((crew) => !crew.retired && crew.directorateId === me.directorate?.id)

  async function save() {
    const typed = form.contactPhone.trim(), phone = typed ? readPhone(typed) : null
    setBadPhone(Boolean(typed) && !phone)
    if (typed && !phone) return
    setBusy(true)
    setProblem(null)
    const name = form.contactName.trim() || null
    const body: OrderChange = { what: form.what.trim(), from: form.from, to: form.to ?? form.from, crewId: form.crewId, notes: form.notes.trim() || null, contact: name || phone ? { name, phone } : null }
    try {
      if (isNew) await call(workApi.makeOrder, { caseId, id, ...body })
      else await call(workApi.changeOrder, { orderId: id, version: order.version, ...body })
      for (const queryKey of orderKeys(caseId)) void queries.invalidateQueries({ queryKey })
      p.onClose()
    } catch (error) { setProblem(error) } finally { setBusy(false) }
  }
  /** Only when somebody wants it so: whoever told us is not the crew's business. */
  async function addReporter() {
    try {
      const { reporter } = await queries.fetchQuery(asking(casesApi.casePage, { caseId }))
      if (reporter?.name || reporter?.phone) set({ contactName: reporter.name ?? '', contactPhone: showPhone(reporter.phone ?? '') })
    } catch (error) { setProblem(error) }
  }
  return (
    <Dialog
      open wide onClose={p.onClose} title={order && !isNew ? t('work.planTitle', { number: order.number }) : t('work.newTitle')}
      foot={<><Button onPress={p.onClose}>{t('shared.cancel')}</Button><Button look="primary" isDisabled={busy} onPress={() => void save()}>{t('shared.save')}</Button></>}
    >
      <div className="stack">
        <ProblemNotice problem={problem} />
        <TextArea label={t('work.what')} value={form.what} onChange={(what) => set({ what })} rows={3} maxLength={2000} required error={fieldWords(t, problem, 'what')} />
        <div className="order-half">
          <DateField label={t('work.from')} value={form.from} onChange={(from) => set({ from, ...(from && (!form.to || form.to < from) && { to: from }) })} error={fieldWords(t, problem, 'from')} />
          <DateField label={t('work.to')} value={form.to} onChange={(to) => set({ to })} error={fieldWords(t, problem, 'to')} />
        </div>
        <Select label={t('work.crewOf')} description={t('work.crewHint')} value={form.crewId ?? 'none'} onChange={(v) => set({ crewId: v === 'none' ? null : (v as CrewId) })} error={fieldWords(t, problem, 'crewId')}
          options={[{ id: 'none', name: t('work.noCrew') }, ...own.map((crew) => ({ id: crew.id, name: crew.name, description: crew.people.map((person) => person.name).join(', ') }))]} />
        <TextArea label={t('work.notes')} description={t('work.notesHint')} value={form.notes} onChange={(notes) => set({ notes })} rows={2} maxLength={2000} error={fieldWords(t, problem, 'notes')} />
        <fieldset className="stack order-contact"><legend className="label">{t('work.contact')}</legend>
          <p className="meta">{t('work.contactHint')}</p>
          <div className="order-half">
            <TextField label={t('work.contactName')} value={form.contactName} onChange={(contactName) => set({ contactName })} maxLength={120} />
            <TextField label={t('work.contactPhone')} type="tel" value={form.contactPhone} onChange={(contactPhone) => set({ contactPhone })} maxLength={40} error={badPhone ? t('field.wrong') : undefined} />
          </div>
          <span><Button small onPress={() => void addReporter()}>{t('work.addReporter')}</Button></span>
        </fieldset>
      </div>
    </Dialog>
  )
}
