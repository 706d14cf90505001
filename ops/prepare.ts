/** Before the tests: fetches Asterisk into the cache and builds the browsers' parts, both at once. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureAsterisk, ensureSpeech } from '../server/adapters/asterisk/install.ts'
import { cacheFolder } from '../server/adapters/host.ts'
import { built } from './build.ts'
import { write } from './keepsakes.ts'
import { ensureNginx } from './testing/nginx.ts'

const say = (line: string) => console.log(line)
const logDir = mkdtempSync(join(tmpdir(), 'akmasa-prepare-'))
try {
  const around = { logDir, say, callOff: new AbortController().signal }
  const cacheDir = cacheFolder()
  const [asterisk, consoleDist, portalDist] = await Promise.all([
    ensureAsterisk({ cacheDir, log: say }),
    built('console', around),
    built('portal', around),
    ensureSpeech({ cacheDir, log: say }),
    ensureNginx(say),
  ])
  if ('unavailable' in asterisk) say(asterisk.unavailable)
  const builds = { ...(consoleDist && { CONSOLE_DIST: consoleDist }), ...(portalDist && { PORTAL_DIST: portalDist }) }
  if (process.env.AKMASA_BUILDS) write(process.env.AKMASA_BUILDS, builds, 0o644)
} finally {
  rmSync(logDir, { recursive: true, force: true })
}
