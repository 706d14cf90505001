/** The rules of approval, and the words that proposals can begin with. */
import { Select } from '@akmasa/ui'
import { CostClass } from '../../../../../contracts/proposals.ts'
import { useText } from '../../../text.ts'
import { At, Check, Pick, Ref, useBound, Words } from '../fields.tsx'
import { useForm } from '../form.tsx'
import { Several } from '../lists.tsx'

const useCosts = () => {
  const t = useText()
  return CostClass.options.map((one) => ({ id: one, name: t(`proposal.cost.${one}`) }))
}
export function ApprovalRulesForm() {
  const costs = useCosts()
  return (
    <div className="form">
      <div className="half"><Pick at="directorLimit" options={costs} hint="settings.hint.directorLimit" /></div>
      <Several at="bulk" choices={costs} hint="settings.hint.bulk" />
    </div>
  )
}
export function ProposalTemplateForm() {
  const form = useForm<'proposal_template'>(), t = useText(), costs = useCosts(), refuses = form.value.kind === 'refusal'
  const { props } = useBound({ at: 'kind', label: t('proposal.field.kind') })
  return (
    <div className="form">
      <div className="half"><Words at="name" max={120} required hint="settings.hint.templateName" /><Ref at="topicId" kind="topic" hint="settings.hint.templateTopic" /></div>
      <div className="half"><At path="kind"><Select {...props} value={form.value.kind} onChange={(kind) => form.set('kind', kind)} options={(['solution', 'refusal'] as const).map((one) => ({ id: one, name: t(`proposal.kind.${one}`) }))} /></At></div>
      <Words at="what" label={t(refuses ? 'proposal.field.why' : 'proposal.field.what')} max={2000} rows={4} required hint="settings.hint.templateWhat" />
      {!refuses && <div className="half"><OrNull at="byWhom" label={t('proposal.field.byWhom')} max={200} /><Pick at="costClass" label={t('proposal.field.cost')} options={costs} /></div>}
      <OrNull at="citizenMust" label={t('proposal.field.citizenMust')} max={1000} />
      <OrNull at="alternatives" label={t('proposal.field.alternatives')} max={1000} />
      {!refuses && <><Check at="entersPrivate" label={t('proposal.field.entersPrivate')} /><Check at="costsCitizen" label={t('proposal.field.costsCitizen')} /></>}
    </div>
  )
}
/** Empty is nothing: whoever uses the template keeps what she has typed there. */
function OrNull({ at, label, max }: { at: 'byWhom' | 'citizenMust' | 'alternatives'; label: string; max: number }) {
  const form = useForm<'proposal_template'>()
  return <div onBlur={() => { if (form.at(at) === '') form.set(at, null) }}><Words at={at} label={label} max={max} /></div>
}
