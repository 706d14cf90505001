/** Addresses of the console. Rooms load when they are opened. */
import { createRootRoute, createRoute, createRouter, Outlet, redirect, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, type ComponentType, type ReactNode } from 'react'
import type { Permission } from '../../../contracts/permissions.ts'
import { useMay, useMe } from '../session.tsx'
import { readInbox } from '../rooms/cases/filters.ts'
import { readCalls } from '../rooms/calls/filters.ts'
import { readKnowledge } from '../rooms/knowledge/filters.ts'
import { readMessages, readTasks } from '../rooms/contact/filters.ts'
import { readPlace } from '../rooms/muhtar/filters.ts'
import { readLate } from '../rooms/late/filters.ts'
import { readSilence } from '../rooms/silence/filters.ts'
import { readApprovals } from '../rooms/resolution/filters.ts'
import { readSearch } from '../rooms/search/filters.ts'
import { readStatutory } from '../rooms/statutory/filters.ts'
import { readJob, readOrders } from '../rooms/work/filters.ts'
import { readChanges, readList, readThing } from '../rooms/settings/filters.ts'
import { readDay, readReport } from '../rooms/insights/filters.ts'
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
  orders: createRoute({ getParentRoute: at, path: '/orders', validateSearch: readOrders, component: guarded('order.read', lazily(() => import('../rooms/work/OrdersPage.tsx').then((room) => room.OrdersPage))) }),
  approvals: createRoute({ getParentRoute: at, path: '/approvals', validateSearch: readApprovals, component: guarded('case.read', lazily(() => import('../rooms/resolution/ApprovalsPage.tsx').then((room) => room.ApprovalsPage))) }),
  agree: createRoute({ getParentRoute: at, path: '/agree/$taskId', component: guarded('case.agree', lazily(() => import('../rooms/agreement/AgreePage.tsx').then((room) => room.AgreePage))) }),
  calls: createRoute({ getParentRoute: at, path: '/calls', validateSearch: readCalls, component: guarded('call.read', lazily(() => import('../rooms/calls/CallsPage.tsx').then((room) => room.CallsPage))) }),
  call: createRoute({ getParentRoute: at, path: '/calls/$callId', component: guarded('call.read', lazily(() => import('../rooms/calls/CallPage.tsx').then((room) => room.CallPage))) }),
  tasks: createRoute({ getParentRoute: at, path: '/tasks', validateSearch: readTasks, component: guarded('task.read', lazily(() => import('../rooms/contact/TasksPage.tsx').then((room) => room.TasksPage))) }),
  messages: createRoute({ getParentRoute: at, path: '/messages', validateSearch: readMessages, component: guarded('message.read', lazily(() => import('../rooms/contact/MessagesPage.tsx').then((room) => room.MessagesPage))) }),
  late: createRoute({ getParentRoute: at, path: '/late', validateSearch: readLate, component: guarded('silence.read', lazily(() => import('../rooms/late/LatePage.tsx').then((room) => room.LatePage))) }),
  silence: createRoute({ getParentRoute: at, path: '/silence', validateSearch: readSilence, component: guarded('silence.read', lazily(() => import('../rooms/silence/SilencePage.tsx').then((room) => room.SilencePage))) }),
  search: createRoute({ getParentRoute: at, path: '/search', validateSearch: readSearch, component: guarded('case.read', lazily(() => import('../rooms/search/SearchPage.tsx').then((room) => room.SearchPage))) }),
  statutory: createRoute({ getParentRoute: at, path: '/statutory', validateSearch: readStatutory, component: guarded('case.read', lazily(() => import('../rooms/statutory/StatutoryPage.tsx').then((room) => room.StatutoryPage))) }),
  statutoryNew: createRoute({ getParentRoute: at, path: '/statutory/new', component: guarded('case.open', lazily(() => import('../rooms/statutory/RegisterPage.tsx').then((room) => room.RegisterPage))) }),
  statutoryReceipt: createRoute({ getParentRoute: at, path: '/statutory/$caseId/receipt', component: guarded('case.read', lazily(() => import('../rooms/statutory/ReceiptPage.tsx').then((room) => room.ReceiptPage))) }),
  paper: createRoute({ getParentRoute: at, path: '/paper', component: guarded('case.open', lazily(() => import('../rooms/paper/PaperPage.tsx').then((room) => room.PaperPage))) }),
  myPlace: createRoute({ getParentRoute: at, path: '/my-place', validateSearch: readPlace, component: guarded('place.read', lazily(() => import('../rooms/muhtar/MyPlacePage.tsx').then((room) => room.MyPlacePage))) }),
  newPlaceCase: createRoute({ getParentRoute: at, path: '/my-place/new', component: guarded('place.open', lazily(() => import('../rooms/muhtar/NewCasePage.tsx').then((room) => room.NewCasePage))) }),
  placeCase: createRoute({ getParentRoute: at, path: '/my-place/$caseId', component: guarded('place.read', lazily(() => import('../rooms/muhtar/PlaceCasePage.tsx').then((room) => room.PlaceCasePage))) }),
  day: createRoute({ getParentRoute: at, path: '/my-day', validateSearch: readDay, component: guarded('call.take', lazily(() => import('../rooms/insights/OwnDayPage.tsx').then((room) => room.OwnDayPage))) }),
  report: createRoute({ getParentRoute: at, path: '/report', validateSearch: readReport, component: guarded('report.read', lazily(() => import('../rooms/insights/ReportPage.tsx').then((room) => room.ReportPage))) }),
  knowledge: createRoute({ getParentRoute: at, path: '/knowledge', validateSearch: readKnowledge, component: guarded('knowledge.read', lazily(() => import('../rooms/knowledge/KnowledgePage.tsx').then((room) => room.KnowledgePage))) }),
  article: createRoute({ getParentRoute: at, path: '/knowledge/$articleId', component: guarded('knowledge.read', lazily(() => import('../rooms/knowledge/ArticlePage.tsx').then((room) => room.ArticlePage))) }),
  board: createRoute({ getParentRoute: at, path: '/board', component: guarded('board.read', lazily(() => import('../rooms/calls/BoardPage.tsx').then((room) => room.BoardPage))) }),
  imports: createRoute({ getParentRoute: at, path: '/imports', component: guarded('import.read', lazily(() => import('../rooms/imports/ImportsPage.tsx').then((room) => room.ImportsPage))) }),
  import: createRoute({ getParentRoute: at, path: '/imports/$importId', component: guarded('import.read', lazily(() => import('../rooms/imports/ImportPage.tsx').then((room) => room.ImportPage))) }),
}
/** The administration area: its tree stands beside whatever is open in it. */
const settings = createRoute({ getParentRoute: at, path: '/settings', component: guarded('setting.read', lazily(() => import('../rooms/settings/SettingsFrame.tsx').then((room) => room.SettingsFrame))) })
const inSettings = () => settings
const settingsRoutes = [
  createRoute({ getParentRoute: inSettings, path: '/', component: lazily(() => import('../rooms/settings/Overview.tsx').then((room) => room.Overview)) }),
  createRoute({ getParentRoute: inSettings, path: '/changes', validateSearch: readChanges, component: lazily(() => import('../rooms/settings/ChangesPage.tsx').then((room) => room.ChangesPage)) }),
  createRoute({ getParentRoute: inSettings, path: '/$kind', validateSearch: readList, component: lazily(() => import('../rooms/settings/KindPage.tsx').then((room) => room.KindPage)) }),
  createRoute({ getParentRoute: inSettings, path: '/$kind/$id', validateSearch: readThing, component: lazily(() => import('../rooms/settings/SettingPage.tsx').then((room) => room.SettingPage)) }),
] as const
/** Where the accounts were before they moved into the administration area. */
const staff = createRoute({ getParentRoute: at, path: '/staff', beforeLoad: () => { throw redirect({ to: '/settings/$kind', params: { kind: 'staff' }, replace: true }) } })
/** Outside the frame: a screen on a wall has no hands. */
const wall = createRoute({ getParentRoute: () => root, path: '/board/wall', component: lazily(() => import('../rooms/calls/WallPage.tsx').then((room) => room.WallPage)) })
/** Outside too: it opens without a line. */
const crew = createRoute({ getParentRoute: () => root, path: '/crew', validateSearch: readJob, component: lazily(() => import('../rooms/work/CrewPage.tsx').then((room) => room.CrewPage)) })
/** Outside too: nobody is signed in yet. */
const welcome = createRoute({ getParentRoute: () => root, path: '/welcome', component: lazily(() => import('../rooms/identity/WelcomePage.tsx').then((room) => room.WelcomePage)) })
const tree = root.addChildren([signIn, welcome, wall, crew, desk.addChildren([routes.home, routes.inbox, routes.case, routes.agree, routes.approvals, routes.orders, routes.calls, routes.call, routes.tasks, routes.messages, routes.silence, routes.late, routes.knowledge, routes.article, routes.board, routes.search, routes.statutory, routes.statutoryNew, routes.statutoryReceipt, routes.paper, routes.myPlace, routes.newPlaceCase, routes.placeCase, routes.report, routes.day, routes.imports, routes.import, settings.addChildren(settingsRoutes), staff])])
export const router = createRouter({ routeTree: tree, defaultPreload: 'intent', defaultErrorComponent: Broken, defaultNotFoundComponent: MissingPage, scrollRestoration: true })

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}
