/** What changed between two texts, word by word. Pure. */
export type Piece = { is: 'same' | 'gone' | 'new'; words: string }

const split = (text: string): string[] => text.match(/\s+|\S+/g) ?? []
/** By the longest common row of words; texts of some hundred words each. */
export function diffWords(before: string, after: string): Piece[] {
  const a = split(before), b = split(after)
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--)
    common[i]![j] = a[i] === b[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!)
  const pieces: Piece[] = []
  const add = (is: Piece['is'], words: string) => {
    const last = pieces.at(-1)
    if (last?.is === is) last.words += words
    else pieces.push({ is, words })
  }
  let i = 0, j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) { add('same', a[i]!); i++; j++ }
    else if (j >= b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!)) add('gone', a[i++]!)
    else add('new', b[j++]!)
  }
  return pieces
}
