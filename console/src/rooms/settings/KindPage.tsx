/** The page of a kind: its list, or the one thing where there is only one. */
import { useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { UserRoundPlus } from 'lucide-react'
import { Button, Skeleton } from '@akmasa/ui'
import { useMay } from '../../session.tsx'
import { Missing } from '../../shell/pages.tsx'
import { useText } from '../../text.ts'
import { HolidayPage } from './HolidayPage.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { ListPage } from './ListPage.tsx'
import { useNames } from './use-names.ts'
import { single } from './new-thing.ts'
import { PlaceMap } from './PlaceMap.tsx'
import { isKind, listOf } from './sections.ts'
import { Loaded } from './SettingPage.tsx'
import { TopicTree } from './TopicTree.tsx'
import type { SettingKind } from '../../../../contracts/settings.ts'

const ImportPage = lazy(() => import('./ImportPage.tsx').then((m) => ({ default: m.ImportPage })))
const BordersPage = lazy(() => import('./BordersPage.tsx').then((m) => ({ default: m.BordersPage })))
const listKinds: readonly string[] = ['place', 'street', 'landmark']
const named: Partial<Record<SettingKind, readonly SettingKind[]>> = { crew: ['directorate', 'staff'], directorate: ['staff'], staff: ['directorate', 'place'], place: ['place', 'institution'], street: ['place'], landmark: ['place'], incoming_number: ['directorate'] }
const none: readonly SettingKind[] = []

export function KindPage() {
  const { kind } = useParams({ from: '/desk/settings/$kind' }), { take } = useSearch({ from: '/desk/settings/$kind' })
  if (!isKind(kind)) return <Missing />
  if (single[kind]) return <Loaded key={kind} kind={kind} id={single[kind]} />
  if (take === 'list' && listKinds.includes(kind)) return <Suspense fallback={<Skeleton />}><ImportPage key={kind} kind={kind as 'place'} /></Suspense>
  if (take === 'borders' && kind === 'place') return <Suspense fallback={<Skeleton />}><BordersPage /></Suspense>
  const shown = listOf(kind)
  if (shown === 'topic') return <TopicTree />
  if (shown === 'holiday') return <HolidayPage />
  return <List key={shown} kind={shown} />
}
function List({ kind }: { kind: SettingKind }) {
  const t = useText(), mayWrite = useMay()('setting.write'), names = useNames(named[kind] ?? none)
  if (kind === 'staff') return <Staff />
  const take = (what: 'list' | 'borders') => <Link className="button" to="/settings/$kind" params={{ kind }} search={{ take: what }}>{t(what === 'list' ? 'settings.place.importList' : 'settings.place.importBorders')}</Link>
  const actions = mayWrite && listKinds.includes(kind) ? <>{take('list')}{kind === 'place' && take('borders')}</> : undefined
  return <ListPage kind={kind} names={names} actions={actions}>{kind === 'place' ? (rows) => <PlaceMap rows={rows} /> : undefined}</ListPage>
}
function Staff() {
  const t = useText(), may = useMay(), names = useNames(['directorate', 'place']), { invite } = useSearch({ from: '/desk/settings/$kind' })
  const [open, setOpen] = useState(Boolean(invite))
  return (
    <>
      <ListPage kind="staff" names={names} actions={may('staff.manage') && <Button look="primary" onPress={() => setOpen(true)}><UserRoundPlus aria-hidden />{t('settings.staff.invite')}</Button>} />
      {open && names.ready && <InviteDialog names={names} directorateId={invite} onClose={() => setOpen(false)} />}
    </>
  )
}
