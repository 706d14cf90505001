/** The list of those who wait for a word, for whoever owes it and for whoever watches over it. */
import type { DirectorateId } from '../../../contracts/identity.ts'
import type { Owes, SilenceFigures, silenceApi, SilentCase } from '../../../contracts/silence.ts'
import type { Tx } from '../../platform/db.ts'
import type { Handlers } from '../../platform/http/operations.ts'
import { directoratesByIds } from '../identity/index.ts'
import * as store from './silence.store.ts'

const pageLength = 50
const stageOf = (tx: Tx, row: store.SilenceRow): SilentCase['stage'] =>
  Date.parse(row.dueAt) <= tx.now.getTime() ? 'over' : row.calledAt ? 'call' : Date.parse(row.askAt) <= tx.now.getTime() ? 'asked' : 'calm'
const owesOf = (row: store.SilenceRow): Owes => (row.calledAt !== null || row.owes === 'desk' ? 'desk' : 'directorate')
const namesOf = async (tx: Tx, ids: readonly DirectorateId[]) => new Map((await directoratesByIds(tx, ids)).map((one) => [one.id, one.name]))

function markOf(cursor: string | undefined): { at: string; id: string } | undefined {
  const [, at, id] = /^([0-9TZ:.+-]+)_([0-9a-f-]{36})$/i.exec(cursor ?? '') ?? []
  return at && id && !Number.isNaN(Date.parse(at)) ? { at, id } : undefined
}

export async function silences(tx: Tx, q: { owes?: Owes; over?: boolean; all?: boolean; directorateId?: DirectorateId; after?: string }): Promise<{ rows: SilentCase[]; next: string | null }> {
  const found = await store.listed(tx, { ...q, after: markOf(q.after), limit: pageLength + 1 })
  const rows = found.slice(0, pageLength), last = found.length > pageLength ? rows.at(-1) : undefined
  const names = await namesOf(tx, rows.flatMap((row) => row.leadId ?? []))
  return {
    rows: rows.map((row) => ({
      caseId: row.caseId, number: row.number, topic: row.topic, status: row.status, place: row.place, emergency: row.emergency, since: row.since, dueAt: row.dueAt,
      lead: row.leadId && names.has(row.leadId) ? { id: row.leadId, name: names.get(row.leadId)! } : null, owes: owesOf(row), stage: stageOf(tx, row),
    })),
    next: last ? `${last.dueAt}_${last.caseId}` : null,
  }
}
async function silenceFigures(tx: Tx): Promise<SilenceFigures> {
  const row = await store.longest(tx)
  const lead = row?.leadId ? ((await namesOf(tx, [row.leadId])).get(row.leadId) ?? null) : null
  return { ...(await store.counts(tx)), longest: row ? { caseId: row.caseId, number: row.number, since: row.since, dueAt: row.dueAt, owes: owesOf(row), lead } : null }
}
export const silenceRoutes: Handlers<typeof silenceApi> = { silences, silenceFigures: (tx) => silenceFigures(tx) }
