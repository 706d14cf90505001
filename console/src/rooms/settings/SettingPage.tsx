/** The page of one thing: which form it has, and what its fields point at. */
import { useParams, useSearch } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { Skeleton } from '@akmasa/ui'
import type { SettingKind } from '../../../../contracts/settings.ts'
import { Missing } from '../../shell/pages.tsx'
import { useText } from '../../text.ts'
import type { ThingSearch } from './filters.ts'
import { FormPage } from './FormPage.tsx'
import { EmergencyForm } from './forms/EmergencyForm.tsx'
import { EscalationForm } from './forms/EscalationForm.tsx'
import { CalendarForm } from './forms/CalendarForm.tsx'
import { CrewForm } from './forms/CrewForm.tsx'
import { DirectorateForm, HoursForm } from './forms/DirectorateForm.tsx'
import { PlaceForm } from './forms/PlaceForm.tsx'
import { ApprovalRulesForm, ProposalTemplateForm } from './forms/ProposalForms.tsx'
import { GroupForm, HolidayForm, InstitutionForm, LandmarkForm, LineForm, MunicipalityForm, NumberForm, PauseForm, StreetForm, WrapUpForm } from './forms/simple.tsx'
import { StaffForm } from './forms/StaffForm.tsx'
import { AgreementRulesForm } from './forms/AgreementRulesForm.tsx'
import { ContactRulesForm } from './forms/ContactRulesForm.tsx'
import { SpokenForm, TemplateForm } from './forms/TextForms.tsx'
import { StatutoryForm } from './forms/StatutoryForm.tsx'
import { TopicForm } from './forms/TopicForm.tsx'
import type { Names } from './names.ts'
import { useNames } from './use-names.ts'
import { fixed } from './new-thing.ts'
import type { Value } from './paths.ts'
import { isKind, pageOf } from './sections.ts'
import { useThing } from './use-thing.ts'
import './settings.css'

const forms: Record<SettingKind, { Form: ComponentType; names: readonly SettingKind[] }> = {
  municipality: { Form: MunicipalityForm, names: [] },
  directorate: { Form: DirectorateForm, names: ['staff', 'calendar', 'directorate'] },
  directorate_hours: { Form: HoursForm, names: ['staff', 'calendar'] },
  staff: { Form: StaffForm, names: ['directorate', 'place'] },
  institution: { Form: InstitutionForm, names: ['institution'] },
  place: { Form: PlaceForm, names: ['place', 'institution'] },
  street: { Form: StreetForm, names: ['place'] },
  landmark: { Form: LandmarkForm, names: ['place'] },
  topic_group: { Form: GroupForm, names: ['topic_group'] },
  topic: { Form: TopicForm, names: ['topic_group', 'directorate', 'institution', 'place', 'topic'] },
  calendar: { Form: CalendarForm, names: [] },
  holiday: { Form: HolidayForm, names: [] },
  incoming_number: { Form: NumberForm, names: ['directorate', 'spoken_text'] },
  line: { Form: LineForm, names: [] },
  spoken_text: { Form: SpokenForm, names: [] },
  message_template: { Form: TemplateForm, names: [] },
  contact_rules: { Form: ContactRulesForm, names: [] },
  agreement_rules: { Form: AgreementRulesForm, names: [] },
  statutory_rules: { Form: StatutoryForm, names: [] },
  emergency_rules: { Form: EmergencyForm, names: [] },
  escalation_rules: { Form: EscalationForm, names: ['topic'] },
  crew: { Form: CrewForm, names: ['directorate', 'staff'] },
  approval_rules: { Form: ApprovalRulesForm, names: [] },
  proposal_template: { Form: ProposalTemplateForm, names: ['topic', 'proposal_template'] },
  pause_reason: { Form: PauseForm, names: ['pause_reason'] },
  wrap_up_code: { Form: WrapUpForm, names: ['wrap_up_code'] },
}

export function SettingPage() {
  const { kind, id } = useParams({ from: '/desk/settings/$kind/$id' })
  if (!isKind(kind) || (id === 'new' && fixed.includes(kind))) return <Missing />
  return <Loaded key={`${kind} ${id}`} kind={pageOf(kind)} id={id} />
}
export function Loaded({ kind, id }: { kind: SettingKind; id: string }) {
  const names = useNames(forms[kind].names)
  // A new thing begins with what the lists know: its place in the order, and where it was asked for.
  return names.ready ? kind === 'directorate' && id !== 'new' ? <Directorate id={id} names={names} /> : <One kind={kind} id={id} names={names} /> : <Skeleton />
}
function One({ kind, id, names }: { kind: SettingKind; id: string; names: Names }) {
  const { field, groupId, placeId, key } = useSearch({ strict: false }) as ThingSearch
  const thing = useThing(kind, id, id === 'new' ? firstOf(kind, names, { groupId, placeId, key }) : undefined)
  return <FormPage parts={[{ thing, Form: forms[kind].Form }]} names={names} focus={field} />
}
function Directorate({ id, names }: { id: string; names: Names }) {
  const { field } = useSearch({ strict: false }) as { field?: string }, t = useText()
  const who = useThing('directorate', id), hours = useThing('directorate_hours', id)
  return <FormPage parts={[{ thing: who, Form: DirectorateForm }, { thing: hours, Form: HoursForm, title: t('settings.directorate.hours') }]} names={names} focus={field} />
}
/** Behind the others in the order, and where it was asked for. */
function firstOf(kind: SettingKind, names: Names, asked: ThingSearch): Value {
  const [key, channel] = asked.key?.split(':') ?? []
  const last = Math.max(-1, ...names.rows(kind).map((r) => (typeof r.value.position === 'number' ? r.value.position : -1)))
  return { ...(last >= 0 && { position: Math.min(100_000, last + 1) }), ...(kind === 'topic' && asked.groupId && { groupId: asked.groupId }), ...(asked.placeId && { placeId: asked.placeId }), ...(kind === 'message_template' && key && channel && { key, channel }) }
}
