/** Calls the desk's operations as the contracts declare them. Answers are typed, not parsed again: the desk made them. */
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Operation } from '../../contracts/kit.ts'

// Where a schema's input says nothing (lists in an address), what it gives is what it takes, and it may be left out.
type Said<S extends z.ZodType> = { [K in keyof z.input<S> as unknown extends z.input<S>[K] ? never : K]: z.input<S>[K] }
type Unsaid<S extends z.ZodType> = { [K in keyof z.input<S> as unknown extends z.input<S>[K] ? K : never]?: K extends keyof z.output<S> ? z.output<S>[K] : never }
type Taken<S extends z.ZodType> = Said<S> & Unsaid<S>
type Part<S> = S extends z.ZodType ? Taken<S> : unknown
/** Params, query and body in one object, as the handler gets them. */
export type Given<O extends Operation> = Part<O['params']> & Part<O['query']> & Part<O['body']>
export type Answer<O extends Operation> = O['returns'] extends z.ZodType ? z.output<O['returns']> : Blob

export type FieldProblem = { path: string; code: string; facts: Record<string, string | number> }
/** What the desk answered instead of what was asked. `status` 0: it did not answer at all. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly facts: Record<string, string | number>
  readonly requestId: string | null
  readonly errors: FieldProblem[]
  constructor(p: { status: number; code: string; facts?: Record<string, string | number>; requestId?: string | null; errors?: FieldProblem[] }) {
    super(p.code)
    this.status = p.status
    this.code = p.code
    this.facts = p.facts ?? {}
    this.requestId = p.requestId ?? null
    this.errors = p.errors ?? []
  }
}

const signedOut = new Set<() => void>()
/** Told when the desk no longer knows us; returns how to stop listening. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener)
  return () => void signedOut.delete(listener)
}

/** Where an operation answers with these params and this query. */
export function addressOf(operation: Operation, given: Record<string, unknown> = {}): string {
  const path = operation.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(given[name])))
  const query = new URLSearchParams()
  for (const name of Object.keys(operation.query?.shape ?? {}))
    for (const value of [given[name]].flat()) if (value !== undefined && value !== null && value !== '') query.append(name, String(value))
  return `/api${path}${query.size ? `?${query}` : ''}`
}

function bodyOf(operation: Operation, given: Record<string, unknown>): string | undefined {
  if (!operation.body) return operation.method === 'GET' ? undefined : '{}'
  const elsewhere = new Set([...Object.keys(operation.params?.shape ?? {}), ...Object.keys(operation.query?.shape ?? {})])
  return JSON.stringify(Object.fromEntries(Object.entries(given).filter(([name]) => !elsewhere.has(name))))
}

/** Reads a problem out of an answer that is not a good one; proxies may answer with anything. */
export function problemOf(status: number, text: string): Problem {
  try {
    const told = JSON.parse(text) as { code?: string; facts?: Record<string, string | number>; requestId?: string; errors?: FieldProblem[] }
    return new Problem({ ...told, status, code: told.code ?? `http_${status}` })
  } catch {
    return new Problem({ status, code: `http_${status}` })
  }
}

type Without<O extends Operation> = object extends Given<O> ? [given?: Given<O>, signal?: AbortSignal] : [given: Given<O>, signal?: AbortSignal]

export async function call<O extends Operation>(operation: O, ...[given, signal]: Without<O>): Promise<Answer<O>> {
  const all = (given ?? {}) as Record<string, unknown>
  let response: Response
  try {
    response = await fetch(addressOf(operation, all), {
      method: operation.method, signal, credentials: 'same-origin', body: bodyOf(operation, all),
      headers: { accept: 'application/json', ...(operation.method === 'GET' ? {} : { 'content-type': 'application/json', 'x-akmasa': '1' }) },
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new Problem({ status: 0, code: 'network' })
  }
  if (!response.ok) {
    const problem = problemOf(response.status, await response.text())
    if (problem.status === 401 && problem.code === 'session.needed') for (const tell of signedOut) tell()
    throw problem
  }
  return (operation.returns === 'file' ? await response.blob() : await response.json()) as Answer<O>
}

/** For `useQuery`: the key is the operation's path and what was given, so that events can name what grew old. */
export function asking<O extends Operation>(operation: O, ...[given]: Without<O>) {
  return queryOptions({
    queryKey: [operation.path, given ?? {}] as const,
    queryFn: ({ signal }) => call(operation, ...([given, signal] as unknown as Without<O>)),
  })
}

/** A file's bytes with progress from 0 to 1; fetch cannot tell how far it is. */
export function upload<O extends Operation>(operation: O, given: Given<O>, file: Blob, progress: (part: number) => void, signal?: AbortSignal): Promise<Answer<O>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(operation.method, addressOf(operation, given as Record<string, unknown>))
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-akmasa', '1')
    request.upload.onprogress = (e) => e.lengthComputable && progress(e.loaded / e.total)
    request.onload = () => (request.status < 300 ? resolve(JSON.parse(request.responseText) as Answer<O>) : reject(problemOf(request.status, request.responseText)))
    request.onerror = () => reject(new Problem({ status: 0, code: 'network' }))
    signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}
