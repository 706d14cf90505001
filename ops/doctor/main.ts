/** `npm run doctor`: looks at everything, says in plain words what to do, changes nothing. Ends with 0, 1 (warnings) or 2 (problems). */
import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { wallClock } from '../../server/platform/clock.ts'
import { root } from '../install.mjs'
import { examine } from './examine.ts'
import { bad, type Finding, textsOf, worded, worst } from './finding.ts'
import { housePatient, servicePatient, Unreadable } from './patient.ts'

const usage = `npm run doctor -- [--data DIR | --env FILE] [--en] [--json]
  --data DIR   npm start ile çalışan kurulumun veri klasörü (.akmasa)
  --env FILE   hizmetin ayar dosyası (/etc/akmasa/akmasa.env)
  --en         English
  --json       makine için`
const serviceFile = '/etc/akmasa/akmasa.env'

const flags = readFlags()
const language = flags.en ? 'en' : 'tr'
const findings = await look()
tell(findings)
// Whoever reads us by a pipe must have it all.
process.exitCode = { ok: 0, warn: 1, bad: 2 }[worst(findings)]

async function look(): Promise<Finding[]> {
  try {
    const file = flags.env ?? (flags.data === undefined && readable(serviceFile) ? serviceFile : undefined)
    return await examine(file ? servicePatient(file) : housePatient(flags.data ?? join(root, '.akmasa'), process.env), wallClock)
  } catch (problem) {
    if (problem instanceof Unreadable) return [bad('parts', 'settings.unreadable', { file: problem.file, why: problem.message })]
    throw problem
  }
}

function tell(found: readonly Finding[]): void {
  const texts = textsOf(language)
  if (flags.json) return console.log(JSON.stringify({ at: wallClock.now().toISOString(), worst: worst(found), findings: found.map((one) => ({ ...one, ...worded(one, language) })) }, null, 2))
  const [first, second] = [texts.levels, texts.areas].map((words) => Math.max(...Object.values(words).map((word) => word.length)))
  for (const one of found) {
    const { says, todo } = worded(one, language)
    console.log(`${texts.levels[one.level].padEnd(first!)}  ${texts.areas[one.area].padEnd(second!)}  ${says}`)
    if (todo && one.level !== 'ok') console.log(`${' '.repeat(first! + second! + 4)}${texts.todo}: ${todo}`)
  }
  console.log(`\n${texts.closing[worst(found)]}`)
}

function readable(file: string): boolean {
  try { accessSync(file, constants.R_OK); return true } catch { return false }
}

function readFlags() {
  try {
    const flag = { type: 'boolean' } as const
    const { values } = parseArgs({ options: { data: { type: 'string' }, env: { type: 'string' }, en: flag, json: flag, help: { ...flag, short: 'h' } } })
    if (values.help) { console.log(usage); process.exit(0) }
    return values
  } catch (problem) {
    console.error(`${problem instanceof Error ? problem.message : String(problem)}\n\n${usage}`)
    process.exit(2)
  }
}
