/** A person at a browser: Debian's Chromium, with a microphone that hums and permission given. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Account, House } from './house.ts'

export const browserArguments = (executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium') => ({
  executablePath, headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', '--allow-loopback-in-peer-connection', '--autoplay-policy=no-user-gesture-required'],
})
export const launch = (executablePath?: string): Promise<Browser> => chromium.launch(browserArguments(executablePath))

export type Person = { context: BrowserContext; page: Page; errors: string[] }

type Screen = { width?: number; height?: number; dark?: boolean }
/** An empty browser of her own: a screen of 1366×768 in Turkish, and whatever its pages complain about is remembered. */
export async function person(browser: Browser, options: Screen = {}): Promise<Person> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1366, height: options.height ?? 768 }, locale: 'tr-TR', timezoneId: 'Europe/Istanbul', colorScheme: options.dark ? 'dark' : 'light',
    permissions: ['microphone', 'notifications'],
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => { if (message.type() === 'error' && !/Failed to load resource|WebSocket/.test(message.text())) errors.push(message.text()) })
  return { context, page, errors }
}
export async function signedIn(browser: Browser, house: House, account: Account, options: Screen = {}): Promise<Person> {
  const found = await person(browser, options), { page } = found
  await page.goto(house.endpoints.desk)
  await page.getByLabel(/e-posta/i).fill(account.email)
  await page.getByLabel('Şifre', { exact: true }).fill(account.password)
  await page.keyboard.press('Enter')
  await page.getByRole('banner').waitFor()
  return found
}
