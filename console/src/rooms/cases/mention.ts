/** Mentions inside a note, as text: `@Ayşe Yılmaz`. Whoever's name is deleted again is not told. */

/** The beginning of a mention the caret stands in; null when it stands in none. A mail address is none. */
export function mentionAt(text: string, caret: number): { from: number; query: string } | null {
  const found = /(?:^|[\s(])@([\p{L}\p{M}.'-]*(?: [\p{L}\p{M}.'-]*)?)$/u.exec(text.slice(0, caret))
  return found ? { from: caret - found[1]!.length - 1, query: found[1]! } : null
}
/** The text with the mention finished, and where the caret goes. */
export function putMention(text: string, caret: number, name: string): { text: string; caret: number } {
  const at = mentionAt(text, caret)
  const from = at?.from ?? caret
  const put = `@${name} `
  return { text: text.slice(0, from) + put + text.slice(caret).replace(/^ /, ''), caret: from + put.length }
}
/** Of those chosen, who still stands in the text. */
export const stillMentioned = <P extends { name: string }>(text: string, chosen: readonly P[]): P[] => chosen.filter((p) => text.includes(`@${p.name}`))
