/** Addresses of the console. Rooms load when they are opened. */
import { createRootRoute, createRoute, createRouter, Outlet, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, type ComponentType, type ReactNode } from 'react'
import type { Permission } from '../../../contracts/permissions.ts'
import { useMay, useMe } from '../session.tsx'
import { readInbox } from '../rooms/cases/filters.ts'
import { readCalls } from '../rooms/calls/filters.ts'
import { readMessages, readTasks } from '../rooms/contact/filters.ts'
import { Broken, Forbidden, MissingPage } from './pages.tsx'
import { roomsFor } from './rooms.ts'
import { Shell } from './Shell.tsx'
import { SignIn } from './SignIn.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: MissingPage, errorComponent: Broken })
const signIn = createRoute({
  getParentRoute: () => root, path: '/sign-in', component: SignIn,
  validateSearch: (s: Record<string, unknown>): { to?: string } => (typeof s.to === 'string' && /^\/(?!\/|\\)/.test(s.to) ? { to: s.to } : {}),
})
const desk = createRoute({ getParentRoute: () => root, id: 'desk', component: Shell })

/** React's own lazy: the router's suspends in a way that React 19.3 complains of. The frame keeps its size meanwhile. */
function lazily(load: () => Promise<ComponentType>): () => ReactNode {
  const Page = lazy(async () => ({ default: await load() }))
  return function Lazily() {
    return <Suspense fallback={null}><Page /></Suspense>
  }
}
/** Shows the room to who may, and says which permission is missing to who may not. */
function guarded(needs: Permission, Page: ComponentType): () => ReactNode {
  return function Guarded() {
    return useMay()(needs) ? <Page /> : <Forbidden needs={needs} />
  }
}
const OperatorScreen = guarded('case.open', lazily(() => import('../rooms/intake/OperatorScreen.tsx').then((room) => room.OperatorScreen)))
/** The first room of whoever comes: the desk for operators, the inbox for directorates. */
function Home() {
  const { may } = useMe(), navigate = useNavigate()
  const first = roomsFor(may)[0]?.path ?? '/'
  useEffect(() => { if (first !== '/') void navigate({ to: first, replace: true }) }, [first, navigate])
  return first === '/' ? <OperatorScreen /> : null
}
const at = () => desk
export const routes = {
  home: createRoute({ getParentRoute: at, path: '/', component: Home }),
  inbox: createRoute({ getParentRoute: at, path: '/inbox', validateSearch: readInbox, component: guarded('case.read', lazily(() => import('../rooms/cases/InboxPage.tsx').then((room) => room.InboxPage))) }),
  case: createRoute({ getParentRoute: at, path: '/cases/$caseId', component: guarded('case.read', lazily(() => import('../rooms/cases/CasePage.tsx').then((room) => room.CasePage))) }),
  calls: createRoute({ getParentRoute: at, path: '/calls', validateSearch: readCalls, component: guarded('call.read', lazily(() => import('../rooms/calls/CallsPage.tsx').then((room) => room.CallsPage))) }),
  call: createRoute({ getParentRoute: at, path: '/calls/$callId', component: guarded('call.read', lazily(() => import('../rooms/calls/CallPage.tsx').then((room) => room.CallPage))) }),
  tasks: createRoute({ getParentRoute: at, path: '/tasks', validateSearch: readTasks, component: guarded('task.read', lazily(() => import('../rooms/contact/TasksPage.tsx').then((room) => room.TasksPage))) }),
  messages: createRoute({ getParentRoute: at, path: '/messages', validateSearch: readMessages, component: guarded('message.read', lazily(() => import('../rooms/contact/MessagesPage.tsx').then((room) => room.MessagesPage))) }),
  board: createRoute({ getParentRoute: at, path: '/board', component: guarded('board.read', lazily(() => import('../rooms/calls/BoardPage.tsx').then((room) => room.BoardPage))) }),
  staff: createRoute({ getParentRoute: at, path: '/staff', component: guarded('staff.manage', lazily(() => import('../rooms/identity/StaffPage.tsx').then((room) => room.StaffPage))) }),
}
/** Outside the frame: a screen on a wall has no hands. */
const wall = createRoute({ getParentRoute: () => root, path: '/board/wall', component: lazily(() => import('../rooms/calls/WallPage.tsx').then((room) => room.WallPage)) })
const tree = root.addChildren([signIn, wall, desk.addChildren([routes.home, routes.inbox, routes.case, routes.calls, routes.call, routes.tasks, routes.messages, routes.board, routes.staff])])
export const router = createRouter({ routeTree: tree, defaultPreload: 'intent', defaultErrorComponent: Broken, defaultNotFoundComponent: MissingPage, scrollRestoration: true })

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}
