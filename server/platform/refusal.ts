export type Facts = Record<string, string | number | boolean | null>

/** Understood, and will not be done. `code` is also the key of the text the person sees. */
export class Refusal extends Error {
  readonly code: string
  readonly facts: Facts
  /** The field of the form it is about, `where.placeId`, when there is one. */
  readonly field: string | undefined
  constructor(code: string, facts: Facts = {}, field?: string) {
    super(code)
    this.code = code
    this.facts = facts
    this.field = field
  }
}

/** What may not be seen answers the same as what is not there; the rest by its kind. */
export function statusOf(refusal: Refusal): number {
  if (refusal.code.endsWith('not_found')) return 404
  if (refusal.code === 'identity.too_many') return 429
  if (refusal.code.endsWith('unavailable')) return 503
  return refusal.field ? 422 : 409
}
