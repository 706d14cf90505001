/** What the screens show of the talk with a citizen. */
import type { z } from 'zod'
import type { agreementApi, Talk, TalkPage } from '../../../contracts/agreement.ts'
import type { CaseId } from '../../../contracts/cases.ts'
import type { CallTaskId } from '../../../contracts/contact.ts'
import type { StaffId } from '../../../contracts/identity.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { civil } from '../calendars/index.ts'
import { caseExists, caseSeen, casesOfCaller, tellerOf } from '../cases/index.ts'
import { isQuiet, quietHours, reporterOf, talkTask } from '../contact/index.ts'
import { directoratesByIds, municipality, staffByIds } from '../identity/index.ts'
import { inVain } from './agreement-calls.ts'
import { counting } from './agreement-tries.ts'
import * as store from './agreement.store.ts'
import { currentProposal } from './proposals.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
async function shown(tx: Tx, row: store.TalkRow): Promise<Talk> {
  const [task, tries, rules, { zone }] = [await talkTask(tx, row.taskId), await store.tries(tx, row.id), await store.rules(tx), await municipality(tx)]
  const ids = [task?.forStaff, task?.takenBy, ...tries.map((one) => one.by)].filter((id): id is StaffId => id != null && uuid.test(id))
  const people = await staffByIds(tx, ids)
  const person = (id: string | null | undefined) => { const found = id ? people.get(id as StaffId) : undefined; return found ? { id: found.id, name: found.name } : null }
  const [directorate] = row.directorateId ? await directoratesByIds(tx, [row.directorateId]) : []
  const vain = inVain(tries)
  const counts = new Map(counting(vain, rules.windows, zone).map((yes, i) => [vain[i]!.toISOString(), yes]))
  return {
    id: row.id, taskId: row.taskId, status: row.status, kind: row.kind, directorate: directorate?.name ?? null, forStaff: person(task?.forStaff), takenBy: person(task?.takenBy),
    nextAt: row.nextAt, chosen: row.chosen, tries: tries.map(({ at, by, result, note }) => ({ at, by: person(by)?.name ?? null, result, note, counts: result === 'not_reached' && (counts.get(at) ?? false) })),
    counted: [...counts.values()].filter(Boolean).length, of: rules.tries, linkSentAt: row.linkSentAt, answerBy: row.answerBy, silenceAgrees: row.silenceAgrees, why: row.why,
    endedAt: row.endedAt, how: row.how, words: row.words, because: row.because,
  }
}
export async function caseTalk(tx: Tx, { caseId }: { caseId: CaseId }, by: Actor): Promise<z.output<typeof agreementApi.caseTalk.returns>> {
  if (!(await caseExists(tx, caseId))) throw new Refusal('case.not_found')
  const row = await store.talkOfCase(tx, caseId)
  if (!row) return { talk: null, mine: false }
  // Row security: a directorate finds the calls that are its own.
  const mine = by.may.has('case.agree') && (by.scope === 'desk' || (await talkTask(tx, row.taskId)) !== undefined)
  return { talk: await shown(tx, row), mine }
}

const most = 8
export async function talkPage(tx: Tx, { taskId }: { taskId: CallTaskId }): Promise<TalkPage> {
  const task = await talkTask(tx, taskId)
  const row = task && (await store.talkOfTask(tx, taskId))
  const found = row && (await caseSeen(tx, row.caseId))
  if (!task || !row || !found) throw new Refusal('agreement.not_found')
  const [proposal, reporter, teller, { zone }] = [await currentProposal(tx, row.caseId), await reporterOf(tx, row.caseId), await tellerOf(tx, row.caseId), await municipality(tx)]
  const others = teller?.citizenId ? (await casesOfCaller(tx, [teller.citizenId], most + 1)).filter((one) => one.id !== row.caseId).slice(0, most) : []
  return {
    talk: await shown(tx, row),
    case: {
      id: found.id, number: found.number, topic: found.topic, said: found.said, place: found.place, street: found.street, status: found.status, openedAt: found.openedAt, dueAt: found.dueAt,
    },
    person: { name: task.name, phone: task.phone, language: reporter?.language ?? 'tr', writable: reporter?.writable ?? false },
    plain: proposal?.plain ?? { tr: '', en: null },
    parts: (proposal?.parts ?? []).filter((part) => part.proposed).map((part) => ({
      directorateId: part.directorateId, directorate: part.directorate, kind: part.kind, what: part.what, byWhom: part.byWhom, from: part.from, to: part.to, citizenMust: part.citizenMust,
      alternatives: part.alternatives, entersPrivate: part.entersPrivate, costsCitizen: part.costsCitizen,
    })),
    cases: others.map(({ id, number, topic, status, openedAt }) => ({ id, number, topic, status, openedAt })),
    quiet: isQuiet(civil(tx.now, zone).minute, await quietHours(tx)),
  }
}
