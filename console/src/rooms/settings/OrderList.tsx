/** Puts a list in order by buttons; nothing is moved at the desk until it is saved. */
import { useQueryClient } from '@tanstack/react-query'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '@akmasa/ui'
import { settingsApi, type SettingKind, type SettingRow } from '../../../../contracts/settings.ts'
import { call, type Given } from '../../client.ts'
import { useKeys } from '../../keys.ts'
import { announce } from '../../shell/announce.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useLanguage, useText } from '../../text.ts'
import { LeaveGuard } from './LeaveGuard.tsx'
import { nameOf } from './names.ts'
import { positionsFor } from './order.ts'
import { moved } from './paths.ts'
import { SaveBar } from './SaveBar.tsx'
import { refresh } from './use-thing.ts'

export function OrderList({ kind, rows, onDone }: { kind: SettingKind; rows: readonly SettingRow[]; onDone: () => void }) {
  const t = useText(), language = useLanguage(), queries = useQueryClient(), list = useRef<HTMLOListElement>(null)
  const [before] = useState(() => rows.map((r) => ({ id: r.id, position: Number(r.value.position) })).sort((a, b) => a.position - b.position))
  const [order, setOrder] = useState(() => before.map((r) => r.id)), [busy, setBusy] = useState(false), [problem, setProblem] = useState<unknown>(null)
  const row = (id: string) => rows.find((r) => r.id === id), name = (id: string) => nameOf(row(id)?.value ?? {}, language)
  const changed = order.some((id, i) => id !== before[i]?.id) ? positionsFor(before, order) : []
  function move(i: number, step: 1 | -1) {
    setOrder(moved(order, i, step))
    announce(`${name(order[i]!)}: ${i + step + 1} / ${order.length}`)
    // The button moved with its row; the focus goes with it, or to its twin at the end of the list.
    requestAnimationFrame(() => {
      const buttons = list.current?.children[i + step]?.querySelectorAll<HTMLButtonElement>('button'), [up, down] = buttons ? [...buttons] : []
      ;((step < 0 ? up : down)?.disabled ? (step < 0 ? down : up) : step < 0 ? up : down)?.focus()
    })
  }
  async function save(): Promise<boolean> {
    setBusy(true)
    setProblem(null)
    try {
      for (const { id, position } of changed) {
        const { version, value } = row(id)!
        await call(settingsApi.saveSetting, { kind, id, version, value: { ...value, position } } as unknown as Given<typeof settingsApi.saveSetting>)
      }
      await refresh(queries, kind)
      onDone()
      return true
    } catch (refused) {
      setProblem(refused)
      await refresh(queries, kind)
      return false
    } finally {
      setBusy(false)
    }
  }
  useKeys({ 'Ctrl+Enter': changed.length ? () => void save() : undefined })
  return (
    <div className="stack">
      <p className="hint">{t('settings.list.orderHow')}</p>
      <ProblemNotice problem={problem} />
      <ol className="order-list panel" ref={list}>
        {order.map((id, i) => (
          <li key={id} className="line">
            <span className="grow">{name(id)}</span>
            <Button small aria-label={t('settings.list.up', { name: name(id) })} isDisabled={i === 0} onPress={() => move(i, -1)}><ArrowUp aria-hidden /></Button>
            <Button small aria-label={t('settings.list.down', { name: name(id) })} isDisabled={i === order.length - 1} onPress={() => move(i, 1)}><ArrowDown aria-hidden /></Button>
          </li>
        ))}
      </ol>
      <div className="line"><Button onPress={onDone}>{t('shared.back')}</Button></div>
      <SaveBar count={changed.length} busy={busy} onSave={() => void save()} onDiscard={() => setOrder(before.map((r) => r.id))} />
      <LeaveGuard dirty={() => changed.length > 0} onSave={save} onDiscard={onDone} />
    </div>
  )
}
