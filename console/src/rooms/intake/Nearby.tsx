/** Zone 6. Open cases that may be the same problem: one key makes the caller a follower; a new case stays the main road. */
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { Button, State, Time } from '@akmasa/ui'
import type { Nearby as Row } from '../../../../contracts/cases.ts'
import { announce } from '../../shell/announce.tsx'
import { useName, useText } from '../../text.ts'
import { useSend } from './send.ts'
import { useRested, type Screen } from './screen.ts'

export function Nearby({ screen, known, rows }: { screen: Screen; known: boolean; rows: readonly Row[] | undefined }) {
  const t = useText(), name = useName(), { follow } = useSend()
  // Under the pointer or the focus the list holds still; what came meanwhile is counted.
  const [held, setHeld] = useState<readonly Row[] | null>(null)
  const shown = held ?? rows ?? []
  const fresh = held && rows ? rows.filter((r) => !held.some((h) => h.id === r.id)).length : 0
  useAnnounced(rows?.length ?? 0)
  const list = useRef<HTMLUListElement>(null)
  const walk = (e: React.KeyboardEvent) => {
    const step = e.key === 'ArrowDown' ? 1 : e.key === 'ArrowUp' ? -1 : 0
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-follow]') ?? [])]
    if (!step || !buttons.length) return
    e.preventDefault()
    buttons[(buttons.findIndex((b) => b.contains(document.activeElement)) + step + buttons.length) % buttons.length]?.focus()
  }
  const hold = () => setHeld((was) => was ?? rows ?? null)
  const letGo = () => { if (!list.current?.contains(document.activeElement) && !list.current?.matches(':hover')) setHeld(null) }
  return (
    <section className="nearby" data-zone="6" data-region="nearby" aria-label={t('intake.nearby.title')}>
      <div className="spread">
        <h2 className="slot-title">{t('intake.nearby.title')}{known && rows ? ` (${shown.length})` : ''}</h2>
        {fresh > 0 && <Button small look="quiet" onPress={() => setHeld(rows ?? null)}>{t('intake.nearby.fresh', { count: fresh })}</Button>}
      </div>
      <ul ref={list} onKeyDown={walk} onFocus={hold} onBlur={() => setTimeout(letGo)} onPointerEnter={hold} onPointerLeave={letGo}>
        {!known && <li className="hint">{t('intake.nearby.later')}</li>}
        {known && rows && !shown.length && <li className="hint">{t('intake.nearby.none')}</li>}
        {shown.map((c, n) => (
          <li key={c.id} className="near">
            <span className="line"><Link to="/cases/$caseId" params={{ caseId: c.id }} className="number">{c.number}</Link><State state={c.status} /><span className="meta">{c.metres !== null ? t('intake.nearby.metres', { metres: Math.round(c.metres) }) : t(`intake.nearby.${c.because}`)} · <Time at={c.openedAt} form="words" /></span></span>
            <span className="near-said">{[c.place, c.street].filter(Boolean).join(', ')} · {name(c.topic)} · {c.said}</span>
            <span className="spread">
              <span className="meta">{c.followers > 1 ? t('intake.nearby.followers', { count: c.followers }) : ''}</span>
              <button type="button" data-follow data-first={n === 0 || undefined} className="button small" onClick={() => follow(screen, c.id)}>{t('intake.nearby.same')}</button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Told once, politely, when the typing has paused. */
function useAnnounced(count: number): void {
  const t = useText(), rested = useRested(count, 1000), before = useRef(0)
  useEffect(() => {
    if (rested > before.current) announce(t('intake.nearby.found', { count: rested }))
    before.current = rested
  }, [rested, t])
}
