/**
 * Turkish folding for search: `IŞIK`, `ışık`, `isik` are one word. Lower case by Turkish rules first (I→ı, İ→i),
 * then the letters people leave out on foreign keyboards. Codes and addresses are never folded by this.
 */
const plain: Record<string, string> = { ç: 'c', ğ: 'g', ı: 'i', ö: 'o', ş: 's', ü: 'u', â: 'a', î: 'i', û: 'u', ê: 'e' }

export function fold(text: string): string {
  return text
    .toLocaleLowerCase('tr')
    .normalize('NFC')
    .replace(/[çğıöşüâîûê]/g, (c) => plain[c] ?? c)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The words of a folded text, short ones included. */
export const foldedWords = (text: string): string[] => fold(text).split(' ').filter(Boolean)
