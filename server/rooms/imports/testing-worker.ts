/** A worker of imports as a process of its own, to be killed by a test. */
import { partsIn } from '../../adapters/storage/parts.ts'
import { wallClock } from '../../platform/clock.ts'
import { openDb } from '../../platform/db.ts'
import { workOff } from './run.ts'

const [url, folder] = process.argv.slice(2)
await workOff(openDb(url!, wallClock), partsIn(folder!))
