/** Accounts of the desk and of the directorates. */
import { useQuery } from '@tanstack/react-query'
import { UserRoundCheck, UserRoundPlus, UserRoundX } from 'lucide-react'
import { useState } from 'react'
import { Badge, Button, EmptyState, showPhone, Table, TextField, type TableColumn } from '@akmasa/ui'
import { fold } from '../../../../contracts/fold.ts'
import { identityApi, type Staff } from '../../../../contracts/identity.ts'
import { asking } from '../../client.ts'
import { Answered } from '../../listing.tsx'
import { useDirectorates } from '../../lists.ts'
import { useName, useText } from '../../text.ts'
import { AddStaffDialog } from './AddStaffDialog.tsx'
import './identity.css'

export function StaffPage() {
  const t = useText(), query = useQuery(asking(identityApi.staff)), columns = useColumns()
  const [words, setWords] = useState(''), [adding, setAdding] = useState(false)
  const add = <Button look="primary" onPress={() => setAdding(true)}><UserRoundPlus aria-hidden />{t('identity.staff.add')}</Button>
  return (
    <div className="page">
      <div className="spread"><h1>{t('identity.staff.title')}</h1>{add}</div>
      <div className="filters" role="search"><TextField label={t('identity.staff.filter')} type="search" value={words} onChange={setWords} maxLength={80} /></div>
      <Answered of={query}>
        {(all) => {
          const rows = all.filter((s) => fold(`${s.name} ${s.email}`).includes(fold(words)))
          if (!all.length) return <EmptyState title={t('identity.staff.empty')} action={add}>{t('identity.staff.emptyWords')}</EmptyState>
          if (!rows.length) return <EmptyState title={t('identity.staff.nobody')}>{t('identity.staff.nobodyWords')}</EmptyState>
          return <div className="panel list-panel"><Table className="staff" label={t('identity.staff.table')} columns={columns} rows={rows} rowText={(s) => s.name} /></div>
        }}
      </Answered>
      {adding && <AddStaffDialog onClose={() => setAdding(false)} />}
    </div>
  )
}

function useColumns(): TableColumn<Staff>[] {
  const t = useText(), name = useName(), directorates = useDirectorates()
  const directorate = (s: Staff) => { const found = directorates.find((d) => d.id === s.directorateId); return found ? name(found.name) : '' }
  const roles = (s: Staff) => s.roles.map((r) => t(`shared.role.${r}`)).join(', ')
  return [
    {
      id: 'name', name: t('identity.staff.name'), rowHeader: true, className: 'whole',
      cell: (s) => <>{s.name}<span className="narrow-only meta"><br />{s.email}<br />{[roles(s), directorate(s)].filter(Boolean).join(', ')}</span></>,
    },
    { id: 'email', name: t('identity.staff.email'), className: 'narrow-hidden', cell: (s) => s.email },
    { id: 'roles', name: t('identity.staff.roles'), className: 'narrow-hidden', cell: roles },
    { id: 'directorate', name: t('identity.staff.directorate'), className: 'narrow-hidden', cell: directorate },
    { id: 'phone', name: t('identity.staff.phone'), width: '128px', className: 'narrow-hidden mid-hidden', cell: (s) => <span className="number">{showPhone(s.phone)}</span> },
    { id: 'language', name: t('identity.staff.language'), width: '88px', className: 'narrow-hidden mid-hidden', cell: (s) => t(s.language === 'tr' ? 'identity.staff.turkish' : 'identity.staff.english') },
    { id: 'state', name: t('identity.staff.state'), width: '112px', cell: (s) => (s.left ? <Badge icon={UserRoundX}>{t('identity.staff.left')}</Badge> : <Badge tone="success" icon={UserRoundCheck}>{t('identity.staff.active')}</Badge>) },
  ]
}
