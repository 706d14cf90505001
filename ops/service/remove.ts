/** Takes the service away. What it has kept is not ours to destroy. */
import { existsSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { run, systemdRuns, tell } from './commands.ts'
import type { Options } from './options.ts'
import { target } from './units.ts'

export async function removeService({ place, name }: Options, say: (line: string) => void): Promise<void> {
  const units = existsSync(place.units) ? readdirSync(place.units).filter((file) => /^akmasa[-.]/.test(file) && /\.(service|target|timer)$/.test(file)) : []
  const live = systemdRuns() && place.units === '/etc/systemd/system'
  // Some may run and some may not: all of them are to be gone.
  if (live && units.length > 0) await run('systemctl', ['disable', '--now', target, ...units])
  for (const file of units) await rm(join(place.units, file))
  await rm(place.rotation, { force: true })
  const site = name && join(place.sites, name)
  if (site && existsSync(site)) say(`The reverse proxy’s site ${site} is left; remove it by hand.`)
  if (live) await tell('systemctl', ['daemon-reload'])
  say(units.length > 0 ? `Removed: ${units.join(', ')}.` : 'There were no units.')
  say(`Kept: ${[place.data, place.state, place.config, place.prefix, place.logs].join(', ')}, the database, and the users.`)
}
