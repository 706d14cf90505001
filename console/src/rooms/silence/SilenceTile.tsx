/** The longest silence now, and who owes the word. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Badge, Since } from '@akmasa/ui'
import { silenceApi } from '../../../../contracts/silence.ts'
import { asking } from '../../client.ts'
import { Due } from '../../Due.tsx'
import { useMay } from '../../session.tsx'
import { useName, useText } from '../../text.ts'

export function SilenceTile() {
  const t = useText(), name = useName(), may = useMay()
  const { data } = useQuery({ ...asking(silenceApi.silenceFigures), refetchInterval: 60_000, enabled: may('silence.read') })
  if (!may('silence.read')) return null
  const longest = data?.longest
  return (
    <section className="panel stack" aria-label={t('silence.longest')}>
      <h2>{t('silence.longest')}</h2>
      {longest ? (
        <>
          <p className="line"><Link to="/cases/$caseId" params={{ caseId: longest.caseId }} className="number">{longest.number}</Link> <Since at={longest.since} /> <span className="meta">{t('silence.column.due')}</span> <Due at={longest.dueAt} /></p>
          <p>{t('silence.column.owes')}: <strong>{longest.owes === 'desk' ? t('silence.owes.desk') : longest.lead ? name(longest.lead) : t('silence.owes.directorate')}</strong></p>
        </>
      ) : <p className="hint">{t('silence.empty.all')}</p>}
      <p className="line">
        {data && data.over > 0 && <Badge tone="danger">{t('silence.countOver', { count: data.over })}</Badge>}
        {data && <Badge tone={data.asked > 0 ? 'warning' : 'success'}>{t('silence.countAsked', { count: data.asked })}</Badge>}
        <Link to="/silence" search={{}}>{t('silence.title')}</Link>
      </p>
    </section>
  )
}
