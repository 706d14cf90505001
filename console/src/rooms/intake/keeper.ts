/**
 * Keeps one intake while it is typed: on the desk a second after the last key at the latest, in this browser until
 * the desk has confirmed it. A live thing with a scope of its own; `end()` ends its timers.
 */
import type { CallId } from '../../../../contracts/call-id.ts'
import type { Draft, DraftId } from '../../../../contracts/cases.ts'
import { fromDraft, type Intake } from './intake.ts'

/** `here`: in this browser only, the desk does not answer. `theirs`: another seat wrote on; both are shown. */
export type Saved =
  | { is: 'new' } | { is: 'saving' } | { is: 'saved'; at: string } | { is: 'here' } | { is: 'theirs'; draft: Draft } | { is: 'sent_elsewhere' } | { is: 'refused'; code: string }
export type Kept = { id: DraftId; callId: CallId | null; body: Intake; version: number }

export type DraftDesk = {
  save(kept: Kept): Promise<{ version: number; savedAt: string }>
  /** The draft as the desk has it now. */
  read(kept: Kept): Promise<Draft | undefined>
}
/** What the browser remembers. Absent storage only costs the last second. */
export type Shelf = { put(kept: Kept): void; drop(id: DraftId): void; all(): Kept[] }
/** Null: the desk did not answer. */
export type CodeOf = (error: unknown) => string | null

const pause = 800
/** Whoever types without a pause is saved too. */
const atMost = 1000
const backOff = (tries: number) => Math.min(15_000, 1000 * 2 ** tries)

export type Keeper = {
  kept(): Kept
  saved(): Saved
  change(body: Intake): void
  /** The person leaves a field: no reason to wait. */
  now(): void
  /** The desk answers again. */
  back(): void
  mine(): void
  theirs(): void
  /** Waits for a save in flight, so that sending does not race it; then nothing more is saved. */
  close(): Promise<void>
  end(): void
}

export function keepDraft(given: { kept: Kept; saved?: Saved; desk: DraftDesk; shelf: Shelf; codeOf: CodeOf; tell: () => void }): Keeper {
  const { desk, shelf, codeOf, tell } = given
  let kept = given.kept
  let saved: Saved = given.saved ?? { is: 'new' }
  let dirtySince: number | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let flying: Promise<void> | null = null
  let tries = 0
  let ended = false

  const show = (next: Saved) => { saved = next; if (!ended) tell() }
  const later = (ms: number) => { clearTimeout(timer); timer = setTimeout(send, ms) }
  const stopped = () => ended || saved.is === 'theirs' || saved.is === 'sent_elsewhere'

  function send(): void {
    clearTimeout(timer)
    if (flying || dirtySince === null || stopped()) return
    const body = kept.body
    dirtySince = null
    if (saved.is !== 'here') show({ is: 'saving' })
    flying = desk.save(kept).then(
      ({ version, savedAt }) => {
        tries = 0
        kept = { ...kept, version }
        if (kept.body === body) shelf.drop(kept.id)
        else shelf.put(kept)
        show({ is: 'saved', at: savedAt })
      },
      (error: unknown) => failed(codeOf(error)),
    ).finally(() => {
      flying = null
      if (dirtySince !== null && saved.is === 'saved') later(pause)
    })
  }

  function failed(code: string | null): Promise<void> | void {
    if (code === 'draft.newer') return desk.read(kept).then((draft) => show(draft ? { is: 'theirs', draft } : { is: 'sent_elsewhere' }), () => wait())
    if (code === 'draft.sent') { shelf.drop(kept.id); show({ is: 'sent_elsewhere' }); return }
    if (code !== null) { dirtySince ??= Date.now(); show({ is: 'refused', code }); return }
    wait()
  }
  function wait() {
    dirtySince ??= Date.now()
    show({ is: 'here' })
    if (!ended) later(backOff(tries++))
  }

  return {
    kept: () => kept,
    saved: () => saved,
    change(body) {
      if (stopped()) return
      kept = { ...kept, body }
      dirtySince ??= Date.now()
      shelf.put(kept)
      if (saved.is === 'here' && tries > 0) tell()
      else {
        later(Math.max(0, Math.min(pause, dirtySince + atMost - Date.now())))
        tell()
      }
    },
    now: () => { if (saved.is !== 'here') send() },
    back: () => { if (dirtySince !== null) { tries = 0; send() } },
    mine() {
      if (saved.is !== 'theirs') return
      kept = { ...kept, version: saved.draft.version }
      dirtySince = Date.now()
      show({ is: 'saving' })
      send()
    },
    theirs() {
      if (saved.is !== 'theirs') return
      const { draft } = saved
      kept = { ...kept, version: draft.version, body: fromDraft(draft.body) }
      dirtySince = null
      shelf.drop(kept.id)
      show({ is: 'saved', at: draft.savedAt })
    },
    async close() {
      clearTimeout(timer)
      dirtySince = null
      await flying
      clearTimeout(timer)
    },
    end() { ended = true; clearTimeout(timer) },
  }
}
