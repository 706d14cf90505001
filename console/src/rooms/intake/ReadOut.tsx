/** One answer, large enough to be read aloud. Enter closes the contact with it; Esc goes back to the list. */
import { CircleCheck, X } from 'lucide-react'
import { useState } from 'react'
import { Badge, Button, Chips, Time } from '@akmasa/ui'
import type { KnowledgeHit } from '../../../../contracts/knowledge.ts'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useText } from '../../text.ts'

export function ReadOut({ hit, caller, onDone, onClose }: { hit: KnowledgeHit; caller: 'tr' | 'en'; onDone: (helped: boolean) => Promise<void>; onClose: () => void }) {
  const t = useText(), both = hit.readOut.en.trim() !== ''
  const [language, setLanguage] = useState<'tr' | 'en'>(both ? caller : 'tr'), [busy, setBusy] = useState(false), [problem, setProblem] = useState<unknown>(null)
  async function press(helped: boolean) {
    if (busy) return
    setBusy(true)
    setProblem(null)
    try { await onDone(helped) } catch (error) { setProblem(error); setBusy(false) }
  }
  const escape = (e: React.KeyboardEvent) => {
    if (e.key !== 'Escape') return
    e.preventDefault()
    e.stopPropagation()
    onClose()
  }
  return (
    <section className="read-out" data-region="read-out" aria-label={t('intake.knowledge.readOut')} onKeyDown={escape}>
      <div className="spread">
        <h2>{hit.title[language] || hit.title.tr}</h2>
        <Button look="quiet" small aria-label={t('shared.close')} onPress={onClose}><X aria-hidden /></Button>
      </div>
      <div className="line meta">
        {hit.kind === 'announcement' && <Badge tone="info">{t('intake.knowledge.announcement')}</Badge>}
        {hit.places.length > 0 && <span>{hit.places.join(', ')}</span>}
        {hit.validUntil && <span>{t('intake.knowledge.until')} <Time at={hit.validUntil} /></span>}
        {!both && caller === 'en' && <Badge tone="warning">{t('intake.knowledge.onlyTurkish')}</Badge>}
      </div>
      {both && <Chips label={t('intake.languageLabel')} hideLabel value={language} onChange={setLanguage} chips={[{ value: 'tr', label: t('intake.language.tr') }, { value: 'en', label: t('intake.language.en') }]} />}
      <div className="read-out-words" tabIndex={0} role="group" aria-label={t('intake.knowledge.words')}>
        <p className="say-aloud" lang={language}>{hit.readOut[language]}</p>
        {hit.body[language].split('\n\n').filter(Boolean).map((paragraph, n) => <p key={n} lang={language}>{paragraph}</p>)}
      </div>
      <ProblemNotice problem={problem} />
      <div className="line">
        <Button look="primary" autoFocus onPress={() => void press(true)} isPending={busy} keys="Enter"><CircleCheck aria-hidden />{t('intake.knowledge.done')}</Button>
        <Button onPress={() => void press(false)} isDisabled={busy}>{t('intake.knowledge.notEnough')}</Button>
      </div>
    </section>
  )
}
