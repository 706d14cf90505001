/** Telephone numbers as people write and read them. Stored: E.164, or a short or special number of the country. */

/** `+905320000000` → `0532 000 00 00`; `4441234` → `444 1 234`; foreign and short numbers stay as they are. */
export function showPhone(stored: string | null | undefined): string {
  if (!stored) return ''
  const home = /^\+90(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(stored)
  if (home) return `0${home[1]} ${home[2]} ${home[3]} ${home[4]}`
  const special = /^444(\d)(\d{3})$/.exec(stored)
  return special ? `444 ${special[1]} ${special[2]}` : stored
}

/** What was typed or pasted, as it is stored; null when it is no telephone number. */
export function readPhone(typed: string): string | null {
  const bare = typed.replace(/^\s*tel:/i, '').replace(/[\s().\-–/·]/g, '')
  if (/^\+[1-9]\d{6,14}$/.test(bare)) return bare.startsWith('+90') && bare.length !== 13 ? null : bare
  if (!/^\d+$/.test(bare)) return null
  if (bare.startsWith('00')) return readPhone(`+${bare.slice(2)}`)
  if (/^0[2-9]\d{9}$/.test(bare)) return `+9${bare}`
  if (/^[2-9]\d{9}$/.test(bare)) return `+90${bare}`
  if (/^90[2-9]\d{9}$/.test(bare)) return `+${bare}`
  if (/^444\d{4}$/.test(bare) || /^1\d{2}$/.test(bare)) return bare
  return null
}
/** A mobile number of the country, which can be written to. */
export const isMobile = (stored: string) => /^\+905\d{9}$/.test(stored)
