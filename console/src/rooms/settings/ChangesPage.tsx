/** Everything anyone changed, newest first. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from '@akmasa/ui'
import { settingKinds } from '../../../../contracts/settings.ts'
import { useText } from '../../text.ts'
import { History } from './History.tsx'
import { everyNamed } from './names.ts'
import { useNames } from './use-names.ts'
import { isKind } from './sections.ts'
import './settings.css'

export function ChangesPage() {
  const t = useText(), navigate = useNavigate(), { kind } = useSearch({ from: '/desk/settings/changes' }), names = useNames(everyNamed)
  const chosen = kind && isKind(kind) ? kind : undefined
  return (
    <div className="settings-page">
      <h1>{t('settings.history.title')}</h1>
      <p className="hint">{t('settings.history.words')}</p>
      <div className="filters"><Select label={t('settings.history.kind')} value={chosen ?? 'all'} onChange={(v) => void navigate({ to: '/settings/changes', search: v === 'all' ? {} : { kind: v }, replace: true })} options={[{ id: 'all', name: t('settings.history.anyKind') }, ...settingKinds.map((k) => ({ id: k, name: t(`settings.section.${k}`) }))]} /></div>
      <History key={chosen ?? ''} kind={chosen} names={names} />
    </div>
  )
}
