/** An entry of the timeline in words: one sentence, and lines under it. Facts come as they were kept, years ago perhaps. */
import type { TimelineEntry } from '../../../../contracts/cases.ts'
import { caseMoves, WaitsFor } from '../../../../contracts/moves.ts'
import type { Language, T } from '../../text.ts'
import { clockEntries, clockEntry } from './clock-entry.ts'
import { confirmationEntry } from '../confirmation/entry.ts'
import { statutoryEntry } from '../statutory/entry.ts'

type Words = { title: string; lines: string[]; quote: string | null }
const text = (v: unknown) => (typeof v === 'string' && v ? v : null)
const named = (v: unknown, language: Language): string | null =>
  typeof v === 'string' ? v : typeof v === 'object' && v !== null && language in v ? text((v as Record<string, unknown>)[language]) : null
const list = (v: unknown, language: Language) => (Array.isArray(v) ? v.flatMap((x) => named(x, language) ?? []) : [])

export function entryWords(t: T, language: Language, e: Pick<TimelineEntry, 'what' | 'facts'>, showTime: (at: string) => string): Words {
  const f = e.facts, none = t('shared.unknown')
  const name = (key: string) => named(f[key], language) ?? none
  const line = (key: string, words: (v: string) => string) => { const v = text(f[key]); return v ? [words(v)] : [] }
  const many = (key: string, words: (v: string) => string) => { const v = list(f[key], language); return v.length ? [words(v.join(', '))] : [] }
  const reason = line('reason', (v) => `${t('cases.timeline.reason')}: ${v}`)
  if (clockEntries.includes(e.what)) return clockEntry(t, language, e.what, f, showTime)
  const confirmation = confirmationEntry(t, e.what, f)
  if (confirmation) return confirmation
  switch (e.what) {
    case 'opened': return { title: t('cases.timeline.opened', { channel: channelWord(t, f.channel) }), lines: [], quote: null }
    case 'routed': return {
      title: t('cases.timeline.routed', { lead: name('lead') }), quote: null,
      lines: [...many('supporting', (names) => t('cases.timeline.supporting', { names })), ...line('dueAt', (at) => t('cases.timeline.dueAt', { time: showTime(at) })), ...reason],
    }
    case 'handed_over': return {
      title: t('cases.timeline.handed_over', { institution: name('institution') }), quote: null,
      lines: [t(f.told === true ? 'cases.timeline.toldYes' : 'cases.timeline.toldNo'), ...line('reference', (reference) => t('cases.timeline.reference', { reference }))],
    }
    case 'taken': case 'returned': return { title: t(`cases.timeline.${e.what}`, { directorate: name('directorate') }), lines: reason, quote: null }
    case 'passed': return { title: t('cases.timeline.passed', { from: name('from'), to: name('to') }), lines: reason, quote: null }
    case 'handed_on': return { title: f.to ? t('cases.timeline.handed_on', { from: name('from'), to: name('to') }) : t('cases.timeline.waits_again', { from: name('from') }), lines: [], quote: null }
    case 'note': return { title: t('cases.timeline.note'), lines: many('mentions', (names) => t('cases.timeline.mentions', { names })), quote: text(f.words) }
    case 'followed': return { title: t('cases.timeline.followed'), lines: [], quote: text(f.words) }
    case 'attached': return { title: t('cases.timeline.attached', { name: name('name') }), lines: [], quote: null }
    case 'answered': return { title: t(f.how === 'mail' ? 'cases.timeline.answeredMail' : 'cases.timeline.answered'), lines: Number(f.left) > 0 ? [t('cases.timeline.attachmentsLeft', { count: Number(f.left) })] : [], quote: text(f.words) }
    case 'told': return { title: t(f.how === 'sms' || f.how === 'mail' || f.how === 'read_out' || f.how === 'call' ? `cases.timeline.told.${f.how}` : 'cases.timeline.told.other'), lines: [], quote: null }
    case 'entered_from_paper': return { title: t('paper.entered_at'), lines: [t('paper.enteredWords', { sheet: text(f.sheet) ?? '–', wroteBy: text(f.wroteBy) ?? '–' })], quote: null }
    case 'imported': return { title: t('cases.timeline.imported'), lines: line('oldNumber', (number) => t('cases.timeline.importedNumber', { number })), quote: null }
    case 'ask_info': case 'hold': {
      const whom = waits.find((one) => one === f.waitsFor)
      return { title: t(e.what === 'hold' ? 'cases.timeline.on_hold' : 'cases.timeline.info_asked', { whom: whom ? t(`cases.waits.${whom}`) : none }), lines: [...line('until', (at) => t('cases.timeline.until', { time: showTime(at) })), ...reason], quote: text(f.words) }
    }
    case 'word_owed': return { title: t('cases.timeline.word_owed', { owes: t(f.owes === 'desk' ? 'cases.timeline.owesDesk' : 'cases.timeline.owesDirectorate') }), lines: line('dueAt', (at) => t('cases.timeline.dueAt', { time: showTime(at) })), quote: null }
    case 'duplicate': return { title: t('cases.timeline.duplicate', { number: name('number') }), lines: [], quote: null }
    case 'joined': return { title: t('cases.timeline.joined', { number: name('number') }), lines: [], quote: null }
    case 'move_undone': return { title: t('cases.timeline.move_undone', { move: moveWord(t, f.move) ?? none }), lines: reason, quote: null }
    case 'source_found': return { title: t('cases.timeline.source_found', { cause: named(f.cause, language) ?? text(f.words) ?? none }), lines: f.cause ? line('words', (v) => v) : [], quote: null }
    case 'assigned': return { title: t('cases.timeline.assigned', { name: text(f.name) ?? t('cases.task.assignNobody') }), lines: [], quote: null }
    case 'approved_part': return { title: t('proposal.timeline.approved_part'), lines: many('units', (names) => names), quote: text(f.words) }
    case 'proposal_comment': return { title: t('proposal.timeline.comment'), lines: [], quote: text(f.words) }
    case 'proposal_reworded': return { title: t('proposal.timeline.reworded'), lines: [], quote: text(f.after) }
    case 'place_changed': return { title: t('proposal.timeline.place_changed', { place: text(f.placeTo) ?? none }), lines: reason, quote: null }
    case 'statutory': return statutoryEntry(t, language, f)
    case 'paged': case 'page_accepted': case 'page_nobody': case 'page_stopped': {
      const directorate = named(f.directorate, language)
      const why = f.reason === 'case_ended' || f.reason === 'not_theirs' ? [t(`duty.page.reason.${f.reason}`)] : reason
      const how = e.what === 'page_accepted' && (f.how === 'key' || f.how === 'console' || f.how === 'desk') ? [t(`duty.page.how.${f.how}`)] : []
      return { title: t(`duty.timeline.${e.what}`, { people: list(f.people, language).join(', '), name: name('name') }), lines: [...(directorate ? [directorate] : []), ...how, ...why], quote: null }
    }
    case 'order_assigned': case 'order_done': case 'order_cannot': case 'order_note': case 'order_cancelled': case 'order_taken_back': case 'order_late':
      return { title: t(`work.entry.${e.what}`, { number: name('number'), crew: name('crew') }), lines: reason, quote: text(f.words) }
    case 'closed': return { title: t('cases.timeline.closed'), lines: reason, quote: null }
    default: {
      const directorate = named(f.directorate, language)
      return { title: moveWord(t, e.what) ?? t('cases.timeline.other', { what: e.what }), lines: [...(directorate ? [directorate] : []), ...reason], quote: text(f.words) }
    }
  }
}
const waits = WaitsFor.options
/** A move by its name, as the buttons have it. */
const moveWord = (t: T, v: unknown) => { const m = caseMoves.find((x) => x === v); return m ? t(`cases.move.${m}`) : null }
const channels = ['phone', 'counter', 'letter', 'muhtar', 'social', 'institution', 'email', 'web', 'chat', 'open311'] as const
const channelWord = (t: T, v: unknown) => { const c = channels.find((x) => x === v); return c ? t(`shared.channel.${c}`) : t('shared.unknown') }
