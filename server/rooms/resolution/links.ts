/** Links by which a citizen answers herself: short, unguessable, one for a fact. Opening one changes nothing; only a button answers. */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { CaseId } from '../../../contracts/cases.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { toBeTold } from '../cases/index.ts'
import { type LinkRow, keepLink, linkByHash, type Purpose, putHash, renew } from './links.store.ts'

export type { LinkRow } from './links.store.ts'
/** Where citizens reach us, and the key of the tokens. The desk says both once, at its start. */
export type LinksAt = { address: string; key: string }
let at: LinksAt = { address: 'http://127.0.0.1:4154', key: randomBytes(32).toString('hex') }
export const linksAt = (given: LinksAt): void => { at = given }

/** 128 bits in 22 letters: nobody guesses it, and an SMS has room for it. Whoever has the table has not the key. */
const tokenOf = (salt: Buffer): string => createHmac('sha256', at.key).update('link').update(salt).digest().subarray(0, 16).toString('base64url')
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
export const looksLikeToken = (text: string): boolean => /^[\w-]{22}$/.test(text)

/** On the pages: `/o/…` asks about a proposal (öneri), `/t/…` whether it is done (teyit). */
const letter = { agree: 'o', confirm: 't' } as const satisfies Record<Purpose, string>
export type MakeLink = {
  caseId: CaseId; purpose: Purpose
  /** What it asks about: the proposal, or for `confirm` the move that made the case resolved. */
  proposalId?: string; moveId?: string
  person: { kind: 'reporter' }
  untilDays: number
}
/**
 * The whole address, in her own language. For the same fact it is the same link, however often it is asked for; it ends when she has
 * answered, when the case goes another way, and after so many days of 24 hours.
 */
export async function makeLink(tx: Tx, { caseId, purpose, proposalId, moveId, untilDays }: MakeLink): Promise<string> {
  const fact = purpose === 'agree' ? proposalId : moveId
  if (!fact) throw new Error(`a link to ${purpose} needs what it asks about`)
  const person = (await toBeTold(tx, caseId))?.people.find((one) => one.what !== 'followed')
  if (!person) throw new Refusal('case.not_found')
  const salt = randomBytes(16)
  const kept = await keepLink(tx, {
    id: newId(), caseId, purpose, fact, person: person.key, language: person.language, salt, hash: hashOf(tokenOf(salt)), until: new Date(tx.now.getTime() + untilDays * 24 * 60 * 60_000),
  })
  const token = tokenOf(kept.notHers ? salt : kept.salt)
  // Sent to a stranger before: she keeps none of it.
  if (kept.notHers) await renew(tx, kept.id, hashOf(token), salt)
  // Another key since then: what was sent before is dead, what is sent now works.
  else if (!hashOf(token).equals(kept.hash)) await putHash(tx, kept.id, hashOf(token))
  return `${at.address}${person.language === 'en' ? '/en' : ''}/${letter[purpose]}/${token}`
}
/** Undefined for a token that is none of ours. */
export const linkOf = async (tx: Tx, purpose: Purpose, token: string): Promise<LinkRow | undefined> => {
  if (!looksLikeToken(token)) return undefined
  const found = await linkByHash(tx, hashOf(token))
  return found?.purpose === purpose ? found : undefined
}
