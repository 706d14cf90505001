/**
 * `npm run bench`: starts a house of its own, measures it, prints, keeps the figures in `bench/results/` and ends
 * everything. Times of one computer say little about another: beside each stands something bare of the same run.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { launch } from '../journeys/support/browser.ts'
import { startHouse } from '../journeys/support/house.ts'
import { startBare } from './bare/server.ts'
import { callsPerSecond } from './calls.ts'
import { openCases } from './cases.ts'
import { Client, clusterOf } from './desk.ts'
import { importPast } from './imports.ts'
import { inboxDelivery } from './inbox.ts'
import { amongMany } from './many.ts'
import { knowledgeSearch } from './knowledge.ts'
import { reports } from './reports.ts'
import { screenPop } from './screen-pop.ts'

const began = new Date()
const around = { at: began.toISOString(), node: process.version, processors: cpus().length, processor: cpus()[0]?.model ?? '', load: loadavg() }
console.log(`Measuring on ${around.processors} processors; load of the last minute before the start: ${around.load[0]?.toFixed(1)}`)

await using house = await startHouse()
const browser = await launch()
try {
  const cluster = clusterOf(house)
  await using bare = await startBare(cluster)
  const operator = await Client.signedIn(house, house.account('operator'))
  const ours = await reports(operator, house)
  const figures = {
    around,
    screenPop: await screenPop(house, browser, bare),
    inbox: await inboxDelivery(house, browser, bare, operator, ours),
    cases: await openCases(house, bare, ours),
    calls: await callsPerSecond(house, cluster),
    // Last: it makes the house a large one.
    many: await amongMany(house, cluster),
    knowledge: await knowledgeSearch(house, browser, cluster),
    imports: await importPast(),
  }
  operator.close()
  // `npm run bench -- NAME` keeps the figures under a name that git takes; without one they stay on this computer.
  const name = process.argv[2] ?? `${began.toISOString().slice(0, 19).replaceAll(':', '')}.local`
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(figures, null, 2)}\n`)
  console.log(`All of it in ${Math.round((Date.now() - began.getTime()) / 1000)} s; kept in bench/results/${name}.json`)
} finally {
  await browser.close()
}
