/** A telephone on a page, for trying the line out without one. Demonstration only. */
import './phone.css'
import { openLine, type Line } from './line.ts'
import { texts, type Language, type Word } from './texts.ts'

const wanted = new URLSearchParams(location.search).get('lang')
const language: Language = wanted === 'en' || wanted === 'tr' ? wanted : navigator.language.startsWith('tr') || !navigator.language ? 'tr' : 'en'
const t = (word: Word, facts: Record<string, string> = {}) => texts[language][word].replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '')
document.documentElement.lang = language
document.title = t('title')

function make<K extends keyof HTMLElementTagNameMap>(tag: K, given: Partial<HTMLElementTagNameMap[K]> = {}, ...inside: (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), given)
  made.append(...inside)
  return made
}
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#']
const stored = (() => { try { return localStorage.getItem('akmasa.testphone') } catch { return null } })()

const to = make('input', { id: 'to', type: 'tel', value: '153', autocomplete: 'off', maxLength: 20 })
const as = make('input', { id: 'as', type: 'tel', value: stored ?? '+905000000301', autocomplete: 'off', maxLength: 20 })
const state = make('p', { className: 'state' }), clock = make('p', { className: 'clock' }), note = make('p', { className: 'note' })
state.setAttribute('role', 'status')
note.setAttribute('role', 'alert')
const call = make('button', { type: 'submit', className: 'call' }), answer = make('button', { type: 'button', className: 'call' }, t('answer')), hangUp = make('button', { type: 'button', className: 'end' }), again = make('button', { type: 'button' }, t('again'))
const keys = make('div', { className: 'keys' }, ...digits.map((digit) => {
  const key = make('button', { type: 'button', ariaLabel: t('key', { digit }) }, digit)
  key.addEventListener('click', () => line.digit(digit))
  return key
}))
keys.setAttribute('role', 'group')
keys.setAttribute('aria-label', t('keypad'))
const form = make('form', { noValidate: true }, make('label', { htmlFor: 'to' }, t('to')), to, make('label', { htmlFor: 'as' }, t('as')), as, make('small', {}, t('asHint')), call)
const other: Language = language === 'tr' ? 'en' : 'tr'
document.getElementById('phone')!.append(
  make('header', {}, make('a', { href: language === 'tr' ? '/' : '/en' }, t('home')), make('a', { href: `?lang=${other}`, lang: other, hreflang: other }, t('other'))),
  make('h1', {}, t('title')), make('p', {}, t('lead')), make('p', { className: 'now' }, t('emergency')),
  make('section', { className: 'set' }, state, clock, note, make('div', { className: 'buttons' }, answer, hangUp, again), form, keys),
)

const noteWords: Word[] = ['noMicrophone', 'busy', 'refused', 'failed']
let last: Line | null = null
function show(now: Line) {
  last = now
  const running = now.is === 'talking' || now.is === 'dialling', rings = now.is === 'ringing'
  state.textContent = now.is === 'ready' && now.note === 'ended' ? t('ended') : t(now.is, { number: now.number && /^\+?\d+$/.test(now.number) ? now.number : t('desk') })
  note.textContent = now.note && noteWords.includes(now.note) ? t(now.note) : ''
  form.hidden = running || rings
  call.disabled = now.is !== 'ready'
  answer.hidden = !rings
  hangUp.hidden = !running && !rings
  hangUp.textContent = t(rings ? 'decline' : 'hangUp')
  again.hidden = now.is !== 'elsewhere' && now.is !== 'unavailable'
  keys.hidden = now.is !== 'talking'
  document.body.dataset.line = now.is
  if (rings) answer.focus()
  tick()
}
function tick() {
  const seconds = last?.is === 'talking' ? Math.floor((Date.now() - last.since) / 1000) : null
  clock.textContent = seconds === null ? '' : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
setInterval(tick, 500)
const label = () => { call.textContent = t('call', { number: to.value.trim() }) }
label()
to.addEventListener('input', label)

const line = openLine(show)
form.addEventListener('submit', (e) => {
  e.preventDefault()
  try { localStorage.setItem('akmasa.testphone', as.value) } catch { /* only remembered, never needed */ }
  line.call(to.value.replace(/[^+\d]/g, ''), as.value.replace(/[^+\d]/g, ''))
})
answer.addEventListener('click', () => line.answer())
hangUp.addEventListener('click', () => line.hangUp())
again.addEventListener('click', () => void line.open())
document.addEventListener('keydown', (e) => {
  if (e.repeat || e.ctrlKey || e.altKey || e.metaKey || e.target instanceof HTMLInputElement || !digits.includes(e.key)) return
  line.digit(e.key)
})
