import { beforeEach, describe, expect, test } from 'vitest'
import type { CaseId } from '../../../contracts/cases.ts'
import { messages as templates } from '../../demo/index.ts'
import { testDesk, type TestDesk } from '../../testing.ts'
import { seeding } from '../cases/testing.ts'
import { makeContact, seedTemplates } from '../contact/index.ts'
import { answer, extend, forward, noticeCost, progress, reject, takeBack } from './acting.ts'
import { page } from './reading.ts'
import { aTownOfLaw, registered, stepId, type Town } from './testing.ts'
import { watch } from './watching.ts'

let desk: TestDesk
let town: Town
const contact = makeContact(undefined)
beforeEach(async () => {
  desk = await testDesk('2026-03-02T09:00:00+03:00')
  town = await aTownOfLaw(desk)
  await desk.as(seeding, (tx) => seedTemplates(tx, templates))
  return () => desk[Symbol.asyncDispose]()
})
const reachable = { phone: '+905320000001', mayMessage: true }
const written = async (caseId: CaseId) => {
  await desk.settle(contact)
  return (await desk.look<{ text: string }>('select text from contact.message where case_id = $1 order by at, id', [caseId])).map((row) => row.text.replace(/\d{4}-\d{6}/g, 'NO'))
}
const ledger = (caseId: CaseId) => desk.look(`select channel, what, true_news as news, words, at from contact.word where case_id = $1 and message_id is null order by at`, [caseId])
const base = (caseId: CaseId, on = '2026-03-02') => ({ caseId, id: stepId(), on, delivery: 'post' as const })

describe('the ledger of the case', () => {
  test('has the letter, on the day it went, and every word in it', async () => {
    const { caseId } = await registered(desk, town)
    desk.clock.set('2026-03-05T09:00:00+03:00')
    await desk.do((tx) => progress(tx, { ...base(caseId, '2026-03-04'), delivery: 'email', words: 'İnceleniyor.' }))
    await desk.do((tx) => answer(tx, { ...base(caseId, '2026-03-05'), delivery: 'by_hand', words: 'Onarılacak.', attachmentIds: [] }))
    expect(await ledger(caseId)).toEqual([
      { channel: 'mail', what: 'statute-progress', news: true, words: 'İnceleniyor.', at: new Date('2026-03-04T12:00:00+03:00') },
      { channel: 'counter', what: 'statute-answered', news: true, words: 'Onarılacak.', at: new Date('2026-03-05T09:00:00+03:00') },
    ])
  })
})

describe('a short message beside the letter', () => {
  test('tells the reason and the new last day, once', async () => {
    const { caseId } = await registered(desk, town, { statute: 'information', ...reachable })
    await desk.do((tx) => extend(tx, { ...base(caseId), reason: 'Arşivden belge bekleniyor' }))
    const all = await written(caseId)
    expect(all.at(-1)).toBe('Tatvan Belediyesi: NO numaralı başvurunuzun yanıt süresini uzattık. Neden: Arşivden belge bekleniyor. Son gün: 14 Nisan 2026 Salı. Bilgi: 153')
    expect(await written(caseId)).toEqual(all)
  })
  test('tells what it costs and until when, in her language', async () => {
    const { caseId } = await registered(desk, town, { statute: 'information', ...reachable, language: 'en' })
    await desk.do((tx) => noticeCost(tx, { ...base(caseId), amount: '1250.5', words: 'Kopya' }))
    expect((await written(caseId)).at(-1)).toBe('Tatvan Municipality: There is a fee for your application NO. Amount: 1,250.50 TL. Pay by: Tuesday 24 March 2026. Questions: 153')
  })
  test('that it went to another body, and why it was not examined', async () => {
    const one = await registered(desk, town, reachable), other = await registered(desk, town, { ...reachable, phone: '+905320000002' })
    await desk.do((tx) => forward(tx, { ...base(one.caseId), institutionId: town.institution('electric') }))
    await desk.do((tx) => reject(tx, { ...base(other.caseId), ground: 'judicial', words: 'Davası var.' }))
    expect([(await written(one.caseId)).at(-1), (await written(other.caseId)).at(-1)]).toEqual([
      'Tatvan Belediyesi: NO numaralı başvurunuzu yetkili yere gönderdik. Kurum: electric. Bilgi: 153', 'Tatvan Belediyesi: NO numaralı başvurunuzu işleme alamadık. Neden: Konu yargının görevinde. Bilgi: 153'])
  })
  test('does not follow an answer that was put into her hand', async () => {
    const { caseId } = await registered(desk, town, reachable)
    const before = await written(caseId)
    await desk.do((tx) => answer(tx, { ...base(caseId), delivery: 'by_hand', words: 'Onarıldı', attachmentIds: [] }))
    expect(await written(caseId)).toEqual(before)
  })
  test('is corrected when what it told of was a slip', async () => {
    const { caseId } = await registered(desk, town, reachable)
    await desk.do((tx) => answer(tx, { ...base(caseId), words: 'Yanlış', attachmentIds: [] }))
    expect((await written(caseId)).at(-1)).toMatch(/yazılı yanıt verdik/)
    const last = (await desk.do((tx) => page(tx, { caseId }))).request!.steps.at(-1)!
    await desk.do((tx) => takeBack(tx, { caseId, id: stepId(), step: last.id, reason: 'Başka dosya' }))
    expect((await written(caseId)).at(-1)).toMatch(/düzelttik/)
  })
  test('says that it counts as withdrawn; a warning of ours is never hers to read', async () => {
    const { caseId } = await registered(desk, town, { statute: 'information', ...reachable })
    desk.clock.set('2026-03-09T10:00:00+03:00')
    await watch(desk.db)
    expect((await written(caseId)).filter((text) => /kalan|uyarı/i.test(text))).toEqual([])
    await desk.do((tx) => noticeCost(tx, { ...base(caseId, '2026-03-09'), amount: '10', words: 'Kopya' }))
    desk.clock.set('2026-04-02T10:00:00+03:00')
    await watch(desk.db)
    expect((await written(caseId)).at(-1)).toMatch(/vazgeçmiş sayıldınız/)
  })
})
