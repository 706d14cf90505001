/** Whoever leaves with something unsaved is asked first. Being signed out is no leaving: what is typed waits. */
import { useBlocker } from '@tanstack/react-router'
import { Button, Dialog } from '@akmasa/ui'
import { useText } from '../../text.ts'

export function LeaveGuard({ dirty, onSave, onDiscard }: { dirty: () => boolean; onSave: () => Promise<boolean>; onDiscard: () => void }) {
  const t = useText()
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty() && next.pathname !== '/sign-in' && next.pathname !== current.pathname, enableBeforeUnload: dirty, withResolver: true,
  })
  if (leaving.status !== 'blocked') return null
  const go = () => { onDiscard(); leaving.proceed() }
  // What could not be saved is shown where it is wrong.
  const save = async () => { if (await onSave()) leaving.proceed(); else leaving.reset() }
  return (
    <Dialog open alert title={t('settings.leave.title')} onClose={leaving.reset} foot={<><Button onPress={go}>{t('settings.leave.go')}</Button><Button onPress={leaving.reset}>{t('settings.leave.stay')}</Button><Button look="primary" onPress={() => void save()}>{t('settings.leave.save')}</Button></>}>
      <p>{t('settings.leave.words')}</p>
    </Dialog>
  )
}
