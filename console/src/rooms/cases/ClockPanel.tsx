/** The promise and its clock: what is left, what stood still and why, what was said anew, and who has been warned. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Hourglass, Pause } from 'lucide-react'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { Badge, Button, DateField, Dialog, Skeleton, TextArea, TextField, Time, toast, useZone } from '@akmasa/ui'
import type { CasePage } from '../../../../contracts/cases.ts'
import { type CaseClock, type Escalation, escalationApi } from '../../../../contracts/escalation.ts'
import { EntryId } from '../../../../contracts/cases.ts'
import { asking, call } from '../../client.ts'
import { useMay } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useLanguage, useName, useText } from '../../text.ts'
import { momentOf, readClock } from '../settings/clock.ts'
import { spanWords, stepWords, toWords } from './clock-words.ts'
import { useChange } from './use-change.ts'

type Of = Pick<CasePage, 'id' | 'number'>
export function ClockPanel({ page }: { page: Of }) {
  const t = useText()
  const { data } = useQuery({ ...asking(escalationApi.caseClock, { caseId: page.id }), refetchInterval: 60_000 })
  return (
    <section aria-label={t('clocks.panel.title')} className="stack">
      <div className="spread"><h2>{t('clocks.panel.title')}</h2>{data?.waits && <Badge tone="warning" icon={Pause}>{t('cases.waits.title')}</Badge>}</div>
      {data ? <Clock page={page} clock={data} /> : <Skeleton lines={3} />}
    </section>
  )
}

function Clock({ page, clock }: { page: Of; clock: CaseClock }) {
  const t = useText(), language = useLanguage(), name = useName(), may = useMay()
  const [asking_, setAsking] = useState(false)
  const { promised, dueAt, left, unit, waits } = clock
  const span = (minutes: number) => t(`clocks.minutes.${unit}`, { time: spanWords(minutes, language) })
  return (
    <>
      <dl className="facts">
        {promised && <><dt>{t('clocks.panel.promised')}</dt><dd>{t(`clocks.minutes.${promised.unit}`, { time: spanWords(promised.hours * 60, language) })}</dd></>}
        <dt>{t('clocks.panel.due')}</dt><dd>{dueAt ? <Time at={dueAt} /> : t('clocks.panel.none')}</dd>
        {clock.ended ? <><dt>{t('clocks.panel.left')}</dt><dd>{t('clocks.panel.ended')}</dd></>
          : left !== null && <><dt>{t(waits ? 'clocks.panel.stood' : left < 0 ? 'clocks.panel.late' : 'clocks.panel.left')}</dt><dd>{left < 0 && !waits ? <Badge tone="danger" icon={Hourglass}>{span(left)}</Badge> : span(left)}</dd></>}
      </dl>
      {!clock.ended && may('case.settle') && <div className="no-print"><Button small reason={waits ? t('clocks.change.waits') : null} onPress={() => setAsking(true)}>{t('clocks.change.open')}</Button></div>}
      {asking_ && <DueDialog page={page} onClose={() => setAsking(false)} />}
      {clock.pauses.length > 0 && (
        <details open={waits !== null}>
          <summary>{t('clocks.panel.pauses')}: {clock.pauses.length}</summary>
          <ul className="stack tight">
            {clock.pauses.map((one) => <li key={one.since}><span><Time at={one.since} /> – {one.endedAt ? <Time at={one.endedAt} /> : t('clocks.panel.still')}: {t(`cases.waits.${one.waitsFor}`)}</span> <span className="meta">{[one.reason, one.by].filter(Boolean).join(' · ')}</span></li>)}
          </ul>
        </details>
      )}
      {clock.changes.length > 0 && (
        <details>
          <summary>{t('clocks.panel.changes')}: {clock.changes.length}</summary>
          <ul className="stack tight">
            {clock.changes.map((one) => <li key={one.at}><span>{one.before && <><Time at={one.before} /> → </>}<Time at={one.dueAt} />: {t(`clocks.changed.${one.what}`, { day: one.day ? name(one.day) : '' })}</span> <span className="meta">{[one.reason, one.by].filter(Boolean).join(' · ')}</span></li>)}
          </ul>
        </details>
      )}
      {clock.escalations.length > 0 && <Escalations page={page} all={clock.escalations} />}
    </>
  )
}

/** The newest of each directorate in sight, the rest folded. */
function Escalations({ page, all }: { page: Of; all: readonly Escalation[] }) {
  const t = useText()
  const [having, setHaving] = useState<Escalation | null>(null)
  const isNewest = (one: Escalation, i: number) => all.findIndex((other) => other.directorate?.tr === one.directorate?.tr) === i
  const newest = all.filter(isNewest), rest = all.filter((one, i) => !isNewest(one, i))
  return (
    <div className="stack tight">
      <strong>{t('clocks.panel.escalations')}</strong>
      <ul className="stack tight">{newest.map((one) => <Line key={one.id} of={one} onHave={() => setHaving(one)} />)}</ul>
      {rest.length > 0 && <details><summary>{t('clocks.panel.earlier')}: {rest.length}</summary><ul className="stack tight">{rest.map((one) => <Line key={one.id} of={one} />)}</ul></details>}
      {having && <HaveDialog page={page} of={having} onClose={() => setHaving(null)} />}
    </div>
  )
}
function Line({ of: one, onHave }: { of: Escalation; onHave?: () => void }) {
  const t = useText(), name = useName()
  return (
    <li className={one.over ? 'hint' : undefined}>
      <div className="spread"><span><Time at={one.at} /> {stepWords(t, one)}</span>{onHave && one.mayHave && <Button small look={one.mine ? 'primary' : 'plain'} onPress={onHave}>{t('clocks.have.open')}</Button>}</div>
      <div className="meta">{[one.directorate && name(one.directorate), toWords(t, one), one.phone && t(`clocks.phone.${one.phone}`)].filter(Boolean).join(' · ')}</div>
      {one.acknowledged && <div className="meta">{t('clocks.have.by', { name: one.acknowledged.by })}{one.acknowledged.note && <> · {one.acknowledged.note}</>} · {t('clocks.have.until')}: <Time at={one.acknowledged.quietUntil} /></div>}
    </li>
  )
}

/** What changes the clock is asked for again with the case. */
function useClockChange(page: Of) {
  const queries = useQueryClient(), changed = useChange(page)
  return async () => { await Promise.all([changed(), queries.invalidateQueries({ queryKey: [escalationApi.caseClock.path, { caseId: page.id }] }), queries.invalidateQueries({ queryKey: [escalationApi.lateCases.path] })]) }
}
export function HaveDialog({ page, of, onClose }: { page: Of; of: Escalation; onClose: () => void }) {
  const t = useText(), changed = useClockChange(page), [note, setNote] = useState('')
  const send = useMutation({
    mutationFn: () => call(escalationApi.acknowledgeEscalation, { escalationId: of.id, ...(note.trim() && { note: note.trim() }) }),
    onSuccess: async () => { await changed(); toast({ words: t('clocks.have.done', { number: page.number }) }); onClose() },
  })
  return (
    <Dialog open onClose={onClose} title={t('clocks.have.title')} foot={<><Button onPress={onClose}>{t('shared.cancel')}</Button><Button look="primary" isPending={send.isPending} onPress={() => send.mutate()}>{t('clocks.have.open')}</Button></>}>
      <p>{t('clocks.have.words')}</p>
      <ProblemNotice problem={send.error} />
      <TextArea label={t('clocks.have.note')} description={t('clocks.have.noteHint')} value={note} onChange={setNote} maxLength={500} autoFocus />
    </Dialog>
  )
}

function DueDialog({ page, onClose }: { page: Of; onClose: () => void }) {
  const t = useText(), zone = useZone(), changed = useClockChange(page)
  const [id] = useState(() => EntryId.parse(uuidv7())), [day, setDay] = useState<string | null>(null), [time, setTime] = useState('17:00'), [reason, setReason] = useState(''), [tried, setTried] = useState(false)
  const at = readClock(time)
  const send = useMutation({
    mutationFn: () => call(escalationApi.changeDue, { caseId: page.id, id, dueAt: momentOf(day!, at!, zone).toISOString(), reason: reason.trim() }),
    onSuccess: async () => { await changed(); toast({ words: t('clocks.change.done', { number: page.number }) }); onClose() },
  })
  const problem = (lacks: boolean, field?: string) => (field && fieldWords(t, send.error, field)) || (tried && lacks ? t('clocks.change.needed') : undefined)
  function submit() {
    setTried(true)
    if (day && at && reason.trim()) send.mutate()
  }
  return (
    <Dialog open onClose={onClose} title={t('clocks.change.title')} foot={<><Button onPress={onClose}>{t('shared.cancel')}</Button><Button look="primary" isPending={send.isPending} onPress={submit}>{t('clocks.change.send')}</Button></>}>
      <p>{t('clocks.change.words')}</p>
      <ProblemNotice problem={send.error} />
      <div className="half">
        <DateField label={t('clocks.change.day')} required value={day} onChange={setDay} error={problem(!day, 'dueAt')} />
        <TextField label={t('clocks.change.time')} required value={time} onChange={setTime} maxLength={5} error={problem(!at)} />
      </div>
      <TextArea label={t('clocks.change.reason')} required description={t('clocks.change.reasonHint')} value={reason} onChange={setReason} maxLength={400} error={problem(!reason.trim(), 'reason')} />
    </Dialog>
  )
}
