/** The operator's screen: who calls, what they say, what is known beside it, where it will go. Made for 1366×625 and the keyboard. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Siren } from 'lucide-react'
import { Button } from '@akmasa/ui'
import { useKeys } from '../../keys.ts'
import { useMe } from '../../session.tsx'
import { useText } from '../../text.ts'
import { activeCall, usePhone } from '../../softphone/index.ts'
import { CallerZone } from './CallerZone.tsx'
import { Context } from './Context.tsx'
import { Foot } from './Foot.tsx'
import { Idle } from './Idle.tsx'
import { IntakeForm } from './IntakeForm.tsx'
import { empty, gaps, type Gap } from './intake.ts'
import { SavedWords } from './SavedWords.tsx'
import { answered, intakesOf, useBook } from './scope.ts'
import { begin, focusIn, focusSoon, ScreenProvider, useRoute, useTopic, type Screen } from './screen.ts'
import { Sent } from './Sent.tsx'
import './intake.css'

const blank = empty('phone')

export function OperatorScreen() {
  const me = useMe(), book = intakesOf(me.id), { current } = useBook(book), phone = usePhone()
  const intake = current?.body ?? blank
  const topic = useTopic(intake.topicId), { route } = useRoute(intake)
  const [tried, setTried] = useState<string | null>(null)
  const missing = useMemo(() => gaps(intake, topic, route), [intake, topic, route])
  const shown = current && tried === current.id ? missing : none
  const screen = useMemo<Screen | null>(() => current && {
    book, entry: current, intake, topic, route, shown, change: (how) => book.change(current.id, how),
  }, [book, current, intake, topic, route, shown])

  const form = useRef<HTMLElement>(null)
  const last = useLastField(form)
  // Answering is the person's own act, so the focus may go to what the citizen says.
  useEffect(() => {
    const go = () => focusSoon('[data-zone="2"]:has(textarea)')
    answered.add(go)
    return () => { answered.delete(go) }
  }, [])

  const writing = current !== null && current.sending.is !== 'sent'
  function emergency() {
    if (!current || !writing) return
    book.change(current.id, (i) => ({ ...i, kind: 'emergency' }))
    focusSoon('[data-zone="3"]')
  }
  useKeys({
    ...Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`Alt+${n + 1}`, () => focusIn(`[data-zone="${n + 1}"]`)])),
    'Alt+0': emergency,
    'Alt+N': () => begin(book),
    // The button holds the rules of sending; the key presses it.
    'Ctrl+Enter': () => document.querySelector<HTMLElement>('[data-send]')?.click(),
  })
  /** Esc goes back to the field one came from, and never throws anything away. */
  function back(e: React.KeyboardEvent) {
    if (e.key !== 'Escape' || e.defaultPrevented || (e.target as HTMLElement).closest('[data-zone="6"],[data-zone="8"],[data-zone="9"]') === null) return
    last.current?.focus()
  }

  const ringing = phone.calls.find((c) => c.step === 'ringing') ?? null
  const id = current?.id ?? null, drawn = useDrawn(id, ringing !== null)
  const call = ringing ?? activeCall(phone)
  const slot = useSlot('call-bar-end')
  return (
    <div className={intake.kind === 'emergency' && writing ? 'operator on-emergency' : 'operator'} onKeyDown={back}>
      {slot && createPortal(<EmergencyButton on={intake.kind === 'emergency' && writing} onPress={emergency} disabled={!writing} />, slot)}
      <SavedWords entry={writing ? current : null} />
      <ScreenProvider value={screen}>
        <CallerZone call={ringing ?? (current ? null : call)} screen={screen} />
        <section className="zone-intake" ref={form}>
          {drawn === null ? <Idle book={book} /> : !screen || drawn !== id ? null : screen.entry.sending.is === 'sent' ? <Sent key={screen.entry.id} /> : <IntakeForm key={screen.entry.id} />}
        </section>
        {/* Before the context: Tab goes from the last field to sending; the rest is reached by Alt+digit or F6. */}
        <Foot screen={writing ? screen : null} missing={missing} onTry={() => setTried(current?.id ?? null)} />
        <Context screen={writing ? screen : null} />
      </ScreenProvider>
    </div>
  )
}
const none: readonly Gap[] = []

function EmergencyButton({ on, onPress, disabled }: { on: boolean; onPress: () => void; disabled: boolean }) {
  const t = useText()
  return <Button look="emergency" solid={on} aria-pressed={on} onPress={onPress} isDisabled={disabled} keys="Alt+0"><Siren aria-hidden />{t('shared.kind.emergency')}</Button>
}

/** At a ring the caller's card comes first: the form, many times heavier, is drawn in the next breath, or at once when the person acts. */
function useDrawn(id: string | null, rings: boolean): string | null {
  const [drawn, setDrawn] = useState(id)
  useEffect(() => {
    if (drawn === id) return
    const timer = setTimeout(() => setDrawn(id), rings ? 250 : 0)
    return () => clearTimeout(timer)
  }, [drawn, id, rings])
  return drawn
}

/** The bar belongs to the shell and may be drawn after this screen. */
function useSlot(id: string): HTMLElement | null {
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  useEffect(() => { setSlot(document.getElementById(id)) }, [id])
  return slot
}

function useLastField(form: React.RefObject<HTMLElement | null>) {
  const last = useRef<HTMLElement | null>(null)
  useEffect(() => {
    const here = form.current
    const remember = (e: FocusEvent) => { last.current = e.target as HTMLElement }
    here?.addEventListener('focusin', remember)
    return () => here?.removeEventListener('focusin', remember)
  }, [form])
  return last
}
