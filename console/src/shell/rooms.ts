/** The rooms one can go to, in the order of the bar, and the permission each asks for. */
import { Headphones, Inbox, LayoutDashboard, MessageSquareText, Phone, PhoneOutgoing, Users, type LucideIcon } from 'lucide-react'
import type { Permission } from '../../../contracts/permissions.ts'
import type { TextKey } from '../text.ts'

export type Room = { path: '/' | '/inbox' | '/calls' | '/tasks' | '/messages' | '/board' | '/staff'; name: TextKey; needs: Permission; icon: LucideIcon }
export const rooms: readonly Room[] = [
  { path: '/', name: 'shell.nav.desk', needs: 'case.open', icon: Headphones },
  { path: '/inbox', name: 'shell.nav.inbox', needs: 'case.read', icon: Inbox },
  { path: '/calls', name: 'shell.nav.calls', needs: 'call.read', icon: Phone },
  { path: '/tasks', name: 'shell.nav.tasks', needs: 'task.read', icon: PhoneOutgoing },
  { path: '/messages', name: 'shell.nav.messages', needs: 'message.read', icon: MessageSquareText },
  { path: '/board', name: 'shell.nav.board', needs: 'board.read', icon: LayoutDashboard },
  { path: '/staff', name: 'shell.nav.staff', needs: 'staff.manage', icon: Users },
]
export const roomsFor = (may: readonly Permission[]) => rooms.filter((r) => may.includes(r.needs))
