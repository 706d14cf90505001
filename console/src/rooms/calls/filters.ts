/** What the list of calls shows, as the address carries it. */
import type { z } from 'zod'
import { CallResult, type callsApi } from '../../../../contracts/calls.ts'

export type CallFilters = { result?: CallResult; mine?: true; q?: string; day?: string }

const isDay = (v: unknown): v is string => typeof v === 'string' && /^\d{4}-\d\d-\d\d$/.test(v) && new Date(`${v}T00:00Z`).toJSON()?.slice(0, 10) === v

/** Reads an address that anyone may have typed: what makes no sense is left out. */
export function readCalls(s: Record<string, unknown>): CallFilters {
  const result = CallResult.safeParse(s.result)
  const read: CallFilters = {
    result: result.success ? result.data : undefined, mine: s.mine === true || s.mine === 'true' ? true : undefined,
    q: typeof s.q === 'string' || typeof s.q === 'number' ? String(s.q).slice(0, 40) || undefined : undefined,
    day: isDay(s.day) ? s.day : undefined,
  }
  return Object.fromEntries(Object.entries(read).filter(([, v]) => v !== undefined))
}

/** The digits to look for. People write the national zero, numbers are kept without it: `0532 000` is sought as `532000`. */
export const digitsOf = (typed: string) => typed.replace(/\D/g, '').replace(/^0+/, '')

/** What is asked of the desk for these filters. */
export function asked(f: CallFilters): z.input<typeof callsApi.calls.query> {
  return { result: f.result, mine: f.mine && 'true', q: f.q && (digitsOf(f.q) || undefined), day: f.day }
}
export const narrowing = (f: CallFilters) => [f.result, f.mine, f.q, f.day].filter(Boolean).length
