/** `npm run doctor`. It changes nothing, so it installs nothing either. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { missing, projectNode, root } from '../install.mjs'

if (missing().length > 0) {
  console.error('Paketler eksik; önce npm start ya da npm run install-service çalıştırın. (Packages are missing: run one of these first.)')
  process.exit(2)
}
const { status } = spawnSync(projectNode(), ['--disable-warning=ExperimentalWarning', join(root, 'ops/doctor/main.ts'), ...process.argv.slice(2)], { stdio: 'inherit' })
process.exit(status ?? 2)
