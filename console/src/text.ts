/** Words of the screens by key, in the language of whoever looks. Keys are checked by the compiler. */
import i18next, { type i18n } from 'i18next'
import { useSyncExternalStore } from 'react'
import { stored, store } from './stored.ts'
import { Problem } from './client.ts'
import { en } from './texts/en.ts'
import { tr, type Texts } from './texts/tr.ts'
import type { Bilingual } from '../../contracts/kit.ts'

export type Language = 'tr' | 'en'
type Plural = '_one' | '_other'
type Bare<K extends string> = K extends `${infer B}${Plural}` ? B : K
type Leaves<T, P extends string = ''> = { [K in keyof T & string]: T[K] extends string ? `${P}${Bare<K>}` : Leaves<T[K], `${P}${K}.`> }[keyof T & string]
export type TextKey = Leaves<Texts>
export type Facts = Record<string, string | number | null | undefined>
export type T = (key: TextKey, facts?: Facts) => string

const texts: i18n = i18next.createInstance()
const chosen = (): Language => (stored('language') === 'en' ? 'en' : 'tr')
void texts.init({
  lng: chosen(), fallbackLng: false, initAsync: false, showSupportNotice: false,
  resources: { tr: { translation: tr }, en: { translation: en } }, interpolation: { escapeValue: false },
} as Parameters<i18n['init']>[0])
document.documentElement.lang = chosen()

/** Changes the words at once; saving it with the account is the caller's. */
export function speak(language: Language): void {
  if (texts.language === language) return
  store('language', language)
  document.documentElement.lang = language
  void texts.changeLanguage(language)
}
const hear = (listener: () => void) => {
  texts.on('languageChanged', listener)
  return () => texts.off('languageChanged', listener)
}
export const useLanguage = (): Language => useSyncExternalStore(hear, () => texts.language) as Language

const say: Record<Language, T> = { tr: texts.getFixedT('tr') as unknown as T, en: texts.getFixedT('en') as unknown as T }
/** Words in the present language: `const t = useText()`, then `t('cases.inbox.title')`. */
export const useText = (): T => say[useLanguage()]
/** The same outside React. */
export const text: T = (key, facts) => say[texts.language as Language](key, facts)
/** The same in a language that is not the screen's: for what is printed. */
export const textIn = (language: Language): T => say[language]
/** The name of a row in the present language: `const name = useName()`. */
export const useName = () => {
  const language = useLanguage()
  return (both: Bilingual) => both[language]
}

/** A code of the desk in words; a code nobody wrote words for still gets a sentence, with the code to tell. */
function wordsOf(t: T, code: string, facts: Facts): string {
  const key = `refusal.${code}` as TextKey
  const words = t(key, facts)
  return words === key ? t('problem.other', { code }) : words
}
/** Why it was not done, in words. */
export function problemWords(t: T, problem: unknown): string {
  if (!(problem instanceof Problem)) return t('problem.here')
  if (problem.status === 0) return t('problem.network')
  if (problem.status >= 500 && !problem.code.includes('.')) return t('problem.server')
  return wordsOf(t, problem.code, problem.facts)
}
/** The words for one field of a form, by its path in what was sent; undefined when it is right. */
export function fieldWords(t: T, problem: unknown, path: string): string | undefined {
  const found = problem instanceof Problem ? problem.errors.find((e) => e.path === path || e.path.startsWith(`${path}.`)) : undefined
  if (!found) return undefined
  // Empty is what a person calls it; `too_small` is what a schema calls it.
  const code = found.code === 'too_small' && found.facts.minimum === 1 ? 'required' : found.facts.format === 'email' ? 'email' : found.code
  const key = `field.${code}` as TextKey
  const words = t(key, found.facts)
  return words !== key ? words : found.code.includes('.') ? wordsOf(t, found.code, found.facts) : t('field.wrong')
}
