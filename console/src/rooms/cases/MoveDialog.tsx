/** Asks what a move needs, by the table of moves, and makes it. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { Button, DateField, Dialog, Select, TextArea, TextField, toast, useZone } from '@akmasa/ui'
import { casesApi, type CasePage, type CaseId } from '../../../../contracts/cases.ts'
import { moveOf, WaitsFor } from '../../../../contracts/moves.ts'
import { placesApi } from '../../../../contracts/places.ts'
import { asking, call } from '../../client.ts'
import { Finder } from '../../Finder.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useName, useText } from '../../text.ts'
import type { Pressed } from './can.ts'
import { dayStart } from './day-start.ts'
import { useChange } from './use-change.ts'

type Move = Exclude<Pressed, 'take' | 'return' | 'pass' | 'route'>

export function MoveDialog({ move, page, onClose }: { move: Move; page: CasePage; onClose: () => void }) {
  const t = useText(), name = useName(), zone = useZone(), changed = useChange(page)
  const needs = moveOf(move).needs ?? []
  const [id] = useState(() => uuidv7()), [tried, setTried] = useState(false)
  const [reason, setReason] = useState(''), [words, setWords] = useState(''), [waitsFor, setWaitsFor] = useState<string | null>(move === 'ask_info' ? 'citizen' : null), [until, setUntil] = useState<string | null>(null)
  const [number, setNumber] = useState(''), [institution, setInstitution] = useState<string | null>(null), [contact, setContact] = useState(''), [reference, setReference] = useState('')
  const institutions = useQuery({ ...asking(placesApi.institutions), enabled: move === 'hand_over' }).data ?? []
  const first = useCaseOfNumber(move === 'duplicate' ? number : '')
  const mayWait = needs.includes('until') || move === 'ask_info'
  const ready = (!needs.includes('reason') || reason.trim()) && (!needs.includes('words') || words.trim()) && (!needs.includes('waitsFor') || waitsFor) && (!needs.includes('until') || until)
    && (move !== 'hand_over' || institution) && (move !== 'duplicate' || first)
  const send = useMutation({
    mutationFn: () => call(casesApi.moveCase, {
      caseId: page.id, id, move,
      ...(reason.trim() && { reason: reason.trim() }), ...(words.trim() && { words: words.trim() }), ...(waitsFor && { waitsFor: WaitsFor.parse(waitsFor) }), ...(until && { until: dayStart(until, zone) }),
      ...(first && { duplicateOf: first }), ...(institution && { handOver: { institutionId: institution, ...(contact.trim() && { contact: contact.trim() }), ...(reference.trim() && { reference: reference.trim() }) } }),
    }),
    onSuccess: async () => { await changed(); toast({ words: t('cases.act.moved', { number: page.number }) }); onClose() },
  })
  const problem = (field: string, lacks: boolean) => fieldWords(t, send.error, field) ?? (tried && lacks ? t('cases.moveField.needed') : undefined)
  function submit() {
    setTried(true)
    if (ready) send.mutate()
  }
  return (
    <Dialog open onClose={onClose} title={t(`cases.move.${move}`)} foot={<><Button onPress={onClose}>{t('shared.cancel')}</Button><Button look="primary" isPending={send.isPending} onPress={submit}>{t(`cases.move.${move}`)}</Button></>}>
      <p>{t(`cases.moveHelp.${move}`)}</p>
      <ProblemNotice problem={send.error} />
      {move === 'duplicate' && <TextField label={t('cases.moveField.number')} required description={first ? undefined : t('cases.moveField.numberHint')} value={number} onChange={setNumber} autoFocus error={fieldWords(t, send.error, 'duplicateOf') ?? (tried && !first ? t(number.trim() ? 'cases.moveField.numberUnknown' : 'cases.moveField.needed') : undefined)} />}
      {move === 'hand_over' && (
        <>
          <Finder label={t('cases.moveField.institution')} required options={institutions.map((one) => ({ id: one.id, name: name(one.name) }))} value={institution} onChoose={setInstitution} error={problem('handOver.institutionId', !institution)} autoFocus />
          <div className="half"><TextField label={t('cases.moveField.contact')} value={contact} onChange={setContact} /><TextField label={t('cases.moveField.reference')} value={reference} onChange={setReference} /></div>
        </>
      )}
      {needs.includes('waitsFor') && <Select label={t('cases.moveField.waitsFor')} required value={waitsFor} onChange={setWaitsFor} options={WaitsFor.options.map((one) => ({ id: one, name: t(`cases.waits.${one}`) }))} error={problem('waitsFor', !waitsFor)} />}
      {mayWait && <DateField label={t('cases.moveField.until')} required={needs.includes('until')} value={until} onChange={setUntil} error={problem('until', needs.includes('until') && !until)} />}
      {needs.includes('reason') && <TextArea label={t('cases.moveField.reason')} required value={reason} onChange={setReason} maxLength={1000} error={problem('reason', !reason.trim())} autoFocus={move !== 'hand_over'} />}
      {needs.includes('words') && <TextArea label={t(move === 'ask_info' ? 'cases.moveField.question' : 'cases.moveField.words')} required description={t('cases.moveField.wordsHint')} value={words} onChange={setWords} maxLength={2000} error={problem('words', !words.trim())} autoFocus />}
    </Dialog>
  )
}

/** The case of a number typed whole; undefined while it is none. */
function useCaseOfNumber(typed: string): CaseId | undefined {
  const number = typed.trim()
  const whole = /^E?\d{4}-\d{3,}$/i.test(number)
  const { data } = useQuery({ ...asking(casesApi.search, { q: number }), enabled: whole })
  return whole ? data?.rows.find((row) => row.number.toLowerCase() === number.toLowerCase())?.id : undefined
}
