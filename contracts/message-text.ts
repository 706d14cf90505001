/** The words of a message: the fields a template may ask for, and how many SMS a text is. Pure. */
import type { Bilingual } from './kit.ts'

/** What a template can ask for, each with a long example: by it a text is measured and shown before it is saved. */
export const messageFields = {
  no: { tr: '2026-004217', en: '2026-004217' },
  tarih: { tr: '23 Kasım 2026 Pazartesi 14:05', en: 'Wednesday 23 September 2026 14:05' },
  kurum: { tr: 'İl Özel İdaresi Yol ve Ulaşım Müdürlüğü', en: 'Provincial Administration, Roads and Transport' },
  tel: { tr: '0434 827 00 00', en: '0434 827 00 00' },
  birim: { tr: 'Su ve Kanalizasyon Müdürlüğü', en: 'Directorate of Water and Sewerage' },
  yer: { tr: 'Bahçelievler Mahallesi', en: 'Bahçelievler Mahallesi' },
  konu: { tr: 'Kanalizasyon taşması', en: 'Sewer overflow' },
  is: { tr: 'Kanalizasyon hattı yenilenecek', en: 'The sewer line will be renewed' },
  gun: { tr: '23 Kasım 2026 Pazartesi', en: 'Wednesday 23 September 2026' },
  neden: { tr: 'Gerekli malzeme henüz gelmedi', en: 'The material has not arrived yet' },
  soz: { tr: 'Ekibimiz yarın sabah sokağınıza gelecek', en: 'Our crew will come to your street tomorrow' },
  link: { tr: 'https://153.ornek.bel.tr/b/k7Qm2xVw9RtB4nLpZs3Yd', en: 'https://153.ornek.bel.tr/b/k7Qm2xVw9RtB4nLpZs3Yd' },
} as const satisfies Record<string, Bilingual>
export type MessageField = keyof typeof messageFields
export const isMessageField = (name: string): name is MessageField => Object.hasOwn(messageFields, name)
/** Every `{field}` of a template, as written. */
export const fieldsIn = (template: string): string[] => [...template.matchAll(/\{([^{}]*)\}/g)].map((m) => m[1]!)
export const withExamples = (template: string, language: 'tr' | 'en'): string =>
  template.replace(/\{(\w+)\}/g, (all, name: string) => (isMessageField(name) ? messageFields[name][language] : all))
/** A field with an ending hung on it, `{no}'e`: Turkish endings follow the vowel of whatever stands there. */
export const suffixedField = (template: string): string | undefined => /\{(\w+)\}(?=['’]?\p{L})/u.exec(template)?.[1]

/** 3GPP TS 23.038, 6.2.1: the letters of the default alphabet; those of its extension cost two. */
const basic = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà')
const extended = new Set('\f^{}\\[~]|€')
/** Annex A.2.1: with the Turkish single-shift table these cost two as well, and the table is named in each part. */
const turkish = new Set('ĞİŞçğış')

export type SmsParts = { alphabet: 'gsm7' | 'gsm7-turkish' | 'ucs2'; parts: number; /** Letters that still fit into the last part. */ left: number }
/** What fits into one alone, and into each of several: 140 octets less the header (TS 23.040, 9.2.3.24). */
const room = { gsm7: [160, 153], 'gsm7-turkish': [155, 149], ucs2: [70, 67] } as const

/**
 * How many SMS a text goes out as, the shortest way the standard knows. A gateway that does not use the Turkish table
 * writes the same text as UCS-2, or without its letters: what it charges is in its own papers.
 */
export function smsParts(text: string): SmsParts {
  const letters = [...text]
  const plain = letters.every((c) => basic.has(c) || extended.has(c))
  const alphabet = plain ? 'gsm7' : letters.every((c) => basic.has(c) || extended.has(c) || turkish.has(c)) ? 'gsm7-turkish' : 'ucs2'
  const cost = (c: string) => (alphabet === 'ucs2' ? c.length : basic.has(c) ? 1 : 2)
  const [alone, each] = room[alphabet]
  const total = letters.reduce((sum, c) => sum + cost(c), 0)
  if (total <= alone) return { alphabet, parts: letters.length ? 1 : 0, left: alone - total }
  // No letter is cut in two: what does not fit whole goes to the next part.
  let parts = 1, used = 0
  for (const c of letters) {
    if (used + cost(c) > each) { parts++; used = 0 }
    used += cost(c)
  }
  return { alphabet, parts, left: each - used }
}
