/** Who works in a house besides its launcher: the service, whose parts systemd started and no note of ours names. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export type Place = { data: string; state: string; runDir: string }

/** Parts of a service that run from this house now: the desk's programs by their settings, the switch by its configuration. */
export function serviceAt({ data, state, runDir }: Place): number[] {
  const own = launchersGroups(runDir)
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    const words = file(pid, 'cmdline').split('\0')
    const desk = words.some((word) => /(^|\/)server\/(main|setup)\.ts$/.test(word)) && file(pid, 'environ').split('\0').some((one) => one.startsWith('DATA_DIR=') && resolve(one.slice(9)) === data)
    return (desk || words.includes(join(state, 'tel/etc/asterisk.conf'))) && !own.has(groupOf(pid))
  })
}

/** What a launcher started leads a group of its own and is noted, also when that launcher is gone. */
function launchersGroups(runDir: string): Set<number> {
  const notes = existsSync(runDir) ? readdirSync(runDir).filter((name) => name.endsWith('.json')) : []
  return new Set(notes.flatMap((name) => { try { return [(JSON.parse(readFileSync(join(runDir, name), 'utf8')) as { pid: number }).pid] } catch { return [] } }))
}
/** The third field behind the name in brackets (proc(5)). */
const groupOf = (pid: number) => Number(file(pid, 'stat').replace(/^.*\) /s, '').split(' ')[2])
/** Of a process that has ended, or is another user's, nothing. */
function file(pid: number, name: 'cmdline' | 'environ' | 'stat'): string {
  try { return readFileSync(`/proc/${pid}/${name}`, 'latin1') } catch { return '' }
}
