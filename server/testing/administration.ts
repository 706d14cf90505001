/** The administration of a test's desk, spoken to as the console does: operations by name, one transaction each. */
import type { z } from 'zod'
import { settingsApi, type SettingKind, type SettingValue } from '../../contracts/settings.ts'
import type { Operation } from '../../contracts/kit.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db.ts'
import type { Via } from '../platform/http/operations.ts'
import type { Room } from '../platform/room.ts'
import { administrator, type TestDesk } from '../testing.ts'

export const via: Via = { ip: '192.0.2.1', loopback: false, came: { secure: false, host: 'desk.example' }, sessionToken: undefined, userAgent: 'test', setSession: () => {} }
type Answers<O extends Operation> = O['returns'] extends z.ZodType ? z.output<O['returns']> : never

export function administrationOf(desk: TestDesk, rooms: readonly Room[], who: Actor = administrator) {
  const all = new Map(rooms.flatMap((room) => room.operations ?? []).map((one) => [one.name, one]))
  /** In a transaction that the test holds. */
  const within = async <N extends keyof typeof settingsApi>(tx: Tx, name: N, given: Record<string, unknown>): Promise<Answers<(typeof settingsApi)[N]>> =>
    (await all.get(name)!.handler(tx, given, tx.by, via)) as Answers<(typeof settingsApi)[N]>
  const ask = <N extends keyof typeof settingsApi>(name: N, given: Record<string, unknown> = {}, by = who) => desk.as(by, (tx) => within(tx, name, given))
  /** Another room's operation, by its name. */
  const call = async <T>(name: string, given: Record<string, unknown>, by: Actor = who): Promise<T> => {
    const { operation, handler } = all.get(name)!
    return (operation.outside ? await handler(desk.db, given, by, via) : await desk.as(by, (tx) => handler(tx, given, by, via))) as T
  }
  const one = async <K extends SettingKind>(kind: K, id: string) => {
    const row = await ask('setting', { kind, id })
    return { ...row, value: row.value as SettingValue<K> }
  }
  /** Changes what stands there now. */
  const edit = async <K extends SettingKind>(kind: K, id: string, more: Partial<SettingValue<K>>, by = who) => {
    const { version, value } = await one(kind, id)
    return ask('saveSetting', { kind, id, version, value: { ...value, ...more } }, by)
  }
  const make = <K extends SettingKind>(kind: K, id: string, value: SettingValue<K>, more: { isNew?: boolean } = {}) => ask('saveSetting', { kind, id, version: 0, value, ...more })
  const newest = async (kind: SettingKind, id: string) => (await ask('changes', { kind, id })).rows[0]!
  const undo = async (kind: SettingKind, id: string) => ask('undoChange', { changeId: (await newest(kind, id)).id })
  return { within, ask, call, one, edit, make, newest, undo }
}
