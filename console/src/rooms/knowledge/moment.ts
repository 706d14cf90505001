/** A moment as a day and a time of the municipality's zone, whatever the computer's own zone is. */
import { dayOf, showTime } from '@akmasa/ui'

export type Civil = { day: string; time: string }
export const civilOf = (at: string, zone: string): Civil => ({ day: dayOf(new Date(at), zone), time: showTime(new Date(at), 'time', 'tr', zone) })

/** The zone's distance from UTC at a moment, in milliseconds. */
function offset(at: number, zone: string): number {
  const { day, time } = civilOf(new Date(at).toISOString(), zone)
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(at / 60_000) * 60_000
}
export function instantOf({ day, time }: Civil, zone: string): string {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  // Once more with what was found: the first guess may stand on the other side of a change of the clocks.
  const first = asUtc - offset(asUtc, zone)
  return new Date(asUtc - offset(first, zone)).toISOString()
}
