/** What the desk measures of itself, for Prometheus. No label ever names a person, a number, a place or a case. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Db } from './db.ts'
import type { Role } from './health.ts'
import type { Seen } from './http/request-log.ts'
import type { Log } from './log.ts'

/** One number, or one for each value of the label. */
export type Reading = number | Readonly<Record<string, number>>
export type Measure = { help: string; kind?: 'gauge' | 'counter'; label?: string }
/**
 * Measures read together, by one question. Rooms offer them; they are asked at each scrape.
 * `role`: the one process that asks, or each of three would count the same rows; absent: about the process itself.
 */
export type Probe = { name: string; role?: Role; measures: Readonly<Record<string, Measure>>; read(db: Db): Promise<Readonly<Record<string, Reading>>> }

/** A scrape must answer while the database is away: whoever is late is left out of it. */
const patience = 3000

export type Metrics = ReturnType<typeof makeMetrics>
export function makeMetrics(db: Db, probes: readonly Probe[], log: Log, patienceMs = patience) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const http = new Histogram({
    name: 'akmasa_http_seconds', help: 'Time to answer a request, by operation of the contract.', labelNames: ['door', 'operation', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10], registers: [registry],
  })
  const failed = new Gauge({ name: 'akmasa_probe_failed', help: '1 when these measures could not be read now.', labelNames: ['probe'], registers: [registry] })
  const shown = new Map(probes.flatMap((probe) => Object.entries(probe.measures).map(([name, measure]) => [name, made(name, measure, registry)])))

  async function ask(probe: Probe): Promise<void> {
    let read: Readonly<Record<string, Reading>> | undefined
    try {
      read = await within(patienceMs, probe.read(db))
    } catch (err) {
      log.debug({ err, probe: probe.name }, 'measures could not be read')
    }
    failed.set({ probe: probe.name }, read ? 0 : 1)
    // What could not be read is absent: an old number would look like a quiet day.
    for (const [name, measure] of Object.entries(probe.measures)) show(shown.get(name)!, measure, read?.[name] ?? {})
  }

  return {
    type: registry.contentType,
    seen({ door, operation, status, ms }: Seen): void {
      http.observe({ door, operation: operation ?? 'page', status: `${Math.floor(status / 100)}xx` }, ms / 1000)
    },
    async text(): Promise<string> {
      await Promise.all(probes.map(ask))
      return registry.metrics()
    },
  }
}

const made = (name: string, { help, kind, label }: Measure, registry: Registry) =>
  new (kind === 'counter' ? Counter : Gauge)({ name, help, labelNames: label ? [label] : [], registers: [registry] })

function show(shown: Counter | Gauge, { label }: Measure, reading: Reading): void {
  shown.reset()
  if (typeof reading === 'number') shown.inc(reading)
  else if (label) for (const [value, number] of Object.entries(reading)) shown.inc({ [label]: value }, number)
  else shown.remove() // a reset one stands at 0
}

export function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Error(`not answered within ${ms} ms`)), ms) })
  work.catch(() => {}) // it may fail later, when nobody waits any more
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** The last answer again until it is this old: for counts that read much. */
export function atMostEvery<T>(ms: number, read: (db: Db) => Promise<T>): (db: Db) => Promise<T> {
  let last: { at: number; of: T } | undefined
  return async (db) => {
    if (!last || performance.now() - last.at > ms) last = { of: await read(db), at: performance.now() }
    return last.of
  }
}
