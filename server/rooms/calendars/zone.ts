/** Civil time of a zone and back, by the host's own time zone data (Intl). Clocks may change; days may have 23 or 25 hours. */

/** A day as `2026-11-23` and the minute of it, as clocks on the wall show them. */
export type Civil = { day: string; minute: number }

const formats = new Map<string, Intl.DateTimeFormat>()
function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
    })
    formats.set(zone, format)
  }
  return format
}

/** What the wall clock shows, as if it were UTC, in milliseconds: the difference to the instant is the offset. */
function wall(at: number, zone: string): number {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {}
  for (const { type, value } of formatOf(zone).formatToParts(at)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((at % 1000) + 1000) % 1000)
}

export function civil(at: Date, zone: string): Civil {
  const shown = new Date(wall(at.getTime(), zone))
  return { day: shown.toISOString().slice(0, 10), minute: shown.getUTCHours() * 60 + shown.getUTCMinutes() }
}

const day = 24 * 60 * 60_000
/**
 * The instant of a civil time; `minute` 1440 is the next midnight. Of a time that comes twice, the first; a time that
 * clocks skip counts as that long after the skip began (02:30 of a missing hour is 03:30), as RFC 5545 reads it.
 */
export function instantOf({ day: date, minute }: Civil, zone: string): Date {
  const wanted = Date.parse(`${date}T00:00:00Z`) + minute * 60_000
  const before = wall(wanted - day, zone) - (wanted - day)
  const after = wall(wanted + day, zone) - (wanted + day)
  const exact = [wanted - Math.max(before, after), wanted - Math.min(before, after)].find((at) => wall(at, zone) === wanted)
  return new Date(exact ?? wanted - before)
}

export const nextDay = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) + day).toISOString().slice(0, 10)
/** ISO weekday: 1 is Monday. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7
