/** The intakes of whoever is signed in, kept over changes of page; rings and answers of the telephone open theirs. */
import { useSyncExternalStore } from 'react'
import { uuidv7 } from 'uuidv7'
import { casesApi, type DraftId } from '../../../../contracts/cases.ts'
import { call } from '../../client.ts'
import { hearLive } from '../../live.ts'
import { deskCode, patience, phoneState, tellPhone, watchPhone } from '../../softphone/index.ts'
import { openBook, type Book, type IntakeBook } from './book.ts'
import type { Kept, Shelf } from './keeper.ts'

const shelfOf = (staffId: string): Shelf => {
  const prefix = `akmasa.draft.${staffId}.`
  const quietly = <T>(work: () => T, otherwise: T): T => { try { return work() } catch { return otherwise } }
  return {
    put: (kept) => quietly(() => localStorage.setItem(prefix + kept.id, JSON.stringify(kept)), undefined),
    drop: (id) => quietly(() => localStorage.removeItem(prefix + id), undefined),
    all: () => quietly(() => Object.keys(localStorage).filter((k) => k.startsWith(prefix)).map((k) => JSON.parse(localStorage.getItem(k)!) as Kept), []),
  }
}

const desk = {
  save: ({ id, callId, body, version }: Kept) => call(casesApi.saveDraft, { draftId: id, callId, body, version }, patience()),
  read: async ({ id, callId }: Kept) => (await call(casesApi.drafts, callId ? { callId } : {}, patience())).find((d) => d.id === id),
  mine: () => call(casesApi.drafts, {}, patience()),
  ofCall: (callId: Parameters<IntakeBook['ringing']>[0]['callId'] & string) => call(casesApi.drafts, { callId }, patience()),
  discard: (id: DraftId) => call(casesApi.discardDraft, { draftId: id }),
}

let open: { staffId: string; book: IntakeBook; end: () => void } | null = null
/** Told when the person answers: the focus goes to what the citizen says. */
export const answered = new Set<() => void>()

function start(staffId: string) {
  const book = openBook({ desk, shelf: shelfOf(staffId), codeOf: deskCode, newId: uuidv7, settled: (callId) => tellPhone({ is: 'settled', callId }) })
  const pages = new Map<string, DraftId>()
  const shown = new Set<string>()

  function follow() {
    const { calls, wrapUp } = phoneState()
    for (const c of calls) {
      // An outgoing call gets its intake when it is answered and the switch has told its name.
      if (c.direction === 'out' && (c.answeredAt === null || !c.callId)) continue
      const answering = c.step !== 'ringing' && !shown.has(c.key)
      if (!pages.has(c.key)) pages.set(c.key, book.ringing({ callId: c.callId, key: c.key, number: c.number, dialled: c.dialled }, answering))
      if (!answering) continue
      shown.add(c.key)
      book.show(pages.get(c.key)!)
      for (const tell of answered) tell()
    }
    // After a reload in mid-call the wrap-up names the call, and its draft comes back with it.
    if (wrapUp && !calls.length && !shown.has(wrapUp.callId) && !book.book().entries.some((e) => e.callId === wrapUp.callId)) {
      shown.add(wrapUp.callId)
      book.ringing({ callId: wrapUp.callId, key: wrapUp.callId, number: wrapUp.number, dialled: null }, false)
    }
  }
  const stopPhone = watchPhone(follow)
  const stopLive = hearLive((e) => { if (e === 'back') book.back() })
  void book.load().then(follow)
  return { staffId, book, end: () => { stopPhone(); stopLive(); book.end() } }
}

export function intakesOf(staffId: string): IntakeBook {
  if (open?.staffId !== staffId) {
    open?.end()
    open = start(staffId)
  }
  return open.book
}
export const useBook = (book: IntakeBook): Book => useSyncExternalStore(book.subscribe, book.book)
