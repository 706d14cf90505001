export type Totals = { passed: number; failed: number; skipped: number }
export type Report = { testResults: { status: string; assertionResults: { status: string }[] }[] }
export declare function totalsOf(report: Report | undefined, code: number): Totals
