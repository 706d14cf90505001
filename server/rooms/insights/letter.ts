/** The report as a letter: plain words and a plain table, no name of any citizen. Pure. */
import type { Report, Spread } from '../../../contracts/insights.ts'
import type { Language } from '../../../contracts/kit.ts'

const words = {
  tr: {
    subject: { day: 'Günlük rapor', week: 'Haftalık rapor', month: 'Aylık rapor' }, calls: 'Çağrılar', cases: 'Başvurular', directorates: 'Müdürlükler', before: 'önceki',
    offered: 'Gelen', answered: 'Yanıtlanan', missed: 'Kaçan', calledBack: 'Geri aranan', owed: 'Aranmayı bekleyen', wait: 'Ortalama bekleme (sn)',
    opened: 'Açılan', closed: 'Kapanan', handedOver: 'Başka kuruma', open: 'Açık', late: 'Süresi geçen', silent: 'Haber verilmeyen', solution: 'Çözüm süresi, ortanca (saat)',
    none: 'yok', few: 'az kayıt', all: 'Raporun tamamı', why: 'Bu mektubu rapor sayfasında seçtiğiniz için aldınız; oradan kapatabilirsiniz.',
  },
  en: {
    subject: { day: 'Daily report', week: 'Weekly report', month: 'Monthly report' }, calls: 'Calls', cases: 'Cases', directorates: 'Directorates', before: 'before',
    offered: 'Offered', answered: 'Answered', missed: 'Missed', calledBack: 'Called back', owed: 'Still owed a call', wait: 'Mean wait (s)',
    opened: 'Opened', closed: 'Closed', handedOver: 'Handed over', open: 'Open', late: 'Late', silent: 'Without a word', solution: 'Time to solution, median (hours)',
    none: 'none', few: 'few', all: 'The whole report', why: 'You get this letter because you chose it on the report page; switch it off there.',
  },
} as const

export type Letter = { subject: string; text: string; html: string }
type Line = [name: string, now: string, before: string]

/** @param address of the desk, for the link; without one the letter has none. */
export function letterOf(report: Report, language: Language, address: string | undefined): Letter {
  const w = words[language]
  const civil = (day: string) => new Intl.DateTimeFormat(language === 'tr' ? 'tr-TR' : 'en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric', weekday: 'long' }).format(new Date(`${day}T00:00:00Z`))
  const days = report.period === 'day' ? civil(report.from) : `${civil(report.from)} – ${civil(report.to)}`
  const number = (n: number | null) => (n === null ? w.none : new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(n))
  const spread = (s: Spread) => (s.n === 0 ? w.none : s.n < 5 ? w.few : number(s.median))
  const sum = (o: Record<string, number>) => Object.values(o).reduce((a, b) => a + b, 0)

  const { calls, callsBefore, cases, casesBefore } = report
  const ofCalls: Line[] = calls && callsBefore ? [
    [w.offered, number(calls.offered), number(callsBefore.offered)], [w.answered, number(calls.answered + calls.forwarded), number(callsBefore.answered + callsBefore.forwarded)],
    [w.missed, number(sum(calls.missed)), number(sum(callsBefore.missed))], [w.calledBack, number(calls.calledBack), number(callsBefore.calledBack)],
    [w.owed, number(calls.stillOwed), number(callsBefore.stillOwed)], [w.wait, number(calls.waitMean), number(callsBefore.waitMean)],
  ] : []
  const ofCases: Line[] = [
    ...(['opened', 'closed', 'handedOver', 'open', 'late', 'silent'] as const).map((k): Line => [w[k], number(cases[k]), number(casesBefore[k])]),
    [w.solution, spread(cases.solution), spread(casesBefore.solution)],
  ]
  const parts = [...(ofCalls.length ? [{ title: w.calls, lines: ofCalls }] : []), { title: w.cases, lines: ofCases }]
  const rows = report.byDirectorate.map((d) => ({ name: d.name[language], cells: [d.opened, d.closed, d.open, d.late, d.silent].map(String) }))
  const heads = [w.opened, w.closed, w.open, w.late, w.silent]
  const link = address && `${address}/report?day=${report.from}${report.period === 'day' ? '' : `&period=${report.period}`}`

  const text = [
    days, '',
    ...parts.flatMap(({ title, lines }) => [title, ...lines.map(([name, now, before]) => `  ${name}: ${now} (${w.before}: ${before})`), '']),
    ...(rows.length ? [w.directorates, ...rows.map((r) => `  ${r.name}: ${heads.map((h, i) => `${h} ${r.cells[i]}`).join(', ')}`), ''] : []),
    ...(link ? [`${w.all}: ${link}`, ''] : []), w.why,
  ].join('\n')

  const cell = (inner: string, end = false) => `<td style="padding:2px 12px 2px 0${end ? ';text-align:right' : ''}">${escape(inner)}</td>`
  const html = `<!doctype html><html lang="${language}"><body style="font:15px/1.5 sans-serif;color:#16202a"><h1 style="font-size:20px">${escape(`${w.subject[report.period]}: ${days}`)}</h1>`
    + parts.map(({ title, lines }) => `<h2 style="font-size:16px">${escape(title)}</h2><table>${lines.map(([name, now, before]) => `<tr>${cell(name)}${cell(now, true)}${cell(`${w.before}: ${before}`)}</tr>`).join('')}</table>`).join('')
    + (rows.length ? `<h2 style="font-size:16px">${escape(w.directorates)}</h2><table><tr><th></th>${heads.map((h) => `<th style="padding:2px 12px 2px 0;text-align:right">${escape(h)}</th>`).join('')}</tr>${rows.map((r) => `<tr>${cell(r.name)}${r.cells.map((c) => cell(c, true)).join('')}</tr>`).join('')}</table>` : '')
    + (link ? `<p><a href="${escape(link)}">${escape(w.all)}</a></p>` : '') + `<p style="color:#586673;font-size:13px">${escape(w.why)}</p></body></html>`
  return { subject: `${w.subject[report.period]}: ${days}`, text, html }
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
