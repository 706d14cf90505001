/** The form for the day the power fails: printed beforehand, filled in by hand, entered when the desk is back. */
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { Button, Chips, NumberField } from '@akmasa/ui'
import { CaseKind } from '../../../../contracts/routing.ts'
import { useTopics } from '../../lists.ts'
import { useMe } from '../../session.tsx'
import { useName, useText } from '../../text.ts'
import '../../listing.css'
import './paper.css'

const most = 50
export function PaperPage() {
  const t = useText(), [sheets, setSheets] = useState(10), [first, setFirst] = useState(1), [back, setBack] = useState<'yes' | 'no'>('yes')
  return (
    <div className="page paper-page">
      <div className="no-print stack">
        <h1>{t('paper.title')}</h1>
        <p>{t('paper.words')}</p>
        <div className="filters">
          <NumberField label={t('paper.sheets')} value={sheets} onChange={(n) => setSheets(Math.min(most, Math.max(1, n || 1)))} min={1} max={most} />
          <NumberField label={t('paper.first')} value={first} onChange={(n) => setFirst(Math.max(1, n || 1))} min={1} max={99_999} />
          <Chips label={t('paper.back')} value={back} onChange={setBack} chips={[{ value: 'yes', label: t('paper.with') }, { value: 'no', label: t('paper.without') }]} />
          <Button look="primary" onPress={() => print()}><Printer aria-hidden />{t('paper.print')}</Button>
        </div>
      </div>
      {Array.from({ length: sheets }, (_, i) => <Sheet key={i} number={first + i} />)}
      {back === 'yes' && <Topics />}
    </div>
  )
}

const lines = (n: number) => Array.from({ length: n }, (_, i) => <span key={i} className="paper-line" />)
function Sheet({ number }: { number: number }) {
  const t = useText(), name = useName(), { municipality } = useMe()
  return (
    <section className="paper-sheet" aria-label={`${t('paper.sheet')} ${number}`}>
      <header className="spread"><strong>{name(municipality.name)} · {municipality.mainNumber}</strong><strong className="paper-number">{t('paper.sheet')} {number}</strong></header>
      <p className="paper-danger">{t('paper.danger')}</p>
      <div className="paper-row"><Blank name={t('paper.day')} /><Blank name={t('paper.time')} /><Blank name={t('paper.wroteBy')} wide /></div>
      <p className="paper-kinds">{CaseKind.options.map((k) => <span key={k}>☐ {t(`shared.kind.${k}`)}</span>)}</p>
      <h2>{t('paper.said')}</h2>{lines(5)}
      <h2>{t('paper.source')}</h2>{lines(1)}
      <h2>{t('paper.where')}</h2>{lines(2)}
      <div className="paper-row"><Blank name={t('paper.topic')} wide /></div>
      <div className="paper-row"><Blank name={t('paper.name')} wide /><Blank name={t('paper.phone')} /></div>
      <p className="paper-kinds"><span>☐ {t('paper.mayMessage')}</span><span>☐ {t('paper.anonymous')}</span></p>
      <p className="paper-foot">{t('paper.notice')}</p>
      <div className="paper-row"><Blank name={t('paper.told')} wide /><Blank name={t('paper.entered')} wide /></div>
    </section>
  )
}
const Blank = ({ name, wide }: { name: string; wide?: boolean }) => <span className={wide ? 'paper-blank wide' : 'paper-blank'}><span>{name}:</span></span>

/** Topics by group, to write the right word; printed on the back or laid beside. */
function Topics() {
  const t = useText(), name = useName(), topics = useTopics()
  const groups = [...new Set(topics.map((x) => name(x.group)))]
  return (
    <section className="paper-sheet paper-topics" aria-label={t('paper.topics')}>
      <h2>{t('paper.topics')}</h2>
      <div className="paper-columns">
        {groups.map((group) => <div key={group} className="paper-group"><h3>{group}</h3><ul>{topics.filter((x) => name(x.group) === group).map((x) => <li key={x.id}>{x.emergency ? <strong>{name(x.name)} ({t('shared.kind.emergency')})</strong> : name(x.name)}</li>)}</ul></div>)}
      </div>
    </section>
  )
}
