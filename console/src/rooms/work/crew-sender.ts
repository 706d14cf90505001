/**
 * The crew's telephone outside React: keeps the day, sends what waits in its order, one thing after another, and says how it stands.
 * Nothing is taken off before the desk has answered; sent twice it is one, by ids made here.
 */
import { uuidv7 } from 'uuidv7'
import { identityApi } from '../../../../contracts/identity.ts'
import { type Acted, type OrderAct, type OrderId, type Shot, workApi } from '../../../../contracts/work.ts'
import { addressOf, call, Problem, problemOf } from '../../client.ts'
import { type Live, startLive } from '../../live.ts'
import type { Waiting } from './crew-day.ts'
import type { CrewStore, Kept } from './crew-store.ts'

export type CrewState = {
  kept: Kept | null; items: readonly Waiting[]
  /** `out`: the session is over; what is here stays and is sent after the next signing in. `forbidden`: whoever signed in is of no crew. */
  desk: 'opening' | 'there' | 'away' | 'out' | 'forbidden'
  sending: boolean
}
export type Crew = ReturnType<typeof startCrew>
const again = 15_000

export function startCrew(store: CrewStore) {
  let state: CrewState = { kept: null, items: [], desk: 'opening', sending: false }
  const watchers = new Set<() => void>()
  const become = (next: Partial<CrewState>) => { state = { ...state, ...next }; for (const tell of watchers) tell() }
  let live: Live | null = null, ended = false, busy: Promise<void> | null = null, wanted = false

  async function look(): Promise<void> {
    const kept = (await store.day()) ?? null
    become({ kept, items: kept ? await store.waiting(kept.holder.id) : [] })
  }
  /** Asks who this is and what lies with her. False: there is nobody to ask, or no line. */
  async function refresh(): Promise<boolean> {
    try {
      const me = await call(identityApi.me)
      if (!me.may.includes('order.work')) { become({ desk: 'forbidden' }); return false }
      const orders = await call(workApi.myOrders)
      await store.keep({ holder: { id: me.id, name: me.name, zone: me.municipality.zone }, orders, at: new Date().toISOString() })
      await look()
      become({ desk: 'there' })
      live ??= startLive({ event: (told) => { if (told.event === 'order.changed') void go() }, back: () => void go() })
      return true
    } catch (error) {
      const status = error instanceof Problem ? error.status : 0
      become({ desk: status === 401 ? 'out' : status === 403 ? 'forbidden' : 'away' })
      return false
    }
  }
  async function put(item: Waiting): Promise<Acted> {
    const { orderId, id, at } = item
    if (item.kind === 'act') return call(workApi.crewAct, { orderId: orderId as OrderId, id: id as never, act: item.act, at, ...(item.words && { words: item.words }) })
    const response = await fetch(addressOf(workApi.crewPhoto, { orderId, id, shot: item.shot, at }), {
      method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/octet-stream', 'x-akmasa': '1' }, body: item.bytes,
    }).catch(() => { throw new Problem({ status: 0, code: 'network' }) })
    if (!response.ok) throw problemOf(response.status, await response.text())
    return (await response.json()) as Acted
  }
  /** One of the telephone's windows sends at a time. */
  async function send(): Promise<void> {
    const holder = state.kept?.holder.id
    if (!holder) return
    for (;;) {
      const item = (await store.waiting(holder)).find((one) => one.state === 'waiting')
      if (!item || ended) return
      become({ sending: true })
      try {
        const { late, status } = await put(item)
        // That it was done already is what was wanted.
        if (late && late !== 'done') await store.mark(item, { state: 'late', because: late })
        else await store.sent(item, status)
        await look()
      } catch (error) {
        const problem = error instanceof Problem ? error : new Problem({ status: 0, code: 'network' })
        const lasting = problem.status >= 400 && problem.status < 500 && ![401, 408, 425, 429].includes(problem.status)
        if (!lasting) { become({ desk: problem.status === 401 ? 'out' : 'away' }); return }
        await store.mark(item, { state: 'refused', code: problem.code })
        await look()
      }
    }
  }
  async function once(): Promise<void> {
    if (!(await refresh())) return
    await withLock(send)
    become({ sending: false })
    // The orders as the desk has them now; nothing is asked while nothing was sent.
    if (state.desk === 'there') await refresh()
  }
  /** Everything that can be brought up to date now; asked again meanwhile, once more afterwards. */
  function go(): Promise<void> {
    if (busy) { wanted = true; return busy }
    busy = once().catch(() => become({ desk: 'away' })).finally(() => {
      busy = null
      become({ sending: false })
      if (wanted && !ended) { wanted = false; void go() }
    })
    return busy
  }
  const wake = () => void go()
  const seen = () => { if (document.visibilityState === 'visible') wake() }
  const timer = setInterval(() => { if (state.desk !== 'out' && (state.desk !== 'there' || state.items.some((item) => item.state === 'waiting'))) wake() }, again)
  addEventListener('online', wake)
  document.addEventListener('visibilitychange', seen)
  void look().catch(() => undefined).then(go)

  async function add(item: Parameters<CrewStore['add']>[0]): Promise<void> {
    await store.add(item)
    await look()
    wake()
  }
  const about = (order: { id: string; number: string }) => ({ id: uuidv7(), staffId: state.kept!.holder.id, orderId: order.id, number: order.number, at: new Date().toISOString(), state: 'waiting' as const })
  return {
    state: () => state,
    watch(listener: () => void) {
      watchers.add(listener)
      return () => void watchers.delete(listener)
    },
    go,
    act: (order: { id: string; number: string }, act: OrderAct, words?: string) => add({ ...about(order), kind: 'act', act, ...(words && { words }) }),
    async photo(order: { id: string; number: string }, shot: Shot, picture: Blob) {
      // Bytes, not a handle on a file: the camera's file may be gone at the next start.
      await add({ ...about(order), kind: 'photo', shot, type: picture.type, bytes: await picture.arrayBuffer() })
    },
    async retry(item: Waiting) {
      await store.mark(item, { state: 'waiting' })
      await look()
      wake()
    },
    async dismiss(item: Waiting) {
      await store.drop(item.seq)
      await look()
    },
    async signOut() {
      await call(identityApi.signOut).catch(() => undefined)
      await store.forgetDay()
      become({ kept: null, items: [], desk: 'out' })
    },
    end() {
      ended = true
      clearInterval(timer)
      removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', seen)
      live?.end()
    },
  }
}
/** Old browsers without locks have one window. */
const withLock = (work: () => Promise<void>): Promise<void> =>
  navigator.locks ? navigator.locks.request('akmasa-crew', { ifAvailable: true }, async (lock) => { if (lock) await work() }) : work()
