/** A third person in a live call: both sides are led into a room of the switch, and he joins when he answers. */
import { randomBytes } from 'node:crypto'
import type { Party, Together } from '../../rooms/calls/index.ts'
import { AmiRefused, type Ami, type AmiMessage } from './ami.ts'
import { asDialled } from './switch.ts'

/** Extensions of the dialplan are digits here: letters would be patterns. */
const roomOf = (callId: string) => callId.replace(/\D/g, '')
const thirdsOf = (room: string) => `third-${room}-`
const halfInside = /^third-\d+-[0-9a-f]+$/

export function together(ami: Ami): Together {
  const channels = () => ami.list('CoreShowChannels')
  const legOf = (all: readonly AmiMessage[], callId: string, seat: string) => all.find((one) => one.Channel?.startsWith(`PJSIP/${seat}-`) && one.Linkedid === callId)
  const isHere = (room: string) => (one: AmiMessage) => halfInside.test(one.Uniqueid ?? '') && one.Uniqueid!.startsWith(thirdsOf(room))

  /** A third who is refused at once would find the room empty, and send whoever just came in out of it. */
  async function inRoom(room: string): Promise<void> {
    const until = performance.now() + 2000
    const there = (one: AmiMessage) => /^together(-seat)?$/.test(one.Context ?? '') && one.Exten === room && one.Application === 'ConfBridge'
    while ((await channels()).filter(there).length < 2 && performance.now() < until) await new Promise((go) => setTimeout(go, 30))
  }

  return {
    async bringIn({ callId, seat, number }) {
      const room = roomOf(callId)
      const all = await channels()
      const own = legOf(all, callId, seat)
      if (!own) return 'not_in_call'
      if (own.Context !== 'together-seat') {
        const other = all.find((one) => one !== own && own.BridgeId && one.BridgeId === own.BridgeId)
        if (!other) return 'not_in_call'
        await ami.do('Redirect', {
          Channel: other.Channel!, Context: 'together', Exten: room, Priority: 1,
          ExtraChannel: own.Channel!, ExtraContext: 'together-seat', ExtraExten: room, ExtraPriority: 1,
        })
        await inRoom(room)
      }
      const third = `${thirdsOf(room)}${randomBytes(4).toString('hex')}`
      await ami.do('Originate', {
        Channel: `Local/${asDialled(number)}@bring-in/n`, Context: 'together-third', Exten: room, Priority: 1, Async: 'true', Timeout: 60_000,
        ChannelId: third, OtherChannelId: `${third}-out`,
        Variable: [`__CC_CALL=${callId}`, `__ROOM=${room}`, `__SEAT=${seat}`, `THIRD=${asDialled(number)}`],
      })
      return 'rings'
    },

    inCall: async (callId, seat) => legOf(await channels(), callId, seat) !== undefined,

    async parties(callId) {
      return (await channels()).filter(isHere(roomOf(callId))).map((one): Party => ({
        id: one.Uniqueid!, number: /^Local\/(\d+)@/.exec(one.Channel ?? '')?.[1] ?? '', here: one.Context === 'together-third' && one.Application === 'ConfBridge',
      }))
    },

    async sendOut(callId, party) {
      const found = (await channels()).filter(isHere(roomOf(callId))).find((one) => one.Uniqueid === party)
      if (!found) return
      await ami.do('Hangup', { Channel: found.Channel! }).catch((problem: unknown) => {
        if (!(problem instanceof AmiRefused)) throw problem
      })
    },
  }
}
