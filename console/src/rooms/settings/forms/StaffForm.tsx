/** An account: who, as what, where. Passwords are nobody's but hers; leaving hands over first. */
import { useState } from 'react'
import { KeyRound, UserRoundCheck, UserRoundX } from 'lucide-react'
import { Button, Chips, Notice, TextField } from '@akmasa/ui'
import { Role } from '../../../../../contracts/permissions.ts'
import type { StaffId } from '../../../../../contracts/identity.ts'
import { useMay } from '../../../session.tsx'
import { useText } from '../../../text.ts'
import { At, PhoneBox, Ref, useBound, Words } from '../fields.tsx'
import { useForm } from '../form.tsx'
import { Refs, Several } from '../lists.tsx'
import { LeaveDialog } from '../LeaveDialog.tsx'
import { ResetDialog } from '../ResetDialog.tsx'

/** The fields; those of an invitation are the same. */
export function StaffFields() {
  const form = useForm<'staff'>(), t = useText()
  const { props } = useBound({ at: 'email', required: true })
  return (
    <>
      <div className="half">
        <Words at="name" max={120} required />
        <At path="email"><TextField {...props} type="email" value={form.value.email ?? ''} onChange={(v) => form.set('email', v)} maxLength={200} /></At>
      </div>
      <Several at="roles" hint="settings.staff.rolesHint" choices={Role.options.map((r) => ({ id: r, name: t(`shared.role.${r}`), description: t(`settings.role.${r}`) }))} />
      <div className="half">
        <Ref at="directorateId" kind="directorate" hint="settings.hint.directorate" required={form.value.roles?.some((r) => r === 'officer' || r === 'director' || r === 'crew')} />
        <PhoneBox at="phone" hint="settings.hint.staffPhone" />
      </div>
      {form.value.roles?.includes('muhtar') && <Refs at="placeIds" kind="place" hint="settings.hint.placeIds" />}
      <Chips label={t('settings.field.language')} value={form.value.language} onChange={(l) => form.set('language', l)} disabled={form.readOnly} chips={[{ value: 'tr', label: t('settings.lang.tr') }, { value: 'en', label: t('settings.lang.en') }]} />
    </>
  )
}
export function StaffForm() {
  const form = useForm<'staff'>(), t = useText(), may = useMay(), [open, setOpen] = useState<'reset' | 'leave' | null>(null)
  const { left, name } = form.value, staffId = form.id as StaffId
  return (
    <div className="form">
      {left && <Notice tone="warning" title={t('settings.staff.left')} />}
      <StaffFields />
      <p className="hint">{t('settings.staff.changeEnds')}</p>
      {may('staff.manage') && !form.readOnly && (
        <div className="line">
          {left ? <Button onPress={() => form.set('left', false)}><UserRoundCheck aria-hidden />{t('settings.staff.back')}</Button> : (
            <>
              <Button onPress={() => setOpen('reset')}><KeyRound aria-hidden />{t('settings.staff.reset')}</Button>
              <Button onPress={() => setOpen('leave')}><UserRoundX aria-hidden />{t('settings.staff.leave')}</Button>
            </>
          )}
        </div>
      )}
      {open === 'reset' && <ResetDialog staffId={staffId} name={name} onClose={() => setOpen(null)} />}
      {open === 'leave' && <LeaveDialog staffId={staffId} name={name} onClose={() => setOpen(null)} />}
    </div>
  )
}
