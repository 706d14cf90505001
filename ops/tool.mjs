/** `node ops/tool.mjs FILE …` runs a tool of the administrator's once the packages are there, and nothing else with it. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, projectNode, root } from './install.mjs'

const [file, ...args] = process.argv.slice(2)
try {
  await ensureInstalled((line) => console.error(line))
} catch (problem) {
  console.error(problem.message)
  process.exit(1)
}
const tool = spawn(projectNode(), ['--disable-warning=ExperimentalWarning', join(root, file), ...args], { cwd: process.cwd(), stdio: 'inherit' })
// A terminal's Ctrl-C reaches both; the tool says what became of it, so it is the one to end first.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => tool.kill(signal))
tool.once('exit', (code) => process.exit(code ?? 1))
