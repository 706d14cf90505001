/** The words that the citizen will hear, to be changed before they go. */
import { Button, TextArea } from '@akmasa/ui'
import { useText } from '../../text.ts'

export type PlainTyped = { tr: string; en: string }
type Props = { plain: PlainTyped; english: boolean; onChange: (plain: PlainTyped) => void; error?: string | undefined; /** Changed by hand. */ own?: boolean; again?: () => void }
export function PlainFields({ plain, english, onChange, error, own, again }: Props) {
  const t = useText()
  return (
    <div className="stack">
      <TextArea label={t('proposal.plain.tr')} description={t('proposal.hint.plain')} required value={plain.tr} onChange={(tr) => onChange({ ...plain, tr })} maxLength={4000} rows={5} />
      {english && <TextArea label={t('proposal.plain.en')} description={t('proposal.hint.english')} required value={plain.en} onChange={(en) => onChange({ ...plain, en })} maxLength={4000} rows={5} error={error} />}
      {own && again && <div><Button small look="quiet" onPress={again}>{t('proposal.plain.again')}</Button></div>}
    </div>
  )
}
