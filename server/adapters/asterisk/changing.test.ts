/** What an administrator changes of the line, on a real Asterisk with real telephones: heard and answered from the next call on. */
import { once, EventEmitter } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { SettingKind, SettingValue } from '../../../contracts/settings.ts'
import { silentLog } from '../../platform/log.ts'
import { system } from '../../platform/actor.ts'
import { change } from '../../platform/settings.ts'
import { makeCalls } from '../../rooms/calls/index.ts'
import { seedDemo } from '../../setup.ts'
import { administrator, operator, testDesk } from '../../testing.ts'
import { strength } from '../../testing/sip.ts'
import { testSwitch } from '../../testing/switch.ts'
import { tone, wavHeader } from './audio.ts'
import { connectAsterisk } from './index.ts'
import type { Speak } from './install.ts'
import { prompts } from './prompts.ts'
import { asteriskVoice, keptTexts } from './voice.ts'

/** Sings a text that is a number of hertz; speaks all others as silence that lasts as long as its words. */
const sing: Speak = async (text, _language, file) => {
  const samples = /^\d+$/.test(text) ? tone(Number(text), 1.5) : tone(300, text.split(' ').length / 3)
  await writeFile(file, Buffer.concat([wavHeader(samples.length * 2, 1), Buffer.from(samples.buffer)]))
}

async function house() {
  const desk = await testDesk()
  await desk.as(system('set-up'), seedDemo)
  const line = await testSwitch()
  const spoken = new EventEmitter<{ done: [] }>()
  const voice = asteriskVoice(line.runDir, async () => sing)
  const telephone = {
    ...connectAsterisk(line.access, () => {}),
    voice: { speak: async (texts: Parameters<typeof voice.speak>[0]) => { const failed = await voice.speak(texts); queueMicrotask(() => spoken.emit('done')); return failed } },
  }
  const room = makeCalls(desk.db, telephone, { sockets: {}, demo: true, announcements: prompts, queues: ['main'] }, silentLog)
  const first = once(spoken, 'done')
  const following = room.line.start()
  await first
  return {
    desk, line, room,
    /** As the console saves, and as the desk hears of it. */
    async save<K extends SettingKind>(kind: K, id: string, value: SettingValue<K>) {
      const made = kind === 'spoken_text' ? once(spoken, 'done') : undefined
      await desk.as(administrator, (tx) => change(tx, room.settings!.find((one) => one.kind === kind)!, { id, version: undefined, value }))
      await desk.settle(room)
      await made
    },
    alarms: () => desk.as(operator, (tx) => room.line.alarms(tx)),
    async [Symbol.asyncDispose]() {
      await following.stop()
      await telephone.switch.stop()
      await line[Symbol.asyncDispose]()
      await desk[Symbol.asyncDispose]()
    },
  }
}
const number = (more: Partial<SettingValue<'incoming_number'>>): SettingValue<'incoming_number'> =>
  ({ number: '+904348271777', name: { tr: 'Yeni hat', en: 'New line' }, greeting: 'greeting', queue: 'main', directorateId: null, language: 'tr', retired: false, ...more })

test('a changed greeting is heard by the next caller, while whoever listens hears the old one to its end', async () => {
  await using h = await house()
  await h.save('spoken_text', 'notice', { key: 'notice', tr: '500', en: '500' })
  await using phone = await h.line.citizen('05325550001')
  const before = await phone.call('153')
  await before.hears(500)
  await h.save('spoken_text', 'notice', { key: 'notice', tr: '1100', en: '1100' })
  // Her notice lasts a second and a half, and the file of that name is another one by now: no note of it reaches her.
  await before.hears(300)
  expect(strength(before.heard(), 1100)).toBeLessThan(strength(before.heard(), 500) / 10)
  const after = await phone.call('153', { from: '05325550002' })
  await after.hears(1100)
  for (const call of [before, after]) call.hangUp()
  expect((await keptTexts(h.line.runDir)).notice).toEqual({ tr: '1100', en: '1100' })
})

test('a number is answered as soon as it is saved, with its own greeting, and no more once it is out of use', async () => {
  await using h = await house()
  await using phone = await h.line.citizen('05325550003')
  expect(await (await phone.call('04348271777')).ended()).toBe('404')
  await h.save('spoken_text', 'greeting-new', { key: 'greeting-new', tr: '800', en: '800' })
  await h.save('incoming_number', '+904348271777', number({ greeting: 'greeting-new' }))
  const call = await taken(phone, '04348271777')
  await call.hears(800)
  call.hangUp()
  await h.save('incoming_number', '+904348271777', number({ greeting: 'greeting-new', retired: true }))
  for (;;) {
    const refused = await phone.call('04348271777')
    if ((await Promise.race([refused.ended(), refused.answered().then(() => 'up', () => refused.why)])) === '404') break
    refused.hangUp()
  }
})

test('a notice that lasts too long leaves the old one, and everybody is told', async () => {
  await using h = await house()
  const [before] = await h.alarms()
  expect(before).toBeUndefined()
  const words = Array.from({ length: 24 }, () => 'söz').join(' ')
  await h.save('spoken_text', 'notice', { key: 'notice', tr: words, en: '700' })
  for (;;) {
    const [alarm] = await h.alarms()
    if (!alarm) continue
    expect(alarm).toMatchObject({ code: 'spoken.failed', facts: { keys: 'notice', seconds: 8 } })
    break
  }
  await h.save('spoken_text', 'notice', { key: 'notice', tr: '700', en: '700' })
  while ((await h.alarms()).length) await h.desk.settle(h.room)
  await using phone = await h.line.citizen('05325550004')
  const call = await phone.call('153')
  await call.hears(700)
  call.hangUp()
})

async function taken(phone: Awaited<ReturnType<Awaited<ReturnType<typeof house>>['line']['citizen']>>, dialled: string) {
  for (;;) {
    const call = await phone.call(dialled)
    if (await call.answered().then(() => true, () => false)) return call
  }
}
