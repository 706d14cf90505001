/** What may be done to the case now. One state table drives the buttons; one that may not says why. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, Checkbox, Dialog, Menu, TextArea, toast } from '@akmasa/ui'
import { casesApi, type CasePage } from '../../../../contracts/cases.ts'
import { isActive, type WhyNot } from '../../../../contracts/moves.ts'
import type { DirectorateId } from '../../../../contracts/identity.ts'
import { call } from '../../client.ts'
import { Finder } from '../../Finder.tsx'
import { useDirectorates } from '../../lists.ts'
import { useMe } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useName, useText } from '../../text.ts'
import { offered, type Pressed } from './can.ts'
import { MoveDialog } from './MoveDialog.tsx'
import { useChange } from './use-change.ts'

export function Actions({ page }: { page: CasePage }) {
  const t = useText(), me = useMe(), changed = useChange(page)
  const [asking, setAsking] = useState<Exclude<Pressed, 'take'> | null>(null)
  const take = useMutation({ mutationFn: () => call(casesApi.takeCase, { caseId: page.id }), onSuccess: async () => { await changed(); toast({ words: t('cases.act.taken', { number: page.number }) }) } })
  const why = (because: WhyNot | null) => because && (because === 'status' ? t('cases.cannot.status', { status: t(`shared.status.${page.status}`) })
    : because === 'part' ? t('cases.cannot.part', { status: page.task ? t(`cases.task.status.${page.task}`) : '' }) : t(`cases.cannot.${because}`))
  const { main, row, menu } = offered(page, me)
  if (!row.length && !menu.length) return null
  const close = () => setAsking(null)
  return (
    <div className="stack no-print">
      <div className="actions">
        {row.map((move) => (
          <Button key={move} look={move === main ? 'primary' : 'plain'} isPending={move === 'take' && take.isPending} onPress={() => (move === 'take' ? take.mutate() : setAsking(move))}>{t(`cases.move.${move}`)}</Button>
        ))}
        {menu.length > 0 && <Menu label={t('cases.act.more')} choices={menu.map(({ move, because }) => ({ id: move, label: t(`cases.move.${move}`), ...(because && { disabled: true, description: why(because) }) }))} onChoose={(id) => setAsking(menu.find((one) => one.move === id && one.move !== 'take')?.move as Exclude<Pressed, 'take'>)}><Button>{t('cases.act.more')}</Button></Menu>}
      </div>
      <ProblemNotice problem={take.error} />
      {asking === 'route' ? <RouteDialog page={page} onClose={close} />
        : asking === 'return' || asking === 'pass' ? <HandDialog act={asking} page={page} onClose={close} />
        : asking && <MoveDialog move={asking} page={page} onClose={close} />}
    </div>
  )
}

function HandDialog({ act, page, onClose }: { act: 'return' | 'pass'; page: CasePage; onClose: () => void }) {
  const t = useText(), name = useName(), me = useMe(), changed = useChange(page)
  const [reason, setReason] = useState(''), [to, setTo] = useState<string | null>(null), [tried, setTried] = useState(false)
  const active = page.tasks.filter((x) => isActive(x.status)).map((x) => x.directorateId as string)
  const others = useDirectorates().filter((d) => d.id !== me.directorate?.id && !active.includes(d.id))
  const send = useMutation({
    mutationFn: () => (act === 'return' ? call(casesApi.returnCase, { caseId: page.id, reason }) : call(casesApi.passCase, { caseId: page.id, reason, to: to ?? '' })),
    onSuccess: async () => { await changed(); toast({ words: t(`cases.act.${act === 'return' ? 'returned' : 'passed'}`, { number: page.number }) }); onClose() },
  })
  function submit() {
    setTried(true)
    if (reason.trim() && (act === 'return' || to)) send.mutate()
  }
  return (
    <Dialog open onClose={onClose} title={t(`cases.act.${act}Title`)} foot={<><Button onPress={onClose}>{t('shared.cancel')}</Button><Button look="primary" isPending={send.isPending} onPress={submit}>{t(`cases.act.${act}`)}</Button></>}>
      <p>{t(`cases.act.${act}Words`)}</p>
      <ProblemNotice problem={send.error} />
      {act === 'pass' && <Finder label={t('cases.act.to')} required options={others.map((d) => ({ id: d.id, name: name(d.name), description: name(d.does) }))} value={to} onChoose={setTo} error={fieldWords(t, send.error, 'to') ?? (tried && !to ? t('cases.act.toNeeded') : undefined)} autoFocus />}
      <TextArea label={t('cases.act.reason')} required description={t('cases.act.reasonHint')} value={reason} onChange={setReason} maxLength={1000} autoFocus={act === 'return'} error={fieldWords(t, send.error, 'reason') ?? (tried && !reason.trim() ? t('cases.act.reasonNeeded') : undefined)} />
    </Dialog>
  )
}

function RouteDialog({ page, onClose }: { page: CasePage; onClose: () => void }) {
  const t = useText(), name = useName(), changed = useChange(page), all = useDirectorates()
  const current = (part: 'lead' | 'supporting') => page.tasks.filter((x) => x.part === part && isActive(x.status)).map((x) => x.directorateId)
  const [lead, setLead] = useState<string | null>(current('lead')[0] ?? null), [supporting, setSupporting] = useState<DirectorateId[]>(current('supporting'))
  const [reason, setReason] = useState(''), [tried, setTried] = useState(false)
  const send = useMutation({
    mutationFn: () => call(casesApi.routeCase, { caseId: page.id, lead: lead ?? '', supporting: supporting.filter((id) => id !== lead), reason }),
    onSuccess: async () => { await changed(); toast({ words: t('cases.act.routed', { number: page.number }) }); onClose() },
  })
  function submit() {
    setTried(true)
    if (lead && reason.trim()) send.mutate()
  }
  return (
    <Dialog open wide onClose={onClose} title={t('cases.act.routeTitle')} foot={<><Button onPress={onClose}>{t('shared.cancel')}</Button><Button look="primary" isPending={send.isPending} onPress={submit}>{t('cases.act.route')}</Button></>}>
      <p>{t('cases.act.routeWords')}</p>
      <ProblemNotice problem={send.error} />
      <Finder label={t('cases.act.lead')} required options={all.map((d) => ({ id: d.id, name: name(d.name), description: name(d.does) }))} value={lead} onChoose={setLead} error={fieldWords(t, send.error, 'lead') ?? (tried && !lead ? t('cases.act.toNeeded') : undefined)} autoFocus />
      <fieldset className="field"><legend>{t('cases.act.supporting')}</legend>
        <div className="columns">{all.filter((d) => d.id !== lead).map((d) => <Checkbox key={d.id} isSelected={supporting.includes(d.id)} onChange={(on) => setSupporting(on ? [...supporting, d.id] : supporting.filter((x) => x !== d.id))}>{name(d.name)}</Checkbox>)}</div>
      </fieldset>
      <TextArea label={t('cases.act.reason')} required description={t('cases.act.reasonHint')} value={reason} onChange={setReason} maxLength={1000} error={fieldWords(t, send.error, 'reason') ?? (tried && !reason.trim() ? t('cases.act.reasonNeeded') : undefined)} />
    </Dialog>
  )
}
