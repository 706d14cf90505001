import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { scratchFolder } from '../../server/adapters/host.ts'
import { root } from '../install.mjs'
import { ownAddresses } from './addresses.ts'
import { makeAuthority, makeServerCertificate } from './authority.ts'

/** `npm start` with these flags, which is to refuse: its exit code and what it says. */
async function start(...flags: string[]): Promise<{ code: number; said: string }> {
  const data = mkdtempSync(join(scratchFolder(), 'akmasa-start-'))
  onTestFinished(() => {
    const state = existsSync(join(data, 'state')) ? realpathSync(join(data, 'state')) : data
    for (const path of [state, `${state}.lock`, data]) rmSync(path, { recursive: true, force: true })
  })
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'ops/launch.ts'), '--data', data, ...flags], (problem, out, err) => resolve({ code: typeof problem?.code === 'number' ? problem.code : 0, said: out + err }))
  })
}

test.each([
  [['--address', '127.0.0.1'], 'on this machine itself the desk is served anyhow'],
  [['--address', '203.0.113.77'], '203.0.113.77 is not an address of this machine'],
  [['--address', 'https://desk.example.org'], 'neither a host name nor an address'],
  [['--certificate', 'x.crt'], '--key is missing'],
  [['--key', 'x.key'], '--certificate is missing'],
])('%s is answered in words, not by a start', async (flags, words) => {
  const { code, said } = await start(...flags)
  expect([code, said]).toEqual([1, expect.stringContaining(words)])
  expect(said).not.toMatch(/\bat .*\.ts:\d/)
})

test.skipIf(ownAddresses().length === 0)('a certificate that cannot serve stops the start with what to do about it', async () => {
  const [own = ''] = ownAddresses()
  const folder = mkdtempSync(join(scratchFolder(), 'akmasa-certificate-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const put = (name: string, names: string[], made: Date) => {
    const pair = makeServerCertificate(makeAuthority('Deneme', names, made), names, made)
    writeFileSync(join(folder, `${name}.crt`), pair.certificate)
    writeFileSync(join(folder, `${name}.key`), pair.key)
  }
  put('expired', [own], new Date(Date.now() - 2 * 365 * 24 * 3600_000))
  put('good', [own], new Date())
  put('strange', ['203.0.113.77'], new Date())
  const with_ = (certificate: string, key = certificate) => start('--address', own, '--certificate', join(folder, `${certificate}.crt`), '--key', join(folder, `${key}.key`))
  const [expired, mixed, strange, absent] = await Promise.all([with_('expired'), with_('good', 'strange'), with_('strange'), with_('absent')])
  expect(expired).toEqual({ code: 1, said: expect.stringMatching(/has expired on .* Renew it/) })
  expect(mixed).toEqual({ code: 1, said: expect.stringContaining('is not the key of') })
  expect(strange).toEqual({ code: 1, said: expect.stringContaining(`is not for ${own} but for 203.0.113.77`) })
  expect(absent).toEqual({ code: 1, said: expect.stringMatching(/cannot be read \(ENOENT\)\. Give the path/) })
})
