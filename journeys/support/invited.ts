/** An account that is nobody's demonstration: invited by the administrator, with a password of its own. */
import type { Browser } from 'playwright-core'
import { newId } from '../../server/platform/ids.ts'
import { deskOf } from './desk.ts'
import type { Account, House } from './house.ts'

/** @param desk where the invited person will use it; the link is for there. */
export async function invited(house: House, browser: Browser, desk: string): Promise<Account> {
  const account: Account = { email: 'uzak.operator@tatvan.example', password: 'uzun ve kolay bir cumle', name: 'Uzak Operatör', roles: ['operator'], directorate: null }
  const administrator = await deskOf(house, house.account('administrator'))
  const wish = { id: newId<string>(), name: account.name, email: account.email, roles: account.roles, directorateId: null, phone: null, language: 'tr', origin: desk }
  const { status, body } = await administrator.send<{ path: string }>('POST', '/staff', wish)
  if (status !== 200) throw new Error(`the invitation was refused: ${JSON.stringify(body)}`)

  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(desk)
  const accepted = await page.evaluate(async ([token, password]) => {
    const answer = await fetch('/api/welcome', { method: 'POST', headers: { 'x-akmasa': '1', 'content-type': 'application/json' }, body: JSON.stringify({ token, password }) })
    return answer.status
  }, [body.path.split('#')[1]!, account.password] as const)
  if (accepted !== 200) throw new Error(`the invitation could not be accepted: ${accepted}`)
  await context.close()
  return account
}
