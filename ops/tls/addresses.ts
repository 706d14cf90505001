/** The names and addresses that other computers reach the desk by. */
import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import { Misunderstood } from '../settings.ts'

export class BadAddress extends Misunderstood {}

/** As typed after `--address`: names and addresses, commas between. @throws BadAddress */
export function readNames(text: string): string[] {
  const names = text.split(',').map((one) => one.trim().toLowerCase().replace(/^\[(.*)\]$/, '$1')).filter(Boolean)
  if (names.length === 0) throw new BadAddress('--address wants the name or address of this machine that other computers use, or none.')
  for (const name of names) {
    if (/^(127\.|0\.0\.0\.0$|::1?$|localhost$)/.test(name)) throw new BadAddress(`--address ${name}: on this machine itself the desk is served anyhow. Give the address that other computers use${yours()}.`)
    if (!isIP(name) && !/^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/.test(name))
      throw new BadAddress(`--address ${name} is neither a host name nor an address. Without http:// and without a port: ${yours() || 'desk.example.org'}.`)
  }
  return [...new Set(names)]
}

const loopback = /^127\.|^::1$/

/** This machine's own addresses, without loopback and without those that belong to one cable only. */
export const ownAddresses = (): string[] =>
  Object.values(networkInterfaces()).flatMap((all) => all ?? []).filter((one) => !one.scopeid).map((one) => one.address).filter((address) => !loopback.test(address))

/** Where to listen for these names. @throws BadAddress when none of this machine's addresses is meant. */
export async function listenAt(names: readonly string[]): Promise<string[]> {
  const own = new Set(ownAddresses())
  const found = new Set<string>()
  for (const name of names) {
    const addresses = isIP(name) ? [name] : await lookup(name, { all: true }).then((all) => all.map((one) => one.address), () => [])
    const ours = addresses.filter((address) => own.has(address))
    if (isIP(name) && ours.length === 0) throw new BadAddress(`${name} is not an address of this machine${yours()}.`)
    for (const address of ours) found.add(address)
  }
  if (found.size === 0)
    throw new BadAddress(`${names.join(', ')} does not lead to this machine. Enter it into the network’s name service, or add the address: --address ${names[0]},${ownAddresses()[0] ?? '10.0.0.5'}.`)
  return [...found]
}

function yours(): string {
  const own = ownAddresses()
  return own.length > 0 ? `; it has ${own.join(', ')}` : ''
}
