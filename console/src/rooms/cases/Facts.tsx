/** What is known of the case: source, answers, where, who told it as far as the reader may know. */
import type { ReactNode } from 'react'
import { Notice, showPhone, Time } from '@akmasa/ui'
import type { CasePage } from '../../../../contracts/cases.ts'
import { useMay } from '../../session.tsx'
import { dial } from '../../softphone/index.ts'
import { useName, useText } from '../../text.ts'
import { Button } from '@akmasa/ui'

/** `short`: for the preview, without what only the page needs. */
export function Facts({ page, short }: { page: CasePage; short?: boolean }) {
  const t = useText(), name = useName()
  const cause = page.source.cause && name(page.source.cause)
  return (
    <dl className="facts">
      <Fact name={t('cases.page.kind')}>{t(`shared.kind.${page.kind}`)}</Fact>
      {!short && <Fact name={t('cases.page.topic')}>{name(page.topic)}</Fact>}
      <Fact name={t('cases.page.place')}>{page.place ?? <span className="hint">{t('cases.page.noPlace')}</span>}</Fact>
      {page.street && <Fact name={t('cases.page.street')}>{page.street}</Fact>}
      {page.addressWords && <Fact name={t('cases.page.address')}>{page.addressWords}</Fact>}
      <Fact name={t('cases.page.source')}>{cause || page.source.words ? <>{cause}{page.source.words && <q>{page.source.words}</q>}</> : <span className="hint">{t('cases.page.noSource')}</span>}</Fact>
      {page.answers.map((a, i) => <Fact key={i} name={name(a.ask)}>{a.labels ? name(a.labels) : a.answer}</Fact>)}
      {page.institution && <Fact name={t('cases.page.handedOver')}>{name(page.institution.name)} {page.institution.phone && <span className="number">{showPhone(page.institution.phone)}</span>} {page.institution.reference && <span className="meta">{t('cases.page.reference')}: {page.institution.reference}</span>}</Fact>}
      <Fact name={t('cases.page.reporter')}><Reporter page={page} /></Fact>
      {page.followers > 0 && <Fact name="">{t('cases.page.followers', { count: page.followers })}</Fact>}
      {page.paper && <Fact name={t('paper.entered_at')}><Time at={page.paper.enteredAt} /> <span className="meta">{t('paper.enteredWords', { sheet: page.paper.sheet ?? '–', wroteBy: page.paper.wroteBy ?? '–' })}</span></Fact>}
      {page.past && <Fact name={t('cases.page.past')}><Past past={page.past} /></Fact>}
      {!short && (
        <>
          <Fact name={t('cases.page.channel')}>{t(`shared.channel.${page.channel}`)}</Fact>
          <Fact name={t('cases.page.opened')}><Time at={page.openedAt} /></Fact>
          {!page.past && <Fact name={t('cases.page.openedBy')}>{page.openedBy}</Fact>}
        </>
      )}
    </dl>
  )
}
function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return <><dt>{name}</dt><dd>{children}</dd></>
}
/** What the old system said of it, in its own words. */
function Past({ past }: { past: NonNullable<CasePage['past']> }) {
  const t = useText(), words = Object.values(past.words).join(', ')
  return (
    <>
      {past.system} {past.number && <>{t('cases.page.pastNumber')}: <span className="number">{past.number}</span></>}
      {past.closedAt && <><br />{t('cases.page.pastClosed')}: <Time at={past.closedAt} /></>}
      {words && <><br /><span className="meta">{t('cases.page.pastWords')}: {words}</span></>}
    </>
  )
}
function Reporter({ page }: { page: CasePage }) {
  const t = useText(), may = useMay(), who = page.reporter
  if (page.reporterWithheld) return <Notice tone="neutral" title={t('cases.page.withheld')}>{t('cases.page.withheldWords')}</Notice>
  if (!who || who.anonymous) return <>{t('cases.page.anonymous')}</>
  const phone = who.phone
  return (
    <span className="line">
      <span>{who.name} <span className="number">{showPhone(phone)}</span> {who.email}</span>
      {phone && may('call.take') && <Button small onPress={() => dial(phone, { caseId: page.id })}>{t('cases.page.call')}</Button>}
      <span className="meta">{who.mayMessage && who.way && (who.way !== 'sms' || !phone) ? t(`cases.page.way.${who.way}`) : t(who.mayMessage ? 'cases.page.mayMessage' : 'cases.page.mayNotMessage')}</span>
    </span>
  )
}
