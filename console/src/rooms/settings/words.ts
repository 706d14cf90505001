/** What is typed at once: a pasted list of words is several. Empty ones and what is there already are not added. */
export function addWords(list: readonly string[], typed: string): string[] {
  const next = [...list]
  for (const word of typed.split(/[,;\n]/).map((w) => w.trim().replace(/\s+/g, ' ')).filter(Boolean))
    if (!next.some((w) => w.toLocaleLowerCase('tr') === word.toLocaleLowerCase('tr'))) next.push(word)
  return next
}
