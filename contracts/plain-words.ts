/** The parts of a proposal as one text that a citizen hears: short sentences, dates in words, no figure of the budget. Pure. */
import type { Bilingual, Language } from './kit.ts'
import type { PartBody } from './proposals.ts'

type Said = PartBody & { directorate: Bilingual }
function dayWords(day: string, language: Language): string {
  const part = Object.fromEntries(new Intl.DateTimeFormat(language === 'tr' ? 'tr' : 'en-GB', { day: 'numeric', month: 'long', year: 'numeric', weekday: 'long', timeZone: 'UTC' }).formatToParts(new Date(`${day}T00:00:00Z`)).map((p) => [p.type, p.value]))
  return language === 'tr' ? `${part.day} ${part.month} ${part.year} ${part.weekday}` : `${part.weekday} ${part.day} ${part.month} ${part.year}`
}
const ended = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`)

const words = {
  tr: {
    unit: (name: string) => `Birim: ${name}.`, who: (name: string) => `İşi yapacak: ${ended(name)}`, on: (day: string) => `Tarih: ${day}.`, span: (from: string, to: string) => `Başlangıç: ${from}. Bitiş: ${to}.`,
    must: (text: string) => `Sizden isteğimiz: ${ended(text)}`, other: (text: string) => `Başka yol: ${ended(text)}`, enters: 'Çalışma için mülkünüze girmemiz gerekiyor.', costs: 'Bu işin size bir maliyeti var.',
    solution: 'Önerimiz:', refusal: 'Bu isteği yerine getiremiyoruz. Nedeni:',
  },
  en: {
    unit: (name: string) => `Unit: ${name}.`, who: (name: string) => `Done by: ${ended(name)}`, on: (day: string) => `Date: ${day}.`, span: (from: string, to: string) => `Start: ${from}. End: ${to}.`,
    must: (text: string) => `What we ask of you: ${ended(text)}`, other: (text: string) => `Another way: ${ended(text)}`, enters: 'For this work we need to enter your property.', costs: 'This work has a cost for you.',
    solution: 'Our proposal:', refusal: 'We cannot do what you asked for. Why:',
  },
} as const

/** Ready to be changed by whoever sends it; names no cost class, which is the municipality's own matter. */
export function plainWords(parts: readonly Said[], language: Language): string {
  const w = words[language], several = parts.length > 1
  const lines = parts.map((part) => {
    const lead = several ? '' : part.kind === 'refusal' ? w.refusal : w.solution
    const when = part.from && part.to ? (part.from === part.to ? w.on(dayWords(part.from, language)) : w.span(dayWords(part.from, language), dayWords(part.to, language))) : ''
    return [
      several ? w.unit(part.directorate[language]) : '', [lead, ended(part.what)].filter(Boolean).join(' '), part.kind === 'solution' && part.byWhom ? w.who(part.byWhom) : '', part.kind === 'solution' ? when : '',
      part.citizenMust ? w.must(part.citizenMust) : '', part.entersPrivate ? w.enters : '', part.costsCitizen ? w.costs : '', part.alternatives ? w.other(part.alternatives) : '',
    ].filter(Boolean).join(' ')
  })
  return [...(several ? [w.solution] : []), ...lines].join('\n')
}
