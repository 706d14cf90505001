/** What those who are rung hear, in both languages. Pure. */
import type { Bilingual } from '../../../contracts/kit.ts'

/** So much of what was told is read aloud; whoever wants more has the screen. */
const longest = 240
export type Told = { topic: Bilingual; place: string | null; street: string | null; said: string; message: string | null }

export const spokenOf = (template: Bilingual, told: Told): Bilingual => ({ tr: filled(template.tr, told, 'tr'), en: filled(template.en, told, 'en') })

function filled(template: string, { topic, place, street, said, message }: Told, language: 'tr' | 'en'): string {
  const where = [place, street].filter(Boolean).join(', ') || { tr: 'bilinmiyor', en: 'not known' }[language]
  const fields: Record<string, string> = { konu: topic[language], yer: where, soz: shortened(message ?? said) }
  return template.replace(/\{(\w+)\}/g, (_, name: string) => fields[name] ?? '').replace(/\s+/g, ' ').trim()
}
function shortened(words: string): string {
  const plain = words.replace(/\s+/g, ' ').trim()
  return plain.length <= longest ? plain : `${plain.slice(0, plain.lastIndexOf(' ', longest) + 1 || longest).trim()}…`
}
