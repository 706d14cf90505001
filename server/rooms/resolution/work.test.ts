import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AttachmentId, CaseId, Opened } from '../../../contracts/cases.ts'
import { afterAct, type ActId, missingShots, type Order, type OrderId, tooLate } from '../../../contracts/work.ts'
import { newId } from '../../platform/ids.ts'
import { operator, supervisor } from '../../testing.ts'
import { attach, makeCases, undoNewest } from '../cases/index.ts'
import { opened } from '../cases/testing.ts'
import { act, finishPart, partEvidence, useAsEvidence } from './work-acts.ts'
import { onMoved, undone } from './work-moves.ts'
import { crewPhoto, myOrders } from './work-crew.ts'
import { picture, works, type Works } from './work-testing.ts'
import { cancelOrder, changeOrder, makeOrder, orderEvents, orders, partWork, takeBackDone } from './work.ts'

let w: Works
beforeAll(async () => { w = await works() })
afterAll(() => w[Symbol.asyncDispose]())

const roads = () => w.town.officer('roads'), waters = () => w.town.officer('water')
const change = (order: Order, more: Partial<Order> & { crewId?: Works['crews']['road'] | null } = {}, by = roads()) => w.as(by, (tx) => changeOrder(tx, {
  orderId: order.id, version: order.version, what: order.what, from: order.from, to: order.to, notes: order.notes, contact: order.contact, crewId: order.crew?.id ?? null, ...more,
}, by))
const given = async (made: Opened) => ({
  road: await change(await w.orderOf(made.id, 'roads'), { crewId: w.crews.road }),
  water: await change(await w.orderOf(made.id, 'water'), { crewId: w.crews.water }, waters()),
})
const status = async (id: CaseId) => (await w.look<{ status: string }>('select status from cases.case where id = $1', [id]))[0]!.status
const part = async (id: CaseId, slug: 'roads' | 'water') => (await w.look<{ status: string }>('select status from cases.task where case_id = $1 and directorate_id = $2', [id, w.town.directorate(slug)]))[0]!.status
const entries = async (id: CaseId, what: string) => (await w.look<{ facts: Record<string, unknown>; by: string }>('select facts, by from cases.entry where case_id = $1 and what = $2 order by at, id', [id, what]))
const said = async (id: CaseId) => (await w.look<{ text: string }>(`select text from contact.message where case_id = $1 and template = 'work-date-changed' order by at`, [id])).map((row) => row.text)

describe('what an act makes of an order', () => {
  test('goes forward and never back, and says nothing to what lies with no crew', () => {
    expect(afterAct('assigned', 'started')).toBe('started')
    expect(afterAct('started', 'on_the_way')).toBe('started')
    expect(afterAct('started', 'done')).toBe('done')
    expect(afterAct('started', 'cannot')).toBe('cannot')
    expect(afterAct('done', 'started')).toBe('done')
    expect(afterAct('cancelled', 'done')).toBe('cancelled')
    expect(afterAct('started', 'note')).toBe('started')
  })
  test('too late is named; a photograph of what is done is not', () => {
    expect([tooLate('cancelled', 'after'), tooLate('cannot', 'done'), tooLate('done', 'cannot'), tooLate('done', 'after'), tooLate('assigned', 'done')]).toEqual(['cancelled', 'taken_back', 'done', null, null])
  })
  test('missing evidence is what the rule wants and nobody photographed', () => {
    expect(missingShots('before_and_after', [{ shot: 'after' }])).toEqual(['before'])
    expect(missingShots('after', [{ shot: 'before' }])).toEqual(['after'])
    expect(missingShots('none', [])).toEqual([])
  })
})

describe('an agreed proposal', () => {
  test('makes one draft of each part, however often it is heard, with its days and words and nobody’s telephone', async () => {
    const made = await w.agreed()
    const [moved] = await w.look<{ id: never }>(`select id from cases.move where case_id = $1 and move = 'agree_by_rule'`, [made.id])
    await w.as({ ...operator, id: 'system:again', scope: 'system' }, (tx) => onMoved(tx, { caseId: made.id, move: 'agree_by_rule', moveId: moved!.id, from: 'proposed', to: 'planned' }))
    const all = await w.ordersOf(made.id)
    expect(all).toHaveLength(2)
    expect(all.map(({ status, from, to, what, contact, place, crew }) => ({ status, from, to, what, contact, place, crew }))).toEqual(expect.arrayContaining([
      { status: 'draft', from: '2026-11-24', to: '2026-11-25', what: 'Çukur asfaltla kapatılacak', contact: null, place: 'Saray Mahallesi', crew: null },
      { status: 'draft', from: '2026-11-24', to: '2026-11-25', what: 'Rögar kapağı yükseltilecek', contact: null, place: 'Saray Mahallesi', crew: null },
    ]))
    expect(all.map((order) => order.number).sort()).toEqual([`${made.number}/1`, `${made.number}/2`])
  })
  test('can be split into several orders, and a crew of another directorate gets none of it', async () => {
    const made = await w.agreed(), id = newId<OrderId>()
    const more = { what: 'Kaldırım onarımı', from: '2026-11-25', to: '2026-11-25', crewId: w.crews.road2, notes: null, contact: { name: 'Ayşe Yıldız', phone: '+905320000001' } }
    for (let i = 0; i < 2; i++) expect(await w.as(roads(), (tx) => makeOrder(tx, { caseId: made.id, id, ...more }, roads()))).toMatchObject({ status: 'assigned', number: `${made.number}/3` })
    await expect(w.as(roads(), (tx) => makeOrder(tx, { caseId: made.id, id: newId<OrderId>(), ...more, crewId: w.crews.water }, roads()))).rejects.toMatchObject({ code: 'order.unknown_crew' })
    await expect(w.as(roads(), (tx) => makeOrder(tx, { caseId: made.id, id: newId<OrderId>(), ...more, to: '2026-11-24' }, roads()))).rejects.toMatchObject({ code: 'order.dates' })
    await expect(w.as(roads(), (tx) => makeOrder(tx, { caseId: made.id, id: newId<OrderId>(), ...more, from: null, to: null }, roads()))).rejects.toMatchObject({ code: 'order.crew_needs_dates' })
    const finance = w.town.officer('finance')
    await expect(w.as(finance, (tx) => makeOrder(tx, { caseId: made.id, id: newId<OrderId>(), ...more }, finance))).rejects.toMatchObject({ code: 'case.not_found' })
    await expect(change(await w.orderOf(made.id, 'water'), {}, roads())).rejects.toMatchObject({ code: 'order.not_found' })
    expect(await w.as(w.road2, (tx) => myOrders(tx, {}, w.road2))).toEqual(expect.arrayContaining([expect.objectContaining({ id, contact: { name: 'Ayşe Yıldız', phone: '+905320000001' } })]))
  })
  test('two at the desk who change one order at once: the later is told', async () => {
    const made = await w.agreed(), order = await w.orderOf(made.id, 'roads')
    await change(order, { notes: 'Anahtar muhtarda' })
    await expect(change(order, { notes: 'Anahtar okulda' })).rejects.toMatchObject({ code: 'order.newer' })
  })
})

describe('the crew’s work', () => {
  test('begins the part when it is started first, finishes it with the last order, and the case is solved when all parts are', async () => {
    const made = await w.agreed(), { road, water } = await given(made)
    await w.act(w.road, road.id, 'on_the_way')
    expect([await status(made.id), await part(made.id, 'roads')]).toEqual(['planned', 'ready'])
    await w.act(w.road, road.id, 'started')
    expect([await status(made.id), await part(made.id, 'roads'), await part(made.id, 'water')]).toEqual(['in_progress', 'working', 'ready'])
    await w.act(w.road, road.id, 'done', 'İki kat serildi')
    expect([await status(made.id), await part(made.id, 'roads')]).toEqual(['in_progress', 'done'])
    // Nobody pressed "started": it was begun all the same.
    await w.act(w.water, water.id, 'done')
    expect([await status(made.id), await part(made.id, 'water')]).toEqual(['resolved', 'done'])
    expect(await entries(made.id, 'order_done')).toMatchObject([{ facts: { crew: 'Yol 1', words: 'İki kat serildi' }, by: w.road.id }, { by: w.water.id }])
    await w.heard()
    expect((await w.ordersOf(made.id)).map((order) => order.status)).toEqual(['done', 'done'])
  })
  test('is not finished while another order of the part is open', async () => {
    const made = await w.agreed(), { road } = await given(made)
    await w.as(roads(), (tx) => makeOrder(tx, { caseId: made.id, id: newId<OrderId>(), what: 'İkinci gün', from: '2026-11-25', to: '2026-11-25', crewId: w.crews.road2, notes: null, contact: null }, roads()))
    await w.act(w.road, road.id, 'done')
    expect(await part(made.id, 'roads')).toBe('working')
    await expect(w.as(roads(), (tx) => finishPart(tx, { caseId: made.id }, roads()))).rejects.toMatchObject({ code: 'order.still_open', facts: { count: 1 } })
  })
  test('without the evidence that the topic asks for is not done, and what is missing is named', async () => {
    const made = await w.agreed('before_and_after'), { road } = await given(made)
    await expect(w.act(w.road, road.id, 'done')).rejects.toMatchObject({ code: 'order.both_missing' })
    await w.photo(w.road, road.id, 'before')
    await expect(w.act(w.road, road.id, 'done')).rejects.toMatchObject({ code: 'order.after_missing' })
    await w.photo(w.road, road.id, 'after')
    expect(await w.act(w.road, road.id, 'done')).toEqual({ late: null, status: 'done' })
    expect(await part(made.id, 'roads')).toBe('done')
    const kept = await w.look<{ name: string; by: string }>('select name, by from cases.attachment where case_id = $1 order by name', [made.id])
    expect(kept).toEqual([{ name: `is-emri-${road.number.replace('/', '-')}-once`, by: w.road.id }, { name: `is-emri-${road.number.replace('/', '-')}-sonra`, by: w.road.id }])
  })
  test('may lean on what the citizen photographed before', async () => {
    const made = await w.agreed('before_and_after'), { road } = await given(made), attachmentId = newId<AttachmentId>()
    await w.do((tx) => attach(tx, w.files, { caseId: made.id, id: attachmentId, name: 'vatandas.png', file: picture(7) }, operator))
    await w.as(roads(), (tx) => useAsEvidence(tx, { orderId: road.id, attachmentId, shot: 'before' }, roads()))
    await w.photo(w.road, road.id, 'after')
    expect(await w.act(w.road, road.id, 'done')).toMatchObject({ status: 'done' })
  })
  test('a text is no photograph', async () => {
    const made = await w.agreed('after'), { road } = await given(made)
    await expect(crewPhoto(w.db, w.files, { orderId: road.id, id: newId<AttachmentId>(), shot: 'after', file: Buffer.from('fotoğraf') }, w.road)).rejects.toMatchObject({ code: 'order.no_picture' })
    expect((await w.orderOf(made.id, 'roads')).photos).toEqual([])
  })
})

test('sent in any order, each thing twice, until all is taken: one done, two photographs, the same state', async () => {
  const made = await w.agreed('before_and_after')
  const orderings = permutations(['started', 'before', 'after', 'done'] as const)
  const order = await w.orderOf(made.id, 'roads')
  const ids: OrderId[] = []
  for (const [i, sent] of orderings.entries()) {
    const id = newId<OrderId>()
    ids.push(id)
    await w.as(roads(), (tx) => makeOrder(tx, { caseId: made.id, id, what: `${order.what} ${i}`, from: '2026-11-24', to: '2026-11-25', crewId: w.crews.road, notes: null, contact: null }, roads()))
    const acts = { started: newId<ActId>(), done: newId<ActId>() }, shots = { before: newId<AttachmentId>(), after: newId<AttachmentId>() }
    const send = (what: (typeof sent)[number]): Promise<unknown> => what === 'before' || what === 'after'
      ? crewPhoto(w.db, w.files, { orderId: id, id: shots[what], shot: what, file: picture(what === 'before' ? 1 : 2) }, w.road)
      : w.act(w.road, id, what, undefined, acts[what])
    let waiting = sent.flatMap((what) => [what, what])
    while (waiting.length) {
      const refused: typeof waiting = []
      for (const what of waiting) await send(what).catch((error: { code: string }) => { expect(error.code).toMatch(/_missing$/); refused.push(what) })
      expect(refused.length).toBeLessThan(waiting.length)
      waiting = refused
    }
  }
  const all = (await w.ordersOf(made.id)).filter((one) => ids.includes(one.id))
  expect(all.map((one) => [one.status, one.photos.map((photo) => photo.shot).sort()])).toEqual(ids.map(() => ['done', ['after', 'before']]))
  expect(await w.look(`select count(*)::int as n from resolution.order_event where order_id = any($1) and what = 'done'`, [ids])).toEqual([{ n: ids.length }])
})
function permutations<T>(of: readonly T[]): T[][] {
  return of.length < 2 ? [[...of]] : of.flatMap((one, i) => permutations([...of.slice(0, i), ...of.slice(i + 1)]).map((rest) => [one, ...rest]))
}

describe('what comes too late', () => {
  test('for a cancelled order changes nothing; note and photograph lie with the case', async () => {
    const made = await w.agreed(), { road } = await given(made)
    await w.as(roads(), (tx) => cancelOrder(tx, { orderId: road.id, reason: 'Yol karayollarına geçti' }, roads()))
    const id = newId<ActId>(), shot = newId<AttachmentId>()
    for (let i = 0; i < 2; i++) expect(await w.act(w.road, road.id, 'done', 'Yaptık bile', id)).toEqual({ late: 'cancelled', status: 'cancelled' })
    expect(await crewPhoto(w.db, w.files, { orderId: road.id, id: shot, shot: 'after', file: picture(9) }, w.road)).toEqual({ late: 'cancelled', status: 'cancelled' })
    expect(await entries(made.id, 'order_late')).toMatchObject([{ facts: { act: 'done', because: 'cancelled', words: 'Yaptık bile' }, by: w.road.id }])
    expect((await w.orderOf(made.id, 'roads')).photos).toMatchObject([{ id: shot, shot: 'after' }])
    expect(await part(made.id, 'roads')).toBe('ready')
    expect(await w.as(w.road, (tx) => myOrders(tx, {}, w.road))).toEqual(expect.arrayContaining([expect.objectContaining({ id: road.id, status: 'cancelled', reason: 'Yol karayollarına geçti' })]))
  })
  test('from the crew that had it before is kept, and the new crew’s order stays as it is', async () => {
    const made = await w.agreed(), { road } = await given(made)
    await change(road, { crewId: w.crews.road2 })
    expect(await w.act(w.road, road.id, 'done', 'Bitirdik')).toEqual({ late: 'given_away', status: 'assigned' })
    expect(await w.act(w.road2, road.id, 'started')).toEqual({ late: null, status: 'started' })
    await expect(w.act(w.water, road.id, 'started')).rejects.toMatchObject({ code: 'order.not_found' })
  })
  test('an act’s id of another order is nothing', async () => {
    const made = await w.agreed(), { road } = await given(made), other = await given(await w.agreed()), id = newId<ActId>()
    await w.act(w.road, road.id, 'started', undefined, id)
    await expect(w.act(w.road, other.road.id, 'started', undefined, id)).rejects.toMatchObject({ code: 'order.not_found' })
  })
})

describe('what cannot be done', () => {
  test('goes back to the directorate with the reason, which is needed', async () => {
    const made = await w.agreed(), { road } = await given(made)
    await expect(w.act(w.road, road.id, 'cannot')).rejects.toMatchObject({ code: 'order.words_needed' })
    await w.act(w.road, road.id, 'cannot', 'Üstünde araç var')
    const [first] = await w.as(roads(), (tx) => orders(tx, { status: undefined }, roads()))
    expect(first).toMatchObject({ id: road.id, status: 'cannot', reason: 'Üstünde araç var' })
    expect(await entries(made.id, 'order_cannot')).toMatchObject([{ facts: { reason: 'Üstünde araç var', crew: 'Yol 1' } }])
    await w.heard()
    expect(await said(made.id)).toEqual([])
  })
  test('is told to the citizen only with other days, each change once', async () => {
    const made = await w.agreed(), { road } = await given(made)
    await w.act(w.road, road.id, 'cannot', 'Üstünde araç var')
    const again = await change(await w.orderOf(made.id, 'roads'), { crewId: w.crews.road2 })
    await w.heard()
    expect(await said(made.id)).toEqual([])
    await change(again, { from: '2026-11-26', to: '2026-11-27' })
    await w.heard()
    expect(await said(made.id)).toEqual([`Tatvan Belediyesi: ${made.number} numaralı başvurunuzdaki işin günü değişti. Yeni gün: 24 Kasım 2026 Salı – 27 Kasım 2026 Cuma. İşi yapan birim: roads. Bilgi: 153`])
    await change(await w.orderOf(made.id, 'roads'), { notes: 'Sabah erken' })
    await w.heard()
    expect(await said(made.id)).toHaveLength(1)
  })
})

describe('orders follow their case', () => {
  test('ended, they end; the end taken back, they lie with the crew again', async () => {
    const made = await w.agreed(), { road } = await given(made)
    const id = await w.move(made.id, 'cancel')
    await w.heard()
    expect((await w.ordersOf(made.id)).map((order) => [order.status, order.reason])).toEqual([['cancelled', 'move:cancel'], ['cancelled', 'move:cancel']])
    await w.as(supervisor, async (tx) => undone(tx, await undoNewest(tx, { caseId: made.id, moveId: id, reason: 'Yanlış basıldı' }, supervisor)))
    expect(await w.orderOf(made.id, 'roads')).toMatchObject({ id: road.id, status: 'assigned', crew: { name: 'Yol 1' }, reason: null })
  })
  test('whoever is left out by the desk has no order left', async () => {
    const made = await w.agreed()
    await given(made)
    const route = makeCases(w.files).operations!.find((one) => one.name === 'routeCase')!
    await w.do((tx) => route.handler(tx, { caseId: made.id, lead: w.town.directorate('roads'), supporting: [], reason: 'Su işi yok' }, operator, undefined as never))
    await w.heard()
    expect(await w.orderOf(made.id, 'water')).toMatchObject({ status: 'cancelled' })
  })
  test('a beginning taken back gives the order back to the crew; a finish taken back opens its last order', async () => {
    const made = await w.agreed(), { road } = await given(made), by = supervisor
    const newest = async () => (await w.look<{ id: never }>('select id from cases.move where case_id = $1 and undone_at is null order by n desc limit 1', [made.id]))[0]!.id
    await w.act(w.road, road.id, 'started')
    await w.as(by, async (tx) => undone(tx, await undoNewest(tx, { caseId: made.id, moveId: await newest(), reason: 'Yanlış' }, by)))
    expect([(await w.orderOf(made.id, 'roads')).status, await status(made.id)]).toEqual(['assigned', 'planned'])
    await w.act(w.road, road.id, 'done')
    await w.as(by, async (tx) => undone(tx, await undoNewest(tx, { caseId: made.id, moveId: await newest(), reason: 'Yanlış' }, by)))
    await w.heard()
    expect([(await w.orderOf(made.id, 'roads')).status, await part(made.id, 'roads')]).toEqual(['started', 'working'])
    await w.act(w.road, road.id, 'done')
    expect(await part(made.id, 'roads')).toBe('done')
  })
  test('an agreement taken back and made again drafts the orders once more', async () => {
    const made = await w.agreed(), by = supervisor
    const [moved] = await w.look<{ id: never }>(`select id from cases.move where case_id = $1 and move = 'agree_by_rule'`, [made.id])
    await w.as(by, async (tx) => undone(tx, await undoNewest(tx, { caseId: made.id, moveId: moved!.id, reason: 'Yanlış' }, by)))
    expect((await w.ordersOf(made.id)).map((order) => order.status)).toEqual(['cancelled', 'cancelled'])
    await w.agree(made.id)
    await w.heard()
    expect((await w.ordersOf(made.id)).map((order) => order.status).sort()).toEqual(['cancelled', 'cancelled', 'draft', 'draft'])
  })
  test('a done taken back by the directorate opens the part, and what was not fixed counts no more', async () => {
    const made = await w.agreed(), { road, water } = await given(made)
    await w.act(w.road, road.id, 'done')
    await w.act(w.water, water.id, 'done')
    expect(await w.as(roads(), (tx) => takeBackDone(tx, { orderId: road.id, reason: 'Asfalt çöktü' }, roads()))).toMatchObject({ status: 'started' })
    expect([await status(made.id), await part(made.id, 'roads')]).toEqual(['in_progress', 'working'])
    await w.act(w.road, road.id, 'done')
    await w.move(made.id, 'not_fixed')
    await w.heard()
    expect([await status(made.id), await part(made.id, 'roads')]).toEqual(['reopened', 'taken'])
    await expect(w.as(roads(), (tx) => takeBackDone(tx, { orderId: road.id, reason: 'x' }, roads()))).rejects.toMatchObject({ code: 'order.not_done' })
  })
  test('an emergency has its orders at once; started is begun, done is solved', async () => {
    const made = await opened(w, w.town, { kind: 'emergency' })
    await w.heard()
    const all = await w.ordersOf(made.id)
    expect(all.map((order) => [order.status, order.emergency])).toEqual([['draft', true], ['draft', true]])
    const road = await change(await w.orderOf(made.id, 'roads'), { crewId: w.crews.road, from: '2026-11-23', to: '2026-11-23' })
    await w.act(w.road, road.id, 'started')
    expect([await status(made.id), await part(made.id, 'roads')]).toEqual(['in_progress', 'working'])
    await w.act(w.road, road.id, 'done')
    await w.heard()
    expect([await part(made.id, 'roads'), await part(made.id, 'water')]).toEqual(['done', 'open'])
  })
  test('an emergency of which somebody tips us off carries none of her words, and what only wants an answer has no order', async () => {
    await w.look(`update routing.topic set emergency = true where slug = 'pipe'`)
    const tip = await opened(w, w.town, { kind: 'tip_off', topicId: w.town.topic('pipe'), answers: {}, said: 'Ben üst kattaki Ali, boruyu kıran komşum' })
    const praise = await opened(w, w.town, { kind: 'suggestion', topicId: w.town.topic('pipe'), answers: {} })
    await w.heard()
    expect((await w.ordersOf(tip.id)).map((order) => [order.what, order.emergency])).toEqual([['pipe', true]])
    expect(await w.ordersOf(praise.id)).toEqual([])
  })
  test('while a case is on hold the work stands, and the part is begun when the case goes on', async () => {
    const made = await w.agreed(), { road } = await given(made)
    await w.move(made.id, 'hold', roads())
    await w.act(w.road, road.id, 'done')
    expect([await status(made.id), await part(made.id, 'roads'), (await w.orderOf(made.id, 'roads')).status]).toEqual(['on_hold', 'ready', 'done'])
    await w.move(made.id, 'resume', roads())
    await w.heard()
    expect([await status(made.id), await part(made.id, 'roads')]).toEqual(['in_progress', 'done'])
  })
})

describe('by hand', () => {
  test('a directorate without crews does its draft itself', async () => {
    const made = await w.agreed(), order = await w.orderOf(made.id, 'roads'), hands = { directorateId: roads().directorateId }
    const does = (what: 'on_the_way' | 'started' | 'done') => w.as(roads(), (tx) => act(tx, { orderId: order.id, id: newId<ActId>(), act: what }, hands))
    expect([(await does('on_the_way')).status, (await does('started')).status]).toEqual(['draft', 'started'])
    expect(await part(made.id, 'roads')).toBe('working')
    expect(await change(await w.orderOf(made.id, 'roads'), { notes: 'İkinci kat yarın' })).toMatchObject({ status: 'started', crew: null })
    await does('done')
    expect(await part(made.id, 'roads')).toBe('done')
    await expect(w.as(waters(), (tx) => act(tx, { orderId: order.id, id: newId<ActId>(), act: 'note', words: 'x' }, { directorateId: waters().directorateId }))).rejects.toMatchObject({ code: 'order.not_found' })
  })
  test('a part is finished with its evidence', async () => {
    const made = await w.agreed('after')
    const order = await w.orderOf(made.id, 'roads')
    await w.as(roads(), (tx) => cancelOrder(tx, { orderId: order.id, reason: 'Elle' }, roads()))
    await expect(w.as(roads(), (tx) => finishPart(tx, { caseId: made.id }, roads()))).rejects.toMatchObject({ code: 'order.after_missing' })
    expect(await w.as(roads(), (tx) => partWork(tx, { caseId: made.id }, roads()))).toMatchObject({ missing: ['after'], mayFinish: false })
    await w.as(roads(), (tx) => partEvidence(tx, w.files, { caseId: made.id, id: newId<AttachmentId>(), shot: 'after', file: picture(30) }, roads()))
    expect(await w.as(roads(), (tx) => partWork(tx, { caseId: made.id }, roads()))).toMatchObject({ missing: [], mayFinish: true })
    await w.as(roads(), (tx) => finishPart(tx, { caseId: made.id, words: 'Kendi aracımızla yapıldı' }, roads()))
    expect(await part(made.id, 'roads')).toBe('done')
  })
})

test('what was done to an order is told with names', async () => {
  const made = await w.agreed(), { road } = await given(made)
  await w.act(w.road, road.id, 'started')
  expect((await w.as(roads(), (tx) => orderEvents(tx, { orderId: road.id }))).map((event) => [event.what, event.by])).toEqual([['made', null], ['changed', null], ['started', 'Yol Ustası']])
})
