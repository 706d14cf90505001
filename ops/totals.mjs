/**
 * Adds up vitest's JSON report. A file that could not be loaded, an error outside any test or a runner that died has
 * no test to its name in there, and still is a failure.
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] } | undefined} report
 * @param {number} code the runner's exit code
 */
export function totalsOf(report, code) {
  const totals = { passed: 0, failed: 0, skipped: 0 }
  for (const file of report?.testResults ?? []) {
    const failedBefore = totals.failed
    for (const { status } of file.assertionResults) {
      if (status === 'passed') totals.passed++
      else if (status === 'failed') totals.failed++
      else totals.skipped++
    }
    if (file.status === 'failed' && totals.failed === failedBefore) totals.failed++
  }
  if (totals.failed === 0 && (code !== 0 || report === undefined)) totals.failed++
  return totals
}
