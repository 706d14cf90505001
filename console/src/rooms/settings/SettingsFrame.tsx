/** The administration area: its tree beside whatever is open in it; on a narrow screen the tree is a menu. */
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { Menu as MenuIcon } from 'lucide-react'
import { Suspense, type FocusEvent } from 'react'
import { Button, Menu, Skeleton } from '@akmasa/ui'
import { useText } from '../../text.ts'
import { isKind, listOf, tree } from './sections.ts'
import './settings.css'

/** A field half out of sight comes in whole before one types: scrolled later, it would close its own list. */
function whole(e: FocusEvent<HTMLElement>): void {
  if (e.target.matches('input:not([type="file"]), textarea')) e.target.closest('.field')?.scrollIntoView({ block: 'nearest' })
}
export function SettingsFrame() {
  const t = useText(), navigate = useNavigate(), path = useLocation({ select: (l) => l.pathname })
  const open = path.split('/')[2] ?? '', here = isKind(open) ? listOf(open) : open
  const name = (id: string) => (id === '' ? t('settings.section.overview') : id === 'changes' ? t('settings.section.changes') : isKind(id) ? t(`settings.section.${id}`) : t('settings.title'))
  const go = (id: string) => void (id === '' || id === 'changes' ? navigate({ to: id ? '/settings/changes' : '/settings' }) : navigate({ to: '/settings/$kind', params: { kind: id } }))
  const all = ['', ...tree.flatMap((g) => g.kinds.map((k) => k.kind)), 'changes']
  const current = (id: string) => ({ 'aria-current': here === id ? ('page' as const) : undefined })
  return (
    <div className="settings">
      <nav className="settings-tree no-print" aria-label={t('settings.tree')} data-region="tree">
        <ul>
          <li><Link to="/settings" activeOptions={{ exact: true }} {...current('')}>{name('')}</Link></li>
          {tree.map((g) => (
            <li key={g.group}>
              <h2>{t(`settings.group.${g.group}`)}</h2>
              <ul>{g.kinds.map(({ kind, below }) => <li key={kind}><Link to="/settings/$kind" params={{ kind }} activeOptions={{ includeSearch: false }} className={below ? 'below' : undefined} {...current(kind)}>{name(kind)}</Link></li>)}</ul>
            </li>
          ))}
          <li><h2>{t('settings.group.past')}</h2><ul><li><Link to="/settings/changes" activeOptions={{ includeSearch: false }} {...current('changes')}>{name('changes')}</Link></li></ul></li>
        </ul>
      </nav>
      <div className="settings-menu no-print">
        <Menu label={t('settings.tree')} chosen={here || 'overview'} choices={all.map((id) => ({ id: id || 'overview', label: name(id) }))} onChoose={(id) => go(id === 'overview' ? '' : id)}>
          <Button><MenuIcon aria-hidden />{name(here)}</Button>
        </Menu>
      </div>
      <div className="settings-room">
        <div className="settings-scroll" onFocus={whole}><Suspense fallback={<Skeleton />}><Outlet /></Suspense></div>
        <div id="save-slot" />
      </div>
    </div>
  )
}
