/** Places on the map and telephone numbers as spreadsheets leave them. Pure. */

export type Pin = { lat: number; lon: number }

/** `38.5012`, `38,5012`, ` -118.3`. */
export function readNumber(text: string): number | undefined {
  const plain = text.trim().replace(/[°\s]/g, '')
  if (!/^[+-]?\d{1,3}(?:[.,]\d+)?$/.test(plain)) return undefined
  return Number(plain.replace(',', '.'))
}
const pinOf = (lat: number | undefined, lon: number | undefined): Pin | undefined =>
  lat !== undefined && lon !== undefined && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && !(lat === 0 && lon === 0) ? { lat, lon } : undefined
export const readPin = (lat: string, lon: string): Pin | undefined => pinOf(readNumber(lat), readNumber(lon))

const number = String.raw`[+-]?\d{1,3}(?:[.,]\d+)?`
/** Well-known text has the longitude first (OGC 06-103r4); what people write has the latitude first. */
const wellKnown = new RegExp(`^(?:SRID=\\d+;)?POINT ?\\(\\s*(${number})\\s+(${number})\\s*\\)$`, 'i')
const named = new RegExp(`lat\\w*["']?\\s*[:=]\\s*["']?(${number}).*?(?:lon|lng)\\w*["']?\\s*[:=]\\s*["']?(${number})`, 'i')

/** Both in one cell: `(34.05, -118.24)`, `POINT (-118.24 34.05)`, `38,50; 42,28`, `38.5 42.3`, `lat=38.5&lon=42.3`. */
export function readLocation(text: string): Pin | undefined {
  const plain = text.trim()
  const known = wellKnown.exec(plain)
  if (known) return readPin(known[2]!, known[1]!)
  const said = named.exec(plain)
  if (said) return readPin(said[1]!, said[2]!)
  const inner = plain.replace(/^[([{]\s*|\s*[)\]}]$/g, '')
  const halves = inner.includes(';') ? inner.split(';') : /,\s/.test(inner) ? inner.split(/,\s+/) : /\s/.test(inner) ? inner.split(/\s+/) : commas(inner)
  if (halves.length !== 2) return undefined
  const [a, b] = halves.map(readNumber)
  if (a === undefined || b === undefined) return undefined
  // A latitude ends at 90: beyond it the order can only be the other one.
  return Math.abs(a) > 90 ? pinOf(b, a) : pinOf(a, b)
}
/** `38.5,42.3` has one comma; `38,5,42,3` has three. */
function commas(text: string): string[] {
  const parts = text.split(',')
  return parts.length === 4 ? [`${parts[0]},${parts[1]}`, `${parts[2]},${parts[3]}`] : parts
}

/**
 * A number cell as a number again: `5321234567.0`, `5.321234567E+09`, `532 123 45 67`; the first of several.
 * `rounded`: the spreadsheet kept fewer digits than the number had, and nobody can bring them back.
 */
export function phoneText(text: string): string | 'rounded' {
  const first = text.split(/[;/|]|,\s/)[0]!.trim()
  const science = /^(\d)(?:[.,](\d+))?[eE]\+?(\d{1,2})$/.exec(first)
  if (!science) return first.replace(/^(\d{7,15})[.,]0+$/, '$1')
  const digits = science[1]! + (science[2] ?? '')
  const length = Number(science[3]) + 1
  return digits.length < length ? 'rounded' : digits.slice(0, length)
}
