/** All rooms of the desk over a test's database, with no switch connected and a folder that goes with the test. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeDesk } from '../desk.ts'
import { readConfig } from '../platform/config.ts'
import { silentLog } from '../platform/log.ts'
import type { Room } from '../platform/room.ts'
import type { TestDesk } from '../testing.ts'

export const testRooms = async (desk: TestDesk): Promise<readonly Room[]> => makeDesk(
  readConfig({ DATABASE_URL: desk.database.appUrl, DATA_DIR: mkdtempSync(join(tmpdir(), 'akmasa-test-')), SESSION_KEY: 'a key of a test, long enough to be taken' }), desk.db, silentLog).rooms
