/** What the file does not say for each row. */
import { Chips, Select, TextField } from '@akmasa/ui'
import { PastStatus } from '../../../../contracts/imports.ts'
import { CaseKind } from '../../../../contracts/routing.ts'
import { Finder } from '../../Finder.tsx'
import { useTopics } from '../../lists.ts'
import { useName, useText } from '../../text.ts'
import type { Chosen } from './mapping.ts'

export function Rest({ chosen, onChange }: { chosen: Chosen; onChange: (next: Chosen) => void }) {
  const t = useText(), name = useName(), topics = useTopics()
  return (
    <section className="panel import-rest" aria-label={t('imports.page.fallback')}>
      <Finder label={t('imports.page.fallback')} description={t('imports.page.fallbackWords')} options={topics.map((x) => ({ id: x.id, name: name(x.name), description: name(x.group) }))} value={chosen.fallbackTopicId} onChoose={(fallbackTopicId) => onChange({ ...chosen, fallbackTopicId })} />
      <Select label={t('imports.page.kind')} value={chosen.kind} options={CaseKind.options.map((id) => ({ id, name: t(`shared.kind.${id}`) }))} onChange={(v) => onChange({ ...chosen, kind: CaseKind.parse(v) })} />
      <Chips label={t('imports.page.otherwise')} description={t('imports.page.openWords')} value={chosen.otherwise} chips={PastStatus.options.map((value) => ({ value, label: t(`imports.page.${value}`) }))} onChange={(otherwise) => onChange({ ...chosen, otherwise })} />
      <TextField label={t('imports.page.system')} description={t('imports.page.systemWords')} value={chosen.system} maxLength={60} onChange={(system) => onChange({ ...chosen, system })} />
    </section>
  )
}
