/** Ctrl+K: one box for whatever a caller says (number, telephone, name, street, words), and for rooms by name. Shows only what one may see. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState, type ReactNode } from 'react'
import { Autocomplete, Header, Input, ListBox, ListBoxItem, ListBoxSection, SearchField, Text } from 'react-aria-components'
import { Dialog, showPhone } from '@akmasa/ui'
import { casesApi } from '../../../contracts/cases.ts'
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
  const { data } = useQuery({ ...asking(casesApi.search, { q }), enabled: long && may('case.read'), placeholderData: keepPreviousData })
  const found = long ? data : undefined
  const rooms = roomsFor(me.may).filter((r) => fold(t(r.name)).includes(fold(typed)))
  // Else the first Esc would only empty the field.
  useKeys({ Escape: onClose })
  function go(id: string) {
    const [kind, what] = id.split(/ (.*)/s) as [string, string]
    onClose()
    if (kind === 'case') void navigate({ to: '/cases/$caseId', params: { caseId: what } })
    else if (kind === 'find') void navigate({ to: '/search', search: { q: what } })
    else void navigate({ to: what })
  }
  return (
    <Dialog open title={t('shell.palette.title')} onClose={onClose}>
      <Autocomplete inputValue={typed} onInputChange={setTyped} filter={() => true}>
        <SearchField aria-label={t('shell.palette.label')} autoFocus className="field"><Input className="input" placeholder={t('shell.palette.label')} /></SearchField>
        <ListBox className="listbox palette" aria-label={t('shell.palette.title')} onAction={(k) => go(String(k))} renderEmptyState={() => <p className="hint option">{long ? t('shell.palette.nothing') : t('shell.palette.hint')}</p>}>
          {found?.rows.length ? (
            <Group title={t('shell.palette.cases')}>
              {found.rows.slice(0, 6).map((c) => <Item key={c.id} id={`case ${c.id}`} text={c.number} more={`${t(`shared.status.${c.status}`)}, ${[c.street, c.place].filter(Boolean).join(', ')}${c.street || c.place ? ', ' : ''}${c.said}`}><span className="number">{c.number}</span> {name(c.topic)}</Item>)}
              <Item id={`find ${q}`} text={t('search.all')}>{t('search.all')}</Item>
            </Group>
          ) : null}
          {found?.people.length ? (
            <Group title={t('shell.palette.people')}>
              {found.people.slice(0, 5).map((p) => <Item key={p.id} id={`find ${p.phones[0] ?? p.name ?? q}`} text={p.name ?? p.phones[0] ?? ''} more={`${p.phones.map(showPhone).join(', ')} ${t('search.open', { count: p.open })}`}>{p.name ?? showPhone(p.phones[0])}</Item>)}
            </Group>
          ) : null}
          {found?.places.length ? (
            <Group title={t('shell.palette.places')}>
              {found.places.map((p) => <Item key={`${p.kind} ${p.label}`} id={`find ${p.street ?? p.landmark ?? p.label}`} text={p.label}>{p.label}</Item>)}
            </Group>
          ) : null}
          {rooms.length ? (
            <Group title={t('shell.palette.rooms')}>{rooms.map((r) => <Item key={r.path} id={`room ${r.path}`} text={t(r.name)}>{t(r.name)}</Item>)}</Group>
          ) : null}
        </ListBox>
      </Autocomplete>
    </Dialog>
  )
}

const Group = ({ title, children }: { title: string; children: ReactNode }) => <ListBoxSection><Header className="group-name">{title}</Header>{children}</ListBoxSection>
const Item = ({ id, text, more, children }: { id: string; text: string; more?: string; children: ReactNode }) =>
  <ListBoxItem id={id} textValue={text} className="option"><Text slot="label">{children}{more !== undefined && <span className="description cut"> {more}</span>}</Text></ListBoxItem>
