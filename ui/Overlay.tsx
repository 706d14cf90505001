/** Dialogs, menus and short messages above the page. */
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Dialog as AriaDialog, Heading, Menu as AriaMenu, MenuItem, MenuTrigger, Modal, ModalOverlay, Popover, Tab, TabList, TabPanel, Tabs as AriaTabs, Text,
  UNSTABLE_Toast as Toast, UNSTABLE_ToastContent as ToastContent, UNSTABLE_ToastQueue as ToastQueue, UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { Button } from './Button.tsx'
import { useWords } from './words.ts'

export function Dialog(p: { open: boolean; onClose: () => void; title: ReactNode; children: ReactNode; foot?: ReactNode; wide?: boolean; alert?: boolean }) {
  const w = useWords()
  return (
    <ModalOverlay className="overlay" isOpen={p.open} onOpenChange={(open) => !open && p.onClose()} isDismissable={!p.alert}>
      <Modal className={p.wide ? 'modal wide' : 'modal'}>
        <AriaDialog className="dialog" role={p.alert ? 'alertdialog' : 'dialog'}>
          <div className="head">
            <Heading slot="title" level={2}>{p.title}</Heading>
            <Button look="quiet" small aria-label={w.close} onPress={p.onClose}><X aria-hidden /></Button>
          </div>
          {p.children}
          {p.foot && <div className="foot">{p.foot}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

export type MenuChoice = { id: string; label: ReactNode; text?: string; description?: ReactNode; icon?: ReactNode; disabled?: boolean }
/** `children` is the button that opens it. */
export function Menu(p: { children: ReactNode; choices: readonly MenuChoice[]; onChoose: (id: string) => void; label: string; chosen?: string }) {
  return (
    <MenuTrigger>
      {p.children}
      <Popover className="popover">
        <AriaMenu className="listbox" aria-label={p.label} onAction={(k) => p.onChoose(String(k))} selectionMode={p.chosen === undefined ? 'none' : 'single'} selectedKeys={p.chosen === undefined ? undefined : [p.chosen]}>
          {p.choices.map((c) => (
            <MenuItem key={c.id} id={c.id} className="option" isDisabled={c.disabled} textValue={c.text ?? (typeof c.label === 'string' ? c.label : c.id)}>
              <Text slot="label" className="line">{c.icon}<span>{c.label}{c.description && <span className="description">{c.description}</span>}</span></Text>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

export function Tabs(p: { label: string; tabs: readonly { id: string; title: ReactNode; content: ReactNode }[]; value?: string; onChange?: (id: string) => void }) {
  return (
    <AriaTabs className="tabs" selectedKey={p.value} onSelectionChange={(k) => p.onChange?.(String(k))}>
      <TabList className="tab-list" aria-label={p.label}>{p.tabs.map((t) => <Tab key={t.id} id={t.id} className="tab">{t.title}</Tab>)}</TabList>
      {p.tabs.map((t) => <TabPanel key={t.id} id={t.id}>{t.content}</TabPanel>)}
    </AriaTabs>
  )
}

export type ToastWords = { words: ReactNode; action?: { label: string; do: () => void } }
const toasts = new ToastQueue<ToastWords>({ maxVisibleToasts: 2 })
/** Only for undo or for what somebody else did; failures stay where they happened. Ten seconds, longer under pointer or focus. */
export function toast(what: ToastWords): void {
  // One pushed aside would come back when the newer ones are gone, and offer to undo what is long past.
  for (const old of toasts.visibleToasts.slice(1)) toasts.close(old.key)
  toasts.add(what, { timeout: 10_000 })
}

export function Toasts() {
  const w = useWords()
  return (
    <ToastRegion queue={toasts} className="toasts no-print" aria-label={w.notifications}>
      {({ toast: t }) => (
        <Toast toast={t} className="toast">
          <ToastContent className="content"><Text slot="title">{t.content.words}</Text></ToastContent>
          {t.content.action && <Button small onPress={() => { t.content.action?.do(); toasts.close(t.key) }}>{t.content.action.label}</Button>}
          <Button small aria-label={w.close} slot="close"><X aria-hidden /></Button>
        </Toast>
      )}
    </ToastRegion>
  )
}
