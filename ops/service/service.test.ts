import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { scratchFolder } from '../../server/adapters/host.ts'
import { root } from '../install.mjs'
import { completed, environmentFile, readEnvironmentFile } from './files.ts'
import { placeUnder, readOptions } from './options.ts'
import { line, unitsOf } from './units.ts'

/** What an installation would write, with the code standing where the units look for it. */
function dryRun(...flags: string[]) {
  const base = mkdtempSync(join(scratchFolder(), 'akmasa-service-'))
  onTestFinished(() => rmSync(base, { recursive: true }))
  mkdirSync(join(base, 'opt'))
  symlinkSync(root, join(base, 'opt/current'))
  const said = execFileSync(process.execPath, [join(root, 'ops/service/install.ts'), '--dry-run', join(base, 'out'), '--prefix', join(base, 'opt'), ...flags], { encoding: 'utf8' })
  const units = join(base, 'out/etc/systemd/system')
  const text = (path: string) => readFileSync(join(base, 'out', path), 'utf8')
  return { said, units, names: readdirSync(units).toSorted(), text, unit: (name: string) => text(`etc/systemd/system/${name}`) }
}

test('systemd finds nothing to say about the units', () => {
  const { units, names } = dryRun('--name', 'desk.example.bel.tr', '--backup', '/mnt/ak masa')
  expect(names).toEqual(['akmasa-asterisk.service', 'akmasa-backup.service', 'akmasa-backup.timer', 'akmasa-disk-watch.service', 'akmasa-phone.service', 'akmasa-setup.service', 'akmasa-web.service', 'akmasa-worker.service', 'akmasa.target'])
  const { status, stderr, error } = spawnSync('systemd-analyze', ['verify', ...names.map((name) => join(units, name))], { encoding: 'utf8' })
  expect({ status, stderr, error }).toEqual({ status: 0, stderr: '', error: undefined })
})

test('the switch needs neither database nor desk, and an update of the desk does not touch it', () => {
  const { unit } = dryRun()
  for (const name of ['akmasa-asterisk.service', 'akmasa-disk-watch.service']) {
    expect(unit(name)).not.toMatch(/postgres|akmasa-(web|worker|phone|setup)|PartOf|EnvironmentFile/)
    expect(unit(name)).toMatch(/^User=akmasa-tel$/m)
  }
  for (const role of ['web', 'worker', 'phone']) {
    expect(unit(`akmasa-${role}.service`)).toMatch(/^PartOf=akmasa\.target$/m)
    expect(unit(`akmasa-${role}.service`)).not.toMatch(/^(Requires|BindsTo)=/m)
  }
})

test('only the set-up is given the owner’s password; every unit is walled in and started again for ever', () => {
  const { names, unit } = dryRun()
  expect(names.filter((name) => unit(name).includes('owner.env'))).toEqual(['akmasa-setup.service'])
  for (const name of names.filter((one) => one.endsWith('.service'))) {
    for (const wall of ['NoNewPrivileges=yes', 'ProtectSystem=strict', 'ProtectHome=yes', 'PrivateTmp=yes', 'CapabilityBoundingSet=', 'SystemCallFilter=@system-service', 'StartLimitIntervalSec=0'])
      expect(unit(name).split('\n'), name).toContain(wall)
    expect(unit(name)).toMatch(/^RestrictAddressFamilies=(?!.*AF_PACKET)/m)
    expect(unit(name)).toMatch(name === 'akmasa-setup.service' ? /^Restart=on-failure$/m : /^Restart=always$/m)
  }
})

test('a backup is made every night only where it was asked for, into that folder, and a stop of the desk does not end it', () => {
  expect(dryRun().names.filter((name) => name.includes('backup'))).toEqual([])
  expect(dryRun('--backup', 'none').names.filter((name) => name.includes('backup'))).toEqual([])
  const { unit, text } = dryRun('--backup', '/mnt/ak masa/100%')
  const service = unit('akmasa-backup.service')
  expect(service).toMatch(/^ExecStart=\S+ ops\/backup\/backup\.ts "\/mnt\/ak masa\/100%%" --env \/etc\/akmasa\/akmasa\.env$/m)
  expect(service).toMatch(/^RequiresMountsFor="\/mnt\/ak masa\/100%%"$/m)
  expect(service).toMatch(/^ReadWritePaths="\/mnt\/ak masa\/100%%" \/var\/lib\/akmasa\/data \/var\/lib\/akmasa\/state$/m)
  expect(service).not.toMatch(/^(PartOf|User|WantedBy)=/m)
  expect(unit('akmasa-backup.timer')).toMatch(/^Persistent=true$/m)
  expect(unit('akmasa.target')).not.toContain('backup')
  expect(text('etc/akmasa/akmasa.env')).not.toContain('/mnt')
})

test('a younger systemd is told to wait longer each time', () => {
  const wanted = { place: placeUnder('/'), node: '/usr/bin/node' }
  expect(unitsOf({ ...wanted, systemdVersion: 252 })['akmasa-web.service']).not.toContain('RestartSteps')
  expect(unitsOf({ ...wanted, systemdVersion: 257 })['akmasa-web.service']).toMatch(/^RestartSteps=5\nRestartMaxDelaySec=30$/m)
})

test('without a switch of our own there are no units for one', () => {
  expect(Object.keys(unitsOf({ place: placeUnder('/'), node: '/usr/bin/node', systemdVersion: 252 })).filter((name) => /asterisk|disk/.test(name))).toEqual([])
})

test('a dry run says what it would do and writes no secret anyone could use', () => {
  const { said, text } = dryRun('--name', 'desk.example.bel.tr')
  expect(said).toContain('Nothing else was touched')
  const env = readEnvironmentFile(text('etc/akmasa/akmasa.env'))
  expect(env).toMatchObject({ SESSION_KEY: 'MADE-AT-INSTALLATION', TRUSTED_PROXIES: '1', SECURE_COOKIES: '1', ASTERISK_WSS_URL: '/sip', DEMO: '0' })
  expect(env).not.toHaveProperty('DATABASE_OWNER_URL')
  expect(text('etc/nginx/sites-available/desk.example.bel.tr')).not.toMatch(/\{\{/)
  expect(text('etc/logrotate.d/akmasa')).toContain('copytruncate')
})

test('a settings file keeps what it is told, whatever stands in it; a later version only adds', () => {
  const values = { PLAIN: 'a', HARD: 'a "b" $c \\ `d` #e =f', EMPTY: '' }
  const file = environmentFile('about', values)
  expect(readEnvironmentFile(file)).toEqual(values)
  expect(completed(file, { PLAIN: 'another' })).toBeUndefined()
  const own = file.replace('PLAIN="a"', 'PLAIN=mine')
  expect(readEnvironmentFile(completed(own, { PLAIN: 'another', NEW: 'n' })!)).toEqual({ ...values, PLAIN: 'mine', NEW: 'n' })
})

test('a command line reaches the program word for word through systemd’s quoting', () => {
  expect(line({ command: 'sh', args: ['-c', 'exec "$@" 50%', 'a b', 'c\\d', '/plain'] })).toBe('/bin/sh -c "exec \\"$$@\\" 50%%" "a b" "c\\\\d" /plain')
})

test.each([
  [['--name', 'desk; rm'], 'is not a host name'],
  [['--database', 'postgres://a@b/c'], 'needs both'],
  [['--database', 'mysql://a', '--database-owner', 'mysql://b'], 'looks like postgres://'],
  [['--no-such'], '--dry-run DIR'],
])('flags that cannot be meant are answered in words: %j', (flags, words) => {
  expect(() => readOptions(flags)).toThrow(words)
})
