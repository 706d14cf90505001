/** The administration area, as a hand uses it. */
import type { Locator, Page } from 'playwright-core'
import { tr } from '../../console/src/texts/tr.ts'

export const say = tr.settings
/** A text with its facts in it, as the screen shows it. */
export const filled = (words: string, facts: Record<string, string | number>): string => words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name]))
type Section = keyof typeof say.section
type Within = Page | Locator

/** From the tree at the side to a section, and from there to one thing of it. */
export async function opens(page: Page, section: Section, thing?: string): Promise<void> {
  await page.getByRole('navigation', { name: say.tree }).first().getByRole('link', { name: say.section[section], exact: true }).click()
  if (thing !== undefined) await page.getByRole('main').getByRole('link', { name: thing, exact: true }).click()
  // A section of one thing has the name of that.
  if (!['overview', 'municipality', 'line'].includes(section)) await page.getByRole('heading', { level: 1, name: thing ?? say.section[section], exact: true }).waitFor()
}
/** A new thing of the section that is open. */
export async function begins(page: Page, kind: keyof typeof say.new): Promise<void> {
  await page.getByRole('link', { name: say.new[kind], exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: say.new[kind], exact: true }).waitFor()
}
export async function fills(within: Within, fields: Record<string, string>): Promise<void> {
  for (const [label, words] of Object.entries(fields)) await within.getByLabel(label, { exact: true }).fill(words)
}
/** One half of a field of two languages. */
export const inTurkish = (field: string): string => `${field} (${say.lang.tr})`
export const inEnglish = (field: string): string => `${field} (${say.lang.en})`
/** From a long list, by a part of the name. */
export async function chooses(within: Within, label: string, words: string): Promise<void> {
  const box = within.getByRole('combobox', { name: label, exact: true })
  await box.fill('')
  await box.pressSequentially(words)
  await box.page().getByRole('option', { name: words }).first().click()
}
/** Boxes and chips are labels over a hidden input: by keyboard, as anyone may. */
export async function ticks(box: Locator): Promise<void> {
  await box.focus()
  await box.press('Space')
}
export const saveButton = (page: Page): Locator => page.getByRole('region', { name: say.bar.label }).getByRole('button', { name: say.bar.save })
export async function saves(page: Page, name: string): Promise<void> {
  await saveButton(page).click()
  await page.getByText(filled(say.bar.saved, { name }), { exact: true }).first().waitFor()
  await page.getByRole('region', { name: say.bar.label }).waitFor({ state: 'detached' })
}

/** Of an invitation: the link that its person opens, once the dialog has made it. */
export async function invites(page: Page, who: { name: string; email: string; roles: (keyof typeof tr.shared.role)[]; directorate?: string; phone?: string }): Promise<string> {
  await opens(page, 'staff')
  await page.getByRole('button', { name: say.staff.invite }).first().click()
  const dialog = page.locator('.dialog')
  await fills(dialog, { [say.field.name]: who.name, [say.field.email]: who.email, ...(who.phone && { [say.field.phone]: who.phone }) })
  for (const role of who.roles) await ticks(dialog.getByRole('checkbox', { name: new RegExp(`^${tr.shared.role[role]}`) }))
  if (who.directorate) await chooses(dialog, say.field.directorateId, who.directorate)
  await dialog.getByRole('button', { name: say.staff.send, exact: true }).click()
  const link = await dialog.locator('output').innerText()
  await dialog.getByRole('button', { name: say.staff.understood }).click()
  await dialog.waitFor({ state: 'detached' })
  return link
}
/** Hands a file to the button that asks for one. */
export async function gives(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: say.import.choose }).click()])
  await chooser.setFiles(file)
  await page.getByRole('heading', { name: `${say.import.preview}: ${file.name}` }).or(page.getByRole('alert')).first().waitFor()
}
