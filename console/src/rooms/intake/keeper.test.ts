import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CallId } from '../../../../contracts/call-id.ts'
import type { Draft, DraftId, Opened } from '../../../../contracts/cases.ts'
import { openBook, type BookDesk } from './book.ts'
import { empty, fromDraft } from './intake.ts'
import { keepDraft, type Kept, type Shelf } from './keeper.ts'

class Refused extends Error { readonly code: string; constructor(code: string) { super(code); this.code = code } }
const codeOf = (e: unknown) => (e instanceof Refused ? e.code : null)
const id = (n: string) => n as DraftId
const callId = 'c1' as CallId
const body = (said: string) => ({ ...empty('phone'), said })

/** A desk with one version per draft, and a browser's shelf. */
function bench() {
  const saves: string[] = []
  const drafts = new Map<DraftId, Draft>()
  const shelf = new Map<DraftId, Kept>()
  const bad = { error: null as Error | null, slow: 0 }
  const desk: BookDesk = {
    async save(k) {
      if (bad.slow) await new Promise((go) => setTimeout(go, bad.slow))
      if (bad.error) throw bad.error
      if ((drafts.get(k.id)?.version ?? 0) > k.version) throw new Refused('draft.newer')
      saves.push(k.body.said)
      const savedAt = new Date().toISOString()
      drafts.set(k.id, { id: k.id, callId: k.callId, body: k.body, version: k.version + 1, savedAt, by: 's' as Draft['by'], byName: 'Biz' })
      return { version: k.version + 1, savedAt }
    },
    read: async (k) => drafts.get(k.id), mine: async () => { if (bad.error) throw bad.error; return [...drafts.values()] },
    ofCall: async (c) => [...drafts.values()].filter((d) => d.callId === c), discard: async (d) => drafts.delete(d),
  }
  const onShelf: Shelf = { put: (k) => void shelf.set(k.id, k), drop: (i) => void shelf.delete(i), all: () => [...shelf.values()] }
  const keep = (kept: Kept = { id: id('d1'), callId, body: body(''), version: 0 }) => keepDraft({ kept, desk, shelf: onShelf, codeOf, tell: () => {} })
  let n = 0
  const settled: CallId[] = []
  const book = () => openBook({ desk, shelf: onShelf, codeOf, newId: () => `n${++n}`, settled: (c) => settled.push(c) })
  return { saves, drafts, shelf, bad, keep, book, settled }
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

test('saved 800 ms after the last key', async () => {
  const b = bench(), k = b.keep()
  k.change(body('s')); await pass(500); k.change(body('su')); await pass(499)
  expect(b.saves).toEqual([])
  await pass(1)
  expect(b.saves).toEqual(['su'])
  expect(k.saved()).toMatchObject({ is: 'saved' })
})
test('whoever types without a pause loses at most the last second', async () => {
  const b = bench(), k = b.keep()
  for (let i = 1; i <= 30; i++) { k.change(body('x'.repeat(i))); await pass(100) }
  expect(b.saves.length).toBeGreaterThanOrEqual(2)
  expect(b.saves.at(-1)!.length).toBeGreaterThan(19)
})
test('leaving a field saves at once', async () => {
  const b = bench(), k = b.keep()
  k.change(body('su yok')); k.now(); await pass(0)
  expect(b.saves).toEqual(['su yok'])
})
test('every key is in this browser until the desk has confirmed it', async () => {
  const b = bench(), k = b.keep()
  k.change(body('su yok'))
  expect(b.shelf.get(id('d1'))?.body.said).toBe('su yok')
  await pass(800)
  expect(b.shelf.size).toBe(0)
})
test('what is typed while a save is on its way is saved next, not lost', async () => {
  const b = bench(), k = b.keep()
  k.change(body('bir')); k.now(); k.change(body('iki')); await pass(0)
  expect(b.shelf.get(id('d1'))?.body.said).toBe('iki')
  await pass(1000)
  expect(b.saves).toEqual(['bir', 'iki'])
  expect(b.shelf.size).toBe(0)
})
test('what is typed while a slow save is on its way is saved after it', async () => {
  const b = bench(), k = b.keep()
  b.bad.slow = 3000
  k.change(body('bir')); k.now(); k.change(body('iki'))
  await pass(3000 + 800 + 3000)
  expect(b.saves).toEqual(['bir', 'iki'])
})
test('while the desk is away the draft stays here, and goes as soon as the desk is back', async () => {
  const b = bench(), k = b.keep()
  b.bad.error = new Error('no answer')
  k.change(body('su yok')); await pass(800)
  expect(k.saved()).toEqual({ is: 'here' })
  k.change(body('su yok, iki gün'))
  await pass(3000)
  b.bad.error = null
  k.back(); await pass(0)
  expect(b.saves).toEqual(['su yok, iki gün'])
  expect(b.shelf.size).toBe(0)
})
test('a newer draft of another seat is never overwritten: both are shown, and the person chooses', async () => {
  const b = bench(), k = b.keep(), other = b.keep()
  other.change(body('onların')); other.now(); await pass(0)
  k.change(body('bizim')); k.now(); await pass(0)
  expect(k.saved()).toMatchObject({ is: 'theirs', draft: { body: { said: 'onların' } } })
  k.change(body('daha')); k.now(); await pass(60_000)
  expect(k.saved().is).toBe('theirs')
  expect(k.kept().body.said).toBe('bizim')
  expect(b.saves).toEqual(['onların'])
  k.mine(); await pass(0)
  expect(b.saves).toEqual(['onların', 'bizim'])
})
test('theirs chosen: our words give way to theirs', async () => {
  const b = bench(), k = b.keep(), other = b.keep()
  other.change(body('onların')); other.now(); await pass(0)
  k.change(body('bizim')); k.now(); await pass(0)
  k.theirs()
  expect(k.kept()).toMatchObject({ version: 1, body: { said: 'onların' } })
})
test('a draft already sent elsewhere is not saved again', async () => {
  const b = bench(), k = b.keep()
  b.bad.error = new Refused('draft.sent')
  k.change(body('su')); await pass(800)
  expect(k.saved()).toEqual({ is: 'sent_elsewhere' })
  expect(b.shelf.size).toBe(0)
})
test('an ended keeper leaves no timer behind', () => {
  const b = bench(), k = b.keep()
  k.change(body('su')); k.end()
  expect(vi.getTimerCount()).toBe(0)
})

test('two calls never share a draft, and the second does not push the first from the screen', async () => {
  const b = bench(), book = b.book()
  const one = book.ringing({ callId, key: 'k1', number: '+905000000301', dialled: '153' }, false)
  book.change(one, (i) => ({ ...i, said: 'birinci' }))
  const two = book.ringing({ callId: 'c2' as CallId, key: 'k2', number: '+905000000302', dialled: '153' }, false)
  expect(two).not.toBe(one)
  expect(book.book().current?.id).toBe(one)
  book.show(two)
  expect(book.book().current?.body.said).toBe('')
  book.end()
})
test('another matter of the same call is a case of its own, with the same call and number', () => {
  const b = bench(), book = b.book()
  const caller = { callId, key: 'k', number: '+905000000301', dialled: '153' }
  const first = book.ringing(caller, true)
  book.open(caller)
  expect(book.book().current).toMatchObject({ callId, body: { channel: 'phone', reporter: { phone: '+905000000301' } } })
  expect(book.book().current?.id).not.toBe(first)
  book.open('letter')
  expect(book.book().current).toMatchObject({ callId: null, body: { channel: 'letter', reporter: { phone: '' } } })
  book.end()
})
test('a page reloaded in mid-call finds what was typed, even what the desk had not got yet', async () => {
  const b = bench(), before = b.book()
  const d = before.ringing({ callId, key: 'k', number: null, dialled: '153' }, true)
  before.change(d, (i) => ({ ...i, said: 'kaldırım' })); before.left(d); await pass(0)
  before.change(d, (i) => ({ ...i, said: 'kaldırım buz' }))
  before.end()
  const after = b.book()
  await after.load()
  expect(after.book().unfinished).toMatchObject([{ id: d, body: { said: 'kaldırım buz' } }])
  expect(after.ringing({ callId, key: 'k', number: null, dialled: '153' }, true)).toBe(d)
  await pass(1000)
  expect(b.saves.at(-1)).toBe('kaldırım buz')
  after.end()
})
test('a draft another seat began for this call is taken over', async () => {
  const b = bench()
  b.drafts.set(id('their'), { id: id('their'), callId, body: body('yarım'), version: 3, savedAt: '2026-11-23T10:00:00Z', by: 's' as Draft['by'], byName: 'Zeynep' })
  const book = b.book()
  book.ringing({ callId, key: 'k', number: null, dialled: null }, true)
  await pass(0)
  expect(book.book().current).toMatchObject({ id: 'their', byName: 'Zeynep', body: { said: 'yarım' }, version: 3 })
  book.end()
})
test('sending waits for the desk, happens once, and settles the call', async () => {
  const b = bench(), book = b.book()
  const d = book.ringing({ callId, key: 'k', number: null, dialled: null }, true)
  book.change(d, (i) => ({ ...i, said: 'su' }))
  let posts = 0, away = true
  const post = async (): Promise<Opened> => { posts++; if (away) throw new Error('no answer'); return { id: d, number: '2026-000001' } as unknown as Opened }
  await book.send(d, post, false)
  expect(book.book().current?.sending).toEqual({ is: 'waiting' })
  expect(b.shelf.has(d)).toBe(true)
  away = false
  book.back(); await pass(0)
  expect(book.book().current?.sending).toMatchObject({ is: 'sent', opened: { number: '2026-000001' } })
  await book.send(d, post, false)
  await pass(60_000)
  expect(posts).toBe(2)
  expect(b.settled).toEqual([callId])
  expect(b.shelf.size).toBe(0)
  book.end()
})
test('what the desk refuses stays as typed, to be corrected', async () => {
  const b = bench(), book = b.book()
  const d = book.ringing({ callId, key: 'k', number: null, dialled: null }, true)
  book.change(d, (i) => ({ ...i, said: 'su' }))
  await book.send(d, async () => { throw new Refused('case.unknown_place') }, false)
  expect(book.book().current).toMatchObject({ sending: { is: 'failed' }, body: { said: 'su' } })
  book.change(d, (i) => ({ ...i, said: 'su yok' }))
  expect(book.book().current).toMatchObject({ sending: { is: 'no' }, body: fromDraft(body('su yok')) })
  book.end()
})
