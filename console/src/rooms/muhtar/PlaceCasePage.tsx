/** One case of her place: how far it is, and for her own ones words and photos to add. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, Camera, PencilLine, Printer, Siren } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger, Button as AriaButton } from 'react-aria-components'
import { uuidv7 } from 'uuidv7'
import { Badge, Button, Notice, showTime, Skeleton, TextArea, Time, useNow, useZone } from '@akmasa/ui'
import { casesApi, type PlaceCasePage as Page } from '../../../../contracts/cases.ts'
import { asking, call, Problem } from '../../client.ts'
import { Failed, Missing } from '../../shell/pages.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, useLanguage, useName, useText } from '../../text.ts'
import { entryWords } from '../cases/entry-words.ts'
import { Going, useUploads } from '../cases/uploads.tsx'
import { dueOf, isLate, stateOf } from './say.ts'
import './muhtar.css'

export function PlaceCasePage() {
  const t = useText(), { caseId } = useParams({ from: '/desk/my-place/$caseId' })
  const { data, error, refetch } = useQuery({ ...asking(casesApi.placeCase, { caseId }), refetchInterval: 60_000 })
  if (!data) {
    if (error instanceof Problem && (error.status === 404 || error.status === 422)) return <Missing />
    return <div className="page muhtar">{error ? <Failed problem={error} retry={() => void refetch()} /> : <Skeleton lines={8} />}</div>
  }
  return (
    <div className="page muhtar">
      <div className="spread muhtar-head no-print">
        <Link to="/my-place" className="button"><ArrowLeft aria-hidden />{t('muhtar.toList')}</Link>
        <Button look="quiet" onPress={() => print()}><Printer aria-hidden />{t('shared.print')}</Button>
      </div>
      {error && <Notice tone="warning">{t('shared.stale')}</Notice>}
      <Facts page={data} />
      {data.mine && <AddWords page={data} />}
      <Happened page={data} />
    </div>
  )
}

function Facts({ page }: { page: Page }) {
  const t = useText(), name = useName(), language = useLanguage(), zone = useZone(), now = useNow()
  return (
    <section className="panel stack">
      <h1>{name(page.topic)}</h1>
      <p className="line"><strong className="number">{page.number}</strong>{page.emergency && <Badge tone="danger" icon={Siren}>{t('shared.kind.emergency')}</Badge>}{page.mine && <Badge tone="accent" icon={PencilLine}>{t('muhtar.mine')}</Badge>}</p>
      <p className="muhtar-state">{stateOf(t, page, language)}</p>
      <p className={isLate(page, now) ? 'place-case-late' : undefined}>{dueOf(t, page, now, language, zone)}</p>
      {(page.place || page.street) && <p>{[page.street, page.place].filter(Boolean).join(', ')}</p>}
      {page.said && <blockquote className="place-case-said">{page.said}</blockquote>}
      {page.followers > 0 && <p className="meta">{t('muhtar.followers', { count: page.followers })}</p>}
      <p className="meta">{t('muhtar.opened')} <Time at={page.openedAt} /></p>
    </section>
  )
}

function AddWords({ page }: { page: Page }) {
  const t = useText(), queries = useQueryClient(), key = [casesApi.placeCase.path, { caseId: page.id }]
  const [words, setWords] = useState(''), [tried, setTried] = useState(false)
  // The same id until it is sent: pressing twice, or again after an error, is one note.
  const [id, setId] = useState(() => uuidv7())
  const send = useMutation({
    mutationFn: () => call(casesApi.notePlaceCase, { caseId: page.id, id, words }),
    onSuccess: async () => {
      setWords('')
      setTried(false)
      setId(uuidv7())
      await queries.invalidateQueries({ queryKey: key })
    },
  })
  const { going, add, remove, again } = useUploads(page.id, casesApi.attachToPlaceCase, key)
  return (
    <section className="panel stack no-print" aria-label={t('muhtar.add.title')}>
      <h2>{t('muhtar.add.title')}</h2>
      <form className="stack" onSubmit={(e) => { e.preventDefault(); setTried(true); if (words.trim() && !send.isPending) send.mutate() }}>
        <TextArea label={t('muhtar.add.words')} description={t('muhtar.add.wordsHint')} value={words} onChange={setWords} maxLength={4000} error={fieldWords(t, send.error, 'words') ?? (tried && !words.trim() ? t('muhtar.gap.words') : undefined)} />
        <ProblemNotice problem={send.error} />
        <div className="line"><Button type="submit" look="primary" isPending={send.isPending}>{t('muhtar.add.send')}</Button>{send.isSuccess && !words && <span role="status">{t('muhtar.add.sent')}</span>}</div>
      </form>
      <ul className="files"><Going going={going} remove={remove} again={again} /></ul>
      <div className="line"><FileTrigger acceptedFileTypes={['image/*']} allowsMultiple onSelect={(files) => files && add([...files])}><AriaButton className="button"><Camera aria-hidden />{t('muhtar.add.photo')}</AriaButton></FileTrigger></div>
    </section>
  )
}

function Happened({ page }: { page: Page }) {
  const t = useText(), language = useLanguage(), zone = useZone()
  return (
    <section className="stack" aria-label={t('muhtar.happened')}>
      <h2>{t('muhtar.happened')}</h2>
      <ol className="stack">
        {page.timeline.toReversed().map((e) => {
          const own = e.what === 'note', words = entryWords(t, language, e, (at) => showTime(new Date(at), 'table', language, zone))
          return (
            <li key={e.id} className="muhtar-entry">
              <strong>{own ? t('muhtar.youAdded') : words.title}</strong>
              {words.quote && <blockquote className="place-case-said">{words.quote}</blockquote>}
              {words.lines.map((l, i) => <p key={i}>{l}</p>)}
              <p className="meta"><Time at={e.at} /></p>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
