/** What the doctor finds, in the language asked for: what is, and for anything but `ok` what to do. */
import { en } from './texts-en.ts'
import { tr } from './texts-tr.ts'

export const areas = ['parts', 'database', 'switch', 'certificates', 'time', 'disk', 'gateways', 'work', 'backup'] as const
export type Area = (typeof areas)[number]
export type Level = 'ok' | 'warn' | 'bad'
export type Code = keyof typeof tr.findings
export type Facts = Readonly<Record<string, string | number>>
export type Finding = { area: Area; level: Level; code: Code; facts: Facts }

/** `says` and for what is not in order `todo`; `{name}` is a fact. */
export type FindingText = { says: string; todo?: string }
export type Texts = { levels: Record<Level, string>; areas: Record<Area, string>; findings: Record<Code, FindingText>; closing: Record<Level, string>; todo: string }

export const ok = (area: Area, code: Code, facts: Facts = {}): Finding => ({ area, level: 'ok', code, facts })
export const warn = (area: Area, code: Code, facts: Facts = {}): Finding => ({ area, level: 'warn', code, facts })
export const bad = (area: Area, code: Code, facts: Facts = {}): Finding => ({ area, level: 'bad', code, facts })

export const textsOf = (language: 'tr' | 'en'): Texts => (language === 'en' ? en : tr)

export function worded({ code, facts }: Finding, language: 'tr' | 'en'): FindingText {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in facts ? String(facts[name]) : whole))
  const { says, todo } = textsOf(language).findings[code]
  return { says: fill(says), ...(todo && { todo: fill(todo) }) }
}

export const worst = (findings: readonly Finding[]): Level =>
  findings.some((one) => one.level === 'bad') ? 'bad' : findings.some((one) => one.level === 'warn') ? 'warn' : 'ok'
