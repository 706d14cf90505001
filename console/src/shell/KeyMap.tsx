import { Dialog, Kbd } from '@akmasa/ui'
import { useText, type TextKey } from '../text.ts'

const map: readonly (readonly [string, TextKey])[] = [
  ['F1', 'shell.keys.map'], ['F2', 'shell.keys.answer'], ['Shift+F2', 'shell.keys.end'], ['F8', 'shell.keys.hold'], ['F9', 'shell.keys.mute'], ['Shift+F8', 'agreement.key'],
  ['Alt+1 … 9', 'shell.keys.zones'], ['Alt+0', 'shell.keys.emergency'], ['Alt+N', 'intake.idle.new'], ['F6, Shift+F6', 'shell.keys.regions'], ['Ctrl+K', 'shell.keys.palette'], ['Ctrl+Enter', 'shell.keys.send'], ['Ctrl+S', 'shell.keys.saved'],
  ['Esc', 'shell.keys.escape'], ['↑ ↓ Home End Enter', 'shell.keys.lists'], ['Alt+↓', 'shell.keys.combobox'], ['1 2 3 0', 'shell.keys.digits'],
]
export function KeyMap({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useText()
  return (
    <Dialog open={open} onClose={onClose} title={t('shell.keys.title')}>
      <dl className="facts key-map">{map.map(([keys, what]) => <div key={keys}><dt><Kbd>{keys}</Kbd><span className="unseen">{keys}</span></dt><dd>{t(what)}</dd></div>)}</dl>
      <p className="meta">{t('shell.keys.note')}</p>
    </Dialog>
  )
}
