/**
 * What a backup holds: one JSON line for each folder and file, and a last line that closes it. Without the last line,
 * or when its sum does not fit the lines before it, the list is not whole.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type FileEntry = {
  path: string
  size: number
  sha256: string
  /** Milliseconds; with the size it tells whether the original has changed since. */
  mtime: number
  mode: number
}
export type FolderEntry = { folder: string; mode: number }

export type Closing = {
  akmasa: 'backup'
  format: 1
  /** Everything acknowledged before this instant is in it. */
  moment: string
  /** Whether the desk worked meanwhile. */
  taken: 'live' | 'stopped'
  database: { kind: 'cluster' | 'dump'; major: number }
  files: number
  bytes: number
  /** Of all lines before this one. */
  lines: string
}

export type Manifest = { files: Map<string, FileEntry>; folders: FolderEntry[]; closing: Closing }

export const manifestName = 'manifest.jsonl'

export class ManifestWriter {
  readonly #out
  readonly #sum = createHash('sha256')
  #files = 0
  #bytes = 0

  constructor(backup: string) {
    this.#out = createWriteStream(join(backup, manifestName), { mode: 0o600, flags: 'wx' })
    this.#out.on('error', () => {}) // told to whoever writes next
  }

  async add(entry: FileEntry | FolderEntry): Promise<void> {
    if ('path' in entry) {
      this.#files++
      this.#bytes += entry.size
    }
    await this.#write(`${JSON.stringify(entry)}\n`)
  }

  async close(facts: Pick<Closing, 'moment' | 'taken' | 'database'>): Promise<Closing> {
    const closing: Closing = { akmasa: 'backup', format: 1, ...facts, files: this.#files, bytes: this.#bytes, lines: this.#sum.copy().digest('hex') }
    await this.#write(`${JSON.stringify(closing)}\n`)
    this.#out.end()
    await once(this.#out, 'close')
    if (this.#out.errored) throw this.#out.errored
    return closing
  }

  /** Nothing more is written; the backup was called off. */
  abandon(): void {
    this.#out.destroy()
  }

  async #write(line: string): Promise<void> {
    if (this.#out.errored) throw this.#out.errored
    this.#sum.update(line)
    if (!this.#out.write(line)) await once(this.#out, 'drain')
  }
}

/** @throws with a plain word when the list is missing, cut off or changed. */
export async function readManifest(backup: string): Promise<Manifest> {
  const file = join(backup, manifestName)
  if (!existsSync(file)) throw new Error(`${backup} is not a whole backup: ${manifestName} is missing.`)
  const files = new Map<string, FileEntry>()
  const folders: FolderEntry[] = []
  const sum = createHash('sha256')
  let closing: Closing | undefined
  let lines = ''
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const entry = parsed(line)
    if (!entry || closing) throw broken(backup)
    if ('akmasa' in entry) {
      closing = entry
      lines = sum.copy().digest('hex')
    } else {
      sum.update(`${line}\n`)
      if ('path' in entry) files.set(entry.path, entry)
      else folders.push(entry)
    }
  }
  if (!closing || closing.lines !== lines) throw broken(backup)
  if (closing.format !== 1) throw new Error(`${backup} was made by a later Ak Masa; bring it back with that one.`)
  return { files, folders, closing }
}

const broken = (backup: string) => new Error(`The list of ${backup} (${manifestName}) is cut off or was changed. Use another backup.`)

function parsed(line: string): FileEntry | FolderEntry | Closing | undefined {
  try {
    return JSON.parse(line) as FileEntry | FolderEntry | Closing
  } catch {
    return undefined
  }
}
