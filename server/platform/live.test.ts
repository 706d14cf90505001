import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { newId } from './ids.ts'
import type { StaffId } from '../../contracts/identity.ts'
import { administrator, someone, testDesk } from '../testing.ts'
import { publish } from './events.ts'
import { startLive } from './live.ts'
import { silentLog } from './log.ts'

test('whose sessions an administrator ended is told so, and her socket closes; nobody else’s does', async () => {
  await using desk = await testDesk()
  const [ended, other] = [someone(['operator'], null, newId<StaffId>()), someone(['operator'])]
  const server = createServer()
  const live = startLive(desk.db, desk.database.appUrl, silentLog, async (request) => (request.headers.cookie === 'ended' ? ended : other))
  live.attach(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const open = async (cookie: string) => {
    const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/live`, { headers: { cookie } })
    const heard: string[] = []
    socket.on('message', (line: Buffer) => heard.push((JSON.parse(line.toString()) as { event: string }).event))
    await once(socket, 'message')
    return { socket, heard }
  }
  try {
    const [hers, theirs] = [await open('ended'), await open('other')]
    let code: number | undefined
    hers.socket.on('close', (given) => { code = given })
    // It may not be listening yet when the first is told.
    while (code === undefined) {
      await desk.as(administrator, (tx) => publish(tx, 'session.ended', { staffId: ended.id as StaffId }, [`staff:${ended.id}`]))
      await desk.settle()
    }
    expect(code).toBe(4401)
    expect(hers.heard).toEqual(['hello', 'session.ended'])
    expect(theirs.heard).toEqual(['hello'])
    expect(theirs.socket.readyState).toBe(WebSocket.OPEN)
    theirs.socket.close()
  } finally {
    await live.stop()
    server.close()
  }
})
