/** The worst day: the machine is gone with everything on it, and there is a backup of this morning, taken in the middle of work. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, test } from 'vitest'
import { meant } from '../ops/backup/target.ts'
import { readManifest } from '../ops/backup/manifest.ts'
import { remembered, secretsOf } from '../ops/keepsakes.ts'
import { run } from '../ops/testing/keeping.ts'
import { adminUrl, withClient } from '../server/adapters/postgres/index.ts'
import { openPhone } from '../server/testing/sip.ts'
import { type Desk, deskOf, ledgerFrom, topicOf } from './support/desk.ts'
import { type House, startHouse, stateOf } from './support/house.ts'
import { shortenAnnouncements, sipPort } from './support/machines.ts'
import { soon } from './support/soon.ts'
import { loudness } from './support/sound.ts'

const folders: string[] = []
const houses: House[] = []
const aFolder = (name: string): string => {
  const folder = mkdtempSync(join(tmpdir(), `akmasa-${name}-`))
  folders.push(folder)
  return folder
}
afterAll(async () => {
  const states = folders.map(stateOf)
  for (const house of houses) await house[Symbol.asyncDispose]()
  for (const folder of [...states, ...states.map((state) => `${state}.lock`), ...folders]) rmSync(folder, { recursive: true, force: true })
})

/** As the database's administrator: what row-level security would hide. */
const look = (house: House, question: string): Promise<Record<string, unknown>[]> => {
  const state = stateOf(house.data)
  const url = adminUrl(remembered(state).ports!.postgres!, secretsOf(state).databaseAdmin, 'akmasa')
  return withClient(url, async (client) => (await client.query<Record<string, unknown>>(question)).rows)
}

/** A session as a browser keeps it. */
async function signedIn(house: House): Promise<string> {
  const { email, password } = house.account('operator')
  const headers = { 'x-akmasa': '1', 'content-type': 'application/json' }
  const answer = await fetch(`${house.endpoints.desk}/api/session`, { method: 'POST', headers, body: JSON.stringify({ email, password }) })
  return answer.headers.get('set-cookie')!.split(';')[0]!
}
async function attach(house: House, cookie: string, caseId: string, bytes: Buffer): Promise<string> {
  const id = crypto.randomUUID()
  const headers = { 'x-akmasa': '1', 'content-type': 'application/octet-stream', cookie }
  const answer = await fetch(`${house.endpoints.desk}/api/cases/${caseId}/attachments?id=${id}&name=foto.txt`, { method: 'POST', headers, body: new Uint8Array(bytes) })
  if (answer.status !== 200) throw new Error(await answer.text())
  return id
}
const switchStore = (house: House): Record<string, string> => {
  const store = new DatabaseSync(join(stateOf(house.data), 'tel/db/astdb.sqlite3'), { readOnly: true })
  const rows = store.prepare('select key, value from astdb').all() as { key: string; value: string }[]
  store.close()
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
}

test('a backup taken under load, then everything destroyed: every case acknowledged before its moment comes back, with files, recordings, audit and sessions', async () => {
  const house = await startHouse({ data: aFolder('house') })
  houses.push(house)
  shortenAnnouncements(house)
  const chief = await deskOf(house, house.account('supervisor'))
  const ledger = await ledgerFrom(chief)
  const cookie = await signedIn(house)
  const topicId = (await topicOf(chief, 'kanal-tikali')).id

  await using phone = await openPhone({ sipPort: sipPort(house) })
  const call = await phone.call('153', { from: '+905550000301' })
  call.hertz = 440
  await soon(async () => (await ledger.of('+905550000301'))?.queuedAt).toBeTruthy()
  call.hangUp()
  await soon(async () => (await ledger.of('+905550000301'))?.recorded).toBe(true)
  const { id: callId } = (await ledger.of('+905550000301'))!
  const recording = await chief.bytes(`/calls/${callId}/recording?why=deneme`)
  // One more is recorded all the while: its file grows under the copy.
  const talking = await phone.call('153', { from: '+905550000302' })
  talking.hertz = 440
  await soon(async () => (await ledger.of('+905550000302'))?.queuedAt).toBeTruthy()
  const { id: talkingId } = (await ledger.of('+905550000302'))!

  const acknowledged = new Map<string, { number: string; at: number; attachment?: { id: string; bytes: Buffer; at: number } }>()
  let enough = false
  const client = async (desk: Desk, withFiles: boolean) => {
    while (!enough) {
      const id = crypto.randomUUID()
      const body = { id, kind: 'complaint', channel: 'counter', said: 'Yedek sürerken: rögar taşıyor', topicId, where: { words: 'Fırının önü' }, reporter: { name: 'Deneme Kişisi' } }
      const answer = await desk.send<{ number: string }>('POST', '/cases', body)
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
      acknowledged.set(id, { number: answer.body.number, at: Date.now() })
      if (!withFiles) continue
      const bytes = Buffer.from(`Fotoğraf ${id}`.repeat(2000))
      const attachment = await attach(house, cookie, id, bytes)
      acknowledged.get(id)!.attachment = { id: attachment, bytes, at: Date.now() }
    }
  }
  const clients = await Promise.all(Array.from({ length: 4 }, () => deskOf(house, house.account('operator'))))
  const working = Promise.all(clients.map((desk, i) => client(desk, i === 0)))
  await soon(() => acknowledged.size).toBeGreaterThan(40)

  const shelf = aFolder('shelf')
  const began = Date.now()
  const { code, said } = await run('backup', [shelf, '--data', house.data])
  expect([code, said]).toEqual([0, expect.stringContaining('was started and read')])
  const after = acknowledged.size
  await soon(() => acknowledged.size).toBeGreaterThan(after + 20)
  enough = true
  await working

  const backup = await meant(shelf)
  const moment = Date.parse((await readManifest(backup)).closing.moment)
  const promised = [...acknowledged].filter(([, { at }]) => at < moment)
  expect(promised.filter(([, { at }]) => at > began).length).toBeGreaterThan(0)
  const store = switchStore(house)
  expect(store['/did/153']).toBeTruthy()
  talking.hangUp()

  await house.stop()
  const state = stateOf(house.data)
  for (const folder of [state, `${state}.lock`, house.data]) rmSync(folder, { recursive: true, force: true })

  // On another path, as on another machine.
  const data = aFolder('again')
  expect(await run('restore', [shelf, '--data', data])).toMatchObject({ code: 0, said: expect.stringContaining('Start it') })
  expect(switchStore({ data } as House)).toMatchObject(Object.fromEntries(Object.entries(store).filter(([key]) => key.startsWith('/did/'))))
  const back = await startHouse({ data })
  houses.push(back)
  expect(back.accounts).toEqual(house.accounts)
  const auditor = await deskOf(back, back.account('auditor'))
  for (const [id, { number, attachment }] of promised) {
    expect(await auditor.ask(`/cases/${id}`)).toMatchObject({ id, number })
    if (attachment && attachment.at < moment) expect(await auditor.bytes(`/cases/${id}/attachments/${attachment.id}`)).toEqual(attachment.bytes)
  }
  const [audited] = await look(back, `select count(*)::int as n from audit.entry where op = 'openCase'`)
  expect(audited!.n).toBeGreaterThanOrEqual(promised.length)
  expect((await fetch(`${back.endpoints.desk}/api/me`, { headers: { cookie } })).status).toBe(200)

  expect(await auditor.bytes(`/calls/${callId}/recording?why=deneme`)).toEqual(recording)
  const cut = loudness(await auditor.bytes(`/calls/${talkingId}/recording?why=deneme`))
  expect(cut.seconds).toBeGreaterThan(1)
  expect(cut.citizen).toBeGreaterThan(500)

  // And work goes on: no number is given twice.
  const operator = await deskOf(back, back.account('operator'))
  const next = await operator.send<{ number: string }>('POST', '/cases', { id: crypto.randomUUID(), kind: 'complaint', channel: 'counter', said: 'Dönüşten sonra', topicId, where: { words: 'Fırının önü' }, reporter: { name: 'Deneme Kişisi' } })
  expect(promised.map(([, { number }]) => number)).not.toContain(next.body.number)
})
