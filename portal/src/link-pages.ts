/** The pages behind a citizen's link: she accepts a proposal or says what she wants, says whether it is done, and reads how it is. */
import type { CaseNow } from '../../contracts/confirmation.ts'
import type { Part, Proposal } from '../../contracts/proposals.ts'
import { addressOf, type Around, choices, dayText, facts, form, linkPage, longText, type Mistakes, photoField, said } from './link-frame.ts'
import { stateWords, waitsWords, words } from './link-words.ts'

export type { Around, Field, Mistakes } from './link-frame.ts'
export { addressOf } from './link-frame.ts'
export { type Language, type Way, ways, words as linkWords } from './link-words.ts'
/** As she typed it. */
export type Typed = Partial<Record<'answer' | 'words' | 'mark', string>>

const about = (around: Around, now: CaseNow): string => {
  const t = words[around.language]
  return `<section class="panel">${facts([[t.number, now.number], [t.topic, now.topic[around.language]], [t.place, now.place], [t.opened, dayText(now.openedAt, around)]])}</section>`
}
/** Turkish where nobody wrote it in English. */
const inWords = ({ language }: Around, plain: { tr: string; en: string | null }): string => (language === 'en' && !plain.en ? said(plain.tr, 'tr') : said(plain[language] ?? plain.tr))

/** Is it fixed? */
export function donePage(around: Around, now: CaseNow, typed: Typed = {}, mistakes: Mistakes = {}): string {
  const t = words[around.language]
  return linkPage(around, t.doneTitle, `<p>${t.doneLead}</p>${about(around, now)}${now.plan ? `<section class="panel"><h2>${t.planned}</h2>${inWords(around, now.plan)}</section>` : ''}
${form(around, choices('answer', t.doneTitle, [{ value: 'yes', label: t.yes }, { value: 'no', label: t.no, hint: t.noHint }], typed.answer, mistakes.answer, true), t.next)}`, mistakes)
}
/** What remains, with a photo. */
export function brokenPage(around: Around, typed: Typed = {}, mistakes: Mistakes = {}): string {
  const t = words[around.language]
  return linkPage(around, t.brokenTitle, `<p>${t.brokenLead}</p>${form(around, longText('words', t.brokenWords, t.brokenHint, typed.words ?? '', mistakes.words)
    + photoField(t.photo, t.photoHint, mistakes.photo ?? (mistakes.words ? t.photoAgain : undefined)), t.brokenSend, 'duzelmedi', true)}`, mistakes)
}

const partOf = (around: Around, part: Part): string => {
  const t = words[around.language]
  const at = (day: string) => dayText(`${day}T12:00:00Z`, { ...around, town: { ...around.town, zone: 'UTC' } })
  const when = part.from && part.to ? (part.from === part.to ? at(part.from) : `${at(part.from)} – ${at(part.to)}`) : null
  return `<section class="panel">${facts([[t.unit, part.directorate[around.language]], [t.when, when], [t.who, part.byWhom], [t.must, part.citizenMust], [t.alternatives, part.alternatives]])}
${part.entersPrivate ? `<p><strong>${t.enters}</strong></p>` : ''}${part.costsCitizen ? `<p><strong>${t.costs}</strong></p>` : ''}</section>`
}
/** Do you accept our proposal? */
export function offerPage(around: Around, now: CaseNow, proposal: Proposal, typed: Typed = {}, mistakes: Mistakes = {}): string {
  const t = words[around.language], refusal = proposal.kind === 'refusal'
  const title = refusal ? t.refusalTitle : t.offerTitle
  const parts = proposal.parts.filter((part) => part.proposed)
  const answers = [{ value: 'agreed', label: refusal ? t.accept : t.agree }, { value: 'objects', label: t.object, hint: t.objectHint }, { value: 'withdraws', label: t.withdraw }]
  return linkPage(around, title, `<p>${refusal ? t.refusalLead : t.offerLead}</p>${about(around, now)}
${proposal.plain ? `<section class="panel">${refusal ? '' : `<h2>${t.plan}</h2>`}${inWords(around, proposal.plain)}</section>` : ''}${refusal ? '' : parts.map((part) => partOf(around, part)).join('')}
${form(around, choices('answer', title, answers, typed.answer, mistakes.answer, true), t.next)}`, mistakes)
}
/** What she wants instead, or why she withdraws. */
export function wordsPage(around: Around & { way: 'itiraz' | 'vazgec' }, typed: Typed = {}, mistakes: Mistakes = {}): string {
  const t = words[around.language], object = around.way === 'itiraz'
  const field = object ? longText('words', t.objectWords, '', typed.words ?? '', mistakes.words) : longText('words', t.withdrawWords, t.withdrawHint, typed.words ?? '', mistakes.words)
  return linkPage(around, object ? t.objectTitle : t.withdrawTitle, form(around, field, object ? t.send : t.withdrawSend), mistakes)
}

/** What she has answered, as the rooms call it. */
const thanks = { fixed: 'thanksFixed', not_fixed: 'thanksBroken', silence: 'bySilence', agreed: 'thanksAgreed', rejected: 'thanksRejected', objected: 'thanksObjected' } as const
export type Standing = { now: CaseNow; answer: string | null; mayReopen: boolean; mayMark: boolean; mark: number | null }
/** What is true of the case now, and what comes next. */
export function statePage(around: Around, { now, answer, mayReopen, mayMark, mark }: Standing, typed: Typed = {}, mistakes: Mistakes = {}): string {
  const t = words[around.language]
  const [state, next] = stateWords(now.status, around.language)
  // What she answered long ago says nothing of what has become of it since.
  const fits = (answer !== 'fixed' && answer !== 'silence') || now.status === 'closed'
  const said = fits && answer && answer in thanks ? t[thanks[answer as keyof typeof thanks]] : ''
  return linkPage(around, t.nowTitle, `${said ? `<p class="good">${said}</p>` : ''}${mark ? `<p class="good">${t.thanksMark} ${t.marked}: ${mark}/5</p>` : ''}
<p><strong>${state}</strong> ${now.waits ? waitsWords[around.language][now.waits.for] : next}</p>
<section class="panel">${facts([[t.number, now.number], [t.topic, now.topic[around.language]], [t.place, now.place], [t.unit, now.lead?.[around.language]], [t.again, now.waits?.until ? dayText(now.waits.until, around) : null],
    [t.due, now.dueAt && owed(now) ? dayText(now.dueAt, around) : null], [t.joined, now.joined], [t.body, now.institution?.name[around.language]], [t.bodyPhone, now.institution?.phone]])}</section>
${mayMark ? `<h2>${t.markTitle}</h2>${form(around, choices('mark', t.markTitle, t.marks.map((label, i) => ({ value: String(i + 1), label: `${i + 1} – ${label}` })), typed.mark, mistakes.mark, true) + longText('words', t.markWords, '', typed.words ?? '', mistakes.words), t.markSend, 'puan')}` : ''}
${mayReopen ? `<p><a href="${addressOf(around, 'duzelmedi')}">${t.reopen}</a></p>` : now.status === 'closed' ? `<p>${t.late}</p>` : ''}`, mistakes)
}
const owed = (now: CaseNow): boolean => !['closed', 'rejected', 'duplicate', 'handed_over', 'cancelled', 'adopted', 'declined', 'resolved', 'awaiting_confirmation'].includes(now.status)

/** The case is another's: one button says so. */
export const notMinePage = (around: Around): string => { const t = words[around.language]; return linkPage(around, t.notMineTitle, `<p>${t.notMineLead}</p>${form(around, '', t.notMineSend)}`) }
/** Pages that show nothing of any case. */
export function plainPage(around: Around, which: 'notHers' | 'unknown' | 'over' | 'many' | 'fail'): string {
  const t = words[around.language]
  return linkPage(around, t[`${which}Title`], `<p>${t[`${which}Lead`]}</p><p><a class="call" href="tel:${encodeURIComponent(around.town.mainNumber)}">${around.town.mainNumber}</a></p>`, {}, true)
}
