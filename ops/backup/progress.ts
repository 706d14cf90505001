/** A line now and then during long work, and the word of the person who calls it off. */
export class Progress {
  readonly #say: (line: string) => void
  readonly callOff: AbortSignal
  #what = ''
  #total = 0
  #done = 0
  #began = Date.now()
  #told = Date.now()

  constructor(say: (line: string) => void, callOff: AbortSignal) {
    this.#say = say
    this.callOff = callOff
  }

  begin(what: string, total: number): void {
    this.#what = what
    this.#total = total
    this.#done = 0
    this.#began = this.#told = Date.now()
  }

  /** @throws when it has been called off. */
  did(bytes: number): void {
    this.callOff.throwIfAborted()
    this.#done += bytes
    const now = Date.now()
    if (now - this.#told < 5_000) return
    this.#told = now
    const share = this.#total > 0 ? ` of ${amount(this.#total)} (${Math.min(99, Math.floor((this.#done / this.#total) * 100))} %)` : ''
    this.#say(`  ${this.#what}: ${amount(this.#done)}${share}, ${amount((this.#done / (now - this.#began)) * 1000)}/s`)
  }
}

export function amount(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let at = 0
  for (; bytes >= 1000 && at < units.length - 1; at++) bytes /= 1000
  return `${bytes < 10 && at > 0 ? bytes.toFixed(1) : Math.round(bytes)} ${units[at]}`
}
