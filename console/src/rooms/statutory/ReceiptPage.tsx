/** The receipt that the law gives whoever hands something in: date, number, subject; free of charge (Genelge 2004/12). */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, Printer } from 'lucide-react'
import { useState } from 'react'
import { Button, Chips, Skeleton } from '@akmasa/ui'
import { statutoryApi, type StatutoryPage } from '../../../../contracts/statutory.ts'
import { asking } from '../../client.ts'
import { useMe } from '../../session.tsx'
import { Failed, Missing } from '../../shell/pages.tsx'
import { textIn, useLanguage, useText, type Language } from '../../text.ts'
import { longDay } from './days.ts'
import './statutory.css'

export function ReceiptPage() {
  const { caseId } = useParams({ from: '/desk/statutory/$caseId/receipt' }), t = useText(), mine = useLanguage()
  const { data, error, isPending, refetch } = useQuery(asking(statutoryApi.statutoryOf, { caseId }))
  const [size, setSize] = useState<'A5' | 'A4'>('A5'), [language, setLanguage] = useState<Language>(mine)
  if (isPending) return <div className="page"><Skeleton lines={8} /></div>
  if (!data) return <Failed problem={error} retry={() => void refetch()} />
  if (!data.request) return <Missing />
  return (
    <div className="page statutory-receipt-page">
      <style>{`@page { size: ${size}; margin: 12mm; }`}</style>
      <div className="no-print stack">
        <div className="line"><Link to="/cases/$caseId" params={{ caseId: data.request.caseId }} className="button quiet small"><ArrowLeft aria-hidden />{t('statutory.receipt.back')}</Link></div>
        <h1>{t('statutory.receipt.page')}</h1>
        <div className="filters">
          <Chips label={t('statutory.receipt.paper')} value={size} onChange={setSize} chips={[{ value: 'A5', label: 'A5' }, { value: 'A4', label: 'A4' }]} />
          <Chips label={t('statutory.receipt.language')} value={language} onChange={setLanguage} chips={[{ value: 'tr', label: t('settings.lang.tr') }, { value: 'en', label: t('settings.lang.en') }]} />
          <Button look="primary" autoFocus onPress={() => print()}><Printer aria-hidden />{t('statutory.receipt.print')}</Button>
        </div>
      </div>
      <Receipt of={data.request} language={language} large={size === 'A4'} />
    </div>
  )
}

function Receipt({ of, language, large }: { of: StatutoryPage; language: Language; large: boolean }) {
  const t = textIn(language), { municipality } = useMe(), none = t('statutory.receipt.unknown')
  const rows: readonly (readonly [string, string])[] = [
    [t('statutory.receipt.number'), of.number], [t('statutory.receipt.received'), longDay(of.receivedOn, language)], [t('statutory.receipt.kind'), t(`statutory.receipt.${of.statute}`)], [t('statutory.receipt.subject'), of.subject],
    [t('statutory.receipt.name'), of.name ?? none], ...(of.missing.length || of.dueOn === null ? [] : [[t('statutory.receipt.due'), longDay(of.dueOn, language)] as const]), [t('statutory.receipt.caseNumber'), of.caseNumber],
  ]
  return (
    <section className={large ? 'statutory-receipt large' : 'statutory-receipt'} lang={language} aria-label={t('statutory.receipt.title')}>
      <header><strong>{municipality.name[language]}</strong><span>{t('statutory.receipt.title')}</span></header>
      <dl>{rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {of.missing.length > 0
        ? <p>{t('statutory.receipt.rejected', { what: of.missing.map((m) => t(`statutory.needed.${m}`)).join(', ') })}</p>
        : <p>{t(of.statute === 'petition' ? 'statutory.receipt.petitionWords' : 'statutory.receipt.informationWords', { days: of.days, extended: of.extendedDays })}</p>}
      <p>{t('statutory.receipt.ask', { phone: municipality.mainNumber })} · {t('statutory.receipt.free')}</p>
      <footer><span>{t('statutory.receipt.received_by')}: {of.registeredBy}</span></footer>
    </section>
  )
}
