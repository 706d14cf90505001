/** Holidays of one year: the law's and those by decree. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Badge, Button, dayOf, EmptyState, Notice, useNow, useZone } from '@akmasa/ui'
import { settingsApi, type SettingRow } from '../../../../contracts/settings.ts'
import type { Bilingual } from '../../../../contracts/kit.ts'
import { asking } from '../../client.ts'
import { Answered } from '../../listing.tsx'
import { useMay } from '../../session.tsx'
import { useLanguage, useName, useText } from '../../text.ts'
import { NewButton } from './ListPage.tsx'
import { sayDay } from './say.ts'
import './settings.css'

export function HolidayPage() {
  const t = useText(), mayWrite = useMay()('setting.write'), zone = useZone(), today = dayOf(useNow(600_000), zone)
  const query = useQuery(asking(settingsApi.settings, { kind: 'holiday' })), [year, setYear] = useState(Number(today.slice(0, 4)))
  const add = mayWrite && <NewButton kind="holiday" />
  return (
    <div className="settings-page">
      <div className="spread wraps"><h1>{t('settings.section.holiday')}</h1>{add}</div>
      <p className="hint">{t('settings.about.holiday')}</p>
      {!mayWrite && <Notice tone="neutral">{t('settings.readOnly')}</Notice>}
      <div className="line" role="group" aria-label={t('settings.holiday.year')}>
        <Button aria-label={t('settings.holiday.previous')} onPress={() => setYear(year - 1)}><ChevronLeft aria-hidden /></Button>
        <strong className="number year" role="status">{year}</strong>
        <Button aria-label={t('settings.holiday.next')} onPress={() => setYear(year + 1)}><ChevronRight aria-hidden /></Button>
      </div>
      <Answered of={query}>
        {(all) => {
          // Before the year ends its next days off are looked for: the year after stands below.
          const years = [year, year + 1].map((y) => ({ y, rows: all.filter((r) => r.id.startsWith(`${y}-`)).sort((a, b) => (a.id < b.id ? -1 : 1)) })).filter(({ rows }) => rows.length > 0)
          if (!years.length) return <EmptyState title={t('settings.holiday.none')} action={add}>{t('settings.holiday.noneWords')}</EmptyState>
          return <div className="stack">{years.map(({ y, rows }) => <Year key={y} year={y} rows={rows} today={today} />)}</div>
        }}
      </Answered>
    </div>
  )
}
function Year({ year, rows, today }: { year: number; rows: readonly SettingRow[]; today: string }) {
  const t = useText(), name = useName(), language = useLanguage()
  return (
    <section className="panel list-panel" aria-label={`${t('settings.section.holiday')} ${year}`}>
      <h2 className="group-head">{year}</h2>
      <table className="settings-list" aria-label={`${t('settings.section.holiday')} ${year}`}>
        <thead><tr><th scope="col">{t('settings.holiday.day')}</th><th scope="col">{t('settings.holiday.name')}</th><th scope="col" className="short">{t('settings.holiday.when')}</th><th scope="col" className="short narrow-hidden">{t('settings.holiday.source')}</th></tr></thead>
        <tbody>
          {rows.map(({ id, value }) => (
            <tr key={id} className={id < today ? 'gone' : undefined}>
              <th scope="row"><Link to="/settings/$kind/$id" params={{ kind: 'holiday', id }}>{sayDay(id, language)}</Link></th>
              <td>{name(value.name as Bilingual)}</td>
              <td>{value.from ? t('settings.holiday.half', { from: String(value.from) }) : t('settings.holiday.whole')}</td>
              <td className="narrow-hidden">{value.decree ? <Badge tone="info">{t('settings.holiday.decree')}</Badge> : t('settings.holiday.law')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
