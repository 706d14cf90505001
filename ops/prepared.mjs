/** `node ops/prepared.mjs FILE …` runs a file of the project once its packages, tools and browsers' parts are there. */
import { spawnSync } from 'node:child_process'
import { ensureTestPackages } from './debian.mjs'
import { ensureInstalled, projectNode, root } from './install.mjs'

try {
  await ensureInstalled((line) => console.log(line))
  await ensureTestPackages((line) => console.log(line))
  for (const args of [['ops/prepare.ts'], process.argv.slice(2)]) {
    const { status } = spawnSync(projectNode(), args, { cwd: root, stdio: 'inherit' })
    if (status !== 0) process.exit(status ?? 1)
  }
} catch (problem) {
  console.error(problem.message)
  process.exit(1)
}
