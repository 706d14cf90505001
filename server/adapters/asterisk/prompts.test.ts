import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cacheFolder } from '../host.ts'
import { rate, tone, wavHeader } from './audio.ts'
import { ensureSpeech, type Speak } from './install.ts'
import { ensurePrompts, longestNotice, prompts } from './prompts.ts'

let runDir: string
beforeEach(() => void (runDir = mkdtempSync(join(tmpdir(), 'akmasa-prompts-'))))
afterEach(() => rmSync(runDir, { recursive: true }))

const spoken: string[] = []
const speakFor = (seconds: number): Speak => async (text, _language, file) => {
  spoken.push(text)
  const samples = tone(500, seconds)
  writeFileSync(file, Buffer.concat([wavHeader(samples.length * 2, 1), Buffer.from(samples.buffer)]))
}
const sound = (name: string) => join(runDir, 'data/sounds', name)

test('every announcement the dialplan plays has a text in both languages', () => {
  const texts = prompts('Tatvan Belediyesi')
  const files = ['extensions.conf', 'queues.conf'].map((name) => readFileSync(new URL(`../../../ops/telephone/${name}`, import.meta.url), 'utf8')).join('\n')
  const played = [...files.matchAll(/\bcc\/([\w-]+)/g)].map((match) => match[1]!).filter((name) => name !== 'place-')
  expect(played.length).toBeGreaterThan(8)
  expect(played.filter((name) => !(name in texts))).toEqual([])
  for (const { tr, en } of Object.values(texts)) expect([tr.length > 5, en.length > 5]).toEqual([true, true])
})

test('the notice as it is really spoken says who we are and stays within its six seconds, also with a long name', async () => {
  const speak = await ensureSpeech({ cacheDir: cacheFolder(), log: () => {} })
  for (const name of ['Tatvan Belediyesi', 'Afyonkarahisar Büyükşehir Belediyesi Başkanlığı']) {
    await ensurePrompts({ runDir, texts: { notice: prompts(name).notice! }, speak })
    for (const language of ['tr', 'en']) {
      const seconds = statSync(sound(`${language}/cc/notice.alaw`)).size / rate
      expect(seconds).toBeGreaterThan(2)
      expect(seconds).toBeLessThanOrEqual(longestNotice)
    }
  }
})

test('only what changed is spoken again, and what was deleted', async () => {
  const texts = { notice: { tr: 'bir', en: 'one' }, greeting: { tr: 'iki', en: 'two' } }
  const again = (change: object = {}) => ensurePrompts({ runDir, texts: { ...texts, ...change }, speak: speakFor(0.1) })
  expect(await again()).toBe(4)
  expect(await again()).toBe(0)
  spoken.length = 0
  expect(await again({ greeting: { tr: 'üç', en: 'two' } })).toBe(1)
  expect(spoken).toEqual(['üç'])
  unlinkSync(sound('tr/cc/notice.alaw'))
  expect(await again({ greeting: { tr: 'üç', en: 'two' } })).toBe(1)
})

test('a notice longer than six seconds is refused', async () => {
  const texts = { notice: { tr: 'uzun', en: 'long' } }
  await expect(ensurePrompts({ runDir, texts, speak: speakFor(6.1) })).rejects.toThrow('at most 6 s')
})

test('without a synthesiser callers hear tones, and the words come once there is one', async () => {
  const texts = { notice: { tr: 'bir', en: 'one' } }
  expect(await ensurePrompts({ runDir, texts })).toBe(2)
  expect(readdirSync(sound('tr/cc'))).toEqual(['notice.alaw'])
  expect(existsSync(sound('tr/beep.alaw'))).toBe(true)
  expect(await ensurePrompts({ runDir, texts, speak: speakFor(0.1) })).toBe(2)
})

test('what a person has read aloud stands over what the synthesiser made', async () => {
  mkdirSync(join(runDir, 'recorded/tr/cc'), { recursive: true })
  writeFileSync(join(runDir, 'recorded/tr/cc/notice.alaw'), 'a person')
  await ensurePrompts({ runDir, texts: { notice: { tr: 'bir', en: 'one' } }, speak: speakFor(0.1) })
  expect(readFileSync(sound('tr/cc/notice.alaw'), 'utf8')).toBe('a person')
})
