/** Zone 5. Who tells it and how we may reach them; nobody is asked for a name who will not give one. */
import { Checkbox, Select, TextField, isMobile, readPhone, showPhone } from '@akmasa/ui'
import { Way } from '../../../../contracts/citizens.ts'
import { useText } from '../../text.ts'
import { useGapWords } from './gap-words.ts'
import { useScreen } from './screen.ts'

export function ReporterField() {
  const t = useText(), { intake, topic, change } = useScreen(), wrong = useGapWords()
  const r = intake.reporter, number = readPhone(r.phone)
  const set = (to: Partial<typeof r>) => change((i) => ({ ...i, reporter: { ...i.reporter, ...to } }))
  return (
    <div className="reporter">
      <div data-gap="reporter"><TextField label={t('intake.name')} value={r.name} onChange={(name) => set({ name, citizenId: null })} disabled={r.anonymous} maxLength={120} error={wrong('reporter')} /></div>
      <div data-gap="phone">
        <TextField label={t('intake.phone')} type="tel" value={number === r.phone ? showPhone(r.phone) : r.phone} onChange={(phone) => set({ phone })} onBlur={() => { if (number && number !== r.phone) set({ phone: number }) }} disabled={r.anonymous} maxLength={40} error={wrong('phone')} />
      </div>
      <Select label={t('intake.languageLabel')} options={(['tr', 'en'] as const).map((id) => ({ id, name: t(`intake.language.${id}`) }))} value={r.language} onChange={(l) => set({ language: l === 'en' ? 'en' : 'tr' })} />
      <div className="consent">
        <Checkbox isSelected={r.mayMessage} onChange={(mayMessage) => set({ mayMessage })} isDisabled={r.anonymous}>{t(number && !isMobile(number) ? 'intake.mayMessageLandline' : 'intake.mayMessage')}</Checkbox>
        <div data-gap="anonymous">
          <Checkbox isSelected={r.anonymous} onChange={(anonymous) => set({ anonymous })} isDisabled={topic ? !topic.anonymousAllowed && !r.anonymous : false}>{t('intake.anonymous')}</Checkbox>
          <p className="meta consent-word">{wrong('anonymous') ?? (topic && !topic.anonymousAllowed ? t('intake.anonymousNot') : '')}</p>
        </div>
      </div>
      {/* Asked only of who wants news: for everybody else the way through this zone is as short as ever. */}
      {r.mayMessage && !r.anonymous && (
        <>
          <div data-gap="email"><TextField label={t('intake.email')} type="email" value={r.email} onChange={(email) => set({ email })} maxLength={200} error={wrong('email')} /></div>
          <Select label={t('intake.way')} options={Way.options.map((id) => ({ id, name: t(`intake.ways.${id}`) }))} value={r.way} onChange={(way) => set({ way: Way.catch('sms').parse(way) })} />
        </>
      )}
    </div>
  )
}
