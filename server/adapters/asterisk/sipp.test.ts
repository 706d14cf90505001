import { expect, test } from 'vitest'
import { sippCall } from '../../../journeys/support/caller.ts'
import { rms } from './audio.ts'
import { recordings } from './spool.ts'
import { testLine } from './testing.ts'

test('a telephone that is not ours (SIPp) reaches an operator, and her Turkish complaint is in the recording', async () => {
  await using line = await testLine()
  await using seat = await line.ready('seat-d1')
  await using caller = await sippCall({ sip: `sip:153@127.0.0.1:${line.ports.sip}`, from: '05325550301', words: 'Sokağımızda su patladı, üç gündür kimse gelmedi.' })
  const ringing = await seat.rings()
  ringing.answer()
  await line.until(() => rms(ringing.heard().slice(-8000)), (level) => level > 500)
  ringing.hangUp()
  expect(await caller.over).toBe(0)
  const row = await line.rowOf('05325550301')
  expect(row).toMatchObject({ result: 'answered', hungUpBy: 'operator' })
  const citizen = async () => {
    const { bytes } = (await recordings(line.paths.recordings).read(row.recording!))!
    return rms(new Int16Array(bytes.buffer.slice(bytes.byteOffset + 44, bytes.byteOffset + bytes.length)).filter((_, i) => i % 2 === 0))
  }
  await line.until(citizen, (level) => level > 500)
})
