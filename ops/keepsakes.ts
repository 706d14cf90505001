/** What one start leaves for the next: the ports it found, and secrets made once. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ports } from './ports.ts'
import type { Reach } from './tls/tls.ts'

export type Remembered = {
  ports?: Partial<Ports>
  /** The external database that was found in order, so that the administrator's SQL need not be shown again. */
  database?: string
  /** Whether this is the demo municipality: asked once, or a later start would seed it into a real one. */
  demo?: boolean
  /** How other computers reach the desk, if they do. */
  reach?: Reach
  /** Where the service is kept every night. */
  backup?: string
}

export type Secrets = {
  databaseAdmin: string
  databaseOwner: string
  databaseApp: string
  session: string
  ami: string
  testPhone: string
}

export function remembered(state: string): Remembered {
  return read<Remembered>(join(state, 'state.json')) ?? {}
}

export function remember(state: string, what: Remembered): void {
  write(join(state, 'state.json'), { ...remembered(state), ...what }, 0o644)
}

/** Made at the first start and never again; readable by their owner alone. */
export function secretsOf(state: string): Secrets {
  const file = join(state, 'secrets.json')
  const kept = read<Partial<Secrets>>(file) ?? {}
  const fresh = () => randomBytes(32).toString('hex')
  const secrets: Secrets = {
    databaseAdmin: fresh(), databaseOwner: fresh(), databaseApp: fresh(), session: fresh(), ami: fresh(), testPhone: fresh(),
    ...kept,
  }
  write(file, secrets, 0o600)
  return secrets
}

function read<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined
}

/** Whole or not at all: a start that is killed here must not leave half a file. */
export function write(file: string, what: unknown, mode: number): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(what, null, 2)}\n`, { mode })
  renameSync(`${file}.new`, file)
}
