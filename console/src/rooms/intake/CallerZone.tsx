/** Zone 9. Who may be calling and what we owe them. Painted at once from the ring itself; what the desk knows fills slots that are already there. */
import { Link } from '@tanstack/react-router'
import { Landmark } from 'lucide-react'
import { useEffect } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { Badge, showPhone, State, Time } from '@akmasa/ui'
import type { CallerCard } from '../../../../contracts/calls.ts'
import { useName, useText } from '../../text.ts'
import { useCallerCard, type PhoneCall } from '../../softphone/index.ts'
import { onStreetOf, spokenBy } from './intake.ts'
import type { Screen } from './screen.ts'

/** `call` rings or has no intake in front; else the intake's own caller is shown. */
export function CallerZone({ call, screen }: { call: PhoneCall | null; screen: Screen | null }) {
  const t = useText(), name = useName()
  const entry = screen?.entry ?? null
  const of = call ?? (entry && (entry.number || entry.callId) ? { callId: entry.callId, number: entry.number, dialled: entry.dialled } : null)
  const { card } = useCallerCard(of)
  usePainted(call?.step === 'ringing' ? call.key : null, card)
  const number = of?.number ?? card?.phone ?? null
  // While another call rings, the choice of a person belongs to the intake behind it and stays out of reach.
  const chooses = screen && !(call && call.callId !== entry?.callId) ? screen : null
  return (
    <aside className="zone-caller" data-zone="9" data-region="caller" aria-label={t('intake.caller.title')}>
      <div className="caller-head">
        <strong className="caller-number number">{of ? showPhone(number) || t('softphone.noNumber') : t('intake.caller.nobody')}</strong>
        <span className="meta cut">{card?.line ? name(card.line) : (of?.dialled ?? '')}</span>
        <span className="meta">{card ? `${t(`intake.language.${card.language}`)} · ${card.callsBefore ? t('intake.caller.callsBefore', { count: card.callsBefore }) : t('intake.caller.first')}` : ''}</span>
      </div>
      <h2 className="slot-title">{t('intake.caller.people')}</h2>
      <div className="slot people">{card ? <People card={card} screen={chooses} /> : <p className="hint">{t(of ? 'intake.caller.waiting' : 'intake.caller.empty')}</p>}</div>
      <h2 className="slot-title">{t('intake.caller.promises')}</h2>
      <ul className="slot promises">
        {card?.promises.map((p) => (
          <li key={p.caseId} className="spread"><Link to="/cases/$caseId" params={{ caseId: p.caseId }} className="number">{p.number}</Link>{p.late ? <Badge tone="danger"><Time at={p.dueAt} form="words" /></Badge> : <Time at={p.dueAt} form="words" />}</li>
        ))}
        {card && !card.promises.length && <li className="hint">{t('intake.caller.noPromises')}</li>}
      </ul>
      <h2 className="slot-title">{t('intake.caller.cases')}</h2>
      <div className="caller-cases">
        <ul className="slot cases">
          {card?.cases.slice(0, 5).map((c) => <CaseLine key={c.id} of={c} />)}
          {card && !card.cases.length && <li className="hint">{t('intake.caller.noCases')}</li>}
        </ul>
        {card && <OfHerPlaces card={card} />}
      </div>
    </aside>
  )
}

function CaseLine({ of: c }: { of: CallerCard['cases'][number] }) {
  const name = useName()
  return (
    <li>
      <span className="spread"><Link to="/cases/$caseId" params={{ caseId: c.id }} className="number">{c.number}</Link><State state={c.status} /></span>
      <span className="cut">{name(c.topic)}{c.place ? `, ${c.place}` : ''}</span>
      <span className="meta cut"><Time at={c.openedAt} form="words" /> · {c.said}</span>
    </li>
  )
}
/** A muhtar asks for her place, not only for herself. It shares the room of the cases, so that nothing else moves. */
function OfHerPlaces({ card }: { card: CallerCard }) {
  const t = useText()
  if (!card.people.some((p) => p.muhtarOf.length)) return null
  return (
    <>
      <h2 className="slot-title">{t('intake.caller.placeCases')}</h2>
      <ul className="slot cases">
        {card.placeCases.map((c) => <CaseLine key={c.id} of={c} />)}
        {!card.placeCases.length && <li className="hint">{t('intake.caller.noPlaceCases')}</li>}
      </ul>
    </>
  )
}

function People({ card, screen }: { card: CallerCard; screen: Screen | null }) {
  const t = useText()
  if (!card.people.length) return <p className="hint">{t('intake.caller.unknown')}</p>
  const chosen = screen?.intake.reporter.citizenId ?? null
  const choose = (id: string) => screen?.change((i) => spokenBy(i, card.people.find((p) => p.id === id) ?? null, card))
  const person = card.people.find((p) => p.id === chosen)
  return (
    <>
      <RadioGroup aria-label={t('intake.caller.people')} value={chosen ?? (screen?.intake.reporter.name ? 'other' : null)} onChange={choose} isDisabled={!screen} className="person-list">
        {card.people.map((p) => (
          <Radio key={p.id} value={p.id} className="chip person">
            <span><strong>{p.name ?? t('intake.caller.noName')}</strong>{p.id === chosen ? '' : '?'} <span className="why">{[p.placeName, p.street].filter(Boolean).join(', ')}</span>{p.note && <span className="why"> · {p.note}</span>}{p.muhtarOf.length > 0 && <Badge tone="accent" icon={Landmark}>{t('intake.caller.muhtar', { places: p.muhtarOf.map((o) => o.label).join(', ') })}</Badge>}</span>
          </Radio>
        ))}
        <Radio value="other" className="chip person"><span>{t('intake.caller.somebodyElse')}</span></Radio>
      </RadioGroup>
      {person?.placeId && screen && (
        <button type="button" className="button small" onClick={() => screen.change((i) => onStreetOf(i, person))}>{t(person.street ? 'intake.caller.onStreet' : 'intake.caller.inPlace')}</button>
      )}
    </>
  )
}

/** Marks when the card of a ringing call stands on the screen; the time from the ring is measured by it. */
function usePainted(key: string | null, card: CallerCard | undefined): void {
  useEffect(() => {
    if (!key || !card) return
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('akmasa:painted', { detail: key })))
  }, [key, card])
}
