/** What was said to be done and is not: how many, and which came back most often. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { RotateCcw } from 'lucide-react'
import { Badge, Since } from '@akmasa/ui'
import { confirmationApi } from '../../../../contracts/confirmation.ts'
import { asking } from '../../client.ts'
import { useMay } from '../../session.tsx'
import { useName, useText } from '../../text.ts'
import './confirmation.css'

export function NotFixedTile() {
  const t = useText(), name = useName(), may = useMay()
  const { data } = useQuery({ ...asking(confirmationApi.notFixed), refetchInterval: 60_000, enabled: may('board.read') })
  if (!data) return null
  return (
    <section className="panel stack" aria-label={t('confirmation.board.title')}>
      <h2>{t('confirmation.board.title')}</h2>
      {data.count === 0 ? <p className="hint">{t('confirmation.board.none')}</p> : (
        <>
          <p><Badge tone="danger" icon={RotateCcw}>{t('confirmation.board.count', { count: data.count })}</Badge></p>
          <ol className="not-fixed">
            {data.rows.map((row) => (
              <li key={row.caseId} className="line">
                <Link to="/cases/$caseId" params={{ caseId: row.caseId }} className="number">{row.number}</Link> {name(row.topic)}
                <Badge tone="danger">{t('confirmation.again', { count: row.times })}</Badge> <span className="meta">{row.lead && name(row.lead)} <Since at={row.at} /></span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}
