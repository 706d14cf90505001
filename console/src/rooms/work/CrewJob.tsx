/** One job in the crew's hand: where, what, when; photographs first; the next step at the bottom. */
import { Link } from '@tanstack/react-router'
import { ArrowLeft, Camera, CircleCheck, Navigation, Phone, Siren } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { Badge, Button, Notice, showPhone, TextArea } from '@akmasa/ui'
import { type OrderAct, type Shot, withCrew, workApi } from '../../../../contracts/work.ts'
import { addressOf } from '../../client.ts'
import { useLanguage, useName, useText } from '../../text.ts'
import { type DayOrder, geo, nextStep, type Waiting } from './crew-day.ts'
import type { Crew } from './crew-sender.ts'
import { Kept } from './CrewKept.tsx'
import { daysWords, OrderState, reasonWords } from './say.tsx'
import { shrunk } from './shrink.ts'

const whereOf = (job: DayOrder) => [job.street, job.place, job.addressWords].filter(Boolean).join(', ')

export function JobCard({ job }: { job: DayOrder }) {
  const t = useText(), name = useName(), language = useLanguage()
  return (
    <li className={job.emergency && withCrew(job.status) ? 'panel crew-card urgent' : 'panel crew-card'}>
      <Link to="/crew" search={{ order: job.id }} className="crew-card-link"><strong>{name(job.topic)}</strong> <span className="number meta">{job.number}</span></Link>
      <span>{whereOf(job) || t('work.crew.noPlace')}</span>
      <span className="crew-what">{job.what}</span>
      <span className="line"><OrderState status={job.status} />{job.emergency && <Badge tone="danger" icon={Siren}>{t('shared.kind.emergency')}</Badge>}{job.unsent > 0 && <Badge tone="warning">{t('work.crew.unsent')}</Badge>}</span>
      <span className={job.late ? 'crew-late' : 'meta'}>{job.late && `${t('work.late')}: `}{daysWords(t, language, job.from, job.to)}</span>
    </li>
  )
}

export function JobPage({ job, items, crew, status }: { job: DayOrder; items: readonly Waiting[]; crew: Crew; status: ReactNode }) {
  const t = useText(), name = useName(), language = useLanguage(), pin = geo(job), own = items.filter((item) => item.orderId === job.id)
  const [writing, setWriting] = useState<'note' | 'cannot' | null>(null), works = withCrew(job.status)
  return (
    <main className="crew crew-job">
      <Link to="/crew" search={{}} className="button quiet crew-back"><ArrowLeft aria-hidden />{t('work.crew.back')}</Link>
      <header className="stack">
        <h1>{name(job.topic)} <span className="number meta">{job.number}</span></h1>
        <span className="line"><OrderState status={job.status} />{job.emergency && <Badge tone="danger" icon={Siren}>{t('shared.kind.emergency')}</Badge>}<span className={job.late ? 'crew-late' : 'meta'}>{daysWords(t, language, job.from, job.to)}</span></span>
      </header>
      {status}
      {job.reason && <Notice tone="warning" title={t(job.status === 'cancelled' ? 'work.crew.cancelled' : 'work.crew.reason')}>{reasonWords(t, job.reason)}</Notice>}
      <Photos job={job} crew={crew} items={own} disabled={!works && job.status !== 'done'} />
      <section className="panel stack">
        <p className="crew-what-full">{job.what}</p>
        <p>{whereOf(job) || t('work.crew.noPlace')}</p>
        {pin && <a className="button" href={pin}><Navigation aria-hidden />{t('work.crew.navigate')}</a>}
        {job.notes && <p><strong>{t('work.notes')}:</strong> {job.notes}</p>}
        {job.contact && <p className="line"><strong>{t('work.contact')}:</strong> {job.contact.name}{job.contact.phone && <a className="button" href={`tel:${job.contact.phone}`}><Phone aria-hidden />{showPhone(job.contact.phone)}</a>}</p>}
      </section>
      {own.length > 0 && <Kept items={own} crew={crew} />}
      {works && !writing && <span className="line"><Button onPress={() => setWriting('note')}>{t('work.crew.addNote')}</Button></span>}
      {writing && <Words key={writing} as={writing} onClose={() => setWriting(null)} onSend={async (words) => { await crew.act(job, writing, words); setWriting(null) }} />}
      {!writing && <Foot job={job} crew={crew} onCannot={() => setWriting('cannot')} />}
    </main>
  )
}

/** The next step; under it what else can be said. */
function Foot({ job, crew, onCannot }: { job: DayOrder; crew: Crew; onCannot: () => void }) {
  const t = useText(), next = nextStep(job), [busy, setBusy] = useState(false)
  if (!next) return job.status === 'done' ? <p className="crew-foot crew-finished line"><CircleCheck aria-hidden />{t('work.crew.finished')}</p> : null
  const act = async (what: OrderAct) => { setBusy(true); try { await crew.act(job, what) } finally { setBusy(false) } }
  return (
    <div className="crew-foot">
      {next.do === 'photo' ? <Shoot primary shot={next.shot} onPicture={(file) => shoot(crew, job, next.shot, file)} />
        : <Button look="primary" className="crew-next" isDisabled={busy} onPress={() => void act(next.act)}>{t(`work.act.${next.act as 'done'}`)}</Button>}
      {job.status === 'assigned' && <Button isDisabled={busy} onPress={() => void act('started')}>{t('work.act.started')}</Button>}
      <Button look="quiet" onPress={onCannot}>{t('work.act.cannot')}</Button>
    </div>
  )
}
const shoot = async (crew: Crew, job: DayOrder, shot: Shot, file: Blob) => crew.photo(job, shot, await shrunk(file))

function Words({ as, onSend, onClose }: { as: 'note' | 'cannot'; onSend: (words: string) => Promise<void>; onClose: () => void }) {
  const t = useText(), [words, setWords] = useState(''), [asked, setAsked] = useState(false), empty = !words.trim()
  return (
    <form className="panel stack crew-words" onSubmit={(e) => { e.preventDefault(); setAsked(true); if (!empty) void onSend(words.trim()) }}>
      <TextArea label={t(as === 'cannot' ? 'work.crew.whyNot' : 'work.crew.note')} value={words} onChange={setWords} rows={4} maxLength={2000} autoFocus required error={asked && empty ? t('field.required') : undefined} />
      <span className="line"><Button type="submit" look="primary">{t(as === 'cannot' ? 'work.crew.sendCannot' : 'work.crew.keepNote')}</Button><Button look="quiet" onPress={onClose}>{t('shared.cancel')}</Button></span>
    </form>
  )
}

const shots: readonly Shot[] = ['before', 'after']
function Photos({ job, crew, items, disabled }: { job: DayOrder; crew: Crew; items: readonly Waiting[]; disabled: boolean }) {
  const t = useText()
  return (
    <section className="crew-photos" aria-label={t('work.photos')}>
      {shots.map((shot) => {
        const taken = job.photos.filter((photo) => photo.shot === shot)
        return (
          <div key={shot} className="stack crew-shot">
            <span className="line"><strong>{t(`work.shot.${shot}`)}</strong>{job.missing.includes(shot) && <Badge tone="warning">{t('work.crew.needed')}</Badge>}</span>
            {taken.length > 0 && <ul>{taken.map((photo) => <li key={photo.id}>{photo.unsent ? <Here item={items.find((item) => item.id === photo.id)} label={t(`work.shot.${shot}`)} /> : <img src={addressOf(workApi.crewPicture, { orderId: job.id, attachmentId: photo.id })} alt={t(`work.shot.${shot}`)} loading="lazy" />}{photo.unsent && <Badge tone="warning">{t('work.crew.unsent')}</Badge>}</li>)}</ul>}
            {!disabled && <Shoot shot={shot} onPicture={(file) => shoot(crew, job, shot, file)} />}
          </div>
        )
      })}
    </section>
  )
}
/** A photograph that is only here. */
function Here({ item, label }: { item: Waiting | undefined; label: string }) {
  const bytes = item?.kind === 'photo' ? item.bytes : null, type = item?.kind === 'photo' ? item.type : ''
  const address = useMemo(() => (bytes ? URL.createObjectURL(new Blob([bytes], { type })) : null), [bytes, type])
  useEffect(() => () => { if (address) URL.revokeObjectURL(address) }, [address])
  return address ? <img src={address} alt={label} /> : null
}
/** Opens the camera at once where the telephone lets it. */
function Shoot({ shot, primary, onPicture }: { shot: Shot; primary?: boolean; onPicture: (file: Blob) => Promise<void> }) {
  const t = useText(), input = useRef<HTMLInputElement>(null), [busy, setBusy] = useState(false)
  async function picked(files: FileList | null) {
    if (!files?.length) return
    setBusy(true)
    try { for (const file of files) await onPicture(file) } finally {
      setBusy(false)
      if (input.current) input.current.value = ''
    }
  }
  return (
    <>
      <input ref={input} type="file" accept="image/*" capture="environment" className="unseen" tabIndex={-1} aria-hidden data-shot={shot} onChange={(e) => void picked(e.target.files)} />
      <Button look={primary ? 'primary' : 'plain'} className={primary ? 'crew-next' : undefined} isDisabled={busy} onPress={() => input.current?.click()}><Camera aria-hidden />{t(primary ? `work.crew.take.${shot}` : 'work.crew.takeOne')}</Button>
    </>
  )
}
