/** An operator at a browser: at work, in talk, and what is heard there. */
import type { Browser } from 'playwright-core'
import type { Line } from '../../server/testing/sip.ts'
import { type Person, signedIn } from './browser.ts'
import type { Account, House } from './house.ts'
import { soon } from './soon.ts'

export type Phase = 'away' | 'ready' | 'paused' | 'ringing' | 'on_call' | 'wrap_up' | 'offline'
export type Operator = Person & { account: Account }

/** Signs in; the page's calls can be measured from then on. */
export async function seated(browser: Browser, house: House, account: Account): Promise<Operator> {
  const person = await signedIn(browser, house, account)
  await person.page.evaluate(() => {
    const connections: RTCPeerConnection[] = []
    const Plain = window.RTCPeerConnection
    Object.assign(window, { connections, RTCPeerConnection: class extends Plain {
      constructor(wish?: RTCConfiguration) { super(wish); connections.push(this) }
    } })
  })
  return { ...person, account }
}

export async function ready(operator: Person): Promise<void> {
  await operator.page.getByRole('button', { name: /^Durumum/ }).click()
  await operator.page.getByRole('menuitemradio', { name: 'Hazır' }).click()
  await becomes(operator, 'ready')
  // The switch has it too: only then is the seat rung.
  await soon(() => presence(operator)).toMatchObject({ state: 'ready' })
}
export async function away(operator: Operator): Promise<void> {
  await operator.page.getByRole('button', { name: /^Durumum/ }).click()
  await operator.page.getByRole('menuitemradio', { name: 'Ayrıldım' }).click()
  await soon(() => presence(operator)).toMatchObject({ state: 'away' })
}
export const presence = (operator: Person): Promise<{ state: string; reason: string | null; callId: string | null }> =>
  operator.page.evaluate(async () => (await fetch('/api/presence')).json())

/** As the bar shows it. */
export const becomes = (operator: Person, phase: Phase, timeout = 30_000): Promise<void> =>
  operator.page.locator(`.call-bar.phase-${phase}`).waitFor({ timeout })
export const phaseOf = async (operator: Operator): Promise<string> =>
  (await operator.page.locator('.call-bar').getAttribute('class'))?.match(/phase-(\w+)/)?.[1] ?? ''

/** The one of them whose telephone rings, and the others. */
export async function whoRings(...operators: Operator[]): Promise<[Operator, ...Operator[]]> {
  let found: Operator | undefined
  const look = async () => {
    for (const one of operators) if ((await phaseOf(one)) === 'ringing') found = one
    return found?.account.email
  }
  await soon(look, 'somebody is rung').toBeTruthy()
  return [found!, ...operators.filter((o) => o !== found)]
}
export async function answers(operator: Operator): Promise<void> {
  await becomes(operator, 'ringing')
  await operator.page.keyboard.press('F2')
  await talking(operator)
}
/** Both ends are connected: only then can it be held. */
export const talking = (operator: Person): Promise<void> => operator.page.getByRole('button', { name: /^Beklet/, disabled: false }).waitFor({ timeout: 20_000 })
/** Closes a call that opened no case, with two keys. */
export async function wrapsUp(operator: Operator, next: Phase = 'ready'): Promise<void> {
  await becomes(operator, 'wrap_up')
  const { page } = operator
  await page.getByRole('button', { name: /Çağrı sonucu/ }).waitFor()
  await page.keyboard.press('Alt+7')
  await page.keyboard.press('0')
  await becomes(operator, next)
}

const saidField = (operator: Operator) => operator.page.getByLabel('Ne anlatıyor?')
export async function writes(operator: Operator, words: string): Promise<void> {
  await saidField(operator).focus()
  await operator.page.keyboard.press('Control+End')
  await operator.page.keyboard.type(words)
}
export const written = (operator: Operator): Promise<string> => saidField(operator).inputValue()
/** The fixed spot of the top bar. */
export const saysSaved = (operator: Operator, words: RegExp): Promise<void> => operator.page.locator('#saved-slot').filter({ hasText: words }).waitFor({ timeout: 30_000 })

/** From now on, the citizen hears something of the desk. */
export async function citizenHears(line: Line): Promise<void> {
  const from = line.heard().length
  const loudest = () => line.heard().subarray(from).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  await soon(loudest, 'the citizen hears the desk').toBeGreaterThan(1000)
}
/** From now on, something of the citizen's voice is played in this browser. */
export async function operatorHears(operator: Operator): Promise<void> {
  const energy = () => operator.page.evaluate(async () => {
    let sum = 0
    for (const connection of (window as unknown as { connections: RTCPeerConnection[] }).connections)
      for (const report of (await connection.getStats()).values()) if (report.type === 'inbound-rtp') sum += report.totalAudioEnergy ?? 0
    return sum
  })
  const before = await energy()
  await soon(energy, 'the operator hears the citizen').toBeGreaterThan(before + 0.001)
}
export async function bothHear(line: Line, operator: Operator): Promise<void> {
  line.hertz = 500
  await Promise.all([citizenHears(line), operatorHears(operator)])
}
