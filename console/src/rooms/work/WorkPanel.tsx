/** The work of a case: its orders, their evidence, and what the directorate does about them. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Hourglass, Plus } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { uuidv7 } from 'uuidv7'
import { Badge, Button, Dialog, Menu, Notice, Skeleton, TextArea, Time } from '@akmasa/ui'
import { type AttachmentId, type CasePage, casesApi } from '../../../../contracts/cases.ts'
import type { Operation } from '../../../../contracts/kit.ts'
import { type ActId, isLive, missingShots, type Order, type OrderAct, type Photo, type Shot, withCrew, workApi } from '../../../../contracts/work.ts'
import { addressOf, asking, call, upload } from '../../client.ts'
import { useMay, useMe } from '../../session.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { useLanguage, useName, useText } from '../../text.ts'
import { orderKeys } from './keys.ts'
import { PlanDialog } from './PlanDialog.tsx'
import { daysWords, OrderState, reasonWords } from './say.tsx'
import { shrunk } from './shrink.ts'
import './work.css'

type Asked = { order: Order; for: 'cancel' | 'takeBack' | 'cannot' }
export function WorkPanel({ page }: { page: CasePage }) {
  const t = useText(), may = useMay(), me = useMe(), queries = useQueryClient()
  const work = useQuery({ ...asking(workApi.partWork, { caseId: page.id }), enabled: may('order.read') })
  const [plan, setPlan] = useState<{ order: Order; split: boolean } | 'new' | null>(null), [asked, setAsked] = useState<Asked | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const part = page.tasks.find((task) => task.directorateId === me.directorate?.id)?.status, agreed = part === 'ready' || part === 'working'
  if (!may('order.read') || (work.data && !work.data.orders.length && !agreed)) return null
  const renew = () => { for (const queryKey of orderKeys(page.id)) void queries.invalidateQueries({ queryKey }) }
  async function make(todo: () => Promise<unknown>): Promise<boolean> {
    setProblem(null)
    try { await todo(); return true } catch (error) { setProblem(error); return false } finally { renew() }
  }
  const { orders = [], photos = [], missing = [], mayFinish = false } = work.data ?? {}
  const ours = orders.filter((order) => order.directorateId === me.directorate?.id && order.status !== 'cancelled')
  return (
    <section className="panel stack" aria-label={t('work.panel')}>
      <h2>{t('work.panel')}</h2>
      <ProblemNotice problem={problem} />
      {!work.data && <Skeleton lines={2} />}
      {orders.map((order) => (
        <OneOrder key={order.id} order={order} page={page} mine={may('order.write') && order.directorateId === me.directorate?.id} make={make}
          on={{ plan: () => setPlan({ order, split: false }), split: () => setPlan({ order, split: true }), ask: (what) => setAsked({ order, for: what }) }} />
      ))}
      {agreed && may('order.write') && (
        <div className="stack no-print">
          {!ours.length && <Evidence photos={photos} page={page} make={make} missing={missing} to={(id, shot) => ({ operation: workApi.partEvidence, given: { caseId: page.id, id, shot } })} />}
          <span className="line">
            <Button small onPress={() => setPlan('new')}><Plus aria-hidden />{t('work.add')}</Button>
            {part === 'working' || !ours.length ? <Button small reason={mayFinish ? null : t(missing.length ? 'work.finishMissing' : 'work.finishOpen')} onPress={() => void make(() => call(workApi.finishPart, { caseId: page.id }))}>{t('work.finish')}</Button> : null}
          </span>
        </div>
      )}
      {plan === 'new' && <PlanDialog caseId={page.id} what="" onClose={() => setPlan(null)} />}
      {plan && plan !== 'new' && <PlanDialog order={plan.order} split={plan.split} onClose={() => setPlan(null)} />}
      {asked && <Reason asked={asked} onClose={() => setAsked(null)} make={make} />}
    </section>
  )
}

type Make = (todo: () => Promise<unknown>) => Promise<boolean>
type On = { plan: () => void; split: () => void; ask: (what: Asked['for']) => void }
function OneOrder({ order, page, mine, on, make }: { order: Order; page: CasePage; mine: boolean; on: On; make: Make }) {
  const t = useText(), name = useName(), language = useLanguage(), missing = missingShots(order.evidence, order.photos)
  const act = (what: OrderAct) => void make(() => call(workApi.actOnOrder, { orderId: order.id, id: uuidv7() as ActId, act: what }))
  const acts = (order.crew ? (['on_the_way', 'started', 'done'] as const) : (['started', 'done'] as const)).map((what) => ({ id: what, label: t(`work.act.${what}`) }))
  return (
    <article className="order-one stack">
      <div className="line"><strong className="number">{order.number}</strong><OrderState status={order.status} />{order.late && <Badge tone="danger" icon={Hourglass}>{t('work.late')}</Badge>}</div>
      <p>{order.what}</p>
      <p className="meta">{[name(order.directorate), order.crew?.name ?? t('work.noCrew'), daysWords(t, language, order.from, order.to)].join(' · ')}</p>
      {order.endedAt && <p className="meta">{t('work.ended')} <Time at={order.endedAt} /></p>}
      {order.reason && <Notice tone={order.status === 'cannot' ? 'danger' : 'warning'} title={t(order.status === 'cannot' ? 'work.cannotBecause' : 'work.reason')}>{reasonWords(t, order.reason)}</Notice>}
      <Evidence photos={order.photos} page={page} make={mine && order.status !== 'cancelled' ? make : undefined} missing={isLive(order.status) ? missing : []} order={order} to={(id, shot) => ({ operation: workApi.orderPhoto, given: { orderId: order.id, id, shot } })} />
      {mine && (
        <span className="line no-print">
          {isLive(order.status) && <Button small look={order.crew ? 'plain' : 'primary'} onPress={on.plan}>{t(order.crew ? 'work.change' : 'work.plan')}</Button>}
          {isLive(order.status) && <Button small onPress={on.split}>{t('work.split')}</Button>}
          {(withCrew(order.status) || order.status === 'draft') && (
            <Menu label={t(order.crew ? 'work.forCrew' : 'work.byHand')} choices={[...acts, { id: 'cannot', label: t('work.act.cannot') }]} onChoose={(id) => (id === 'cannot' ? on.ask('cannot') : act(id as OrderAct))}><Button small>{t(order.crew ? 'work.forCrew' : 'work.byHand')}</Button></Menu>
          )}
          {isLive(order.status) && <Button small look="quiet" onPress={() => on.ask('cancel')}>{t('work.cancel')}</Button>}
          {order.status === 'done' && <Button small look="quiet" onPress={() => on.ask('takeBack')}>{t('work.takeBack')}</Button>}
        </span>
      )}
    </article>
  )
}

function Reason({ asked: { order, for: what }, make, onClose }: { asked: Asked; make: Make; onClose: () => void }) {
  const t = useText(), [words, setWords] = useState(''), [tried, setTried] = useState(false), reason = words.trim()
  async function send() {
    setTried(true)
    if (!reason) return
    onClose()
    await make(() => what === 'cancel' ? call(workApi.cancelOrder, { orderId: order.id, reason }) : what === 'takeBack' ? call(workApi.takeBackDone, { orderId: order.id, reason })
      : call(workApi.actOnOrder, { orderId: order.id, id: uuidv7() as ActId, act: 'cannot', words: reason }))
  }
  return (
    <Dialog open onClose={onClose} title={t(`work.ask.${what}`, { number: order.number })} foot={<><Button onPress={onClose}>{t('shared.cancel')}</Button><Button look={what === 'cancel' ? 'danger' : 'primary'} onPress={() => void send()}>{t(`work.ask.${what}Do`)}</Button></>}>
      <TextArea label={t('work.reason')} value={words} onChange={setWords} rows={3} maxLength={1000} autoFocus required error={tried && !reason ? t('field.required') : undefined} />
    </Dialog>
  )
}

type To = (id: AttachmentId, shot: Shot) => { operation: Operation; given: Record<string, unknown> }
const shots: readonly Shot[] = ['before', 'after']
function Evidence({ photos, page, missing, make, order, to }: { photos: readonly Photo[]; page: CasePage; missing: readonly Shot[]; make: Make | undefined; order?: Order; to: To }) {
  const t = useText(), input = useRef<HTMLInputElement>(null), [shot, setShot] = useState<Shot>('after')
  const images = page.attachments.filter((file) => file.type.startsWith('image/') && !photos.some((photo) => photo.id === file.id))
  async function picked(files: FileList | null) {
    for (const file of files ?? []) {
      const { operation, given } = to(uuidv7() as AttachmentId, shot), small = await shrunk(file)
      if (!(await make?.(() => upload(operation, given as never, small, () => {})))) break
    }
    if (input.current) input.current.value = ''
  }
  const choose = (one: Shot) => { setShot(one); input.current?.click() }
  const use = (id: string) => void make?.(() => call(workApi.useAsEvidence, { orderId: order!.id, attachmentId: id as AttachmentId, shot: 'before' }))
  const line = (words: ReactNode) => <p className="meta">{words}</p>
  return (
    <div className="stack">
      {photos.length > 0 && <ul className="order-photos">{photos.map((photo) => (
        <li key={photo.id}><a href={addressOf(casesApi.attachment, { caseId: page.id, attachmentId: photo.id })} target="_blank" rel="noreferrer"><img src={addressOf(casesApi.attachment, { caseId: page.id, attachmentId: photo.id })} alt={t(`work.shot.${photo.shot}`)} loading="lazy" /></a><span className="meta">{t(`work.shot.${photo.shot}`)}{photo.by && `, ${photo.by}`}</span></li>
      ))}</ul>}
      {missing.length > 0 && line(t('work.missing', { shots: missing.map((one) => t(`work.shot.${one}`)).join(', ') }))}
      {make && (
        <span className="line no-print">
          <input ref={input} type="file" accept="image/*" className="unseen" tabIndex={-1} aria-hidden onChange={(e) => void picked(e.target.files)} />
          {shots.map((one) => <Button key={one} small look="quiet" onPress={() => choose(one)}>{t(`work.upload.${one}`)}</Button>)}
          {order && images.length > 0 && <Menu label={t('work.useAsBefore')} choices={images.map((file) => ({ id: file.id, label: file.name }))} onChoose={use}><Button small look="quiet">{t('work.useAsBefore')}</Button></Menu>}
        </span>
      )}
    </div>
  )
}
