/** What every screen owes everybody: nothing that axe finds, no complaint in the console, no sideways scrolling on a phone. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

export type View = { name: string; width: number; height: number; dark: boolean }
export const views: readonly View[] = [
  { name: 'light', width: 1366, height: 768, dark: false },
  { name: 'dark', width: 1366, height: 768, dark: true },
  { name: 'phone', width: 360, height: 740, dark: false },
]
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Nothing more is loading, and what fades in has done so. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.locator('.skeleton').waitFor({ state: 'detached' })
  await still(page)
}
const still = (page: Page): Promise<void> => page.evaluate(async () => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  await Promise.all(document.getAnimations().filter((a) => a.effect?.getComputedTiming().endTime !== Infinity).map((a) => a.finished.catch(() => undefined)))
})

/**
 * What is wrong with the page as it stands, in each view, one line a fault; empty is as it should be.
 * @param listOpen a combobox's list is: the rest is hidden from readers until Tab closes it, which the rule cannot know.
 */
export async function faults(page: Page, where: string, { listOpen = false } = {}): Promise<string[]> {
  const found: string[] = []
  await settled(page)
  for (const view of views) {
    await page.setViewportSize(view)
    await page.emulateMedia({ colorScheme: view.dark ? 'dark' : 'light' })
    await still(page)
    // Dark is the same screen in other colours, and on a telephone the colours are the light ones.
    const axe = view.dark ? new AxeBuilder({ page }).withRules(['color-contrast']) : new AxeBuilder({ page }).withTags(rules)
    // The components' own announcer: for seconds it names a button by its id, also when that is gone.
    const { violations } = await axe.exclude('[data-live-announcer]').disableRules([...(listOpen ? ['aria-hidden-focus'] : []), ...(view.name === 'phone' ? ['color-contrast'] : [])]).analyze()
    for (const { id, nodes } of violations)
      for (const node of nodes) found.push(`${where}, ${view.name}: ${id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n').slice(1, 3).join(' ').trim()}`)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (over > 0) found.push(`${where}, ${view.name}: scrolls sideways by ${over} px`)
  }
  await page.setViewportSize(views[0]!)
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}
