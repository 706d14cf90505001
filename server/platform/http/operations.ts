/** One function per operation of a contract; leaving one out does not compile. */
import type { z } from 'zod'
import type { Operation } from '../../../contracts/kit.ts'
import type { Actor } from '../actor.ts'
import type { Db, Tx } from '../db.ts'
import type { Came } from './came.ts'

/** What only the edge knows of a request. */
export type Via = {
  ip: string
  /** True when the peer is this machine itself and no proxy speaks for somebody else. */
  loopback: boolean
  came: Came
  sessionToken: string | undefined
  userAgent: string
  setSession(token: string | null, expires?: Date): void
}
/** Bytes for the browser: `inline` plays or shows, else it is saved under its name. */
export type FileAnswer = { bytes: Buffer; type: string; name: string; inline: boolean }

type Part<S> = S extends z.ZodType ? z.output<S> : unknown
export type Given<O extends Operation> = Part<O['params']> & Part<O['query']> & Part<O['body']> & (O['upload'] extends object ? { file: Buffer } : unknown)
export type Answer<O extends Operation> = O['returns'] extends z.ZodType ? z.input<O['returns']> : FileAnswer
export type Handler<O extends Operation> = (on: O['outside'] extends true ? Db : Tx, given: Given<O>, by: Actor, via: Via) => Promise<Answer<O>>
export type Handlers<Api extends Record<string, Operation>> = { readonly [K in keyof Api]: Handler<Api[K]> }

/** The same, with the types forgotten, for the edge that mounts them all. */
export type AnyHandler = (on: unknown, given: unknown, by: Actor, via: Via) => Promise<unknown>
export type Mounted = { name: string; room: string; operation: Operation; handler: AnyHandler }
export const mounted = <Api extends Record<string, Operation>>(room: string, api: Api, handlers: Handlers<Api>): Mounted[] =>
  Object.entries(api).map(([name, operation]) => ({ name, room, operation, handler: handlers[name] as unknown as AnyHandler }))
