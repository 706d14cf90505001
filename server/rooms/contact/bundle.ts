/** Several messages to one person become one: whose name they open with stands once, and nothing of them is lost. Pure. */
import { smsParts } from '../../../contracts/message-text.ts'

/** `Tatvan Belediyesi: ` where every text opens with the same. */
function opening(texts: readonly string[]): string {
  const [found] = /^[^:.!?\n]{2,60}: /.exec(texts[0] ?? '') ?? ['']
  return texts.length > 1 && texts.every((text) => text.startsWith(found)) ? found : ''
}
export function bundled(texts: readonly string[]): string {
  const name = opening(texts)
  return name + texts.map((text) => text.slice(name.length)).join('\n')
}
/** How many of the texts, from the first on, fit into so many SMS; at least one, however long it is. */
export function fitting(texts: readonly string[], most: number): number {
  let count = Math.min(1, texts.length)
  while (count < texts.length && smsParts(bundled(texts.slice(0, count + 1))).parts <= most) count++
  return count
}
