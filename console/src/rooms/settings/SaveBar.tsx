/** Stands below the page while something is not saved, over nothing of it: how much, and the two ways out. */
import { createPortal } from 'react-dom'
import { Button } from '@akmasa/ui'
import { useText } from '../../text.ts'

export function SaveBar({ count, isNew, busy, onSave, onDiscard }: { count: number; isNew?: boolean; busy: boolean; onSave: () => void; onDiscard: () => void }) {
  const t = useText()
  const slot = document.getElementById('save-slot')
  if (!slot || (!count && !isNew)) return null
  return createPortal(
    <div className="save-bar no-print" role="region" data-region="save" aria-label={t('settings.bar.label')}>
      <span role="status">{isNew ? t('settings.bar.isNew') : t('settings.bar.changes', { count })}</span>
      <span className="line">
        <Button onPress={onDiscard}>{t('settings.bar.discard')}</Button>
        <Button look="primary" isPending={busy} onPress={onSave} keys="Ctrl+Enter">{t('settings.bar.save')}</Button>
      </span>
    </div>,
    slot,
  )
}
