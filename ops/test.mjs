/**
 * `npm test`, and `npm run journey -- NAME`. Runs on the host's Node with nothing installed: sees to everything the
 * tests need, runs them, and ends with one line of totals whatever happens.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureTestPackages } from './debian.mjs'
import { ensureInstalled, projectNode, root } from './install.mjs'
import { totalsOf } from './totals.mjs'

const say = (line) => console.log(line)
const totals = { passed: 0, failed: 0, skipped: 0 }
const scratch = mkdtempSync(join(tmpdir(), 'akmasa-test-'))
/** The step under way. It leads a group of its own, so that all of it can be ended. */
let step
let ending = false

const longest = 20 * 60_000

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    ending = true
    if (!step) finish()
    else if (!end(step, 'SIGINT')) end(step, 'SIGKILL')
  })

const at = process.argv.indexOf('--journey')
const journey = at < 0 ? undefined : process.argv[at + 1]
try {
  if (at >= 0 && !existsSync(join(root, 'journeys', `${journey}.test.ts`)))
    throw new Error(`There is no journeys/${journey}.test.ts. Usage: npm run journey -- NAME`)
  await prepare()
  if (journey === undefined) {
    await check('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'])
    if (existsSync(join(root, 'console', 'tsconfig.json')))
      await check('types of the console', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'console/tsconfig.json'])
    await check('lint', ['node_modules/oxlint/bin/oxlint'])
    await vitest('rooms', [])
    await vitest('journeys', ['--no-file-parallelism'])
  } else await vitest('journeys', ['--no-file-parallelism', `journeys/${journey}.test.ts`])
} catch (problem) {
  totals.failed++
  console.error(problem instanceof Error ? problem.message : problem)
}
finish()

/** Fetches and builds what the tests use, so that no test's own time limit has to cover it. */
async function prepare() {
  await ensureInstalled(say)
  await ensureTestPackages(say)
  const code = await run('preparation', ['ops/prepare.ts'])
  if (code !== 0) throw new Error('The preparation failed; what it says stands above.')
}

async function check(name, args) {
  if (ending) return
  const code = await run(name, args)
  if (code === 0) totals.passed++
  else totals.failed++
  say(`${code === 0 ? 'passed' : 'FAILED'}: ${name}`)
}

async function vitest(project, more) {
  if (ending) return
  const report = join(scratch, `${project}.json`)
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--passWithNoTests', ...more]
  const code = await run(project, [...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  const found = totalsOf(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined, code)
  for (const kind of Object.keys(totals)) totals[kind] += found[kind]
}

/** Runs a program of the project on its own Node; resolves with the exit code, 1 if it was ended. */
function run(name, args) {
  say(`\n— ${name}`)
  const env = { ...process.env, ...builds() }
  step = spawn(projectNode(), args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'], detached: true })
  const running = step
  const late = setTimeout(() => {
    console.error(`${name} has not ended in ${longest / 60_000} minutes; it is ended now.`)
    end(running, 'SIGKILL')
  }, longest)
  return new Promise((resolve) => {
    const done = (code) => {
      clearTimeout(late)
      end(running, 'SIGKILL') // whatever it left behind in its group
      step = undefined
      resolve(typeof code === 'number' ? code : 1)
    }
    running.once('exit', done).once('error', () => done(1))
  })
}

/** Where the preparation left the built console and pages. */
function builds() {
  const file = join(scratch, 'builds.json')
  return { AKMASA_BUILDS: file, ...(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) }
}

function end(child, signal) {
  try {
    process.kill(-child.pid, signal)
    return true
  } catch {
    return false
  }
}

function finish() {
  rmSync(scratch, { recursive: true, force: true })
  if (ending) totals.failed++
  say(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`)
  process.exit(totals.failed > 0 ? 1 : 0)
}
