/** Bad days of the switch: killed in mid-call, and a disk that fills up. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { strength } from '../../testing/sip.ts'
import { amRoot, scratchFolder } from '../host.ts'
import { recordings, spaceAlarm } from './spool.ts'
import { testLine } from './testing.ts'

test('kill -9 of the switch keeps what was recorded, its seats and its numbers; the next call is answered', async () => {
  await using line = await testLine()
  await using seat = await line.ready('seat-c1')
  await using phone = await line.citizen('05325550201')
  const call = await phone.call('153')
  const ringing = await seat.rings()
  call.hertz = 500
  ringing.hertz = 900
  ringing.answer()
  await call.hears(900)
  const file = `${ringing.told.get('x-akmasa-call')![0]}.raw`
  const seconds = async () => (await recordings(line.paths.recordings).read(file))?.seconds ?? 0
  await line.until(seconds, (found) => found > 3)
  const noticed = new Promise<void>((resolve) => line.desk.onConnection((here) => !here && resolve()))
  await line.kill()
  await noticed

  const kept = (await recordings(line.paths.recordings).read(file))!
  expect(kept.seconds).toBeGreaterThan(3)
  const left = new Int16Array(kept.bytes.buffer.slice(kept.bytes.byteOffset + 44)).filter((_, i) => i % 2 === 0)
  expect(strength(left.slice(-4000), 500)).toBeGreaterThan(1000)
  expect(line.desk.connected()).toBe(false)
  expect(await spaceAlarm(line.paths.noSpace).now()).toEqual([])

  const back = new Promise<void>((resolve) => line.desk.onConnection((here) => here && resolve()))
  await line.start()
  await back
  expect((await line.desk.snapshot()).seats).toMatchObject([{ seat: 'seat-c1', member: true, paused: false }])
  expect((await line.desk.snapshot()).live).toEqual([])
  expect(await seat.register()).toBe(200)
  await line.until(async () => (await line.desk.snapshot()).seats[0]?.reachable, Boolean)
  const again = await phone.call('153', { from: '05325550202' })
  const second = await seat.rings()
  second.hertz = 900
  second.answer()
  await again.hears(900)
  again.hangUp()
  expect(await line.rowOf('05325550202')).toMatchObject({ result: 'answered', seat: 'seat-c1' })
})

test.skipIf(!amRoot())('when the disk fills, recordings stop and calls go on; with space again they are recorded again', async () => {
  const small = mkdtempSync(join(scratchFolder(), 'akmasa-small-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m,mode=755', 'tmpfs', small])
  try {
    await using line = await testLine({ runDir: small, keepFreeMb: 4 })
    await line.watchDisk()
    await using seat = await line.ready('seat-c2')
    await using phone = await line.citizen('05325550210')
    const call = await phone.call('153')
    const ringing = await seat.rings()
    call.hertz = 500
    ringing.hertz = 900
    ringing.answer()
    await call.hears(900)

    const filler = join(small, 'spool/filler')
    const alarm = spaceAlarm(line.paths.noSpace)
    fillUpTo(2, small, filler)
    await line.until(() => alarm.now(), (found) => found[0]?.code === 'recordings.no_space')
    const file = join(line.paths.recordings, `${ringing.told.get('x-akmasa-call')![0]}.raw`)
    const size = await settled(() => statSync(file).size, line)
    await ringing.hears(500)
    await call.hears(900)
    expect(statSync(file).size).toBe(size)
    call.hangUp()
    expect(await line.rowOf('05325550210')).toMatchObject({ result: 'answered', recording: expect.any(String) })

    const unrecorded = await phone.call('153', { from: '05325550211' })
    const next = await seat.rings()
    next.answer()
    unrecorded.hangUp()
    expect(await line.rowOf('05325550211')).toMatchObject({ result: 'answered', recording: null })
    expect(line.records.some((one) => one.event === 'cc-unrecorded')).toBe(true)

    rmSync(filler)
    await line.until(() => alarm.now(), (found) => found.length === 0)
  } finally {
    execFileSync('umount', ['-l', small])
    rmSync(small, { recursive: true, force: true })
  }
})

/** Until only so many megabytes are left: under the mark, but the reserve for logs is there. */
function fillUpTo(megabytes: number, folder: string, file: string): void {
  const block = Buffer.alloc(1 << 16)
  const left = () => {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  }
  while (left() > megabytes << 20) writeFileSync(file, block, { flag: 'a' })
}

/** The value once it was the same on two questions a while apart. */
async function settled<T>(ask: () => T, line: { until<U>(ask: () => U, right: (found: U) => boolean): Promise<U> }): Promise<T> {
  let before: T | undefined
  let since = Date.now()
  return line.until(ask, (found) => {
    if (found !== before) [before, since] = [found, Date.now()]
    return Date.now() - since > 1500
  })
}
