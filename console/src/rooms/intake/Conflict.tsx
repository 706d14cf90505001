import { Button, Notice, Time } from '@akmasa/ui'
import { useText } from '../../text.ts'
import { useScreen } from './screen.ts'

/** Somebody else wrote on in this draft, or already sent it: both are shown, and nothing is overwritten unasked. */
export function Conflict() {
  const t = useText(), { entry, intake, book } = useScreen(), { saved } = entry
  if (saved.is === 'sent_elsewhere') return <Notice tone="warning" live="alert" title={t('intake.sentElsewhere')} action={<Button small onPress={() => void book.discard(entry.id)}>{t('shared.close')}</Button>} />
  if (saved.is === 'refused') return <Notice tone="danger" live="alert" title={t('intake.saved.refused')}>{t('problem.other', { code: saved.code })}</Notice>
  if (saved.is !== 'theirs') return null
  const { draft } = saved
  return (
    <Notice tone="warning" live="alert" title={t('intake.conflict', { name: draft.byName })}>
      <dl className="facts">
        <dt>{t('intake.mine')}</dt><dd>{intake.said || t('shared.none')}</dd>
        <dt>{draft.byName}, <Time at={draft.savedAt} form="time" /></dt><dd>{draft.body.said || t('shared.none')}</dd>
      </dl>
      <span className="line">
        <Button small onPress={() => book.choose(entry.id, 'mine')}>{t('intake.keepMine')}</Button>
        <Button small onPress={() => book.choose(entry.id, 'theirs')}>{t('intake.keepTheirs')}</Button>
      </span>
    </Notice>
  )
}
