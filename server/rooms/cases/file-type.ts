/** What a file is, read from its bytes: only kinds a desk needs, none that a browser would run. */
import { fileTypeFromBuffer } from 'file-type'

/** As they are detected, to what they are sent back as. */
const allowed: Record<string, string> = {
  'image/jpeg': 'image/jpeg', 'image/png': 'image/png', 'image/webp': 'image/webp', 'image/heic': 'image/heic', 'image/heif': 'image/heic', 'application/pdf': 'application/pdf',
  'audio/mpeg': 'audio/mpeg', 'audio/wav': 'audio/wav', 'audio/x-m4a': 'audio/mp4', 'audio/mp4': 'audio/mp4', 'audio/ogg': 'audio/ogg', 'audio/ogg; codecs=opus': 'audio/ogg', 'video/mp4': 'video/mp4',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text': 'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet': 'application/vnd.oasis.opendocument.spreadsheet',
}
/** Shown or played in the browser; the rest is saved. A PDF may carry scripts of its own, and the page's policy sandboxes it. */
const shown = /^(image\/(jpeg|png|webp)|audio\/|video\/mp4|application\/pdf$)/

/** @returns undefined for a kind that is not taken. */
export async function typeOf(file: Buffer): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(file)
  if (found) return allowed[found.mime]
  return isPlainText(file) ? 'text/plain; charset=utf-8' : undefined
}
export const isShown = (type: string): boolean => shown.test(type)

/** Whole UTF-8 without control signs, and not a page or script in the clothes of text: a browser must have no reason to guess. */
function isPlainText(file: Buffer): boolean {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch { return false }
  // oxlint-disable-next-line no-control-regex
  return !/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text) && !/^\s*(<|#!|%!)/.test(text)
}
