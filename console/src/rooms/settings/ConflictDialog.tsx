/** Two people changed one thing: both values, field by field, and the later one chooses. Nothing is lost until she does. */
import { useState } from 'react'
import { Button, Chips, Dialog, Time } from '@akmasa/ui'
import { useText } from '../../text.ts'
import { useSay } from './ChangeLines.tsx'
import { clashes, merged, toForm, toSend, type Clash } from './draft.ts'
import type { Names } from './names.ts'
import { labelOf, sayValue } from './say.ts'
import type { Thing } from './use-thing.ts'

export function ConflictDialog({ thing, names, onClose }: { thing: Thing; names: Names; onClose: () => void }) {
  const t = useText(), { row, draft, kind } = thing
  const [found] = useState<Clash[]>(() => (row ? clashes(draft.base ?? {}, toSend(draft.form), toSend(toForm(row.value))) : []))
  const [taken, setTaken] = useState<Record<string, 'mine' | 'theirs'>>({})
  const say = useSay(names)
  if (!row) return null
  const take = (c: Clash) => taken[c.field] ?? c.take
  function apply() {
    thing.put(merged(row!.value, row!.version, found.map((c) => ({ ...c, take: take(c) }))))
    thing.refuse(null)
    onClose()
  }
  return (
    <Dialog open wide alert title={t('settings.conflict.title')} onClose={onClose} foot={<><Button onPress={onClose}>{t('shared.cancel')}</Button><Button look="primary" onPress={apply}>{t('settings.conflict.apply')}</Button></>}>
      <p>{row.changedBy && row.changedAt ? <>{row.changedBy}, <Time at={row.changedAt} />. {t('settings.conflict.choose')}</> : t('settings.conflict.choose')}</p>
      {found.length === 0 && <p>{t('settings.conflict.noClash')}</p>}
      <div className="stack">
        {found.map((c) => (
          <div key={c.field} className="clash">
            <Chips
              label={labelOf(t, c.field)} value={take(c)} onChange={(v) => setTaken({ ...taken, [c.field]: v })} description={t(`settings.conflict.${c.both ? 'both' : c.take === 'mine' ? 'onlyMine' : 'onlyTheirs'}`)}
              chips={(['mine', 'theirs'] as const).map((who) => ({ value: who, label: <><strong>{t(`settings.conflict.${who}`)}</strong><br />{sayValue(say, kind, c.field, c[who])}</> }))}
            />
          </div>
        ))}
      </div>
    </Dialog>
  )
}
