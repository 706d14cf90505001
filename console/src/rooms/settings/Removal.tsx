/** Out of use, or away for good: retired with the form, deleted at once, and both can be taken back. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Archive, ArchiveRestore, Trash2 } from 'lucide-react'
import { Button, Dialog, Notice, toast } from '@akmasa/ui'
import { settingsApi } from '../../../../contracts/settings.ts'
import { call, Problem } from '../../client.ts'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useText } from '../../text.ts'
import { listOf } from './sections.ts'
import { usedAnywhere, UsesNotice } from './UsesNotice.tsx'
import { undoNewest } from './undo.ts'
import { refresh, type Thing } from './use-thing.ts'

export function Removal({ thing, name }: { thing: Thing; name: string }) {
  const t = useText(), [asking, setAsking] = useState(false)
  const { form } = thing.draft
  const deletable = 'retired' in form || thing.kind === 'holiday' || thing.kind === 'staff' || (thing.kind === 'spoken_text' && (thing.row?.version ?? 0) > 0)
  if (thing.isNew || !deletable) return null
  const retired = form.retired === true
  return (
    <div className="line">
      {'retired' in form && <Button onPress={() => thing.set('retired', !retired)}>{retired ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}{t(retired ? 'settings.retire.undo' : 'settings.retire.do')}</Button>}
      <Button look="danger" onPress={() => setAsking(true)}><Trash2 aria-hidden />{t('settings.delete.do')}</Button>
      {asking && <DeleteDialog thing={thing} name={name} onClose={() => setAsking(false)} />}
    </div>
  )
}

function DeleteDialog({ thing, name, onClose }: { thing: Thing; name: string; onClose: () => void }) {
  const t = useText(), queries = useQueryClient(), navigate = useNavigate()
  const { kind, id, row } = thing
  const deleting = useMutation({
    mutationFn: () => call(settingsApi.deleteSetting, { kind, id, version: row!.version }),
    onSuccess: () => {
      thing.put(null)
      queries.removeQueries({ queryKey: [settingsApi.setting.path, { kind, id }] })
      void refresh(queries, kind)
      onClose()
      void navigate({ to: '/settings/$kind', params: { kind: listOf(kind) } })
      toast({ words: t('settings.delete.done', { name }), action: { label: t('settings.bar.undo'), do: () => void undoNewest(queries, [{ kind, id }]) } })
    },
  })
  const refused = deleting.error instanceof Problem && deleting.error.code === 'setting.in_use' ? deleting.error : null
  const uses = refused ? Object.fromEntries(Object.entries(refused.facts).map(([what, n]) => [what, Number(n)])) : (row?.uses ?? {})
  const used = usedAnywhere(uses)
  // Whoever has signed in stands in timelines by name.
  const stays = kind === 'staff' && deleting.error instanceof Problem && deleting.error.code === 'setting.stays'
  return (
    <Dialog open alert title={t(used ? 'settings.delete.inUseTitle' : 'settings.delete.title')} onClose={onClose} foot={<><Button onPress={onClose}>{t('shared.cancel')}</Button>{!used && <Button look="danger" isPending={deleting.isPending} onPress={() => deleting.mutate()}>{t('settings.delete.do')}</Button>}</>}>
      <p>{used ? t('settings.delete.inUse') : t('settings.delete.words', { name })}</p>
      <UsesNotice kind={kind} uses={uses} name={name} where />
      {stays ? <Notice tone="danger" live="alert">{t('settings.staff.stays')}</Notice> : !refused && <ProblemNotice problem={deleting.error} />}
    </Dialog>
  )
}
