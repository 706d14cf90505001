import { expect, test } from 'vitest'
import type { Citizen } from '../../../../contracts/citizens.ts'
import type { Route, Topic } from '../../../../contracts/routing.ts'
import { OpenCase } from '../../../../contracts/cases.ts'
import { aboutTopic, empty, fromDraft, gaps, spokenBy, toCase, untouched, type Intake } from './intake.ts'

const both = (s: string) => ({ tr: s, en: s })
const uuid = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
const topic = {
  id: uuid(1), slug: 'buz', name: both('Buz'), group: both('Kış'), synonyms: [], kinds: ['request', 'complaint'], emergency: false, promised: { hours: 4, unit: 'straight' },
  questions: [{ key: 'dusen', ask: both('Düşen oldu mu?'), type: 'yesno', required: true }, { key: 'ne-zaman', ask: both('Ne zamandır?'), type: 'text', required: false }],
  causes: [{ key: 'tuz', name: both('Tuzlanmadı') }], nearbyMetres: 250, personal: false, anonymousAllowed: false, leadId: uuid(2), supportingIds: [], institution: null,
} as unknown as Topic
const notOurs = { lead: null, supporting: [], dueAt: null, open: true, onCall: null, emergency: false, notOurs: { because: 'place', institution: { id: uuid(9), slug: 'x', name: both('İl Özel İdaresi'), phone: null, tell: both('…') } } } as unknown as Route
const full: Intake = {
  ...empty('phone', '+905000000301'), said: ' Kaldırım buz tutmuş ', topicId: topic.id, answers: { dusen: false, 'ne-zaman': ' dün ', eski: 'kalmış' }, source: { cause: 'tuz', words: '' },
  where: { placeId: uuid(3) as Intake['where']['placeId'], placeLabel: 'Tuğ', street: '', words: 'okulun önü', lat: null, lon: null },
}
const names = (i: Intake, t: Topic | null = topic, r?: Route) => gaps(i, t ?? undefined, r).map((g) => (g.field === 'answer' ? `answer ${g.question.key}` : g.field))

test('what is missing is named in the order of the screen', () => {
  expect(names({ ...empty('phone') }, null)).toEqual(['said', 'where', 'topic', 'reporter'])
  expect(names({ ...full, answers: {} })).toEqual(['answer dusen'])
  expect(names(full)).toEqual([])
})
test('how she wants to hear from us is asked, checked and sent only when she wants news; else what she said before holds', () => {
  const wants = (more: Partial<Intake['reporter']>): Intake => ({ ...full, reporter: { ...full.reporter, mayMessage: true, ...more } })
  expect(names(wants({ way: 'mail' }))).toEqual(['email'])
  expect(names(wants({ email: 'berfin@' }))).toEqual(['email'])
  expect(names(wants({ way: 'mail', email: ' berfin@example.org ' }))).toEqual([])
  const sent = (i: Intake) => toCase(i, { id: uuid(5), callId: null }, topic, undefined).reporter
  expect(sent(wants({ way: 'mail', email: ' berfin@example.org ' }))).toMatchObject({ way: 'mail', email: 'berfin@example.org' })
  expect(sent({ ...full, reporter: { ...full.reporter, email: 'x', way: 'call' } })).not.toHaveProperty('way')
  expect(names({ ...full, reporter: { ...full.reporter, email: 'x' } })).toEqual([])
})
test('thanks and questions need no place', () => expect(names({ ...full, kind: 'thanks', where: empty('phone').where }, { ...topic, kinds: null })).toEqual([]))
test('a kind the topic does not take is said before it is sent', () => expect(names({ ...full, kind: 'thanks' })).toEqual(['kind']))
test('an answer of no is an answer', () => expect(names({ ...full, answers: { dusen: false } })).toEqual([]))
test('a number that is none is said; anonymous only where the topic allows it', () => {
  expect(names({ ...full, reporter: { ...full.reporter, phone: '0532' } })).toEqual(['phone'])
  expect(names({ ...full, reporter: { ...full.reporter, anonymous: true } })).toEqual(['anonymous'])
  expect(names({ ...full, reporter: { ...full.reporter, anonymous: true } }, { ...topic, anonymousAllowed: true })).toEqual([])
})
test('what is not ours is sent only when the citizen was told whose it is', () => {
  expect(names(full, topic, notOurs)).toEqual(['hand_over'])
  expect(names({ ...full, handOverTold: true }, topic, notOurs)).toEqual([])
  expect(toCase({ ...full, handOverTold: true, reference: ' A-1 ' }, { id: uuid(5), callId: null }, topic, notOurs).handOver).toEqual({ institutionId: uuid(9), told: true, reference: 'A-1' })
})
test('what is sent is what the contract takes, trimmed, without answers to another topic’s questions', () => {
  const sent = toCase(full, { id: uuid(5), callId: 'akmasa-1.2' }, topic, undefined)
  expect(OpenCase.parse(sent)).toMatchObject({
    id: uuid(5), draftId: uuid(5), callId: 'akmasa-1.2', said: 'Kaldırım buz tutmuş', answers: { dusen: false, 'ne-zaman': 'dün' }, source: { cause: 'tuz' },
    where: { placeId: uuid(3), words: 'okulun önü' }, reporter: { phone: '+905000000301', anonymous: false },
  })
  expect(sent.answers).not.toHaveProperty('eski')
})
test('who stays anonymous sends neither name nor number', () => {
  const sent = toCase({ ...full, reporter: { ...full.reporter, name: 'Ayşe', anonymous: true } }, { id: uuid(5), callId: null }, topic, undefined)
  expect(sent.reporter).toEqual({ anonymous: true, language: 'tr' })
})
test('another topic keeps only the answers that it asks for too', () => {
  const changed = aboutTopic(full, { ...topic, id: uuid(7) as Topic['id'], questions: topic.questions.slice(1), causes: [] })
  expect(changed).toMatchObject({ topicId: uuid(7), answers: { 'ne-zaman': ' dün ' }, source: { cause: null } })
})
test('a person is a maybe until chosen, and can be unchosen', () => {
  const ayse = { id: uuid(8), name: 'Ayşe', phones: ['+905000000301'], language: 'tr' } as unknown as Citizen
  expect(empty('phone', '+905000000301').reporter.citizenId).toBeNull()
  const chosen = spokenBy(full, ayse, undefined)
  expect(chosen.reporter).toMatchObject({ citizenId: uuid(8), name: 'Ayşe' })
  expect(spokenBy(chosen, null, undefined).reporter).toMatchObject({ citizenId: null, name: '', phone: '+905000000301' })
})
test('a draft of an older console opens with what it lacks left empty', () => expect(fromDraft({ said: 'su yok' })).toMatchObject({ said: 'su yok', also: [], where: { street: '' } }))
test('a call’s own number is not yet something typed', () => {
  expect(untouched(empty('phone', '+905000000301'))).toBe(true)
  expect(untouched({ ...empty('phone'), said: 's' })).toBe(false)
})
