/** A switch, the desk's side of it, and every call it had as the row it became. For tests. */
import { EventEmitter, once } from 'node:events'
import type { CallRecord, SwitchSettings } from '../../rooms/calls/index.ts'
import { readCall, type ReadCall } from '../../rooms/calls/ledger.ts'
import type { Phone } from '../../testing/sip.ts'
import { testSwitch, type TestSwitchWish } from '../../testing/switch.ts'
import { callRecords } from './logs.ts'
import { connectSwitch } from './switch.ts'

export const queues = ['main', 'emergency']
export const settings: SwitchSettings = {
  numbers: [
    { dialled: '153', greeting: 'greeting', queue: 'main', directorate: 'd1', language: 'tr' },
    { dialled: '+90 434 827 10 00', greeting: 'greeting', queue: 'main', directorate: 'd2', language: 'en' },
  ],
  mobile: null, ownNumber: '153', ownName: 'Deneme Belediyesi',
}

export type TestLine = Awaited<ReturnType<typeof testLine>>

export async function testLine(wish: TestSwitchWish = {}) {
  const line = await testSwitch({ ...wish, seconds: { ring: 3, wait: 20, mobile: 5, message: 3, ...wish.seconds } })
  const desk = connectSwitch(line.access, line.access.socket)
  await desk.ami.ready()
  await desk.push(settings)
  const records: CallRecord[] = []
  const written = new EventEmitter()
  const following = callRecords(line.paths.callRecords, (problem) => { throw problem }).follow(undefined, async (batch) => {
    records.push(...batch)
    written.emit('more')
  })

  return {
    ...line, desk, records,
    /** The row of the call from (or, for one of ours, to) this number, once its last record is on disk. */
    async rowOf(number: string): Promise<ReadCall> {
      for (;;) {
        const begun = records.findLast((one) => /^cc-(arrived|outside)$/.test(one.event) && (one.facts.caller || one.facts.dialled) === number)
        const own = records.filter((one) => one.callId === begun?.callId)
        if (own.some((one) => one.event === 'LINKEDID_END')) return readCall(own)!
        await once(written, 'more')
      }
    },
    /** Asks again on every sign of life from the switch until the answer is right. */
    async until<T>(ask: () => T | Promise<T>, right: (found: T) => boolean): Promise<T> {
      for (;;) {
        const sign = Promise.race([new Promise<void>((resolve) => line.ami.once('event', () => resolve())), new Promise<void>((resolve) => setTimeout(resolve, 100))])
        const found = await ask()
        if (right(found)) return found
        await sign
      }
    },
    /** An operator at her desk and ready; away again at the end of the test. */
    async ready(seat: string): Promise<Phone> {
      const phone = await line.operator(seat)
      await desk.setSeat(seat, 'ready', queues)
      const dispose = phone[Symbol.asyncDispose].bind(phone)
      return Object.assign(phone, {
        async [Symbol.asyncDispose]() {
          await desk.setSeat(seat, 'away', [])
          await phone.register(0)
          await dispose()
        },
      })
    },
    async [Symbol.asyncDispose]() {
      await following.stop()
      await desk.stop()
      await line[Symbol.asyncDispose]()
    },
  }
}
