/** A message to the citizen, in a field of its own: what she will read stands under it before it goes. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { Button, Chips, TextArea } from '@akmasa/ui'
import { isEnded } from '../../../../contracts/moves.ts'
import type { CasePage } from '../../../../contracts/cases.ts'
import { contactApi } from '../../../../contracts/contact.ts'
import { smsParts } from '../../../../contracts/message-text.ts'
import { asking, call } from '../../client.ts'
import { useMay, useMe } from '../../session.tsx'
import { announce } from '../../shell/announce.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useText } from '../../text.ts'
import { useSlow } from '../../use-slow.ts'

export function WriteForm({ page }: { page: CasePage }) {
  const t = useText(), may = useMay(), me = useMe(), queries = useQueryClient()
  const [open, setOpen] = useState(false), [words, setWords] = useState(''), [to, setTo] = useState<'reporter' | 'all'>('reporter')
  // The same id until it is sent: pressing twice, or again after an error, is one message.
  const [id, setId] = useState(() => uuidv7())
  const slow = useSlow(words.trim() || null, 300)
  const preview = useQuery({ ...asking(contactApi.previewToCitizen, { caseId: page.id, words: slow ?? '' }), enabled: slow !== null && open, staleTime: 60_000, placeholderData: (before) => before })
  const send = useMutation({
    mutationFn: () => call(contactApi.writeToCitizen, { caseId: page.id, id, words: words.trim(), to }),
    onSuccess: async () => {
      setWords('')
      setId(uuidv7())
      setOpen(false)
      announce(t('contact.write.sent'))
      await queries.invalidateQueries({ queryKey: [contactApi.ledger.path] })
    },
  })
  const writes = may('case.work') || me.roles.some((role) => role === 'operator' || role === 'supervisor')
  if (!open) return <div className="line no-print"><Button small onPress={() => setOpen(true)} reason={!writes && t('contact.write.notYours')}>{t('contact.write.title')}</Button></div>
  const shown = preview.data?.tr, parts = shown ? smsParts(shown).parts : 0
  return (
    <form className="stack write-citizen no-print" onSubmit={(e) => { e.preventDefault(); if (words.trim() && !send.isPending) send.mutate() }}>
      <TextArea label={t('contact.write.label')} description={t('contact.write.hint')} rows={3} maxLength={600} value={words} onChange={setWords} error={fieldWords(t, send.error, 'words')} />
      {page.followers > 0 && !isEnded(page.status) && (
        <Chips label={t('contact.write.to')} value={to} onChange={setTo} chips={[{ value: 'reporter', label: t('contact.write.reporter') }, { value: 'all', label: t('contact.write.all') }]} />
      )}
      {shown && <div className="preview" role="group" aria-label={t('contact.write.preview')}><span className="meta">{t('contact.write.preview')}</span><p className="bubble">{shown}</p><span className="meta">{t('settings.template.sms', { count: parts, chars: [...shown].length })}</span></div>}
      <ProblemNotice problem={send.error ?? preview.error} />
      <div className="line"><Button type="submit" look="primary" isPending={send.isPending} isDisabled={!words.trim()}>{t('contact.write.send')}</Button><Button onPress={() => setOpen(false)}>{t('shared.cancel')}</Button></div>
    </form>
  )
}
