/** My directorate's part: the source confirmed, what will be done, by whom, from day to day, at what cost, and what the citizen hears. */
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { Button, Checkbox, Chips, DateField, Select, TextArea, TextField, Time, toast } from '@akmasa/ui'
import type { CasePage } from '../../../../contracts/cases.ts'
import { isActive } from '../../../../contracts/moves.ts'
import { plainWords } from '../../../../contracts/plain-words.ts'
import { CostClass, type Part, type ProposalPage, proposalsApi } from '../../../../contracts/proposals.ts'
import { call } from '../../client.ts'
import { useTopics } from '../../lists.ts'
import { useMe } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useName, useText } from '../../text.ts'
import { begin, bodyOf, fill, lacks, type Lack, sourceOf, type Typed } from './part-form.ts'
import { PlainFields } from './PlainFields.tsx'
import { useDraft } from './use-draft.ts'
import { useProposalChange } from './use-proposal.ts'

/** A year is typed digit by digit: 2, 20, 202. */
const whole = (day: string | null): day is string => day !== null && day >= '2000'

export function PartForm({ page, data, onDone }: { page: CasePage; data: ProposalPage; onDone: () => void }) {
  const t = useText(), name = useName(), me = useMe(), changed = useProposalChange(page.id), formId = useId()
  const causes = useTopics().find((topic) => topic.id === page.topicId)?.causes ?? []
  const told = { cause: causes.find((one) => one.name.tr === page.source.cause?.tr)?.key ?? null, words: page.source.words }
  const mine = (part: Part) => part.directorateId === me.directorate?.id
  const before = data.proposal?.parts.find(mine) ?? data.earlier.flatMap((one) => one.parts).find(mine)
  const [typed, setTyped] = useState<Typed>(() => begin(data.draft?.body, before, told)), [touched, setTouched] = useState(false), [tried, setTried] = useState(false), [id] = useState(() => uuidv7())
  const saving = useDraft(page.id, typed, { version: data.draft?.version ?? 0, touched })
  const set = (more: Partial<Typed>) => { setTouched(true); setTyped((now) => ({ ...now, ...more })) }

  const alone = data.tasks.filter((task) => isActive(task.status)).length === 1
  const lead = page.part === 'lead', found = page.foundSource !== null, refuses = typed.kind === 'refusal'
  const body = bodyOf(typed), directorate = me.directorate?.name ?? { tr: '', en: '' }
  const composed = (language: 'tr' | 'en') => plainWords([{ ...body, directorate }], language)
  const plain = typed.plain ?? { tr: composed('tr'), en: data.language === 'en' ? composed('en') : '' }
  const missing = lacks(typed, found)
  const english = alone && data.language === 'en' && !plain.en.trim()
  const send = useMutation({
    mutationFn: () => call(proposalsApi.proposePart, { caseId: page.id, id, part: body, ...(!found && { source: sourceOf(typed) }), ...(alone && (typed.plain || data.language === 'en') && { plain: { tr: plain.tr, en: plain.en.trim() || null } }) }),
    onSuccess: async () => { saving.end(); await changed(); toast({ words: t(alone ? 'proposal.form.sent' : 'proposal.form.proposed', { number: page.number }) }); onDone() },
  })
  function submit() {
    setTried(true)
    if (!missing.length && !english) send.mutate()
    else document.getElementById(formId)?.scrollIntoView({ block: 'start' })
  }
  const wrong = (lack: Lack, field: string) => fieldWords(t, send.error, field) ?? (tried && missing.includes(lack) ? t(`proposal.lack.${lack}`) : undefined)
  return (
    <form id={formId} className="stack proposal-form no-print" aria-label={t('proposal.form.title')} onSubmit={(e) => { e.preventDefault(); submit() }}>
      <ProblemNotice problem={send.error} />
      {lead && <Chips label={t('proposal.field.kind')} value={typed.kind} onChange={(kind) => set({ kind, plain: null })} chips={[{ value: 'solution', label: t('proposal.kind.solution') }, { value: 'refusal', label: t('proposal.kind.refusal') }]} />}
      {data.templates.length > 0 && <Select label={t('proposal.field.template')} description={t('proposal.hint.template')} value={null} onChange={(one) => { const chosen = data.templates.find((x) => x.id === one); if (chosen) set(fill(typed, chosen)) }} options={data.templates.filter((x) => lead || x.kind === 'solution').map((x) => ({ id: x.id, name: x.name }))} />}
      {!found && (
        <fieldset className="stack proposal-source">
          <legend>{t('proposal.field.source')}</legend>
          <p className="hint">{t('proposal.hint.source')}</p>
          {causes.length > 0 && <Select label={t('cases.found.cause')} value={typed.sourceCause ?? 'other'} onChange={(one) => set({ sourceCause: one === 'other' ? null : one })} options={[...causes.map((one) => ({ id: one.key, name: name(one.name) })), { id: 'other', name: t('cases.waits.other') }]} error={wrong('source', 'source.cause')} />}
          <TextField label={t('cases.found.words')} value={typed.sourceWords} onChange={(sourceWords) => set({ sourceWords })} maxLength={500} error={wrong('source', 'source')} />
        </fieldset>
      )}
      <TextArea label={t(refuses ? 'proposal.field.why' : 'proposal.field.what')} description={t(refuses ? 'proposal.hint.why' : 'proposal.hint.what')} required value={typed.what} onChange={(what) => set({ what })} maxLength={2000} rows={4} error={wrong('what', 'part.what')} />
      {!refuses && (
        <>
          <TextField label={t('proposal.field.byWhom')} required value={typed.byWhom} onChange={(byWhom) => set({ byWhom })} maxLength={200} error={wrong('byWhom', 'part.byWhom')} />
          <div className="half">
            <DateField label={t('proposal.field.from')} required value={typed.from || null} onChange={(from) => set({ from: from ?? '', ...(whole(from) && !typed.to && { to: from }) })} error={wrong('from', 'part.from')} />
            <DateField label={t('proposal.field.to')} required value={typed.to || null} onChange={(to) => set({ to: to ?? '' })} error={wrong('to', 'part.to') ?? wrong('ends', 'part.to')} />
          </div>
          <div className="half"><Select label={t('proposal.field.cost')} description={t('proposal.hint.cost')} required value={typed.costClass} onChange={(one) => set({ costClass: CostClass.parse(one) })} options={CostClass.options.map((one) => ({ id: one, name: t(`proposal.cost.${one}`) }))} /></div>
        </>
      )}
      <TextField label={t('proposal.field.citizenMust')} value={typed.citizenMust} onChange={(citizenMust) => set({ citizenMust })} maxLength={1000} />
      <TextField label={t('proposal.field.alternatives')} value={typed.alternatives} onChange={(alternatives) => set({ alternatives })} maxLength={1000} />
      {!refuses && (
        <>
          <Checkbox isSelected={typed.entersPrivate} onChange={(entersPrivate) => set({ entersPrivate })}>{t('proposal.field.entersPrivate')}</Checkbox>
          <Checkbox isSelected={typed.costsCitizen} onChange={(costsCitizen) => set({ costsCitizen })}>{t('proposal.field.costsCitizen')}</Checkbox>
        </>
      )}
      {alone && !data.nobody && body.what && <PlainFields plain={plain} english={data.language === 'en'} onChange={(next) => set({ plain: next })} error={english && tried ? t('proposal.lack.english') : fieldWords(t, send.error, 'plain.en')} own={typed.plain !== null} again={() => set({ plain: null })} />}
      <div className="actions">
        <Button onPress={onDone}>{t('proposal.form.later')}</Button>
        <Button look="primary" type="submit" isPending={send.isPending}>{t(alone ? 'proposal.form.send' : 'proposal.form.propose')}</Button>
        <span className="meta" role="status">{saving.state === 'saving' ? t('proposal.draft.saving') : saving.state === 'saved' ? <>{t('proposal.draft.saved')} <Time at={saving.at} /></> : null}</span>
      </div>
      {saving.state === 'failed' && <ProblemNotice problem={saving.problem} />}
    </form>
  )
}
