/** Ctrl+K: finds a case by number or words, a person by name or number (her calls and what came of them), a room by name. Shows only what one may see. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { Autocomplete, Header, Input, ListBox, ListBoxItem, ListBoxSection, SearchField, Text } from 'react-aria-components'
import { Dialog, showPhone } from '@akmasa/ui'
import { casesApi } from '../../../contracts/cases.ts'
import { citizensApi } from '../../../contracts/citizens.ts'
import { fold } from '../../../contracts/fold.ts'
import { asking } from '../client.ts'
import { useKeys } from '../keys.ts'
import { useMay, useMe } from '../session.tsx'
import { useName, useText } from '../text.ts'
import { useSlow } from '../use-slow.ts'
import { roomsFor } from './rooms.ts'

export function Palette({ onClose }: { onClose: () => void }) {
  const t = useText(), name = useName(), may = useMay(), me = useMe(), navigate = useNavigate()
  const [typed, setTyped] = useState(''), q = useSlow(useDeferredValue(typed.trim()), 200), long = q.length >= 2
  const cases = useQuery({ ...asking(casesApi.inbox, { view: 'all', q }), enabled: long && may('case.read') })
  const people = useQuery({ ...asking(citizensApi.findCitizens, { q }), enabled: long && may('citizen.read') })
  const rooms = roomsFor(me.may).filter((r) => fold(t(r.name)).includes(fold(typed)))
  // Else the first Esc would only empty the field.
  useKeys({ Escape: onClose })
  function go(id: string) {
    const [kind, what] = id.split(/ (.*)/s) as [string, string]
    onClose()
    if (kind === 'case') void navigate({ to: '/cases/$caseId', params: { caseId: what } })
    else if (kind === 'person') void navigate({ to: '/calls', search: { q: what } })
    else void navigate({ to: what })
  }
  return (
    <Dialog open title={t('shell.palette.title')} onClose={onClose}>
      <Autocomplete inputValue={typed} onInputChange={setTyped} filter={() => true}>
        <SearchField aria-label={t('shell.palette.label')} autoFocus className="field"><Input className="input" placeholder={t('shell.palette.label')} /></SearchField>
        <ListBox className="listbox palette" aria-label={t('shell.palette.title')} onAction={(k) => go(String(k))} renderEmptyState={() => <p className="hint option">{long ? t('shell.palette.nothing') : t('shell.palette.hint')}</p>}>
          {long && cases.data?.rows.length ? (
            <ListBoxSection>
              <Header className="group-name">{t('shell.palette.cases')}</Header>
              {cases.data.rows.slice(0, 6).map((c) => <ListBoxItem key={c.id} id={`case ${c.id}`} textValue={c.number} className="option"><Text slot="label"><span className="number">{c.number}</span> {name(c.topic)} <span className="description cut">{t(`shared.status.${c.status}`)}, {c.said}</span></Text></ListBoxItem>)}
            </ListBoxSection>
          ) : null}
          {long && people.data?.length ? (
            <ListBoxSection>
              <Header className="group-name">{t('shell.palette.people')}</Header>
              {people.data.filter((c) => c.phones.length).slice(0, 5).map((c) => <ListBoxItem key={c.id} id={`person ${c.phones[0]}`} textValue={c.name ?? c.phones[0] ?? ''} className="option"><Text slot="label">{c.name ?? showPhone(c.phones[0])} <span className="description">{c.phones.map(showPhone).join(', ')}</span></Text></ListBoxItem>)}
            </ListBoxSection>
          ) : null}
          {rooms.length ? (
            <ListBoxSection>
              <Header className="group-name">{t('shell.palette.rooms')}</Header>
              {rooms.map((r) => <ListBoxItem key={r.path} id={`room ${r.path}`} className="option" textValue={t(r.name)}><Text slot="label">{t(r.name)}</Text></ListBoxItem>)}
            </ListBoxSection>
          ) : null}
        </ListBox>
      </Autocomplete>
    </Dialog>
  )
}
