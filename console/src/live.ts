/**
 * The live socket. It carries ids only: what they name is asked for again, if it is on the screen. After any absence
 * everything on the screen is asked for again, since nobody knows what was missed.
 */
import { useSyncExternalStore } from 'react'
import type { LiveEvent } from '../../contracts/events.ts'
import type { SettingKind } from '../../contracts/settings.ts'

export type LiveState = 'connecting' | 'up' | 'down'
export type Live = { state(): LiveState; watch(listener: () => void): () => void; retry(): void; end(): void }

/** Half a second, doubling to ten, spread so that a hundred consoles do not come back in one breath. */
export const backOff = (tries: number, luck: number) => Math.min(10_000, 500 * 2 ** tries) * (0.5 + luck / 2)

export function startLive(on: { event: (event: LiveEvent) => void; back: () => void; open?: () => WebSocket }): Live {
  const open = on.open ?? (() => new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`))
  const watchers = new Set<() => void>()
  let state: LiveState = 'connecting', tries = 0, ended = false, knownBefore = false
  let socket: WebSocket | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function become(next: LiveState) {
    if (state === next) return
    state = next
    for (const tell of watchers) tell()
  }
  function connect() {
    clearTimeout(timer)
    const mine = (socket = open())
    mine.onopen = () => {
      tries = 0
      become('up')
      if (knownBefore) on.back()
      knownBefore = true
    }
    mine.onmessage = (m: MessageEvent<string>) => {
      const told = JSON.parse(m.data) as LiveEvent | { event: 'hello' }
      if (told.event !== 'hello') on.event(told)
    }
    mine.onclose = () => {
      if (socket !== mine || ended) return
      // The first failure may be a blink; the second is an absence worth showing.
      if (tries > 0 || state === 'up') become(tries > 0 ? 'down' : 'connecting')
      timer = setTimeout(connect, backOff(tries++, Math.random()))
    }
  }
  connect()
  return {
    state: () => state,
    watch(listener) {
      watchers.add(listener)
      return () => void watchers.delete(listener)
    },
    retry() {
      const old = socket
      socket = null
      old?.close()
      connect()
    },
    end() {
      ended = true
      clearTimeout(timer)
      socket?.close()
    },
  }
}

const listeners = new Set<(event: LiveEvent | 'back') => void>()
/** Hears every event, and `back` after an absence; for what lives outside React. Returns how to stop. */
export function hearLive(listener: (event: LiveEvent | 'back') => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
export const tellLive = (event: LiveEvent | 'back') => { for (const tell of listeners) tell(event) }

/** The page's one socket. Watchers may come before it does. */
let current: Live | null = null
let unwatch: (() => void) | undefined
const watchers = new Set<() => void>()
const tellWatchers = () => { for (const tell of watchers) tell() }
export function setLive(live: Live | null): void {
  unwatch?.()
  current = live
  unwatch = live?.watch(tellWatchers)
  tellWatchers()
}
export const liveState = (): LiveState => current?.state() ?? 'connecting'
export function watchLive(listener: () => void): () => void {
  watchers.add(listener)
  return () => void watchers.delete(listener)
}
export const useLiveState = (): LiveState => useSyncExternalStore(watchLive, liveState)
export const retryLive = () => current?.retry()

/** The lists by which other screens know what an administrator edits. */
const asKnown: Partial<Record<SettingKind, readonly string[]>> = {
  municipality: ['/me'], directorate: ['/directorates', '/topics/route'], directorate_hours: ['/topics/route'], staff: ['/staff', '/colleagues'], institution: ['/institutions', '/topics', '/places'],
  place: ['/places', '/places/search', '/places/at', '/topics/route'], street: ['/places/search'], landmark: ['/places/search'], topic_group: ['/topics', '/topics/search'], topic: ['/topics', '/topics/search', '/topics/route'],
  calendar: ['/topics/route'], crew: ['/crews'], holiday: ['/holidays', '/topics/route'], pause_reason: ['/calls/reasons'], wrap_up_code: ['/calls/reasons'], line: ['/board'],
}
/** What an event makes old, as beginnings of query keys: the operation's path, and the ids that name it. */
export function grownOld(told: LiveEvent): readonly (readonly unknown[])[] {
  switch (told.event) {
    case 'case.opened': return [['/cases'], ['/cases/nearby']]
    case 'case.escalated': return [['/cases'], ['/cases/:caseId/clock', { caseId: told.fact.caseId }], ['/late']]
    case 'case.changed': return [['/cases'], ['/cases/:caseId', { caseId: told.fact.caseId }], ['/cases/:caseId/confirmations', { caseId: told.fact.caseId }], ['/cases/:caseId/proposal', { caseId: told.fact.caseId }], ['/cases/:caseId/clock', { caseId: told.fact.caseId }], ['/late']]
    // Whoever hears of a case's change asks anew; these are for listeners.
    case 'case.moved': case 'case.move_undone': return [['/cases/:caseId', { caseId: told.fact.caseId }]]
    case 'citizens.tell': return []
    case 'word.added': return [['/cases/:caseId/words', { caseId: told.fact.caseId }]]
    case 'proposal.changed': case 'proposal.approved': return [['/cases/:caseId', { caseId: told.fact.caseId }], ['/cases/:caseId/proposal', { caseId: told.fact.caseId }], ['/approvals']]
    case 'talk.changed': return [['/cases/:caseId/agreement', { caseId: told.fact.caseId }], ['/agreement/:taskId'], ['/call-tasks']]
    case 'silence.changed': return [['/silences'], ['/silences/figures']]
    case 'order.changed': return [['/orders'], ['/orders/:orderId/events'], ['/cases/:caseId/work', { caseId: told.fact.caseId }], ['/cases/:caseId', { caseId: told.fact.caseId }]]
    case 'case.mentioned': return [['/cases'], ['/cases/:caseId', { caseId: told.fact.caseId }]]
    case 'message.queued': case 'message.changed': return [['/messages'], ['/cases/:caseId/words']]
    case 'task.changed': return [['/call-tasks']]
    case 'call.changed': return [['/calls'], ['/calls/:callId', { callId: told.fact.callId }], ['/board']]
    case 'presence.changed': return [['/board'], ['/presence']]
    case 'knowledge.changed': return [['/knowledge'], ['/knowledge/search'], ['/knowledge/announcements'], ['/knowledge/questions'], ['/knowledge/:articleId', { articleId: told.fact.articleId }]]
    case 'session.ended': return [['/me']]
    case 'staff.left': return [['/staff'], ['/colleagues']]
    case 'setting.changed': return [['/settings/:kind', { kind: told.fact.kind }], ['/settings/:kind/:id', { kind: told.fact.kind, id: told.fact.id }], ['/setting-changes'], ['/setting-checklist'], ...(asKnown[told.fact.kind] ?? []).map((path) => [path])]
    case 'import.changed': return [['/imports']]
    case 'import.ended': return [['/imports'], ['/cases']]
    case 'page.changed': return [['/duty/alerts'], ['/cases/:caseId', { caseId: told.fact.caseId }]]
    case 'alarm.changed': return [['/alarms'], ['/board']]
    case 'statute.changed': case 'statute.warned': return [['/statutory'], ['/statutory/marks'], ['/statutory/:caseId', { caseId: told.fact.caseId }]]
  }
}
