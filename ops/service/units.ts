/** The systemd units, as text. What a process may reach is written down here and nowhere else. */
import { join } from 'node:path'
import type { Role } from '../../server/platform/health.ts'
import type { Place } from './options.ts'

export const deskUser = 'akmasa'
export const switchSystemUser = 'akmasa-tel'
export const target = 'akmasa.target'

/** Health and measures of each role, on loopback. */
export const healthPorts: Record<Role, number> = { web: 4161, worker: 4162, phone: 4163 }

export type Words = { command: string; args: readonly string[] }
export type Wanted = {
  place: Place
  /** Node as it stands in a release. */
  node: string
  /** Absent: the switch is somebody else's, or could not be fetched. */
  asterisk?: { start: Words; watch: Words; runDir: string }
  systemdVersion: number
  /** Kept here every night; absent: not by us. */
  backup?: string
}

export const backupTimer = 'akmasa-backup.timer'

/** @returns unit name to text. The target wants them all, so enabling it is enough. */
export function unitsOf(wanted: Wanted): Record<string, string> {
  const roles = Object.keys(healthPorts) as Role[]
  const telephone: Record<string, string> = wanted.asterisk ? { 'akmasa-asterisk.service': asteriskUnit(wanted, wanted.asterisk), 'akmasa-disk-watch.service': watchUnit(wanted, wanted.asterisk) } : {}
  const services = [...roles.map((role) => `akmasa-${role}.service`), ...Object.keys(telephone)]
  return {
    [target]: ini({
      Unit: { Description: 'Ak Masa', Wants: ['akmasa-setup.service', ...services].join(' ') },
      Install: { WantedBy: 'multi-user.target' },
    }),
    'akmasa-setup.service': setupUnit(wanted),
    ...Object.fromEntries(roles.map((role) => [`akmasa-${role}.service`, roleUnit(wanted, role)])),
    ...telephone,
    ...(wanted.backup !== undefined && backupUnits(wanted, wanted.backup)),
  }
}

// ---- the desk's own programs

const memory: Record<Role, string> = { web: '1G', worker: '768M', phone: '512M' }
const tasks: Record<Role, string> = { web: 'the desk and the citizens’ pages', worker: 'messages and everything after the commit', phone: 'follows the switch' }

function roleUnit({ place, node, systemdVersion }: Wanted, role: Role): string {
  return ini({
    Unit: {
      Description: `Ak Masa, ${role}: ${tasks[role]}`,
      // Order only: it waits for its database by itself, and one that was late must not keep it from starting.
      After: 'network.target postgresql.service akmasa-setup.service', Wants: 'akmasa-setup.service', PartOf: target, StartLimitIntervalSec: '0',
    },
    Service: {
      User: deskUser, Group: deskUser,
      // Recordings and the record of calls are 0640 for the switch's group.
      SupplementaryGroups: switchSystemUser,
      EnvironmentFile: join(place.config, 'akmasa.env'), Environment: `ROLES=${role} HEALTH_PORT=${healthPorts[role]}`,
      WorkingDirectory: join(place.prefix, 'current'), ExecStart: line({ command: node, args: ['--enable-source-maps', 'server/main.ts'] }),
      ...again(systemdVersion), TimeoutStopSec: '10', LimitNOFILE: '65536', MemoryMax: memory[role],
      ...into(place, role), ...hardened(), ReadWritePaths: place.data,
    },
  })
}

function setupUnit({ place, node }: Wanted): string {
  return ini({
    Unit: { Description: 'Ak Masa: brings the database up to date', After: 'network.target postgresql.service', PartOf: target, StartLimitIntervalSec: '0' },
    Service: {
      Type: 'oneshot', RemainAfterExit: 'yes', User: deskUser, Group: deskUser,
      // The owner's password is read by systemd and given to this one alone.
      EnvironmentFile: [join(place.config, 'akmasa.env'), join(place.config, 'owner.env')],
      WorkingDirectory: join(place.prefix, 'current'), ExecStart: line({ command: node, args: ['--enable-source-maps', 'server/setup.ts'] }),
      Restart: 'on-failure', RestartSec: '5', TimeoutStartSec: '15min', MemoryMax: '1G',
      ...into(place, 'setup'), ...hardened(), ReadWritePaths: place.data,
    },
  })
}

// ---- the switch: needs neither database nor desk, and an update of the desk must not end a call, so it is no part of the target

function asteriskUnit({ place, systemdVersion }: Wanted, { start, runDir }: NonNullable<Wanted['asterisk']>): string {
  return ini({
    Unit: { Description: 'Ak Masa: the telephone switch', Wants: 'network-online.target', After: 'network-online.target', StartLimitIntervalSec: '0' },
    Service: {
      User: switchSystemUser, Group: switchSystemUser, UMask: '0027',
      WorkingDirectory: runDir, ExecStart: line(start),
      ...again(systemdVersion), TimeoutStopSec: '10', LimitNOFILE: '65536', LimitCORE: '0', MemoryMax: '2G',
      // When memory or processor are short, the call is the last to suffer.
      OOMScoreAdjust: '-800', CPUWeight: '500',
      ...into(place, 'asterisk'), ...hardened(), MemoryDenyWriteExecute: 'yes', ReadWritePaths: runDir,
    },
  })
}

function watchUnit({ place, systemdVersion }: Wanted, { watch, runDir }: NonNullable<Wanted['asterisk']>): string {
  return ini({
    Unit: { Description: 'Ak Masa: stops recordings before the disk is full', After: 'akmasa-asterisk.service', StartLimitIntervalSec: '0' },
    Service: {
      User: switchSystemUser, Group: switchSystemUser, UMask: '0027',
      WorkingDirectory: runDir, ExecStart: line(watch), ...again(systemdVersion), TimeoutStopSec: '5', MemoryMax: '128M',
      ...into(place, 'disk-watch'), ...hardened(), ReadWritePaths: runDir,
    },
  })
}

// ---- the nightly backup: started by its timer alone, so it is no part of the target and no stop of the desk ends it

function backupUnits({ place, node }: Wanted, dir: string): Record<string, string> {
  return {
    'akmasa-backup.service': ini({
      // A disk that is not mounted must not be mistaken for an empty one.
      Unit: { Description: 'Ak Masa: backup', After: 'network.target postgresql.service', RequiresMountsFor: word(dir) },
      Service: {
        // As root: it reads what belongs to three users, and the database as its administrator.
        Type: 'oneshot', WorkingDirectory: join(place.prefix, 'current'),
        ExecStart: line({ command: node, args: ['ops/backup/backup.ts', dir, '--env', join(place.config, 'akmasa.env')] }),
        Nice: '10', IOSchedulingClass: 'idle', TimeoutStartSec: '12h', UMask: '0077',
        ...into(place, 'backup'), ...walls(), ProtectProc: 'default', ReadWritePaths: [dir, place.data, place.state].map(word).join(' '),
      },
    }),
    [backupTimer]: ini({
      Unit: { Description: 'Ak Masa: a backup every night' },
      // Off at that hour, it is made up for at the next start.
      Timer: { OnCalendar: '*-*-* 03:30:00', RandomizedDelaySec: '10min', Persistent: 'true' },
      Install: { WantedBy: 'timers.target' },
    }),
  }
}

// ---- what they have in common

/** Never given up; the pause grows to half a minute where systemd can do that (254). */
const again = (version: number) => ({ Restart: 'always', RestartSec: '1', ...(version >= 254 && { RestartSteps: '5', RestartMaxDelaySec: '30' }) })
const into = (place: Place, name: string) => ({ StandardOutput: `append:${join(place.logs, `${name}.log`)}`, StandardError: 'inherit' })

const hardened = () => ({ ...walls(), CapabilityBoundingSet: '', AmbientCapabilities: '', ProtectHome: 'yes' })
const walls = () => ({
  NoNewPrivileges: 'yes', ProtectSystem: 'strict', PrivateTmp: 'yes', PrivateDevices: 'yes', ProtectProc: 'invisible', ProcSubset: 'all',
  ProtectKernelTunables: 'yes', ProtectKernelModules: 'yes', ProtectKernelLogs: 'yes', ProtectControlGroups: 'yes', ProtectClock: 'yes', ProtectHostname: 'yes',
  // Netlink: both ask the kernel which addresses this machine has.
  RestrictAddressFamilies: 'AF_UNIX AF_INET AF_INET6 AF_NETLINK', RestrictNamespaces: 'yes', RestrictRealtime: 'yes', RestrictSUIDSGID: 'yes',
  LockPersonality: 'yes', RemoveIPC: 'yes', SystemCallArchitectures: 'native', SystemCallFilter: '@system-service', SystemCallErrorNumber: 'EPERM',
})

type Section = Record<string, string | readonly string[]>
const ini = (sections: Record<string, Section>): string =>
  `# Written by npm run install-service; yours go into \`systemctl edit\`.\n${Object.entries(sections).map(([name, section]) =>
    `[${name}]\n${Object.entries(section).flatMap(([key, value]) => [value].flat().map((one) => `${key}=${one}\n`)).join('')}`).join('\n')}`

/** A command line as systemd reads it: every word in quotes, and nothing of it taken for a variable or a specifier. */
export const line = ({ command, args }: Words): string => [command === 'sh' ? '/bin/sh' : command, ...args].map(word).join(' ')
const word = (text: string) => {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%').replaceAll('$', '$$$$')
  return /^[\w./:=@%+-]+$/.test(escaped) ? escaped : `"${escaped}"`
}
