/** What is shown of alerts, and in which order. Pure. */
import type { Alert, Page } from '../../../../contracts/duty.ts'

const isOpen = (page: Page) => page.state === 'ringing' || page.state === 'nobody'
/** How urgently eyes are needed: nobody has it, somebody rings, all is in good hands. */
export const toneOf = (alert: Alert): 'nobody' | 'ringing' | 'calm' =>
  alert.pages.some((page) => page.state === 'nobody') ? 'nobody' : alert.pages.some(isOpen) ? 'ringing' : 'calm'
const rank = { nobody: 0, ringing: 1, calm: 2 } as const
/** Emergencies are everybody's to see; of a promise that runs out only whoever is woken for it, and the desk once nobody has it. */
const concerns = (alert: Alert) => alert.reason === 'emergency' || alert.pages.some((page) => page.mine || page.state === 'nobody')
/** What nobody has first, then the newest. */
export const inOrder = (alerts: readonly Alert[]): Alert[] =>
  alerts.filter(concerns).toSorted((a, b) => rank[toneOf(a)] - rank[toneOf(b)] || (a.since < b.since ? 1 : -1))
/** Looked at again soon while something rings: who listens and who declined tells nobody else. */
export const everyMs = (alerts: readonly Alert[] | undefined): number => (alerts?.some((alert) => alert.pages.some(isOpen)) ? 3000 : 60_000)
/** Somebody is needed here and now: I am rung for it, or, at the desk, an emergency that nobody has. */
export const calls = (alerts: readonly Alert[], atDesk: boolean): boolean =>
  alerts.some((alert) => alert.pages.some((page) => isOpen(page) && (page.mine || (atDesk && alert.reason === 'emergency' && page.state === 'nobody'))))
