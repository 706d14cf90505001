import { appendFileSync, mkdtempSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CallRecord, Position } from '../../rooms/calls/index.ts'
import { callRecords, readRecords } from './logs.ts'
import { parseCallRecord } from './records.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'akmasa-logs-'))
  file = join(folder, 'Master.csv')
})
afterEach(() => rmSync(folder, { recursive: true }))

const lineOf = (n: number) => `"cc-arrived","1795469125.${String(n).padStart(6, '0')}","0532","153","line","PJSIP/trunk-0","App","id-${n}","id-${n}","","{""extra"":""dialled=153&caller=0532""}"\n`
const write = (...numbers: number[]) => appendFileSync(file, numbers.map(lineOf).join(''))
const ids = (records: CallRecord[]) => records.map((one) => Number(one.callId.slice(3)))

/** Everything from a position on. */
async function all(from?: Position): Promise<{ read: number[]; place: Position | undefined }> {
  const read: number[] = []
  let place = from
  for (;;) {
    const next = await readRecords(file, place)
    if (next.records.length === 0) return { read, place: next.place }
    read.push(...ids(next.records))
    place = next.place
  }
}

test('a line is read with its moment, its call and its facts', () => {
  expect(parseCallRecord(lineOf(7).trimEnd())).toEqual({
    event: 'cc-arrived', at: new Date(1795469125000), callId: 'id-7', legId: 'id-7', channel: 'PJSIP/trunk-0', number: '0532', extension: '153',
    app: 'App', peer: '', facts: { dialled: '153', caller: '0532' },
  })
  expect(parseCallRecord('"HANGUP","1795469125.1","a ""b"", c","","","x","","l","c","","{""hangupcause"":16,""hangupsource"":""PJSIP/a""}"')).toMatchObject({
    number: 'a "b", c', facts: { hangupcause: '16', hangupsource: 'PJSIP/a' },
  })
})

test.each(['', '"cc-arr', lineOf(1).slice(0, 60), '"a","b"', 'x'.repeat(500), '"cc","1","","","","","","","c","","{not json"'])('a torn line is none, or one without facts: %s', (line) => {
  expect(parseCallRecord(line)?.facts ?? {}).toEqual({})
})

test('reading goes on where it stopped, and the half of a line being written waits for its other half', async () => {
  write(1, 2)
  appendFileSync(file, lineOf(3).slice(0, 40))
  const first = await all()
  expect(first.read).toEqual([1, 2])
  appendFileSync(file, lineOf(3).slice(40))
  expect((await all(first.place)).read).toEqual([3])
})

test('a file set aside meanwhile is read to its end, and then those that came after it', async () => {
  write(1)
  const { place } = await all()
  write(2)
  renameSync(file, `${file}.0`)
  write(3)
  renameSync(`${file}.0`, `${file}.1`)
  renameSync(file, `${file}.0`)
  write(4)
  expect((await all(place)).read).toEqual([2, 3, 4])
})

test('when the file we stopped in is gone, everything left is read again: twice is harmless', async () => {
  write(1)
  const { place } = await all()
  unlinkSync(file)
  write(2, 3)
  expect((await all(place)).read).toEqual([2, 3])
})

test('a new file that got the old one’s inode is not taken for it', async () => {
  write(1, 2, 3)
  const { place } = await all()
  writeFileSync(file, '') // the same inode
  write(4, 5)
  expect((await all(place)).read).toEqual([4, 5])
})

test('nothing there yet is nothing to read', async () => {
  expect(await all()).toEqual({ read: [], place: undefined })
})

test('a follower has every line once and in order, takes one batch at a time, and asks again when taking failed', async () => {
  write(1, 2)
  const taken: number[] = []
  let places: Position[] = []
  let failing = true
  let inside = 0
  let done = () => {}
  const enough = new Promise<void>((resolve) => (done = resolve))
  const problems: unknown[] = []
  const follower = callRecords(file, (problem) => problems.push(problem)).follow(undefined, async (records, reached) => {
    expect(++inside).toBe(1)
    await Promise.resolve()
    inside--
    if (failing) {
      failing = false
      write(3)
      throw new Error('the database is away')
    }
    taken.push(...ids(records))
    places = [...places, reached]
    if (taken.includes(3) && !taken.includes(4)) write(4)
    if (taken.includes(4)) done()
  })
  await enough
  await follower.stop()
  expect(taken).toEqual([1, 2, 3, 4])
  expect(problems).toEqual([new Error('the database is away')])
  expect((await all(places.at(-1))).read).toEqual([])
})
