import { useMutation } from '@tanstack/react-query'
import { Button, Dialog } from '@akmasa/ui'
import { identityApi, type StaffId } from '../../../../contracts/identity.ts'
import { call } from '../../client.ts'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useText } from '../../text.ts'
import { InviteLink } from './InviteLink.tsx'

export function ResetDialog({ staffId, name, onClose }: { staffId: StaffId; name: string; onClose: () => void }) {
  const t = useText(), resetting = useMutation({ mutationFn: () => call(identityApi.resetStaff, { staffId, origin: location.origin }) })
  return (
    <Dialog open alert title={t(resetting.data ? 'settings.staff.resetDone' : 'settings.staff.resetTitle')} onClose={onClose}>
      {resetting.data ? <InviteLink invite={resetting.data} email={name} onClose={onClose} /> : (
        <div className="stack">
          <p>{t('settings.staff.resetWords')}</p>
          <ProblemNotice problem={resetting.error} />
          <div className="line"><Button look="primary" isPending={resetting.isPending} onPress={() => resetting.mutate()}>{t('settings.staff.reset')}</Button><Button onPress={onClose}>{t('shared.cancel')}</Button></div>
        </div>
      )}
    </Dialog>
  )
}
