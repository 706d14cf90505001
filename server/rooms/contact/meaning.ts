/** What an answer means before anyone has read it. Pure. */
import { fold } from '../../../contracts/fold.ts'

/** `stop`: no more messages; `wrong_number`: we have written to a stranger. */
export type Meaning = 'answer' | 'stop' | 'wrong_number'
const stops = new Set(['stop', 'dur', 'iptal', 'ret', 'red', 'unsubscribe', 'mesaj istemiyorum', 'mesaj atmayin', 'stop lutfen'])
/** `yanlış numara`, `numaranız yanlış`, `bu numara bana ait` … */
const wrong = /\b(yanlis (numara|kisi|no)|numara(niz|si)? yanlis|bu numara (artik )?(bana|baskasina) ait|wrong (number|person))\b/

/** Only short answers are read so: who writes more is telling something, and a person reads it. */
export function meaningOf(words: string): Meaning {
  const plain = fold(words)
  if (plain.length > 80) return 'answer'
  if (stops.has(plain)) return 'stop'
  return wrong.test(plain) ? 'wrong_number' : 'answer'
}

/** The case number somebody names in her words, `2026-004217`. */
export const numberIn = (words: string): string | undefined => /\b(20\d{2}-\d{6})\b/.exec(words)?.[1]

/** The answer without the letter it answers: what stands above the first line that quotes or introduces a quotation. */
export function withoutQuote(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const introduces = (line: string, next: string | undefined) =>
    /^\s*>/.test(line) || /^-{2,}\s*(original message|özgün ileti|orijinal mesaj|iletilen ileti|yönlendirilen ileti)/i.test(line) || /^_{10,}$/.test(line.trim())
    || /^(on .{5,200} wrote:|.{5,200} (şunu yazdı|tarihinde şunu yazdı|yazdı):)\s*$/i.test(line.trim()) || (/^(on |.*\d{4}).{0,200}$/i.test(line.trim()) && /(wrote|yazdı):\s*$/i.test(next?.trim() ?? '') && line.trim().length > 0)
    || (/^(from|kimden|gönderen):\s/i.test(line.trim()) && /^(sent|to|date|gönderme|gönderilme|kime|tarih)/i.test(next?.trim() ?? ''))
  const at = lines.findIndex((line, i) => introduces(line, lines[i + 1]))
  const above = (at < 0 ? lines : lines.slice(0, at)).join('\n').trim()
  // Who answers between the quoted lines, or below them, is read whole.
  return above || lines.filter((line) => !/^\s*>/.test(line)).join('\n').trim()
}
