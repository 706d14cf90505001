/**
 * The intakes that are open at this desk: one for each call, and those without a call. Outside React, so that a change
 * of page loses nothing. Two calls never share a draft; only the person decides which intake is in front.
 */
import type { CallId } from '../../../../contracts/call-id.ts'
import type { Channel, Draft, DraftId, Opened } from '../../../../contracts/cases.ts'
import { empty, fromDraft, untouched, type Intake } from './intake.ts'
import { keepDraft, type CodeOf, type DraftDesk, type Keeper, type Kept, type Saved, type Shelf } from './keeper.ts'

/** `waiting`: the desk did not answer; it is sent as soon as it does. */
export type Sending = { is: 'no' } | { is: 'sending' } | { is: 'waiting' } | { is: 'failed'; problem: unknown } | { is: 'sent'; opened: Opened; followed: boolean }
export type Entry = {
  id: DraftId; callId: CallId | null; body: Intake; version: number; saved: Saved; sending: Sending
  /** The call it was made for, as the ring told it. */
  number: string | null; dialled: string | null
  /** Who began it, when it was somebody else. */
  byName: string | null; at: number
}
export type Book = { entries: readonly Entry[]; current: Entry | null; /** Drafts left from before, not opened yet. */ unfinished: readonly Entry[] }
export type Posting = () => Promise<Opened>
export type BookDesk = DraftDesk & { mine(): Promise<Draft[]>; ofCall(callId: CallId): Promise<Draft[]>; discard(id: DraftId): Promise<unknown> }
export type Caller = { callId: CallId | null; key: string; number: string | null; dialled: string | null; language?: 'tr' | 'en' }

type Page = { keeper: Keeper; number: string | null; dialled: string | null; byName: string | null; at: number; opened: boolean; sending: Sending; retry?: ReturnType<typeof setTimeout>; again?: () => void }

export type IntakeBook = ReturnType<typeof openBook>
export function openBook(given: { desk: BookDesk; shelf: Shelf; codeOf: CodeOf; newId: () => string; settled: (callId: CallId) => void }) {
  const { desk, shelf, codeOf, newId, settled } = given
  const pages = new Map<DraftId, Page>()
  const listeners = new Set<() => void>()
  let currentId: DraftId | null = null
  let book: Book = { entries: [], current: null, unfinished: [] }
  let ended = false

  function entry(id: DraftId, p: Page): Entry {
    const { callId, body, version } = p.keeper.kept()
    return { id, callId, body, version, saved: p.keeper.saved(), sending: p.sending, number: p.number, dialled: p.dialled, byName: p.byName, at: p.at }
  }
  function tell() {
    if (ended) return
    const all = [...pages].map(([id, p]) => ({ p, e: entry(id, p) }))
    book = {
      entries: all.filter(({ p }) => p.opened).map(({ e }) => e), unfinished: all.filter(({ p, e }) => e.id !== currentId && e.sending.is === 'no' && !untouched(e.body) && (!p.opened || e.callId === null)).map(({ e }) => e),
      current: all.find(({ e }) => e.id === currentId)?.e ?? null,
    }
    for (const listener of listeners) listener()
  }

  function add(kept: Kept, more: Partial<Page> & { saved?: Saved }): Page {
    const keeper = keepDraft({ kept, saved: more.saved, desk, shelf, codeOf, tell })
    const page: Page = { number: null, dialled: null, byName: null, at: Date.now(), opened: true, sending: { is: 'no' }, ...more, keeper }
    pages.set(kept.id, page)
    return page
  }
  const fresh = (callId: CallId | null, body: Intake): Kept => ({ id: newId() as DraftId, callId, body, version: 0 })
  const ofCall = (callId: CallId) => [...pages].findLast(([, p]) => p.keeper.kept().callId === callId && p.sending.is !== 'sent')

  /** A draft of the desk: beside one this browser remembers, the newer is shown, or both where they differ. */
  function found(draft: Draft, opened: boolean, mine: boolean) {
    if (pages.has(draft.id)) return
    const local = shelf.all().find((k) => k.id === draft.id)
    const common = { opened, byName: mine ? null : draft.byName, at: Date.parse(draft.savedAt) }
    if (!local || local.version > draft.version) return void add({ id: draft.id, callId: draft.callId, body: fromDraft(draft.body), version: draft.version }, { ...common, saved: { is: 'saved', at: draft.savedAt } })
    const page = add({ ...local, body: fromDraft(local.body) }, { ...common, saved: local.version === draft.version ? { is: 'new' } : { is: 'theirs', draft } })
    if (local.version === draft.version) page.keeper.change(page.keeper.kept().body)
  }

  async function load(): Promise<void> {
    const drafts = await desk.mine().catch((): Draft[] | null => null)
    if (ended) return
    for (const draft of drafts ?? []) found(draft, false, true)
    for (const kept of shelf.all()) {
      if (pages.has(kept.id)) continue
      const page = add({ ...kept, body: fromDraft(kept.body) }, { opened: false })
      page.keeper.change(page.keeper.kept().body)
    }
    tell()
  }

  function show(id: DraftId | null) {
    const page = id ? pages.get(id) : undefined
    if (page) page.opened = true
    currentId = page && id ? id : null
    tell()
  }

  /** At the first ring: its own intake, in front only if the person is not busy with another. */
  function ringing(caller: Caller, inFront: boolean): DraftId {
    const known = caller.callId ? ofCall(caller.callId) : undefined
    const front = book.current
    const free = inFront || !front || front.sending.is === 'sent' || (front.callId === null && untouched(front.body))
    const id = known?.[0] ?? (() => {
      const kept = fresh(caller.callId, empty('phone', caller.number, caller.language))
      add(kept, { number: caller.number, dialled: caller.dialled })
      return kept.id
    })()
    const { callId } = caller
    if (callId && !known) {
      desk.ofCall(callId).then((drafts) => {
        const begun = drafts[0]
        if (ended || !begun || begun.id === id) return
        // It may have come with my own drafts meanwhile.
        found(begun, true, false)
        const page = pages.get(id), taken = pages.get(begun.id)
        if (taken) Object.assign(taken, { number: caller.number, dialled: caller.dialled, opened: true })
        // What this seat has typed meanwhile is not thrown away.
        if (page && untouched(page.keeper.kept().body)) {
          page.keeper.end()
          pages.delete(id)
          if (currentId === id) currentId = begun.id
        }
        tell()
      }, () => {})
    }
    if (free) show(id)
    else tell()
    return id
  }

  /** Sends, and again while the desk does not answer: the case's id makes twice once. */
  async function send(id: DraftId, post: Posting, followed: boolean, tries = 0): Promise<void> {
    const page = pages.get(id)
    if (!page || page.sending.is === 'sending' || page.sending.is === 'sent') return
    clearTimeout(page.retry)
    page.sending = { is: 'sending' }
    tell()
    await page.keeper.close()
    try {
      const opened = await post()
      page.sending = { is: 'sent', opened, followed }
      page.keeper.end()
      shelf.drop(id)
      const { callId } = page.keeper.kept()
      if (callId) settled(callId)
    } catch (problem) {
      shelf.put(page.keeper.kept())
      if (codeOf(problem) === null) {
        page.sending = { is: 'waiting' }
        page.again = () => { if (!ended && page.sending.is === 'waiting') void send(id, post, followed, tries + 1) }
        page.retry = setTimeout(page.again, Math.min(15_000, 1000 * 2 ** tries))
      } else page.sending = { is: 'failed', problem }
    }
    tell()
  }

  return {
    book: () => book,
    subscribe: (listener: () => void) => { listeners.add(listener); return () => { listeners.delete(listener) } },
    load, ringing, show, send,
    /** One more intake: of the call in talk, or without a call (the counter, a letter, a muhtar). */
    open(of: Channel | Caller) {
      const call = typeof of === 'string' ? null : of
      const kept = fresh(call?.callId ?? null, empty(typeof of === 'string' ? of : 'phone', call?.number ?? null, call?.language))
      add(kept, { number: call?.number ?? null, dialled: call?.dialled ?? null })
      show(kept.id)
    },
    /** Another matter of the same caller. */
    another(from: Entry) {
      const kept = fresh(from.callId, { ...empty(from.body.channel), reporter: from.body.reporter })
      add(kept, { number: from.number, dialled: from.dialled })
      show(kept.id)
    },
    change(id: DraftId, how: (body: Intake) => Intake) {
      const page = pages.get(id)
      if (!page || page.sending.is === 'sending' || page.sending.is === 'waiting' || page.sending.is === 'sent') return
      if (page.sending.is === 'failed') page.sending = { is: 'no' }
      page.keeper.change(how(page.keeper.kept().body))
    },
    left: (id: DraftId) => pages.get(id)?.keeper.now(),
    choose(id: DraftId, whose: 'mine' | 'theirs') { pages.get(id)?.keeper[whose]() },
    /** The desk answers again: nothing waits for its next try. */
    back() {
      for (const p of pages.values()) {
        p.keeper.back()
        if (p.sending.is === 'waiting') p.again?.()
      }
    },
    async discard(id: DraftId) {
      const page = pages.get(id)
      if (!page) return
      await page.keeper.close()
      page.keeper.end()
      pages.delete(id)
      shelf.drop(id)
      if (currentId === id) currentId = null
      tell()
      if (page.keeper.kept().version > 0) await desk.discard(id).catch(() => {})
    },
    end() {
      ended = true
      for (const p of pages.values()) { p.keeper.end(); clearTimeout(p.retry) }
      listeners.clear()
    },
  }
}
