/** `38.5012, 42.2808` or `38,5012 42,2808`, as maps copy it; null when it is not two numbers. */
export function readPair(typed: string): { lat: number; lon: number } | null {
  const [, a, b] = /^\s*\(?\s*(-?\d{1,2}[.,]\d+)\s*[,;\s]\s*(-?\d{1,3}[.,]\d+)\s*\)?\s*$/.exec(typed) ?? []
  if (a === undefined || b === undefined) return null
  const lat = Number(a.replace(',', '.')), lon = Number(b.replace(',', '.'))
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null
}
