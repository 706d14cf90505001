/** A link for one use, seen once: handed over by hand where no mail went. */
import { Copy } from 'lucide-react'
import { Button, Notice, Time } from '@akmasa/ui'
import type { Invite } from '../../../../contracts/identity.ts'
import { announce } from '../../shell/announce.tsx'
import { useText } from '../../text.ts'

export function InviteLink({ invite, email, onClose }: { invite: Invite; email?: string; onClose: () => void }) {
  const t = useText(), link = `${location.origin}${invite.path}`
  // A browser that forbids the clipboard leaves the link to be read or selected.
  const copy = () => void navigator.clipboard.writeText(link).then(() => announce(t('settings.staff.copied')), () => undefined)
  return (
    <div className="stack">
      {invite.mailed ? <Notice tone="success">{t('settings.staff.mailed', { email: email ?? '' })}</Notice> : <Notice tone="warning">{t('settings.staff.notMailed')}</Notice>}
      <p className="stack tight"><span className="meta">{t('settings.staff.link')}</span><output className="one-time">{link}</output></p>
      <p>{t('settings.staff.linkWords')}</p>
      <p className="meta">{t('settings.staff.untilLabel')} <Time at={invite.until} form="prose" /></p>
      <div className="line"><Button onPress={copy}><Copy aria-hidden />{t('settings.staff.copy')}</Button><Button look="primary" onPress={onClose} autoFocus>{t('settings.staff.understood')}</Button></div>
    </div>
  )
}
