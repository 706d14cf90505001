/** How large a municipality is measured: some 330 cases and calls a day for two and a half years. */
export const years = { cases: 300_000, people: 100_000, calls: 300_000, days: 900 }
