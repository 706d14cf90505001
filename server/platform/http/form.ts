/** Forms as browsers send them without JavaScript, with at most one file; whatever is too large is read to its end, so that the page can say so. */
import type { Readable } from 'node:stream'

export type Form = { fields: Record<string, string>; file?: { name: string; bytes: Buffer }; /** The file was larger than what is kept of it. */ tooLarge: boolean }

/** Typed text: one kind of line end, no signs that nobody can see. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/[^\P{C}\n\t]/gu, '').trim()

export function urlencodedForm(text: string): Form {
  return { fields: Object.fromEntries([...new URLSearchParams(text)].map(([name, value]) => [name, plain(value)])), tooLarge: false }
}
/** RFC 7578. A last part without its end is one that was cut off: of a file the name alone is left. */
export function multipartForm(body: Buffer, contentType: string): Form {
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? []
  const form: Form = { fields: {}, tooLarge: false }
  const boundary = quoted ?? bare
  if (!boundary) return form
  const mark = Buffer.from(`\r\n--${boundary}`), all = Buffer.concat([Buffer.from('\r\n'), body])
  for (let at = all.indexOf(mark); at >= 0;) {
    const from = at + mark.length
    // `--` after the mark: the last.
    if (all.subarray(from, from + 2).toString('latin1') === '--') break
    const next = all.indexOf(mark, from), head = all.indexOf('\r\n\r\n', from)
    if (head < 0 || (next >= 0 && head > next)) { at = next; continue }
    const headers = all.subarray(from, head).toString('utf8')
    const name = /[;\s]name="([^"]*)"/i.exec(headers)?.[1], filename = /[;\s]filename="([^"]*)"/i.exec(headers)?.[1]
    const content = all.subarray(head + 4, next >= 0 ? next : undefined)
    if (name !== undefined && filename === undefined) form.fields[name] = plain(content.toString('utf8'))
    // A field left empty is sent as a file without name and bytes.
    else if (filename !== undefined && next < 0) form.tooLarge = true
    else if (filename && content.length) form.file = { name: filename, bytes: content }
    at = next
  }
  return form
}
/** Keeps so many bytes of what is sent, and reads the rest without keeping it; beyond `most` nobody listens any more. */
export async function readKept(stream: Readable, keep: number, most: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let kept = 0, came = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    came += chunk.length
    if (came > most) throw Object.assign(new Error('too large'), { statusCode: 413 })
    if (kept >= keep) continue
    parts.push(chunk.subarray(0, keep - kept))
    kept += parts.at(-1)!.length
  }
  return Buffer.concat(parts)
}
