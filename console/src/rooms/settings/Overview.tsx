/** What is still missing and what happens if it stays so; and for a new desk, where to begin. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheck, CircleDashed, CircleX, Lightbulb, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Badge, Button, Notice } from '@akmasa/ui'
import { settingsApi, type Missing } from '../../../../contracts/settings.ts'
import { asking } from '../../client.ts'
import { Answered } from '../../listing.tsx'
import { useMay } from '../../session.tsx'
import { useLanguage, useText, type Language, type T, type TextKey } from '../../text.ts'
import { fieldOfMissing, listOf, pageOf, steps } from './sections.ts'
import './settings.css'

/** Put right on the server, not on a screen. */
const outside: readonly Missing['code'][] = ['no_sms', 'no_mail', 'no_synthesiser']
const looks = { stops: { tone: 'danger', icon: CircleX }, half: { tone: 'warning', icon: TriangleAlert }, advice: { tone: 'info', icon: Lightbulb } } as const
export function Overview() {
  const t = useText(), mayWrite = useMay()('setting.write'), query = useQuery(asking(settingsApi.checklist))
  return (
    <div className="settings-page">
      <h1>{t('settings.check.title')}</h1>
      <p className="hint">{t('settings.check.words')}</p>
      {!mayWrite && <Notice tone="neutral">{t('settings.readOnly')}</Notice>}
      <Answered of={query}>{(missing) => <Found missing={missing} />}</Answered>
    </div>
  )
}
function Found({ missing }: { missing: readonly Missing[] }) {
  const t = useText()
  // A desk that cannot work yet is being set up.
  const begun = !missing.some((m) => m.hurts === 'stops'), [open, setOpen] = useState(!begun)
  return (
    <div className="stack overview">
      {missing.length === 0 && <Notice tone="success" title={t('settings.check.done')}>{t('settings.check.doneWords')}</Notice>}
      {open && <Steps missing={missing} />}
      <span><Button small aria-expanded={open} onPress={() => setOpen(!open)}>{t(open ? 'settings.check.hideSteps' : 'settings.check.showSteps')}</Button></span>
      {(['stops', 'half', 'advice'] as const).map((hurts) => <Hurting key={hurts} hurts={hurts} missing={missing.filter((m) => m.hurts === hurts)} />)}
    </div>
  )
}
function Hurting({ hurts, missing }: { hurts: Missing['hurts']; missing: readonly Missing[] }) {
  const t = useText(), language = useLanguage(), { tone, icon } = looks[hurts]
  if (!missing.length) return null
  const alike = [...Map.groupBy(missing, (m) => `${m.code} ${m.thingId === null}`).values()]
  return (
    <section className="panel" aria-label={t(`settings.check.${hurts}`)}>
      <h2 className="line"><Badge tone={tone} icon={icon}>{t(`settings.check.${hurts}`)}</Badge> <span className="meta">{t('settings.check.lines', { count: missing.length })}</span></h2>
      <ul className="missing">
        {alike.map(([first, ...more]) => {
          const { what, otherwise } = missingWords(t, first!, language)
          return (
            <li key={`${first!.code} ${first!.thingId === null ? '' : 'of'}`}>
              <div className="grow">
                {more.length === 0 ? <strong>{what}</strong> : <Several missing={[first!, ...more]} />}
                <p className="hint">{t('settings.check.ifSo')} {otherwise}</p>
              </div>
              {more.length === 0 && <Go missing={first!} what={what} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
/** The same of many things: said once, each thing with its own way. */
function Several({ missing }: { missing: readonly Missing[] }) {
  const t = useText(), language = useLanguage(), { code } = missing[0]!
  return (
    <>
      <strong>{t(`settings.missing.${code}.what` as TextKey, { name: t('settings.check.these', { count: missing.length }), count: missing.length, key: '' })}</strong>
      <ul className="tags">{missing.map((m) => { const { kind, thingId } = m, field = fieldOfMissing[code]; return <li key={`${thingId}${nameIn(m, language)}`} className="tag"><Link to="/settings/$kind/$id" params={{ kind: pageOf(kind), id: thingId ?? '' }} search={field ? { field } : {}}>{nameIn(m, language)}</Link></li> })}</ul>
    </>
  )
}
const nameIn = ({ facts }: Pick<Missing, 'facts'>, language: Language): string => String(facts.name ?? facts[language] ?? facts.key ?? '')
/** To the very field where there is one, else to the list. */
function Go({ missing: { kind, thingId, code }, what }: { missing: Missing; what: string }) {
  const t = useText(), mayWrite = useMay()('setting.write'), field = fieldOfMissing[code]
  if (outside.includes(code)) return <span className="meta outside">{t('settings.check.outside')}</span>
  if (code === 'template_missing') return <Link className="button" to="/settings/$kind/$id" params={{ kind, id: 'new' }} search={{ key: thingId ?? '' }}>{t('settings.check.fix')}</Link>
  const words = t(mayWrite ? 'settings.check.fix' : 'settings.check.show'), label = `${words}: ${what}`
  return thingId === null || thingId === ''
    ? <Link className="button" to="/settings/$kind" params={{ kind: listOf(kind) }} aria-label={label}>{words}</Link>
    : <Link className="button" to="/settings/$kind/$id" params={{ kind: pageOf(kind), id: thingId }} search={field ? { field } : {}} aria-label={label}>{words}</Link>
}
export function missingWords(t: T, { code, thingId, facts }: Pick<Missing, 'code' | 'thingId' | 'facts'>, language: Language): { what: string; otherwise: string } {
  const everywhere = `settings.missing.${code}_all.what` as TextKey
  const key = thingId === null && t(everywhere) !== everywhere ? `${code}_all` : code
  const all = { ...facts, name: nameIn({ facts }, language) }
  return { what: t(`settings.missing.${key}.what` as TextKey, all), otherwise: t(`settings.missing.${key}.otherwise` as TextKey, all) }
}

function Steps({ missing }: { missing: readonly Missing[] }) {
  const t = useText()
  const of = (s: (typeof steps)[number]) => missing.filter((m) => m.hurts !== 'advice' && !outside.includes(m.code) && (m.kind === s.kind || s.with?.includes(m.kind))).length
  const first = steps.find((s) => of(s) > 0)
  return (
    <section className="panel" aria-label={t('settings.check.steps')}>
      <h2>{t('settings.check.steps')}</h2>
      <p className="hint">{t('settings.check.stepsWords')}</p>
      <ol className="steps">
        {steps.map((s, i) => {
          const count = of(s)
          return (
            <li key={s.kind} aria-current={s === first ? 'step' : undefined}>
              <span className="number">{i + 1}.</span>
              <span className="grow"><Link to="/settings/$kind" params={{ kind: s.kind }}>{t(`settings.section.${s.kind}`)}</Link> <span className="meta">{t(`settings.check.step.${s.kind}` as TextKey)}</span></span>
              {s === first && <Badge tone="accent">{t('settings.check.first')}</Badge>}
              {count ? <Badge tone="warning" icon={CircleDashed}>{t('settings.check.missing', { count })}</Badge> : <Badge tone="success" icon={CircleCheck}>{t('settings.check.ok')}</Badge>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
