/** The rooms one can go to, in the order of the bar, and the permission each asks for. */
import { AlarmClock, BellRing, BookOpen, CalendarClock, ChartColumn, FileText, FileUp, HardHat, Headphones, Inbox, LayoutDashboard, MapPinHouse, MessageSquareText, Phone, PhoneOutgoing, Scale, Settings, Stamp, type LucideIcon } from 'lucide-react'
import type { Permission } from '../../../contracts/permissions.ts'
import type { TextKey } from '../text.ts'

export type Room = { path: '/' | '/inbox' | '/approvals' | '/orders' | '/crew' | '/calls' | '/tasks' | '/silence' | '/late' | '/messages' | '/knowledge' | '/board' | '/report' | '/my-day' | '/imports' | '/paper' | '/settings' | '/my-place' | '/statutory'; name: TextKey; needs: Permission; /** Or this one. */ or?: Permission; icon: LucideIcon; /** In the menu at the end of the bar: not needed with a caller on the line. */ seldom?: true; /** Seldom for whoever may not do this: she only looks. */ oftenFor?: Permission }
export const rooms: readonly Room[] = [
  { path: '/', name: 'shell.nav.desk', needs: 'case.open', icon: Headphones },
  { path: '/inbox', name: 'shell.nav.inbox', needs: 'case.read', icon: Inbox },
  { path: '/approvals', name: 'proposal.nav', needs: 'case.work', or: 'case.approve_above', icon: Stamp },
  { path: '/orders', name: 'work.nav', needs: 'order.read', icon: HardHat, oftenFor: 'order.write' },
  { path: '/crew', name: 'work.crew.nav', needs: 'order.work', icon: HardHat },
  { path: '/calls', name: 'shell.nav.calls', needs: 'call.read', icon: Phone },
  { path: '/tasks', name: 'shell.nav.tasks', needs: 'task.read', icon: PhoneOutgoing },
  { path: '/silence', name: 'silence.title', needs: 'silence.read', icon: BellRing, seldom: true },
  { path: '/late', name: 'clocks.late.title', needs: 'silence.read', icon: AlarmClock, seldom: true },
  { path: '/messages', name: 'shell.nav.messages', needs: 'message.read', icon: MessageSquareText },
  { path: '/knowledge', name: 'shell.nav.knowledge', needs: 'knowledge.read', icon: BookOpen },
  { path: '/board', name: 'shell.nav.board', needs: 'board.read', icon: LayoutDashboard },
  { path: '/my-day', name: 'shell.nav.day', needs: 'call.take', icon: CalendarClock, seldom: true },
  { path: '/report', name: 'shell.nav.report', needs: 'report.read', icon: ChartColumn, seldom: true },
  { path: '/imports', name: 'shell.nav.imports', needs: 'import.read', icon: FileUp, seldom: true },
  { path: '/statutory', name: 'statutory.nav', needs: 'case.read', icon: Scale, seldom: true },
  { path: '/paper', name: 'paper.title', needs: 'case.open', icon: FileText, seldom: true },
  { path: '/settings', name: 'shell.nav.settings', needs: 'setting.read', icon: Settings },
  { path: '/my-place', name: 'shell.nav.place', needs: 'place.read', icon: MapPinHouse },
]
export const roomsFor = (may: readonly Permission[]) => rooms.filter((r) => may.includes(r.needs) || (r.or !== undefined && may.includes(r.or)))
