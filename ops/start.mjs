/**
 * `npm start`. Runs on the host's Node with nothing installed: sees to the packages, then hands over to the launcher
 * on the project's own Node.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, projectNode, root } from './install.mjs'

const say = (line) => console.log(line)

try {
  if (process.platform !== 'linux') throw new Error('Ak Masa runs on Linux (Debian 12 is what it is tried on).')
  await ensureInstalled(say)
} catch (problem) {
  console.error(problem.message)
  process.exit(1)
}

const launcher = spawn(projectNode(), ['--disable-warning=ExperimentalWarning', join(root, 'ops', 'launch.ts'), ...process.argv.slice(2)], {
  cwd: process.cwd(),
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => launcher.kill(signal))
launcher.once('exit', (code) => process.exit(code ?? 1))

// If npm is killed we would go on unseen, holding the data folder. We end instead, the launcher notices, and what it
// started lives on for the next start to take over. Started by hand we may well outlive our parent. (npm is our parent
// because the script begins with exec; a shell between us would also keep npm's signals from us.)
if (process.env.npm_lifecycle_event) {
  const npm = process.ppid
  setInterval(() => process.ppid !== npm && process.exit(1), 500).unref()
}
