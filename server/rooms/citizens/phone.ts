/** Telephone numbers as they are kept: E.164, or a short number of the country as it is dialled. */
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** Numbers that have no E.164 form: services and emergency (1XX, 118XX), and what is dialled alike from everywhere (444 XXXX). */
const special: Partial<Record<CountryCode, RegExp>> = { TR: /^(1\d{2}|118\d{2}|444\d{4})$/ }
/** New ranges are handed out faster than tables of them are shipped; these rules of the country's plan hold longer. */
const mobile: Partial<Record<CountryCode, RegExp>> = { TR: /^\+905\d{9}$/ }
const asCountry = (country: string): CountryCode => {
  if (!isSupportedCountry(country)) throw new Error(`${country}: not a country of telephone numbers`)
  return country
}

/**
 * @param text as typed, or as the switch presents it. @param country where numbers are read as national ones (`TR`).
 * @returns undefined for a withheld or malformed number. A number that could exist is taken: the caller did call.
 */
export function normalisePhone(text: string, country: string): string | undefined {
  const home = asCountry(country)
  const written = text.trim()
  // Letters are names (`anonymous`), never digits.
  if (!/^\+?[\s(]*\d[\d\s()./-]*$/.test(written)) return undefined
  const digits = written.replace(/\D/g, '')
  if (special[home]?.test(digits)) return digits
  const parsed = parsePhoneNumberFromString(written.startsWith('+') ? `+${digits}` : digits, home)
  if (!parsed) return undefined
  if (parsed.country === home && special[home]?.test(parsed.nationalNumber)) return parsed.nationalNumber
  return parsed.isPossible() && (lengths[parsed.countryCallingCode] ?? parsed.nationalNumber.length) === parsed.nationalNumber.length ? parsed.number : undefined
}
/** Where every number but the special ones is of one length: a subscriber number without its area code is none. */
const lengths: Record<string, number> = { 90: 10 }

/** Can it receive an SMS? */
export function isMobile(phone: string, country: string): boolean {
  if (!phone.startsWith('+')) return false
  if (mobile[asCountry(country)]?.test(phone)) return true
  const type = parsePhoneNumberFromString(phone)?.getType()
  return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE'
}
