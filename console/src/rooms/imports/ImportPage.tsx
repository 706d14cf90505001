/** One import: being prepared, coming in, or done. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useEffect } from 'react'
import { Button, Notice, Skeleton, Time } from '@akmasa/ui'
import { type ImportId, type ImportPage as Page, importsApi } from '../../../../contracts/imports.ts'
import { asking, call, Problem } from '../../client.ts'
import { useMay } from '../../session.tsx'
import { announce } from '../../shell/announce.tsx'
import { Failed, Missing } from '../../shell/pages.tsx'
import { useText } from '../../text.ts'
import { ImportState } from './ImportState.tsx'
import { Outcome } from './Outcome.tsx'
import { Prepare } from './Prepare.tsx'
import './imports.css'

/** The list is asked for at each batch; the page, which shows people's words and is kept in the audit, when the state changes. */
function useImport(importId: ImportId) {
  const queries = useQueryClient(), page = useQuery(asking(importsApi.importPage, { importId })), list = useQuery(asking(importsApi.imports))
  const row = list.data?.find((r) => r.id === importId)
  const shown = page.data?.status, now = row?.status
  useEffect(() => {
    if (shown && now && shown !== now) void queries.invalidateQueries({ queryKey: [importsApi.importPage.path] })
  }, [shown, now, queries])
  return { ...page, data: page.data && row && row.status === page.data.status ? { ...page.data, ...row } : page.data }
}

export function ImportPage() {
  const { importId } = useParams({ from: '/desk/imports/$importId' }), { data, error, isPending, refetch } = useImport(importId as ImportId)
  if (isPending) return <div className="page"><Skeleton lines={10} /></div>
  if (!data) return error instanceof Problem && error.status === 404 ? <Missing /> : <Failed problem={error} retry={() => void refetch()} />
  return <View page={data} />
}

function View({ page }: { page: Page }) {
  const t = useText(), may = useMay()
  return (
    <div className="page">
      <div className="spread"><Link to="/imports" className="button quiet small"><ArrowLeft aria-hidden />{t('imports.page.back')}</Link>{may('import.run') && (page.status === 'receiving' || page.status === 'read') && <Discard page={page} />}</div>
      <div className="line"><h1 className="cut">{page.name}</h1><ImportState row={page} /><span className="meta">{page.madeBy}, <Time at={page.madeAt} /></span></div>
      {!may('import.run') && <Notice tone="neutral">{t('imports.page.mayNot')}</Notice>}
      {page.status === 'receiving' && <Notice tone="warning" title={t('imports.page.unfinished')}>{t('imports.page.unfinishedWords')}</Notice>}
      {page.same.length > 0 && (
        <Notice tone="warning" title={t('imports.page.same')}>
          <p>{t('imports.page.sameWords')}</p>
          {page.same.map((s) => <p key={s.id}><Link to="/imports/$importId" params={{ importId: s.id }}>{t('imports.page.sameAt', { name: s.name })}</Link> <Time at={s.at} /> {t(`imports.status.${s.status}`)}</p>)}
        </Notice>
      )}
      {page.file?.cut && page.status === 'read' && <Notice tone="warning" title={t('imports.page.cut')}>{t('imports.page.cutWords')}</Notice>}
      {page.status === 'read' && page.file && may('import.run') && <Prepare key={page.id} page={page} file={page.file} />}
      {page.status !== 'receiving' && page.status !== 'read' && <Outcome page={page} />}
    </div>
  )
}

function Discard({ page }: { page: Page }) {
  const t = useText(), queries = useQueryClient(), navigate = useNavigate()
  async function discard() {
    await call(importsApi.discardImport, { importId: page.id }).catch(() => undefined)
    void queries.invalidateQueries({ queryKey: [importsApi.imports.path] })
    announce(t('imports.page.discarded'))
    void navigate({ to: '/imports' })
  }
  return <Button small onPress={() => void discard()}>{t('imports.page.discard')}</Button>
}
