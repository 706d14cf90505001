/**
 * What the switch says, as texts. They are spoken by a synthesiser at set-up, again only when a text changes;
 * a municipality that has them read by a person puts its own files over ours (same names) in `recorded/`.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { alawEncode, forTelephone, rate, readWav, tone, trimmed } from './audio.ts'
import type { Speak } from './install.ts'

export type Language = 'tr' | 'en'
export type Prompts = Record<string, Record<Language, string>>

/** Seconds the notice may last: longer, and people hang up or talk into it. */
export const longestNotice = 6

const ordinals = {
  tr: ['birinci', 'ikinci', 'üçüncü', 'dördüncü', 'beşinci', 'altıncı', 'yedinci', 'sekizinci', 'dokuzuncu', 'onuncu',
    'on birinci', 'on ikinci', 'on üçüncü', 'on dördüncü', 'on beşinci', 'on altıncı', 'on yedinci', 'on sekizinci',
    'on dokuzuncu', 'yirminci'],
  en: ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh',
    'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth',
    'twentieth'],
}

/** Every announcement of the dialplan. `name` is the municipality's, in the nominative: “Tatvan Belediyesi”. */
export function prompts(name: string): Prompts {
  const places = ordinals.tr.map((word, i) => [
    `place-${i + 1}`,
    { tr: `Şu anda ${word} sıradasınız.`, en: `You are ${ordinals.en[i]} in line.` },
  ])
  return {
    notice: {
      tr: `${name}. Görüşmeniz, başvurunuzun takibi için kaydedilir.`,
      en: `${name}. Your call is recorded so that we can follow up your request.`,
    },
    'notice-outside': {
      tr: `${name}. Bu görüşme, başvurunuzun takibi için kaydedilir.`,
      en: `${name}. This call is recorded so that we can follow up your request.`,
    },
    greeting: {
      tr: 'Hoş geldiniz. Acil durumlar için biri, sizi geri aramamız için ikiyi tuşlayın. Sizi operatörümüze bağlıyoruz.',
      en: 'Welcome. For an emergency press one, to be called back press two. We are connecting you to an operator.',
    },
    emergency: {
      tr: 'Acil hattındasınız. Can güvenliği tehlikedeyse hemen yüz on ikiyi arayın.',
      en: 'This is the emergency line. If lives are in danger, call one one two now.',
    },
    'still-waiting': {
      tr: 'Beklediğiniz için teşekkür ederiz. Acil durumlar için biri, sizi geri aramamız için ikiyi tuşlayın.',
      en: 'Thank you for waiting. For an emergency press one, to be called back press two.',
    },
    'to-mobile': {
      tr: 'Operatörlerimiz şu anda hatta değil. Sizi nöbetçimize bağlıyoruz.',
      en: 'No operator is on the line at the moment. We are connecting you to the person on duty.',
    },
    'leave-message': {
      tr: 'Şu anda size cevap veremiyoruz. Sinyal sesinden sonra adınızı ve sorununuzu söyleyin. Sizi arayacağız.',
      en: 'We cannot answer you at the moment. After the tone, tell us your name and your problem. We will call you.',
    },
    'no-number': {
      tr: 'Numaranızı göremiyoruz. Sinyal sesinden sonra adınızı, telefon numaranızı ve sorununuzu söyleyin.',
      en: 'We cannot see your number. After the tone, tell us your name, your telephone number and your problem.',
    },
    'message-taken': { tr: 'Mesajınız alındı. Teşekkür ederiz.', en: 'Your message has been taken. Thank you.' },
    'callback-promised': {
      tr: 'Talebiniz alındı. Sizi bu numaradan geri arayacağız.',
      en: 'Your request has been taken. We will call you back on this number.',
    },
    'place-many': { tr: 'Sıranızda yirmiden fazla kişi var.', en: 'More than twenty people are waiting before you.' },
    // To the municipality's own people, called by the switch because something must be done now.
    page: { tr: `${name}. Acil durum var. Ayrıntılar ekranınızda.`, en: `${name}. There is an emergency. The details are on your screen.` },
    'page-press': { tr: 'Üzerinize almak için biri tuşlayın.', en: 'Press one if you have it.' },
    'page-thanks': { tr: 'Teşekkürler. İş sizde, kayda geçti.', en: 'Thank you. You have it, and it is on record.' },
    'page-taken': { tr: 'Teşekkürler. Artık sizin bir şey yapmanız gerekmiyor.', en: 'Thank you. There is nothing you need do any more.' },
    ...Object.fromEntries(places),
  }
}

export type PromptsWish = {
  /** The switch's folder, as given to `renderSwitch`. */
  runDir: string
  texts: Prompts
  /** None: every announcement becomes three rising tones, so that a caller still hears that something answers. */
  speak?: Speak
  /** Told of what could not be spoken; the old sound of it stays. Without it the first such text ends all. */
  failed?: (key: string, language: Language, problem: unknown) => void
}

/** The notice lasts too long however fast it is spoken. */
export class TooLong extends Error {
  readonly seconds: number
  constructor(seconds: number, language: Language) {
    super(`the notice lasts ${seconds.toFixed(1)} s (${language}); at most ${longestNotice} s are allowed`)
    this.seconds = seconds
  }
}

/** Makes the sound files that are missing or whose text changed; returns how many it made. A call in progress hears the old one to its end. */
export async function ensurePrompts({ runDir, texts, speak, failed }: PromptsWish): Promise<number> {
  const sounds = join(runDir, 'data/sounds')
  const madeFile = join(sounds, 'made.json')
  const made = await readFile(madeFile, 'utf8').then((text) => JSON.parse(text) as Record<string, string>, () => ({}) as Record<string, string>)
  const scratch = await mkdtemp(join(tmpdir(), 'akmasa-prompts-'))
  let count = 0
  try {
    for (const language of ['tr', 'en'] as const) {
      await mkdir(join(sounds, language, 'cc'), { recursive: true })
      await replace(join(sounds, language, 'beep.alaw'), alawEncode(tone(1000, 0.25)))
      for (const [key, text] of Object.entries(texts)) {
        const name = `${language}/cc/${key}.alaw`
        const source = createHash('sha256').update(`${speak ? text[language] : 'tones'}\n2`).digest('hex')
        if (made[name] === source && existsSync(join(sounds, name))) continue
        try {
          const samples = speak ? await spoken(speak, text[language], language, scratch, key === 'notice' ? longestNotice : undefined) : rising()
          await replace(join(sounds, name), alawEncode(samples))
          made[name] = source
          count++
        } catch (problem) {
          if (!failed) throw problem
          failed(key, language, problem)
        }
      }
    }
  } finally {
    await rm(scratch, { recursive: true, force: true })
    await replace(madeFile, JSON.stringify(made, null, 1))
  }
  await layOver(join(runDir, 'recorded'), sounds)
  return count
}

/** Whole or not at all: the switch opens a file for each call, and whoever listens keeps the one that was there. */
export async function replace(file: string, content: Buffer | string): Promise<void> {
  const half = `${file}.${process.pid}.new`
  await writeFile(half, content, { mode: 0o644 })
  await rename(half, file)
}
/** What a person has read aloud stands over what was made. There is none as a rule. */
async function layOver(recorded: string, sounds: string): Promise<void> {
  const files = await readdir(recorded, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const file of files.filter((one) => one.isFile())) {
    const from = join(file.parentPath, file.name), to = join(sounds, relative(recorded, from))
    const content = await readFile(from)
    if (await readFile(to).then((there) => there.equals(content), () => false)) continue
    await mkdir(dirname(to), { recursive: true })
    await replace(to, content)
  }
}

/** Speaks faster, within reason, what must not last longer than `atMost` seconds. */
export async function spoken(speak: Speak, text: string, language: Language, scratch: string, atMost?: number): Promise<Int16Array> {
  const file = join(scratch, 'spoken.wav')
  let samples: Int16Array = new Int16Array(0)
  for (const pace of [undefined, 185, 210]) {
    await speak(text, language, file, pace)
    samples = trimmed(forTelephone(readWav(await readFile(file))))
    if (!atMost || samples.length <= atMost * rate) return samples
  }
  throw new TooLong(samples.length / rate, language)
}

const rising = () => Int16Array.from([440, 554, 659].flatMap((hertz) => [...tone(hertz, 0.2)]))
