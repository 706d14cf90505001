/** The citizens' first page: the number, the emergency number, and in demonstration the telephone to try. Works without JavaScript. */
export type Home = { name: string; mainNumber: string; demo: boolean; language: 'tr' | 'en' }

const texts = {
  tr: {
    title: 'Bize ulaşın', lead: 'İstek, şikâyet ve önerileriniz için günün her saati arayın.', call: 'Arayın', emergency: 'Hayati tehlike varsa hemen 112’yi arayın.',
    told: 'Başvurunuzu bir operatör dinler ve kaydeder. Size bir başvuru numarası veririz.', notice: 'Görüşmeler, başvurunuzu çözmek için kaydedilir.',
    demo: 'Bu bir deneme kurulumudur.', phone: 'Deneme telefonunu aç', other: 'English', tryIt: 'Telefonunuz olmadan 153’ü tarayıcıdan arayabilirsiniz.',
  },
  en: {
    title: 'Reach us', lead: 'Call at any hour with a request, a complaint or a suggestion.', call: 'Call', emergency: 'If life is at risk, call 112 now.',
    told: 'An operator listens and records your report. You are given a case number.', notice: 'Calls are recorded to solve your report.',
    demo: 'This is a demonstration.', phone: 'Open the test telephone', other: 'Türkçe', tryIt: 'You can dial 153 from the browser without a telephone.',
  },
} as const

const escape = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

/** A page of the citizens' side. `body` is markup. */
export const citizensPage = (language: 'tr' | 'en', title: string, body: string) => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title><link rel="icon" href="data:,"><style>
:root{color-scheme:light dark;--page:#F5F7F8;--panel:#fff;--ink:#16202A;--ink2:#43515D;--accent:#0B5C70;--on:#fff;--line:#D0D7DC;--focus:#1A56C4;--danger:#A8201A;--tint:#FDECEA;--edge:#74828E;--good:#17633A}
@media (prefers-color-scheme:dark){:root{--page:#0F151A;--panel:#172027;--ink:#E9EEF2;--ink2:#B5C1CB;--accent:#6CC5D9;--on:#05222A;--line:#33414B;--focus:#9CC2FF;--danger:#FF9A90;--tint:#3C1816;--edge:#7F8E9A;--good:#7AD3A0}}
*{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--ink);font:18px/28px "IBM Plex Sans Variable",system-ui,sans-serif;font-variant-ligatures:no-common-ligatures}
header,main,footer{max-inline-size:40rem;margin-inline:auto;padding:16px}header{display:flex;justify-content:space-between;gap:16px;border-block-end:1px solid var(--line)}
h1{font-size:36px;line-height:44px;font-weight:600;margin-block:24px 8px}a{color:var(--accent)}a:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.call{display:inline-block;background:var(--accent);color:var(--on);padding:12px 24px;border-radius:4px;text-decoration:none;font-weight:600;font-size:22px;min-block-size:56px;line-height:32px}
.now{background:var(--tint);color:var(--danger);padding:12px 16px;border-radius:4px;font-weight:600}.panel{background:var(--panel);border:1px solid var(--line);border-radius:4px;padding:16px;margin-block:24px}
.quiet{color:var(--ink2);font-size:16px;line-height:24px}
</style></head><body>${body}</body></html>`

export function homePage({ name, mainNumber, demo, language }: Home): string {
  const t = texts[language]
  const other = language === 'tr' ? 'en' : 'tr'
  return citizensPage(language, `${t.title} – ${name}`, `
<header><strong>${escape(name)}</strong><a href="${language === 'tr' ? '/en' : '/'}" lang="${other}" hreflang="${other}">${t.other}</a></header>
<main><h1>${t.title}</h1><p>${t.lead}</p>
<p><a class="call" href="tel:${escape(mainNumber)}">${t.call}: ${escape(mainNumber)}</a></p>
<p class="now">${t.emergency}</p><p>${t.told}</p><p class="quiet">${t.notice}</p>
${demo ? `<section class="panel"><p><strong>${t.demo}</strong> ${t.tryIt}</p><p><a href="/telefon?lang=${language}">${t.phone}</a></p></section>` : ''}
</main>`)
}
