/** How measurements are told: medians and worst cases of one run, always beside something bare of the same run. */

export type Spread = { n: number; p50: number; p95: number; max: number }

/** The value below which this share of them lies (nearest rank); milliseconds with one decimal. */
export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN)
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) }
}
export const round = (value: number) => Math.round(value * 10) / 10
/** How many times as long, or as many. */
export const ratio = (ours: number, bare: number) => Math.round((ours / bare) * 100) / 100

export const told = ({ n, p50, p95, max }: Spread) => `p50 ${p50} ms, p95 ${p95} ms, worst ${max} ms of ${n}`
