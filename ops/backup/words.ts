/** What the person asked for. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Misunderstood } from '../settings.ts'

/** The house meant: by its data folder, or by a service's settings. */
export type Which = { dataDir?: string; env?: string }

export const backupHelp = `npm run backup -- DIR [--data DATA | --env FILE] [--keep N] [--check] [--no-trial]
  DIR          where the backups stand; each in a folder named for its time (UTC)
  --data DATA  the data folder to keep; without it .akmasa
  --env FILE   keep a service: its settings, for example /etc/akmasa/akmasa.env
  --keep N     how many are kept; older ones are removed (7)
  --check      make none: read the newest again and compare every sum
  --no-trial   do not start the copy of the database to see that it works`

export type BackupWords = Which & { target: string; keep: number; check: boolean; trial: boolean }

export function backupWords(argv: string[]): BackupWords {
  const { values, target } = read(argv, backupHelp, {
    data: { type: 'string' }, env: { type: 'string' }, keep: { type: 'string' }, check: { type: 'boolean' }, 'no-trial': { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
  })
  const keep = Number(values.keep ?? 7)
  if (!Number.isInteger(keep) || keep < 1) throw new Misunderstood('--keep takes a whole number from 1 on.')
  return { target, ...which(values.data, values.env), keep, check: values.check === true, trial: values['no-trial'] !== true }
}

export const restoreHelp = `npm run restore -- DIR [--data DATA | --env FILE] [--replace] [--accept-damage]
  DIR              the folder of backups (the newest is taken) or one backup in it
  --data DATA      where to; a folder that is empty or not there yet. Without it .akmasa
  --env FILE       to a service: its settings, for example /etc/akmasa/akmasa.env
  --replace        what stands there is set aside first; nothing is deleted
  --accept-damage  bring back what is left of a damaged backup`

export type RestoreWords = Which & { source: string; replace: boolean; acceptDamage: boolean }

export function restoreWords(argv: string[]): RestoreWords {
  const { values, target } = read(argv, restoreHelp, {
    data: { type: 'string' }, env: { type: 'string' }, replace: { type: 'boolean' }, 'accept-damage': { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
  })
  return { source: target, ...which(values.data, values.env), replace: values.replace === true, acceptDamage: values['accept-damage'] === true }
}

type Options = Record<string, { type: 'string' | 'boolean'; short?: string }>

function read<O extends Options>(argv: string[], help: string, options: O) {
  const { values, positionals } = parsed(argv, help, options)
  if ('help' in values) throw new Misunderstood(help)
  const [target, ...more] = positionals
  if (!target || more.length > 0) throw new Misunderstood(`One folder is needed: DIR\n\n${help}`)
  return { values, target: resolve(target) }
}

function parsed<O extends Options>(argv: string[], help: string, options: O) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true })
  } catch (problem) {
    throw new Misunderstood(`${problem instanceof Error ? problem.message : String(problem)}\n\n${help}`)
  }
}

const which = (data: string | undefined, env: string | undefined): Which => ({ dataDir: data && resolve(data), env: env && resolve(env) })
