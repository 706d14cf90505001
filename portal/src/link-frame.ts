/** What all pages behind a link share: frame, fields, and how mistakes are shown. Everything works without JavaScript. */
import { citizensPage } from './home.ts'
import { type Language, type Way, ways, words } from './link-words.ts'

export const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
/** Where the page is, and whose. `path`: without language and further way, `/t/…`; empty where there is no case. */
export type Around = { town: { name: { tr: string; en: string }; mainNumber: string; zone: string }; language: Language; path: string; way?: Way }
export type Field = 'answer' | 'words' | 'photo' | 'mark'
/** What is wrong, by field, in words. */
export type Mistakes = Partial<Record<Field, string>>

export const addressOf = ({ language, path }: Pick<Around, 'language' | 'path'>, way?: Way): string => `${language === 'en' ? '/en' : ''}${path}${way ? `/${ways[language][way]}` : ''}`
export const dayText = (at: string, { language, town }: Around): string => {
  const part = Object.fromEntries(new Intl.DateTimeFormat(language === 'tr' ? 'tr' : 'en-GB', { timeZone: town.zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).formatToParts(new Date(at)).map((p) => [p.type, p.value]))
  return language === 'tr' ? `${part.day} ${part.month} ${part.year} ${part.weekday}` : `${part.weekday} ${part.day} ${part.month} ${part.year}`
}
/** What people wrote, with its line ends; in another language than the page it says so. */
export const said = (text: string, lang?: Language): string => `<p class="said"${lang ? ` lang="${lang}"` : ''}>${escape(text)}</p>`
export const facts = (rows: readonly (readonly [string, string | null | undefined])[]): string =>
  `<dl>${rows.flatMap(([name, value]) => (value ? [`<div><dt>${escape(name)}</dt><dd>${escape(value)}</dd></div>`] : [])).join('')}</dl>`

const style = `<style>
.skip{position:absolute;inset-inline-start:-999px}.skip:focus{position:static}h2{font-size:22px;line-height:30px;font-weight:600;margin-block:0 8px}
dl{margin:0}dl div{display:flex;flex-wrap:wrap;gap:0 12px;margin-block-end:4px}dt{color:var(--ink2);inline-size:100%}@media(min-width:480px){dt{inline-size:11rem}}dd{margin:0;font-weight:600;overflow-wrap:anywhere}
form{margin-block:24px}fieldset{border:0;padding:0;margin:0 0 24px;min-inline-size:0}legend,.label{font-weight:600;font-size:22px;line-height:30px;padding:0;margin-block-end:8px;display:block}
.choice{display:flex;gap:12px;align-items:flex-start;padding:10px 12px;min-block-size:56px;border:1px solid var(--edge);border-radius:4px;margin-block-end:8px;background:var(--panel)}
.choice input{inline-size:28px;block-size:28px;margin:4px 0 0;flex:none;accent-color:var(--accent)}.choice span{padding-block-start:4px}.choice small,.hint{display:block;color:var(--ink2);font-size:16px;line-height:24px}
textarea,input[type=file]{font:inherit;inline-size:100%;color:var(--ink);background:var(--panel);border:1px solid var(--edge);border-radius:4px;padding:12px}input[type=file]{min-block-size:56px}
.field{margin-block-end:24px}.wrong{border-inline-start:4px solid var(--danger);padding-inline-start:12px}.mistake{color:var(--danger);font-weight:600;margin-block:4px 8px}
.sum{border:3px solid var(--danger);border-radius:4px;padding:16px;margin-block:16px;background:var(--panel)}.sum a{color:var(--danger);font-weight:600}
button.call{border:0;font-family:inherit;cursor:pointer}:is(input,textarea,button,.sum):focus-visible,.choice:focus-within{outline:3px solid var(--focus);outline-offset:2px}
.said{white-space:pre-line;overflow-wrap:anywhere}.good{border-inline-start:4px solid var(--good);padding-inline-start:12px}main>*{overflow-wrap:anywhere}footer{border-block-start:1px solid var(--line);margin-block-start:32px}
</style>`
/** `inside` begins after the heading. Mistakes stand above it and take the focus. */
export function linkPage(around: Around, title: string, inside: string, mistakes: Mistakes = {}, calm = false): string {
  const { town, language, path, way } = around
  const t = words[language], other = language === 'tr' ? 'en' : 'tr'
  const wrong = Object.entries(mistakes)
  const summary = wrong.length ? `<div class="sum" tabindex="-1" autofocus role="alert" aria-labelledby="sum"><h2 id="sum">${t.problem}</h2><ul>${wrong.map(([field, text]) => `<li><a href="#${field}">${escape(text)}</a></li>`).join('')}</ul></div>` : ''
  return citizensPage(language, `${wrong.length ? `${t.error}: ` : ''}${title} – ${town.name[language]}`, `${style}
<a class="skip" href="#main">${t.skip}</a>
<header><strong>${escape(town.name[language])}</strong>${path ? `<a href="${addressOf({ language: other, path }, way)}" lang="${other}" hreflang="${other}">${t.other}</a>` : ''}</header>
<main id="main">${way ? `<p><a href="${addressOf(around)}">${t.back}</a></p>` : ''}${summary}<h1>${title}</h1>${inside}</main>
<footer><p>${t.help} <a href="tel:${escape(town.mainNumber)}">${escape(town.mainNumber)}</a></p><p class="quiet">${t.emergency}</p>${path && !way && !calm ? `<p><a href="${addressOf(around, 'baskasi')}">${t.notMine}</a></p>` : ''}</footer>`)
}
export const form = (around: Around, inside: string, send: string, way: Way | undefined = around.way, withFile = false): string =>
  `<form method="post" action="${addressOf(around, way)}"${withFile ? ' enctype="multipart/form-data"' : ''} novalidate>${inside}<button class="call">${send}</button></form>`
const mistake = (name: Field, text: string | undefined) => (text ? `<p class="mistake" id="${name}-wrong">${escape(text)}</p>` : '')

export type Choice = { value: string; label: string; hint?: string }
export function choices(name: Field, legend: string, list: readonly Choice[], chosen: string | undefined, wrong: string | undefined, hidden = false): string {
  return `<fieldset${wrong ? ` class="wrong" aria-describedby="${name}-wrong"` : ''}><legend${hidden ? ' class="skip"' : ''}>${legend}</legend>${mistake(name, wrong)}${list.map(({ value, label, hint }, i) =>
    `<label class="choice"><input type="radio" name="${name}" value="${value}"${i === 0 ? ` id="${name}"` : ''}${chosen === value ? ' checked' : ''}><span>${label}${hint ? `<small>${hint}</small>` : ''}</span></label>`).join('')}</fieldset>`
}
export function longText(name: Field, label: string, hint: string, value: string, wrong: string | undefined): string {
  const described = [hint && `${name}-hint`, wrong && `${name}-wrong`].filter(Boolean).join(' ')
  return `<div class="field${wrong ? ' wrong' : ''}"><label class="label" for="${name}">${label}</label>${hint ? `<p class="hint" id="${name}-hint">${hint}</p>` : ''}${mistake(name, wrong)}
<textarea id="${name}" name="${name}" rows="5"${described ? ` aria-describedby="${described}"` : ''}${wrong ? ' aria-invalid="true"' : ''}>${escape(value)}</textarea></div>`
}
/** Last in its form: what is typed comes before the photo, and is kept when the photo is too large. */
export const photoField = (label: string, hint: string, wrong: string | undefined): string =>
  `<div class="field${wrong ? ' wrong' : ''}"><label class="label" for="photo">${label}</label><p class="hint" id="photo-hint">${hint}</p>${mistake('photo', wrong)}<input type="file" id="photo" name="photo" accept="image/*" aria-describedby="photo-hint${wrong ? ' photo-wrong' : ''}"></div>`
