/** The desk's interface without a browser, and its ledger of calls. */
import type { Account, House } from './house.ts'

export type Desk = {
  /** @throws when the desk refuses or does not answer. */
  ask<T>(path: string): Promise<T>
  send<T = Record<string, unknown>>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<{ status: number; body: T }>
  bytes(path: string): Promise<Buffer>
}

export async function deskOf(house: House, account: Account): Promise<Desk> {
  let cookie = ''
  const send: Desk['send'] = async (method, path, body) => {
    const request = { method, headers: { 'x-akmasa': '1', 'content-type': 'application/json', cookie }, body: JSON.stringify(body ?? {}), signal: AbortSignal.timeout(10_000) }
    const answer = await fetch(`${house.endpoints.desk}/api${path}`, request)
    cookie ||= answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    return { status: answer.status, body: await answer.json() as never }
  }
  const get = async (path: string) => {
    const answer = await fetch(`${house.endpoints.desk}/api${path}`, { headers: { cookie }, signal: AbortSignal.timeout(10_000) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  const { status } = await send('POST', '/session', { email: account.email, password: account.password })
  if (status !== 200) throw new Error(`${account.email} could not sign in: ${status}`)
  return { send, ask: async <T>(path: string) => await (await get(path)).json() as T, bytes: async (path) => Buffer.from(await (await get(path)).arrayBuffer()) }
}

export type CallRow = {
  id: string; from: string | null; dialled: string; result: string; hungUpBy: string | null; staffName: string | null; recorded: boolean
  arrivedAt: string; queuedAt: string | null; rangAt: string | null; answeredAt: string | null; endedAt: string | null; cases: { number: string }[]
}
async function allCalls(desk: Desk): Promise<CallRow[]> {
  const rows: CallRow[] = []
  for (let after: string | null = ''; after !== null;) {
    const page: { rows: CallRow[]; next: string | null } = await desk.ask(`/calls${after ? `?after=${encodeURIComponent(after)}` : ''}`)
    rows.push(...page.rows)
    after = page.next
  }
  return rows
}

/** Calls from now on. */
export async function ledgerFrom(desk: Desk) {
  const before = new Set((await allCalls(desk)).map((c) => c.id))
  const rows = async () => (await allCalls(desk)).filter((c) => !before.has(c.id))
  return {
    rows,
    /** The row of this caller as it is now. */
    of: async (from: string | null) => (await rows()).find((c) => c.from === from),
    /** `number, result, who hung up`, sorted: one entry for each row, so that a call missing or counted twice shows. */
    told: async () => (await rows()).map((c) => [c.from ?? 'hidden', c.result, c.hungUpBy ?? 'nobody', ...(c.staffName ? [c.staffName] : [])].join(', ')).sort(),
  }
}
export type Ledger = Awaited<ReturnType<typeof ledgerFrom>>

export type Topic = { id: string; slug: string; name: { tr: string; en: string } }
export const topicOf = async (desk: Desk, slug: string): Promise<Topic> => (await desk.ask<Topic[]>('/topics')).find((t) => t.slug === slug)!

/** What the desk keeps of a call's unfinished intakes. */
export const draftsOf = async (desk: Desk, callId: string | null | undefined): Promise<string[]> =>
  (await desk.ask<{ body: { said?: string } }[]>(`/drafts?callId=${callId}`)).map((d) => d.body.said ?? '')
