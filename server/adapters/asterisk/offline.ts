/** A machine without any network: browsers on it would be connected to the switch and hear nothing. */
import { networkInterfaces } from 'node:os'
import { amRoot } from '../host.ts'
import { firstLine } from './packages.ts'
import { must } from './run.ts'

/** Kept for documentation (RFC 5737): it can be nobody's, and on `lo` it never leaves the machine. */
const spare = '192.0.2.153'

/**
 * Asterisk names no 127… address as a way to itself, so without any other one the browser has nowhere to send sound
 * (measured: answered, silence). Any further address of this machine will do, even on `lo`.
 * Answers in plain words what to do when it cannot be had.
 */
export async function ensureLocalSound(): Promise<string | undefined> {
  if (hasAddress()) return undefined
  const command = ['ip', 'address', 'add', `${spare}/32`, 'dev', 'lo'] as const
  const advice = `This machine has no network address, so a browser on it would hear nothing on the telephone. As root: ${command.join(' ')}`
  if (!amRoot()) return advice
  try {
    await must(command[0], command.slice(1))
    return undefined
  } catch (problem) {
    return hasAddress() ? undefined : `${advice} (${firstLine(problem)})` // another start may have been quicker
  }
}

const hasAddress = () =>
  Object.values(networkInterfaces()).some((all) => all?.some((one) => one.family === 'IPv4' && !one.address.startsWith('127.')))
