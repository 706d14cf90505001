import { lstatSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { renderSwitch, switchCommand, type SwitchSettings } from './config.ts'
import { asDialled } from './switch.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'akmasa-config-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const render = async (change: Partial<SwitchSettings> = {}) => {
  const runDir = change.runDir ?? folder
  await renderSwitch({ root: '/opt/tree', runDir, ports: { sip: 5153, http: 5154, ami: 5155, rtp: { from: 20000, to: 20198 } }, secrets: { ami: 'secret-1' }, ...change })
  return (name: string) => readFileSync(join(runDir, 'etc', name), 'utf8')
}

test('nothing but this machine reaches the switch until somebody says so', async () => {
  const read = await render()
  expect(read('pjsip.conf')).toMatch(/bind = 127\.0\.0\.1:5153/)
  expect(read('pjsip.conf')).toMatch(/match = 127\.0\.0\.1/)
  expect(read('http.conf')).toMatch(/bindaddr = 127\.0\.0\.1/)
  expect(read('manager.conf')).toMatch(/bindaddr = 127\.0\.0\.1/)
})

test('a carrier is known by its address alone, and signed in to', async () => {
  const read = await render({ bind: '0.0.0.0', trunk: { host: 'sip.carrier.example', username: 'town', password: 'line-secret' } })
  expect(read('pjsip.conf')).toMatch(/endpoint_identifier_order = ip,username/)
  expect(read('pjsip.conf')).toMatch(/match = sip\.carrier\.example/)
  expect(read('pjsip.conf')).toMatch(/type = registration/)
  expect(read('extensions.conf')).toContain('Dial(PJSIP/${EXTEN}@trunk')
})

test('with no carrier, calls out ring the demonstration’s telephone', async () => {
  expect((await render({ testPhone: true }))('extensions.conf')).toContain('Dial(PJSIP/testphone')
})

test('the files hold passwords, and only their owner reads them', async () => {
  await render()
  expect(statSync(join(folder, 'etc/manager.conf')).mode & 0o007).toBe(0)
})

test.each(["ali's town", 'Çatak, yeni', 'x'.repeat(120), 'a;b'])('a clone in a folder called %s works: the switch has a short plain name for it', async (name) => {
  const runDir = join(folder, name, 'tel')
  mkdirSync(runDir, { recursive: true })
  const read = await render({ runDir })
  const { args } = await switchCommand({ root: '/opt/tree', runDir })
  const config = args[args.indexOf('-C') + 1]!
  const alias = config.replace('/etc/asterisk.conf', '')
  expect(alias).toMatch(/^[\w./-]{1,80}$/)
  expect(realpathSync(alias)).toBe(realpathSync(runDir))
  expect(read('asterisk.conf')).toContain(`astrundir => ${alias}/run`)
  expect(lstatSync(alias).isSymbolicLink()).toBe(true)
  rmSync(alias)
})

test.each([
  ['153', '153'], ['+90 (434) 827 10 00', '04348271000'], ['0090 434 827 1000', '04348271000'], ['90 434 827 10 00', '04348271000'], ['434 827 10 00', '04348271000'],
  ['0434 827 10 00', '04348271000'], ['444 13 00', '4441300'],
])('%s is dialled as %s', (written, dialled) => {
  expect(asDialled(written)).toBe(dialled)
})
