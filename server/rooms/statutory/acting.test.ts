import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AttachmentId, CaseId } from '../../../contracts/cases.ts'
import { statutoryApi } from '../../../contracts/statutory.ts'
import { newId } from '../../platform/ids.ts'
import { operator, testDesk, type TestDesk } from '../../testing.ts'
import { makeCases } from '../cases/index.ts'
import { attachmentId, filesInMemory } from '../cases/testing.ts'
import { answer, extend, forward, noticeCost, pay, progress, reject, takeBack } from './acting.ts'
import { page } from './reading.ts'
import { aTownOfLaw, registered, stepId, type Town } from './testing.ts'

let desk: TestDesk
let town: Town
const files = filesInMemory()
beforeAll(async () => { desk = await testDesk('2026-03-02T09:00:00+03:00'); town = await aTownOfLaw(desk) })
afterAll(() => desk[Symbol.asyncDispose]())

const on = (day: string) => desk.clock.set(`${day}T10:00:00+03:00`)
const shown = async (caseId: CaseId) => (await desk.do((tx) => page(tx, { caseId }))).request!
const petition = async () => { on('2026-03-02'); return (await registered(desk, town)).caseId }
const information = async () => { on('2026-03-02'); return (await registered(desk, town, { statute: 'information' })).caseId }
const base = (caseId: CaseId, day: string) => ({ caseId, id: stepId(), on: day, delivery: 'post' as const })
type Do<F> = F extends (tx: never, given: infer G) => unknown ? G : never
const doing = <F extends (tx: never, given: never) => Promise<unknown>>(act: F, given: Do<F>) => desk.do((tx) => (act as unknown as (tx: unknown, given: unknown) => Promise<unknown>)(tx, given))

describe('the answer', () => {
  test('in writing ends the duty and leaves the case its own way', async () => {
    const caseId = await petition()
    on('2026-03-20')
    await doing(answer, { ...base(caseId, '2026-03-19'), words: 'Yol 15 Nisan’da onarılacak.', reference: 'E-123', attachmentIds: [] })
    expect(await shown(caseId)).toMatchObject({ state: 'answered', endedOn: '2026-03-19', late: false, level: 'ended', steps: [{}, { what: 'answered', on: '2026-03-19', facts: { delivery: 'post', reference: 'E-123', papers: [] } }] })
    expect(await desk.look(`select status from cases.case where id = $1`, [caseId])).toEqual([{ status: 'routed' }])
    await expect(doing(answer, { ...base(caseId, '2026-03-20'), words: 'Yeniden', attachmentIds: [] })).rejects.toMatchObject({ code: 'statute.cannot' })
  })
  test('after the last day is late, and kept as late', async () => {
    const caseId = await petition()
    on('2026-04-02')
    expect(await shown(caseId)).toMatchObject({ level: 'overdue' })
    await doing(answer, { ...base(caseId, '2026-04-02'), words: 'Yanıt', attachmentIds: [] })
    expect(await shown(caseId)).toMatchObject({ state: 'answered', late: true, dueOn: '2026-04-01' })
  })
  test('on the last day is in time', async () => {
    const caseId = await petition()
    on('2026-04-01')
    expect(await shown(caseId)).toMatchObject({ level: 'last', left: 0 })
    await doing(answer, { ...base(caseId, '2026-04-01'), words: 'Yanıt', attachmentIds: [] })
    expect(await shown(caseId)).toMatchObject({ late: false })
  })
  test('names the papers that lie with the case, and no others', async () => {
    const caseId = await petition(), id = attachmentId()
    const attach = makeCases(files).operations!.find((one) => one.name === 'attach')!
    await desk.do((tx) => attach.handler(tx, { caseId, id, name: 'yanit.pdf', file: Buffer.from('%PDF-1.4\n%%EOF') }, operator, {} as never))
    await expect(doing(answer, { ...base(caseId, '2026-03-02'), words: 'Ek', attachmentIds: [id, newId<AttachmentId>()] })).rejects.toMatchObject({ code: 'statute.unknown_attachment', field: 'attachmentIds' })
    await doing(answer, { ...base(caseId, '2026-03-02'), words: 'Ek', attachmentIds: [id] })
    expect((await shown(caseId)).steps.at(-1)!.facts.papers).toEqual([{ id, name: 'yanit.pdf' }])
  })
  test('a word on how far it is ends nothing', async () => {
    const caseId = await petition()
    await doing(progress, { ...base(caseId, '2026-03-02'), words: 'İnceleniyor.' })
    expect(await shown(caseId)).toMatchObject({ state: 'open', dueOn: '2026-04-01' })
  })
  test('sent twice is one', async () => {
    const caseId = await petition(), given = { ...base(caseId, '2026-03-02'), words: 'Yanıt', attachmentIds: [] }
    await doing(answer, given)
    await doing(answer, given)
    expect((await shown(caseId)).steps).toHaveLength(2)
  })
})

describe('the extension of law 4982', () => {
  test('gives thirty working days, once', async () => {
    const caseId = await information()
    on('2026-03-24')
    await doing(extend, { ...base(caseId, '2026-03-24'), reason: 'Başka birimden görüş bekleniyor' })
    expect(await shown(caseId)).toMatchObject({ dueOn: '2026-04-14', extendedOn: '2026-03-24', state: 'open' })
    await expect(doing(extend, { ...base(caseId, '2026-03-24'), reason: 'Yine' })).rejects.toMatchObject({ code: 'statute.already_extended' })
  })
  test('is refused after the fifteenth day', async () => {
    const caseId = await information()
    on('2026-03-25')
    await expect(doing(extend, { ...base(caseId, '2026-03-25'), reason: 'Geç' })).rejects.toMatchObject({ code: 'statute.extension_late', field: 'on' })
  })
  test('is nothing that a petition has', async () => {
    const caseId = await petition()
    for (const act of [() => doing(extend, { ...base(caseId, '2026-03-02'), reason: 'Uzun' }), () => doing(noticeCost, { ...base(caseId, '2026-03-02'), amount: '10.00', words: 'Kopya' }), () => doing(pay, base(caseId, '2026-03-02'))])
      await expect(act()).rejects.toMatchObject({ code: 'statute.not_of_this_law' })
  })
})

describe('the cost notice of law 4982', () => {
  test('stops the clock; paid, it goes on with what was left', async () => {
    const caseId = await information()
    on('2026-03-10')
    await doing(noticeCost, { ...base(caseId, '2026-03-10'), amount: '125.50', words: '50 sayfa kopya' })
    // Used are 3 to 9 March: five days. The feast is in between.
    expect(await shown(caseId)).toMatchObject({ state: 'waits_payment', dueOn: null, level: 'stopped', payBy: '2026-04-01' })
    await expect(doing(extend, { ...base(caseId, '2026-03-10'), reason: 'Dururken' })).rejects.toMatchObject({ code: 'statute.cannot' })
    on('2026-04-01')
    await doing(pay, { caseId, id: stepId(), on: '2026-04-01', reference: 'Makbuz 7' })
    expect(await shown(caseId)).toMatchObject({ state: 'open', dueOn: '2026-04-15' })
    await expect(doing(noticeCost, { ...base(caseId, '2026-04-01'), amount: '1', words: 'Yine' })).rejects.toMatchObject({ code: 'statute.already_noticed' })
  })
  test('after the last day does not save it', async () => {
    const caseId = await information()
    on('2026-03-25')
    await expect(doing(noticeCost, { ...base(caseId, '2026-03-25'), amount: '5', words: 'Kopya' })).rejects.toMatchObject({ code: 'statute.cost_late', field: 'on' })
  })
  test('paid after its fifteen working days is too late', async () => {
    const caseId = await information()
    on('2026-03-10')
    await doing(noticeCost, { ...base(caseId, '2026-03-10'), amount: '125', words: 'Kopya' })
    on('2026-04-02')
    await expect(doing(pay, { caseId, id: stepId(), on: '2026-04-02' })).rejects.toMatchObject({ code: 'statute.paid_late', field: 'on' })
  })
  test.each(['-5', '12.345', 'on lira', '', '1e9'])('an amount of “%s” is none', (amount) => {
    const read = statutoryApi.noticeCost.body.safeParse({ id: stepId(), on: '2026-03-02', delivery: 'post', amount, words: 'x' })
    expect(read.error?.issues.map((issue) => issue.path[0])).toEqual(['amount'])
  })
})

describe('what is not answered here', () => {
  test('is not examined on a ground of its own law', async () => {
    const caseId = await petition()
    await expect(doing(reject, { ...base(caseId, '2026-03-02'), ground: 'exempt', words: 'x' })).rejects.toMatchObject({ code: 'statute.wrong_ground', field: 'ground' })
    await doing(reject, { ...base(caseId, '2026-03-02'), ground: 'judicial', words: 'Davası süren bir iş.' })
    expect(await shown(caseId)).toMatchObject({ state: 'rejected', steps: [{}, { facts: { ground: 'judicial' } }] })
  })
  test('goes to whose matter it is, and the citizen is told', async () => {
    const caseId = await petition()
    await expect(doing(forward, base(caseId, '2026-03-02'))).rejects.toMatchObject({ code: 'statute.institution_needed', field: 'institution' })
    await expect(doing(forward, { ...base(caseId, '2026-03-02'), institutionId: newId<never>() })).rejects.toMatchObject({ code: 'statute.unknown_institution', field: 'institutionId' })
    await doing(forward, { ...base(caseId, '2026-03-02'), institutionId: town.institution('electric'), reference: 'E-9' })
    expect(await shown(caseId)).toMatchObject({ state: 'forwarded', steps: [{}, { what: 'forwarded', facts: { institution: { tr: 'electric' }, delivery: 'post', reference: 'E-9' } }] })
  })
})

describe('the day of a step', () => {
  test.each([['tomorrow', '2026-03-11', 'statute.day_future'], ['before the receipt', '2026-03-01', 'statute.day_early']])('is not %s', async (_, day, code) => {
    const caseId = await petition()
    on('2026-03-10')
    await expect(doing(answer, { ...base(caseId, day), words: 'x', attachmentIds: [] })).rejects.toMatchObject({ code, field: 'on' })
  })
  test('is not before the step before it', async () => {
    const caseId = await information()
    on('2026-03-10')
    await doing(noticeCost, { ...base(caseId, '2026-03-09'), amount: '125', words: 'Kopya' })
    await expect(doing(pay, { caseId, id: stepId(), on: '2026-03-08' })).rejects.toMatchObject({ code: 'statute.day_early', facts: { day: '2026-03-09' } })
  })
})

describe('a slip', () => {
  test('is taken back: the clock is as it was, and what was written stays to be read', async () => {
    const caseId = await information(), extension = stepId()
    await doing(extend, { ...base(caseId, '2026-03-02'), id: extension, reason: 'Yanlışlıkla' })
    await doing(answer, { ...base(caseId, '2026-03-02'), words: 'Yanlış dosyaya', attachmentIds: [] })
    await expect(doing(takeBack, { caseId, id: stepId(), step: extension, reason: 'x' })).rejects.toMatchObject({ code: 'statute.not_newest' })
    const { steps } = await shown(caseId)
    await doing(takeBack, { caseId, id: stepId(), step: steps.at(-1)!.id, reason: 'Başka başvurunun yanıtı' })
    expect(await shown(caseId)).toMatchObject({ state: 'open', dueOn: '2026-04-14', endedOn: null, steps: [{}, {}, { what: 'answered', takenBack: true }, { what: 'taken_back' }] })
    await doing(takeBack, { caseId, id: stepId(), step: extension, reason: 'Uzatma da yanlış' })
    expect(await shown(caseId)).toMatchObject({ dueOn: '2026-03-24', extendedOn: null })
    // Not used up by a slip.
    await doing(extend, { ...base(caseId, '2026-03-02'), reason: 'Şimdi gerçekten' })
    expect(await shown(caseId)).toMatchObject({ dueOn: '2026-04-14' })
  })
  test('there is nothing to take back of what was only registered', async () => {
    const caseId = await petition()
    const [first] = (await shown(caseId)).steps
    await expect(doing(takeBack, { caseId, id: stepId(), step: first!.id, reason: 'x' })).rejects.toMatchObject({ code: 'statute.not_newest' })
  })
})
test('two who answer at the same moment: one answer stands, the other is told', async () => {
  const caseId = await petition()
  let second: Promise<unknown> | undefined
  await desk.do(async (tx) => {
    await answer(tx, { ...base(caseId, '2026-03-02'), words: 'Birinci', attachmentIds: [] })
    second = expect(doing(answer, { ...base(caseId, '2026-03-02'), words: 'İkinci', attachmentIds: [] })).rejects.toMatchObject({ code: 'statute.cannot' })
    await desk.someoneWaits() // the race, held still
  })
  await second
})
