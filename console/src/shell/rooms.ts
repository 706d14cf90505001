/** The rooms one can go to, in the order of the bar, and the permission each asks for. */
import { BookOpen, CalendarClock, ChartColumn, FileText, FileUp, Headphones, Inbox, LayoutDashboard, MapPinHouse, MessageSquareText, Phone, PhoneOutgoing, Settings, type LucideIcon } from 'lucide-react'
import type { Permission } from '../../../contracts/permissions.ts'
import type { TextKey } from '../text.ts'

export type Room = { path: '/' | '/inbox' | '/calls' | '/tasks' | '/messages' | '/knowledge' | '/board' | '/report' | '/my-day' | '/imports' | '/paper' | '/settings' | '/my-place'; name: TextKey; needs: Permission; icon: LucideIcon; /** In the menu at the end of the bar: not needed with a caller on the line. */ seldom?: true }
export const rooms: readonly Room[] = [
  { path: '/', name: 'shell.nav.desk', needs: 'case.open', icon: Headphones },
  { path: '/inbox', name: 'shell.nav.inbox', needs: 'case.read', icon: Inbox },
  { path: '/calls', name: 'shell.nav.calls', needs: 'call.read', icon: Phone },
  { path: '/tasks', name: 'shell.nav.tasks', needs: 'task.read', icon: PhoneOutgoing },
  { path: '/messages', name: 'shell.nav.messages', needs: 'message.read', icon: MessageSquareText },
  { path: '/knowledge', name: 'shell.nav.knowledge', needs: 'knowledge.read', icon: BookOpen },
  { path: '/board', name: 'shell.nav.board', needs: 'board.read', icon: LayoutDashboard },
  { path: '/my-day', name: 'shell.nav.day', needs: 'call.take', icon: CalendarClock, seldom: true },
  { path: '/report', name: 'shell.nav.report', needs: 'report.read', icon: ChartColumn, seldom: true },
  { path: '/imports', name: 'shell.nav.imports', needs: 'import.read', icon: FileUp, seldom: true },
  { path: '/paper', name: 'paper.title', needs: 'case.open', icon: FileText, seldom: true },
  { path: '/settings', name: 'shell.nav.settings', needs: 'setting.read', icon: Settings },
  { path: '/my-place', name: 'shell.nav.place', needs: 'place.read', icon: MapPinHouse },
]
export const roomsFor = (may: readonly Permission[]) => rooms.filter((r) => may.includes(r.needs))
