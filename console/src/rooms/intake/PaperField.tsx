/** A sheet filled in while the desk was dark: when, which sheet, by whom. The case gets the original time. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Checkbox, DateField, dayOf, Notice, TextField, useZone } from '@akmasa/ui'
import { casesApi } from '../../../../contracts/cases.ts'
import { asking } from '../../client.ts'
import { useText } from '../../text.ts'
import { useGapWords } from './gap-words.ts'
import type { Intake } from './intake.ts'
import { useRested, useScreen } from './screen.ts'

export function PaperField() {
  const t = useText(), zone = useZone(), { intake, change } = useScreen(), wrong = useGapWords(), { paper } = intake
  const set = (part: Partial<NonNullable<Intake['paper']>>) => change((i) => (i.paper ? { ...i, paper: { ...i.paper, ...part } } : i))
  const begin = (on: boolean) => change((i) => ({ ...i, paper: on ? { day: dayOf(new Date(), zone), time: '', sheet: '', wroteBy: '' } : null, channel: on ? 'phone' : i.channel === 'phone' ? 'counter' : i.channel }))
  return (
    <div data-gap="paper" className="stack">
      <Checkbox isSelected={paper !== null} onChange={begin}>{t('paper.from')}</Checkbox>
      {paper && (
        <div className="filters">
          <DateField label={t('paper.day')} value={paper.day || null} onChange={(day) => set({ day: day ?? '' })} required />
          <TextField label={t('paper.time')} value={paper.time} onChange={(time) => set({ time })} placeholder="14:05" maxLength={5} error={wrong('paper')} required />
          <TextField label={t('paper.sheet')} value={paper.sheet} onChange={(sheet) => set({ sheet })} maxLength={40} />
          <TextField label={t('paper.wroteBy')} value={paper.wroteBy} onChange={(wroteBy) => set({ wroteBy })} maxLength={120} />
        </div>
      )}
      {paper && <EnteredBefore sheet={paper.sheet} />}
    </div>
  )
}

function EnteredBefore({ sheet }: { sheet: string }) {
  const t = useText(), rested = useRested(sheet.trim(), 400)
  const { data } = useQuery({ ...asking(casesApi.paperSheet, { sheet: rested }), enabled: rested !== '' })
  if (!data?.length) return null
  return <Notice tone="warning" live="status" title={t('paper.before')}>{data.map((c) => <Link key={c.caseId} to="/cases/$caseId" params={{ caseId: c.caseId }} className="number">{c.number}</Link>)}</Notice>
}
