/** Zone 8. What to say: announcements, answers to what is asked, the words for an emergency, and for what another body owes. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { CircleCheck, CircleQuestionMark, FileText, Megaphone, Pin } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { Badge, Button, Checkbox, Notice, showPhone, TextField, Time, useNow } from '@akmasa/ui'
import { knowledgeApi, type KnowledgeHit } from '../../../../contracts/knowledge.ts'
import { asking } from '../../client.ts'
import { useMay } from '../../session.tsx'
import { announce } from '../../shell/announce.tsx'
import { useLanguage, useName, useText } from '../../text.ts'
import { useGiveAnswer, type Reading } from './give-answer.ts'
import { NoAnswer } from './NoAnswer.tsx'
import { ReadOut } from './ReadOut.tsx'
import { focusIn, useRested, type Screen } from './screen.ts'
import './knowledge.css'

export function Knowledge({ screen }: { screen: Screen | null }) {
  const t = useText(), may = useMay()
  return may('knowledge.read') ? <Answers screen={screen} /> : (
    <section className="knowledge" data-zone="8" data-region="knowledge" aria-label={t('intake.knowledge.title')}><h2 className="slot-title">{t('intake.knowledge.title')}</h2>{screen && <Script screen={screen} />}</section>
  )
}

function Answers({ screen }: { screen: Screen | null }) {
  const t = useText(), { give, waiting, cancel } = useGiveAnswer(screen)
  const [typed, setTyped] = useState(''), [reading, setReading] = useState<Reading | null>(null), [noting, setNoting] = useState(false)
  const { announcements, answers, asked, failed, stale } = useAnswers(typed, screen)
  const section = useRef<HTMLElement>(null), list = useRef<HTMLUListElement>(null), from = useRef<HTMLElement | null>(null)
  // Under the pointer or the focus the list holds still.
  const all = [...announcements, ...answers.filter((a) => !announcements.some((b) => b.id === a.id))]
  const [held, setHeld] = useState<readonly KnowledgeHit[] | null>(null)
  const shown = held ?? all
  const question = typed.trim() || screen?.intake.said.trim() || ''
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])]
  const open = (hit: KnowledgeHit) => {
    from.current = document.activeElement as HTMLElement | null
    // One opening is one reading, however often its button is pressed.
    setReading({ id: uuidv7(), hit })
  }
  // Fingers are faster than the answer: what they asked for waits for the words that were typed, not for those before.
  const [wanted, setWanted] = useState<'open' | 'list' | null>(null)
  useEffect(() => {
    if (!wanted || stale) return
    setWanted(null)
    if (wanted === 'list') rows()[0]?.focus()
    else if (answers[0]) open(answers[0])
  })
  function walk(e: React.KeyboardEvent) {
    const target = e.target as HTMLElement, at = rows().findIndex((row) => row === target)
    if (at < 0 && !target.closest('[data-answer-search]')) return
    const to = e.key === 'ArrowDown' ? at + 1 : e.key === 'ArrowUp' ? at - 1 : e.key === 'Home' && at >= 0 ? 0 : e.key === 'End' && at >= 0 ? rows().length - 1 : null
    if (to === null) return
    e.preventDefault()
    if (at < 0 && stale) setWanted('list')
    else if (to < 0) section.current?.querySelector('input')?.focus()
    else rows()[Math.min(to, rows().length - 1)]?.focus()
  }
  const letGo = () => setTimeout(() => { if (!list.current?.contains(document.activeElement) && !list.current?.matches(':hover')) setHeld(null) })
  async function done(helped: boolean) {
    if (!reading) return
    const became = await give(reading, helped)
    announce(t(became === 'at_end' ? 'intake.knowledge.atEnd' : became === 'closed' ? 'intake.knowledge.counted' : 'intake.knowledge.goesOn'))
    setReading(null)
    setTyped('')
    setHeld(null)
    focusIn('[data-zone="2"]')
  }
  return (
    <>
      <section ref={section} className="knowledge" data-zone="8" data-region="knowledge" aria-label={t('intake.knowledge.title')} onKeyDown={walk}>
        <div className="knowledge-head">
          <h2 className="slot-title">{t('intake.knowledge.title')}</h2>
          <div data-answer-search>
            <TextField
              label={t('intake.knowledge.search')} hideLabel placeholder={t('intake.knowledge.search')} type="search" value={typed} onChange={(words) => { setTyped(words); setHeld(null); setWanted(null) }} maxLength={120}
              onKeyDown={(e) => { if (e.key === 'Enter' && typed.trim()) { e.preventDefault(); setWanted('open') } }}
            />
          </div>
          <Button small look="quiet" onPress={() => setNoting(true)} isDisabled={!question || noting}><CircleQuestionMark aria-hidden />{t('intake.knowledge.none')}</Button>
        </div>
        {noting && <NoAnswer question={question} screen={screen} onClose={() => { setNoting(false); section.current?.querySelector('input')?.focus() }} />}
        {waiting && <p className="told" role="status"><CircleCheck aria-hidden /><span className="cut">{t('intake.knowledge.told', { title: waiting.title })}</span><Button small look="quiet" onPress={cancel}>{t('shared.cancel')}</Button></p>}
        {screen && <Script screen={screen} />}
        <ul ref={list} className="answers" aria-label={t('intake.knowledge.list')} onFocus={() => setHeld((was) => was ?? all)} onBlur={letGo} onPointerEnter={() => setHeld((was) => was ?? all)} onPointerLeave={letGo}>
          {shown.map((hit) => <Row key={hit.id} hit={hit} onOpen={() => open(hit)} />)}
        </ul>
        {!shown.length && <p className="hint">{t(failed ? 'intake.knowledge.failed' : asked ? 'intake.knowledge.nothing' : 'intake.knowledge.later')}</p>}
      </section>
      {reading && <ReadOut key={reading.id} hit={reading.hit} caller={screen?.intake.reporter.language ?? 'tr'} onDone={done} onClose={() => { setReading(null); if (from.current?.isConnected) from.current.focus(); else focusIn('[data-zone="8"] input') }} />}
    </>
  )
}

const noHits: KnowledgeHit[] = []
function useAnswers(typed: string, screen: Screen | null) {
  const now = useNow(), intake = screen?.intake
  const said = useRested(intake?.said.trim() ?? '', 600)
  const q = typed.trim(), topicId = intake?.topicId ?? undefined, placeId = intake?.where.placeId ?? undefined
  const asked = q !== '' || said.length > 2 || topicId !== undefined
  // What is typed here decides; else what the citizen says and the topic.
  const given = q ? { q, topicId, placeId } : { said: said.slice(-2000) || undefined, topicId, placeId }
  const found = useQuery({ ...asking(knowledgeApi.findKnowledge, given), enabled: asked, placeholderData: keepPreviousData, staleTime: 30_000 })
  // One that begins or ends by the clock tells nobody.
  const told = useQuery({ ...asking(knowledgeApi.announcements, { placeId }), placeholderData: keepPreviousData, refetchInterval: 60_000 })
  const holds = (hit: KnowledgeHit) => !hit.validUntil || Date.parse(hit.validUntil) > now.getTime()
  return { asked, stale: asked && found.isPlaceholderData, failed: found.isError || told.isError, answers: (asked ? (found.data ?? noHits) : noHits).filter(holds), announcements: (told.data ?? noHits).filter((hit) => holds(hit) && (q === '' || hit.pinned)) }
}

function Row({ hit, onOpen }: { hit: KnowledgeHit; onOpen: () => void }) {
  const t = useText(), language = useLanguage()
  const Icon = hit.pinned ? Pin : hit.kind === 'announcement' ? Megaphone : FileText
  const places = hit.places.length > 2 ? t('intake.knowledge.places', { count: hit.places.length }) : hit.places.join(', ')
  return (
    <li>
      <button type="button" className={hit.pinned ? 'answer pinned' : 'answer'} onClick={onOpen}>
        <Icon aria-hidden /><span className="unseen">{t(hit.pinned ? 'intake.knowledge.pinned' : hit.kind === 'announcement' ? 'intake.knowledge.announcement' : 'intake.knowledge.answer')}</span>
        <span className="cut">{(language === 'en' && hit.title.en) || hit.title.tr}</span>
        <span className="meta cut">{[places, hit.because && t('intake.because', { words: hit.because })].filter(Boolean).join(' · ')}</span>
        {hit.here && <Badge tone="accent">{t('intake.knowledge.here')}</Badge>}
        {hit.kind === 'announcement' && hit.validUntil && <span className="meta until"><Time at={hit.validUntil} form="words" /></span>}
      </button>
    </li>
  )
}

/** The words for an emergency, and for what another body owes. */
function Script({ screen }: { screen: Screen }) {
  const t = useText(), name = useName(), { intake, route, change, shown } = screen
  const notOurs = route?.notOurs
  const untold = shown.some((g) => g.field === 'hand_over')
  return (
    <>
      {intake.kind === 'emergency' && <Notice tone="danger" title={t('intake.emergency.title')}><p>{t('intake.emergency.ask')}</p><p>{t('intake.emergency.call')}</p></Notice>}
      {notOurs && (
        <div data-gap="hand_over">
          <Notice tone="warning" live="status" title={t(`intake.notOurs.${notOurs.because}`)}>
            <p className="tell">{t('intake.notOurs.body', { name: name(notOurs.institution.name) })} · {notOurs.institution.phone ? t('intake.notOurs.phone', { phone: showPhone(notOurs.institution.phone) }) : t('intake.notOurs.noPhone')}</p>
            <p className="say">“{name(notOurs.institution.tell)}”</p>
            <Checkbox isSelected={intake.handOverTold} onChange={(handOverTold) => change((i) => ({ ...i, handOverTold }))} isInvalid={untold}>{t('intake.notOurs.told')}</Checkbox>
            {untold && <span className="hand-over-missing">{t('intake.gap.hand_over')}</span>}
            {intake.handOverTold && <TextField label={t('intake.notOurs.reference')} value={intake.reference} onChange={(reference) => change((i) => ({ ...i, reference }))} maxLength={120} />}
          </Notice>
        </div>
      )}
    </>
  )
}
